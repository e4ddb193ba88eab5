"""Where the library stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.library.reading import ReaderService
    from learnup_desktop.features.library.service import LibraryService


def routes(
    service: "Callable[[], LibraryService]",
    reader: "Callable[[], ReaderService]",
    *,
    publications_route: str = "",
) -> list[Route]:
    """The feature's routes; the services are called when their page is first opened.

    ``publications_route``: where more than a class's own material is had, empty for who cannot have it.
    """

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.library.library_page import LibraryPage

        return LibraryPage(service(), context, publications_route=publications_route)

    def build_reader(context: PageContext) -> QWidget:
        from learnup_desktop.features.library.reader_page import ReaderPage

        return ReaderPage(reader(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Library")

    return [
        Route("library", title, "bookshelf", build, order=35),
        Route("reader", title, "book-open-variant", build_reader, hidden=True, parent="library"),
    ]

"""Where the library stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.library.service import LibraryService


def routes(service: "Callable[[], LibraryService]") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.library.library_page import LibraryPage

        return LibraryPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Library")

    return [Route("library", title, "bookshelf", build, order=35)]

"""Where publications stand in the frame: behind the library, for students."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.publications.service import PublicationsService

ROUTE = "publications"


def routes(service: "Callable[[], PublicationsService]") -> list[Route]:
    """The feature's route; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.publications.publications_page import PublicationsPage

        return PublicationsPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Publications")

    students = frozenset({"student"})
    return [Route(ROUTE, title, "book-plus-outline", build, roles=students, hidden=True, parent="library")]

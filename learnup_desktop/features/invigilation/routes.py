"""Where invigilation stands in the frame: for who teaches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.invigilation.service import InvigilationService


def invigilation_routes(service: "Callable[[], InvigilationService]") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.invigilation.invigilation_page import InvigilationPage

        return InvigilationPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Exams")

    return [Route("invigilation", title, "file-document-edit-outline", build, roles=frozenset({"teacher"}), order=50)]

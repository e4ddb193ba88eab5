"""Where marking stands in the frame: for who teaches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.marking.service import MarkingService


def marking_routes(service: "Callable[[], MarkingService]") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.marking.marking_page import MarkingPage

        return MarkingPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Marking")

    return [Route("marking", title, "check-circle-outline", build, roles=frozenset({"teacher"}), order=55)]

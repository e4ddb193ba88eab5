"""Where results stand in the frame: for students."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.results.service import ResultsService


def results_routes(service: "Callable[[], ResultsService]") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.results.results_page import ResultsPage

        return ResultsPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Results")

    return [Route("results", title, "chart-box-outline", build, roles=frozenset({"student"}), order=55)]

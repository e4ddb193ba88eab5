"""Where putting up material stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.materials.service import MaterialsService


def routes(service: "Callable[[], MaterialsService]") -> list[Route]:
    """The feature's route, for teachers; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.materials.materials_page import MaterialsPage

        return MaterialsPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Materials")

    return [Route("materials", title, "upload-outline", build, roles=frozenset({"teacher"}), order=60)]

"""Where settings stand in the frame: at the foot."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.settings.service import SettingsService


def routes(service: "Callable[[], SettingsService]") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.settings.settings_page import SettingsPage

        return SettingsPage(service(), licences=lambda: context.navigate("licences"))

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Settings")

    return [Route("settings", title, "cog-outline", build, order=910, foot=True)]

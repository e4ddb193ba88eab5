"""Where licences stand: behind Settings, by name."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route


def routes() -> list[Route]:
    """The feature's routes."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.about.notices_page import NoticesPage
        from learnup_desktop.features.about.service import AboutService

        return NoticesPage(AboutService())

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Licences")

    return [Route("licences", title, "scale-balance", build, order=920, hidden=True, parent="settings")]

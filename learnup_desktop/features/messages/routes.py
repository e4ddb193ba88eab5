"""Where messages stand in the frame: for students and who teaches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.messages.service import MessagesService


def routes(service: "Callable[[], MessagesService]") -> list[Route]:
    """The feature's route; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.messages.messages_page import MessagesPage

        return MessagesPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Messages")

    people = frozenset({"student", "teacher"})
    return [Route("messages", title, "message-text-outline", build, roles=people, order=70)]

"""Where recordings and seminars stand in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.recordings.service import RecordingsService


def routes(service: "Callable[[], RecordingsService]") -> list[Route]:
    """The feature's route; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.recordings.recordings_page import RecordingsPage

        return RecordingsPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Recordings")

    people = frozenset({"student", "teacher"})
    return [Route("recordings", title, "play-box-multiple-outline", build, roles=people, order=37)]

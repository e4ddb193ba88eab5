"""Where live classes stand in the frame: on no list, reached from lessons, notices and links."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.features.live.service import LiveService

JOIN_ROUTE = "live"
"""Where a live class is joined (parameter ``lesson_id``)."""
MEETING_ROUTE = "live-meeting"
"""The meeting itself (parameters ``ticket``: MeetingTicket, ``choices``: JoinChoices)."""


def routes(service: "Callable[[], LiveService]", settings: "Settings") -> list[Route]:
    """The feature's routes; ``service`` is called when a page is first opened."""

    def join(context: PageContext) -> QWidget:
        from learnup_desktop.features.live.devices_widgets import MediaDevices
        from learnup_desktop.features.live.join_page import JoinPage

        return JoinPage(service(), context, MediaDevices(), settings)

    def meeting(context: PageContext) -> QWidget:
        from learnup_desktop.features.live.live_page import LivePage

        return LivePage(service(), context, settings)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Live class")

    people = frozenset({"student", "teacher"})
    return [
        Route(JOIN_ROUTE, title, "video-outline", join, roles=people, hidden=True, parent="today"),
        Route(MEETING_ROUTE, title, "video-outline", meeting, roles=people, hidden=True, parent="today"),
    ]

"""Where attendance stands in the frame: for who teaches."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.attendance.card_camera import CardCamera
    from learnup_desktop.features.attendance.cards import CardDesk
    from learnup_desktop.features.attendance.online import JoinTimes
    from learnup_desktop.features.attendance.roll_call import RollCall
    from learnup_desktop.features.attendance.service import AttendanceService


def routes(
    service: "Callable[[], AttendanceService]",
    roll_call: "Callable[[], RollCall]",
    desk: "Callable[[], CardDesk]",
    times: "Callable[[], JoinTimes]",
    reader: "Callable[[], CardCamera]",
) -> list[Route]:
    """The feature's routes; the services are made when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.attendance.attendance_page import AttendancePage

        return AttendancePage(service(), context, roll_call(), desk(), times(), reader())

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Attendance")

    return [Route("attendance", title, "account-check-outline", build, roles=frozenset({"teacher"}), order=40)]

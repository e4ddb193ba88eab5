"""Where exams stand in the frame of a student."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.exams.editor_widgets import Clipboard
    from learnup_desktop.features.exams.emergency_desk import EmergencyDesk
    from learnup_desktop.features.exams.flag_replies import FlagReplies
    from learnup_desktop.features.exams.service import ExamsService

STUDENTS = frozenset({"student"})


def exam_routes(
    service: "Callable[[], ExamsService]",
    clipboard: "Callable[[], Clipboard] | None" = None,
    *,
    replies: "Callable[[], FlagReplies] | None" = None,
    emergency: "Callable[[], EmergencyDesk] | None" = None,
    enrol_route: str = "face",
    settings_route: str = "settings",
) -> list[Route]:
    """The feature's routes.

    Args:
        service: gives the account's service, when a page is first opened.
        clipboard: gives ``QtLockdown.clipboard`` for a sitting; without it answers copy and paste by the system's.
        replies: gives what the platform holds of flags, when a receipt is first opened; without it a receipt shows what
            this PC wrote down.
        emergency: gives what emergency files are brought to, when the page is first opened; without it there is none.
        enrol_route: where a face is enrolled.
        settings_route: where camera and models are set up.
    """

    def exams(context: PageContext) -> QWidget:
        from learnup_desktop.features.exams.exams_page import ExamsPage

        return ExamsPage(service(), context, emergency_route="exam-emergency" if emergency is not None else "")

    def lobby(context: PageContext) -> QWidget:
        from learnup_desktop.features.exams.lobby_page import LobbyPage

        return LobbyPage(service(), context, enrol_route=enrol_route, settings_route=settings_route)

    def sitting(context: PageContext) -> QWidget:
        from learnup_desktop.features.exams.sitting_page import SittingPage

        return SittingPage(service(), context, clipboard() if clipboard is not None else None)

    def receipt(context: PageContext) -> QWidget:
        from learnup_desktop.features.exams.receipt_page import ReceiptPage

        return ReceiptPage(service(), context, replies() if replies is not None else None)

    def bring(context: PageContext) -> QWidget:
        from learnup_desktop.features.exams.emergency_page import EmergencyPage

        assert emergency is not None  # the route is only there with it
        return EmergencyPage(emergency(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Exams")

    icon = "file-document-edit-outline"
    routes = [
        Route("exams", title, icon, exams, roles=STUDENTS, order=50),
        Route("exam-lobby", title, icon, lobby, roles=STUDENTS, hidden=True, parent="exams"),
        Route("exam-sitting", title, icon, sitting, roles=STUDENTS, hidden=True, parent="exams"),
        Route("exam-receipt", title, icon, receipt, roles=STUDENTS, hidden=True, parent="exams"),
    ]
    if emergency is not None:
        routes.append(Route("exam-emergency", title, icon, bring, roles=STUDENTS, hidden=True, parent="exams"))
    return routes

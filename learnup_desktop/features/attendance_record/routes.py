"""Where attendance records stand in the frame: one's own for students, a class's behind attendance for teachers, and
the school's rule for administrators."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.attendance_record.policy import PolicyService
    from learnup_desktop.features.attendance_record.service import ClassRecordService, OwnRecordService


def routes(
    own: "Callable[[], OwnRecordService]",
    of_class: "Callable[[], ClassRecordService]",
    policy: "Callable[[], PolicyService]",
) -> list[Route]:
    """The feature's routes; the services are made when a page is first opened."""

    def build_own(context: PageContext) -> QWidget:
        from learnup_desktop.features.attendance_record.own_record_page import OwnRecordPage

        return OwnRecordPage(own(), context)

    def build_class(context: PageContext) -> QWidget:
        from learnup_desktop.features.attendance_record.class_record_page import ClassRecordPage

        return ClassRecordPage(of_class(), context)

    def build_policy(context: PageContext) -> QWidget:
        from learnup_desktop.features.attendance_record.policy_page import PolicyPage

        return PolicyPage(policy())

    def own_title() -> str:
        return QCoreApplication.translate("Navigation", "Attendance")

    def class_title() -> str:
        return QCoreApplication.translate("Navigation", "Attendance record")

    def policy_title() -> str:
        return QCoreApplication.translate("Navigation", "Attendance rule")

    students, teachers = frozenset({"student"}), frozenset({"teacher"})
    return [
        Route("attendance-record", own_title, "calendar-check-outline", build_own, roles=students, order=57),
        Route(
            "class-attendance",
            class_title,
            "calendar-check-outline",
            build_class,
            roles=teachers,
            hidden=True,
            parent="attendance",
        ),
        Route("attendance-policy", policy_title, "scale-balance", build_policy, roles=frozenset({"admin"}), order=57),
    ]

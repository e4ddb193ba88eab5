"""Where enrolment is found, and by whom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.enrolment.service import EnrolmentService


def enrolment_routes(service: "Callable[[], EnrolmentService]") -> list[Route]:
    """``face`` for students (reached from Exams and Account), ``face-approvals`` for teachers.

    Routes stand on the way to the first page, so the service is asked for when a page is first opened.
    """

    def student_page(context: PageContext) -> QWidget:
        from learnup_desktop.features.enrolment.enrolment_page import EnrolmentPage

        return EnrolmentPage(service(), context)

    def teacher_page(context: PageContext) -> QWidget:
        from learnup_desktop.features.enrolment.approval_page import ApprovalPage

        return ApprovalPage(service(), context)

    return [
        Route(
            "face",
            lambda: QCoreApplication.translate("Navigation", "Face for exams"),
            "face-recognition",
            student_page,
            roles=frozenset({"student"}),
            hidden=True,
            parent="exams",
        ),
        Route(
            "face-approvals",
            lambda: QCoreApplication.translate("Navigation", "Faces to approve"),
            "face-recognition",
            teacher_page,
            roles=frozenset({"teacher"}),
            order=65,
        ),
    ]

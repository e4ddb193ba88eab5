"""Where enrolment is found, and by whom."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.auth import Role
from learnup_desktop.features.enrolment.service import EnrolmentService
from learnup_desktop.qt.routes import PageContext, Route


def enrolment_routes(service: EnrolmentService) -> list[Route]:
    """``face`` for students (reached from Exams and Account), ``face-approvals`` for teachers."""

    def student_page(context: PageContext) -> QWidget:
        from learnup_desktop.features.enrolment.enrolment_page import EnrolmentPage

        return EnrolmentPage(service, context)

    def teacher_page(context: PageContext) -> QWidget:
        from learnup_desktop.features.enrolment.approval_page import ApprovalPage

        return ApprovalPage(service, context)

    return [
        Route(
            "face",
            lambda: QCoreApplication.translate("Navigation", "Face for exams"),
            "face-recognition",
            student_page,
            roles=frozenset({Role.STUDENT.value}),
            hidden=True,
            parent="exams",
        ),
        Route(
            "face-approvals",
            lambda: QCoreApplication.translate("Navigation", "Faces to approve"),
            "account-check-outline",
            teacher_page,
            roles=frozenset({Role.TEACHER.value}),
            order=60,
        ),
    ]

"""The teacher's side of enrolment: who waits, their photograph, approve or reject."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from learnup_desktop.contract.face import Enrolment
from learnup_desktop.features.enrolment.service import EnrolmentService
from learnup_desktop.qt.i18n import format_moment
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    Column,
    EmptyState,
    ListRow,
    PageFrame,
    PrimaryButton,
    SecondaryButton,
    StateStack,
    WrapLabel,
    clear_layout,
)


class ApprovalPage(PageFrame):
    """``face-approvals``."""

    def __init__(self, service: EnrolmentService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self.tasks = TaskScope(self)
        self.card = Card(" ")
        self.explanation = WrapLabel("", "body", "text-muted")
        rows = QWidget()
        self.rows = Column(rows, gap=0)
        self.stack = StateStack(rows, empty=EmptyState("", icon="account-check-outline"))
        self.stack.retry_requested.connect(self.reload)
        self.card.add(self.explanation, self.stack)
        self.add(self.card)
        self.finish()
        self.retranslate()

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.card.set_title(self.tr("Faces to approve"))
        self.explanation.setText(
            self.tr("Is this the student? Approve only whom you know. The photograph is used for nothing else.")
        )
        self.stack.empty.set(
            self.tr("Nobody is waiting"),
            self.tr("Students enrol on their own computer; they appear here."),
            icon="account-check-outline",
        )

    def activated(self, parameters: dict[str, object]) -> None:
        """Ask who waits."""
        self.reload()

    def reload(self) -> None:
        """Ask the platform."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.waiting, on_success=self._show, on_failure=self.stack.show_error)

    def _show(self, waiting: list[Enrolment]) -> None:
        clear_layout(self.rows)
        self._context.set_badge("face-approvals", len(waiting))
        if not waiting:
            self.stack.show_empty()
            return
        for enrolment in waiting:
            self.rows.addWidget(self._make_row(enrolment))
        self.stack.show_content()

    def _make_row(self, enrolment: Enrolment) -> ListRow:
        photo = QLabel()
        photo.setAccessibleName(self.tr("Photograph of {name}").format(name=enrolment.student_name))
        row = ListRow(
            enrolment.student_name,
            self.tr("Agreed {when}").format(when=format_moment(enrolment.consent_at)),
            leading=Avatar(enrolment.student_name),
        )
        approve, reject = PrimaryButton(self.tr("Approve")), SecondaryButton(self.tr("Reject"))
        approve.clicked.connect(partial(self._decide, enrolment, True))
        reject.clicked.connect(partial(self._decide, enrolment, False))
        row.add_trailing(photo, approve, reject)
        self.tasks.run(
            partial(self._service.photo, enrolment.id),
            on_success=partial(_put_photo, photo),
            on_failure=lambda error: photo.setText(self.tr("No photograph now")),
        )
        return row

    def _decide(self, enrolment: Enrolment, approve: bool) -> None:
        self.tasks.run(partial(self._service.decide, enrolment.id, approve=approve), on_success=lambda _: self.reload())


def _put_photo(label: QLabel, jpeg: bytes) -> None:
    image = QImage.fromData(jpeg)
    if not image.isNull():
        side = theme().px(72)
        scaled = image.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        label.setPixmap(QPixmap.fromImage(scaled))

"""What is shown where an exam is open on another computer: go on here, and who has to agree to it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import ConflictError, LearnUpError
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.features.exams.seat import SeatAsking, SeatState
from learnup_desktop.qt import i18n
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Banner, Column, PrimaryButton, Row


class SeatPanel(QWidget):
    """Offers to go on here when a start was refused because another computer has the seat.

    Args:
        make_asking: asks for the seat of an attempt.

    Attributes:
        granted: this computer has the seat: start now.
    """

    granted = Signal()

    def __init__(self, make_asking: Callable[[str], SeatAsking]) -> None:
        super().__init__()
        self._make_asking = make_asking
        self._attempt_id = ""
        self._held_by = ""
        self._asking: SeatAsking | None = None
        self._error: LearnUpError | None = None
        self._tasks = TaskScope(self)
        self.banner = Banner("", "", "accent", icon="laptop")
        self.button = PrimaryButton("", icon="laptop")
        self.button.setObjectName("take-seat")
        self.button.clicked.connect(self.ask)
        row = Row()
        row.addWidget(self.button)
        row.addStretch(1)
        column = Column(self, gap=3)
        column.add(self.banner, row)
        self.hide()

    def offer(self, error: LearnUpError | None) -> None:
        """Show the offer when ``error`` is of this kind; hide otherwise."""
        attempt_id = ""
        if isinstance(error, ConflictError) and error.platform_code == ErrorCode.ATTEMPT_LEASE_HELD:
            details = error.arguments.get("details")
            if isinstance(details, dict):
                attempt_id = str(details.get("attemptId", ""))
                self._held_by = str(details.get("deviceName", ""))
        self._attempt_id = attempt_id
        if not attempt_id:
            self._tasks.cancel()
            self._asking = None
        self.setVisible(bool(attempt_id))
        self.retranslate()

    def ask(self) -> None:
        """Ask until somebody decides."""
        asking = self._asking = self._make_asking(self._attempt_id)
        self._error = None
        asking.on_change = self.retranslate
        self._tasks.latest("ask", asking.run, on_success=self._answered, on_failure=self._failed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        asking = self._asking
        device = (asking.held_by if asking is not None else "") or self._held_by or self.tr("another computer")
        self.button.setText(self.tr("Go on with this computer"))
        self.button.setEnabled(asking is None or asking.state is SeatState.REFUSED or self._error is not None)
        title = self.tr("Your exam is open on {device}").format(device=device)
        if self._error is not None:
            said = i18n.translate_error(self._error)
            self.banner.set(said.title, said.advice, "caution")
        elif asking is None:
            text = self.tr("What you wrote there is kept. Only one computer can write at a time.")
            self.banner.set(title, text, "accent")
        elif asking.state is SeatState.REFUSED:
            self.banner.set(title, self.tr("Your teacher wants you to go on there."), "caution")
        elif asking.error is not None:
            self.banner.set(title, self.tr("Your school cannot be reached; LearnUp goes on asking."), "caution")
        else:
            text = self.tr("Your teacher has been asked. If the other computer stays silent, you go on at {time}.")
            moment = i18n.format_time(asking.free_at) if asking.free_at is not None else "…"
            self.banner.set(title, text.format(time=moment), "accent")

    def _answered(self, has_seat: bool) -> None:
        self.retranslate()
        if has_seat:
            self._asking = None
            self.granted.emit()

    def _failed(self, error: LearnUpError) -> None:
        self._error = error
        self.retranslate()

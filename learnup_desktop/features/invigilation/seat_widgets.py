"""A student's other computer asks to go on with the exam: the teacher sees from where to where, and decides."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import Banner, Column, PrimaryButton, Row, SecondaryButton, WrapLabel, show_if


class SeatRequest(QWidget):
    """What is asked, and what was written that could not go into the journal.

    Attributes:
        decided: True to give the seat, False to leave it.
        look_wanted: what was set aside is to be shown.
    """

    decided = Signal(bool)
    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._attempt: AttemptOverview | None = None
        self.banner = Banner("", "", "caution", icon="laptop")
        self.allow = PrimaryButton("")
        self.allow.setObjectName("allow-seat")
        self.refuse = SecondaryButton("")
        self.refuse.setObjectName("refuse-seat")
        self.allow.clicked.connect(lambda: self.decided.emit(True))
        self.refuse.clicked.connect(lambda: self.decided.emit(False))
        self._buttons = QWidget()
        row = Row(self._buttons, gap=2)
        row.add(self.allow, self.refuse)
        row.addStretch(1)
        self.aside = WrapLabel("", "caption")
        column = Column(self, gap=2)
        self.look = SecondaryButton("", icon="tray")
        self.look.setObjectName("look-aside")
        self.look.clicked.connect(self.look_wanted)
        column.add(self.banner, self._buttons, self.aside, self.look)
        self.hide()

    def show_attempt(self, attempt: AttemptOverview) -> None:
        """Show how it stands with this student."""
        self._attempt = attempt
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        attempt = self._attempt
        if attempt is None:
            return
        asked = attempt.seat_asked_by is not None
        self.allow.setText(self.tr("Let them go on there"))
        self.refuse.setText(self.tr("Stay where they are"))
        self.banner.set(
            self.tr("Asks to go on with {device}").format(device=attempt.seat_asked_by or self.tr("another computer")),
            self.tr("The exam is open on {device}, which still answers. What was written there stays.").format(
                device=attempt.device_name or self.tr("another computer")
            ),
        )
        self.aside.setText(
            self.tr("Kept beside the journal, from another computer or after the end: {n}").format(
                n=i18n.format_number(attempt.set_aside)
            )
        )
        show_if(self.banner, asked)
        show_if(self._buttons, asked)
        self.look.setText(self.tr("Compare the answers"))
        show_if(self.aside, attempt.set_aside > 0)
        show_if(self.look, attempt.set_aside > 0)
        show_if(self, asked or attempt.set_aside > 0)

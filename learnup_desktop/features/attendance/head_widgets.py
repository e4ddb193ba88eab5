"""Over the grid: which lesson it is, and what can be done with the whole roll."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    ElidedLabel,
    FlowRow,
    IconButton,
    PrimaryButton,
    Row,
    SecondaryButton,
)

NAME_WIDTH = 240
"""What the lesson's name needs beside the buttons (px at 100 %); with less it stands over them."""


class RollHead(Row):
    """The lesson's name and the buttons."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        words = Column(gap=0)
        self.heading = ElidedLabel("", "strong")
        self.detail = ElidedLabel("", "caption", "text-muted")
        words.add(self.heading, self.detail)
        words.addStretch(1)
        self.other_lesson = IconButton("swap-horizontal", "", boxed=True)
        self.undo = SecondaryButton(icon="undo-variant")
        self.redo = IconButton("redo-variant", "", boxed=True)
        self.rest_present = PrimaryButton(icon="check-all")
        self.cards = SecondaryButton(icon="card-account-details-outline")
        self.roll_call = SecondaryButton(icon="face-recognition")
        self.online = SecondaryButton(icon="video-outline")
        self.record = IconButton("calendar-check-outline", "", boxed=True)
        self.addLayout(words, 2)
        self._buttons = (
            self.other_lesson,
            self.record,
            self.undo,
            self.redo,
            self.cards,
            self.roll_call,
            self.online,
            self.rest_present,
        )
        actions = FlowRow(gap=2, trailing=True)
        actions.add(*self._buttons)
        self.addLayout(actions, 5)

    def fit(self, width: int) -> None:
        """Take the width there is into account: one button alone in a second row would look forgotten."""
        gap = theme().px(8)
        wanted = sum(button.sizeHint().width() + gap for button in self._buttons if not button.isHidden())
        narrow = width < wanted + theme().px(NAME_WIDTH)
        self.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def retranslate(self) -> None:
        """Set the words again."""
        self.other_lesson.set_label(QCoreApplication.translate("AttendancePage", "Other lesson"))
        self.undo.setText(QCoreApplication.translate("AttendancePage", "Undo"))
        self.redo.set_label(QCoreApplication.translate("AttendancePage", "Redo"))
        self.rest_present.setText(QCoreApplication.translate("AttendancePage", "All present"))
        self.rest_present.setToolTip(
            QCoreApplication.translate("AttendancePage", "Marks everybody who has no mark yet (Ctrl A)")
        )
        self.record.set_label(QCoreApplication.translate("AttendancePage", "Record and register of this class"))
        self.online.setText(QCoreApplication.translate("AttendancePage", "Join times"))
        self.online.setToolTip(QCoreApplication.translate("AttendancePage", "Mark by who was in the meeting (F6)"))
        self.cards.setText(QCoreApplication.translate("AttendancePage", "Cards"))
        self.cards.setToolTip(QCoreApplication.translate("AttendancePage", "Mark by student card (F2)"))
        self.roll_call.setText(QCoreApplication.translate("AttendancePage", "Roll call"))
        self.roll_call.setToolTip(QCoreApplication.translate("AttendancePage", "Mark by camera or photographs (F3)"))


class RollMain(QWidget):
    """Head and grid; the head is told how much room there is."""

    def __init__(self, head: RollHead) -> None:
        super().__init__()
        self._head = head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self.width())

"""Over the grid: which lesson it is, and what can be done with the whole roll."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout

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

NARROW = 1000
"""Below this width (px at 100 %) the buttons stand under the lesson's name."""


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
        actions = FlowRow(gap=2, trailing=True)
        actions.add(self.other_lesson, self.record, self.undo, self.redo)
        actions.add(self.cards, self.roll_call, self.online, self.rest_present)
        self.addLayout(actions, 5)

    def fit(self, width: int) -> None:
        """Take the page's width into account: at 200 % the buttons leave no room for the name beside them."""
        narrow = width < theme().px(NARROW)
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

"""The end of a sitting: what is still open before handing in, and what happens while the receipt is on its way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.features.exams.sheet import QuestionMark
from learnup_desktop.features.exams.words import refusal_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    FlowGrid,
    IconLabel,
    Label,
    PrimaryButton,
    Row,
    SecondaryButton,
    WrapLabel,
    clear_layout,
)


class FinishPanel(QWidget):
    """Hand in? What is not answered and what is flagged, each a way back to its question.

    Attributes:
        chosen: index of a question to go back to.
        confirmed: hand in now.
        cancelled: go on writing.
    """

    chosen = Signal(int)
    confirmed = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._marks: Sequence[QuestionMark] = ()
        self._card = Card(gap=4, padding=6)
        self._title = WrapLabel("", "title")
        self._text = WrapLabel("", "body", "text-muted")
        self._lists = Column(gap=4)
        self.back = SecondaryButton("", icon="arrow-left")
        self.hand_in = PrimaryButton("", icon="send-check-outline")
        self.back.clicked.connect(self.cancelled)
        self.hand_in.clicked.connect(self.confirmed)
        self.hand_in.setObjectName("hand-in")
        buttons = Row(gap=3)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.hand_in)
        self._card.add(self._title, self._text, self._lists, buttons)
        column = Column(self, gap=0)
        column.addWidget(self._card)
        column.addStretch(1)
        self.retranslate()

    def show_marks(self, marks: Sequence[QuestionMark]) -> None:
        """Show how the sheet stands."""
        self._marks = marks
        self.retranslate()

    def unanswered(self) -> list[int]:
        """Positions, from 0, that are listed as not answered."""
        return [mark.index for mark in self._marks if not mark.answered]

    def retranslate(self) -> None:
        """Set every text again."""
        self.back.setText(self.tr("Back to the questions"))
        self.hand_in.setText(self.tr("Hand in"))
        answered = sum(mark.answered for mark in self._marks)
        self._title.setText(self.tr("Hand in your exam?"))
        self._text.setText(
            self.tr("You have answered {n} of {total} questions. After handing in nothing can be changed.").format(
                n=i18n.format_number(answered), total=i18n.format_number(len(self._marks))
            )
        )
        clear_layout(self._lists)
        self._add_list(
            self.tr("Not answered yet"), [mark for mark in self._marks if mark.reachable and not mark.answered]
        )
        self._add_list(self.tr("Flagged by you"), [mark for mark in self._marks if mark.reachable and mark.flagged])

    def _add_list(self, title: str, marks: Sequence[QuestionMark]) -> None:
        if not marks:
            return
        grid = FlowGrid(minimum_column=48, gap=2, maximum_columns=12)
        for mark in marks:
            button = SecondaryButton(i18n.format_number(mark.index + 1))
            button.setAccessibleName(self.tr("Go to question {n}").format(n=button.text()))
            button.clicked.connect(lambda _on=False, index=mark.index: self.chosen.emit(index))
            grid.add(button)
        self._lists.add(Label(title, "heading"), grid)


class HandingInPanel(QWidget):
    """It is over for the student; the answers are on their way.

    Attributes:
        leave_requested: the student need not wait here.
    """

    leave_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._error: LearnUpError | None = None
        self._fault: LearnUpError | None = None
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel("cloud-upload-outline", "accent", size=44)
        self._title = WrapLabel("", "title")
        self._text = WrapLabel("", "body", "text-muted")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.leave = SecondaryButton("")
        self.leave.clicked.connect(self.leave_requested)
        card = Card(padding=8, gap=4)
        card.body.addWidget(self._icon, 0, middle)
        card.add(self._title, self._text)
        card.body.addWidget(self.leave, 0, middle)
        column = Column(self)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(2)
        self.retranslate()

    def show_state(self, error: LearnUpError | None, fault: LearnUpError | None) -> None:
        """Say how it goes: ``error`` from the platform, ``fault`` from this PC's disk."""
        self._error, self._fault = error, fault
        self.retranslate()

    def text(self) -> str:
        """What is said, for tests."""
        return f"{self._title.text()} {self._text.text()}"

    def retranslate(self) -> None:
        """Set every text again."""
        self.leave.setText(self.tr("Leave this page"))
        self.leave.setVisible(self._error is not None and self._fault is None)
        if self._fault is not None:
            said = i18n.translate_error(self._fault)
            self._icon.set("content-save-alert-outline", "caution")
            self._title.setText(self.tr("Please do not close LearnUp"))
            self._text.setText(
                self.tr("{reason} {advice} Your answers are kept in memory until they can be saved.").format(
                    reason=said.title, advice=said.advice
                )
            )
        elif self._error is not None:
            title, _ = refusal_words(self._error)
            self._icon.set("cloud-off-outline", "caution")
            self._title.setText(self.tr("Your exam is over and safe on this PC"))
            self._text.setText(
                self.tr("{reason} LearnUp goes on trying and hands it in by itself. You can close this page.").format(
                    reason=title
                )
            )
        else:
            self._icon.set("cloud-upload-outline", "accent")
            self._title.setText(self.tr("Handing in…"))
            self._text.setText(self.tr("Your answers are on this PC and are being sent to your school."))
        self.setAccessibleName(self.text())

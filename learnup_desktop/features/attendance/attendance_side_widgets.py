"""Beside and before the roll: what it adds up to, the current student, and which lesson to mark."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.features.attendance.board import MAXIMUM_MINUTES_LATE, Summary
from learnup_desktop.features.attendance.service import LessonChoice
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import STATE_TONES
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    BaseButton,
    Card,
    Column,
    Divider,
    KeyValueRow,
    ListRow,
    Pill,
    PillButton,
    ProgressBar,
    QuietButton,
    Row,
    SubjectBar,
    TextField,
    clear_layout,
    follow_theme,
)
from learnup_desktop.qt.widgets.text import ElidedLabel, Label

TYPING_PAUSE_MS = 600
"""A reason becomes a mark when typing stops, not at every letter."""


class SummaryCard(Card):
    """``32 of 40 marked`` as a bar and as numbers."""

    def __init__(self) -> None:
        super().__init__(" ", gap=2)
        self._summary: Summary | None = None
        self.bar = ProgressBar()
        self.rows = {state: KeyValueRow("") for state in AttendanceState}
        self.unmarked = KeyValueRow("", muted=True)
        self.add(self.bar, *self.rows.values(), self.unmarked)

    def retranslate(self) -> None:
        """Set the words again."""
        if self._summary is not None:
            self.show_summary(self._summary)

    def show_summary(self, summary: Summary) -> None:
        """Show other numbers."""
        self._summary = summary
        number = i18n.format_number
        title = self.tr("{marked} of {total} marked").format(marked=number(summary.marked), total=number(summary.total))
        self.set_title(title)
        words = {
            AttendanceState.PRESENT: self.tr("Present"),
            AttendanceState.LATE: self.tr("Late"),
            AttendanceState.ABSENT: self.tr("Absent"),
            AttendanceState.EXCUSED: self.tr("Excused"),
        }
        for state, row in self.rows.items():
            row.set(words[state], number(summary.counts[state]))
        self.unmarked.set(self.tr("Not marked"), number(summary.unmarked))
        segments = [(float(summary.counts[state]), STATE_TONES[state]) for state in AttendanceState]
        self.bar.set_segments(segments, max(1, summary.total), description=title)


class _MarkButton(BaseButton):
    """One state; filled while it is the student's."""

    def __init__(self, state: AttendanceState) -> None:
        self._state = state
        super().__init__()
        self.setCheckable(True)

    def colors(self) -> tuple[str | None, str | None, str]:
        if not self.isChecked():
            return "surface-raised", "border", "text"
        tone = STATE_TONES[self._state]
        return f"{tone}-soft", tone, tone


class _Minutes(QSpinBox):
    """A number that Enter is done with."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()


class StudentCard(Card):
    """The current student: four buttons, how late, and why.

    Attributes:
        marked: the state whose button was pressed.
        cleared: the mark is to be taken away.
        details_changed: minutes late and reason.
        left: the keyboard goes back to the grid.
        history_wanted: who marked what when.
    """

    marked = Signal(AttendanceState)
    cleared = Signal()
    details_changed = Signal(int, str)
    left = Signal()
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._student: RollStudent | None = None
        self._mark: Mark | None = None
        self.avatar = Avatar(square=True, diameter=40)
        self.name = ElidedLabel("", "body", bold=True)
        self.number = Label("", "caption", "text-muted")
        head = Row(gap=3)
        words = Column(gap=0)
        words.add(self.name, self.number)
        head.addWidget(self.avatar)
        head.addLayout(words, 1)
        self.buttons = {state: _MarkButton(state) for state in AttendanceState}
        grid = QGridLayout()
        for index, (state, button) in enumerate(self.buttons.items()):
            button.clicked.connect(partial(self._pressed, state))
            grid.addWidget(button, index // 2, index % 2)
        self._grid = grid
        self.minutes_label = Label("", "caption", bold=True)
        self.minutes = _Minutes()
        theme().dress(self.minutes)
        self.minutes.setRange(0, MAXIMUM_MINUTES_LATE)
        self.minutes.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.minutes.setKeyboardTracking(False)
        self.minutes.valueChanged.connect(self._emit_details)
        self.minutes_label.setBuddy(self.minutes)
        self.reason = TextField("")
        self.reason.edit.setMaxLength(500)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._emit_details)
        self.reason.edit.textEdited.connect(lambda _: self._pause.start())
        self.reason.edit.editingFinished.connect(self._finish_reason)
        self.reason.edit.returnPressed.connect(self.left)
        self.minutes.entered.connect(self.left)
        self.history = QuietButton(icon="history")
        self.history.clicked.connect(self.history_wanted)
        self._suggestions = Row(gap=1)
        self._suggestion_box = QWidget()
        self._suggestion_box.setLayout(self._suggestions)
        self.add(head, grid, self.minutes_label, self.minutes, self.reason, self._suggestion_box, self.history)
        follow_theme(self._fit)
        self.retranslate()

    def _fit(self) -> None:
        self._grid.setSpacing(theme().space(2))
        self.minutes.setFont(theme().font("body"))

    def retranslate(self) -> None:
        """Set the words again."""
        words = {
            AttendanceState.PRESENT: self.tr("Present"),
            AttendanceState.LATE: self.tr("Late"),
            AttendanceState.ABSENT: self.tr("Absent"),
            AttendanceState.EXCUSED: self.tr("Excused"),
        }
        for state, button in self.buttons.items():
            button.setText(words[state])
            button.updateGeometry()
        self.minutes_label.setText(self.tr("Minutes late"))
        self.minutes.setAccessibleName(self.tr("Minutes late"))
        self._label_reason()
        self.history.setText(self.tr("History of marks"))
        self.history.setToolTip(self.tr("Every mark of this student in this lesson (F5)"))
        clear_layout(self._suggestions)
        for reason in (self.tr("Ill"), self.tr("Family"), self.tr("School duty")):
            pill = PillButton(reason, small=True)
            pill.clicked.connect(partial(self._suggest, reason))
            self._suggestions.addWidget(pill)
        self._suggestions.addStretch(1)

    def show_student(self, student: RollStudent, mark: Mark | None) -> None:
        """Show somebody; what is being typed about the same student stays."""
        same = self._student is not None and self._student.id == student.id
        if not same:
            self._pause.stop()
        self._student, self._mark = student, mark
        self.avatar.set_name(student.name)
        self.name.setText(student.name)
        self.number.setText(student.index_number)
        state = mark.state if mark is not None else None
        for key, button in self.buttons.items():
            button.setChecked(key is state)
        late = state is AttendanceState.LATE
        self.minutes_label.setVisible(late)
        self.minutes.setVisible(late)
        with QSignalBlocker(self.minutes):
            self.minutes.setValue(mark.minutes_late if mark is not None else 0)
        self.reason.setVisible(state is not None)
        self._label_reason()
        self._suggestion_box.setVisible(state is AttendanceState.EXCUSED)
        if not (same and self._pause.isActive()):
            note = mark.note if mark is not None else ""
            if self.reason.text() != note:
                self.reason.set_text(note)

    def focus_details(self) -> None:
        """The keyboard to what can be said about this mark: the minutes of a late one, else the note."""
        mark = self._mark
        if mark is None:
            return
        field = self.minutes if mark.state is AttendanceState.LATE else self.reason.edit
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def focus_note(self) -> None:
        """The keyboard to the note."""
        if self._mark is not None:
            self.reason.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reason.edit.selectAll()

    def _label_reason(self) -> None:
        present = self._mark is not None and self._mark.state is AttendanceState.PRESENT
        self.reason.set_label(self.tr("Note") if present else self.tr("Reason"))

    def _pressed(self, state: AttendanceState) -> None:
        if self._mark is not None and self._mark.state is state:
            self.cleared.emit()
        else:
            self.marked.emit(state)

    def _suggest(self, reason: str) -> None:
        self.reason.set_text(reason)
        self._emit_details()

    def _finish_reason(self) -> None:
        if self._pause.isActive():
            self._emit_details()

    def _emit_details(self) -> None:
        self._pause.stop()
        if self._mark is not None:
            self.details_changed.emit(self.minutes.value(), self.reason.text())


class LessonChooser(QWidget):
    """Lessons by day.

    Attributes:
        chosen: id of the lesson to mark.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._days = Column(self, gap=4)
        self.rows: list[ListRow] = []
        self._building = Gradual(self)

    def show_choices(self, choices: Sequence[LessonChoice], now: datetime) -> None:
        """Show other lessons, grouped by day."""
        clear_layout(self._days)
        self.rows = []
        self._building.start(self._build(choices, now))

    def _build(self, choices: Sequence[LessonChoice], now: datetime) -> Iterator[None]:
        today = i18n.local(now).date()
        self._days.addStretch(1)
        for day, group in groupby(choices, key=lambda choice: i18n.local(choice.lesson.starts_at).date()):
            title = f"{i18n.format_weekday(day)} {i18n.format_date(day)}"
            if day == today:
                title = " · ".join((self.tr("Today"), title))
            card = Card(title, gap=1)
            self._days.insertWidget(self._days.count() - 1, card)
            for choice in group:
                card.add(Divider(), self._row(choice))
                yield

    def _row(self, choice: LessonChoice) -> ListRow:
        lesson, language = choice.lesson, i18n.language()
        number = i18n.format_number
        text = self.tr("{marked} of {total}").format(marked=number(choice.marked), total=number(choice.total))
        done = choice.total > 0 and choice.marked >= choice.total
        pill = Pill(text, "positive" if done else "neutral", icon="check-circle" if done else "account-check-outline")
        place = self.tr("online") if lesson.online else lesson.room
        row = ListRow(
            " · ".join(part for part in (lesson.class_name.text(language), lesson.topic.text(language)) if part),
            f"{i18n.format_time_range(lesson.starts_at, lesson.ends_at)} · {place}",
            leading=SubjectBar(lesson.colour),
            trailing=pill,
            wrap=True,
            clickable=True,
        )
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.clicked.connect(partial(self.chosen.emit, lesson.id))
        self.rows.append(row)
        return row

"""Join times beside the grid: what a live class's stays suggest, confirmed one by one or all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.attendance import AttendanceState, MarkMethod, ProposedMark
from learnup_desktop.features.attendance.board import AttendanceBoard, SeenAs
from learnup_desktop.features.attendance.online import JoinTimes
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import state_words
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    BaseButton,
    Card,
    Column,
    FlowRow,
    KeyedColumn,
    KeyedRow,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    TwoLines,
    WrapLabel,
    show_if,
)


class JoinTimesCard(Card):
    """Join times of the open lesson.

    Attributes:
        marked: marks to keep.
        ended: the card was closed.
        pointed: id of the student who was just confirmed.
    """

    marked = Signal(list)
    ended = Signal()
    pointed = Signal(str)

    def __init__(self, times: JoinTimes, tasks: TaskScope) -> None:
        super().__init__(" ", gap=3)
        self._times = times
        self._tasks = tasks
        self._board: AttendanceBoard | None = None
        self._proposed: Sequence[ProposedMark] | None = None
        self._error: LearnUpError | None = None
        self._building = Gradual(self)
        self.words = WrapLabel("", "caption", "text-muted")
        self.all = PrimaryButton(icon="check-all")
        self.again = SecondaryButton(icon="refresh")
        self.done = QuietButton(icon="close")
        self.rows = KeyedColumn(gap=2)
        row = FlowRow(gap=2)
        row.add(self.all, self.again, self.done)
        self.add(self.words, row, self.rows)
        self.all.clicked.connect(self.confirm_all)
        self.again.clicked.connect(self._ask)
        self.done.clicked.connect(self.end)
        self.hide()
        self.retranslate()

    def begin(self, board: AttendanceBoard) -> None:
        """Ask for this lesson."""
        self._board = board
        self._proposed = self._error = None
        self.show()
        self.refresh()
        self._ask()

    def end(self) -> None:
        """Close it; what was not confirmed is no mark."""
        if not self.isHidden():
            self._board = None
            self.hide()
            self.ended.emit()

    def open_proposals(self) -> list[ProposedMark]:
        """What waits for an answer: nobody who is marked already, nobody who is not on the roll here."""
        board = self._board
        if board is None:
            return []
        on_roll = {student.id for student in board.students}
        return [
            item
            for item in self._proposed or ()
            if item.student_id in on_roll and board.mark_of(item.student_id) is None
        ]

    def confirm(self, student_id: str, state: AttendanceState, minutes_late: int = 0) -> None:
        """The teacher says so of one."""
        self._put([SeenAs(student_id, state, minutes_late)])
        self.pointed.emit(student_id)

    def confirm_all(self) -> None:
        """Everything that is proposed, as one action; who stayed too short to say is left to the teacher."""
        self._put(
            [
                SeenAs(item.student_id, item.state, item.minutes_late)
                for item in self.open_proposals()
                if item.state is not None
            ]
        )

    def refresh(self) -> None:
        """Show what waits now; the page calls this when marks have changed."""
        if self.isHidden() or self._tasks.closed:
            return
        waiting = self.open_proposals()
        self.words.setText(self._said(len(waiting)))
        clear = [item for item in waiting if item.state is not None]
        show_if(self.all, bool(clear))
        self.all.setText(self.tr("Confirm all {count}").format(count=i18n.format_number(len(clear))))
        language = i18n.language()
        rows = [KeyedRow(item.student_id, (item, language), partial(self._row, item)) for item in waiting]
        self._building.start(self.rows.showing(rows))

    def retranslate(self) -> None:
        """Set the words again."""
        self.set_title(self.tr("Join times"))
        self.again.setText(self.tr("Ask again"))
        self.done.setText(self.tr("Close"))
        self.refresh()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        board = self._board
        if board is not None:
            self._tasks.latest(
                "join times",
                partial(self._times.proposal, board.lesson.id),
                on_success=partial(self._take, board),
                on_failure=self._failed,
            )

    def _take(self, board: AttendanceBoard, proposed: Sequence[ProposedMark]) -> None:
        if board is self._board:
            self._proposed, self._error = proposed, None
            self.refresh()

    def _failed(self, error: LearnUpError) -> None:
        self._error = error
        self.refresh()

    def _said(self, waiting: int) -> str:
        if self._error is not None:
            said = i18n.translate_error(self._error)
            return f"{said.title} {said.advice}".strip()
        if self._proposed is None:
            return self.tr("Asking who was in the meeting…")
        if not self._proposed:
            return self.tr("Nobody has joined yet.")
        if not waiting:
            return self.tr("Everybody is marked.")
        return self.tr("From when people joined and left. Nothing is marked until you confirm it.")

    def _row(self, item: ProposedMark) -> QWidget:
        row = QWidget()
        column = Column(row, gap=1)
        there = self.tr("there {minutes} min").format(minutes=i18n.format_number(item.minutes_there))
        if item.state is None:
            detail = self.tr("{there}: too short to say").format(there=there)
            answers = [(state_words(state), state, 0) for state in (AttendanceState.PRESENT, AttendanceState.ABSENT)]
        else:
            detail = f"{state_words(item.state, item.minutes_late)} · {there}"
            answers = [(self.tr("Confirm"), item.state, item.minutes_late)]
        buttons = FlowRow(gap=2)
        for text, state, minutes in answers:
            button: BaseButton = SecondaryButton(text)
            button.setAccessibleName(f"{item.student_name}: {state_words(state, minutes)}")
            button.clicked.connect(partial(self.confirm, item.student_id, state, minutes))
            buttons.add(button)
        column.add(TwoLines(item.student_name, detail, wrap=True), buttons)
        return row

    def _put(self, seen: Sequence[SeenAs]) -> None:
        if self._board is not None and seen:
            marks = self._board.mark_as(seen, MarkMethod.ONLINE)
            self.marked.emit(marks)
            self.refresh()

"""Attendance by hand: a lesson, its roll as a grid, the keys P, L, A, E. A mark is on the disk before it is sent."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.features.attendance.attendance_side_widgets import LessonChooser, StudentCard, SummaryCard
from learnup_desktop.features.attendance.attendance_widgets import RollGrid, StudentTile, TileState
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.service import AttendanceService, LessonChoice, OpenRoll
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    ElidedLabel,
    EmptyState,
    FlowRow,
    IconButton,
    PageFrame,
    PrimaryButton,
    QuietButton,
    Row,
    SearchEdit,
    SecondaryButton,
    SideBySide,
    StateStack,
    WrapLabel,
)

NARROW = 900
"""Below this width (px at 100 %) the buttons stand under the lesson's name."""

SAVE_AGAIN_MS = 2000
"""A disk that refused a mark is asked again after this long."""

MARK_KEYS = frozenset("pPlLaAeE")


class AttendancePage(PageFrame):
    """Chooser and board in one page."""

    def __init__(self, service: AttendanceService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._board: AttendanceBoard | None = None
        self._roll: OpenRoll | None = None
        self._online = True
        self._wanted = ""
        self._unsaved: list[Mark] = []
        self._told_unsaved = False
        self._save_again = QTimer(self)
        self._save_again.setSingleShot(True)
        self._save_again.setInterval(SAVE_AGAIN_MS)
        self._save_again.timeout.connect(self._save)
        self.tasks = TaskScope(self)
        self.chooser = LessonChooser()
        self.chooser.chosen.connect(self.open_lesson)
        self.grid = RollGrid()
        self.summary = SummaryCard()
        self.student = StudentCard()
        self.side_by_side = SideBySide(self._make_main(), self._make_side(), side_share=0.245)
        body = QWidget()
        Column(body).add(self.chooser, self.side_by_side)
        self.stack = StateStack(body, empty=EmptyState(icon="account-check-outline"), skeleton_rows=6)
        self.stack.retry_requested.connect(self.reload)
        self.stack.empty_action_requested.connect(self.show_chooser)
        self.add(self.stack)
        self.finish()
        self.grid.current_changed.connect(self._show_current)
        self.grid.tile_added.connect(self._show_tile)
        self.student.marked.connect(self.mark)
        self.student.cleared.connect(self.clear_mark)
        self.student.details_changed.connect(self._change_details)
        self._add_shortcuts()
        unsubscribe = service.subscribe(self._refresh_marks)
        self.destroyed.connect(lambda: unsubscribe())
        self.retranslate()

    def _make_main(self) -> QWidget:
        main = QWidget()
        column = Column(main, gap=4)
        head = Row(gap=3)
        words = Column(gap=0)
        self.heading = ElidedLabel("", "strong")
        self.detail = ElidedLabel("", "caption", "text-muted")
        words.add(self.heading, self.detail)
        self.other_lesson = QuietButton(icon="swap-horizontal")
        self.undo_button = SecondaryButton(icon="undo-variant")
        self.redo_button = IconButton("redo-variant", "", boxed=True)
        self.rest_present = PrimaryButton(icon="check-all")
        self.other_lesson.clicked.connect(self.show_chooser)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.rest_present.clicked.connect(self.mark_rest_present)
        head.addLayout(words, 1)
        actions = FlowRow(gap=3, trailing=True)
        actions.add(self.other_lesson, self.undo_button, self.redo_button, self.rest_present)
        head.addLayout(actions)
        self._head = head
        column.add(head, self.grid)
        column.addStretch(1)
        return main

    def _make_side(self) -> QWidget:
        side = QWidget()
        self.finder = SearchEdit()
        self.finder.textChanged.connect(self._find)
        self.finder.returnPressed.connect(self._leave_find)
        self.hint = WrapLabel("", "caption", "text-muted")
        column = Column(side, gap=3)
        column.add(self.summary, self.student, self.finder, self.hint)
        column.addStretch(1)
        return side

    def _add_shortcuts(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: list[tuple[QKeySequence, Callable[[], None]]] = [
            (QKeySequence("Ctrl+Z"), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+A"), self.mark_rest_present),
            (QKeySequence("/"), self._focus_find),
            (QKeySequence("Ctrl+F"), self._focus_find),
        ]
        for sequence, action in keys:
            QShortcut(sequence, self, action, context=context)
        for key, state in zip("PLAE", AttendanceState, strict=True):
            QShortcut(QKeySequence(key), self, partial(self.mark, state), context=context)
        QShortcut(QKeySequence("Del"), self, self.clear_mark, context=context)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # At 200 % the buttons leave no room for the lesson's name beside them.
        narrow = self.width() < theme().px(NARROW)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.other_lesson.setText(self.tr("Other lesson"))
        self.undo_button.setText(self.tr("Undo"))
        self.redo_button.set_label(self.tr("Redo"))
        self.rest_present.setText(self.tr("All present"))
        self.rest_present.setToolTip(self.tr("Marks everybody who has no mark yet (Ctrl A)"))
        self.finder.setPlaceholderText(self.tr("Find by name or number"))
        self.finder.setAccessibleName(self.tr("Find by name or number"))
        self.hint.setText(
            self.tr(
                "P present · L late · A absent · E excused · Del takes the mark away · arrows move · type a name or / "
                "to find · Ctrl Z undo. Marks are kept on this PC and sent when the network is back."
            )
        )
        self.summary.retranslate()
        self.student.retranslate()
        self._show_all()

    def activated(self, parameters: dict[str, object]) -> None:
        wanted = parameters.get("lesson_id")
        self._wanted = wanted if isinstance(wanted, str) else ""
        if self._board is None or self._wanted not in ("", self._board.lesson.id):
            self.reload()
        else:
            self._refresh_marks()
            self._focus_grid()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated: another screen's marks, or the roll itself."""
        if not self.side_by_side.isVisibleTo(self) or self._board is None:
            if streams & {"lessons", "rolls", "attendance"}:
                self.reload()
        elif streams & {"rolls", "lessons"}:
            self._load(self._board.lesson.id, again=True)
        elif "attendance" in streams:
            self._refresh_marks()

    def connection_changed(self, online: bool) -> None:
        """Say how old the roll is while there is no network."""
        self._online = online
        self._show_heading()

    # -- choosing -----------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Open the wanted lesson, else the one that a teacher standing in class means, else the chooser."""
        self.stack.show_loading()
        if self._wanted or (self._board is not None and self.side_by_side.isVisibleTo(self)):
            self._load(self._wanted or (self._board.lesson.id if self._board is not None else ""))
        else:
            self.tasks.latest(
                "load",
                self._service.lesson_to_mark,
                on_success=lambda lesson: self.open_lesson(lesson.id) if lesson is not None else self.show_chooser(),
                on_failure=self.stack.show_error,
            )

    def show_chooser(self) -> None:
        """The lessons of the last days."""
        self._wanted = ""
        self.tasks.latest(
            "load", self._service.choices, on_success=self._show_choices, on_failure=self.stack.show_error
        )

    def open_lesson(self, lesson_id: str) -> None:
        """Mark this one."""
        self._wanted = lesson_id
        self._load(lesson_id)

    def _load(self, lesson_id: str, *, again: bool = False) -> None:
        self.tasks.latest(
            "load",
            lambda: self._service.open(lesson_id),
            on_success=partial(self._show_roll, again=again),
            on_failure=self.stack.show_error,
        )

    def _show_choices(self, choices: Sequence[LessonChoice]) -> None:
        self.chooser.show_choices(choices, self._service.now())
        self.chooser.show()
        self.side_by_side.hide()
        if choices:
            self.stack.show_content()
        else:
            title = self.tr("No lessons to mark")
            self.stack.empty.set(
                title, self.tr("Lessons of the last seven days appear here."), icon="calendar-blank-outline"
            )
            self.stack.show_empty()

    def _show_roll(self, opened: OpenRoll, *, again: bool) -> None:
        before = self._board
        same = before is not None and before.lesson == opened.board.lesson and before.students == opened.board.students
        self._roll = opened
        self.chooser.hide()
        self.side_by_side.show()
        if same and before is not None:
            before.take(opened.marks.standing.values())
        else:
            self._board = opened.board
            self.grid.show_students(opened.board.students)
        self._show_all()
        if not opened.board.students:
            title = self.tr("The roll of this class is not on this computer yet")
            text = self.tr("It is fetched as soon as there is a network.")
            self.stack.empty.set(title, text, icon="account-group-outline", action=self.tr("Other lesson"))
            self.stack.show_empty()
            return
        self.stack.show_content()
        if not again:
            self._focus_grid()

    # -- marking ------------------------------------------------------------------------------------------------------

    def board(self) -> AttendanceBoard | None:
        """The roll that is open."""
        return self._board

    def mark(self, state: AttendanceState) -> None:
        """Mark the current student."""
        board, index = self._board, self.grid.current()
        if board is not None and self._can_mark(index):
            self._put(board.mark(board.students[index].id, state))

    def clear_mark(self) -> None:
        """Take the current student's mark away."""
        board, index = self._board, self.grid.current()
        if board is not None and self._can_mark(index):
            self._put(board.clear(board.students[index].id))

    def mark_rest_present(self) -> None:
        """Everybody who has no mark yet is present."""
        if self._board is not None and self._can_mark(0):
            self._put(self._board.mark_rest_present())

    def undo(self) -> None:
        """Take the last action back."""
        if self._board is not None and self._can_mark(0):
            self._put(self._board.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._board is not None and self._can_mark(0):
            self._put(self._board.redo())

    def _can_mark(self, index: int) -> bool:
        board = self._board
        return board is not None and 0 <= index < len(board.students) and self.side_by_side.isVisibleTo(self)

    def _change_details(self, minutes: int, note: str) -> None:
        board, index = self._board, self.grid.current()
        if board is None or not self._can_mark(index):
            return
        student = board.students[index].id
        held = board.mark_of(student)
        if held is not None:
            self._put(board.mark(student, held.state, minutes_late=minutes, note=note))

    def _put(self, marks: list[Mark]) -> None:
        self._unsaved = [*self._unsaved, *marks]
        self._show_all()
        self._save()

    def _save(self) -> None:
        """Everything that is not on the disk yet, oldest first."""
        marks, self._unsaved = self._unsaved, []
        if marks:
            work = partial(self._service.put, marks)
            self.tasks.run(work, on_success=self._saved, on_failure=partial(self._not_saved, marks), name="mark")

    def _saved(self, _: None) -> None:
        self._told_unsaved = bool(self._unsaved)
        self._refresh_marks()

    def _not_saved(self, marks: list[Mark], error: LearnUpError) -> None:
        """The disk refused: the marks stay on the screen, say so, and are tried again until they are on the disk."""
        self._unsaved = sorted([*marks, *self._unsaved], key=lambda mark: (mark.marked_at, mark.id))
        if not self._told_unsaved:
            self._told_unsaved = True
            notices.report(error)
        self._show_all()
        self._save_again.start()

    def _refresh_marks(self) -> None:
        board = self._board
        if board is not None and not self.tasks.closed:
            self.tasks.latest("marks", partial(self._service.refresh, board), on_success=self._take_marks)

    def _take_marks(self, opened: OpenRoll) -> None:
        if self._board is not None and opened.board is self._board:
            self._board.take(opened.marks.standing.values())
            self._roll = opened
            self._show_all()

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        board = self._board
        if board is None:
            return
        for tile in self.grid.tiles():
            self._show_tile(tile)
        self.undo_button.setEnabled(board.can_undo)
        self.redo_button.setEnabled(board.can_redo)
        self.rest_present.setEnabled(board.summary().unmarked > 0)
        self.summary.show_summary(board.summary())
        self._show_current(self.grid.current())
        self._show_heading()

    def _show_tile(self, tile: StudentTile) -> None:
        tile.show_state(self._tile_state(tile.student.id))

    def _show_current(self, index: int) -> None:
        board = self._board
        if board is not None and 0 <= index < len(board.students):
            student = board.students[index]
            self.student.show_student(student, board.mark_of(student.id))

    def _show_heading(self) -> None:
        board, roll = self._board, self._roll
        if board is None or roll is None:
            return
        lesson = board.lesson
        language = i18n.language()
        place = self.tr("online") if lesson.online else lesson.room
        self.heading.setText(f"{lesson.class_name.text(language)} · {place}")
        day = i18n.local(lesson.starts_at).date()
        today = i18n.local(self._service.now()).date()
        date = self.tr("Today") if day == today else i18n.format_date(day, weekday=True)
        parts = [
            f"{date} {i18n.format_time_range(lesson.starts_at, lesson.ends_at)}",
            self.tr("{count} on the roll").format(count=i18n.format_number(len(board.students))),
        ]
        if not self._online and roll.as_of is not None:
            parts.append(self.tr("as of {time}").format(time=i18n.format_moment(roll.as_of)))
        self.detail.setText(" · ".join(parts))

    def _tile_state(self, student_id: str) -> TileState:
        board, roll = self._board, self._roll
        mark = board.mark_of(student_id) if board is not None else None
        if mark is None or roll is None:
            return TileState(spoken=self.tr("not marked"))
        words = {
            AttendanceState.PRESENT: self.tr("Present"),
            AttendanceState.LATE: self.tr("Late"),
            AttendanceState.ABSENT: self.tr("Absent"),
            AttendanceState.EXCUSED: self.tr("Excused"),
        }[mark.state]
        if mark.state is AttendanceState.LATE and mark.minutes_late:
            words = self.tr("Late {minutes} min").format(minutes=i18n.format_number(mark.minutes_late))
        refused = student_id in roll.marks.refused
        unsaved = any(waiting.student_id == student_id for waiting in self._unsaved)
        detail = self.tr("not accepted") if refused else self.tr("not saved yet") if unsaved else mark.note
        sent = student_id not in roll.marks.waiting and roll.marks.standing.get(student_id) == mark
        spoken = ", ".join(part for part in (words, detail, "" if sent or unsaved else self.tr("on this PC")) if part)
        return TileState(words, mark.state, detail, sent, spoken)

    # -- finding ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        typed = text.isalnum() and text not in MARK_KEYS
        if plain and typed and self._can_mark(0) and not self.finder.hasFocus():
            self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.finder.setText(text)
        elif event.key() == Qt.Key.Key_Escape and self.finder.hasFocus():
            self._leave_find()
        else:
            super().keyPressEvent(event)

    def _find(self, typed: str) -> None:
        if self._board is None:
            return
        found = self._board.find(typed)
        if found is not None:
            self.grid.set_current(found, focus=False)
        self.finder.setProperty("invalid", bool(typed.strip()) and found is None)
        self.finder.style().unpolish(self.finder)
        self.finder.style().polish(self.finder)

    def _focus_find(self) -> None:
        self.finder.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.finder.selectAll()

    def _leave_find(self) -> None:
        self.finder.clear()
        self._focus_grid()

    def _focus_grid(self) -> None:
        self.grid.set_current(max(0, self.grid.current()))

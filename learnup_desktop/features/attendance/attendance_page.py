"""Attendance by hand: a lesson, its roll as a grid, the keys P, L, A, E. A mark is on the disk before it is sent."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.features.attendance.attendance_side_widgets import LessonChooser, StudentCard, SummaryCard
from learnup_desktop.features.attendance.attendance_widgets import RollGrid, StudentTile, TileState
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.card_camera import CardCamera
from learnup_desktop.features.attendance.cards import CardDesk
from learnup_desktop.features.attendance.cards_widgets import CardsCard
from learnup_desktop.features.attendance.head_widgets import RollHead, RollMain
from learnup_desktop.features.attendance.helpers_widgets import Helpers
from learnup_desktop.features.attendance.history_widgets import open_history
from learnup_desktop.features.attendance.online import JoinTimes
from learnup_desktop.features.attendance.online_widgets import JoinTimesCard
from learnup_desktop.features.attendance.roll_call import RollCall
from learnup_desktop.features.attendance.roll_call_widgets import RollCallCard
from learnup_desktop.features.attendance.service import AttendanceService, LessonChoice, OpenRoll
from learnup_desktop.features.attendance.words_widgets import lesson_words, tell_changes, tile_state
from learnup_desktop.qt import notices
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Column,
    EmptyState,
    PageFrame,
    PartByPart,
    SearchEdit,
    SideBySide,
    StateStack,
    WrapLabel,
    show_if,
)

SAVE_AGAIN_MS = 2000
"""A disk that refused a mark is asked again after this long."""

MARK_KEYS = frozenset("pPlLaAeE")


class AttendancePage(PageFrame):
    """Chooser and board in one page."""

    def __init__(
        self,
        service: AttendanceService,
        context: PageContext,
        roll_call: RollCall | None = None,
        desk: CardDesk | None = None,
        times: JoinTimes | None = None,
        reader: CardCamera | None = None,
    ) -> None:
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
        self.helpers = Helpers(self.tasks, roll_call, desk, times, reader, self)
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
        self.student.left.connect(self._focus_grid)
        self.grid.details_wanted.connect(self.student.focus_details)
        self.student.history_wanted.connect(self.show_history)
        self.helpers.marked.connect(self._put)
        self.helpers.changed.connect(self._show_tiles)
        self.helpers.pointed.connect(self._point_to)
        self.helpers.ended.connect(self._focus_grid)
        self._add_shortcuts()
        unsubscribe = service.subscribe(self._refresh_marks)
        self.destroyed.connect(lambda: unsubscribe())
        self.retranslate()

    def _make_main(self) -> QWidget:
        self.head = head = RollHead()
        main = RollMain(head)
        column = Column(main, gap=4)
        self.heading, self.detail = head.heading, head.detail
        self.undo_button, self.redo_button, self.rest_present = head.undo, head.redo, head.rest_present
        # Only ever hidden here: shown before they have a parent, they would be windows of their own for a moment.
        by_camera, by_card, _ = self.helpers.offered
        for button, offered in ((head.roll_call, by_camera), (head.cards, by_card)):
            if not offered:
                button.hide()
        head.online.hide()
        head.online.clicked.connect(self.open_join_times)
        head.record.clicked.connect(self.open_record)
        head.cards.clicked.connect(self.open_cards)
        head.roll_call.clicked.connect(self.open_roll_call)
        head.other_lesson.clicked.connect(self.show_chooser)
        head.undo.clicked.connect(self.undo)
        head.redo.clicked.connect(self.redo)
        head.rest_present.clicked.connect(self.mark_rest_present)
        column.add(head, self.grid)
        column.addStretch(1)
        return main

    def _make_side(self) -> QWidget:
        side = PartByPart()
        self.finder = SearchEdit()
        self.finder.textChanged.connect(self._find)
        self.finder.returnPressed.connect(self._leave_find)
        self.hint = WrapLabel("", "caption", "text-muted")
        self.helpers.put_into(side.column, 1)
        side.add(self.summary, self.student, self.finder, self.hint)
        side.column.addStretch(1)
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
            (QKeySequence("F2"), self.open_cards),
            (QKeySequence("F3"), self.open_roll_call),
            (QKeySequence("F4"), self.student.focus_note),
            (QKeySequence("F5"), self.show_history),
            (QKeySequence("F6"), self.open_join_times),
        ]
        for sequence, action in keys:
            QShortcut(sequence, self, action, context=context)
        for key, state in zip("PLAE", AttendanceState, strict=True):
            QShortcut(QKeySequence(key), self, partial(self.mark, state), context=context)
        QShortcut(QKeySequence("Del"), self, self.clear_mark, context=context)

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.head.retranslate()
        self.finder.setPlaceholderText(self.tr("Find by name or number"))
        self.finder.setAccessibleName(self.tr("Find by name or number"))
        self.hint.setText(
            self.tr(
                "P present · L late · A absent · E excused · Del takes the mark away · arrows move · Enter minutes or "
                "note · type a name or / to find · Ctrl Z undo. Marks are kept on this PC and sent when the network is "
                "back."
            )
        )
        self.summary.retranslate()
        self.student.retranslate()
        self.helpers.retranslate()
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
        self.helpers.end()
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
            self.helpers.end()
            self._board = opened.board
            self.grid.show_students(opened.board.students)
            show_if(self.head.online, opened.board.lesson.online and self.helpers.offered[2])
            self.head.fit(self.grid.width())
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

    def open_cards(self) -> None:
        """Mark by card."""
        self._open_helper(lambda: self.helpers.cards)

    def open_roll_call(self) -> None:
        """Mark by camera or photographs."""
        self._open_helper(lambda: self.helpers.roll_call)

    def open_join_times(self) -> None:
        """Mark a live class by who was in its meeting."""
        if self._board is not None and self._board.lesson.online:
            self._open_helper(lambda: self.helpers.join_times)

    def _open_helper(self, built: Callable[[], RollCallCard | CardsCard | JoinTimesCard | None]) -> None:
        if self._board is None or not self._can_mark(0):
            return
        card = built()
        if card is not None:
            card.begin(self._board)
            self._bring_into_view(card)

    def open_record(self) -> None:
        """What this class's marks add up to, and its register."""
        if self._board is not None:
            self._context.navigate("class-attendance", class_id=self._board.lesson.class_id)

    def _bring_into_view(self, helper: QWidget) -> None:
        """Where the side stands below the grid, what was opened would be out of sight."""
        if self._scroll is not None and self.side_by_side.is_stacked():
            QTimer.singleShot(0, helper, partial(self._scroll.ensureWidgetVisible, helper))

    def deactivated(self) -> None:
        """Another page is shown: the camera goes dark."""
        self.helpers.end()

    def show_history(self) -> None:
        """Every mark ever made about the current student in this lesson."""
        board, index = self._board, self.grid.current()
        if board is not None and self._can_mark(index):
            self.tasks.latest("history", partial(open_history, self, self._service, board, board.students[index]))

    def _point_to(self, student_id: str) -> None:
        students = self._board.students if self._board is not None else ()
        for index, student in enumerate(students):
            if student.id == student_id:
                self.grid.set_current(index, focus=self.grid.hasFocus())

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
        board = self._board
        if board is not None and opened.board is board:
            before = {student.id: board.mark_of(student.id) for student in board.students}
            changed = board.take(opened.marks.standing.values())
            self._roll = replace(opened, last=self._roll.last if self._roll is not None else {})
            self._show_all()
            tell_changes(board, before, changed)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        board = self._board
        if board is None:
            return
        self._show_tiles()
        self.undo_button.setEnabled(board.can_undo)
        self.redo_button.setEnabled(board.can_redo)
        self.rest_present.setEnabled(board.summary().unmarked > 0)
        self.summary.show_summary(board.summary())
        self.helpers.marks_changed()
        self._show_current(self.grid.current())
        self._show_heading()

    def _show_tiles(self) -> None:
        if self._board is not None:
            for tile in self.grid.tiles():
                self._show_tile(tile)

    def _show_tile(self, tile: StudentTile) -> None:
        tile.show_state(self._tile_state(tile.student.id))

    def _show_current(self, index: int) -> None:
        board = self._board
        if board is not None and 0 <= index < len(board.students):
            student = board.students[index]
            self.student.show_student(student, board.mark_of(student.id))

    def _show_heading(self) -> None:
        board, roll = self._board, self._roll
        if board is not None and roll is not None:
            as_of = None if self._online else roll.as_of
            title, detail = lesson_words(board.lesson, len(board.students), self._service.now(), as_of)
            self.heading.setText(title)
            self.detail.setText(detail)

    def _tile_state(self, student_id: str) -> TileState:
        board, roll = self._board, self._roll
        if board is None or roll is None:
            return TileState()
        unsaved = any(waiting.student_id == student_id for waiting in self._unsaved)
        proposal = self.helpers.proposal_of(student_id)
        return tile_state(student_id, board.mark_of(student_id), roll, unsaved=unsaved, proposal=proposal)

    # -- finding ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if not self.finder.hasFocus() and self.helpers.answer(text.lower()):
            return
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

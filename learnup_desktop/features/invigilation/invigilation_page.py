"""Invigilation: the tiles of an exam's students beside the one that is looked at. Polled only while it is watched."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.exam_list import AttemptState, ExamSummary
from learnup_desktop.contract.invigilation import AttemptOverview, Decision, IntegrityRecord
from learnup_desktop.domain.invigilation import Attention
from learnup_desktop.features.invigilation.arrangement_widgets import ArrangementDialog
from learnup_desktop.features.invigilation.emergency_widgets import EMERGENCY_SUFFIX, EmergencyDialog
from learnup_desktop.features.invigilation.invigilation_widgets import (
    LEVEL_TONES,
    AttemptTile,
    FlagCard,
    Timeline,
)
from learnup_desktop.features.invigilation.seat_widgets import SeatRequest
from learnup_desktop.features.invigilation.service import Board, InvigilationService
from learnup_desktop.features.invigilation.unlock_widgets import UnlockDialog
from learnup_desktop.qt.arrangement_words import arranged_words
from learnup_desktop.qt.computer_table import ComputerTable
from learnup_desktop.qt.dialogs import Choice, Dialog, ask, choose_files_to_open, open_dialog
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.i18n import format_moment, format_time, language
from learnup_desktop.qt.notices import say_text
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    Column,
    ComboField,
    EmptyState,
    FlowGrid,
    FlowRow,
    Label,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    SideBySide,
    StateStack,
    TextField,
    WrapLabel,
    clear_layout,
    show_if,
)

POLL_MILLISECONDS = 5000
"""A tile must not be older than one missed report; events hasten it, nothing depends on them."""
EXTRA_MINUTES = (5, 10, 15, 30)


class InvigilationPage(PageFrame):
    """``invigilation``; takes ``exam_id`` to open one exam at once."""

    def __init__(self, service: InvigilationService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._exams: list[ExamSummary] = []
        self._wanted_exam: str | None = None
        self._board: Board | None = None
        self._chosen: str | None = None
        self._tiles: list[AttemptTile] = []
        self._showing = Gradual(self)
        self.tasks = TaskScope(self)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)
        content = QWidget()
        column = Column(content, gap=4)
        column.addLayout(self._make_head())
        main = QWidget()
        Column(main).addWidget(self._make_grid())
        column.addWidget(SideBySide(main, self._make_detail(), side_share=0.36, breakpoint=820))
        self.stack = StateStack(content, empty=EmptyState("", icon="file-document-edit-outline"))
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    # --- making --------------------------------------------------------------------------------------

    def _make_head(self) -> Column:
        head = Column(gap=3)
        self.exam_field = ComboField(" ")
        self.exam_field.changed.connect(self._choose_exam)
        self.pills = {level: Pill("", LEVEL_TONES[level]) for level in Attention}
        # They go on below where there is no room: at 200 % the last button would be out of the window.
        row = FlowRow(gap=2).add(*self.pills.values())
        self.extend_all_button = SecondaryButton("", icon="clock-plus-outline")
        self.unlock_button = SecondaryButton("", icon="lock-open-outline")
        self.unlock_button.setObjectName("unlock-code")
        self.unlock_button.clicked.connect(lambda: self.tasks.run(self._show_unlock_code))
        self.emergency_button = SecondaryButton("", icon="usb-flash-drive-outline")
        self.emergency_button.setObjectName("emergency")
        self.emergency_button.clicked.connect(lambda: self.tasks.run(self._bring_emergency))
        self.extend_all_button.clicked.connect(lambda: self.tasks.run(self._extend_all))
        row.add(self.unlock_button, self.emergency_button, self.extend_all_button)
        head.add(self.exam_field, row)
        return head

    def _make_grid(self) -> FlowGrid:
        self.grid = FlowGrid()
        return self.grid

    def _make_detail(self) -> Card:
        self.detail = Card(gap=3)
        self.avatar = Avatar("")
        self.name = Label("", "body", bold=True)
        self.standing = WrapLabel("", "caption", "text-muted")
        words = Column(gap=0)
        words.add(self.name, self.standing)
        head = Row(gap=3)
        head.addWidget(self.avatar)
        head.addLayout(words, 1)
        self.timeline = Timeline()
        self.timeline_ends = Label("", "caption", "text-muted")
        self.flag_list = Column(gap=3)
        self.say_button = PrimaryButton("")
        self.extend_button = SecondaryButton("")
        self.pause_button = SecondaryButton("")
        self.arrange_button = SecondaryButton("")
        self.arrange_button.setObjectName("arrange")
        self.arrange_button.clicked.connect(lambda: self.tasks.run(self._arrange))
        self.say_button.clicked.connect(lambda: self.tasks.run(self._say))
        self.extend_button.clicked.connect(lambda: self.tasks.run(self._extend))
        self.pause_button.clicked.connect(lambda: self.tasks.run(self._pause_or_resume))
        buttons = FlowRow(gap=2)
        for button in (self.say_button, self.extend_button, self.pause_button, self.arrange_button):
            buttons.addWidget(button)
        self.arranged = WrapLabel("", "caption")
        self.arranged.setObjectName("arranged")
        self.computer_title = WrapLabel("", "body")
        self.computer = ComputerTable()
        self.promise = WrapLabel("", "caption", "text-muted")
        self.seat = SeatRequest()
        self.seat.look_wanted.connect(self._look_aside)
        self.seat.decided.connect(lambda allow: self.tasks.run(partial(self._decide_seat, allow)))
        self.detail.add(head, self.seat, self.timeline, self.timeline_ends, buttons, self.arranged)
        self.detail.add(self.flag_list, self.computer_title, self.computer, self.promise)
        return self.detail

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.exam_field.set_label(self.tr("Exam"))
        self.unlock_button.setText(self.tr("Unlock code…"))
        self.emergency_button.setText(self.tr("Emergency files…"))
        self.seat.retranslate()
        self.extend_all_button.setText(self.tr("More time for all"))
        self.say_button.setText(self.tr("Speak to student"))
        self.extend_button.setText(self.tr("More time"))
        self.arrange_button.setText(self.tr("Arrange…"))
        self.computer.retranslate()
        self.promise.setText(
            self.tr("Nothing is decided by the program. The student sees each flag and can answer it.")
        )
        self.stack.empty.set(
            self.tr("No exam to watch"),
            self.tr("Exams of your classes appear here from the day they are published."),
            icon="file-document-edit-outline",
        )
        self._show_exams()
        if self._board is not None:
            self._show_board(self._board)

    # --- loading -------------------------------------------------------------------------------------

    def activated(self, parameters: dict[str, object]) -> None:
        """Open, at the exam asked for."""
        wanted = parameters.get("exam_id")
        self._wanted_exam = str(wanted) if wanted else self._wanted_exam
        self.reload()
        self._timer.start()

    def deactivated(self) -> None:
        """Nobody watches: stop asking."""
        self._timer.stop()

    def reload(self) -> None:
        """Read the exams, then the board."""
        self.stack.show_loading()
        self.tasks.latest("exams", self._service.exams, on_success=self._take_exams, on_failure=self.stack.show_error)

    def refresh(self) -> None:
        """Ask for the board again."""
        exam_id = self._wanted_exam
        if exam_id is None:
            return
        failed = (
            self.stack.show_error
            if self._board is None
            else lambda _error: self.stack.set_offline(True, self._board.as_of if self._board else None)
        )
        self.tasks.latest(
            "board", partial(self._service.board, exam_id), on_success=self._take_board, on_failure=failed
        )

    def _take_exams(self, exams: list[ExamSummary]) -> None:
        self._exams = exams
        if not exams:
            self.stack.show_empty()
            return
        if self._wanted_exam not in {exam.id for exam in exams}:
            self._wanted_exam = exams[0].id
        self._show_exams()
        self.refresh()

    def _show_exams(self) -> None:
        self.exam_field.blockSignals(True)
        self.exam_field.set_choices(
            [(exam.id, f"{exam.title.text(language())} · {format_moment(exam.opens_at)}") for exam in self._exams]
        )
        if self._wanted_exam is not None and self._exams:
            self.exam_field.set_value(self._wanted_exam)
        self.exam_field.blockSignals(False)

    def _choose_exam(self, exam_id: object) -> None:
        if exam_id is not None and exam_id != self._wanted_exam:
            self._wanted_exam, self._chosen, self._board = str(exam_id), None, None
            self.refresh()

    def _take_board(self, board: Board) -> None:
        if self._board is not None and board.exam.id != self._wanted_exam:
            return
        self._board = board
        self.stack.set_offline(False)
        if self._chosen is None and board.attempts:
            self._chosen = board.attempts[0].student_id
        self._show_board(board)
        self.stack.show_content()
        self._load_flags()

    def _load_flags(self) -> None:
        attempt = self._chosen_attempt()
        if attempt is None or attempt.attempt_id is None:
            self._show_flags(None, [])
            return
        self.tasks.latest(
            "flags",
            partial(self._service.flags, attempt.attempt_id),
            on_success=partial(self._show_flags, attempt),
            on_failure=lambda _error: None,  # the board's own failure has been told; the old flags stay
        )

    # --- showing -------------------------------------------------------------------------------------

    def _show_board(self, board: Board) -> None:
        words = {
            Attention.LOOK: self.tr("{n} to look at"),
            Attention.WATCH: self.tr("{n} to watch"),
            Attention.WRITING: self.tr("{n} writing"),
            Attention.WAITING: self.tr("{n} not started"),
            Attention.DONE: self.tr("{n} submitted"),
        }
        for level, pill in self.pills.items():
            count = board.count(level)
            pill.set(words[level].format(n=count))
            pill.setVisible(count > 0)
        for tile in self._tiles[len(board.attempts) :]:
            tile.hide()
        self._showing.start(self._show_tiles(board))
        self._show_detail_head()

    def _show_tiles(self, board: Board) -> Iterator[None]:
        for place, attempt in enumerate(board.attempts):
            if place == len(self._tiles):
                tile = AttemptTile()
                tile.clicked.connect(partial(self._choose_tile, place))
                self._tiles.append(tile)
                self.grid.add(tile)
            tile = self._tiles[place]
            tile.show_attempt(attempt, board.level(attempt), board.as_of, chosen=attempt.student_id == self._chosen)
            show_if(tile, True)
            yield

    def _choose_tile(self, place: int) -> None:
        if self._board is not None and place < len(self._board.attempts):
            self._chosen = self._board.attempts[place].student_id
            self._show_board(self._board)
            self._load_flags()

    def _chosen_attempt(self) -> AttemptOverview | None:
        attempts = self._board.attempts if self._board is not None else ()
        return next((item for item in attempts if item.student_id == self._chosen), None)

    def _show_detail_head(self) -> None:
        attempt = self._chosen_attempt()
        self.detail.setVisible(attempt is not None)
        if attempt is None:
            return
        self.avatar.set_name(attempt.student_name)
        self.name.setText(attempt.student_name)
        started = self.tr("started {time}").format(time=format_time(attempt.started_at)) if attempt.started_at else ""
        question = self.tr("question {n}").format(n=attempt.question) if attempt.question else ""
        head = self.tr("head {hash}").format(hash=f"{attempt.head.hash[:4]}…") if attempt.head else ""
        self.standing.setText(" · ".join(part for part in (started, question, attempt.device_name, head) if part))
        running = attempt.state in (AttemptState.OPEN, AttemptState.PAUSED)
        paused = attempt.state is AttemptState.PAUSED
        self.pause_button.setText(self.tr("Go on") if paused else self.tr("Pause"))
        for button in (self.say_button, self.extend_button, self.pause_button):
            button.setVisible(running)
        self.arrange_button.setVisible(running or attempt.state is AttemptState.NOT_STARTED)
        self.seat.show_attempt(attempt)
        self._show_arranged(attempt)
        self._show_computer(attempt)
        self.timeline.setVisible(attempt.started_at is not None)
        self.timeline_ends.setVisible(attempt.started_at is not None)

    def _show_arranged(self, attempt: AttemptOverview) -> None:
        held = attempt.exceptions
        words = arranged_words(held) if held is not None else []
        text = self.tr("Arranged: {what}").format(what=" · ".join(words))
        if held is not None and held.note:
            text = f"{text} ({held.note})"
        self.arranged.setText(text)
        show_if(self.arranged, bool(words))

    def _show_computer(self, attempt: AttemptOverview) -> None:
        """What the student's computer can guarantee; a client that says nothing of it is said to say nothing."""
        begun, report = attempt.started_at is not None, attempt.computer
        known = report is not None and bool(report.capabilities)
        said = self.tr("What this student's PC can guarantee")
        silent = self.tr("This student's PC does not say what it can guarantee.")
        self.computer_title.setText(said if known else silent)
        self.computer.show_capabilities(report.capabilities if report is not None else ())
        show_if(self.computer_title, begun)
        show_if(self.computer, begun and known)

    def _show_flags(self, attempt: AttemptOverview | None, records: list[IntegrityRecord]) -> None:
        now = self._service.now()
        shown = [self.flag_list.itemAt(place).widget() for place in range(self.flag_list.count())]  # type: ignore[union-attr]  # every place below count has an item
        if [card.record for card in shown if isinstance(card, FlagCard)] == records and records:
            return  # nothing new: keep the frames, and the focus of whoever is about to press a button
        clear_layout(self.flag_list)
        if attempt is not None and attempt.started_at is not None:
            until = attempt.submitted_at or now
            self.timeline.show_flags(records, attempt.started_at, until)
            ends = f"{format_time(attempt.started_at)} – {format_time(until)}"
            self.timeline_ends.setText(ends)
        if not records:
            self.flag_list.addWidget(Label(self.tr("No flags"), "caption", "text-muted"))
        for record in records:
            card = FlagCard(record, now)
            card.decided.connect(self._decide)
            self.flag_list.addWidget(card)
            if record.evidence_held:
                self.tasks.run(
                    partial(self._service.evidence, record),
                    on_success=card.show_frames,
                    on_failure=lambda _error: None,  # the flag stands without its frames; the next refresh asks again
                )

    # --- doing ---------------------------------------------------------------------------------------

    def _decide(self, record: IntegrityRecord, decision: Decision) -> None:
        self.tasks.run(partial(self._service.decide, record.id, decision), on_success=lambda _record: self.refresh())

    async def _say(self) -> None:
        attempt = self._chosen_attempt()
        if attempt is None or attempt.attempt_id is None:
            return
        dialog = Dialog(self, self.tr("Speak to {name}").format(name=attempt.student_name))
        field = TextField(self.tr("The words appear on the student's screen"))
        dialog.body.addWidget(field)
        dialog.add_choices([Choice("cancel", self.tr("Cancel")), Choice("say", self.tr("Say it"), "primary")])
        field.edit.setFocus()
        await open_dialog(dialog)
        words = field.text().strip()
        if dialog.chosen == "say" and words:
            await self._service.warn(attempt.attempt_id, words)
            say_text("positive", self.tr("Said to {name}").format(name=attempt.student_name))

    async def _arrange(self) -> None:
        attempt, board = self._chosen_attempt(), self._board
        if attempt is None or board is None:
            return
        dialog = ArrangementDialog(self, attempt.student_name, attempt.exceptions)
        await open_dialog(dialog)
        if dialog.chosen == "save":
            await self._service.arrange(board.exam.id, attempt.student_id, dialog.wanted())
            say_text("positive", self.tr("Arranged for {name}").format(name=attempt.student_name))
            self.refresh()

    async def _minutes(self, title: str) -> int | None:
        choices = [Choice(str(minutes), self.tr("{n} min").format(n=minutes)) for minutes in EXTRA_MINUTES]
        chosen = await ask(self, title, self.tr("The student sees the new time at once."), choices)
        return int(chosen) if chosen else None

    async def _extend(self) -> None:
        attempt = self._chosen_attempt()
        if attempt is None or attempt.attempt_id is None:
            return
        minutes = await self._minutes(self.tr("More time for {name}").format(name=attempt.student_name))
        if minutes is not None:
            control = await self._service.extend(attempt.attempt_id, minutes)
            say_text("positive", self.tr("Writing until {time}").format(time=format_time(control.deadline)))
            self.refresh()

    async def _extend_all(self) -> None:
        board = self._board
        minutes = await self._minutes(self.tr("More time for everybody who is writing"))
        if board is not None and minutes is not None:
            count = await self._service.extend_all(board, minutes)
            say_text("positive", self.tr("{n} students have {m} minutes more").format(n=count, m=minutes))
            self.refresh()

    async def _decide_seat(self, allow: bool) -> None:
        attempt = self._chosen_attempt()
        if attempt is not None and attempt.attempt_id is not None:
            await self._service.decide_seat(attempt.attempt_id, allow=allow)
            self.refresh()

    async def _show_unlock_code(self) -> None:
        if self._board is not None:
            await open_dialog(UnlockDialog(self, await self._service.unlock_code(self._board.exam.id)))

    async def _bring_emergency(self) -> None:
        """Files that students saved where nothing else worked, as many as a stick holds."""
        title = self.tr("Emergency files of students")
        paths = await choose_files_to_open(self, title, f"LearnUp (*{EMERGENCY_SUFFIX})")
        if paths:
            await open_dialog(EmergencyDialog(self, self._service, paths))
            self.refresh()

    def _look_aside(self) -> None:
        if self._board is not None:
            self._context.navigate("marking", exam_id=self._board.exam.id, view="aside")

    async def _pause_or_resume(self) -> None:
        attempt = self._chosen_attempt()
        if attempt is None or attempt.attempt_id is None:
            return
        if attempt.state is AttemptState.PAUSED:
            await self._service.resume(attempt.attempt_id)
        else:
            await self._service.pause(attempt.attempt_id)
        self.refresh()

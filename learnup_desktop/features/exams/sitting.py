"""One exam being sat: the paper, the answers, the time, and everything that has to be recorded meanwhile.

Whatever the student does is taken at once, in memory; the journal writer puts it on the disk, the pump sends it on.
Nothing here waits for either before the next keystroke. The same object serves a fresh start and a resume after a
crash: it is built from what the journal holds.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from learnup_desktop.base.clock import epoch_milliseconds
from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.answers import BlanksAnswer, PartsAnswer, TextAnswer
from learnup_desktop.contract.exams import (
    Answer,
    AttemptCommand,
    AttemptState,
    AttemptStatus,
    EntryKind,
    JournalEntry,
    LogAnswer,
    Receipt,
)
from learnup_desktop.contract.integrity import Assurance, ComputerReport, ProctoringPolicy, StudentExceptions
from learnup_desktop.domain.attempt import SittingState, advance, may_answer
from learnup_desktop.domain.journal import genesis_head, head_of
from learnup_desktop.domain.question_order import paper_for
from learnup_desktop.features.exams.flags import FlagRecorder
from learnup_desktop.features.exams.hand_in import HandIn
from learnup_desktop.features.exams.journal_writer import JournalWriter
from learnup_desktop.features.exams.observers import Observers
from learnup_desktop.features.exams.sheet import AnswerSheet, QuestionMark
from learnup_desktop.features.exams.sitting_camera import SittingCamera
from learnup_desktop.features.exams.sitting_clock import ClockRecorder
from learnup_desktop.features.exams.sitting_parts import Pump, SavedState, ServerNow, SittingPaper, SittingTopic
from learnup_desktop.features.exams.sitting_sections import SittingSections
from learnup_desktop.features.exams.watch import Watch

if TYPE_CHECKING:
    from learnup_desktop.lockdown.guard import Lockdown
    from learnup_desktop.store.journal import JournalStore
    from learnup_desktop.store.records import AttemptMeta

_log = get_logger(__name__)

STATUS_SECONDS = 15.0
"""How often the invigilator hears from a sitting (CONTRACT.md)."""


class Sitting:
    """The controller of one attempt; made by ``ExamsService``, shown by ``SittingPage``.

    Args:
        content: paper and person.
        meta: the attempt as the journal keeps it.
        journal: the account's journals.
        pump: sends this attempt's journal.
        clock: server time.
        watch: the camera; may be running already from the lobby.
        send_status: tells the invigilator how it goes; errors of the network are swallowed, the next one follows.
        computer: what this computer can guarantee; journaled at the opening.

    Attributes:
        changed: tells pages what to look at again.
        state: where the attempt stands.
        receipt: the platform's, once submitted.
        hand_in_error: why handing in has not succeeded yet; it goes on trying.
    """

    def __init__(
        self,
        content: SittingPaper,
        meta: "AttemptMeta",
        journal: "JournalStore",
        pump: Pump,
        clock: ServerNow,
        watch: Watch,
        send_status: "Callable[[AttemptStatus], Awaitable[None]] | None" = None,
        computer: ComputerReport | None = None,
    ) -> None:
        self.content = content = replace(content, paper=paper_for(content.paper, meta.attempt_id))
        self.meta = meta
        self.policy = ProctoringPolicy.model_validate(dict(meta.policy))
        self.watch = watch
        self.changed: Observers[SittingTopic] = Observers()
        self.state = SittingState.PREPARING
        self.receipt: Receipt | None = None
        self.hand_in_error: LearnUpError | None = None
        self.fault: LearnUpError | None = None
        self.sheet = AnswerSheet(content.paper.questions)
        self.sections = SittingSections(content.paper, self._record, self.now_ms)
        self.flags = FlagRecorder(self._record, self.policy, self.now_ms, lambda: self._tell(SittingTopic.FLAGS))
        self._journal = journal
        self._pump = pump
        self._clock = clock
        self._send_status = send_status
        self._writer = JournalWriter(journal, meta.attempt_id, self.now_ms, self._written, self._faulted)
        self._deadline = meta.deadline
        self._paused_left: float | None = None
        self._saved_at: float | None = None
        self._head = genesis_head(meta.attempt_id)
        self._submit_written = False
        self._handing_in = HandIn(pump.submit, self._hand_in_failed)
        self._lockdown: Lockdown | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._clock_recorder = ClockRecorder(clock, self._record)
        self._camera = SittingCamera(
            watch, self.policy, meta, content.exam.proctored, self.flags, self._record, self._camera_changed, computer
        )
        self.presence = self._camera.presence

    # --- beginning and end -------------------------------------------------------------------------------------------

    async def open(self) -> None:
        """Take over what the journal holds, then record from now on.

        Raises:
            StorageError: the journal cannot be read.
            IntegrityFault: its seal does not hold.
        """
        attempt_id = self.meta.attempt_id
        entries = await self._journal.entries(attempt_id)
        progress = await self._journal.progress(attempt_id)
        self.receipt = await self._journal.receipt(attempt_id)
        self.sheet.restore(entries, progress.acknowledged)
        self.flags.restore(entries)
        self.sections.restore(entries)
        self._head = progress.head
        self._submit_written = any(entry.kind is EntryKind.SUBMIT for entry in entries)
        if self.receipt is not None:
            self._go(SittingState.SUBMITTED)
            return
        self._pump.on_acknowledged = self._acknowledged
        self._pump.on_mended = lambda: self._spawn(self._place_again(), "place-again")
        self._pump.on_lease_lost = self._lease_lost
        self._writer.start()
        self._pump.start()
        self._go(SittingState.SITTING)
        if self._submit_written:
            self.hand_in()
            return
        if self.meta.state == AttemptState.PAUSED.value:
            self._pause()
        if entries:
            self.flags.take_gap(entries[-1].at_ms, self.now_ms(), "restart", what="sitting")
        self._camera.begin(resumed=bool(entries))
        self.sections.begin()
        self.sheet.current = self.sections.open_index(self.sheet.current)
        self._spawn(self._camera.run(resumed=bool(entries)), "camera")
        self._spawn(self._watch_deadline(), "deadline")
        self._clock_recorder.start()
        if self._send_status is not None:
            self._spawn(self._report_status(self._send_status), "status")

    def engage(self, lockdown: "Lockdown", window: object) -> None:
        """Take the screen and watch focus, displays and clipboard until the sitting ends."""
        if self.state in (SittingState.SITTING, SittingState.PAUSED):
            self._lockdown = lockdown
            lockdown.engage(window, self.flags.report, self.policy)

    def release(self) -> None:
        """Give the screen back."""
        if self._lockdown is not None:
            self._lockdown.release()
            self._lockdown = None

    async def close(self) -> None:
        """Leave without handing in (the program ends): what was typed goes to the disk, the attempt stays open."""
        self.release()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._clock_recorder.stop()
        await self._writer.close()
        await self._camera.stop()
        self._forget_pump()

    # --- what the student does ---------------------------------------------------------------------------------------

    def edit(self, question_id: str, answer: Answer) -> bool:
        """Take an answer; returns at once. False when nothing may be answered now, or nothing changed."""
        if not may_answer(self.state) or not self.sections.open_to(question_id):
            return False
        if not self.sheet.edit(question_id, answer):
            return False
        typed = isinstance(answer, TextAnswer | BlanksAnswer | PartsAnswer)
        self._writer.answer(question_id, answer, at_once=not typed)
        self._tell(SittingTopic.ANSWERS)
        return True

    def go_to(self, index: int) -> None:
        """Open a question; an index outside the paper, or outside the open section, changes nothing."""
        if index == self.sheet.current or not 0 <= index < len(self.sheet.questions):
            return
        if not self.sections.open_to(self.sheet.questions[index].id):
            return
        self.sheet.current = index
        if self.state in (SittingState.SITTING, SittingState.PAUSED):
            self._record(EntryKind.NAVIGATION, {"questionId": self.sheet.question.id})
        self._tell(SittingTopic.QUESTION)

    def leave_section(self) -> None:
        """Leave the open section for good: on to the next one, after the last one hand in."""
        if self.state is not SittingState.SITTING or not self.sections.sequential:
            return
        first = self.sections.enter_next()
        if first is None:
            self.hand_in()
            return
        self.sheet.current = self.sheet.index_of(first)
        self._record(EntryKind.NAVIGATION, {"questionId": first})
        self._tell(SittingTopic.SECTION)

    def toggle_flag(self) -> None:
        """Set or take away the student's flag on the open question."""
        question_id = self.sheet.question.id
        on = not self.sheet.flagged(question_id)
        if may_answer(self.state):
            self.sheet.flag(question_id, on)
            self._record(EntryKind.BOOKMARK, {"questionId": question_id, "on": on})
            self._tell(SittingTopic.ANSWERS)

    def hand_in(self) -> None:
        """Finish. What follows goes on by itself, with or without a network, until the platform's receipt is here."""
        if self.state in (SittingState.SITTING, SittingState.PAUSED):
            self.presence.close()
            self._go(SittingState.SUBMITTING)
            self._spawn(self._hand_in(), "hand-in")

    # --- what others do ----------------------------------------------------------------------------------------------

    def command(self, command: AttemptCommand) -> None:
        """A live command of the invigilator; one for another attempt is not for us."""
        if command.attempt_id != self.meta.attempt_id or self.state in (
            SittingState.SUBMITTING,
            SittingState.SUBMITTED,
        ):
            return
        if command.command == "warn":
            self.flags.say(command.message)
        elif command.command == "submit":
            self.hand_in()
        elif command.command == "pause":
            self._pause()
        elif command.command == "policy":
            self._arrange(command.exceptions)
        else:
            if command.deadline is not None:
                self._move_deadline(command.deadline)
            if command.command == "resume":
                self._resume()

    # --- what is the case --------------------------------------------------------------------------------------------

    def now_ms(self) -> int:
        """Server time in epoch milliseconds. Called from other threads too."""
        return epoch_milliseconds(self._clock.now())

    def seconds_left(self) -> float:
        """Until the deadline, by server time; stands still while paused. Never negative."""
        if self._paused_left is not None:
            return self._paused_left
        return max(0.0, (self._deadline - self._clock.now()).total_seconds())

    @property
    def deadline(self) -> datetime:
        """When it is over, server time."""
        return self._deadline

    def marks(self) -> list[QuestionMark]:
        """The question map."""
        return [replace(mark, reachable=self.sections.open_to(mark.question_id)) for mark in self.sheet.marks()]

    def saved(self) -> SavedState:
        """What the saved pill says."""
        since = None if self._saved_at is None else self._clock.monotonic() - self._saved_at
        return SavedState(self.sheet.lowest_place(), since, self.fault)

    def status(self) -> AttemptStatus:
        """What the invigilator hears."""
        watch = self.watch.state
        word = watch.word.value if watch.running else "off"
        if watch.running and not watch.ready:
            word = "starting"
        return AttemptStatus(
            attempt_id=self.meta.attempt_id,
            answered=self.sheet.answered_count(),
            head=self._head,
            worker_state=word,
            question=self.sheet.current + 1,
        )

    # --- the journal -------------------------------------------------------------------------------------------------

    def _record(self, kind: EntryKind, body: dict[str, object]) -> None:
        if self.receipt is None and not self._submit_written:
            self._writer.record(kind, body)

    def _written(self, entry: JournalEntry) -> None:
        self._head = head_of(entry)
        if entry.kind is EntryKind.ANSWER:
            self.sheet.written(entry)
            self._saved_at = self._clock.monotonic()
            self._tell(SittingTopic.ANSWERS)

    async def _place_again(self) -> None:
        """Entries have moved in the chain: say anew where each answer is, and write again what was lost."""
        try:
            entries = await self._journal.entries(self.meta.attempt_id)
            progress = await self._journal.progress(self.meta.attempt_id)
        except LearnUpError as error:
            _log.warning("a mended journal cannot be read", code=error.code, reason=error.detail)
            return
        for question_id, answer in self.sheet.place_again(entries, progress.acknowledged):
            if not self._submit_written:
                self._writer.answer(question_id, answer, at_once=True)
        self._tell(SittingTopic.ANSWERS)

    def _faulted(self, error: LearnUpError | None) -> None:
        if (error is None) != (self.fault is None) or type(error) is not type(self.fault):
            self.fault = error
            self._tell(SittingTopic.SAVED)

    def _acknowledged(self, answer: LogAnswer) -> None:
        before = self.sheet.lowest_place()
        self.sheet.acknowledged(answer.head)
        if self.sheet.lowest_place() is not before:
            self._saved_at = self._clock.monotonic()
        self._tell(SittingTopic.ANSWERS)
        if answer.state is AttemptState.SUBMITTED:
            self.hand_in()
            return
        if answer.state is AttemptState.PAUSED:
            self._pause()
        self._arrange(answer.exceptions)
        self._move_deadline(answer.deadline)
        if answer.state is AttemptState.OPEN:
            self._resume()

    def _arrange(self, exceptions: StudentExceptions | None) -> None:
        """Go on under what a teacher has arranged for this student; None says nothing of it."""
        if exceptions is None or self.state not in (SittingState.SITTING, SittingState.PAUSED):
            return
        policy = self.policy.arranged(exceptions)
        if policy == self.policy:
            return
        self.policy = policy
        self.flags.use_policy(policy)
        if self._lockdown is not None:
            self._lockdown.use_policy(policy)
        self._spawn(self._keep(policy=policy.to_wire()), "keep-policy")
        self._spawn(self._camera.use_policy(policy), "camera-policy")
        self._tell(SittingTopic.CAMERA)

    def _lease_lost(self) -> None:
        if self.state in (SittingState.SITTING, SittingState.PAUSED, SittingState.SUBMITTING):
            self._go(SittingState.READ_ONLY)
            self.release()

    # --- time --------------------------------------------------------------------------------------------------------

    def _move_deadline(self, deadline: datetime) -> None:
        if deadline == self._deadline:
            return
        self.sections.move_end((deadline - self._deadline).total_seconds())
        self._deadline = deadline
        if self._paused_left is None:
            self._tell(SittingTopic.TIME)
        self._spawn(self._keep(deadline=deadline), "keep-deadline")

    def _pause(self) -> None:
        if self.state is SittingState.SITTING:
            self._paused_left = self.seconds_left()
            self.sections.hold()
            self._go(SittingState.PAUSED)
            self._spawn(self._keep(state=AttemptState.PAUSED.value), "keep-state")

    def _resume(self) -> None:
        if self.state is SittingState.PAUSED:
            self._paused_left = None
            self.sections.go_on()
            self._go(SittingState.SITTING)
            self._spawn(self._keep(state=AttemptState.OPEN.value), "keep-state")

    async def _keep(self, **changes: object) -> None:
        """Keep what a resumed client has to know; it can be learnt again, so a full disk is no reason to stop."""
        try:
            self.meta = await self._journal.update_meta(self.meta.attempt_id, **changes)
        except LearnUpError as error:
            _log.warning("the attempt's state was not kept (%s)", error.code)

    async def _watch_deadline(self) -> None:
        while self.state in (SittingState.SITTING, SittingState.PAUSED):
            left = self.seconds_left()
            if left <= 0 and self.state is SittingState.SITTING:
                self.hand_in()
                return
            if self.sections.over():
                self.leave_section()
            work = self.content.work
            if work is not None and self.sheet.files_sent(work.sent):
                self._tell(SittingTopic.ANSWERS)
            left = min(left, self.sections.seconds_left() or left)
            # In short steps, since a computer that was asleep must notice at once, and an extension must count.
            await asyncio.sleep(min(max(left, 0.02), 1.0))

    # --- the end -----------------------------------------------------------------------------------------------------

    async def _hand_in(self) -> None:
        await self._writer.drain()
        self.release()
        await self._camera.stop()
        self.flags.closed = True
        if not self._submit_written:
            self._record(EntryKind.SUBMIT, {"answered": self.sheet.answered_count()})
            self._submit_written = True
            await self._writer.drain()
        try:
            receipt = await self._handing_in.run()
        except LearnUpError:
            self._go(SittingState.READ_ONLY)
            return
        self.receipt = receipt
        self._go(SittingState.SUBMITTED)
        self._forget_pump()
        await self._pump.close()

    def _forget_pump(self) -> None:
        """The pump is shared with what uploads after this sitting; it must not call one that is gone."""
        self._pump.on_acknowledged = _ignore_answer
        self._pump.on_mended = self._pump.on_lease_lost = _ignore

    def _hand_in_failed(self, error: LearnUpError | None) -> None:
        self.hand_in_error = error
        self._tell(SittingTopic.STATE)

    async def _report_status(self, send: "Callable[[AttemptStatus], Awaitable[None]]") -> None:
        while self.state is not SittingState.SUBMITTED:
            try:
                await send(self.status())
            except LearnUpError as error:
                _log.debug("the invigilator was not told (%s)", error.code)
            await asyncio.sleep(STATUS_SECONDS)

    def _camera_changed(self, lowered: Assurance | None) -> None:
        if lowered is not None:
            self._spawn(self._keep(assurance=lowered.value), "keep-assurance")
        self._tell(SittingTopic.CAMERA)

    # --- small things ------------------------------------------------------------------------------------------------

    def _go(self, state: SittingState) -> None:
        self.state = advance(self.state, state)
        self._tell(SittingTopic.STATE)

    def _tell(self, topic: SittingTopic) -> None:
        self.changed.notify(topic)

    def _spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=f"sitting-{name}")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            # Our bug: said where all such go. What was typed is with the writer, which is another task.
            context = {"message": f"{task.get_name()} failed", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)


def _ignore() -> None:
    return None


def _ignore_answer(_answer: LogAnswer) -> None:
    return None

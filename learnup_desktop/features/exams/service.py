"""Use cases of exams for a student: the list, the lobby, the sitting, and what was left from an earlier run.

All of it works from what this PC holds; the network adds to it. There is at most one sitting at a time.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import LearnUpError, NotFoundError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import cancel_and_wait
from learnup_desktop.contract.exams import (
    AttemptCommand,
    AttemptState,
    AttemptStatus,
    EntryKind,
    ExamPreparation,
    ExamSummary,
    Receipt,
)
from learnup_desktop.contract.integrity import ComputerCapability, ComputerReport, ProctoringPolicy
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.engagements import Engagement, Engagements, Hold
from learnup_desktop.domain.sealed_work import work_keys
from learnup_desktop.features.exams.flags import Flag, flags_of
from learnup_desktop.features.exams.hand_in import HandIn
from learnup_desktop.features.exams.lobby import ExamLobby
from learnup_desktop.features.exams.proof_files import ProofFiles
from learnup_desktop.features.exams.seat import SeatAsking
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.sitting_parts import SittingPaper
from learnup_desktop.features.exams.starting import AttemptStarts, Device
from learnup_desktop.features.exams.watch import ConfigurationFactory, SupervisorFactory, Watch
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.store.records import AttemptMeta
from learnup_desktop.sync.branches import has_lost_seat

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.contract.auth import Account
    from learnup_desktop.lockdown.guard import Lockdown
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.sync.papers import DownloadProgress, PaperDownloads
    from learnup_desktop.sync.server_clock import PlatformClock
    from learnup_desktop.sync.uploads import AttemptUploads

_log = get_logger(__name__)

SendStatus = Callable[[AttemptStatus], Awaitable[None]]


class ExamGroup(StrEnum):
    """Under which heading an exam stands."""

    OPEN = "open"
    COMING = "coming"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ExamCard:
    """One exam in the list.

    Attributes:
        paper_here: whether the sealed paper is on this PC.
        resumable: an attempt was begun on this PC and is not handed in.
        handing_in: it was handed in here, but the platform's receipt has not come yet.
        waiting: journal entries that the platform does not hold yet.
        receipt: the platform's word, when it is here.
    """

    exam: ExamSummary
    group: ExamGroup
    paper_here: bool = False
    resumable: bool = False
    handing_in: bool = False
    waiting: int = 0
    receipt: Receipt | None = None


@dataclass(frozen=True, slots=True)
class ExamList:
    """All exams, in the order they are shown, and when the platform last gave them."""

    cards: list[ExamCard]
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class ExamEnd:
    """What is left of an exam when it is over. ``assurance`` is the least that was running."""

    exam: ExamSummary
    receipt: Receipt | None = None
    handing_in: bool = False
    assurance: str = "none"
    flags: tuple[Flag, ...] = ()
    attempt_id: str = ""


class ExamsService:
    """Made once for the account that is signed in.

    Args:
        account: who sits.
        store: the account's store.
        api: the platform's exam routes.
        papers: downloads of sealed papers.
        uploads: pumps of attempts.
        clock: server time.
        device: this computer.
        make_supervisor: makes the client's end of the proctoring worker from ``on_message`` and ``clock_ms``; None
            where there can be none.
        configure: worker configuration from policy and templates.
        lockdown: guards the sitting's window.
        send_status: ``attempt:status`` over the live line; None sends none.
        engagements: knows whether a live class goes on, during which no exam is entered, and is told of exams.
    """

    def __init__(
        self,
        account: "Account",
        store: "AccountStore",
        api: "ExamsApi",
        papers: "PaperDownloads",
        uploads: "AttemptUploads",
        clock: "PlatformClock",
        device: Device,
        make_supervisor: SupervisorFactory | None,
        configure: ConfigurationFactory,
        lockdown: "Lockdown",
        send_status: SendStatus | None = None,
        engagements: Engagements | None = None,
    ) -> None:
        self.account = account
        self.lockdown = lockdown
        self.sitting: Sitting | None = None
        self._store = store
        self._api = api
        self._papers = papers
        self._uploads = uploads
        self._clock = clock
        self._device = device
        self._starts = AttemptStarts(account.id, device, store.journal, api, papers, uploads, clock)
        self._make_supervisor = make_supervisor
        self._configure = configure
        self._send_status = send_status
        self._engagements = engagements or Engagements()
        self._hold: Hold | None = None
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._lobbies: list[ExamLobby] = []

    # --- the list ----------------------------------------------------------------------------------------------------

    async def exams(self) -> ExamList:
        """Every exam this account may see, from the cache.

        Raises:
            StorageError: the cache cannot be read.
        """
        exams = await self._store.cache.all(Stream.EXAMS, ExamSummary)
        metas = {meta.exam_id: meta for meta in await self._store.journal.attempts()}
        now = self._clock.now()
        cards = [await self._card(exam, metas.get(exam.id), now) for exam in exams]
        order = list(ExamGroup)
        cards.sort(key=lambda card: (order.index(card.group), _sort_time(card), card.exam.id))
        return ExamList(cards, await self._store.cache.as_of())

    async def exam(self, exam_id: str) -> ExamSummary:
        """One exam from the cache.

        Raises:
            NotFoundError: it is not there.
        """
        exam = await self._store.cache.get(Stream.EXAMS, exam_id, ExamSummary)
        if exam is None:
            raise NotFoundError(f"exam {exam_id} is not on this computer")
        return exam

    async def unfinished(self) -> ExamSummary | None:
        """The exam that was being sat when the program last ended, if its attempt is still open."""
        for meta in reversed(await self._store.journal.attempts()):
            if await self._is_open(meta):
                exam = await self._store.cache.get(Stream.EXAMS, meta.exam_id, ExamSummary)
                if exam is not None:
                    return exam
        return None

    async def end_of(self, exam_id: str) -> ExamEnd:
        """What is here of an exam that is over.

        Raises:
            NotFoundError: the exam is not here.
            StorageError: the disk refused.
        """
        exam = await self.exam(exam_id)
        meta = await self._store.journal.attempt_of_exam(exam_id)
        if meta is None:
            return ExamEnd(exam)
        journal = self._store.journal
        receipt = await journal.receipt(meta.attempt_id)
        flags = flags_of(await journal.entries(meta.attempt_id))
        return ExamEnd(exam, receipt, await self._was_handed_in(meta), meta.assurance, flags, meta.attempt_id)

    def proof_files(self) -> ProofFiles:
        """Receipt and journal as files."""
        return ProofFiles(self._store.journal, self._api)

    # --- lobby and sitting -------------------------------------------------------------------------------------------

    def lobby(self, exam: ExamSummary) -> ExamLobby:
        """A lobby, not entered yet; the caller leaves it, or ``close`` does when there is no time for that.

        Raises:
            EngagedError: a live class goes on.
        """
        hold = self._engagements.begin(Engagement.EXAM)
        lobby = ExamLobby(exam, self, self._clock, self._watch(), self._store.folder, hold.end)
        self._lobbies = [known for known in self._lobbies if not known.left]
        self._lobbies.append(lobby)
        return lobby

    async def resume(self, exam_id: str) -> Sitting:
        """Go on with the attempt that this PC holds, with or without a network, on the question that was open.

        Raises:
            NotFoundError: there is no attempt at this exam here.
            DamagedFileError: the paper is no longer here.
            IntegrityFault: paper or journal do not hold.
            StorageError: the disk refused.
            EngagedError: a live class goes on.
        """
        if self.sitting is not None and self.sitting.meta.exam_id == exam_id:
            return self.sitting
        meta = await self._store.journal.attempt_of_exam(exam_id)
        if meta is None:
            raise NotFoundError(f"no attempt at {exam_id} on this computer")
        if not self._clock.synchronised:
            self._clock.seed(meta.clock_offset_ms)
        return await self._sit(await self.exam(exam_id), meta, self._watch())

    async def leave_sitting(self) -> None:
        """Let go of the sitting: it is over, or the program ends."""
        sitting, self.sitting = self.sitting, None
        hold, self._hold = self._hold, None
        try:
            if sitting is not None:
                await sitting.close()
        finally:
            if hold is not None:
                hold.end()

    async def finish_waiting(self) -> None:
        """Go on handing in every attempt whose receipt is not here yet, in the background; at sign-in.

        Neither paper nor page is needed for it, and one that the platform will not take keeps no other waiting.

        Raises:
            StorageError: the journal cannot be read.
        """
        sat = self.sitting.meta.attempt_id if self.sitting is not None else None
        for meta in await self._store.journal.attempts():
            attempt_id = meta.attempt_id
            if attempt_id not in (sat, *self._waiting) and await self._was_handed_in(meta):
                task = spawn(self._finish(attempt_id), f"hand-in {attempt_id}")
                self._waiting[attempt_id] = task
                task.add_done_callback(partial(self._finished, attempt_id))

    async def close(self) -> None:
        """The account is left: let go of camera and sitting, and stop handing in until the next start."""
        await cancel_and_wait(*self._waiting.values())
        # A page that is taken away with its tasks cannot finish leaving.
        for lobby in self._lobbies:
            await lobby.leave()
        self._lobbies.clear()
        await self.leave_sitting()

    def take_command(self, command: AttemptCommand) -> None:
        """``attempt:command`` from the live line."""
        if command.command == "handover":
            self._uploads.pump(command.attempt_id).check_seat()
        elif self.sitting is not None:
            self.sitting.command(command)

    # --- what the lobby asks (LobbyDesk) -----------------------------------------------------------------------------

    async def paper_here(self, exam: ExamSummary) -> bool:
        """Whether the sealed paper is on this PC."""
        return await self._papers.ready(exam)

    async def fetch_paper(self, exam: ExamSummary, on_progress: Callable[[float], None] | None = None) -> None:
        """Download the sealed paper; ``on_progress`` gets a share from 0 to 1.

        Raises:
            NetworkError, PlatformError, StorageError, IntegrityFault: as ``PaperDownloads.ensure``.
        """

        def progress(state: "DownloadProgress") -> None:
            if on_progress is not None:
                on_progress(state.here / max(1, state.total))

        await self._papers.ensure(exam, progress)

    async def preparation(self, exam: ExamSummary) -> ExamPreparation:
        """Policy and own templates, from the platform; else from an attempt that is here already.

        Raises:
            NetworkError, PlatformError: the platform said nothing, and nothing is here.
        """
        try:
            return await self._api.preparation(exam.id)
        except LearnUpError:
            meta = await self._store.journal.attempt_of_exam(exam.id)
            if meta is None:
                raise
            return ExamPreparation.model_validate(
                {
                    "examId": exam.id,
                    "policy": dict(meta.policy),
                    "faceTemplates": list(meta.face_templates),
                    "faceModel": meta.face_model,
                }
            )

    async def begin(self, exam: ExamSummary, watch: Watch, *, consent: bool) -> Sitting:
        """Begin the attempt on the platform, keep it here, and open it.

        Raises:
            NetworkError, PlatformError: not begun.
            StorageError: begun, but not kept here; beginning again resumes it.
            IntegrityFault: the paper does not open.
        """
        meta = await self._starts.online(exam, _assurance(exam, watch), consent=consent)
        return await self._sit(exam, meta, watch)

    async def begin_unlocked(
        self, exam: ExamSummary, watch: Watch, policy: ProctoringPolicy, typed: str, *, consent: bool
    ) -> Sitting:
        """Begin under an unlock code, without asking the platform; it hears of the attempt when there is a network.

        Raises:
            RuleViolation: this is not the code of this exam.
            IntegrityFault: the paper does not open.
            StorageError: not kept here.
        """
        meta = await self._starts.unlocked(exam, _assurance(exam, watch), policy, typed, consent=consent)
        return await self._sit(exam, meta, watch)

    def seat_asking(self, attempt_id: str) -> SeatAsking:
        """Asks for the seat of an attempt that is open on another computer."""
        return SeatAsking(attempt_id, lambda: self._api.ask_for_seat(attempt_id, self._device.id, self._device.name))

    def clock_apart(self) -> float | None:
        """Server time minus the PC's, in seconds; None before the platform was heard."""
        offset = self._clock.offset_ms
        return None if offset is None else offset / 1000

    def display_count(self) -> int:
        """How many displays are connected."""
        return self.lockdown.display_count()

    def computer_report(self) -> ComputerReport:
        """What this computer can guarantee in an exam, as student, teacher and journal are told it."""
        rows = tuple(
            ComputerCapability(name=row.name, certainty=row.certainty.value, why=row.why)
            for row in self.lockdown.capabilities()
        )
        return ComputerReport(system=sys.platform, capabilities=rows)

    def now(self) -> datetime:
        """Server time."""
        return self._clock.now()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _watch(self) -> Watch:
        return Watch(self._make_supervisor, self._configure, self._clock.now_ms, self._store.folder / "evidence")

    async def _sit(self, exam: ExamSummary, meta: AttemptMeta, watch: Watch) -> Sitting:
        hold = self._engagements.begin(Engagement.EXAM)
        try:
            await self.leave_sitting()
            sitting = await self._open_sitting(exam, meta, watch)
        except BaseException:
            hold.end()
            raise
        self.sitting, self._hold = sitting, hold
        # Another exam's, that the sitting before this one was in the middle of.
        await self.finish_waiting()
        return sitting

    async def _open_sitting(self, exam: ExamSummary, meta: AttemptMeta, watch: Watch) -> Sitting:
        await cancel_and_wait(self._waiting.get(meta.attempt_id))
        paper, images = await self._papers.open(exam, meta.content_key)
        keys = work_keys(meta.attempt_id, meta.evidence_key, meta.content_key)
        work = WorkDesk(self._store.folder / "work", meta.attempt_id, keys, self._api.work)
        content = SittingPaper(exam, paper, images, self.account.name, self.account.index_number, work)
        pump = self._uploads.pump(meta.attempt_id)
        pump.resume()
        sitting = Sitting(
            content, meta, self._store.journal, pump, self._clock, watch, self._send_status, self.computer_report()
        )
        await sitting.open()
        return sitting

    async def _finish(self, attempt_id: str) -> None:
        pump = self._uploads.pump(attempt_id)
        pump.resume()
        try:
            await HandIn(pump.submit, partial(_tell_waiting, attempt_id)).run()
        except LearnUpError as error:
            _log.error("an attempt will not be taken from this computer", code=error.code, reason=error.detail)

    def _finished(self, attempt_id: str, task: "asyncio.Task[None]") -> None:
        if self._waiting.get(attempt_id) is task:
            del self._waiting[attempt_id]

    async def _card(self, exam: ExamSummary, meta: AttemptMeta | None, now: datetime) -> ExamCard:
        receipt, waiting, open_here, handing_in = None, 0, False, False
        if meta is not None:
            journal = self._store.journal
            receipt = await journal.receipt(meta.attempt_id)
            if receipt is None:
                waiting = (await journal.progress(meta.attempt_id)).waiting
                handing_in = await self._was_handed_in(meta)
                open_here = not handing_in and not has_lost_seat(meta) and meta.state != AttemptState.SUBMITTED.value
        if open_here:
            group = ExamGroup.OPEN
        elif receipt is not None or handing_in or exam.attempt_state is AttemptState.SUBMITTED or now >= exam.closes_at:
            group = ExamGroup.DONE
        else:
            group = ExamGroup.OPEN if now >= exam.opens_at else ExamGroup.COMING
        here = group is not ExamGroup.DONE and await self._papers.ready(exam)
        return ExamCard(exam, group, here, open_here, handing_in, waiting, receipt)

    async def _is_open(self, meta: AttemptMeta) -> bool:
        if meta.state == AttemptState.SUBMITTED.value or has_lost_seat(meta):
            return False
        if await self._store.journal.receipt(meta.attempt_id) is not None:
            return False
        return not await self._was_handed_in(meta)

    async def _was_handed_in(self, meta: AttemptMeta) -> bool:
        """Whether the journal ends with a submission that has no receipt yet."""
        journal = self._store.journal
        if await journal.receipt(meta.attempt_id) is not None:
            return False
        head = await journal.head(meta.attempt_id)
        if head.seq == 0:
            return False
        last = await journal.entries(meta.attempt_id, head.seq - 1, 1)
        return bool(last) and last[0].kind is EntryKind.SUBMIT


def _tell_waiting(attempt_id: str, error: LearnUpError | None) -> None:
    if error is not None:
        _log.info("an attempt could not be handed in yet", attempt=attempt_id, code=error.code, reason=error.detail)


def _assurance(exam: ExamSummary, watch: Watch) -> str:
    """What really runs; nothing where nothing is asked for."""
    return watch.assurance.value if exam.proctored else "none"


def _sort_time(card: ExamCard) -> float:
    """Open ones by their end, coming ones by their beginning, done ones latest first."""
    if card.group is ExamGroup.OPEN:
        return card.exam.closes_at.timestamp()
    if card.group is ExamGroup.COMING:
        return card.exam.opens_at.timestamp()
    return -card.exam.closes_at.timestamp()

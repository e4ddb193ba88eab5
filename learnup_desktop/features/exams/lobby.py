"""Before the exam: is this PC ready, does the student agree, is it the student, and has the time come?

Everything that can be found out beforehand is found out here, while no clock runs: the sealed paper, the camera, the
face. What is missing is said with a way to mend it; what really runs is what the attempt records. Nothing pretends.
"""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from learnup_desktop.base.errors import LearnUpError, NetworkError, NotFoundError, RuleViolation
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.exams import ExamPreparation, ExamSummary
from learnup_desktop.contract.integrity import Assurance, ComputerReport, ProctoringPolicy, StudentExceptions
from learnup_desktop.features.exams.checks import (
    Check,
    CheckKind,
    CheckState,
    Measured,
    assurance_is_enough,
    check_all,
)
from learnup_desktop.features.exams.observers import Observers
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.unlock_scan import UnlockScan
from learnup_desktop.features.exams.watch import Watch, WatchTopic, stored_templates

_log = get_logger(__name__)

MEASURE_SECONDS = 5.0
"""How often disk, clock and displays are looked at again while the lobby is open."""

PREPARE_SECONDS = 30.0
"""How often policy and arrangements are asked for again while the lobby is open."""

CAMERA_PATIENCE_SECONDS = 15.0
"""How long a camera that is being opened is waited for, where the exam may be begun without its picture."""


class LobbyTopic(StrEnum):
    """What changed."""

    CHECKS = "checks"
    CAMERA = "camera"
    READY = "ready"
    SCAN = "scan"


class LobbyClock(Protocol):
    """What is used of ``sync.server_clock.PlatformClock``."""

    def now(self) -> datetime: ...


class LobbyDesk(Protocol):
    """What the lobby asks of ``ExamsService``."""

    async def paper_here(self, exam: ExamSummary) -> bool: ...
    async def fetch_paper(self, exam: ExamSummary, on_progress: Callable[[float], None]) -> None: ...
    async def preparation(self, exam: ExamSummary) -> ExamPreparation: ...
    async def begin(self, exam: ExamSummary, watch: Watch, *, consent: bool) -> Sitting: ...
    async def begin_unlocked(
        self, exam: ExamSummary, watch: Watch, policy: ProctoringPolicy, typed: str, *, consent: bool
    ) -> Sitting: ...
    def clock_apart(self) -> float | None: ...
    def computer_report(self) -> ComputerReport: ...
    def display_count(self) -> int: ...


class ExamLobby:
    """One student before one exam.

    Args:
        exam: which.
        desk: the service's side.
        clock: server time.
        watch: a camera that nobody uses yet; goes on into the sitting.
        folder: where the account's data is, for the free space of its disk.
        on_left: told when the lobby is over: the camera was let go, or belongs to the sitting.

    Attributes:
        changed: tells pages what to look at again.
        consent: whether the student agreed to what is recorded; the page sets it.
        start_error: why the last start failed.
        scan: looks for the unlock code with the camera.
    """

    def __init__(
        self,
        exam: ExamSummary,
        desk: LobbyDesk,
        clock: LobbyClock,
        watch: Watch,
        folder: Path,
        on_left: Callable[[], None] = lambda: None,
    ) -> None:
        self.exam = exam
        self.watch = watch
        self.changed: Observers[LobbyTopic] = Observers()
        self.consent = not exam.proctored
        self.scan = UnlockScan(exam.id, StudentCamera(watch), lambda: self._tell(LobbyTopic.SCAN))
        self._desk = desk
        self._clock = clock
        self._folder = folder
        self._measured = Measured()
        self._preparation: ExamPreparation | None = None
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._unsubscribe: Callable[[], None] = lambda: None
        self._left = False
        self._awaits_camera = False
        self._on_left = on_left

    # --- coming and going --------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Begin to check; on a running loop."""
        self._unsubscribe = self.watch.changed.subscribe(self._camera_changed)
        self.fetch_paper()
        self._run("prepare", self._prepare)
        self._run("measure", self._measure_on)
        if self.exam.proctored:
            self._run("prepare-again", self._prepare_again)
            self._run("await-camera", self._await_camera)

    @property
    def left(self) -> bool:
        """Whether the camera was let go, or belongs to the sitting."""
        return self._left

    async def leave(self) -> None:
        """Stop checking and let the camera go; not after a start, when both belong to the sitting."""
        await self._stop_checking()
        await self.scan.stop()
        if not self._left:
            # Left only when the camera is let go: who is cancelled in between is followed by ``ExamService.close``.
            await self.watch.stop()
            self._let_go()

    def _let_go(self) -> None:
        self._left = True
        self._on_left()

    async def _stop_checking(self) -> None:
        self._unsubscribe()
        tasks = list(self._tasks.values())
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- what the page shows -----------------------------------------------------------------------------------------

    @property
    def policy(self) -> ProctoringPolicy:
        """The exam's, once known; else the defaults."""
        return self._measured.policy or ProctoringPolicy()

    def arrangement(self) -> StudentExceptions:
        """What a teacher arranged for this student; where the platform does not say, what the policy spares."""
        known = self._preparation
        if known is not None and known.exceptions is not None:
            return known.exceptions
        # A camera picture may be enough for everybody: that is nothing arranged.
        return self.policy.arrangement.model_copy(update={"camera_only": False})

    def computer(self) -> ComputerReport:
        """What this PC can guarantee, as the teacher will read it too."""
        return self._desk.computer_report()

    def checks(self) -> list[Check]:
        """How everything stands."""
        return check_all(
            self._measured,
            self.watch.state,
            proctored=self.exam.proctored,
            camera_available=self.watch.available,
        )

    def seconds_to_open(self) -> float:
        """Until it opens by the server's time; 0 once it is open."""
        return max(0.0, (self.exam.opens_at - self._clock.now()).total_seconds())

    def closed(self) -> bool:
        """Whether it is too late."""
        return self._clock.now() >= self.exam.closes_at

    def assurance(self) -> Assurance:
        """What really runs now."""
        return self.watch.assurance if self.exam.proctored else Assurance.NONE

    def obstacles(self) -> list[Check]:
        """What keeps the exam from being started, time and consent apart."""
        return [check for check in self.checks() if check.state is CheckState.BAD]

    def may_start(self) -> bool:
        """Whether Start can be pressed now."""
        if self.seconds_to_open() > 0 or self.closed() or not self.consent or self.obstacles():
            return False
        if not self._measured.paper_here:
            return False
        if not self.exam.proctored:
            return True
        return assurance_is_enough(self.assurance(), self.policy) and not self.camera_coming()

    def camera_coming(self) -> bool:
        """Whether a picture may yet come: who began now would be recorded as not watched, though there is a camera."""
        opening = (check.kind is CheckKind.CAMERA and check.state is CheckState.WAITING for check in self.checks())
        return self._awaits_camera and any(opening)

    # --- what the student does ---------------------------------------------------------------------------------------

    def set_consent(self, consent: bool) -> None:
        """The student agrees to what is recorded, or no longer does."""
        self.consent = consent
        self._tell(LobbyTopic.READY)

    def fetch_paper(self) -> None:
        """Look for the paper, and download it when it is not here."""
        self._run("paper", self._fetch_paper)

    def retry_camera(self) -> None:
        """Open the camera again."""
        self._run("camera", self._restart_camera)
        self._run("await-camera", self._await_camera)

    def look_again(self) -> None:
        """Measure disk, clock and displays now, and ask for policy and templates again."""
        self._run("prepare", self._prepare)
        self._run("measure", self._measure_on)

    def begin_challenge(self) -> None:
        """The active liveness challenge."""
        self.watch.challenge()

    async def start(self) -> Sitting:
        """Begin the attempt; the clock runs from here.

        Raises:
            RuleViolation: it may not be started yet.
            NetworkError: the platform was not reached; the key to the paper comes from it.
            ConflictError: closed, not open, held by another device, handed in already.
            LearnUpError: any other refusal, a damaged paper, a full disk.
        """
        if not self.may_start():
            raise RuleViolation("the exam cannot be started yet")
        await self.scan.stop()
        sitting = await self._desk.begin(self.exam, self.watch, consent=self.consent)
        self._let_go()
        await self._stop_checking()
        return sitting

    async def start_unlocked(self, code: str) -> Sitting:
        """Begin under an unlock code, where there is no network to begin over.

        Raises:
            RuleViolation: it may not be started yet, or this is not the code of this exam.
            IntegrityFault: it is, but does not open the paper that is here.
            LearnUpError: a damaged paper, a full disk.
        """
        if not self.may_start():
            raise RuleViolation("the exam cannot be started yet")
        await self.scan.stop()
        sitting = await self._desk.begin_unlocked(self.exam, self.watch, self.policy, code, consent=self.consent)
        self._let_go()
        await self._stop_checking()
        return sitting

    # --- finding out -------------------------------------------------------------------------------------------------

    async def _fetch_paper(self) -> None:
        measured = self._measured
        try:
            measured.paper_here = await self._desk.paper_here(self.exam)
            if not measured.paper_here:
                self._paper_progress(0.0)
                await self._desk.fetch_paper(self.exam, self._paper_progress)
                measured.paper_here = True
            measured.paper_fault = ""
        except LearnUpError as error:
            measured.paper_here = False
            measured.paper_fault = "" if isinstance(error, NetworkError) else error.code
            _log.info("the paper is not here (%s)", error.code)
        finally:
            measured.paper_progress = None
            self._tell(LobbyTopic.CHECKS)

    def _paper_progress(self, share: float) -> None:
        self._measured.paper_progress = share
        self._tell(LobbyTopic.CHECKS)

    async def _prepare(self, *, only_if_changed: bool = False) -> None:
        """Policy and templates; without a network the defaults, and what is not known is said to be unknown."""
        if not self.exam.proctored:
            return
        try:
            preparation = await self._desk.preparation(self.exam)
        except NotFoundError:
            preparation = ExamPreparation(exam_id=self.exam.id, policy=ProctoringPolicy())
        except LearnUpError as error:
            _log.info("policy and templates are not known yet (%s)", error.code)
            preparation = None
        self._measured.clock_apart = self._desk.clock_apart()
        if only_if_changed and preparation in (None, self._preparation):
            return  # the camera goes on as it is
        if preparation is not None:
            self._preparation = preparation
            self._measured.policy = preparation.policy
            self._measured.templates = len(preparation.face_templates)
        await self._restart_camera()

    async def _restart_camera(self) -> None:
        if not self.watch.available:
            return
        known = self._preparation
        templates = stored_templates(known.face_templates, known.face_model) if known is not None else ()
        fault = self.watch.state.camera_fault or self.watch.state.worker_fault
        try:
            if fault is not None:
                await self.watch.stop()
            await self.watch.restart(self.policy, templates)
        except OSError as error:
            _log.warning("the camera's preview cannot be set up", reason=repr(error))
        self._tell(LobbyTopic.CHECKS)

    async def _await_camera(self) -> None:
        """Not for ever: an exam that may be begun without a picture is not kept from anybody by a slow camera."""
        self._awaits_camera = True
        await asyncio.sleep(CAMERA_PATIENCE_SECONDS)
        self._awaits_camera = False
        self._tell(LobbyTopic.READY)

    async def _prepare_again(self) -> None:
        """A teacher may arrange something while the student waits here."""
        while True:
            await asyncio.sleep(PREPARE_SECONDS)
            await self._prepare(only_if_changed=True)

    async def _measure_on(self) -> None:
        while True:
            measured = self._measured
            measured.displays = self._desk.display_count()
            measured.clock_apart = self._desk.clock_apart()
            try:
                usage = await asyncio.to_thread(shutil.disk_usage, self._folder)
                measured.disk_free = usage.free
            except OSError as error:
                _log.warning("free space cannot be told", reason=repr(error))
                measured.disk_free = 0
            self._tell(LobbyTopic.CHECKS)
            await asyncio.sleep(MEASURE_SECONDS)
            measured.clock_asked = True

    def _camera_changed(self, topic: WatchTopic) -> None:
        self._tell(LobbyTopic.CHECKS if topic is not WatchTopic.STATUS else LobbyTopic.CAMERA)

    def _run(self, key: str, work: Callable[[], Awaitable[None]]) -> None:
        before = self._tasks.get(key)
        if before is not None:
            before.cancel()

        async def run() -> None:
            await work()

        self._tasks[key] = asyncio.create_task(run(), name=f"lobby-{key}")

    def _tell(self, topic: LobbyTopic) -> None:
        self.changed.notify(topic)

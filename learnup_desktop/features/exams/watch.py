"""Proctoring as an exam sees it: one camera from the lobby to the end, and what of it belongs in the journal.

The supervisor only carries messages. Here they become a state that a page can show (one word, light, what is
running) and calls for the journal (an event began or ended, nobody watched for a while). Without a supervisor
everything still works and says honestly that nothing is watching.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.integrity import Assurance, IntegrityEvent, IntegrityKind, ProctoringPolicy
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.features.exams.observers import Observers
from learnup_desktop.proctoring.messages import (
    CAMERA_FAULTS,
    MODEL_FAULTS,
    WORKER_FAULTS,
    Advice,
    ChallengeProgress,
    CodeRead,
    Errand,
    EventClosed,
    EventOpened,
    EvidenceItem,
    Fault,
    FaultKey,
    Gap,
    IdentityChecked,
    Message,
    Ready,
    Status,
    StatusWord,
    StillTaken,
    Stopped,
    StoredTemplate,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.preview import PreviewFrame

_log = get_logger(__name__)

_RANK = {Assurance.NONE: 0, Assurance.CAMERA_ONLY: 1, Assurance.IDENTITY: 2, Assurance.FULL: 3}


class Supervisor(Protocol):
    """What is used of ``proctoring.supervisor.ProctoringSupervisor``."""

    def start(self, configuration: WorkerConfiguration) -> None: ...
    def stop(self) -> None: ...
    async def wait_stopped(self) -> None: ...
    def use_templates(self, templates: Sequence[StoredTemplate]) -> None: ...
    def keep_evidence(self, folder: Path, key: bytes) -> None: ...
    def challenge(self, *, seconds: float = 45.0, steps: int = 3) -> None: ...
    def cancel_challenge(self) -> None: ...
    def newest_frame(self) -> PreviewFrame | None: ...
    def run_errand(self, errand: Errand) -> None: ...
    @property
    def running(self) -> bool: ...


SupervisorFactory = Callable[[Callable[[Message], None], Callable[[], int]], Supervisor]
"""Makes a supervisor from ``on_message`` and the attempt's clock in milliseconds."""
ConfigurationFactory = Callable[[ProctoringPolicy, tuple[StoredTemplate, ...]], WorkerConfiguration]
"""Fills in what only the computer knows: camera, folder of models, folder and key of evidence."""


class WatchTopic(StrEnum):
    """What changed."""

    STATUS = "status"
    IDENTITY = "identity"
    CHALLENGE = "challenge"
    FAULT = "fault"
    RUNNING = "running"


@dataclass(slots=True)
class WatchState:
    """What the camera says now. Faults stay until a worker that has no such fault is ready.

    Attributes:
        models: tasks for which a model file is loaded (``recognition``, ``liveness``…), whoever is enrolled.
        template_fault: whether the enrolled face cannot be compared with these models.
    """

    running: bool = False
    ready: bool = False
    word: StatusWord = StatusWord.STARTING
    light: int = 0
    faces: int = 0
    advice: tuple[Advice, ...] = ()
    assurance: Assurance = Assurance.NONE
    lowest: Assurance | None = None
    identity: IdentityChecked | None = None
    challenge: ChallengeProgress | None = None
    models: frozenset[str] = frozenset()
    template_fault: bool = False
    camera_fault: FaultKey | None = None
    model_fault: FaultKey | None = None
    worker_fault: FaultKey | None = None


def stored_templates(templates: Sequence[str], model: str | None) -> tuple[StoredTemplate, ...]:
    """Templates as they come with an attempt, in the worker's form; what is not base64url of float32 is left out."""
    stored = []
    for text in templates:
        try:
            size = len(base64url_decode(text))
        except ValueError:
            _log.warning("a face template cannot be read and is left out")
            continue
        if size and size % 4 == 0:
            stored.append(StoredTemplate(data=text, model_id=model or "", dimension=size // 4))
    return tuple(stored)


class Watch:
    """One person before one camera.

    Args:
        make_supervisor: None on a computer that cannot watch at all; the assurance is then ``none``.
        configure: see ``ConfigurationFactory``.
        now_ms: server time in epoch milliseconds; every event is in it. Called from another thread.
        evidence_root: the account's folder of sealed pictures that wait for their upload; None keeps none.

    Attributes:
        on_event: called with an event when it begins and when it ends (``ended_ms`` is set), evidence files beside it.
        on_gap: called when nobody watched: from, to (milliseconds) and why.
        on_errand: called with what the camera did besides watching; see ``StudentCamera``.
    """

    def __init__(
        self,
        make_supervisor: SupervisorFactory | None,
        configure: ConfigurationFactory,
        now_ms: Callable[[], int],
        evidence_root: Path | None = None,
    ) -> None:
        self._configure = configure
        self._evidence_root = evidence_root
        self.now_ms = now_ms
        self._supervisor = make_supervisor(self._take, now_ms) if make_supervisor is not None else None
        self._policy = ProctoringPolicy()
        self._ready = asyncio.Event()
        self.state = WatchState()
        self.changed: Observers[WatchTopic] = Observers()
        self.on_event: Callable[[IntegrityEvent, tuple[EvidenceItem, ...]], None] | None = None
        self.on_gap: Callable[[int, int, str], None] | None = None
        self.on_errand: Callable[[Ready | CodeRead | StillTaken], None] | None = None
        self._only_camera = False

    @property
    def available(self) -> bool:
        """Whether this computer can watch at all."""
        return self._supervisor is not None

    @property
    def assurance(self) -> Assurance:
        """What is running right now."""
        return self.state.assurance

    def start(self, policy: ProctoringPolicy, templates: tuple[StoredTemplate, ...]) -> None:
        """Begin to watch; a second call hands over new templates.

        Raises:
            OSError: the preview's memory could not be made.
        """
        self._policy = policy
        if self._supervisor is None:
            return
        if self._supervisor.running:
            self._supervisor.use_templates(templates)
            return
        self.state = WatchState(running=True)
        self._ready.clear()
        self._supervisor.start(self._configure(policy, templates))
        self.changed.notify(WatchTopic.RUNNING)

    async def restart(self, policy: ProctoringPolicy, templates: tuple[StoredTemplate, ...]) -> None:
        """Begin anew with another policy: the lobby watches by the defaults, the sitting by its own document."""
        watching = self._supervisor is not None and self._supervisor.running and not self._only_camera
        if not watching or policy != self._policy:
            await self.stop()
        self.start(policy, templates)

    def open_camera(self) -> None:
        """Open the camera without watching anybody, for something that is held up; ends with ``stop``.

        Raises:
            OSError: the preview's memory could not be made.
        """
        if self._supervisor is not None and not self._supervisor.running:
            self.state = WatchState(running=True)
            self._only_camera = True
            self._supervisor.start(replace(self._configure(self._policy, ()), analyse=False))

    def run_errand(self, errand: Errand) -> None:
        """Ask the camera for something besides watching."""
        if self._supervisor is not None and self._supervisor.running:
            self._supervisor.run_errand(errand)

    def keep_evidence(self, attempt_id: str, key: bytes) -> None:
        """Seal pictures of events with the attempt's key from now on; needs the policy's leave and a running camera."""
        if self._supervisor is not None and self._evidence_root is not None and self._supervisor.running:
            self._supervisor.keep_evidence(self._evidence_root / attempt_id, key)

    async def stop(self) -> None:
        """End watching; returns when the worker has closed its events."""
        if self._supervisor is not None and self._supervisor.running:
            self._supervisor.stop()
            await self._supervisor.wait_stopped()
        self.state.running = self._only_camera = False

    async def wait_ready(self, seconds: float) -> bool:
        """Wait until something is watching, at most so long; whether it is."""
        return await wait_at_most(self._ready, seconds)

    def newest_frame(self) -> PreviewFrame | None:
        """The newest preview picture."""
        return self._supervisor.newest_frame() if self._supervisor is not None else None

    def challenge(self) -> None:
        """Begin the active liveness challenge of the policy."""
        # How an earlier one ended is no answer to this one.
        self.state.challenge = None
        if self._supervisor is not None:
            self._supervisor.challenge(seconds=self._policy.challenge_seconds)

    def cancel_challenge(self) -> None:
        """The person takes the alternative without the camera."""
        if self._supervisor is not None:
            self._supervisor.cancel_challenge()

    # --- messages ----------------------------------------------------------------------------------------------------

    def _take(self, message: Message) -> None:
        if isinstance(message, Status):
            self._take_status(message)
        elif isinstance(message, Ready):
            state = self.state
            state.ready, state.worker_fault = True, None
            state.models = frozenset(model.task for model in message.models)
            if message.assurance is not Assurance.NONE:
                # Without a picture a worker is ready too; why there is none stays said.
                state.camera_fault = None
            # A worker without models is ready too, for a camera only; then what is missing stays said.
            if _RANK[message.assurance] >= _RANK[Assurance.IDENTITY]:
                state.model_fault, state.template_fault = None, False
            self._running(message.assurance)
            self._ready.set()
            self.changed.notify(WatchTopic.RUNNING)
            self._tell_errand(message)
        elif isinstance(message, CodeRead | StillTaken):
            self._tell_errand(message)
        elif isinstance(message, EventOpened | EventClosed):
            if self.on_event is not None:
                self.on_event(message.event, message.evidence if isinstance(message, EventClosed) else ())
        elif isinstance(message, Gap):
            self._take_gap(message)
        elif isinstance(message, IdentityChecked):
            self.state.identity = message
            self.changed.notify(WatchTopic.IDENTITY)
        elif isinstance(message, ChallengeProgress):
            self.state.challenge = message
            self.changed.notify(WatchTopic.CHALLENGE)
        elif isinstance(message, Fault):
            self._take_fault(message)
        elif isinstance(message, Stopped):
            self.state.running = self.state.ready = False
            self.state.assurance = Assurance.NONE
            self.changed.notify(WatchTopic.RUNNING)

    def _take_status(self, message: Status) -> None:
        state = self.state
        state.word, state.light, state.faces, state.advice = message.word, message.light, message.faces, message.advice
        if message.word not in (StatusWord.CAMERA_LOST, StatusWord.CAMERA_FROZEN):
            state.camera_fault = None
        self._running(message.assurance)
        self.changed.notify(WatchTopic.STATUS)

    def _take_gap(self, message: Gap) -> None:
        event = message.event
        if self.on_gap is not None:
            self.on_gap(event.started_ms, event.ended_ms or event.started_ms, message.reason)
        if self.on_event is not None:
            self.on_event(event, ())

    def _take_fault(self, message: Fault) -> None:
        if message.key in CAMERA_FAULTS:
            self.state.camera_fault = message.key
        elif message.key in MODEL_FAULTS:
            self.state.model_fault = message.key
        elif message.key is FaultKey.TEMPLATES_UNUSABLE:
            self.state.template_fault = True
        elif message.key in WORKER_FAULTS:
            self.state.worker_fault, self.state.ready = message.key, False
        if message.key is FaultKey.EVIDENCE_DISK_FULL and self.on_gap is not None:
            self.on_gap(message.at_ms, message.at_ms, IntegrityKind.EVIDENCE_GAP.value)
        _log.info("proctoring: %s %s", message.key, message.detail)
        self.changed.notify(WatchTopic.FAULT)

    def _tell_errand(self, message: Ready | CodeRead | StillTaken) -> None:
        if self.on_errand is not None:
            self.on_errand(message)

    def _running(self, assurance: Assurance) -> None:
        state = self.state
        state.assurance = assurance
        if state.lowest is None or _RANK[assurance] < _RANK[state.lowest]:
            state.lowest = assurance

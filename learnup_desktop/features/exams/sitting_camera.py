"""The camera during a sitting: started by the attempt's policy, and what really runs told to the journal.

Less running than before is written down at that moment; a resumed sitting journals its opening only once it knows.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.contract.integrity import (
    CAMERA_KINDS,
    Assurance,
    ComputerReport,
    IntegrityEvent,
    IntegrityKind,
    ProctoringPolicy,
)
from learnup_desktop.features.exams.flags import FlagRecorder
from learnup_desktop.features.exams.presence import PresenceCheck
from learnup_desktop.features.exams.watch import Watch, WatchTopic, stored_templates

if TYPE_CHECKING:
    from learnup_desktop.store.records import AttemptMeta

_log = get_logger(__name__)

OPENING_SECONDS = 20.0
"""How long a resumed sitting waits for the camera before it journals what is really running."""
STOP_SECONDS = 2.0
"""How long the end of an exam waits for the camera to close its events; the platform's grace is 5 s."""
LEVELS = (Assurance.NONE, Assurance.CAMERA_ONLY, Assurance.IDENTITY, Assurance.FULL)
"""From least to most."""


class SittingCamera:
    """Between the watch and one sitting.

    Args:
        watch: may be running already from the lobby.
        policy, meta: of the attempt.
        proctored: False when this exam is not watched.
        flags: takes events and gaps.
        record: puts an entry into the journal.
        on_changed: told of every change; with the new assurance when less is running than was journaled.
        computer: what this computer can guarantee, for the opening entry.

    Attributes:
        presence: asks the student to show that they are there, where the policy says so.
    """

    def __init__(
        self,
        watch: Watch,
        policy: ProctoringPolicy,
        meta: "AttemptMeta",
        proctored: bool,
        flags: FlagRecorder,
        record: Callable[[EntryKind, dict[str, object]], None],
        on_changed: Callable[[Assurance | None], None],
        computer: ComputerReport | None = None,
    ) -> None:
        self._watch = watch
        self._policy = policy
        self._meta = meta
        self._proctored = proctored
        self._flags = flags
        self._record = record
        self._on_changed = on_changed
        self._computer = computer
        self._journaled = Assurance(meta.assurance)
        self._unsubscribe: Callable[[], None] = lambda: None
        self.presence = PresenceCheck(watch, flags.take_event, watch.now_ms, lambda: on_changed(None))

    def begin(self, *, resumed: bool) -> None:
        """Take events from now on. A fresh start journals its opening at once: the lobby knows what runs."""
        self._watch.on_event = lambda event, _evidence: self._noticed(event)
        self._watch.on_gap = self._flags.take_gap
        self._unsubscribe = self._watch.changed.subscribe(self._changed)
        if not resumed:
            self._journal_opening(self._journaled)
            challenge = self._watch.state.challenge
            if self._proctored:
                self.presence.begin(self._policy, turned=challenge is not None and challenge.state == "passed")

    async def run(self, *, resumed: bool) -> None:
        """Start watching; a resumed sitting journals its opening once it knows what runs."""
        if self._proctored:
            await self._start()
        if resumed:
            if self._proctored:
                await self._watch.wait_ready(OPENING_SECONDS)
            self._journal_opening(min(self._journaled, self._watch.assurance, key=LEVELS.index))

    async def use_policy(self, policy: ProctoringPolicy) -> None:
        """Go on under other rules, and journal under which; the camera is away for a moment if they are about it."""
        same = _of_the_camera(policy) == _of_the_camera(self._policy)
        self._policy = policy
        self._journal_opening(self._journaled)
        if same or not self._proctored or not self._watch.available:
            return
        began = self._watch.now_ms()
        await self._start()
        await self._watch.wait_ready(OPENING_SECONDS)
        self._flags.take_gap(began, self._watch.now_ms(), "policy")

    async def _start(self) -> None:
        templates = stored_templates(self._meta.face_templates, self._meta.face_model)
        try:
            await self._watch.restart(self._policy, templates)
        except OSError as error:
            _log.warning("the camera's preview cannot be set up", reason=repr(error))
        if self._meta.evidence_key is not None:
            self._watch.keep_evidence(self._meta.attempt_id, self._meta.evidence_key)

    async def stop(self) -> None:
        """Let the camera close its events, but not at the price of the deadline."""
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await self._watch.stop()
        except TimeoutError:
            _log.warning("the camera was slow to stop; nobody waits for it")
        self._unsubscribe()

    def _journal_opening(self, assurance: Assurance) -> None:
        self._journaled = assurance
        meta = self._meta
        body: dict[str, object] = {
            "deviceId": meta.device_id,
            "paperSha256": meta.paper_sha256,
            "assurance": assurance.value,
        }
        if self._computer is not None:
            body["computer"] = self._computer.to_wire()
        arranged = self._policy.arrangement
        if not arranged.empty:
            body["exceptions"] = {**arranged.to_wire(), "kinds": sorted(arranged.kinds)}
        self._record(EntryKind.OPENED, body)

    def _noticed(self, event: IntegrityEvent) -> None:
        self._flags.take_event(event)
        self.presence.after(event, self._policy)

    def _changed(self, topic: WatchTopic) -> None:
        if topic is WatchTopic.CHALLENGE:
            self.presence.took(self._watch.state.challenge)
        lowered = None
        now, before = self._watch.assurance, self._journaled
        # Only a worker that is ready says what runs; one that died is a gap, which the supervisor reports.
        ready = topic is WatchTopic.RUNNING and self._watch.state.ready
        if ready and self._proctored and LEVELS.index(now) < LEVELS.index(before):
            moment = self._watch.now_ms()
            self._flags.take_gap(moment, moment, f"{before}>{now}", what="assurance")
            self._journaled = lowered = now
        self._on_changed(lowered)


def _of_the_camera(policy: ProctoringPolicy) -> tuple[frozenset[IntegrityKind], bool]:
    """What of a student's exceptions the worker has to know."""
    return policy.exceptions.intersection(CAMERA_KINDS), policy.challenge_exempt

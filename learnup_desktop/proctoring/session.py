"""What the worker does between its first configuration and its end: frames in, messages out.

One thread (this one) does all analysis; the capture thread only brings frames, the command thread only brings commands.
"""

import time
from collections.abc import Callable
from pathlib import Path

import cv2

from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.domain.integrity_challenge import Challenge, ChallengeLook, ChallengeState
from learnup_desktop.domain.integrity_observation import Sight
from learnup_desktop.face.analyser import FrameRejectedError, Image, checked_image
from learnup_desktop.face.identity import Template
from learnup_desktop.face.quality import advice_for
from learnup_desktop.proctoring.camera import STALE_SECONDS, Camera, CameraFrame, CaptureThread, open_camera
from learnup_desktop.proctoring.channel import Mailbox, Outbox
from learnup_desktop.proctoring.enrolment import EnrolmentRequest, enrolment_advice
from learnup_desktop.proctoring.errands import CameraErrands
from learnup_desktop.proctoring.loading import load_models
from learnup_desktop.proctoring.messages import (
    CAMERA_FAULTS,
    Advice,
    BeginChallenge,
    CancelChallenge,
    ChallengeProgress,
    Command,
    Configure,
    EnrolFrame,
    Enrolled,
    Fault,
    FaultKey,
    IdentityChecked,
    KeepEvidence,
    ModelInUse,
    Ready,
    ShowPaper,
    ShowPerson,
    Status,
    Stop,
    StoredTemplate,
    UseTemplates,
)
from learnup_desktop.proctoring.pace import Pace
from learnup_desktop.proctoring.pipeline import Look, Pipeline
from learnup_desktop.proctoring.preview import PreviewWriter
from learnup_desktop.proctoring.reporter import EventReporter
from learnup_desktop.proctoring.stills import shrunk

STATUS_SECONDS = 1.0
BUSY_RATE = 8.0
"""Looks a second during a challenge or an enrolment: movements must not fall between two looks."""
WAIT_SECONDS = 0.1
"""How long to wait for a picture before looking after commands and a lost camera."""
SITTING_PREVIEW_RATE = 5.0
"""Pictures of the self-view a second during a sitting; a webcam's decoding costs more than the analysis."""
FAULT_SECONDS = 10.0
"""The same fault is told at most so often."""


class WorkerSession:
    """One configuration at work.

    Args:
        configure: what the client asked for.
        mailbox: commands.
        outbox: messages.
        opener: opens cameras; tests pass their own.
    """

    def __init__(
        self, configure: Configure, mailbox: Mailbox, outbox: Outbox, opener: Callable[[str], Camera] = open_camera
    ) -> None:
        self._configure = configure
        self._mailbox = mailbox
        self._outbox = outbox
        self._began = time.monotonic() - outbox.now_ms() / 1000
        self._capture = CaptureThread(configure.camera, opener)
        self._preview = PreviewWriter(Path(configure.preview_file)) if configure.preview_file else None
        self.driver_hangs = False
        self._preview_at = float("-inf")
        self._preview_seconds = 1.0 / max(1.0, configure.preview_fps)
        self._reporter = EventReporter(configure, outbox)
        self._errands = CameraErrands(self._capture, outbox, self._now)
        self._enrolment: EnrolmentRequest | None = None
        self._enrolments_waiting = 0
        self._challenge: Challenge | None = None
        self._challenge_told_at = 0.0
        self._status_at = 0.0
        self._faults: dict[FaultKey, float] = {}
        self._announced: tuple[Assurance, str] | None = None
        self._advice: tuple[str, ...] = ()
        self._looks: list[float] = []
        self._pipeline: Pipeline
        self._pace = Pace(configure.policy.observations_per_second)

    # --- the loop ---------------------------------------------------------------------------------

    def run(self) -> None:
        """Watch until asked to stop, until the client is gone, or until the driver hangs (``driver_hangs``)."""
        # The camera opens while the models load.
        self._capture.start()
        cv2.setNumThreads(1)
        analyser, liveness = load_models(self._configure, self._outbox)
        self._pipeline = Pipeline(self._configure.policy, analyser, liveness)
        self._use_templates(self._configure.templates)
        started = self._now()
        # The camera may still be opening: a first picture is worth a moment's wait before saying what is running.
        while self._capture.age == float("inf") and self._capture.fault is None and self._now() - started < 3.0:
            time.sleep(0.02)
        while self._obey() and not self._outbox.broken and not self.driver_hangs:
            self._step()
            self.driver_hangs = self._capture.hangs
        self._reporter.tell(self._pipeline.rules.finish())
        self._errands.finish()
        self._capture.stop()
        if self._preview is not None:
            self._preview.close()

    def _step(self) -> None:
        # As many pictures as the faster of the two asks for: each costs its decoding.
        look = 1.0 / self._pipeline.rate
        self._capture.want(look if self._preview is None else min(look, self._preview_seconds))
        frame = self._capture.newest(WAIT_SECONDS)
        now = self._now()
        if frame is not None:
            self._take(frame, now)
        elif self._capture.age > STALE_SECONDS and self._pipeline.due(now) and not self._errands.paper:
            self._reporter.tell(self._pipeline.lost(now, since=now - self._capture.age).changes)
        self._errands.step(now)
        self._tell_camera()
        self._announce()
        if now - self._status_at >= STATUS_SECONDS:
            self._tell_status(now)

    def _take(self, frame: CameraFrame, now: float) -> None:
        try:
            image = checked_image(frame.image)
        except FrameRejectedError as error:
            self._fault(FaultKey.FRAME_REJECTED, str(error))
            return
        self._show(image, now)
        self._errands.see(image, now)
        if self._errands.paper or not self._pipeline.due(now):
            return
        began, cpu = time.monotonic(), time.thread_time()
        try:
            look = self._pipeline.look(image, now)
        except (FrameRejectedError, cv2.error) as error:
            self._fault(FaultKey.FRAME_REJECTED, str(error))
            return
        self._looks = [*self._looks[-40:], now]
        self._after_look(image, look)
        busy = self._challenge is not None or self._enrolment is not None
        rate = self._pace.after(time.monotonic() - began, time.thread_time() - cpu, now)
        self._pipeline.rate = max(BUSY_RATE, rate) if busy else rate

    def _after_look(self, image: Image, look: Look) -> None:
        at = look.observation.at
        if look.similarity is not None:
            self._outbox.send(
                IdentityChecked(
                    similarity=round(1000 * look.similarity),
                    matched=look.similarity >= self._pipeline.policy.identity_threshold,
                    live=None if look.live is None else round(1000 * look.live),
                    at_ms=round(at * 1000),
                )
            )
        self._reporter.remember(self._pipeline.rules, image, look)
        self._reporter.tell(look.changes)
        self._reporter.picture(self._pipeline.rules, image, look)
        self._enrol(image, look)
        self._go_on_with_challenge(look)
        if self._enrolment is not None or not self._pipeline.knows_somebody:
            self._advice = enrolment_advice(image, look, self._pipeline.analyser)
        else:
            self._advice = live_advice(image, look)

    # --- commands ---------------------------------------------------------------------------------

    def _obey(self) -> bool:
        """Carry out what the client asked; False when it asked to stop."""
        return all(self._do(command) for command in self._mailbox.pending())

    def _do(self, command: Command) -> bool:
        if isinstance(command, Stop):
            return False
        if isinstance(command, ShowPaper) and command.on:
            self._reporter.tell(self._pipeline.rules.finish())
        if self._errands.do(command):
            return True
        if isinstance(command, EnrolFrame):
            self._enrolments_waiting += 1
        elif isinstance(command, BeginChallenge):
            self._begin_challenge(command)
        elif isinstance(command, CancelChallenge):
            if self._challenge is not None:
                self._challenge.cancel()
                self._tell_challenge(self._challenge)
        elif isinstance(command, UseTemplates):
            self._use_templates(command.templates)
        elif isinstance(command, KeepEvidence):
            # The sitting has begun: from here on the exam comes first, the self-view is a glance at the side.
            self._reporter.keep_evidence(command)
            self._preview_seconds = max(self._preview_seconds, 1.0 / SITTING_PREVIEW_RATE)
        elif isinstance(command, ShowPerson):
            show = getattr(self._capture.camera, "show", None)
            if show is not None:
                show(command.person, also=command.also, gain=command.gain)
        return True

    def _use_templates(self, stored: tuple[StoredTemplate, ...]) -> None:
        templates: list[Template] = []
        for entry in stored:
            try:
                templates.append(Template.decode(entry.data, entry.model_id, dimension=entry.dimension))
            except ValueError as error:
                self._fault(FaultKey.TEMPLATES_UNUSABLE, f"a template is not readable: {error}")
        self._pipeline.use_templates(templates)
        if stored and self._pipeline.assurance is Assurance.CAMERA_ONLY and self._pipeline.analyser is not None:
            self._fault(FaultKey.TEMPLATES_UNUSABLE, "the templates were made by another recognition model")

    # --- enrolment and challenge ------------------------------------------------------------------

    def _enrol(self, image: Image, look: Look) -> None:
        analyser = self._pipeline.analyser
        if self._enrolment is None and self._enrolments_waiting:
            self._enrolments_waiting -= 1
            if analyser is None or not analyser.can_recognise:
                self._outbox.send(Enrolled(accepted=False))
                self._fault(FaultKey.MODELS_MISSING)
                return
            self._enrolment = EnrolmentRequest(analyser, look.observation.at)
        if self._enrolment is not None:
            answer = self._enrolment.take(image, look)
            if answer is not None:
                self._enrolment = None
                self._outbox.send(answer)

    def _begin_challenge(self, command: BeginChallenge) -> None:
        full = self._pipeline.assurance in (Assurance.FULL, Assurance.IDENTITY)
        self._challenge = Challenge(
            self._now(),
            seconds=command.seconds,
            steps=command.steps,
            threshold=self._pipeline.policy.identity_threshold if full else None,
        )
        self._tell_challenge(self._challenge)

    def _go_on_with_challenge(self, look: Look) -> None:
        challenge = self._challenge
        if challenge is None:
            return
        seen = look.observation
        changed = challenge.take(
            ChallengeLook(seen.at, seen.faces, seen.yaw, seen.pitch, seen.similarity, self._pipeline.same_track)
        )
        if changed or seen.at - self._challenge_told_at >= 1.0:
            self._tell_challenge(challenge)

    def _tell_challenge(self, challenge: Challenge) -> None:
        self._challenge_told_at = self._now()
        self._outbox.send(
            ChallengeProgress(
                state=challenge.state.value,
                step=challenge.step.value if challenge.state is ChallengeState.RUNNING else "",
                done=challenge.done,
                total=len(challenge.order),
                seconds_left=round(challenge.seconds_left, 1),
                reason=challenge.reason.value,
            )
        )
        if not challenge.running:
            self._challenge = None

    # --- telling ----------------------------------------------------------------------------------

    def _announce(self) -> None:
        """Say what is running, at first and whenever it changes."""
        assurance = self._assurance()
        camera = self._capture.camera
        name = camera.name if camera is not None else self._configure.camera
        if self._announced == (assurance, name):
            return
        self._announced = assurance, name
        analyser = self._pipeline.analyser
        files = list(analyser.models.files) if analyser is not None else []
        if self._pipeline.liveness is None:
            files = [file for file in files if file.task != "liveness"]
        self._outbox.send(
            Ready(
                models=tuple(
                    ModelInUse(task=file.task, file=file.path.name, sha256=file.sha256, custom=file.custom)
                    for file in files
                ),
                assurance=assurance,
                camera=name,
                width=camera.size[0] if camera is not None else 0,
                height=camera.size[1] if camera is not None else 0,
                provider=analyser.provider if analyser is not None else "",
            )
        )

    def _tell_camera(self) -> None:
        """Say why there is no picture, again at once when the camera goes for the second time."""
        trouble = self._capture.trouble
        if trouble is None and self._pipeline.frozen:
            trouble = FaultKey.CAMERA_FROZEN
        if trouble is not None:
            self._reporter.lost_because = trouble.value
            self._fault(trouble)
        else:
            for key in CAMERA_FAULTS & self._faults.keys():
                del self._faults[key]

    def _assurance(self) -> Assurance:
        """Without a picture nothing is assured, whatever models are loaded."""
        seen = self._capture.age <= STALE_SECONDS and not self._pipeline.frozen
        return self._pipeline.assurance if seen else Assurance.NONE

    def _tell_status(self, now: float) -> None:
        self._status_at = now
        last = self._pipeline.last
        seen = last.observation if last is not None else None
        recent = [moment for moment in self._looks if now - moment <= 3.0]
        self._outbox.send(
            Status(
                word=self._pipeline.status_word(),
                faces=max(0, seen.faces) if seen is not None else 0,
                light=min(255, round(seen.light)) if seen is not None else 0,
                camera_fps=self._capture.fps,
                observations_per_second=round(len(recent) / 3.0, 2),
                similarity=None if last is None or last.similarity is None else round(1000 * last.similarity),
                advice=tuple(Advice(word) for word in self._advice),
                assurance=self._assurance(),
            )
        )

    def _fault(self, key: FaultKey, detail: str = "") -> None:
        now = self._now()
        if now - self._faults.get(key, float("-inf")) >= FAULT_SECONDS:
            self._faults[key] = now
            self._outbox.send(Fault(key=key, detail=detail[:200], at_ms=round(now * 1000)))

    def _show(self, image: Image, now: float) -> None:
        if self._preview is None or now - self._preview_at < self._preview_seconds * 0.7:
            return
        self._preview_at = now
        self._preview.write(*shrunk(image, self._configure.preview_size))

    def _now(self) -> float:
        return time.monotonic() - self._began


def live_advice(image: Image, look: Look) -> tuple[str, ...]:
    """What keeps the camera from seeing somebody enrolled at all, else what would make the face easier to recognise.

    The lobby says it, while there is time to mend it.
    """
    height, width = image.shape[:2]
    better: tuple[str, ...] = ()
    if len(look.faces) == 1 and look.quality is not None:
        better = advice_for(look.quality, (width, height), look.faces[0].centre)
    return _sitting_advice(look) or better


def _sitting_advice(look: Look) -> tuple[str, ...]:
    """Only what keeps the camera from seeing at all."""
    seen = look.observation
    if seen.sight is Sight.COVERED and seen.faces <= 0:
        return (Advice.UNCOVER_CAMERA.value,)
    if seen.sight is Sight.DIM:
        return (Advice.MORE_LIGHT.value,)
    if seen.faces > 1:
        return (Advice.ONE_PERSON.value,)
    return (Advice.NOBODY_THERE.value,) if seen.faces == 0 else ()

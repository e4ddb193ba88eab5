"""Enrolling a face, without a widget: consent, three good pictures, the platform's answer; and a teacher's approval.

A picture is taken only when the worker's quality gate lets it pass; until then the student hears what to do. Templates
and photograph leave this computer only when the student sends them, and are kept nowhere here.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from learnup_desktop.base.errors import CameraError, ModelsMissingError, NotFoundError, RuleViolation
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.face import Enrolment, EnrolmentRequest, EnrolmentState
from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.proctoring.messages import (
    CAMERA_FAULTS,
    MODEL_FAULTS,
    Advice,
    Enrolled,
    Fault,
    Message,
    Ready,
    Status,
    StoredTemplate,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.preview import PreviewFrame

PICTURES_WANTED = 3
"""Several templates a person: one face is never quite like itself (light, beard, spectacles)."""


class EnrolmentGateway(Protocol):
    """What is used of the platform client's ``face`` module."""

    async def enrolments(self) -> list[Enrolment]: ...
    async def enrol(self, request: EnrolmentRequest, idempotency_key: str) -> Enrolment: ...
    async def delete(self, enrolment_id: str) -> None: ...
    async def decide(self, enrolment_id: str, approve: bool, idempotency_key: str) -> Enrolment: ...
    async def photo(self, enrolment_id: str) -> bytes: ...


class KeptTemplates(Protocol):
    """What is used of ``store.journal.JournalStore``."""

    async def forget_templates(self) -> None: ...


class CaptureSupervisor(Protocol):
    """What is used of ``proctoring.supervisor.ProctoringSupervisor``."""

    def start(self, configuration: WorkerConfiguration) -> None: ...
    def stop(self) -> None: ...
    async def wait_stopped(self) -> None: ...
    def enrol_frame(self) -> None: ...
    def newest_frame(self) -> PreviewFrame | None: ...


class CaptureStep(StrEnum):
    """Where a capture stands."""

    IDLE = "idle"
    STARTING = "starting"
    LOOKING = "looking"
    COMPLETE = "complete"
    FAILED = "failed"


@dataclass(slots=True)
class Capture:
    """One student before the camera. ``key`` makes sending it again after a lost answer harmless."""

    step: CaptureStep = CaptureStep.IDLE
    advice: tuple[Advice, ...] = ()
    templates: list[StoredTemplate] = field(default_factory=list)
    photo: str = ""
    best_quality: int = -1
    error: CameraError | ModelsMissingError | None = None
    key: str = field(default_factory=uuid7)

    @property
    def taken(self) -> int:
        """Pictures that passed."""
        return len(self.templates)


class EnrolmentService:
    """Use cases of enrolment; one capture at a time.

    Args:
        gateway: the platform.
        make_supervisor: makes the client's end of a worker from ``on_message``.
        configuration: camera and models of this computer.
        kept: this computer's attempts, which keep the templates they began with.
    """

    def __init__(
        self,
        gateway: EnrolmentGateway,
        make_supervisor: Callable[[Callable[[Message], None]], CaptureSupervisor],
        configuration: Callable[[], WorkerConfiguration],
        kept: KeptTemplates,
    ) -> None:
        self._gateway = gateway
        self._make_supervisor = make_supervisor
        self._configuration = configuration
        self._kept = kept
        self._supervisor: CaptureSupervisor | None = None
        self._waiting_for_frame = False
        self.capture = Capture()
        self.on_capture_changed: Callable[[], None] = lambda: None

    # --- the student ---------------------------------------------------------------------------------

    async def own_enrolment(self) -> Enrolment | None:
        """The newest enrolment of the person signed in, rejected ones passed over.

        Once the school holds no approved one (deleted elsewhere, withdrawn), this computer forgets its templates too.
        """
        kept = [item for item in await self._gateway.enrolments() if item.state is not EnrolmentState.REJECTED]
        if all(item.state is not EnrolmentState.APPROVED for item in kept):
            await self._kept.forget_templates()
        return max(kept, key=lambda item: item.consent_at, default=None)

    def begin(self) -> None:
        """Open the camera and take pictures as they become good; needs consent first, which the page asks for.

        Raises:
            RuleViolation: a capture is going on.
        """
        if self._supervisor is not None:
            raise RuleViolation("a capture is going on")
        self.capture = Capture(step=CaptureStep.STARTING)
        self._waiting_for_frame = False
        self._supervisor = self._make_supervisor(self._on_message)
        self._supervisor.start(replace(self._configuration(), landmarks=True))
        self.on_capture_changed()

    async def end(self) -> None:
        """Let the camera go; pictures taken are kept until sent or begun again."""
        supervisor, self._supervisor = self._supervisor, None
        if supervisor is not None:
            supervisor.stop()
            await supervisor.wait_stopped()

    def newest_frame(self) -> PreviewFrame | None:
        """The camera's picture for the page."""
        return self._supervisor.newest_frame() if self._supervisor is not None else None

    async def send(self, *, consent: bool) -> Enrolment:
        """Send what was captured; the camera is let go first.

        Raises:
            RuleViolation: no consent, or too few pictures.
            LearnUpError: the platform was not reached or refused; the pictures are kept for another try.
        """
        if not consent:
            raise RuleViolation("no template without consent")
        capture = self.capture
        if capture.step is not CaptureStep.COMPLETE:
            raise RuleViolation("too few good pictures")
        await self.end()
        made = await self._gateway.enrol(
            EnrolmentRequest(
                consent=True,
                model=capture.templates[0].model_id,
                templates=[template.data for template in capture.templates],
                photo=base64url_decode(capture.photo),
            ),
            capture.key,
        )
        self.capture = Capture()
        return made

    async def delete(self, enrolment_id: str) -> None:
        """Have the platform delete templates and photograph, then forget what this computer has of them.

        Raises:
            NetworkError, PlatformError: nothing was deleted.
            StorageError: deleted at school; what is kept here goes with the next look at the page.
        """
        # What is gone there already (deleted on another computer) still has to go here.
        with contextlib.suppress(NotFoundError):
            await self._gateway.delete(enrolment_id)
        self.capture = Capture()
        await self._kept.forget_templates()

    # --- the teacher ---------------------------------------------------------------------------------

    async def waiting(self) -> list[Enrolment]:
        """Enrolments of this teacher's students that nobody has decided on, oldest first."""
        waiting = [item for item in await self._gateway.enrolments() if item.state is EnrolmentState.WAITING]
        return sorted(waiting, key=lambda item: item.consent_at)

    async def photo(self, enrolment_id: str) -> bytes:
        """The JPEG a teacher decides by."""
        return await self._gateway.photo(enrolment_id)

    async def decide(self, enrolment_id: str, *, approve: bool) -> None:
        """Approve or reject."""
        await self._gateway.decide(enrolment_id, approve, uuid7())

    # --- the worker ----------------------------------------------------------------------------------

    def _on_message(self, message: Message) -> None:
        capture = self.capture
        match message:
            case Ready():
                self._on_ready(message)
            case Status(advice=advice) if capture.step is CaptureStep.LOOKING:
                capture.advice = advice
            case Enrolled():
                self._on_enrolled(message)
            # A camera's fault is not the end for the worker, which goes on trying; one plugged in goes on by itself.
            case Fault() if message.fatal or message.key in MODEL_FAULTS | CAMERA_FAULTS:
                if capture.step is CaptureStep.COMPLETE:
                    return
                capture.step = CaptureStep.FAILED
                capture.error = (
                    ModelsMissingError(message.detail)
                    if message.key in MODEL_FAULTS
                    else CameraError(message.detail, reason=message.key.value)
                )
            case _:
                return
        self.on_capture_changed()

    def _on_ready(self, message: Ready) -> None:
        if self.capture.step is CaptureStep.COMPLETE or message.assurance is Assurance.NONE:
            return  # without a picture there is nothing to look at; the fault says why
        # The assurance says nothing here: without a template to compare with it is "camera only" whatever is loaded.
        if any(model.task == "recognition" for model in message.models):
            self.capture.step, self.capture.error = CaptureStep.LOOKING, None
            self._waiting_for_frame = False
            self._ask()
        else:
            self.capture.step = CaptureStep.FAILED
            self.capture.error = ModelsMissingError("the camera works, but no recognition model is installed")

    def _on_enrolled(self, message: Enrolled) -> None:
        capture = self.capture
        self._waiting_for_frame = False
        if capture.step is not CaptureStep.LOOKING:
            return
        capture.advice = message.advice
        if message.accepted and message.template is not None:
            capture.templates.append(message.template)
            if message.quality > capture.best_quality:
                capture.best_quality = message.quality
                capture.photo = message.photo
        if capture.taken >= PICTURES_WANTED:
            capture.step = CaptureStep.COMPLETE
        else:
            self._ask()

    def _ask(self) -> None:
        if self._supervisor is not None and not self._waiting_for_frame:
            self._waiting_for_frame = True
            self._supervisor.enrol_frame()

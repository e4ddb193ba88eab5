"""Enrolment takes three good pictures, sends nothing without consent, and says why when it cannot."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from learnup_desktop.base.errors import CameraError, ModelsMissingError, OfflineError, RuleViolation
from learnup_desktop.contract.face import Enrolment, EnrolmentRequest, EnrolmentState
from learnup_desktop.contract.integrity import Assurance
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.features.enrolment.service import CaptureStep, EnrolmentService
from learnup_desktop.proctoring.messages import (
    Advice,
    Enrolled,
    Fault,
    FaultKey,
    Message,
    ModelInUse,
    Ready,
    Status,
    StatusWord,
    StoredTemplate,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.preview import PreviewFrame

READY = Ready(
    assurance=Assurance.CAMERA_ONLY,
    camera="simulated",
    models=(ModelInUse(task="recognition", file="r.onnx", sha256="0" * 64, custom=False),),
)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def enrolment(identity: str, state: EnrolmentState, hour: int = 12) -> Enrolment:
    return Enrolment(
        id=identity,
        student_id="s",
        student_name="Nimali",
        model="m",
        template_count=3,
        state=state,
        consent_at=NOON.replace(hour=hour),
    )


class Wire:
    """The platform's answers."""

    def __init__(self) -> None:
        self.sent: list[EnrolmentRequest] = []
        self.held: list[Enrolment] = []
        self.offline = False
        self.keys: list[str] = []

    async def enrolments(self) -> list[Enrolment]:
        return self.held

    async def enrol(self, request: EnrolmentRequest, idempotency_key: str) -> Enrolment:
        self.keys.append(idempotency_key)
        if self.offline:
            raise OfflineError
        self.sent.append(request)
        return enrolment("new", EnrolmentState.WAITING)

    async def delete(self, enrolment_id: str) -> None:
        if self.offline:
            raise OfflineError
        self.held = [item for item in self.held if item.id != enrolment_id]

    async def decide(self, enrolment_id: str, approve: bool, idempotency_key: str) -> Enrolment:
        return enrolment(enrolment_id, EnrolmentState.APPROVED if approve else EnrolmentState.REJECTED)

    async def photo(self, enrolment_id: str) -> bytes:
        return b"jpeg"


class Pipe:
    """The line to a worker: what was asked, and a way to answer."""

    def __init__(self, on_message: Callable[[Message], None]) -> None:
        self.say = on_message
        self.asked = 0
        self.running = False

    def start(self, configuration: WorkerConfiguration) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False

    async def wait_stopped(self) -> None:
        return

    def enrol_frame(self) -> None:
        self.asked += 1

    def newest_frame(self) -> PreviewFrame | None:
        return None


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def pipes() -> list[Pipe]:
    return []


class Kept:
    """Templates on this computer."""

    def __init__(self) -> None:
        self.forgotten = 0

    async def forget_templates(self) -> None:
        self.forgotten += 1


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def service(wire: Wire, pipes: list[Pipe], kept: Kept) -> EnrolmentService:
    def make(on_message: Callable[[Message], None]) -> Pipe:
        pipes.append(Pipe(on_message))
        return pipes[-1]

    return EnrolmentService(wire, make, WorkerConfiguration, kept)


def step(service: EnrolmentService) -> CaptureStep:
    return service.capture.step


def good(quality: int) -> Enrolled:
    template = StoredTemplate(data=f"template{quality}", model_id="model", dimension=128, quality=quality)
    photo = base64url_encode(f"photo{quality}".encode())
    return Enrolled(accepted=True, template=template, quality=quality, photo=photo)


async def test_three_good_pictures_are_sent_with_the_best_photograph(
    service: EnrolmentService, wire: Wire, pipes: list[Pipe]
) -> None:
    service.begin()
    pipe = pipes[0]
    pipe.say(READY)
    assert step(service) is CaptureStep.LOOKING
    pipe.say(Enrolled(accepted=False, advice=(Advice.MORE_LIGHT,)))
    assert service.capture.advice == (Advice.MORE_LIGHT,)
    for quality in (500, 900, 700):
        pipe.say(good(quality))
    assert step(service) is CaptureStep.COMPLETE
    assert pipe.asked == 4  # one refused, three taken, none too many
    await service.send(consent=True)
    assert wire.sent[0].photo == b"photo900"
    assert wire.sent[0].templates == ["template500", "template900", "template700"]
    assert not pipe.running


async def test_nothing_leaves_without_consent_or_with_too_few_pictures(
    service: EnrolmentService, wire: Wire, pipes: list[Pipe]
) -> None:
    service.begin()
    pipes[0].say(READY)
    pipes[0].say(good(1))
    with pytest.raises(RuleViolation):
        await service.send(consent=True)
    pipes[0].say(good(2))
    pipes[0].say(good(3))
    with pytest.raises(RuleViolation):
        await service.send(consent=False)
    assert wire.sent == []


async def test_a_lost_line_keeps_the_pictures_for_another_try(
    service: EnrolmentService, wire: Wire, pipes: list[Pipe]
) -> None:
    service.begin()
    pipes[0].say(READY)
    for quality in (1, 2, 3):
        pipes[0].say(good(quality))
    wire.offline = True
    with pytest.raises(OfflineError):
        await service.send(consent=True)
    wire.offline = False
    await service.send(consent=True)
    assert len(wire.sent) == 1
    assert len(set(wire.keys)) == 1  # the platform can tell that it is the same


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        (Fault(key=FaultKey.CAMERA_BUSY, fatal=True), CameraError),
        (Fault(key=FaultKey.CAMERA_MISSING), CameraError),
        (Fault(key=FaultKey.MODELS_MISSING), ModelsMissingError),
        (Ready(assurance=Assurance.CAMERA_ONLY, camera="0"), ModelsMissingError),
    ],
)
def test_what_is_missing_is_said(
    service: EnrolmentService, pipes: list[Pipe], message: Message, kind: type[Exception]
) -> None:
    told: list[CaptureStep] = []
    service.on_capture_changed = lambda: told.append(service.capture.step)
    service.begin()
    pipes[0].say(message)
    assert told[-1] is CaptureStep.FAILED
    assert isinstance(service.capture.error, kind)


def test_a_camera_plugged_in_goes_on_by_itself(service: EnrolmentService, pipes: list[Pipe]) -> None:
    service.begin()
    pipes[0].say(Fault(key=FaultKey.CAMERA_MISSING))
    pipes[0].say(READY)
    assert step(service) is CaptureStep.LOOKING
    assert service.capture.error is None


def test_advice_follows_the_camera_only_while_looking(service: EnrolmentService, pipes: list[Pipe]) -> None:
    service.begin()
    dark = Status(word=StatusWord.TOO_DARK, advice=(Advice.MORE_LIGHT,))
    pipes[0].say(dark)
    assert not service.capture.advice
    pipes[0].say(READY)
    pipes[0].say(dark)
    assert service.capture.advice == (Advice.MORE_LIGHT,)
    with pytest.raises(RuleViolation):
        service.begin()


async def test_rejected_ones_are_passed_over_and_teachers_see_the_oldest_first(
    service: EnrolmentService, wire: Wire
) -> None:
    wire.held = [
        enrolment("late", EnrolmentState.WAITING, 14),
        enrolment("early", EnrolmentState.WAITING, 9),
        enrolment("gone", EnrolmentState.REJECTED, 20),
        enrolment("done", EnrolmentState.APPROVED, 8),
    ]
    assert [item.id for item in await service.waiting()] == ["early", "late"]
    newest = await service.own_enrolment()
    assert newest is not None
    assert newest.id == "late"


async def test_deleting_forgets_its_templates_here_too(service: EnrolmentService, wire: Wire, kept: Kept) -> None:
    wire.held = [enrolment("mine", EnrolmentState.APPROVED)]
    await service.own_enrolment()
    assert kept.forgotten == 0
    await service.delete("mine")
    assert wire.held == [] and kept.forgotten == 1


async def test_what_was_deleted_elsewhere_is_forgotten_here(service: EnrolmentService, wire: Wire, kept: Kept) -> None:
    wire.held = [enrolment("new", EnrolmentState.WAITING), enrolment("old", EnrolmentState.REJECTED)]
    await service.own_enrolment()
    assert kept.forgotten == 1


async def test_what_could_not_be_deleted_at_school_is_kept_here(
    service: EnrolmentService, wire: Wire, kept: Kept
) -> None:
    wire.offline = True
    with pytest.raises(OfflineError):
        await service.delete("mine")
    assert kept.forgotten == 0


def test_a_worker_without_a_picture_is_not_looking(service: EnrolmentService, pipes: list[Pipe]) -> None:
    service.begin()
    pipes[0].say(Fault(key=FaultKey.CAMERA_SILENT))
    pipes[0].say(READY.model_copy(update={"assurance": Assurance.NONE}))
    assert step(service) is CaptureStep.FAILED
    assert service.capture.error is not None and service.capture.error.arguments["reason"] == "camera_silent"
    pipes[0].say(READY)
    assert step(service) is CaptureStep.LOOKING

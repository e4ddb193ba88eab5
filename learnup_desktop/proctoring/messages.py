"""The language between the client and the proctoring worker: JSON lines, one message a line.

Both sides import this module, so it stays light (no NumPy, no OpenCV). Times inside the worker are milliseconds since
the worker began; the supervisor turns them into the attempt's clock before anybody else sees them.
"""

import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.contract.integrity import Assurance, IntegrityEvent, ProctoringPolicy
from learnup_desktop.contract.wire import WireModel


class StatusWord(StrEnum):
    """The one word under the self-view. Keys of ``qt/messages.py`` are ``proctoring.status.<word>``."""

    STARTING = "starting"
    OK = "ok"
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    NOT_RECOGNISED = "not_recognised"
    LOOKING_AWAY = "looking_away"
    NOT_RECOGNISABLE = "not_recognisable"
    TOO_DARK = "too_dark"
    COVERED = "covered"
    CAMERA_LOST = "camera_lost"
    CAMERA_FROZEN = "camera_frozen"
    CAMERA_ONLY = "camera_only"


class Advice(StrEnum):
    """What a person can do for a better picture. Keys are ``proctoring.advice.<word>``."""

    MORE_LIGHT = "more_light"
    LESS_LIGHT = "less_light"
    COME_CLOSER = "come_closer"
    MOVE_BACK = "move_back"
    HOLD_STILL = "hold_still"
    LOOK_AT_CAMERA = "look_at_camera"
    CENTRE_FACE = "centre_face"
    ONE_PERSON = "one_person"
    NOBODY_THERE = "nobody_there"
    UNCOVER_CAMERA = "uncover_camera"


class FaultKey(StrEnum):
    """What went wrong in the worker. Keys are ``proctoring.fault.<word>``."""

    CAMERA_MISSING = "camera_missing"
    CAMERA_BUSY = "camera_busy"
    CAMERA_DENIED = "camera_denied"
    CAMERA_STOPPED = "camera_stopped"
    CAMERA_SILENT = "camera_silent"
    CAMERA_FORMAT = "camera_format"
    CAMERA_FROZEN = "camera_frozen"
    VIDEO_UNREADABLE = "video_unreadable"
    MODELS_MISSING = "models_missing"
    MODELS_UNUSABLE = "models_unusable"
    TEMPLATES_UNUSABLE = "templates_unusable"
    EVIDENCE_DISK_FULL = "evidence_disk_full"
    FRAME_REJECTED = "frame_rejected"
    WORKER_CRASHED = "worker_crashed"
    WORKER_CANNOT_START = "worker_cannot_start"
    WORKER_SILENT = "worker_silent"


CAMERA_FAULTS = frozenset(
    {
        FaultKey.CAMERA_MISSING,
        FaultKey.CAMERA_BUSY,
        FaultKey.CAMERA_DENIED,
        FaultKey.CAMERA_STOPPED,
        FaultKey.CAMERA_SILENT,
        FaultKey.CAMERA_FORMAT,
        FaultKey.CAMERA_FROZEN,
        FaultKey.VIDEO_UNREADABLE,
    }
)
"""Why there is no picture; each is also the ``detail`` of the ``camera_lost`` event that follows."""
MODEL_FAULTS = frozenset({FaultKey.MODELS_MISSING, FaultKey.MODELS_UNUSABLE})
WORKER_FAULTS = frozenset({FaultKey.WORKER_CRASHED, FaultKey.WORKER_CANNOT_START, FaultKey.WORKER_SILENT})


class ModelInUse(WireModel):
    """A model file that was loaded. ``custom`` means: not known to the manifest by its SHA-256."""

    task: str
    file: str
    sha256: str
    custom: bool


class EvidenceItem(WireModel):
    """A sealed evidence frame on disk. ``sha256`` is of the sealed file, ``content_sha256`` of the JPEG inside."""

    sha256: str
    content_sha256: str
    path: str
    size: int
    at_ms: int
    sealed: bool = True


class StoredTemplate(WireModel):
    """A face template as it is stored: float32 little endian, base64url, with the model that made it."""

    data: str
    model_id: str
    dimension: int = 0
    quality: int = Field(default=0, ge=0, le=1000)


@dataclass(frozen=True, slots=True)
class WorkerConfiguration:
    """What a worker needs to know before its first frame.

    Attributes:
        camera: ``simulated`` (or ``simulated:2``, the person of six), an index (``0``), or the path of a video file.
        templates: of the person who should be there; empty while enrolling or where recognition is not asked for.
        models_root: folder laid out as InsightFace does (``models/<pack>/*.onnx``, ``addons/liveness.onnx``).
        model_pack: folder name under ``models``; empty takes the installed one.
        evidence_folder: where sealed frames go; None keeps none.
        evidence_key: 32 bytes; needed with ``evidence_folder``.
        evidence_quota: bytes the evidence folder may take before a gap is recorded.
        provider: what runs the models, see ``face.analyser.choose_providers``.
        landmarks: also load the pack's 3D landmarks, where it has them: enrolling judges a pose in degrees. An exam
            could not carry their memory (144 MB of weights).
        analyse: False only opens the camera, for codes and photographs of paper: nobody is watched and no model loaded.
    """

    policy: ProctoringPolicy = field(default_factory=ProctoringPolicy)
    camera: str = "simulated"
    templates: tuple[StoredTemplate, ...] = ()
    models_root: Path | None = None
    model_pack: str = ""
    evidence_folder: Path | None = None
    evidence_key: bytes | None = None
    evidence_quota: int = 200 * 1024 * 1024
    preview_size: tuple[int, int] = (320, 240)
    preview_fps: float = 10.0
    threads: int = 1
    provider: str = "cpu"
    landmarks: bool = False
    analyse: bool = True


# --- worker to client -----------------------------------------------------------------------------


class Hello(WireModel):
    """First line of a worker: its clock reads ``at_ms`` now. Consumed by the supervisor."""

    type: Literal["hello"] = "hello"
    at_ms: int
    pid: int


class Ready(WireModel):
    """Camera open, models warm. Sent again when what is running changes (a camera lost and found)."""

    type: Literal["ready"] = "ready"
    models: tuple[ModelInUse, ...] = ()
    assurance: Assurance
    camera: str
    width: int = 0
    height: int = 0
    provider: str = ""


class Status(WireModel):
    """Once or twice a second. ``light`` 0-255; ``camera_fps`` and ``observations_per_second`` are measured."""

    type: Literal["status"] = "status"
    word: StatusWord
    faces: int = 0
    light: int = 0
    camera_fps: float = 0.0
    observations_per_second: float = 0.0
    similarity: int | None = None
    advice: tuple[Advice, ...] = ()
    assurance: Assurance = Assurance.NONE


class EventOpened(WireModel):
    """A visual event began (it has lasted its minimum already)."""

    type: Literal["event_opened"] = "event_opened"
    event: IntegrityEvent


class EvidenceStored(WireModel):
    """A sealed picture of a still open event is on disk; it may be uploaded."""

    type: Literal["evidence_stored"] = "evidence_stored"
    event_id: str
    item: EvidenceItem


class EventClosed(WireModel):
    """A visual event ended; ``event`` has its end and the evidence hashes, ``evidence`` the files."""

    type: Literal["event_closed"] = "event_closed"
    event: IntegrityEvent
    evidence: tuple[EvidenceItem, ...] = ()


class IdentityChecked(WireModel):
    """Recognition ran. ``similarity`` per mille, best over the templates."""

    type: Literal["identity_checked"] = "identity_checked"
    similarity: int
    matched: bool
    live: int | None = None
    at_ms: int = 0


class Enrolled(WireModel):
    """Answer to ``enrol_frame``: a template, or the advice why this frame was not good enough."""

    type: Literal["enrolled"] = "enrolled"
    accepted: bool
    template: StoredTemplate | None = None
    quality: int = 0
    advice: tuple[Advice, ...] = ()
    photo: str = ""
    """The face crop as base64url JPEG, for the teacher who approves; empty when not accepted."""


class ChallengeProgress(WireModel):
    """Where an active challenge stands. ``step`` is what to do now."""

    type: Literal["challenge"] = "challenge"
    state: Literal["waiting", "running", "passed", "failed", "expired", "cancelled"]
    step: Literal["", "look_straight", "turn_left", "turn_right", "look_up"] = ""
    done: int = 0
    total: int = 0
    seconds_left: float = 0.0
    reason: str = ""


class Fault(WireModel):
    """Something is wrong; ``fatal`` means that this worker has stopped watching."""

    type: Literal["fault"] = "fault"
    key: FaultKey
    detail: str = ""
    fatal: bool = False
    at_ms: int = 0


class CodeRead(WireModel):
    """A QR code was held up while codes were asked for; what it says is not checked yet. Told once for each text."""

    type: Literal["code_read"] = "code_read"
    text: str


class StillTaken(WireModel):
    """Answer to ``take_still``: the photograph as base64url JPEG, or the ``fault`` why there is none.

    It travels through the pipe, so that no readable copy of somebody's working is ever in a folder.
    """

    type: Literal["still_taken"] = "still_taken"
    picture: str = ""
    width: int = 0
    height: int = 0
    fault: FaultKey | None = None


class Gap(WireModel):
    """Nobody watched between these times; made by the supervisor, or by a worker whose camera looked at paper.

    ``event`` is ready for the journal.
    """

    type: Literal["gap"] = "gap"
    event: IntegrityEvent
    reason: str


class Stopped(WireModel):
    """The worker ended because it was asked to, or its video came to an end."""

    type: Literal["stopped"] = "stopped"
    reason: str = ""


Message: TypeAlias = (
    Hello
    | Ready
    | Status
    | EventOpened
    | EvidenceStored
    | EventClosed
    | IdentityChecked
    | Enrolled
    | ChallengeProgress
    | Fault
    | CodeRead
    | StillTaken
    | Gap
    | Stopped
)

_MESSAGES: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="type")])


def encode(message: Message) -> bytes:
    """One line of JSON, newline included."""
    return json.dumps(message.to_wire(), separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def decode(line: bytes | str) -> Message:
    """The message of a line.

    Raises:
        ProtocolError: not JSON, or no message of ours.
    """
    try:
        return _MESSAGES.validate_json(line)
    except ValidationError as error:
        raise ProtocolError(f"worker line not understood: {line[:80]!r}") from error


# --- client to worker -----------------------------------------------------------------------------


class Configure(WireModel):
    """First line to a worker. The key travels through the pipe, never through arguments or environment."""

    type: Literal["configure"] = "configure"
    policy: ProctoringPolicy
    camera: str
    templates: tuple[StoredTemplate, ...] = ()
    models_root: str = ""
    model_pack: str = ""
    evidence_folder: str = ""
    evidence_key: str = ""
    evidence_quota: int = 0
    preview_file: str = ""
    preview_size: tuple[int, int] = (320, 240)
    preview_fps: float = 10.0
    threads: int = 1
    provider: str = "cpu"
    landmarks: bool = False
    analyse: bool = True


class EnrolFrame(WireModel):
    """Take the best of the next frames as an enrolment picture."""

    type: Literal["enrol_frame"] = "enrol_frame"


class BeginChallenge(WireModel):
    """Start the active liveness challenge; ``seconds`` for all steps, ``steps`` how many of the three."""

    type: Literal["begin_challenge"] = "begin_challenge"
    seconds: float = 45.0
    steps: int = 3


class CancelChallenge(WireModel):
    """Stop the challenge (the person chose the alternative)."""

    type: Literal["cancel_challenge"] = "cancel_challenge"


class UseTemplates(WireModel):
    """Compare with these from now on."""

    type: Literal["use_templates"] = "use_templates"
    templates: tuple[StoredTemplate, ...]


class KeepEvidence(WireModel):
    """Seal pictures of events into this folder from now on: the key comes with the attempt, after the lobby."""

    type: Literal["keep_evidence"] = "keep_evidence"
    folder: str
    key: str
    quota: int


class ShowPerson(WireModel):
    """Simulated camera only: seat another of the six people, nobody (-1), or two (``also``)."""

    type: Literal["show_person"] = "show_person"
    person: int
    also: int = -1
    gain: float = 1.0


class ReadCodes(WireModel):
    """Look for QR codes in the pictures from now on, or no longer; watching goes on beside it."""

    type: Literal["read_codes"] = "read_codes"
    on: bool


class ShowPaper(WireModel):
    """The camera is turned to paper, or back to the person. What it sees meanwhile is judged by no rule."""

    type: Literal["show_paper"] = "show_paper"
    on: bool


class TakeStill(WireModel):
    """One photograph in the camera's largest mode; the answer is a ``StillTaken``."""

    type: Literal["take_still"] = "take_still"


Errand: TypeAlias = ReadCodes | ShowPaper | TakeStill


class Stop(WireModel):
    """End: close open events, delete nothing, exit 0."""

    type: Literal["stop"] = "stop"


Command: TypeAlias = (
    Configure | EnrolFrame | BeginChallenge | CancelChallenge | UseTemplates | KeepEvidence | ShowPerson | Errand | Stop
)

_COMMANDS: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="type")])


def encode_command(command: Command) -> bytes:
    """One line of JSON, newline included."""
    return json.dumps(command.to_wire(), separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def decode_command(line: bytes | str) -> Command:
    """The command of a line.

    Raises:
        ProtocolError: not JSON, or no command of ours.
    """
    try:
        return _COMMANDS.validate_json(line)
    except ValidationError as error:
        raise ProtocolError("command not understood") from error

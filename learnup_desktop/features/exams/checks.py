"""Is this PC ready for an exam? One check a line, each with how it stands and what would mend it.

The rules are pure: they take what was measured and say what it means. Measuring is the lobby's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from learnup_desktop.contract.integrity import Assurance, IntegrityKind, ProctoringPolicy
from learnup_desktop.features.exams.watch import WatchState
from learnup_desktop.proctoring.messages import Advice, FaultKey, StatusWord

ENOUGH_DISK_BYTES = 200_000_000
"""Evidence may take as much (``WorkerConfiguration.evidence_quota``); a journal of three hours stays under 20 MB."""
LEAST_DISK_BYTES = 20_000_000
CLOCK_TOLD_SECONDS = 120.0
"""The exam goes by the server's clock; from here on a student should know that the PC's clock is wrong."""
RECOGNITION, LIVENESS = "recognition", "liveness"
"""Tasks of model files, as the worker names them."""
DARK = 50
"""Mean brightness of 255 under which a face is hard to tell; the worker's own advice comes first."""


class CheckKind(StrEnum):
    """What is checked, in the order it is shown. Keys are ``exams.check.<kind>``."""

    PAPER = "paper"
    CAMERA = "camera"
    LIGHT = "light"
    MODELS = "models"
    FACE = "face"
    IDENTITY = "identity"
    DISPLAYS = "displays"
    CLOCK = "clock"
    DISK = "disk"


class CheckState(StrEnum):
    """How a check stands."""

    WAITING = "waiting"
    GOOD = "good"
    LOOK = "look"
    """Look at it; the exam can be started all the same."""
    BAD = "bad"
    """The exam cannot be started so."""


class Fix(StrEnum):
    """What the button beside a check does. Keys are ``exams.fix.<word>``."""

    NONE = "none"
    DOWNLOAD = "download"
    RETRY_CAMERA = "retry_camera"
    CAMERA_SETTINGS = "camera_settings"
    ENROL = "enrol"
    MODELS = "models"
    LOOK_AGAIN = "look_again"


@dataclass(frozen=True, slots=True)
class Check:
    """One line. ``reason`` completes the key ``exams.check.<kind>.<reason>``; ``arguments`` fill its sentence."""

    kind: CheckKind
    state: CheckState
    reason: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    fix: Fix = Fix.NONE


@dataclass(slots=True)
class Measured:
    """What the lobby has found out so far; None is not known yet."""

    paper_here: bool | None = None
    paper_progress: float | None = None
    paper_fault: str = ""
    policy: ProctoringPolicy | None = None
    templates: int | None = None
    disk_free: int | None = None
    clock_apart: float | None = None
    clock_asked: bool = False
    displays: int = 1


def check_all(measured: Measured, watch: WatchState, *, proctored: bool, camera_available: bool) -> list[Check]:
    """Every check that applies, in order."""
    checks = [_paper(measured)]
    if proctored:
        policy = measured.policy or ProctoringPolicy()
        checks.append(_camera(watch, policy, camera_available))
        checks.append(_light(watch))
        checks.append(_models(watch, policy))
        checks.append(_face(measured, watch, policy))
        checks.append(_identity(measured, watch))
        checks.append(_displays(measured, policy))
    checks.append(_clock(measured))
    checks.append(_disk(measured))
    return checks


def assurance_is_enough(assurance: Assurance, policy: ProctoringPolicy) -> bool:
    """Whether the platform takes a start with so much watching; the same rule as its own."""
    if not policy.camera_required or assurance in (Assurance.FULL, Assurance.IDENTITY):
        return True
    return policy.allow_camera_only and assurance is Assurance.CAMERA_ONLY


def _paper(measured: Measured) -> Check:
    kind = CheckKind.PAPER
    if measured.paper_here:
        return Check(kind, CheckState.GOOD, "here")
    if measured.paper_progress is not None:
        return Check(kind, CheckState.WAITING, "coming", {"percent": round(measured.paper_progress * 100)})
    if measured.paper_here is None:
        return Check(kind, CheckState.WAITING, "looking")
    reason = "refused" if measured.paper_fault else "missing"
    return Check(kind, CheckState.BAD, reason, {"code": measured.paper_fault}, Fix.DOWNLOAD)


def _camera(watch: WatchState, policy: ProctoringPolicy, available: bool) -> Check:
    kind, bad = CheckKind.CAMERA, CheckState.BAD if policy.camera_required else CheckState.LOOK
    if not available:
        return Check(kind, bad, "cannot")
    if watch.camera_fault is not None:
        elsewhere = watch.camera_fault in (FaultKey.CAMERA_FORMAT, FaultKey.CAMERA_FROZEN, FaultKey.VIDEO_UNREADABLE)
        return Check(kind, bad, watch.camera_fault.value, fix=Fix.CAMERA_SETTINGS if elsewhere else Fix.RETRY_CAMERA)
    if watch.worker_fault is not None and not watch.ready:
        return Check(kind, bad, "worker", fix=Fix.RETRY_CAMERA)
    if not watch.ready or watch.word is StatusWord.STARTING:
        return Check(kind, CheckState.WAITING, "starting")
    if watch.word in (StatusWord.CAMERA_LOST, StatusWord.CAMERA_FROZEN, StatusWord.COVERED):
        return Check(kind, CheckState.LOOK, watch.word.value, fix=Fix.RETRY_CAMERA)
    return Check(kind, CheckState.GOOD, "works")


def _light(watch: WatchState) -> Check:
    kind = CheckKind.LIGHT
    if not watch.ready or watch.word is StatusWord.STARTING or watch.camera_fault is not None:
        return Check(kind, CheckState.WAITING, "unknown")
    if Advice.LESS_LIGHT in watch.advice:
        return Check(kind, CheckState.LOOK, "too_bright")
    if Advice.MORE_LIGHT in watch.advice or watch.word is StatusWord.TOO_DARK or watch.light < DARK:
        return Check(kind, CheckState.LOOK, "too_dark")
    return Check(kind, CheckState.GOOD, "good")


def _models(watch: WatchState, policy: ProctoringPolicy) -> Check:
    kind = CheckKind.MODELS
    if watch.model_fault is None:
        if not watch.ready:
            return Check(kind, CheckState.WAITING, "looking")
        # By the files that are loaded: without an enrolled face they recognise nobody, but none of them is missing.
        if watch.assurance is Assurance.FULL or {RECOGNITION, LIVENESS} <= watch.models:
            return Check(kind, CheckState.GOOD, "all")
        if watch.assurance is Assurance.IDENTITY or RECOGNITION in watch.models:
            return Check(kind, CheckState.LOOK, "no_liveness", fix=Fix.MODELS)
    if _camera_alone_will_do(policy):
        return Check(kind, CheckState.LOOK, "camera_only", fix=Fix.MODELS)
    reason = watch.model_fault.value if watch.model_fault is not None else "models_missing"
    return Check(kind, CheckState.BAD, reason, fix=Fix.MODELS)


def _camera_alone_will_do(policy: ProctoringPolicy) -> bool:
    return policy.allow_camera_only or not policy.camera_required


def _face(measured: Measured, watch: WatchState, policy: ProctoringPolicy) -> Check:
    kind = CheckKind.FACE
    if measured.templates is None:
        return Check(kind, CheckState.WAITING, "unknown")
    if measured.templates and not watch.template_fault:
        return Check(kind, CheckState.GOOD, "enrolled")
    state = CheckState.LOOK if _camera_alone_will_do(policy) else CheckState.BAD
    return Check(kind, state, "other_models" if measured.templates else "missing", fix=Fix.ENROL)


def _identity(measured: Measured, watch: WatchState) -> Check:
    kind = CheckKind.IDENTITY
    policy = measured.policy or ProctoringPolicy()
    if measured.templates == 0:
        return Check(kind, CheckState.LOOK, "nothing_to_compare")
    if watch.ready and watch.assurance is Assurance.CAMERA_ONLY:
        return Check(kind, CheckState.LOOK, "camera_only")
    if watch.identity is None:
        return Check(kind, CheckState.WAITING, "looking")
    if not watch.identity.matched and Advice.COME_CLOSER in watch.advice:
        return Check(kind, CheckState.LOOK, "too_far", fix=Fix.LOOK_AGAIN)
    if not watch.identity.matched:
        return Check(kind, CheckState.LOOK, "not_recognised", fix=Fix.LOOK_AGAIN)
    challenge = watch.challenge
    asked = policy.liveness_challenge and not policy.challenge_exempt
    if asked and (challenge is None or challenge.state != "passed"):
        return Check(kind, CheckState.LOOK, "challenge", fix=Fix.LOOK_AGAIN)
    return Check(kind, CheckState.GOOD, "recognised")


def _displays(measured: Measured, policy: ProctoringPolicy) -> Check:
    extra = measured.displays - 1
    if extra > 0 and not policy.wants(IntegrityKind.SECOND_DISPLAY):
        return Check(CheckKind.DISPLAYS, CheckState.GOOD, "allowed", {"n": extra})
    if extra > 0:
        return Check(CheckKind.DISPLAYS, CheckState.LOOK, "extra", {"n": extra}, Fix.LOOK_AGAIN)
    return Check(CheckKind.DISPLAYS, CheckState.GOOD, "one")


def _clock(measured: Measured) -> Check:
    kind = CheckKind.CLOCK
    if measured.clock_apart is None:
        state = CheckState.LOOK if measured.clock_asked else CheckState.WAITING
        return Check(kind, state, "unknown" if measured.clock_asked else "looking")
    apart = abs(measured.clock_apart)
    if apart > CLOCK_TOLD_SECONDS:
        return Check(kind, CheckState.LOOK, "far", {"seconds": apart})
    return Check(kind, CheckState.GOOD, "near", {"seconds": apart})


def _disk(measured: Measured) -> Check:
    kind, free = CheckKind.DISK, measured.disk_free
    if free is None:
        return Check(kind, CheckState.WAITING, "looking")
    if free < LEAST_DISK_BYTES:
        return Check(kind, CheckState.BAD, "full", {"free": free}, Fix.LOOK_AGAIN)
    if free < ENOUGH_DISK_BYTES:
        return Check(kind, CheckState.LOOK, "little", {"free": free}, Fix.LOOK_AGAIN)
    return Check(kind, CheckState.GOOD, "enough", {"free": free})

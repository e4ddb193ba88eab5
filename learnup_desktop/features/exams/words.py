"""What the exam pages say about checks, the camera and what was noticed: keys and sentences, plain and to the person.

Said as things are: what was seen, for how long, what to do. Nothing is called a violation.
"""

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.integrity import IntegrityKind
from learnup_desktop.features.exams.checks import Check, Fix
from learnup_desktop.features.exams.flags import Flag
from learnup_desktop.features.exams.watch import WatchState
from learnup_desktop.proctoring.messages import StatusWord
from learnup_desktop.qt.i18n import (
    format_bytes,
    format_duration,
    format_number,
    has_key,
    translate_error,
    translate_key,
)
from learnup_desktop.qt.messages import QT_TRANSLATE_NOOP, register
from learnup_desktop.qt.widgets import Tone

_CHECKS = {
    "exams.check.paper": QT_TRANSLATE_NOOP("Messages", "Paper on this PC"),
    "exams.check.paper.here": QT_TRANSLATE_NOOP("Messages", "sealed until the exam opens"),
    "exams.check.paper.coming": QT_TRANSLATE_NOOP("Messages", "downloading, {percent} %"),
    "exams.check.paper.looking": QT_TRANSLATE_NOOP("Messages", "looking…"),
    "exams.check.paper.missing": QT_TRANSLATE_NOOP("Messages", "not here yet; it needs the network once"),
    "exams.check.paper.refused": QT_TRANSLATE_NOOP("Messages", "could not be downloaded ({code})"),
    "exams.check.camera": QT_TRANSLATE_NOOP("Messages", "Camera"),
    "exams.check.camera.works": QT_TRANSLATE_NOOP("Messages", "works"),
    "exams.check.camera.starting": QT_TRANSLATE_NOOP("Messages", "starting…"),
    "exams.check.camera.cannot": QT_TRANSLATE_NOOP("Messages", "this PC cannot use a camera"),
    "exams.check.camera.worker": QT_TRANSLATE_NOOP("Messages", "the camera program does not start"),
    "exams.check.camera.camera_missing": QT_TRANSLATE_NOOP("Messages", "not found; plug it in"),
    "exams.check.camera.camera_busy": QT_TRANSLATE_NOOP("Messages", "in use by another program; close it"),
    "exams.check.camera.camera_denied": QT_TRANSLATE_NOOP(
        "Messages", "not allowed on this PC; see the system's settings"
    ),
    "exams.check.camera.camera_stopped": QT_TRANSLATE_NOOP("Messages", "stopped; check its cable"),
    "exams.check.camera.camera_silent": QT_TRANSLATE_NOOP(
        "Messages", "on, but gives no picture; unplug it and plug it in again"
    ),
    "exams.check.camera.camera_format": QT_TRANSLATE_NOOP(
        "Messages", "gives a picture that cannot be read; choose another one"
    ),
    "exams.check.camera.camera_frozen": QT_TRANSLATE_NOOP(
        "Messages", "repeats one picture; unplug it and plug it in again, or choose another one"
    ),
    "exams.check.camera.video_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "the video file cannot be read; choose another one"
    ),
    "exams.check.camera.camera_lost": QT_TRANSLATE_NOOP("Messages", "gives no picture; check its cable"),
    "exams.check.camera.covered": QT_TRANSLATE_NOOP("Messages", "seems to be covered"),
    "exams.check.light": QT_TRANSLATE_NOOP("Messages", "Light"),
    "exams.check.light.good": QT_TRANSLATE_NOOP("Messages", "good"),
    "exams.check.light.too_dark": QT_TRANSLATE_NOOP("Messages", "a little dark; turn a lamp on"),
    "exams.check.light.too_bright": QT_TRANSLATE_NOOP("Messages", "very bright; turn away from the window"),
    "exams.check.light.unknown": QT_TRANSLATE_NOOP("Messages", "after the camera"),
    "exams.check.models": QT_TRANSLATE_NOOP("Messages", "Face recognition"),
    "exams.check.models.all": QT_TRANSLATE_NOOP("Messages", "ready"),
    "exams.check.models.looking": QT_TRANSLATE_NOOP("Messages", "looking…"),
    "exams.check.models.no_liveness": QT_TRANSLATE_NOOP("Messages", "ready, without the liveness file"),
    "exams.check.models.camera_only": QT_TRANSLATE_NOOP(
        "Messages", "not on this PC; your exam is recorded as “camera only”"
    ),
    "exams.check.models.models_missing": QT_TRANSLATE_NOOP("Messages", "its files are missing"),
    "exams.check.models.models_unusable": QT_TRANSLATE_NOOP("Messages", "its files cannot be used"),
    "exams.check.face": QT_TRANSLATE_NOOP("Messages", "Face enrolled"),
    "exams.check.face.enrolled": QT_TRANSLATE_NOOP("Messages", "approved by your school"),
    "exams.check.face.missing": QT_TRANSLATE_NOOP("Messages", "not yet, or not approved"),
    "exams.check.face.other_models": QT_TRANSLATE_NOOP(
        "Messages", "with other files than this PC has; please enrol again"
    ),
    "exams.check.face.unknown": QT_TRANSLATE_NOOP("Messages", "asking your school…"),
    "exams.check.identity": QT_TRANSLATE_NOOP("Messages", "It is you"),
    "exams.check.identity.recognised": QT_TRANSLATE_NOOP("Messages", "recognised"),
    "exams.check.identity.looking": QT_TRANSLATE_NOOP("Messages", "look into the camera"),
    "exams.check.identity.not_recognised": QT_TRANSLATE_NOOP(
        "Messages", "not recognised yet; you may start, your teacher will see it"
    ),
    "exams.check.identity.too_far": QT_TRANSLATE_NOOP("Messages", "too far away to tell; come closer"),
    "exams.check.identity.nothing_to_compare": QT_TRANSLATE_NOOP("Messages", "cannot be checked without enrolment"),
    "exams.check.identity.camera_only": QT_TRANSLATE_NOOP("Messages", "cannot be checked with the camera only"),
    "exams.check.identity.challenge": QT_TRANSLATE_NOOP("Messages", "follow the words in the picture"),
    "exams.check.displays": QT_TRANSLATE_NOOP("Messages", "Displays"),
    "exams.check.displays.one": QT_TRANSLATE_NOOP("Messages", "one"),
    "exams.check.displays.allowed": QT_TRANSLATE_NOOP("Messages", "{n} extra; arranged for you"),
    "exams.check.displays.extra": QT_TRANSLATE_NOOP("Messages", "{n} extra; unplug before you start"),
    "exams.check.clock": QT_TRANSLATE_NOOP("Messages", "Clock"),
    "exams.check.clock.near": QT_TRANSLATE_NOOP("Messages", "{apart} apart from the server's"),
    "exams.check.clock.far": QT_TRANSLATE_NOOP("Messages", "{apart} apart; the exam goes by the server's clock"),
    "exams.check.clock.looking": QT_TRANSLATE_NOOP("Messages", "asking…"),
    "exams.check.clock.unknown": QT_TRANSLATE_NOOP("Messages", "the server has not been reached yet"),
    "exams.check.disk": QT_TRANSLATE_NOOP("Messages", "Disk"),
    "exams.check.disk.enough": QT_TRANSLATE_NOOP("Messages", "{size} free"),
    "exams.check.disk.little": QT_TRANSLATE_NOOP("Messages", "only {size} free"),
    "exams.check.disk.full": QT_TRANSLATE_NOOP("Messages", "full; delete something first"),
    "exams.check.disk.looking": QT_TRANSLATE_NOOP("Messages", "looking…"),
}

_FIXES = {
    "exams.fix.download": QT_TRANSLATE_NOOP("Messages", "Download"),
    "exams.fix.retry_camera": QT_TRANSLATE_NOOP("Messages", "Try again"),
    "exams.fix.camera_settings": QT_TRANSLATE_NOOP("Messages", "Settings"),
    "exams.fix.enrol": QT_TRANSLATE_NOOP("Messages", "Enrol"),
    "exams.fix.models": QT_TRANSLATE_NOOP("Messages", "Get them"),
    "exams.fix.look_again": QT_TRANSLATE_NOOP("Messages", "Look again"),
}

_CAMERA = {
    "exams.status.starting": QT_TRANSLATE_NOOP("Messages", "Camera is starting"),
    "exams.status.ok": QT_TRANSLATE_NOOP("Messages", "You are in view"),
    "exams.status.no_face": QT_TRANSLATE_NOOP("Messages", "We cannot see you"),
    "exams.status.several_faces": QT_TRANSLATE_NOOP("Messages", "More than one person"),
    "exams.status.not_recognised": QT_TRANSLATE_NOOP("Messages", "Not recognised"),
    "exams.status.looking_away": QT_TRANSLATE_NOOP("Messages", "Looking away"),
    "exams.status.too_dark": QT_TRANSLATE_NOOP("Messages", "Too dark to see you"),
    "exams.status.covered": QT_TRANSLATE_NOOP("Messages", "Camera covered"),
    "exams.status.camera_lost": QT_TRANSLATE_NOOP("Messages", "Camera not connected"),
    "exams.status.camera_frozen": QT_TRANSLATE_NOOP("Messages", "The picture stands still"),
    "exams.status.not_recognisable": QT_TRANSLATE_NOOP("Messages", "Not clear enough to recognise you"),
    "exams.status.camera_only": QT_TRANSLATE_NOOP("Messages", "Camera on"),
    "exams.status.off": QT_TRANSLATE_NOOP("Messages", "Camera off"),
    "exams.status.restarting": QT_TRANSLATE_NOOP("Messages", "Camera restarts, go on writing"),
    "exams.advice.more_light": QT_TRANSLATE_NOOP("Messages", "More light on your face, please."),
    "exams.advice.less_light": QT_TRANSLATE_NOOP("Messages", "Less light behind you, please."),
    "exams.advice.come_closer": QT_TRANSLATE_NOOP("Messages", "Come a little closer."),
    "exams.advice.move_back": QT_TRANSLATE_NOOP("Messages", "Move back a little."),
    "exams.advice.hold_still": QT_TRANSLATE_NOOP("Messages", "Hold still for a moment."),
    "exams.advice.look_at_camera": QT_TRANSLATE_NOOP("Messages", "Look at the camera."),
    "exams.advice.centre_face": QT_TRANSLATE_NOOP("Messages", "Move to the middle of the picture."),
    "exams.advice.one_person": QT_TRANSLATE_NOOP("Messages", "Only you should be in the picture."),
    "exams.advice.nobody_there": QT_TRANSLATE_NOOP("Messages", "Sit so that your face is in the oval."),
    "exams.advice.uncover_camera": QT_TRANSLATE_NOOP("Messages", "Uncover the camera."),
    "exams.challenge.look_straight": QT_TRANSLATE_NOOP("Messages", "Look straight at the camera."),
    "exams.challenge.turn_left": QT_TRANSLATE_NOOP("Messages", "Turn your head to the left."),
    "exams.challenge.turn_right": QT_TRANSLATE_NOOP("Messages", "Turn your head to the right."),
    "exams.challenge.look_up": QT_TRANSLATE_NOOP("Messages", "Look up."),
}

_FLAGS = {
    "exams.flag.no_face": QT_TRANSLATE_NOOP("Messages", "We could not see your face for {length}."),
    "exams.flag.no_face.do": QT_TRANSLATE_NOOP("Messages", "Sit so that the camera sees you; keep writing."),
    "exams.flag.no_face.dark": QT_TRANSLATE_NOOP(
        "Messages", "It is dark where you sit. Turn the lamp on or move a little; keep writing."
    ),
    "exams.flag.multiple_faces": QT_TRANSLATE_NOOP("Messages", "More than one person was in the picture for {length}."),
    "exams.flag.multiple_faces.do": QT_TRANSLATE_NOOP(
        "Messages", "Please ask the other person to step aside; keep writing."
    ),
    "exams.flag.identity_mismatch": QT_TRANSLATE_NOOP("Messages", "The camera did not recognise you for {length}."),
    "exams.flag.identity_mismatch.do": QT_TRANSLATE_NOOP(
        "Messages", "Look at the camera for a moment, with light on your face; keep writing."
    ),
    "exams.flag.looking_away": QT_TRANSLATE_NOOP("Messages", "You looked away from the screen for {length}."),
    "exams.flag.looking_away.do": QT_TRANSLATE_NOOP("Messages", "If your paper lies beside you, that is fine."),
    "exams.flag.spoof_suspected": QT_TRANSLATE_NOOP(
        "Messages", "The camera was not sure for {length} that it saw a real face."
    ),
    "exams.flag.spoof_suspected.do": QT_TRANSLATE_NOOP(
        "Messages", "Look at the camera for a moment and avoid strong reflections; keep writing."
    ),
    "exams.flag.spoof_suspected.looping": QT_TRANSLATE_NOOP(
        "Messages", "For {length} the camera showed pictures that it had shown before."
    ),
    "exams.flag.spoof_suspected.looping.do": QT_TRANSLATE_NOOP(
        "Messages", "Close programs that change the camera's picture, and choose your real camera under Settings."
    ),
    "exams.flag.not_recognisable": QT_TRANSLATE_NOOP(
        "Messages", "For {length} we could not see your face well enough to recognise you."
    ),
    "exams.flag.not_recognisable.do": QT_TRANSLATE_NOOP(
        "Messages", "Look at the camera now and then, with light on your face. This is not held against you."
    ),
    "exams.flag.not_recognisable.small": QT_TRANSLATE_NOOP(
        "Messages", "Come a little closer to the camera. This is not held against you."
    ),
    "exams.flag.camera_covered": QT_TRANSLATE_NOOP("Messages", "The camera was covered for {length}."),
    "exams.flag.camera_covered.do": QT_TRANSLATE_NOOP("Messages", "Uncover it; keep writing."),
    "exams.flag.camera_lost": QT_TRANSLATE_NOOP("Messages", "The camera gave no picture for {length}."),
    "exams.flag.camera_lost.do": QT_TRANSLATE_NOOP("Messages", "Check its cable; keep writing."),
    "exams.flag.camera_lost.because": QT_TRANSLATE_NOOP("Messages", "{reason} Keep writing."),
    "exams.flag.presence_check": QT_TRANSLATE_NOOP("Messages", "You were asked to show that you are there."),
    "exams.flag.presence_check.do": QT_TRANSLATE_NOOP("Messages", "It was not answered. This is not held against you."),
    "exams.flag.presence_check.turned": QT_TRANSLATE_NOOP("Messages", "You turned your head as asked."),
    "exams.flag.presence_check.typed": QT_TRANSLATE_NOOP("Messages", "You typed the number."),
    "exams.flag.presence_check.put_off": QT_TRANSLATE_NOOP("Messages", "You put it off."),
    "exams.flag.low_light": QT_TRANSLATE_NOOP("Messages", "It is dark where you sit."),
    "exams.flag.low_light.do": QT_TRANSLATE_NOOP(
        "Messages", "Turn a lamp on if you can. This is not held against you."
    ),
    "exams.flag.focus_lost": QT_TRANSLATE_NOOP("Messages", "The exam was not in front for {length}."),
    "exams.flag.focus_lost.do": QT_TRANSLATE_NOOP(
        "Messages", "Stay in this window. Your teacher sees when you left it."
    ),
    "exams.flag.second_display": QT_TRANSLATE_NOOP("Messages", "A second display is connected."),
    "exams.flag.second_display.do": QT_TRANSLATE_NOOP("Messages", "Please unplug it; keep writing."),
    "exams.flag.clipboard_used": QT_TRANSLATE_NOOP("Messages", "Text from outside cannot be pasted here."),
    "exams.flag.clipboard_used.do": QT_TRANSLATE_NOOP("Messages", "You can copy and paste within your answers."),
    "exams.flag.screenshot_key": QT_TRANSLATE_NOOP("Messages", "The screenshot key was pressed."),
    "exams.flag.screenshot_key.do": QT_TRANSLATE_NOOP("Messages", "Please do not take pictures of the paper."),
    "exams.flag.worker_gap": QT_TRANSLATE_NOOP("Messages", "The camera program was not running for {length}."),
    "exams.flag.worker_gap.do": QT_TRANSLATE_NOOP("Messages", "This is not held against you."),
    "exams.flag.evidence_gap": QT_TRANSLATE_NOOP("Messages", "Pictures could not be kept for {length}."),
    "exams.flag.evidence_gap.do": QT_TRANSLATE_NOOP("Messages", "This is not held against you."),
    "exams.flag.remote_session": QT_TRANSLATE_NOOP("Messages", "This PC is used over a remote connection."),
    "exams.flag.remote_session.do": QT_TRANSLATE_NOOP("Messages", "Your teacher sees this."),
    "exams.flag.virtual_machine": QT_TRANSLATE_NOOP("Messages", "This PC is a virtual machine."),
    "exams.flag.virtual_machine.do": QT_TRANSLATE_NOOP("Messages", "This is not held against you."),
    "exams.flag.listed_process": QT_TRANSLATE_NOOP("Messages", "A program on your school's list is running."),
    "exams.flag.listed_process.do": QT_TRANSLATE_NOOP("Messages", "Please close it."),
}

_ASSURANCES = {
    "exams.assurance.full": QT_TRANSLATE_NOOP("Messages", "Camera, face recognition and liveness"),
    "exams.assurance.identity": QT_TRANSLATE_NOOP("Messages", "Camera and face recognition"),
    "exams.assurance.camera_only": QT_TRANSLATE_NOOP("Messages", "Camera only, nobody was recognised"),
    "exams.assurance.none": QT_TRANSLATE_NOOP("Messages", "Not watched"),
}

_PLATFORM = {
    "exams.said": QT_TRANSLATE_NOOP("Messages", "Your teacher says"),
    "exams.one_second": QT_TRANSLATE_NOOP("Messages", "one second"),
    "exams.many_seconds": QT_TRANSLATE_NOOP("Messages", "{n} seconds"),
    "exams.seconds": QT_TRANSLATE_NOOP("Messages", "{n} s"),
    "exams.refused.exam.not_open": QT_TRANSLATE_NOOP("Messages", "The exam is not open yet by the server's clock."),
    "exams.refused.exam.closed": QT_TRANSLATE_NOOP("Messages", "The exam is closed."),
    "exams.refused.exam.proctoring_required": QT_TRANSLATE_NOOP(
        "Messages", "This exam asks for a camera and face recognition, and they do not run on this PC."
    ),
    "exams.refused.attempt.lease_held": QT_TRANSLATE_NOOP(
        "Messages", "Your exam is open on another PC. Close it there and wait a minute, or ask your teacher."
    ),
    "exams.refused.attempt.lease_lost": QT_TRANSLATE_NOOP(
        "Messages", "Your exam goes on at another PC. What you wrote here is kept on this PC."
    ),
    "exams.refused.attempt.submitted": QT_TRANSLATE_NOOP("Messages", "This exam has been handed in already."),
}


register(_CHECKS | _FIXES | _CAMERA | _FLAGS | _ASSURANCES | _PLATFORM)

DARK_LIGHT = 60
"""Mean brightness under which a missing face is more likely a matter of the lamp."""


def check_words(check: Check) -> tuple[str, str]:
    """What is checked, and how it stands."""
    arguments = dict(check.arguments)
    if isinstance(seconds := arguments.get("seconds"), float):
        arguments["apart"] = (
            translate_key("exams.seconds", n=format_number(seconds, 1)) if seconds < 60 else format_duration(seconds)
        )
    if isinstance(free := arguments.get("free"), int):
        arguments["size"] = format_bytes(free)
    key = f"exams.check.{check.kind.value}"
    return translate_key(key), translate_key(f"{key}.{check.reason}", **arguments)


def fix_word(fix: Fix) -> str:
    """The button's word; empty when there is nothing to press."""
    return "" if fix is Fix.NONE else translate_key(f"exams.fix.{fix.value}")


def refusal_words(error: LearnUpError) -> tuple[str, str]:
    """Why the platform did not let the student begin or go on, and what to do."""
    code = getattr(error, "platform_code", "")
    key = f"exams.refused.{code}"
    if code and has_key(key):
        return translate_key(key), ""
    said = translate_error(error)
    return said.title, said.advice


def flag_words(flag: Flag, now_ms: int) -> tuple[str, str]:
    """What was noticed, and what to do."""
    if flag.kind is None:
        return translate_key("exams.said"), flag.message
    seconds = max(1, round(flag.seconds(now_ms)))
    length = format_duration(seconds)
    if seconds < 60:
        length = translate_key("exams.one_second" if seconds == 1 else "exams.many_seconds", n=seconds)
    key = f"exams.flag.{flag.kind.value}"
    if flag.kind is IntegrityKind.CAMERA_LOST and has_key(f"camera.{flag.detail}"):
        return translate_key(key, length=length), translate_key(
            f"{key}.because", reason=camera_fault_words(flag.detail)
        )
    if flag.kind is IntegrityKind.SPOOF_SUSPECTED and flag.detail == "looping":
        key = f"{key}.looping"
    explained = flag.kind in (IntegrityKind.NOT_RECOGNISABLE, IntegrityKind.PRESENCE_CHECK)
    if explained and flag.detail and has_key(f"{key}.{flag.detail}"):
        return translate_key(key, length=length), translate_key(f"{key}.{flag.detail}")
    dark = flag.kind is IntegrityKind.NO_FACE and 0 < flag.light < DARK_LIGHT
    return translate_key(key, length=length), translate_key(f"{key}.dark" if dark else f"{key}.do")


def camera_fault_words(fault: str) -> str:
    """Why there is no picture and what to do, by the word of a ``FaultKey``."""
    return translate_key(f"camera.{fault}")


def camera_words(state: WatchState) -> tuple[str, Tone, str]:
    """Word, tone and icon for what the camera says."""
    if not state.running:
        return translate_key("exams.status.off"), "neutral", "camera-off-outline"
    if state.camera_fault is not None:
        return camera_fault_words(state.camera_fault.value), "caution", "alert-circle-outline"
    if not state.ready:
        key = "restarting" if state.worker_fault is not None else "starting"
        return translate_key(f"exams.status.{key}"), "neutral", "progress-clock"
    text = translate_key(f"exams.status.{state.word.value}")
    if state.word is StatusWord.OK:
        return text, "positive", "check-circle"
    if state.word in (StatusWord.STARTING, StatusWord.CAMERA_ONLY):
        return text, "neutral", "camera-outline"
    return text, "caution", "alert-circle-outline"

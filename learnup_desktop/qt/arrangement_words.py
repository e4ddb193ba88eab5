"""What a teacher can arrange for one student, in the words that both of them read."""

from learnup_desktop.contract.integrity import IntegrityKind, StudentExceptions
from learnup_desktop.qt.i18n import has_key, translate_key
from learnup_desktop.qt.messages import QT_TRANSLATE_NOOP, register

OFFERED: tuple[IntegrityKind, ...] = (
    IntegrityKind.LOOKING_AWAY,
    IntegrityKind.MULTIPLE_FACES,
    IntegrityKind.SPOOF_SUSPECTED,
    IntegrityKind.FOCUS_LOST,
    IntegrityKind.SECOND_DISPLAY,
    IntegrityKind.SCREENSHOT_KEY,
    IntegrityKind.REMOTE_SESSION,
    IntegrityKind.LISTED_PROCESS,
)
"""Rules that somebody may need to be spared: a squint, a helper, a reader of braille, a magnifier, a borrowed desktop.
Others can come with an exam's own policy and are kept."""

register(
    {
        "arranged.looking_away": QT_TRANSLATE_NOOP("Messages", "Looking away is not judged"),
        "arranged.multiple_faces": QT_TRANSLATE_NOOP("Messages", "A helper may be in the picture"),
        "arranged.spoof_suspected": QT_TRANSLATE_NOOP("Messages", "Doubts about a real face are not judged"),
        "arranged.focus_lost": QT_TRANSLATE_NOOP("Messages", "Other windows may be used"),
        "arranged.second_display": QT_TRANSLATE_NOOP("Messages", "A second display is allowed"),
        "arranged.screenshot_key": QT_TRANSLATE_NOOP("Messages", "A magnifier or a helper may see the screen"),
        "arranged.remote_session": QT_TRANSLATE_NOOP("Messages", "The PC may be used from afar"),
        "arranged.listed_process": QT_TRANSLATE_NOOP("Messages", "Programs on the list may run"),
        "arranged.challenge_exempt": QT_TRANSLATE_NOOP("Messages", "No turning of the head is asked for"),
        "arranged.camera_only": QT_TRANSLATE_NOOP("Messages", "A camera picture is enough, nobody is recognised"),
        "arranged.others": QT_TRANSLATE_NOOP("Messages", "Other rules of the camera are turned off"),
    }
)


def kind_arranged(kind: IntegrityKind) -> str:
    """What it means for a student that a kind is not judged."""
    key = f"arranged.{kind.value}"
    return translate_key(key if has_key(key) else "arranged.others")


def arranged_words(exceptions: StudentExceptions) -> list[str]:
    """One sentence for each thing that is arranged, in the order they are offered; empty for nothing."""
    said: list[str] = []
    for kind in sorted(exceptions.kinds, key=_place):
        words = kind_arranged(kind)
        if words not in said:
            said.append(words)
    if exceptions.challenge_exempt:
        said.append(translate_key("arranged.challenge_exempt"))
    if exceptions.camera_only:
        said.append(translate_key("arranged.camera_only"))
    return said


def _place(kind: IntegrityKind) -> int:
    return OFFERED.index(kind) if kind in OFFERED else len(OFFERED)

"""The English sentence behind every message key that Qt-free code uses.

Services and adapters raise errors with a key (``base/errors.py``), never with a sentence; here is what it says. Plain
and short, to the person: what happened, and under ``<key>.advice`` what it means and what to do.
``QT_TRANSLATE_NOOP`` lets lupdate find the sentences; the context is ``Messages``.

A feature with keys of its own registers them with :func:`register`.
"""

from collections.abc import Mapping

CONTEXT = "Messages"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a sentence for lupdate, which knows this name; PySide's own is typed as returning ``object``."""
    return text


_CATALOGUE: dict[str, str] = {
    "error.unexpected": QT_TRANSLATE_NOOP("Messages", "Something went wrong in LearnUp."),
    "error.unexpected.advice": QT_TRANSLATE_NOOP("Messages", "Nothing you wrote is lost. Please try again."),
    "error.environment": QT_TRANSLATE_NOOP("Messages", "Something on this computer is in the way."),
    "error.environment.advice": QT_TRANSLATE_NOOP("Messages", "Please try again, or ask at your school."),
    "error.network": QT_TRANSLATE_NOOP("Messages", "The school's server could not be reached."),
    "error.network.advice": QT_TRANSLATE_NOOP(
        "Messages", "What you do is kept on this computer and sent when the network is back."
    ),
    "error.offline": QT_TRANSLATE_NOOP("Messages", "There is no network now."),
    "error.offline.advice": QT_TRANSLATE_NOOP(
        "Messages", "What you do is kept on this computer and sent when the network is back."
    ),
    "error.timeout": QT_TRANSLATE_NOOP("Messages", "The server did not answer in time."),
    "error.timeout.advice": QT_TRANSLATE_NOOP(
        "Messages", "The line may be slow. LearnUp keeps trying; nothing is lost."
    ),
    "error.insecure": QT_TRANSLATE_NOOP("Messages", "This computer does not trust the server's certificate."),
    "error.insecure.advice": QT_TRANSLATE_NOOP(
        "Messages", "Check the server's address and this computer's date, or ask at your school. Nothing was sent."
    ),
    "error.storage": QT_TRANSLATE_NOOP("Messages", "This computer's disk refused to store something."),
    "error.storage.advice": QT_TRANSLATE_NOOP("Messages", "Check that there is room on the disk, then try again."),
    "error.disk_full": QT_TRANSLATE_NOOP("Messages", "This computer's disk is full."),
    "error.disk_full.advice": QT_TRANSLATE_NOOP(
        "Messages", "Delete files that you no longer need, then try again. What was saved before is safe."
    ),
    "error.read_only": QT_TRANSLATE_NOOP("Messages", "LearnUp cannot write to its folder."),
    "error.read_only.advice": QT_TRANSLATE_NOOP("Messages", "Ask whoever looks after this computer to allow it."),
    "error.damaged": QT_TRANSLATE_NOOP("Messages", "A file on this computer is damaged."),
    "error.damaged.advice": QT_TRANSLATE_NOOP(
        "Messages", "LearnUp repairs it or fetches it again. What could not be repaired is kept aside for support."
    ),
    "error.locked_elsewhere": QT_TRANSLATE_NOOP("Messages", "This is already open in another window."),
    "error.locked_elsewhere.advice": QT_TRANSLATE_NOOP("Messages", "Go on there, or close it and try again here."),
    "error.no_keyring": QT_TRANSLATE_NOOP("Messages", "This computer has no safe place for passwords."),
    "error.no_keyring.advice": QT_TRANSLATE_NOOP(
        "Messages", "You stay signed in until LearnUp is closed, and sign in again next time."
    ),
    "error.camera": QT_TRANSLATE_NOOP("Messages", "The camera does not give a picture."),
    "error.camera.advice": QT_TRANSLATE_NOOP(
        "Messages", "Plug it in, close other programs that use it, and try again."
    ),
    "camera.camera_missing": QT_TRANSLATE_NOOP("Messages", "No camera found. Plug it in."),
    "camera.camera_busy": QT_TRANSLATE_NOOP("Messages", "Another program uses the camera. Close that program."),
    "camera.camera_denied": QT_TRANSLATE_NOOP(
        "Messages", "This computer does not let LearnUp use the camera. Allow it in the system's settings."
    ),
    "camera.camera_stopped": QT_TRANSLATE_NOOP("Messages", "The camera has stopped. Check its cable."),
    "camera.camera_silent": QT_TRANSLATE_NOOP(
        "Messages", "The camera is on but gives no picture. Unplug it and plug it in again."
    ),
    "camera.camera_format": QT_TRANSLATE_NOOP(
        "Messages", "The camera's picture cannot be read. Choose another camera under Settings."
    ),
    "camera.camera_frozen": QT_TRANSLATE_NOOP(
        "Messages",
        "The camera repeats one picture. Unplug it and plug it in again, or choose another one under Settings.",
    ),
    "camera.video_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The video file cannot be read. Choose another one under Settings."
    ),
    "error.models_missing": QT_TRANSLATE_NOOP("Messages", "The files for recognising faces are not on this computer."),
    "error.models_missing.advice": QT_TRANSLATE_NOOP(
        "Messages", "Get them under Settings while you have a network, or ask your teacher."
    ),
    "error.platform": QT_TRANSLATE_NOOP("Messages", "The school's server said no."),
    "error.platform.advice": QT_TRANSLATE_NOOP(
        "Messages", "Please try again. If it stays so, tell your school the code."
    ),
    "error.protocol": QT_TRANSLATE_NOOP("Messages", "The answer did not come from a LearnUp server."),
    "error.protocol.advice": QT_TRANSLATE_NOOP(
        "Messages", "Check the server's address. On a public network, open a web page first to sign in to the network."
    ),
    "error.client_too_old": QT_TRANSLATE_NOOP("Messages", "This version of LearnUp is too old for your school."),
    "error.client_too_old.advice": QT_TRANSLATE_NOOP(
        "Messages", "Install the new version. What is stored on this computer stays."
    ),
    "error.update_untrusted": QT_TRANSLATE_NOOP("Messages", "The update is not what its maker signed."),
    "error.update_untrusted.advice": QT_TRANSLATE_NOOP(
        "Messages",
        "It was not installed, and LearnUp goes on as it is. If it happens again, tell your school the code.",
    ),
    "error.no_updates_here": QT_TRANSLATE_NOOP("Messages", "This LearnUp does not update itself."),
    "error.no_updates_here.advice": QT_TRANSLATE_NOOP("Messages", "Whoever installed it brings new versions."),
    "error.platform_too_old": QT_TRANSLATE_NOOP("Messages", "Your school's server is older than this LearnUp needs."),
    "error.platform_too_old.advice": QT_TRANSLATE_NOOP("Messages", "Tell your school that the server must be updated."),
    "error.wrong_password": QT_TRANSLATE_NOOP("Messages", "The name or the password is not right."),
    "error.wrong_password.advice": QT_TRANSLATE_NOOP(
        "Messages", "Look at Caps Lock and the keyboard's language, then try again."
    ),
    "error.account_locked": QT_TRANSLATE_NOOP("Messages", "This account is locked until {until}."),
    "error.account_locked.advice": QT_TRANSLATE_NOOP(
        "Messages", "There were too many wrong passwords. Wait, or ask your school to unlock it."
    ),
    "error.session_ended": QT_TRANSLATE_NOOP("Messages", "Please sign in again."),
    "error.session_ended.advice": QT_TRANSLATE_NOOP(
        "Messages", "Your session has ended. What is waiting on this computer is sent after you sign in."
    ),
    "error.not_found": QT_TRANSLATE_NOOP("Messages", "This is no longer there, or not meant for you."),
    "error.not_found.advice": QT_TRANSLATE_NOOP("Messages", "Go back and look again."),
    "error.access_ended": QT_TRANSLATE_NOOP("Messages", "Your access to this has ended."),
    "error.access_ended.advice": QT_TRANSLATE_NOOP("Messages", "Ask the school if you want to go on with it."),
    "error.not_a_pack": QT_TRANSLATE_NOOP("Messages", "There is no study material of LearnUp here."),
    "error.not_a_pack.advice": QT_TRANSLATE_NOOP("Messages", "Choose the stick, or the folder “LearnUp-pack” on it."),
    "error.conflict": QT_TRANSLATE_NOOP("Messages", "The server has something newer."),
    "error.conflict.advice": QT_TRANSLATE_NOOP("Messages", "What you wrote is kept. Look at both and decide."),
    "error.refused": QT_TRANSLATE_NOOP("Messages", "The server did not accept this."),
    "error.refused.advice": QT_TRANSLATE_NOOP("Messages", "What you wrote is kept under “Needs attention”."),
    "error.rate_limited": QT_TRANSLATE_NOOP("Messages", "The server asks us to slow down."),
    "error.rate_limited.advice": QT_TRANSLATE_NOOP("Messages", "LearnUp tries again by itself in a moment."),
    "error.unavailable": QT_TRANSLATE_NOOP("Messages", "The school's server has a problem now."),
    "error.unavailable.advice": QT_TRANSLATE_NOOP("Messages", "LearnUp keeps trying. Nothing is lost."),
    "error.integrity": QT_TRANSLATE_NOOP("Messages", "Something was changed that must not change."),
    "error.integrity.advice": QT_TRANSLATE_NOOP(
        "Messages", "LearnUp does not use it. Tell your school the code, and keep this computer as it is."
    ),
    "error.rule": QT_TRANSLATE_NOOP("Messages", "This cannot be done now."),
    "error.rule.advice": QT_TRANSLATE_NOOP(
        "Messages", "It may be too late or too early for it. Look at the times again."
    ),
    "error.engaged": QT_TRANSLATE_NOOP("Messages", "An exam and a live class cannot go on at the same time."),
    "error.engaged.advice": QT_TRANSLATE_NOOP("Messages", "Finish the one before you begin the other."),
    "meeting.not_configured": QT_TRANSLATE_NOOP("Messages", "Your school has not set up live classes yet."),
    "meeting.not_configured.advice": QT_TRANSLATE_NOOP("Messages", "Please ask the office."),
    "meeting.not_online": QT_TRANSLATE_NOOP("Messages", "This lesson is held in a room, not online."),
    "meeting.not_online.advice": QT_TRANSLATE_NOOP("Messages", "The room is in your timetable."),
    "meeting.cancelled": QT_TRANSLATE_NOOP("Messages", "This lesson was cancelled."),
    "meeting.cancelled.advice": QT_TRANSLATE_NOOP("Messages", "Your timetable shows when the next one is."),
    "meeting.too_early": QT_TRANSLATE_NOOP("Messages", "This lesson has not begun yet."),
    "meeting.too_early.advice": QT_TRANSLATE_NOOP("Messages", "You can join from 15 minutes before it begins."),
    "meeting.over": QT_TRANSLATE_NOOP("Messages", "This lesson is over."),
    "meeting.over.advice": QT_TRANSLATE_NOOP("Messages", "If it was recorded, you will find it under Recordings."),
    "seminar.full": QT_TRANSLATE_NOOP("Messages", "All places of this seminar are taken."),
    "seminar.full.advice": QT_TRANSLATE_NOOP("Messages", "Look again later: somebody may give a place back."),
    "seminar.closed": QT_TRANSLATE_NOOP("Messages", "Registration for this seminar is closed."),
    "seminar.closed.advice": QT_TRANSLATE_NOOP("Messages", "Please ask the office."),
    "seminar.cancelled": QT_TRANSLATE_NOOP("Messages", "This seminar was cancelled."),
    "seminar.cancelled.advice": QT_TRANSLATE_NOOP("Messages", "You need not do anything."),
    "meeting.ended": QT_TRANSLATE_NOOP("Messages", "The teacher has ended this class."),
    "meeting.ended.advice": QT_TRANSLATE_NOOP("Messages", "If it goes on, you can join again then."),
}


def catalogue() -> Mapping[str, str]:
    """Every known key with its English sentence."""
    return _CATALOGUE


def register(sentences: Mapping[str, str]) -> None:
    """Add a feature's keys; mark their sentences with ``QT_TRANSLATE_NOOP("Messages", …)``.

    Raises:
        ValueError: a key is there already with another sentence: two features would speak with one voice.
    """
    for key, sentence in sentences.items():
        if _CATALOGUE.get(key, sentence) != sentence:
            raise ValueError(f"message key {key!r} is already taken")
        _CATALOGUE[key] = sentence

"""What the states of a meeting are called, and what is said where the meeting would be."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from learnup_desktop.meeting.messages import State
from learnup_desktop.qt.widgets import Tone


def state_words(state: State) -> str:
    """In a word or two."""
    translate = QCoreApplication.translate
    words: dict[State, str] = {
        "connecting": translate("Meeting", "Connecting…"),
        "waiting": translate("Meeting", "Waiting to be let in"),
        "joined": translate("Meeting", "In class"),
        "reconnecting": translate("Meeting", "Reconnecting…"),
        "password": translate("Meeting", "Password needed"),
        "left": translate("Meeting", "You left"),
        "ended": translate("Meeting", "Class is over"),
        "removed": translate("Meeting", "Sent out"),
        "refused": translate("Meeting", "Not let in"),
        "unreachable": translate("Meeting", "Not reached"),
        "insecure": translate("Meeting", "Not safe"),
    }
    return words[state]


def state_tone(state: State) -> Tone:
    """Green is in, yellow wait, red do something."""
    if state == "joined":
        return "positive"
    if state in ("removed", "refused", "unreachable", "insecure"):
        return "critical"
    return "neutral" if state in ("left", "ended") else "caution"


class Message(NamedTuple):
    """What stands where the meeting would be; ``action`` is empty where there is nothing to press."""

    icon: str
    title: str
    text: str
    action: str = ""


def state_message(state: State) -> Message | None:
    """What to say in place of the meeting; None: the meeting itself is shown, or nothing any more."""
    translate = QCoreApplication.translate
    again = translate("Meeting", "Try now")
    rejoin = translate("Meeting", "Join again")
    messages: dict[State, Message] = {
        "connecting": Message(
            "video-outline",
            translate("Meeting", "Joining the class"),
            translate("Meeting", "On a slow line this takes up to half a minute."),
        ),
        "reconnecting": Message(
            "wifi-sync",
            translate("Meeting", "The line to the class was lost"),
            translate("Meeting", "We are joining again by ourselves. Your microphone and camera will be as they were."),
            again,
        ),
        "unreachable": Message(
            "wifi-off",
            translate("Meeting", "The class cannot be reached"),
            translate("Meeting", "We go on trying. Check your internet connection, or use sound only to save data."),
            again,
        ),
        "insecure": Message(
            "shield-alert-outline",
            translate("Meeting", "This connection is not safe"),
            translate(
                "Meeting",
                "The meeting server could not prove who it is, so nothing was sent. Check this computer's date and "
                "time, then tell your school.",
            ),
            again,
        ),
        "ended": Message(
            "check-circle-outline",
            translate("Meeting", "The class is over"),
            translate("Meeting", "You can close this window."),
        ),
        "removed": Message(
            "account-remove-outline",
            translate("Meeting", "You were sent out of the class"),
            translate("Meeting", "Ask your teacher if you think this was a mistake."),
        ),
        "refused": Message(
            "lock-outline",
            translate("Meeting", "You were not let in"),
            translate("Meeting", "The class may be full or not open for you. Ask your teacher, then join again."),
            rejoin,
        ),
    }
    return messages.get(state)

"""What the state pill says.

The shell does not know the outbox. Whoever wires the program sets a :class:`SyncState` when something changes.
"""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import Tone


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where everything that was written here stands.

    Attributes:
        online: whether the platform answers.
        signed_in: False when the session has ended and only signing in again can send what waits.
        saving: operations on their way now.
        waiting: operations that wait for the network.
        attention: operations that the platform refused, kept for a person to look at.
        as_of: when the platform last answered.
    """

    online: bool = True
    signed_in: bool = True
    saving: int = 0
    waiting: int = 0
    attention: int = 0
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class PillLook:
    """Words, tone and icon."""

    text: str
    tone: Tone
    icon: str


def pill_look(state: SyncState) -> PillLook:
    """The pill of a state; what a person must act on comes first."""
    translate = QCoreApplication.translate
    number = i18n.format_number
    if state.attention:
        text = translate("StatePill", "Needs attention {count}").format(count=number(state.attention))
        return PillLook(text, "critical", "alert-circle-outline")
    if not state.signed_in:
        return PillLook(translate("StatePill", "Sign in to sync"), "caution", "account-alert-outline")
    if not state.online:
        if state.waiting or state.saving:
            waiting = number(state.waiting + state.saving)
            return PillLook(
                translate("StatePill", "Offline · {count} waiting").format(count=waiting), "caution", _OFFLINE
            )
        if state.as_of is not None:
            text = translate("StatePill", "Offline · as of {time}").format(time=i18n.format_moment(state.as_of))
            return PillLook(text, "caution", _OFFLINE)
        return PillLook(translate("StatePill", "Offline"), "caution", _OFFLINE)
    busy = state.saving + state.waiting
    if busy:
        return PillLook(
            translate("StatePill", "Saving {count}…").format(count=number(busy)), "accent", "cloud-sync-outline"
        )
    return PillLook(translate("StatePill", "Online · all saved"), "positive", "cloud-check-outline")


_OFFLINE = "cloud-off-outline"

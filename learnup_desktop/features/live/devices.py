"""Camera, microphone and speaker as the join page sees them; the real ones are ``devices_widgets.MediaDevices``."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol


class DeviceState(StrEnum):
    """How a camera or microphone stands."""

    OFF = "off"
    ASKING = "asking"
    ON = "on"
    MISSING = "missing"
    DENIED = "denied"
    BUSY = "busy"


def chosen_name(wanted: str, offered: Sequence[str]) -> str | None:
    """The remembered device if it is there, else None: whatever the system prefers."""
    return wanted if wanted in offered else None


class Devices(Protocol):
    """What can be seen and heard with. Names are the system's; None is whatever it prefers."""

    def listen(self, on_changed: Callable[[], None], on_level: Callable[[float], None]) -> None:
        """Be told when devices come or go and when one's state changes, and how loud the microphone is, 0 to 1."""

    def cameras(self) -> list[str]: ...
    def microphones(self) -> list[str]: ...
    def speakers(self) -> list[str]: ...
    def camera_state(self) -> DeviceState: ...
    def microphone_state(self) -> DeviceState: ...
    def use_camera(self, name: str | None) -> None:
        """Show this camera's picture."""

    def use_microphone(self, name: str | None) -> None:
        """Listen to this microphone."""

    def play_chime(self, name: str | None) -> bool:
        """Play a short sound on this speaker; False when there is none."""

    def stop(self) -> None:
        """Let go of everything at once; the lights of camera and microphone go out."""

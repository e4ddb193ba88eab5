"""What can be promised on which system, without Qt: the table must come out where Qt does not even load."""

import sys

from learnup_desktop.lockdown.guard import Capability, Certainty

NAMES = (
    "full_screen",
    "on_top",
    "focus",
    "displays",
    "clipboard",
    "screenshot_key",
    "capture_exclusion",
    "remote_session",
    "virtual_machine",
    "listed_processes",
)
"""The rows, in the order they are shown."""
WITHOUT_A_DISPLAY = ("offscreen", "minimal", "")

_SURE, _MOSTLY, _ABSENT = Certainty.SURE, Certainty.MOSTLY, Certainty.NOT_HERE


def capabilities(platform_name: str, system: str = sys.platform) -> tuple[Capability, ...]:
    """What can be promised on a Qt platform (``xcb``, ``wayland``, ``windows``, ``cocoa``, …) of a system.

    Full screen and focus come from the window system. Under Wayland a program may not put itself on top, and the
    screenshot key belongs to the compositor; macOS takes its screenshot keys before programs see them, Windows parts of
    them. Windows leaves a window out of recordings when asked (since version 2004; before it shows it black), macOS
    does for its older way of capturing only; neither X11 nor Wayland has such a request. A virtual machine and a remote
    session are told by what they say of themselves, which whoever runs them can change; a program in the list can be
    renamed.
    """
    if platform_name in WITHOUT_A_DISPLAY:
        seen = {"clipboard": Capability("clipboard", _SURE), **_about_the_computer()}
        return tuple(seen.get(name, Capability(name, _ABSENT, "no_display")) for name in NAMES)
    wayland = platform_name.startswith("wayland")
    rows = (
        Capability("full_screen", _SURE),
        Capability("on_top", _ABSENT, "wayland") if wayland else Capability("on_top", _MOSTLY, "other_on_top"),
        Capability("focus", _SURE),
        Capability("displays", _MOSTLY, "splitters_unseen"),
        Capability("clipboard", _SURE),
        _screenshot_key(wayland, system),
        _capture_exclusion(platform_name),
    )
    found = {row.name: row for row in rows} | _about_the_computer()
    found["remote_session"] = Capability("remote_session", _MOSTLY, "remote_tools_unseen")
    return tuple(found[name] for name in NAMES)


def _about_the_computer() -> dict[str, Capability]:
    return {
        "virtual_machine": Capability("virtual_machine", _MOSTLY, "can_be_hidden"),
        "listed_processes": Capability("listed_processes", _MOSTLY, "can_be_renamed"),
    }


def _screenshot_key(wayland: bool, system: str) -> Capability:
    name = "screenshot_key"
    if wayland:
        return Capability(name, _ABSENT, "wayland")
    if system == "darwin":
        return Capability(name, _ABSENT, "taken_by_system")
    return Capability(name, _MOSTLY, "some_taken_by_system" if system == "win32" else "other_tools")


def _capture_exclusion(platform_name: str) -> Capability:
    name = "capture_exclusion"
    if platform_name == "windows":
        return Capability(name, _MOSTLY, "phones_unseen")
    if platform_name == "cocoa":
        return Capability(name, _MOSTLY, "newer_captures")
    return Capability(name, _ABSENT, "not_offered")

"""The screen stays on while a class is going on, and sleeps again after it."""

import pytest

from learnup_desktop.meeting.awake import (
    ES_CONTINUOUS,
    ES_DISPLAY_REQUIRED,
    ES_SYSTEM_REQUIRED,
    Awake,
    Caffeinate,
    ExecutionState,
    ScreenSaverBus,
)


class Told:
    """Remembers what it was asked."""

    def __init__(self, taken: bool = True) -> None:
        self.taken = taken
        self.asked: list[str] = []

    def hold(self, reason: str) -> bool:
        self.asked.append("hold")
        return self.taken

    def release(self) -> None:
        self.asked.append("release")


def test_it_is_asked_once_and_undone_once() -> None:
    told = Told()
    awake = Awake(told)
    for _ in range(3):
        awake.hold("a class")
    awake.rest()
    awake.rest()
    assert told.asked == ["hold", "release"]
    awake.hold("another")
    assert told.asked[-1] == "hold"


def test_a_system_that_refuses_is_not_asked_again_and_again() -> None:
    told = Told(taken=False)
    awake = Awake(told)
    for _ in range(3):
        awake.hold("a class")
    awake.rest()
    assert told.asked == ["hold"]


def test_windows_is_asked_with_its_flags() -> None:
    flags: list[int] = []

    def set_state(asked: int, /) -> int:
        flags.append(asked)
        return 1

    way = ExecutionState(set_state)
    assert way.hold("a class")
    way.release()
    assert flags == [ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED, ES_CONTINUOUS]


def test_a_missing_command_or_bus_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Caffeinate, "COMMAND", "no-such-command-anywhere")
    way = Caffeinate()
    assert not way.hold("a class")
    way.release()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=nowhere")
    bus = ScreenSaverBus()
    assert not bus.hold("a class")
    bus.release()

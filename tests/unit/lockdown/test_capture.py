"""What is asked of Windows and macOS about captures; only the system call itself is played."""

import ctypes
from types import SimpleNamespace

import pytest

from learnup_desktop.lockdown.capture import (
    NS_WINDOW_SHARING_NONE,
    NS_WINDOW_SHARING_READ_ONLY,
    WDA_EXCLUDEFROMCAPTURE,
    WDA_MONITOR,
    WDA_NONE,
    MacCaptureExclusion,
    NoCaptureExclusion,
    WindowsCaptureExclusion,
    capture_exclusion,
)


class User32:
    """``SetWindowDisplayAffinity`` of a Windows that knows some affinities."""

    def __init__(self, *known: int) -> None:
        self.known = known
        self.affinity = WDA_NONE

    def __call__(self, window: int, affinity: int) -> int:
        assert window == 77
        if affinity not in self.known:
            return 0
        self.affinity = affinity
        return 1


def test_windows_leaves_the_window_out_and_gives_it_back() -> None:
    user32 = User32(WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE)
    exclusion = WindowsCaptureExclusion(user32)
    assert exclusion.exclude(77)
    assert user32.affinity == WDA_EXCLUDEFROMCAPTURE
    assert exclusion.allow(77)
    assert user32.affinity == WDA_NONE


def test_an_older_windows_shows_it_black() -> None:
    user32 = User32(WDA_NONE, WDA_MONITOR)
    assert WindowsCaptureExclusion(user32).exclude(77)
    assert user32.affinity == WDA_MONITOR
    assert not WindowsCaptureExclusion(User32()).exclude(77)


def test_windows_is_asked_by_its_own_library(monkeypatch: pytest.MonkeyPatch) -> None:
    class Call(User32):
        argtypes: object = None
        restype: object = None

    call = Call(WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE)
    user32 = SimpleNamespace(SetWindowDisplayAffinity=call)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    assert capture_exclusion("windows").exclude(77)
    assert call.affinity == WDA_EXCLUDEFROMCAPTURE
    assert call.argtypes == [ctypes.c_void_p, ctypes.c_ulong]


class Runtime:
    """One view in one window."""

    def __init__(self, window: int) -> None:
        self.window = window
        self.told: list[tuple[int, bytes, int]] = []

    def ask(self, receiver: int, selector: bytes) -> int:
        assert (receiver, selector) == (5, b"window")
        return self.window

    def tell(self, receiver: int, selector: bytes, value: int) -> None:
        self.told.append((receiver, selector, value))


def test_macos_is_told_about_the_window_of_the_view() -> None:
    runtime = Runtime(window=9)
    exclusion = MacCaptureExclusion(runtime)
    assert exclusion.exclude(5)
    assert exclusion.allow(5)
    assert runtime.told == [
        (9, b"setSharingType:", NS_WINDOW_SHARING_NONE),
        (9, b"setSharingType:", NS_WINDOW_SHARING_READ_ONLY),
    ]


def test_a_view_without_a_window_is_not_excluded() -> None:
    runtime = Runtime(window=0)
    assert not MacCaptureExclusion(runtime).exclude(5)
    assert not MacCaptureExclusion(runtime).exclude(0)
    assert runtime.told == []


def test_x11_and_wayland_have_no_such_request() -> None:
    for platform in ("xcb", "wayland", "offscreen"):
        exclusion = capture_exclusion(platform)
        assert isinstance(exclusion, NoCaptureExclusion)
        assert not exclusion.exclude(77)
        assert exclusion.allow(77)

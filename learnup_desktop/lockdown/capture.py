"""Keeping the sitting's window out of screenshots and recordings, where the system has a request for that.

Both requests are properties of our own window: they change nothing else, and they end with the window, whatever ends
the program. Windows: ``SetWindowDisplayAffinity``. macOS: ``NSWindow.sharingType``, sent through the Objective-C
runtime, since a binding for one message would be a dependency of some megabytes. X11 and Wayland have no such request.
"""

import ctypes
import ctypes.util
from typing import Any, Protocol

WDA_NONE = 0x00
WDA_MONITOR = 0x01
"""Shown black in captures; what Windows before version 2004 (build 19041) understands."""
WDA_EXCLUDEFROMCAPTURE = 0x11
"""Left out of captures; winuser.h, since Windows 10 version 2004."""

NS_WINDOW_SHARING_NONE = 0
NS_WINDOW_SHARING_READ_ONLY = 1
"""AppKit's default (NSWindow.h, ``NSWindowSharingType``)."""


class CaptureExclusion(Protocol):
    """Acts on one native window, by what Qt calls ``winId``."""

    def exclude(self, window_id: int) -> bool:
        """Ask for the window to be left out of captures; whether the system took it."""
        ...

    def allow(self, window_id: int) -> bool:
        """Give the window back as it was; whether the system took it."""
        ...


class WindowsCaptureExclusion:
    """By ``SetWindowDisplayAffinity``.

    Args:
        set_affinity: ``user32.SetWindowDisplayAffinity``: window handle and affinity, nonzero when taken.
    """

    def __init__(self, set_affinity: Any) -> None:
        self._set_affinity = set_affinity

    def exclude(self, window_id: int) -> bool:
        """Leave it out; where Windows is too old for that, show it black."""
        return any(bool(self._set_affinity(window_id, affinity)) for affinity in (WDA_EXCLUDEFROMCAPTURE, WDA_MONITOR))

    def allow(self, window_id: int) -> bool:
        """See ``CaptureExclusion``."""
        return bool(self._set_affinity(window_id, WDA_NONE))


class ObjectiveC(Protocol):
    """The two shapes of message that are sent."""

    def ask(self, receiver: int, selector: bytes) -> int:
        """A message without arguments that answers an object; 0 is nil."""
        ...

    def tell(self, receiver: int, selector: bytes, value: int) -> None:
        """A message with one unsigned integer that answers nothing."""
        ...


class MacCaptureExclusion:
    """By ``NSWindow.sharingType``. Qt's ``winId`` is the window's ``NSView``."""

    def __init__(self, runtime: ObjectiveC) -> None:
        self._runtime = runtime

    def exclude(self, window_id: int) -> bool:
        """See ``CaptureExclusion``."""
        return self._share(window_id, NS_WINDOW_SHARING_NONE)

    def allow(self, window_id: int) -> bool:
        """See ``CaptureExclusion``."""
        return self._share(window_id, NS_WINDOW_SHARING_READ_ONLY)

    def _share(self, view: int, sharing: int) -> bool:
        window = self._runtime.ask(view, b"window") if view else 0
        if not window:
            return False
        self._runtime.tell(window, b"setSharingType:", sharing)
        return True


class NoCaptureExclusion:
    """This system has no such request."""

    def exclude(self, window_id: int) -> bool:
        """Never taken."""
        return False

    def allow(self, window_id: int) -> bool:
        """There is nothing to give back."""
        return True


class _Runtime:
    """``objc_msgSend`` with the prototype of each message, as the calling convention of arm64 needs."""

    def __init__(self, library: str) -> None:
        objc = ctypes.CDLL(library)
        self._selector = objc.sel_registerName
        self._selector.restype, self._selector.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        asking = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        telling = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
        self._ask, self._tell = asking(("objc_msgSend", objc)), telling(("objc_msgSend", objc))

    def ask(self, receiver: int, selector: bytes) -> int:
        return int(self._ask(receiver, self._selector(selector)) or 0)

    def tell(self, receiver: int, selector: bytes, value: int) -> None:
        self._tell(receiver, self._selector(selector), value)


def capture_exclusion(platform_name: str) -> CaptureExclusion:
    """What this Qt platform offers."""
    if platform_name == "windows":
        set_affinity = getattr(ctypes, "windll").user32.SetWindowDisplayAffinity  # noqa: B009 - not on this system
        set_affinity.argtypes, set_affinity.restype = [ctypes.c_void_p, ctypes.c_ulong], ctypes.c_int
        return WindowsCaptureExclusion(set_affinity)
    library = ctypes.util.find_library("objc") if platform_name == "cocoa" else None
    return MacCaptureExclusion(_Runtime(library)) if library is not None else NoCaptureExclusion()

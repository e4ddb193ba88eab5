"""What an X server can tell of a desktop, by libX11 alone: windows, selections, properties, saver, grabs, pointer."""

import ctypes
import ctypes.util
import hashlib
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_ubyte, c_uint, c_ulong, c_void_p

ANY_PROPERTY_TYPE = 0
SELECTIONS = (b"CLIPBOARD", b"PRIMARY", b"SECONDARY")
GRAB_MODE_ASYNC, CURRENT_TIME, GRAB_SUCCESS = 1, 0, 0
LONGEST_PROPERTY = 1 << 20
NOWHERE = (0, 1)
"""``None`` and ``PointerRoot``: nobody has the focus."""


def x11_here() -> bool:
    """Whether libX11 can be loaded."""
    return ctypes.util.find_library("X11") is not None


class XDesktop:
    """A connection that only looks.

    Args:
        name: the display, as ``:7``.

    Raises:
        OSError: libX11 or the display is not there.
    """

    def __init__(self, name: str) -> None:
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._declare()
        self._display = self._x.XOpenDisplay(name.encode())
        if not self._display:
            raise OSError(f"no display {name}")
        self._root = self._x.XDefaultRootWindow(self._display)
        screen = self._x.XDefaultScreen(self._display)
        self._size = (self._x.XDisplayWidth(self._display, screen), self._x.XDisplayHeight(self._display, screen))

    def close(self) -> None:
        """Leave."""
        self._x.XCloseDisplay(self._display)

    def look(self) -> dict[str, object]:
        """What is there now; where the focus rests only as whether that is a window that lives."""
        windows = self._children(self._root)
        return {
            "windows": sorted(windows),
            "shown": sorted(window for window in windows if self._shown(window)),
            "selections": [self._x.XGetSelectionOwner(self._display, self._atom(name)) for name in SELECTIONS],
            "properties": self._properties(),
            "screenSaver": self._screen_saver(),
            "pointer": self._pointer_control(),
            "grabbed": self._grabbed(),
            "size": self._size,
            "focusIsAlive": self._focus_is_alive(windows),
        }

    def claimed(self) -> bool:
        """Whether a window that is shown asks to fill the screen and to be on top, as a window manager reads it."""
        wanted = {self._atom(name) for name in (b"_NET_WM_STATE_FULLSCREEN", b"_NET_WM_STATE_ABOVE")}
        state = self._atom(b"_NET_WM_STATE")
        for window in self._children(self._root):
            data = self._read(window, state)
            width = ctypes.sizeof(c_long)  # of a 32-bit item in memory
            atoms = {int.from_bytes(data[at : at + width], sys.byteorder) for at in range(0, len(data), width)}
            if self._shown(window) and wanted <= atoms:
                return True
        return False

    def _declare(self) -> None:
        """Results that are no int; windows and atoms are unsigned long (X.h)."""
        x = self._x
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        for name, result, arguments in (
            ("XCloseDisplay", c_int, [c_void_p]),
            ("XDefaultScreen", c_int, [c_void_p]),
            ("XDisplayWidth", c_int, [c_void_p, c_int]),
            ("XDisplayHeight", c_int, [c_void_p, c_int]),
            ("XDefaultRootWindow", c_ulong, [c_void_p]),
            ("XInternAtom", c_ulong, [c_void_p, c_char_p, c_int]),
            ("XGetSelectionOwner", c_ulong, [c_void_p, c_ulong]),
            ("XListProperties", POINTER(c_ulong), [c_void_p, c_ulong, POINTER(c_int)]),
            ("XFree", c_int, [c_void_p]),
            ("XGrabKeyboard", c_int, [c_void_p, c_ulong, c_int, c_int, c_int, c_ulong]),
            ("XUngrabKeyboard", c_int, [c_void_p, c_ulong]),
            ("XGrabPointer", c_int, [c_void_p, c_ulong, c_int, c_uint, c_int, c_int, c_ulong, c_ulong, c_ulong]),
            ("XUngrabPointer", c_int, [c_void_p, c_ulong]),
            ("XGetInputFocus", c_int, [c_void_p, POINTER(c_ulong), POINTER(c_int)]),
        ):
            function = getattr(x, name)
            function.restype, function.argtypes = result, arguments
        # A window may be gone between being listed and being asked about: that is an answer, not the end.
        self._handler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)(lambda _display, _event: 0)
        x.XSetErrorHandler(self._handler)

    def _atom(self, name: bytes) -> int:
        return int(self._x.XInternAtom(self._display, name, 0))

    def _children(self, window: int) -> list[int]:
        root, parent, count, children = c_ulong(), c_ulong(), c_uint(), POINTER(c_ulong)()
        self._x.XQueryTree(
            c_void_p(self._display), c_ulong(window), byref(root), byref(parent), byref(children), byref(count)
        )
        found = [int(children[place]) for place in range(count.value)]
        if found:
            self._x.XFree(children)
        return found

    def _shown(self, window: int) -> bool:
        # XWindowAttributes is 136 bytes on 64-bit systems; map_state (2: viewable) is the int at offset 92 (Xlib.h).
        attributes = ctypes.create_string_buffer(256)
        taken = self._x.XGetWindowAttributes(c_void_p(self._display), c_ulong(window), attributes)
        return bool(taken) and c_int.from_buffer(attributes, 92).value == 2

    def _properties(self) -> dict[str, str]:
        """Hash of each property of the root window, by its atom."""
        count = c_int()
        atoms = self._x.XListProperties(self._display, self._root, byref(count))
        found = {
            str(atoms[place]): hashlib.sha256(self._read(self._root, int(atoms[place]))).hexdigest()[:16]
            for place in range(count.value)
        }
        if count.value:
            self._x.XFree(atoms)
        return found

    def _read(self, window: int, atom: int) -> bytes:
        """A property's value as it lies in memory; empty when there is none."""
        kind, width, items, rest, data = c_ulong(), c_int(), c_ulong(), c_ulong(), POINTER(c_ubyte)()
        self._x.XGetWindowProperty(
            c_void_p(self._display),
            c_ulong(window),
            c_ulong(atom),
            c_long(0),
            c_long(LONGEST_PROPERTY),
            c_int(0),
            c_ulong(ANY_PROPERTY_TYPE),
            *(byref(value) for value in (kind, width, items, rest, data)),
        )
        size = items.value * {8: 1, 16: 2, 32: ctypes.sizeof(c_long)}.get(width.value, 0)
        value = bytes(data[:size]) if data else b""
        if data:
            self._x.XFree(data)
        return value

    def _screen_saver(self) -> list[int]:
        values = [c_int() for _ in range(4)]
        self._x.XGetScreenSaver(c_void_p(self._display), *(byref(value) for value in values))
        return [value.value for value in values]

    def _pointer_control(self) -> list[int]:
        values = [c_int() for _ in range(3)]
        self._x.XGetPointerControl(c_void_p(self._display), *(byref(value) for value in values))
        return [value.value for value in values]

    def _grabbed(self) -> bool:
        """Whether somebody holds keyboard or pointer; found out by holding each for a moment."""
        x, display = self._x, self._display
        keyboard = x.XGrabKeyboard(display, self._root, 0, GRAB_MODE_ASYNC, GRAB_MODE_ASYNC, CURRENT_TIME)
        x.XUngrabKeyboard(display, CURRENT_TIME)
        pointer = x.XGrabPointer(display, self._root, 0, 0, GRAB_MODE_ASYNC, GRAB_MODE_ASYNC, 0, 0, CURRENT_TIME)
        x.XUngrabPointer(display, CURRENT_TIME)
        return bool(keyboard != GRAB_SUCCESS or pointer != GRAB_SUCCESS)

    def _focus_is_alive(self, windows: list[int]) -> bool:
        focus, revert = c_ulong(), c_int()
        self._x.XGetInputFocus(self._display, byref(focus), byref(revert))
        alive = {*NOWHERE, self._root, *windows, *(child for window in windows for child in self._children(window))}
        return focus.value in alive

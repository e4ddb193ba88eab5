"""Painting held back while much on the screen changes, then let go part by part.

A switch of theme, size or language changes each widget of the window. Left alone, Qt would paint the whole window after
every few of them and in one piece; so the old picture stays until the change is through, and then the parts of the
window are painted one in each turn of the loop. In the same way a page that is opened is painted in the turn after the
one in which it was built and laid out.
"""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from learnup_desktop.qt.gradual import NEXT_TURN, Gradual

_FEWEST_PARTS = 3
_hold: "PaintingHold | None" = None


class PaintingHold(QObject):
    """Holds painting back for as long as any reason to do so is left.

    Args:
        parent: ends it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reasons: set[str] = set()
        self._held: list[QWidget] = []
        self._letting_go = Gradual(self)
        self._waiting = Gradual(self)

    def hold(self, reason: str) -> None:
        """Paint nothing that is on the screen now until :meth:`release`; twice for one reason is once."""
        self._letting_go.stop()
        self._reasons.add(reason)
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                for part in _parts(window):
                    if part.updatesEnabled():
                        part.setUpdatesEnabled(False)
                        self._held.append(part)

    def hold_for_turns(self, reason: str, turns: int) -> None:
        """Hold, and release when the loop has come round so many times."""
        self.hold(reason)
        self._waiting.start(self._wait(reason, turns), at_once=False)

    def _wait(self, reason: str, turns: int) -> Iterator[object]:
        for _ in range(turns):
            yield NEXT_TURN
        self.release(reason)

    def in_next_turn(self, widget: QWidget) -> None:
        """Build and lay out what this widget shows now, and paint it when the loop has come round."""
        if widget.isVisible() and widget.updatesEnabled():
            widget.setUpdatesEnabled(False)
            self._held.append(widget)
            if not self._reasons:
                self._letting_go.start(self._let_go(), at_once=False)

    def release(self, reason: str) -> None:
        """This reason is gone; with the last one the painting begins in the next turn of the loop."""
        self._reasons.discard(reason)
        if not self._reasons and self._held:
            self._letting_go.start(self._let_go(), at_once=False)

    def _let_go(self) -> Iterator[object]:
        while self._held:
            part = self._held.pop(0)
            if isValid(part):
                part.setUpdatesEnabled(True)
                yield NEXT_TURN


def _parts(window: QWidget) -> list[QWidget]:
    """What a window consists of, from outside; the window itself where that is not much."""
    parts = [window]
    while len(parts) < _FEWEST_PARTS:
        largest = max(parts, key=lambda part: part.width() * part.height())
        inner = [
            child
            for child in largest.children()
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
        ]
        if not inner:
            break
        parts.remove(largest)
        parts += inner
    return parts


def painting() -> PaintingHold:
    """The application's; made on first use.

    Raises:
        RuntimeError: there is no application.
    """
    global _hold
    # Kept here: Qt, asked for the application's child, would have the binding make every class of its own (9 ms).
    if _hold is None or not isValid(_hold):
        application = QCoreApplication.instance()
        if application is None:
            raise RuntimeError("no application")
        _hold = PaintingHold(application)
    return _hold

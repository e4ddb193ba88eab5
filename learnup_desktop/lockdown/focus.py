"""When a loss of focus is one: a pure rule, so that what counts against a student is tested without a window system.

A window that takes the whole screen loses and regains the focus while the window manager arranges things, and so it
does for an input method's list of candidates or a system's own pop-up. None of that is a person who reads something
else. So a loss is told only after the settling time of the policy and when it has lasted the policy's minimum; then it
is told with its true beginning.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from learnup_desktop.base.clock import Clock


class FocusTurn(StrEnum):
    """What there is to tell now."""

    LOST = "lost"
    BACK = "back"


@dataclass(slots=True)
class FocusRule:
    """One sitting's focus.

    Args:
        clock: its monotonic seconds are used.
        settle_seconds: after ``settle`` nothing is told for so long; a loss that outlives it counts from then on.
        minimum_seconds: a shorter loss is not told at all.
    """

    clock: Clock
    settle_seconds: float
    minimum_seconds: float
    detail: str = ""
    _settled_at: float = field(default=float("-inf"), init=False)
    _had: bool = field(default=False, init=False)
    _lost_at: float | None = field(default=None, init=False)
    _told: bool = field(default=False, init=False)

    def settle(self) -> None:
        """The window is about to be rearranged by ourselves, or a display was plugged in or out."""
        self._settled_at = self.clock.monotonic() + self.settle_seconds

    def focused(self) -> FocusTurn | None:
        """The program has the focus; ``BACK`` when its loss had been told."""
        told, self._had, self._lost_at, self._told = self._told, True, None, False
        return FocusTurn.BACK if told else None

    def unfocused(self, detail: str = "") -> FocusTurn | None:
        """The program has no focus; what it never had it cannot lose: a screen without a window manager gives none."""
        if not self._had:
            return None
        if self._lost_at is None:
            self._lost_at = self.clock.monotonic()
            self.detail = detail
        return self.look()

    def look(self) -> FocusTurn | None:
        """Time has passed; ``LOST``, once, when the loss has lasted long enough by now."""
        wait = self.wait_seconds()
        if wait is None or wait > 0:
            return None
        self._told = True
        return FocusTurn.LOST

    def wait_seconds(self) -> float | None:
        """How long until ``look`` has something to tell if the focus stays away; None when there is nothing to wait
        for."""
        if self._lost_at is None or self._told:
            return None
        due = max(self._lost_at, self._settled_at) + self.minimum_seconds
        return max(0.0, due - self.clock.monotonic())

    def lost_seconds(self) -> float:
        """How long the focus has been away; 0 while it is here."""
        return 0.0 if self._lost_at is None else max(0.0, self.clock.monotonic() - self._lost_at)

"""The face of lockdown that a sitting sees: no Qt, so that a sitting runs and is tested without a window.

Everything here is a signal for a person to judge. Nothing blocks an answer, and nothing ends an exam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from learnup_desktop.contract.integrity import IntegrityKind

ClosingReport = Callable[[], None]
"""Called when what was reported has ended."""
Report = Callable[[IntegrityKind, str], ClosingReport]
"""Called when something begins, with its kind and a short machine word; the answer is called when it ends."""


class Certainty(StrEnum):
    """What this computer can promise."""

    SURE = "sure"
    """The operating system tells it reliably."""
    MOSTLY = "mostly"
    """Works, but can be got around or is not told in every case."""
    NOT_HERE = "not_here"
    """This system does not offer it."""


@dataclass(frozen=True, slots=True)
class Capability:
    """One row of the table that ``doctor`` and the teacher see.

    ``name`` is one of ``full_screen, on_top, focus, displays, clipboard, screenshot_key, capture_exclusion``; ``why`` a
    short machine word that explains anything but ``sure``, else empty.
    """

    name: str
    certainty: Certainty
    why: str = ""


class Lockdown(Protocol):
    """Guards one sitting at a time."""

    def engage(self, window: object, report: Report) -> None:
        """Take the screen and begin to report; a second call while engaged changes nothing.

        Args:
            window: the top-level window of the sitting.
            report: see ``Report``; called on the Qt thread.
        """
        ...

    def release(self) -> None:
        """Give everything back as it was; harmless when not engaged."""
        ...

    def display_count(self) -> int:
        """How many displays are connected now."""
        ...

    def capabilities(self) -> tuple[Capability, ...]:
        """What this computer can and cannot guarantee."""
        ...

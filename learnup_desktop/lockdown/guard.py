"""The face of lockdown that a sitting sees: no Qt, so that a sitting runs and is tested without a window.

Everything here is a signal for a person to judge. Nothing blocks an answer, and nothing ends an exam.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy

ClosingReport = Callable[[], None]
"""Called when what was reported has ended."""


class Report(Protocol):
    """Called when something begins; the answer is called when it ends."""

    def __call__(self, kind: IntegrityKind, detail: str, *, ago_ms: int = 0) -> ClosingReport:
        """Take a report.

        Args:
            kind: what it is.
            detail: a short machine word.
            ago_ms: how long before this call it began, for what is told only once it has lasted.
        """
        ...


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
    """One row of the table that ``doctor``, the student and the teacher see.

    ``name`` is one of ``capabilities.NAMES``; ``why`` a short machine word that explains anything but ``sure``, else
    empty. The words are in ``qt.computer_words``.
    """

    name: str
    certainty: Certainty
    why: str = ""


class Lockdown(Protocol):
    """Guards one sitting at a time."""

    def engage(self, window: object, report: Report, policy: ProctoringPolicy) -> None:
        """Take the screen and begin to report; a second call while engaged changes nothing.

        Args:
            window: the top-level window of the sitting.
            report: see ``Report``; called on the Qt thread.
            policy: what the exam asks for: how long a lost focus must last, which programs are listed.
        """
        ...

    def use_policy(self, policy: ProctoringPolicy) -> None:
        """Go on under other rules; harmless when not engaged."""
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

"""What became of an emergency file that a teacher brought."""

from dataclasses import dataclass
from enum import StrEnum

from learnup_desktop.base.errors import ConflictError, LearnUpError, NotFoundError, PlatformError, RefusedError
from learnup_desktop.contract.seats import EmergencyAnswer

_LARGEST_BYTES = 9_000_000
"""The contract's limit for a file in base64, less what its JSON takes."""


class Outcome(StrEnum):
    """In one word."""

    MERGED = "merged"
    """Something of it is in the journal now."""
    ASIDE = "aside"
    """It is kept beside the journal; a teacher decides what counts."""
    KNOWN = "known"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    FAILED = "failed"
    """It could not be read here, or the platform was not reached: bring it again."""


@dataclass(frozen=True, slots=True)
class Brought:
    """One file. ``answer`` is the platform's; ``error`` what went wrong where that is not the file's own fault."""

    name: str
    outcome: Outcome
    answer: EmergencyAnswer | None = None
    error: LearnUpError | None = None


def taken(name: str, answer: EmergencyAnswer) -> Brought:
    """The platform has it."""
    outcome = Outcome.MERGED if answer.appended else Outcome.ASIDE if answer.set_aside else Outcome.KNOWN
    return Brought(name, outcome, answer)


def refused(name: str, error: LearnUpError) -> Brought:
    """The platform has not."""
    if isinstance(error, NotFoundError):
        return Brought(name, Outcome.FOREIGN)
    if isinstance(error, RefusedError) or (isinstance(error, ConflictError) and _is_chain(error)):
        return Brought(name, Outcome.DAMAGED)
    return Brought(name, Outcome.FAILED, error=error)


def may_be_one(size: int) -> bool:
    """Whether a file of so many bytes can be sent at all."""
    return 0 < size <= _LARGEST_BYTES


def _is_chain(error: PlatformError) -> bool:
    return error.platform_code.startswith("attempt.chain")

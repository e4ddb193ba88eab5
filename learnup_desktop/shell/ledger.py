"""What the ledger lists: every write of this computer, where it stands and what the platform gave for it.

Whoever wires the program gives a :class:`LedgerProvider`; :mod:`learnup_desktop.shell.ledger_panel` shows it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class LedgerState(StrEnum):
    """State of one local write."""

    SAVED_HERE = "saved_here"
    SENDING = "sending"
    ACKNOWLEDGED = "acknowledged"
    NEEDS_ATTENTION = "needs_attention"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One local write.

    Attributes:
        identifier: of the operation.
        title: what it was, in the user's language: "Answer to question 7".
        at: when it was written here.
        state: where it stands.
        detail: why it waits or was refused, in words.
        receipt: what the platform signed or acknowledged, shortened for people; empty before that.
    """

    identifier: str
    title: str
    at: datetime
    state: LedgerState
    detail: str = ""
    receipt: str = ""


class LedgerProvider(Protocol):
    """Where the ledger comes from."""

    async def entries(self) -> Sequence[LedgerEntry]:
        """Local writes, newest first.

        Raises:
            StorageError: the local database refused.
        """

    async def export(self, target: Path) -> None:
        """Write everything, bodies included, to a file that a teacher or support can read.

        Raises:
            StorageError: the file cannot be written.
        """

    async def retry(self, identifier: str) -> None:
        """Send a refused write again."""

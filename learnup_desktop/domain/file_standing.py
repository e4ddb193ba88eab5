"""How a piece of material stands on a computer, in the words of every page that lists some."""

from dataclasses import dataclass
from enum import StrEnum

from learnup_desktop.domain.downloads import Hold


class FileState(StrEnum):
    """Where a file is."""

    ONLINE = "online"
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"
    HERE = "here"
    UPDATING = "updating"


@dataclass(frozen=True, slots=True)
class FileStanding:
    """How it stands.

    Attributes:
        arrived: bytes of it that are here, of ``material.size_bytes``.
        hold: why it waits, None when only for its turn.
        error: why it failed: a code of the error tree or a reason of the download queue.
    """

    state: FileState
    arrived: int = 0
    hold: Hold | None = None
    error: str | None = None

    @property
    def readable(self) -> bool:
        """Whether it can be opened with no network."""
        return self.state in (FileState.HERE, FileState.UPDATING)

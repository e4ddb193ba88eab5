"""What a sitting is made of and what it tells, apart from its controller so that pages and tests can name it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.exams import ExamSummary, Head, LogAnswer, Paper, Receipt
from learnup_desktop.domain.exam_timing import ClockSample
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.work import WorkDesk


class SittingTopic(StrEnum):
    """What changed."""

    ANSWERS = "answers"
    QUESTION = "question"
    SAVED = "saved"
    TIME = "time"
    STATE = "state"
    FLAGS = "flags"
    CAMERA = "camera"
    SECTION = "section"


class ServerNow(Protocol):
    """What is used of ``sync.server_clock.PlatformClock``."""

    def now(self) -> datetime:
        """Server time."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow."""
        ...

    @property
    def error_ms(self) -> int | None:
        """How wrong ``now`` may be; None before the platform was heard."""
        ...

    def subscribe(self, listener: Callable[[ClockSample], None]) -> Callable[[], None]:
        """Each sample that comes into use."""
        ...


class Pump(Protocol):
    """What is used of ``sync.journal_pump.JournalPump``: sends what is appended, in order, and knows what has arrived.

    ``on_acknowledged`` is called with the platform's answer after each batch, ``on_mended`` when entries have moved in
    the chain, ``on_lease_lost`` when another device has the seat.
    """

    on_acknowledged: Callable[[LogAnswer], None]
    on_mended: Callable[[], None]
    on_lease_lost: Callable[[], None]

    def start(self) -> None: ...
    async def flush(self) -> Head: ...
    async def submit(self) -> Receipt: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class SavedState:
    """What the saved pill says.

    Attributes:
        place: of the answer that is least safe.
        seconds: since the newest answer got as far as ``place`` says; None before the first answer.
        fault: why the journal refuses, None when it does not.
    """

    place: Place
    seconds: float | None
    fault: LearnUpError | None


@dataclass(frozen=True, slots=True)
class SittingPaper:
    """The opened paper, who sits it, and where drawings and photographs go (None: nowhere)."""

    exam: ExamSummary
    paper: Paper
    images: Mapping[str, bytes]
    student_name: str
    index_number: str | None = None
    work: WorkDesk | None = None

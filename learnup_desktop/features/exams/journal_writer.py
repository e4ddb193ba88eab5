"""Puts everything a sitting records into the journal, in order, without a keystroke ever waiting for it.

An answer being typed is held back a moment, so that an essay is not one entry a letter, but never so long that more
than two seconds could be lost. When the disk refuses, what was written stays here, the person is told, and it is
tried again until it goes.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import cancel_and_wait, wait_at_most
from learnup_desktop.contract.exams import Answer, EntryKind, JournalEntry

_log = get_logger(__name__)

IDLE_SECONDS = 0.25
"""An answer goes to the journal this long after its last change; with a slow disk's fsync it is there within 0.5 s."""
LONGEST_SECONDS = 1.2
"""... and this long after its first unwritten change even while typing goes on, to be there within 2 s."""
RETRY_SECONDS = (0.5, 1.0, 2.0, 5.0)
"""Waits between attempts while the disk refuses; the last one repeats."""


class JournalAppend(Protocol):
    """The one thing the writer needs of ``store.journal.JournalStore``."""

    async def append(self, attempt_id: str, kind: EntryKind, at_ms: int, body: dict[str, object]) -> JournalEntry:
        """Chain and fsync an entry."""
        ...


@dataclass(slots=True)
class _Pending:
    kind: EntryKind
    at_ms: int
    body: dict[str, object]
    question_id: str = ""


@dataclass(slots=True)
class _Draft:
    answer: Answer
    at_ms: int
    first: float
    last: float

    @property
    def due(self) -> float:
        return min(self.last + IDLE_SECONDS, self.first + LONGEST_SECONDS)


class JournalWriter:
    """One attempt's way into the journal.

    Args:
        journal: where entries go.
        attempt_id: whose journal.
        now_ms: server time in epoch milliseconds.
        on_written: called with each entry once it is fsynced.
        on_fault: called with the error when the journal refuses, and with None when it takes entries again.
    """

    def __init__(
        self,
        journal: JournalAppend,
        attempt_id: str,
        now_ms: Callable[[], int],
        on_written: Callable[[JournalEntry], None],
        on_fault: Callable[[LearnUpError | None], None],
    ) -> None:
        self._journal = journal
        self._attempt_id = attempt_id
        self._now_ms = now_ms
        self._on_written = on_written
        self._on_fault = on_fault
        self._drafts: dict[str, _Draft] = {}
        self._queue: deque[_Pending] = deque()
        self._wake = asyncio.Event()
        self._empty = asyncio.Event()
        self._empty.set()
        self._task: asyncio.Task[None] | None = None
        self._failures = 0

    def start(self) -> None:
        """Begin writing; on a running loop."""
        if self._task is None:
            self._task = asyncio.create_task(self._run(), name=f"journal-writer-{self._attempt_id}")

    def answer(self, question_id: str, answer: Answer, *, at_once: bool = False) -> None:
        """Take the newest answer to a question; returns at once. ``at_once`` for what is not typed but chosen."""
        now = asyncio.get_running_loop().time()
        draft = self._drafts.get(question_id)
        first = draft.first if draft is not None else now
        self._drafts[question_id] = _Draft(answer, self._now_ms(), first, now)
        self._empty.clear()
        if at_once:
            self._promote(question_id)
        self._wake.set()

    def record(self, kind: EntryKind, body: dict[str, object]) -> None:
        """Take any other entry; answers typed before it are put before it."""
        self._promote_all()
        self._queue.append(_Pending(kind, self._now_ms(), body))
        self._empty.clear()
        self._wake.set()

    @property
    def idle(self) -> bool:
        """Whether everything is in the journal."""
        return not self._drafts and not self._queue

    async def drain(self) -> None:
        """Return when everything taken so far is in the journal; as long as the disk refuses, this waits."""
        self._promote_all()
        self._wake.set()
        await self._empty.wait()

    async def close(self, seconds: float = 3.0) -> bool:
        """Write what there is, but no longer than ``seconds``; False when something could not be written."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self.drain()
        task, self._task = self._task, None
        await cancel_and_wait(task)
        return self.idle

    # --- the writing task --------------------------------------------------------------------------------------------

    def _promote(self, question_id: str) -> None:
        """From held back to waiting its turn; an older answer of the question that nobody began to write gives way."""
        draft = self._drafts.pop(question_id)
        stale = next((item for item in list(self._queue)[1:] if item.question_id == question_id), None)
        if stale is not None:
            self._queue.remove(stale)
        body: dict[str, object] = {"questionId": question_id, "answer": draft.answer.to_wire()}
        self._queue.append(_Pending(EntryKind.ANSWER, draft.at_ms, body, question_id))

    def _promote_all(self) -> None:
        for question_id in list(self._drafts):
            self._promote(question_id)

    def _promote_due(self) -> float | None:
        """Promote what is due; seconds until the next is, None when nothing is held back."""
        now = asyncio.get_running_loop().time()
        for question_id in [key for key, draft in self._drafts.items() if draft.due <= now]:
            self._promote(question_id)
        return min((draft.due - now for draft in self._drafts.values()), default=None)

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            wait = self._promote_due()
            if self._queue:
                await self._write_first()
                continue
            if wait is None:
                self._empty.set()
            await wait_at_most(self._wake, wait)

    async def _write_first(self) -> None:
        pending = self._queue[0]
        try:
            entry = await self._journal.append(self._attempt_id, pending.kind, pending.at_ms, pending.body)
        except LearnUpError as error:
            delay = RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
            if self._failures == 0:
                _log.error("the journal refuses (%s: %s); kept in memory and tried again", error.code, error)
            self._failures += 1
            self._on_fault(error)
            await asyncio.sleep(delay)
            return
        self._queue.popleft()
        if self._failures:
            self._failures = 0
            self._on_fault(None)
        self._on_written(entry)

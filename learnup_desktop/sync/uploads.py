"""All attempts that still have something to send, so that closing the window in mid-upload loses nothing."""

from typing import TYPE_CHECKING

from learnup_desktop.sync.journal_pump import JournalPump
from learnup_desktop.sync.receipts import SigningKey
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.state import SyncStateTracker

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.journal import JournalStore


class AttemptUploads:
    """One pump an attempt, shared by the sitting and by what was left over from an earlier run."""

    def __init__(
        self,
        journal: "JournalStore",
        exams: "ExamsApi",
        key: SigningKey,
        state: SyncStateTracker | None = None,
        clock: PlatformClock | None = None,
    ) -> None:
        self._journal = journal
        self._exams = exams
        self._key = key
        self._state = state
        self._clock = clock
        self._pumps: dict[str, JournalPump] = {}

    def pump(self, attempt_id: str) -> JournalPump:
        """The pump of an attempt, made when there is none; not started by this."""
        held = self._pumps.get(attempt_id)
        if held is None:
            held = JournalPump(self._journal, self._exams, attempt_id, self._key, self._state, self._clock)
            self._pumps[attempt_id] = held
        return held

    async def start_waiting(self) -> list[str]:
        """Start a pump for each attempt with entries the platform does not hold; returns their ids."""
        started = []
        for meta in await self._journal.attempts():
            if await self._journal.receipt(meta.attempt_id) is not None:
                continue
            progress = await self._journal.progress(meta.attempt_id)
            if progress.waiting:
                self.pump(meta.attempt_id).start(keep_alive=False)
                started.append(meta.attempt_id)
        return started

    def wake(self) -> None:
        """The network is back."""
        for pump in self._pumps.values():
            pump.wake()

    async def close(self) -> None:
        """Stop all pumps."""
        pumps = list(self._pumps.values())
        self._pumps.clear()
        for pump in pumps:
            await pump.close()

"""What the state pill shows: one small value merged from everything that sends or fetches."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from learnup_desktop.base.background import Listeners
from learnup_desktop.store.records import OutboxCounts


@dataclass(frozen=True, slots=True)
class SyncState:
    """Where everything that was written here stands.

    Attributes:
        online: whether the platform answers.
        signed_in: False when the session has ended and only signing in again can send what waits.
        saving: writes on their way now.
        waiting: writes that are safe here and wait for the network; each journal entry counts as one.
        attention: writes that the platform refused, kept for a person to look at.
        as_of: when the platform last answered a pull, by this PC's clock.
    """

    online: bool = False
    signed_in: bool = True
    saving: int = 0
    waiting: int = 0
    attention: int = 0
    as_of: datetime | None = None


class SyncStateTracker:
    """Keeps the state; whoever sends or fetches reports here, whoever shows subscribes."""

    def __init__(self) -> None:
        self._state = SyncState()
        self._outbox = OutboxCounts()
        self._sending = 0
        self._journals: dict[str, tuple[int, bool]] = {}
        self._listeners: Listeners[SyncState] = Listeners()

    @property
    def state(self) -> SyncState:
        """The state now."""
        return self._state

    def subscribe(self, listener: Callable[[SyncState], None]) -> Callable[[], None]:
        """Call ``listener`` with the state at each change. Returns how to stop."""
        return self._listeners.subscribe(listener)

    def set_online(self, online: bool) -> None:
        """The platform was reached, or was not; give this to ``Transport.on_reached``."""
        self._change(online=online)

    def set_signed_in(self, signed_in: bool) -> None:
        """The session ended, or somebody signed in again."""
        self._change(signed_in=signed_in)

    def set_as_of(self, moment: datetime | None) -> None:
        """When the cache last agreed with the platform."""
        self._change(as_of=moment)

    def set_outbox(self, counts: OutboxCounts, sending: int = 0) -> None:
        """What the outbox holds, and how many of it are on their way."""
        self._outbox, self._sending = counts, sending
        self._merge()

    def set_journal(self, attempt_id: str, waiting: int, *, stuck: bool = False) -> None:
        """Entries of an attempt the platform does not hold; ``stuck`` when a person must act (the seat was lost)."""
        if waiting or stuck:
            self._journals[attempt_id] = (waiting, stuck)
        else:
            self._journals.pop(attempt_id, None)
        self._merge()

    def _merge(self) -> None:
        journal_waiting = sum(waiting for waiting, stuck in self._journals.values() if not stuck)
        stuck = sum(stuck for _, stuck in self._journals.values())
        total = self._outbox.waiting + journal_waiting
        saving = min(total, self._sending + journal_waiting) if self._state.online else 0
        self._change(saving=saving, waiting=total - saving, attention=self._outbox.attention + stuck)

    def _change(self, **changes: Any) -> None:
        changed = replace(self._state, **changes)
        if changed == self._state:
            return
        came_or_went = changed.online != self._state.online
        self._state = changed
        if came_or_went:
            self._merge()
        self._listeners.tell(self._state)

"""Events to clients, held back until the transaction they belong to has committed.

Nothing may be told about a change that could still be rolled back; and nothing a client needs depends on an event
arriving, so an event that is lost after the commit does no harm.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.realtime import ServerEvent
from learnup_desktop.contract.wire import WireModel

AfterCommit = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Emission:
    """One event to everybody in a Socket.IO room (``realtime`` names the rooms)."""

    room: str
    event: ServerEvent
    payload: dict[str, object]


@dataclass(slots=True)
class PendingEvents:
    """What a session has to say once it is committed."""

    emissions: list[Emission] = field(default_factory=list)
    actions: list[AfterCommit] = field(default_factory=list)


def pending_events(session: AsyncSession) -> PendingEvents:
    """What is waiting for the commit of ``session``."""
    pending: PendingEvents = session.info.setdefault("learnup_events", PendingEvents())
    return pending


def publish(session: AsyncSession, room: str, event: ServerEvent, payload: WireModel) -> None:
    """Send ``event`` to ``room`` once ``session`` has committed; never when it rolls back."""
    pending_events(session).emissions.append(Emission(room, event, payload.to_wire()))


def after_commit(session: AsyncSession, action: AfterCommit) -> None:
    """Await ``action`` once ``session`` has committed, before the answer goes out."""
    pending_events(session).actions.append(action)


Emit = Callable[[Emission], Awaitable[None]]


class EventHub:
    """Hands the pending events of a committed session to whoever carries them (the Socket.IO server)."""

    def __init__(self) -> None:
        self._carriers: list[Emit] = []

    def add_carrier(self, emit: Emit) -> None:
        """From now on ``emit`` gets every emission."""
        self._carriers.append(emit)

    async def dispatch(self, session: AsyncSession) -> None:
        """Send what ``session`` left; to be called after its commit."""
        pending = pending_events(session)
        emissions, actions = list(pending.emissions), list(pending.actions)
        pending.emissions.clear()
        pending.actions.clear()
        for action in actions:
            await action()
        for emission in emissions:
            for emit in self._carriers:
                await emit(emission)

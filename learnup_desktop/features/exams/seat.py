"""Asking for the seat of an attempt that is open on another computer, until somebody decides or that one is silent."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from enum import StrEnum

from learnup_desktop.base.errors import LearnUpError, NetworkError
from learnup_desktop.contract.seats import TakeoverAnswer

ASK_EVERY_SECONDS = 4.0


class SeatState(StrEnum):
    """How asking stands."""

    ASKING = "asking"
    WAITING = "waiting"
    REFUSED = "refused"
    GRANTED = "granted"


class SeatAsking:
    """One question for one attempt.

    Args:
        attempt_id: whose seat.
        ask: asks the platform once.

    Attributes:
        state: how it stands.
        held_by: name of the computer that has the seat.
        free_at: when that computer will have been silent for long enough, if it stays so.
        error: why the last question was not answered.
        on_change: called when any of these has changed.
    """

    def __init__(self, attempt_id: str, ask: Callable[[], Awaitable[TakeoverAnswer]]) -> None:
        self.attempt_id = attempt_id
        self.state = SeatState.ASKING
        self.held_by = ""
        self.free_at: datetime | None = None
        self.error: LearnUpError | None = None
        self.on_change: Callable[[], None] = lambda: None
        self._ask = ask

    async def run(self) -> bool:
        """Ask until it is decided; whether this computer has the seat now.

        Raises:
            PlatformError: the attempt is over, or is not this student's.
        """
        while True:
            try:
                answer = await self._ask()
            except NetworkError as error:
                self.error = error
            else:
                self.error = None
                self.held_by, self.free_at = answer.held_by, answer.free_at
                self.state = _state_of(answer)
            self.on_change()
            if self.state in (SeatState.GRANTED, SeatState.REFUSED):
                return self.state is SeatState.GRANTED
            await asyncio.sleep(ASK_EVERY_SECONDS)


def _state_of(answer: TakeoverAnswer) -> SeatState:
    if answer.granted:
        return SeatState.GRANTED
    return SeatState.REFUSED if answer.refused else SeatState.WAITING

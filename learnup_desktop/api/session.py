"""A signed-in session: one refresh for all who wait, and a lost answer to it does not sign anybody out."""

import asyncio
import hashlib
import uuid
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from learnup_desktop.api.tokens import TokenKeeper
from learnup_desktop.base.clock import Clock
from learnup_desktop.base.errors import SessionEndedError
from learnup_desktop.base.tokens import Tokens

if TYPE_CHECKING:
    from learnup_desktop.contract.auth import TokenPair

AskForTokens = Callable[[str, str], "Awaitable[TokenPair]"]
"""Sends a refresh token with an idempotency key."""


KEEPING_SECONDS = 5.0
"""A system's keyring may wait for somebody to unlock it; closing does not."""


class Session:
    """The tokens of one transport.

    Attributes:
        on_ended: called once when the platform no longer accepts the refresh token.
    """

    def __init__(self, keeper: TokenKeeper, clock: Clock, ask: AskForTokens) -> None:
        self.keeper = keeper
        self.on_ended: Callable[[], None] | None = None
        self._clock = clock
        self._ask = ask
        self._refreshing: asyncio.Task[Tokens] | None = None

    async def access_token(self, *, minimum_seconds: float) -> str:
        """An access token with so much life left, by this PC's clock, refreshed when needed.

        Raises:
            SessionEndedError: signed out.
            NetworkError, PlatformError: it could not be refreshed.
        """
        tokens = self.keeper.current
        if tokens is None:
            raise SessionEndedError("signed out")
        ends = tokens.expires_at
        if tokens.access and (ends is None or ends - self._clock.utc_now() > timedelta(seconds=minimum_seconds)):
            return tokens.access
        return (await self.renew(tokens.access)).access

    async def accept(self, pair: "TokenPair") -> Tokens:
        """Persist and use a pair the platform has just given."""
        expires_at = self._clock.utc_now() + timedelta(seconds=pair.expires_in)
        tokens = Tokens(pair.access_token, pair.refresh_token, expires_at)
        await self.keeper.set(tokens)
        return tokens

    async def renew(self, used: str) -> Tokens:
        """A newer pair than that of access token ``used``: one request, however many ask.

        Raises:
            SessionEndedError: the refresh token is not accepted; the session is over.
            NetworkError, PlatformError: it could not be asked; the session stays.
        """
        current = self.keeper.current
        if current is None:
            raise SessionEndedError("signed out")
        if current.access != used:
            return current
        if self._refreshing is None:
            self._refreshing = asyncio.create_task(self._renew_now(current), name="token refresh")
            self._refreshing.add_done_callback(self._over)
        return await asyncio.shield(self._refreshing)

    async def close(self) -> None:
        """Wait for a refresh under way, whose request the transport has ended: tokens that came are still kept."""
        refreshing = self._refreshing
        if refreshing is not None:
            _, slow = await asyncio.wait((refreshing,), timeout=KEEPING_SECONDS)
            for task in slow:
                task.cancel()

    def _over(self, task: "asyncio.Task[Tokens]") -> None:
        self._refreshing = None
        if not task.cancelled():
            task.exception()  # who waited has it; when all of them were cancelled, nobody needs it

    async def _renew_now(self, current: Tokens) -> Tokens:
        # The same key for the same token: when an answer is lost on the way, the repeat gets that answer again instead
        # of being taken for a stolen token. Hashed first, since keys show up in logs.
        key = str(uuid.uuid5(uuid.NAMESPACE_OID, hashlib.sha256(current.refresh.encode()).hexdigest()))
        try:
            pair = await self._ask(current.refresh, key)
        except SessionEndedError:
            await self.keeper.set(None)
            if self.on_ended is not None:
                self.on_ended()
            raise
        return await self.accept(pair)

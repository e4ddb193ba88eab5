"""The tokens in use. Who persists them is told before a new pair is used: a crash never loses a rotated one."""

from collections.abc import Awaitable, Callable

from learnup_desktop.base.tokens import Tokens

TokensChanged = Callable[[Tokens | None], Awaitable[None]]


class TokenKeeper:
    """Holds one account's tokens for the transport and the real-time connection.

    Args:
        tokens: what the vault had, None when signed out.
        on_change: awaited with each new pair, or None after sign-out or when the session has ended.
    """

    def __init__(self, tokens: Tokens | None = None, on_change: TokensChanged | None = None) -> None:
        self._tokens = tokens
        self._on_change = on_change

    @property
    def current(self) -> Tokens | None:
        """The pair in use, None when signed out."""
        return self._tokens

    def persist_with(self, on_change: TokensChanged | None) -> None:
        """Say who persists from now on; after sign-in, when the account is known."""
        self._on_change = on_change

    async def set(self, tokens: Tokens | None) -> None:
        """Persist, then use."""
        if self._on_change is not None:
            await self._on_change(tokens)
        self._tokens = tokens

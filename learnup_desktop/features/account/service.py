"""Use cases of one's own account: who, which devices are signed in, what is not sent yet, a new password."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnup_desktop.contract.auth import Account, SessionInfo

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.store.outbox import Outbox
    from learnup_desktop.store.records import KnownAccount

MINIMUM_PASSWORD = 8
"""The contract's bound on a new password."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What is only on this computer."""

    waiting: int
    attention: int

    @property
    def total(self) -> int:
        """Operations that signing out would leave here."""
        return self.waiting + self.attention


class AccountService:
    """One signed-in account.

    Args:
        known: the account as this computer remembers it.
        client: the platform.
        outbox: own writes.
        keyring: whether the sign-in survives the program's end.
    """

    def __init__(
        self, known: "KnownAccount", client: "PlatformClient", outbox: "Outbox", keyring: Callable[[], bool]
    ) -> None:
        self.known = known
        self._client = client
        self._outbox = outbox
        self._keyring = keyring

    @property
    def stays_signed_in(self) -> bool:
        """Whether this computer has a keyring that keeps the sign-in."""
        return self._keyring()

    async def me(self) -> Account:
        """Who is signed in, by the platform.

        Raises:
            LearnUpError: not reached, or signed out.
        """
        return await self._client.auth.me()

    async def sessions(self) -> list[SessionInfo]:
        """Signed-in devices, this one first, then by last use.

        Raises:
            LearnUpError: not reached, or signed out.
        """
        sessions = await self._client.auth.sessions()
        return sorted(sessions, key=lambda item: (not item.current, -item.last_seen_at.timestamp()))

    async def end_session(self, session_id: str) -> None:
        """Sign another device out.

        Raises:
            LearnUpError: not reached, or refused.
        """
        await self._client.auth.end_session(session_id)

    async def change_password(self, current: str, new: str) -> None:
        """Change the password; other devices are signed out by the platform.

        Raises:
            SignInError: the current one is wrong.
            RefusedError: the new one is too weak.
            LearnUpError: not reached.
        """
        await self._client.auth.change_password(current, new)

    async def pending(self) -> Pending:
        """What signing out would leave on this computer, unsent.

        Raises:
            StorageError: the store cannot be read.
        """
        counts = await self._outbox.counts()
        return Pending(counts.waiting, counts.attention)

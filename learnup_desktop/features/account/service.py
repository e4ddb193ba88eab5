"""Use cases of one's own account: who, which devices are signed in, what is not sent yet, a new password."""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import NotFoundError
from learnup_desktop.contract.auth import Account, SessionInfo

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.store.records import KnownAccount

MINIMUM_PASSWORD = 8
"""The contract's bound on a new password."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What is only on this computer.

    Attributes:
        waiting: operations that will be sent.
        attention: operations that the platform refused.
        entries: of exams' journals, which the platform has not acknowledged.
    """

    waiting: int
    attention: int
    entries: int = 0

    @property
    def total(self) -> int:
        """Things that signing out would leave here."""
        return self.waiting + self.attention + self.entries


class AccountService:
    """One signed-in account.

    Args:
        known: the account as this computer remembers it.
        client: the platform.
        store: own writes.
        keyring: whether the sign-in survives the program's end.
        keep_password: keeps what recognises a new password while the platform is away.
    """

    def __init__(
        self,
        known: "KnownAccount",
        client: "PlatformClient",
        store: "AccountStore",
        keyring: Callable[[], bool],
        keep_password: Callable[[str], Awaitable[None]],
    ) -> None:
        self.known = known
        self._client = client
        self._store = store
        self._keyring = keyring
        self._keep_password = keep_password

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
        """Sign another device out; one that is signed out already is no error.

        Raises:
            LearnUpError: not reached, or refused.
        """
        with contextlib.suppress(NotFoundError):
            await self._client.auth.end_session(session_id)

    async def change_password(self, current: str, new: str) -> None:
        """Change the password; other devices are signed out by the platform. From then on it opens this computer too.

        Raises:
            SignInError: the current one is wrong.
            RefusedError: the new one is too weak.
            StorageError: changed, but without a network this computer still opens with the old one.
            LearnUpError: not reached.
        """
        await self._client.auth.change_password(current, new)
        await self._keep_password(new)

    async def pending(self) -> Pending:
        """What signing out would leave on this computer, unsent.

        Raises:
            StorageError: the store cannot be read.
        """
        counts = await self._store.outbox.counts()
        journal, entries = self._store.journal, 0
        for meta in await journal.attempts():
            if await journal.receipt(meta.attempt_id) is None:
                entries += (await journal.progress(meta.attempt_id)).waiting
        return Pending(counts.waiting, counts.attention, entries)

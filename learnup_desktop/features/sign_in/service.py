"""Use cases of signing in: who the server is, whether it is still the same one, the password, and the way in offline.

The server's signing key is pinned when an account first signs in: it proves receipts, so a server that shows another
key is not silently believed. Without a network the password that last worked opens what is on this computer; only a
scrypt verifier of it is kept, beside the account's files.
"""

import asyncio
import hashlib
import hmac
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.addresses import normalise_address
from learnup_desktop.base.errors import InsecureConnectionError, ProtocolError, SignInError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.contract.auth import Account, LoginRequest
from learnup_desktop.contract.system import DemoAccount, WellKnown

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.store.accounts import KnownAccounts
    from learnup_desktop.store.records import KnownAccount

VERIFIER_FILE = "verifier.json"
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**14, 8, 1
"""scrypt's cost for interactive use (RFC 7914, section 2, and Percival 2009): 16 MB and about 50 ms."""


class ServerKeyChangedError(InsecureConnectionError):
    """The server shows another signing key than when this account signed in first."""

    key = "error.server_key_changed"
    code = "LU-114"


class NotOnThisComputerError(SignInError):
    """There is no network, and this account never signed in on this computer."""

    key = "error.not_on_this_computer"
    code = "LU-213"


class Trust(StrEnum):
    """What this computer knows about a server's key."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Server:
    """A platform that answered."""

    url: str
    name: str
    signing_key_id: str
    signing_key: bytes
    demo_accounts: tuple[DemoAccount, ...]
    trust: Trust
    time_zone: str = ""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A session on the platform; whoever gets it owns the client and closes it."""

    server: Server
    account: Account
    client: "PlatformClient"


class SignInService:
    """Signs in.

    Args:
        accounts: who signed in on this computer before.
        connect: makes a client for an address, without tokens.
        device_id: this computer, as the platform knows it.
    """

    def __init__(
        self, accounts: "KnownAccounts", connect: Callable[[str], "PlatformClient"], device_id: Callable[[], str]
    ) -> None:
        self._accounts = accounts
        self._connect = connect
        self._device_id = device_id

    # -- the server ---------------------------------------------------------------------------------------------------

    def known(self, address: str) -> "list[KnownAccount]":
        """Accounts of a server that signed in here before, last used first; none for what is no address."""
        try:
            return self._accounts.of_server(address)
        except ValueError:
            return []

    def known_account(self, address: str, username: str) -> "KnownAccount | None":
        """The account that signed in here before under this name."""
        try:
            return self._accounts.find(address, username.strip())
        except ValueError:
            return None

    async def look_at(self, address: str) -> Server:
        """Ask a server who it is.

        Raises:
            ProtocolError: no address, or not a LearnUp platform.
            PlatformTooOldError, ClientTooOldError: it and this client do not fit.
            NetworkError: it was not reached, or its certificate is not trusted.
        """
        client = self._connect(_checked(address))
        try:
            return self._server(client.transport.base_url, await client.system.well_known())
        finally:
            await client.close()

    def _server(self, url: str, said: WellKnown) -> Server:
        pinned = next((item.signing_key for item in self.known(url) if item.signing_key), b"")
        trust = Trust.NEW if not pinned else Trust.SAME if pinned == said.signing_key else Trust.CHANGED
        return Server(
            url, said.name, said.signing_key_id, said.signing_key, tuple(said.demo_accounts), trust, said.time_zone
        )

    # -- the password -------------------------------------------------------------------------------------------------

    async def sign_in(self, address: str, username: str, password: str, *, trust_new_key: bool = False) -> SignedIn:
        """Sign in on the platform and remember account, server and password verifier on this computer.

        Args:
            trust_new_key: the person has said that a changed key is right; it is pinned in place of the old one.

        Raises:
            ServerKeyChangedError: another key than the pinned one, and not told to trust it. Nothing was sent.
            SignInError, AccountLockedError: wrong password, or too many of them.
            ProtocolError, PlatformTooOldError, ClientTooOldError, NetworkError: as for :meth:`look_at`.
            StorageError: what must be remembered could not be written.
        """
        client = self._connect(_checked(address))
        try:
            server = self._server(client.transport.base_url, await client.system.well_known())
            if server.trust is Trust.CHANGED and not trust_new_key:
                raise ServerKeyChangedError(server=server.name or server.url)
            request = LoginRequest(
                username=username.strip(),
                password=password,
                device_id=self._device_id(),
                device_name=socket.gethostname()[:120],
            )
            pair = await client.auth.login(request)
            await self._remember(server, pair.account, password)
        except BaseException:
            await client.close()
            raise
        return SignedIn(server, pair.account, client)

    async def _remember(self, server: Server, account: Account, password: str) -> None:
        from learnup_desktop.store.accounts import account_key
        from learnup_desktop.store.records import KnownAccount

        key = account_key(server.url, account.id)
        known = KnownAccount(
            key=key,
            server_url=server.url,
            server_name=server.name,
            account_id=account.id,
            username=account.username,
            name=account.name,
            role=account.role.value,
            language=account.language,
            last_used=datetime.now(UTC),
            signing_key_id=server.signing_key_id,
            signing_key=server.signing_key,
        )
        if server.trust is Trust.CHANGED:
            # The list keeps a pinned key; the person has just said that the new one is right, for the whole server.
            for other in self.known(server.url):
                await self._accounts.forget(other.key)
                await self._accounts.remember(
                    replace(other, signing_key=server.signing_key, signing_key_id=server.signing_key_id)
                )
        await self._accounts.remember(known)
        await asyncio.to_thread(write_verifier, self._accounts.folder_of(key), password)

    # -- a lost password ----------------------------------------------------------------------------------------------

    async def send_code(self, address: str, username: str) -> None:
        """Ask for a code by e-mail; nobody is told whether there is such an account.

        Raises:
            ProtocolError, NetworkError, PlatformError: it was not asked for.
        """
        client = self._connect(_checked(address))
        try:
            await client.auth.forgot_password(username.strip())
        finally:
            await client.close()

    async def set_lost_password(self, address: str, username: str, code: str, password: str) -> None:
        """Set a new password by the code from the letter.

        Raises:
            RefusedError: the code is wrong or too old, or the password is too weak.
            AccountLockedError: too many wrong codes.
            ProtocolError, NetworkError: it was not set.
        """
        client = self._connect(_checked(address))
        try:
            await client.auth.reset_password(username.strip(), code.strip(), password)
        finally:
            await client.close()

    # -- without a network --------------------------------------------------------------------------------------------

    async def open_offline(self, address: str, username: str, password: str) -> "KnownAccount":
        """The account whose data on this computer may be shown, by the password that last worked.

        Raises:
            NotOnThisComputerError: it never signed in here.
            SignInError: not that password.
        """
        known = self.known_account(address, username)
        if known is None:
            raise NotOnThisComputerError(username=username)
        fits = await asyncio.to_thread(check_verifier, self._accounts.folder_of(known.key), password)
        if not fits:
            raise SignInError("not the password that last worked here")
        return await self._accounts.remember(replace(known, last_used=datetime.now(UTC)))


def _checked(address: str) -> str:
    try:
        return normalise_address(address)
    except ValueError as error:
        raise ProtocolError(f"not an address: {address!r}", reason="address") from error


def write_verifier(folder: Path, password: str) -> None:
    """Keep a salted scrypt verifier of a password that the platform has just accepted.

    Raises:
        StorageError: not written.
    """
    salt = os.urandom(16)
    document = {"scheme": "scrypt", "n": SCRYPT_N, "salt": salt.hex(), "hash": _scrypt(password, salt, SCRYPT_N).hex()}
    write_atomically(folder / VERIFIER_FILE, json.dumps(document).encode())


def check_verifier(folder: Path, password: str) -> bool:
    """Whether the password is the one that last worked; False when none is kept or the file is damaged."""
    try:
        document = json.loads((folder / VERIFIER_FILE).read_bytes())
        salt, wanted, cost = bytes.fromhex(document["salt"]), bytes.fromhex(document["hash"]), int(document["n"])
        if cost != SCRYPT_N:
            return False
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return hmac.compare_digest(_scrypt(password, salt, cost), wanted)


def _scrypt(password: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=cost, r=SCRYPT_R, p=SCRYPT_P, maxmem=64 * 1024 * 1024)

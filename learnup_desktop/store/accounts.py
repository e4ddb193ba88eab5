"""Which accounts signed in on this computer, and which computer this is: small JSON beside the accounts' folders."""

import asyncio
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from learnup_desktop.base.addresses import normalise_address
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.ids import uuid7
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.records import KnownAccount

_log = get_logger(__name__)


def account_key(server_url: str, account_id: str) -> str:
    """``<server-hash>/<account-id>``: the account's folder below ``accounts/`` and its name in the vault.

    Raises:
        ValueError: not the address of a server, or an id that is no plain name.
    """
    if (
        not account_id
        or account_id.startswith(".")
        or not all(part.isalnum() for part in account_id.split("-") if part)
    ):
        raise ValueError("an account id is letters, digits and hyphens")
    server = hashlib.sha256(normalise_address(server_url).encode()).hexdigest()[:16]
    return f"{server}/{account_id}"


class KnownAccounts:
    """The list in ``<folder>/accounts.json``. It holds no secret.

    A file that cannot be read is moved aside and the list begins empty: the accounts' own folders are untouched, and
    signing in again finds them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / "accounts.json"
        self._accounts: dict[str, KnownAccount] | None = None

    def all(self) -> list[KnownAccount]:
        """Known accounts, last used first."""
        return sorted(self._load().values(), key=lambda account: account.last_used, reverse=True)

    def get(self, key: str) -> KnownAccount | None:
        """One account by its key."""
        return self._load().get(key)

    def of_server(self, server_url: str) -> list[KnownAccount]:
        """Accounts of one server, last used first."""
        address = normalise_address(server_url)
        return [account for account in self.all() if account.server_url == address]

    def find(self, server_url: str, username: str) -> KnownAccount | None:
        """The account that signed in here before under this name."""
        matching = [item for item in self.of_server(server_url) if item.username.casefold() == username.casefold()]
        return matching[0] if matching else None

    async def remember(self, account: KnownAccount) -> KnownAccount:
        """Add or replace an account. A signing key that is pinned already stays.

        Raises:
            StorageError: not written.
        """
        known = self._load().get(account.key)
        if known is not None and known.signing_key:
            account = replace(account, signing_key=known.signing_key, signing_key_id=known.signing_key_id)
        self._load()[account.key] = account
        await self._save()
        return account

    async def forget(self, key: str) -> None:
        """Take an account off the list; its data stays."""
        if self._load().pop(key, None) is not None:
            await self._save()

    def folder_of(self, key: str) -> Path:
        """Where an account's files are."""
        return self._folder / key

    def device_id(self) -> str:
        """The id of this computer's user to the platform, made at first use.

        Raises:
            StorageError: it could not be kept.
        """
        path = self._folder / "device"
        try:
            return path.read_text(encoding="ascii").strip() or self._new_device(path)
        except FileNotFoundError:
            return self._new_device(path)
        except UnicodeDecodeError:
            return self._new_device(path)
        except OSError as error:
            raise storage_fault(error, path) from error

    def _new_device(self, path: Path) -> str:
        identifier = uuid7()
        write_atomically(path, identifier.encode())
        return identifier

    def _load(self) -> dict[str, KnownAccount]:
        if self._accounts is None:
            self._accounts = {}
            try:
                document = json.loads(self._path.read_bytes())
                for item in document["accounts"]:
                    account = _from_document(item)
                    self._accounts[account.key] = account
            except FileNotFoundError:
                pass
            except OSError as error:
                _log.warning("the list of accounts cannot be read", reason=str(error))
            except (ValueError, KeyError, TypeError):
                self._put_aside()
        return self._accounts

    def _put_aside(self) -> None:
        aside = self._path.with_name(f"accounts.json.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}")
        _log.warning("the list of accounts was damaged", kept=str(aside))
        try:
            self._path.replace(aside)
        except OSError as error:
            _log.warning("it could not be moved aside", reason=str(error))

    async def _save(self) -> None:
        document = {"format": 1, "accounts": [_to_document(account) for account in self.all()]}
        data = json.dumps(document, indent=2, ensure_ascii=False).encode()
        await asyncio.to_thread(write_atomically, self._path, data)


def _to_document(account: KnownAccount) -> dict[str, Any]:
    return asdict(account) | {"last_used": account.last_used.isoformat(), "signing_key": account.signing_key.hex()}


def _from_document(document: Mapping[str, Any]) -> KnownAccount:
    values = dict(document)
    values["last_used"] = datetime.fromisoformat(values["last_used"])
    values["signing_key"] = bytes.fromhex(values["signing_key"])
    return KnownAccount(**values)

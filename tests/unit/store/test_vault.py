"""Secrets go to a keyring that works; one that is missing, fails, hangs or lies costs two seconds and no data."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from learnup_desktop.base.errors import KeyringUnavailableError, StorageError
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.store.vault import Vault

ACCOUNT = "0123456789abcdef/account-1"
TOKENS = Tokens(access="access-secret", refresh="refresh-secret")


class MemoryKeyring(KeyringBackend):
    """A working keyring, shared by the vaults of a test as the computer's is by processes."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the vendor's has no annotations
        self.entries: dict[tuple[str, str], str] = {}
        self.hang: threading.Event | None = None
        self.locked = False

    def _answer(self) -> None:
        if self.locked:
            raise KeyringError("locked")
        if self.hang is not None:
            self.hang.wait(30)

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


def vault(folder: Path, backend: Callable[[], KeyringBackend], patience: float = 2.0) -> Vault:
    return Vault("learnup-test", folder, backend=backend, patience=patience)


async def test_a_working_keyring_keeps_the_refresh_token_and_the_key(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    first = vault(tmp_path, lambda: keyring)
    assert await first.open()
    assert first.persistent
    assert await first.tokens(ACCOUNT) is None
    assert await first.store_tokens(ACCOUNT, TOKENS)
    key = await first.key(ACCOUNT)
    assert (await first.tokens(ACCOUNT)) == TOKENS
    second = vault(tmp_path, lambda: keyring)
    assert await second.tokens(ACCOUNT) == Tokens(access="", refresh="refresh-secret")
    assert await second.key(ACCOUNT) == key
    assert key not in (tmp_path / ACCOUNT / "key").read_bytes()
    await second.forget(ACCOUNT)
    assert await vault(tmp_path, lambda: keyring).tokens(ACCOUNT) is None
    assert await vault(tmp_path, lambda: keyring).key(ACCOUNT) == key
    assert ("learnup-test", "probe") not in keyring.entries


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring])
async def test_without_a_keyring_tokens_stay_in_memory_and_the_key_in_a_private_file(
    tmp_path: Path, backend: type[KeyringBackend]
) -> None:
    first = vault(tmp_path, backend)
    assert not await first.open()
    assert not first.persistent
    assert not await first.store_tokens(ACCOUNT, TOKENS)
    assert await first.tokens(ACCOUNT) == TOKENS
    key = await first.key(ACCOUNT)
    second = vault(tmp_path, backend)
    assert await second.tokens(ACCOUNT) is None
    assert await second.key(ACCOUNT) == key
    file = tmp_path / ACCOUNT / "key"
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600
    assert b"secret" not in b"".join(path.read_bytes() for path in _files(tmp_path))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_the_key_file_goes_on_being_used_when_a_keyring_appears(tmp_path: Path) -> None:
    key = await vault(tmp_path, fail.Keyring).key(ACCOUNT)
    assert await vault(tmp_path, MemoryKeyring).key(ACCOUNT) == key


async def test_a_hanging_keyring_is_none_after_its_patience(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    keyring.hang = threading.Event()
    hanging = vault(tmp_path, lambda: keyring, patience=0.3)
    assert not await hanging.open()
    key = await hanging.key(ACCOUNT)
    assert not await hanging.store_tokens(ACCOUNT, TOKENS)
    keyring.hang.set()
    assert await vault(tmp_path, fail.Keyring).key(ACCOUNT) == key


async def test_one_that_begins_to_hang_later_does_not_stop_the_program(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    late = vault(tmp_path, lambda: keyring, patience=0.3)
    assert await late.store_tokens(ACCOUNT, TOKENS)
    keyring.hang = threading.Event()
    assert not await late.store_tokens(ACCOUNT, Tokens("a", "b"))
    assert not late.persistent
    assert await late.tokens(ACCOUNT) == Tokens("a", "b")
    keyring.hang.set()


async def test_a_locked_keyring_never_leads_to_a_second_key(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    key = await vault(tmp_path, lambda: keyring).key(ACCOUNT)
    keyring.locked = True
    with pytest.raises(KeyringUnavailableError):
        await vault(tmp_path, lambda: keyring).key(ACCOUNT)
    keyring.locked = False
    assert await vault(tmp_path, lambda: keyring).key(ACCOUNT) == key


async def test_a_back_end_that_cannot_even_be_loaded_is_none(tmp_path: Path) -> None:
    def broken() -> KeyringBackend:
        raise ZeroDivisionError("a plug-in's bug")

    assert not await vault(tmp_path, broken).open()


async def test_a_key_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / ACCOUNT).mkdir(parents=True)
    (tmp_path / ACCOUNT / "key").write_bytes(b"short")
    with pytest.raises(StorageError):
        await vault(tmp_path, fail.Keyring).key(ACCOUNT)


def test_tokens_do_not_show_in_logs() -> None:
    assert "secret" not in repr(TOKENS)


async def test_what_a_back_end_says_about_itself_is_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Advertising(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            raise NoKeyringError("install our package from https://packages.example, mother's maiden name first")

    keeper = vault(tmp_path, Advertising)
    with caplog.at_level("DEBUG"):
        assert not await keeper.open()
    said = "\n".join(str(vars(record)) for record in caplog.records)
    assert "NoKeyringError" in said and "packages.example" not in said
    locked = MemoryKeyring()
    working = vault(tmp_path, lambda: locked)
    await working.key(ACCOUNT)
    locked.locked = True
    with pytest.raises(KeyringUnavailableError) as caught:
        await vault(tmp_path, lambda: locked).key(ACCOUNT)
    assert "locked" not in caught.value.detail

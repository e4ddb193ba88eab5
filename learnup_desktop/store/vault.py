"""Secrets of an account: tokens and the key that seals its files. In the computer's keyring, when it has a working one.

A keyring may be missing, locked, or hang on a dialog nobody sees, so every question to it is asked on a thread that may
be left behind, and answered "no keyring" after two seconds. Then tokens stay in memory only, and the sealing key
is a file that only this user can read.
"""

import asyncio
import base64
import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.base.errors import KeyringUnavailableError, StorageError
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.store.seal import KEY_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

PATIENCE_SECONDS = 2.0
"""How long the keyring may take to answer before it counts as none."""
_IMPORT_SECONDS = 15.0
_IN_KEYRING = b"keyring"
_log = get_logger(__name__)
Result = TypeVar("Result")


class Vault:
    """Tokens and sealing keys of all accounts on this computer.

    Args:
        service: name of the entries in the keyring.
        folder: holds the accounts' folders (``<folder>/<account key>/``), where the key file goes.
        backend: gives the keyring; default the computer's own.
        patience: seconds to wait for it.

    Attributes:
        persistent: whether tokens survive the program's end. False until the keyring has answered once.
    """

    def __init__(
        self,
        service: str,
        folder: Path,
        *,
        backend: "Callable[[], KeyringBackend] | None" = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._service = service
        self._folder = folder
        self._make_backend = backend or _default_backend
        self._patience = patience
        self._backend: KeyringBackend | None = None
        self._usable: bool | None = None
        self._memory: dict[str, Tokens] = {}
        self.persistent = False

    async def open(self) -> bool:
        """Find out whether there is a keyring that keeps what it is given; sets ``persistent``."""
        if self._usable is None:
            self._usable = self.persistent = await self._probe()
        return self.persistent

    async def tokens(self, account: str) -> Tokens | None:
        """The account's tokens, None when it has to sign in."""
        if account in self._memory:
            return self._memory[account]
        if not await self.open():
            return None
        text = await self._ask(lambda backend: backend.get_password(self._service, f"tokens:{account}"))
        tokens = _parse_tokens(text) if text else None
        if tokens is not None:
            self._memory[account] = tokens
        return tokens

    async def store_tokens(self, account: str, tokens: Tokens) -> bool:
        """Keep the tokens; whether they will survive the program's end.

        Only the refresh token goes to the keyring: Windows' takes no more than 2,560 bytes an entry, and the access
        token lives an hour at most.
        """
        self._memory[account] = tokens
        if not await self.open():
            return False
        document = json.dumps({"refresh": tokens.refresh})
        return await self._try(lambda backend: backend.set_password(self._service, f"tokens:{account}", document))

    async def forget(self, account: str) -> None:
        """Sign out: the account's tokens go. Its sealing key stays, since its files do."""
        self._memory.pop(account, None)
        if await self.open():
            await self._try(lambda backend: _delete(backend, self._service, f"tokens:{account}"))

    async def key(self, account: str) -> bytes:
        """The account's 32-byte sealing key, made at first use.

        Raises:
            KeyringUnavailableError: the key is in the keyring, and the keyring does not answer. A new key would make
                what is sealed unreadable, so none is made.
            StorageError: the key file cannot be read or written.
        """
        place = self._folder / account / "key"
        marked = await asyncio.to_thread(_read_key_file, place)
        if marked is not None and marked != _IN_KEYRING:
            return marked
        usable = await self.open()
        name = f"key:{account}"
        held = await self._ask(lambda backend: backend.get_password(self._service, name)) if usable else None
        key = _parse_key(held)
        if key is None and marked is not None:
            raise KeyringUnavailableError(
                "the key of this account is in a keyring that does not give it", account=account
            )
        if key is None:
            key = os.urandom(KEY_BYTES)
            kept = usable and await self._keep_key(name, key)
            await asyncio.to_thread(write_atomically, place, _IN_KEYRING if kept else key)
        elif marked is None:
            await asyncio.to_thread(write_atomically, place, _IN_KEYRING)
        return key

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _keep_key(self, name: str, key: bytes) -> bool:
        text = base64.b64encode(key).decode()
        if not await self._try(lambda backend: backend.set_password(self._service, name, text)):
            return False
        # Some back ends take everything and keep nothing.
        return _parse_key(await self._ask(lambda backend: backend.get_password(self._service, name))) == key

    async def _probe(self) -> bool:
        try:
            self._backend = await _on_daemon_thread(self._make_backend, _IMPORT_SECONDS)
        except KeyringUnavailableError:
            return False
        word = base64.b64encode(os.urandom(6)).decode()

        def work(backend: "KeyringBackend") -> bool:
            backend.set_password(self._service, "probe", word)
            kept = backend.get_password(self._service, "probe") == word
            _delete(backend, self._service, "probe")
            return kept

        return bool(await self._ask(work))

    async def _ask(self, question: "Callable[[KeyringBackend], Result]") -> Result | None:
        """The keyring's answer; None when it fails or is silent, and then it is not asked again."""
        backend = self._backend
        if backend is None:
            return None
        try:
            return await _on_daemon_thread(lambda: question(backend), self._patience)
        except KeyringUnavailableError as error:
            _log.warning("no keyring", reason=error.detail)
            self._backend, self._usable, self.persistent = None, False, False
            return None

    async def _try(self, action: "Callable[[KeyringBackend], None]") -> bool:
        def work(backend: "KeyringBackend") -> bool:
            action(backend)
            return True

        return bool(await self._ask(work))


def _default_backend() -> "KeyringBackend":
    if not _may_have_keyring():
        raise KeyringUnavailableError("no session bus, so no keyring")
    import keyring

    return keyring.get_keyring()


def _may_have_keyring() -> bool:
    """Whether it is worth loading the library, which takes an idle client some 10 MB with all its back ends.

    On Linux every keyring it knows by itself is reached over the session's D-Bus; others are named by
    ``PYTHON_KEYRING_BACKEND`` or in ``keyringrc.cfg`` (https://keyring.readthedocs.io, "Configuring").
    """
    if not sys.platform.startswith("linux") or os.environ.get("PYTHON_KEYRING_BACKEND"):
        return True
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime, "bus").exists():
        return True
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return (config / "python_keyring" / "keyringrc.cfg").exists()


async def _on_daemon_thread(function: Callable[[], Result], seconds: float) -> Result:
    """``function()`` on a thread that does not keep the program alive when it hangs.

    Raises:
        KeyringUnavailableError: it failed, or took longer.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[Result] = loop.create_future()

    def settle(result: Result | None, error: KeyringUnavailableError | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]  # None only when Result allows it

    def work() -> None:
        from keyring.errors import KeyringError

        result: Result | None = None
        fault: KeyringUnavailableError | None = None
        try:
            result = function()
        except (KeyringError, OSError, RuntimeError, ValueError, ImportError, AttributeError) as error:
            fault = _no_keyring(error)
        except Exception as error:  # noqa: BLE001 - back ends are plug-ins over D-Bus and C libraries; any failure means none
            fault = _no_keyring(error)
        with contextlib.suppress(RuntimeError):  # the loop may be closed by the time a hanging back end answers
            loop.call_soon_threadsafe(settle, result, fault)

    threading.Thread(target=work, name="learnup-keyring", daemon=True).start()
    try:
        async with asyncio.timeout(seconds):
            return await answer
    except TimeoutError as error:
        raise KeyringUnavailableError(f"no answer in {seconds:g} s") from error


def _no_keyring(error: Exception) -> KeyringUnavailableError:
    # In our own words: a vendor's message may name accounts, or what to install from where, and it ends up in the log.
    fault = KeyringUnavailableError(f"the keyring fails with {type(error).__name__}")
    fault.__cause__ = error
    return fault


def _delete(backend: "KeyringBackend", service: str, name: str) -> None:
    from keyring.errors import PasswordDeleteError

    with contextlib.suppress(PasswordDeleteError):  # it was not there
        backend.delete_password(service, name)


def _parse_tokens(text: str) -> Tokens | None:
    try:
        document = json.loads(text)
        return Tokens(access="", refresh=str(document["refresh"]))
    except (ValueError, KeyError, TypeError):
        return None


def _parse_key(text: str | None) -> bytes | None:
    if not text:
        return None
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _read_key_file(place: Path) -> bytes | None:
    """32 bytes, or the word that says the key is in the keyring; None when there is no file.

    Raises:
        StorageError: it cannot be read, or is neither.
    """
    try:
        data = place.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_fault(error, place) from error
    if data != _IN_KEYRING and len(data) != KEY_BYTES:
        raise StorageError(f"{place} is no key", path=str(place))
    return data

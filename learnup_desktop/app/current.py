"""Who was signed in when the program ended, so that the next start opens the account before anything else is loaded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.base.log import get_logger

PROFILE_FILE = "profile.json"
SCHOOL_ZONE = "schoolTimeZone"
"""Beside the account's own fields in the profile: the IANA name of the school's zone."""
_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CurrentAccount:
    """The account to open.

    Attributes:
        key: of the known account.
        keyring: whether its tokens are in the computer's keyring; without one only signing in goes on.
    """

    key: str
    keyring: bool


class CurrentAccountFile:
    """``<folder>/current.json``: there while somebody is signed in."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "current.json"

    def read(self) -> CurrentAccount | None:
        """Who was signed in; None when nobody, or when the file cannot be understood: then people sign in."""
        try:
            document = json.loads(self._path.read_bytes())
            return CurrentAccount(str(document["key"]), bool(document["keyring"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("the current account cannot be read", reason=str(error))
            return None

    def write(self, current: CurrentAccount) -> None:
        """Remember who is signed in.

        Raises:
            StorageError: not written.
        """
        write_atomically(self._path, json.dumps({"key": current.key, "keyring": current.keyring}).encode())

    def clear(self) -> None:
        """Nobody is signed in.

        Raises:
            StorageError: the file could not be removed.
        """
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_fault(error, self._path) from error


def read_profile(folder: Path) -> dict[str, Any]:
    """What the platform said about the person at the last sign-in, in wire form (``contract.auth.Account``).

    Empty when it is not there: it only saves asking.
    """
    try:
        document = json.loads((folder / PROFILE_FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def write_profile(folder: Path, account: Mapping[str, Any]) -> None:
    """Keep what the platform says about the person.

    Raises:
        StorageError: not written.
    """
    write_atomically(folder / PROFILE_FILE, json.dumps(dict(account), ensure_ascii=False).encode())

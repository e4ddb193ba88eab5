"""A keyring in a file, so that a session survives a kill where no desktop session offers a keyring. Tests only."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

VARIABLE = "LEARNUP_TEST_KEYRING"
BACKEND = "tests.e2e.file_keyring.FileKeyring"


class FileKeyring(KeyringBackend):
    """Entries as JSON in the file that ``LEARNUP_TEST_KEYRING`` names, replaced whole at each change."""

    priority = 0.1

    def get_password(self, service: str, username: str) -> str | None:
        """See ``KeyringBackend``."""
        return self._read().get(f"{service}:{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        """See ``KeyringBackend``."""
        self._write(self._read() | {f"{service}:{username}": password})

    def delete_password(self, service: str, username: str) -> None:
        """See ``KeyringBackend``."""
        held = self._read()
        if held.pop(f"{service}:{username}", None) is None:
            raise PasswordDeleteError("no such entry")
        self._write(held)

    def _path(self) -> Path:
        return Path(os.environ[VARIABLE])

    def _read(self) -> dict[str, str]:
        try:
            held: dict[str, str] = json.loads(self._path().read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return held

    def _write(self, held: dict[str, str]) -> None:
        draft = self._path().with_suffix(".new")
        draft.write_text(json.dumps(held), encoding="utf-8")
        draft.replace(self._path())

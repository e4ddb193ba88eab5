"""A key of their own for face templates, so that deleting them deletes every copy there is.

An attempt keeps the templates it began with, since it may go on with no network. Sealed with the account's key alone,
they would outlive their deletion in the daily backups of ``data.db``, in a damaged file that was put aside, and in
pages that SQLite has freed. With a key that is in none of those, forgetting the key forgets them all at once.

What this cannot promise: a solid-state drive may keep the overwritten 32 bytes of the key's file for a while where only
its maker can read them.
"""

import base64
import os
from pathlib import Path

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.files import storage_fault
from learnup_desktop.base.log import get_logger
from learnup_desktop.store.seal import KEY_BYTES, Sealer

FILE_NAME = "templates.key"
_SEALED = "sealed."
"""Before a sealed template; ``.`` is no letter of base64url, so no template begins so."""
_log = get_logger(__name__)


class TemplateKey:
    """The key's file in an account's folder. All methods block; call them on the database's thread.

    Args:
        folder: the account's folder. The file is never part of a backup.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def hide(self, attempt_id: str, templates: tuple[str, ...]) -> tuple[str, ...]:
        """``templates`` sealed for the database, the key made when there is none.

        Raises:
            StorageError: the key cannot be kept, so nothing may be sealed with it.
        """
        if not templates:
            return ()
        sealer = self._sealer() or self._make()
        tag = _tag(attempt_id)
        return tuple(
            text
            if text.startswith(_SEALED)
            else _SEALED + base64.urlsafe_b64encode(sealer.seal(text.encode(), tag)).decode()
            for text in templates
        )

    def show(self, attempt_id: str, stored: tuple[str, ...]) -> tuple[str, ...]:
        """The templates again; none whose key is gone. One from before there was this key is as it was."""
        sealer = self._sealer() if any(text.startswith(_SEALED) for text in stored) else None
        shown = []
        for text in stored:
            if not text.startswith(_SEALED):
                shown.append(text)
            elif sealer is not None:
                try:
                    sealed = base64.urlsafe_b64decode(text.removeprefix(_SEALED))
                    shown.append(sealer.open(sealed, _tag(attempt_id)).decode())
                except (IntegrityFault, ValueError):
                    _log.info("a face template of an earlier key is forgotten", attempt=attempt_id)
        return tuple(shown)

    def destroy(self) -> None:
        """Forget the key, and with it every template that was sealed with it. Doing so twice is harmless.

        Raises:
            StorageError: the key may still be there.
        """
        try:
            with self._path.open("r+b") as file:
                file.write(os.urandom(KEY_BYTES))
                file.flush()
                os.fsync(file.fileno())
            self._path.unlink()
        except FileNotFoundError:
            return
        except OSError as error:
            raise storage_fault(error, self._path) from error

    def _sealer(self) -> Sealer | None:
        try:
            key = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise storage_fault(error, self._path) from error
        return Sealer(key) if len(key) == KEY_BYTES else None

    def _make(self) -> Sealer:
        key = os.urandom(KEY_BYTES)
        part = self._path.with_suffix(".part")
        try:
            part.unlink(missing_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._path)
        except OSError as error:
            raise storage_fault(error, self._path) from error
        return Sealer(key)


def _tag(attempt_id: str) -> bytes:
    return f"face-template:{attempt_id}".encode()

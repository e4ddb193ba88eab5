"""Sealed galleries of a teacher's classes: fetched ahead, opened with no network, gone when the platform says so.

Files of their own, not rows of ``data.db``: what is deleted must not live on in that database's backups.
"""

import asyncio
import contextlib
import os
from pathlib import Path

from pydantic import ValidationError

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault, StorageError
from learnup_desktop.contract.face import ClassGallery
from learnup_desktop.store.seal import Sealer


class GalleryStore:
    """One sealed file a class.

    Args:
        folder: theirs alone; made when the first one is kept.
        sealer: with the account's key.
    """

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self._folder = folder
        self._sealer = sealer

    async def put(self, gallery: ClassGallery) -> None:
        """Keep a class's gallery instead of what was there; an empty one leaves no file.

        Raises:
            StorageError: not kept.
        """
        await asyncio.to_thread(self._put, gallery)

    async def get(self, class_id: str) -> ClassGallery | None:
        """A class's gallery; None when there is none, or none that can be opened: it is fetched again."""
        return await asyncio.to_thread(self._get, class_id)

    async def keep_only(self, class_ids: frozenset[str]) -> None:
        """Delete those of other classes.

        Raises:
            StorageError: one could not be deleted.
        """
        await asyncio.to_thread(self._keep_only, {self._path(class_id).name for class_id in class_ids})

    def _put(self, gallery: ClassGallery) -> None:
        path = self._path(gallery.class_id)
        try:
            if not gallery.people:
                path.unlink(missing_ok=True)
                return
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            sealed = self._sealer.seal(gallery.model_dump_json(by_alias=True).encode(), _purpose(gallery.class_id))
            draft = path.with_suffix(".new")
            with draft.open("wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError as error:
            raise StorageError(f"the gallery was not kept: {error.strerror}") from error

    def _get(self, class_id: str) -> ClassGallery | None:
        try:
            plain = self._sealer.open(self._path(class_id).read_bytes(), _purpose(class_id))
            return ClassGallery.model_validate_json(plain)
        except (OSError, IntegrityFault, ValidationError):
            return None

    def _keep_only(self, names: set[str]) -> None:
        with contextlib.suppress(FileNotFoundError):
            for path in self._folder.iterdir():
                if path.name not in names:
                    try:
                        path.unlink(missing_ok=True)
                    except OSError as error:
                        raise StorageError(f"a gallery was not deleted: {error.strerror}") from error

    def _path(self, class_id: str) -> Path:
        return self._folder / f"{sha256_hex(class_id.encode())[:32]}.gallery"


def _purpose(class_id: str) -> bytes:
    return b"gallery:" + class_id.encode()

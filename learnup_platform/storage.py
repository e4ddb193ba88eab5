"""Files: a folder, or a bucket of S3 or MinIO. Keys are slash-separated; what is stored under a key never changes."""

import asyncio
import contextlib
import os
import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from learnup_platform.settings import PlatformSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$")


class MissingFileError(LookupError):
    """Nothing is stored under the key."""


class StorageFault(OSError):
    """The store did not do what was asked: no space, no access, no answer."""


class FileStore(Protocol):
    """Where the platform keeps bytes. All methods are safe to repeat."""

    name: str

    async def put(self, key: str, data: bytes) -> None:
        """Store; durable when it returns. Raises ``StorageFault``."""
        ...

    async def put_file(self, key: str, path: Path) -> None:
        """Store a file of any size without taking it into memory. Raises ``StorageFault``."""
        ...

    async def read(self, key: str, start: int = 0, end: int | None = None) -> bytes:
        """Bytes from ``start`` to before ``end``. Raises ``MissingFileError`` or ``StorageFault``."""
        ...

    async def delete(self, key: str) -> None:
        """Remove; nothing happens when it is not there. Raises ``StorageFault``."""
        ...

    async def check(self) -> None:
        """Raise ``StorageFault`` if the store cannot be used now."""
        ...


def open_store(settings: PlatformSettings) -> FileStore:
    """The store the settings name: a bucket when there is one, else a folder beside the database."""
    if settings.aws_s3_bucket:
        return BucketStore(settings, settings.aws_s3_bucket)
    return FolderStore(settings.upload_path or settings.data / "files")


def check_key(key: str) -> str:
    """``key``, if it can be no way out of the store.

    Raises:
        ValueError: it could.
    """
    if not _KEY.match(key) or ".." in key:
        raise ValueError(f"not a storage key: {key!r}")
    return key


class FolderStore:
    """Files in a folder: written aside, synced, then renamed, so that a key is there whole or not at all."""

    name = "folder"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    async def put(self, key: str, data: bytes) -> None:
        """See ``FileStore``."""
        await asyncio.to_thread(self.put_now, key, data)

    async def put_file(self, key: str, path: Path) -> None:
        """See ``FileStore``."""
        await asyncio.to_thread(self._put, key, lambda file: _copy(path, file))

    async def read(self, key: str, start: int = 0, end: int | None = None) -> bytes:
        """See ``FileStore``."""
        return await asyncio.to_thread(self._read, self._folder / check_key(key), start, end)

    async def delete(self, key: str) -> None:
        """See ``FileStore``."""
        with _storage_faults():
            await asyncio.to_thread((self._folder / check_key(key)).unlink, missing_ok=True)

    async def check(self) -> None:
        """See ``FileStore``."""
        if not await asyncio.to_thread(os.access, self._folder, os.W_OK):
            raise StorageFault("the folder cannot be written")

    def put_now(self, key: str, data: bytes) -> None:
        """Store, blocking; for seeding and scripts."""
        self._put(key, lambda file: file.write(data))

    def _put(self, key: str, fill: Callable[[BinaryIO], object]) -> None:
        path = self._folder / check_key(key)
        with _storage_faults():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
            try:
                with draft.open("xb") as file:
                    fill(file)
                    file.flush()
                    os.fsync(file.fileno())
                draft.replace(path)
            except OSError:
                draft.unlink(missing_ok=True)
                raise

    @staticmethod
    def _read(path: Path, start: int, end: int | None) -> bytes:
        try:
            with path.open("rb") as file:
                file.seek(start)
                return file.read() if end is None else file.read(end - start)
        except FileNotFoundError as error:
            raise MissingFileError(path.name) from error
        except OSError as error:
            raise StorageFault(error.errno, error.strerror) from error


def _copy(path: Path, file: BinaryIO) -> None:
    with path.open("rb") as source:
        shutil.copyfileobj(source, file, 1 << 20)


@contextlib.contextmanager
def _storage_faults() -> "Iterator[None]":
    try:
        yield
    except OSError as error:
        raise StorageFault(error.errno, error.strerror) from error


class BucketStore:
    """A bucket of S3 or MinIO, by boto3 in threads; boto3 is imported only here (extra ``s3``)."""

    name = "s3"

    def __init__(self, settings: PlatformSettings, bucket: str) -> None:
        import boto3
        from botocore.exceptions import BotoCoreError, ClientError

        self._faults: tuple[type[Exception], ...] = (BotoCoreError, ClientError)
        self._bucket = bucket
        secret = settings.aws_secret_access_key
        self._client: Any = boto3.client(
            "s3",
            region_name=settings.aws_region,
            endpoint_url=settings.aws_s3_endpoint,
            aws_access_key_id=settings.aws_access_key_id,
            aws_secret_access_key=secret.get_secret_value() if secret else None,
        )

    async def put(self, key: str, data: bytes) -> None:
        """See ``FileStore``."""
        await self._call("put_object", Key=check_key(key), Body=data)

    async def put_file(self, key: str, path: Path) -> None:
        """See ``FileStore``."""
        await self._call("upload_file", Filename=str(path), Key=check_key(key))

    async def read(self, key: str, start: int = 0, end: int | None = None) -> bytes:
        """See ``FileStore``."""
        if end is not None and end <= start:
            return b""
        last = "" if end is None else end - 1
        answer = await self._call("get_object", Key=check_key(key), Range=f"bytes={start}-{last}")
        data: bytes = await asyncio.to_thread(answer["Body"].read)
        return data

    async def delete(self, key: str) -> None:
        """See ``FileStore``."""
        await self._call("delete_object", Key=check_key(key))

    async def check(self) -> None:
        """See ``FileStore``."""
        await self._call("head_bucket")

    async def _call(self, method: str, **arguments: object) -> Any:
        try:
            return await asyncio.to_thread(getattr(self._client, method), Bucket=self._bucket, **arguments)
        except self._faults as error:
            response: dict[str, dict[str, str]] = getattr(error, "response", {})
            if response.get("Error", {}).get("Code") in ("NoSuchKey", "404"):
                raise MissingFileError(str(arguments.get("Key"))) from error
            raise StorageFault(str(error)) from error

"""Files on their way up: parts behind each other in a folder, until a material or a publication takes the whole.

Parts are collected in a folder of this process's computer, as those of evidence are. A part that is here already is
taken for a repeat; one beyond the end is answered with how much is here.
"""

import asyncio
import hashlib
import os
import re
import time
from datetime import timedelta
from pathlib import Path

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.materials import LARGEST_MATERIAL, UploadState
from learnup_platform.context import PlatformContext
from learnup_platform.http.content_range import Part
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.principal import Principal

KEPT_FOR = timedelta(days=7)
"""A part that nobody went on with: a teacher's line may be down for a weekend and a holiday."""
MOST_BYTES = 2 * 1024 * 1024 * 1024
"""Of one account's unfinished uploads together."""
_ID = re.compile(r"[0-9a-zA-Z-]{8,64}")


async def state(context: PlatformContext, principal: Principal, upload_id: str) -> UploadState:
    """How much is here; nothing of one that was never begun."""
    place = _place(context, principal, upload_id)
    return UploadState(id=upload_id, received_bytes=await asyncio.to_thread(_size, place))


async def take(context: PlatformContext, principal: Principal, upload_id: str, part: Part, data: bytes) -> UploadState:
    """Take the next part; durable when this returns.

    Raises:
        PlatformFault: 409 ``upload.gap`` with ``details.receivedBytes`` when the part is not the next one; 413.
    """
    if part.total > LARGEST_MATERIAL:
        raise PlatformFault(413, ErrorCode.TOO_LARGE, details={"limitBytes": LARGEST_MATERIAL})
    place = _place(context, principal, upload_id)
    received = await asyncio.to_thread(_append, place, part, data)
    if received is None:
        raise PlatformFault(413, ErrorCode.TOO_LARGE, details={"limitBytes": MOST_BYTES})
    if received < part.start + len(data):
        raise PlatformFault(409, ErrorCode.UPLOAD_GAP, details={"receivedBytes": received})
    return UploadState(id=upload_id, received_bytes=received)


async def whole(context: PlatformContext, principal: Principal, upload_id: str, size: int, sha256: str) -> Path:
    """A finished upload, checked.

    Raises:
        PlatformFault: 404, nothing of it is here; 409 ``upload.gap``, it is not all here; 422 ``upload.wrong_bytes``,
            it is not what was announced, and is deleted, to be sent again.
    """
    place = _place(context, principal, upload_id)
    here = await asyncio.to_thread(_size, place)
    if here == 0:
        raise not_found()
    if here < size:
        raise PlatformFault(409, ErrorCode.UPLOAD_GAP, details={"receivedBytes": here})
    if here > size or await asyncio.to_thread(_digest, place) != sha256:
        await forget(place)
        raise PlatformFault(422, ErrorCode.UPLOAD_WRONG)
    return place


async def forget(place: Path) -> None:
    """Delete an upload."""
    await asyncio.to_thread(place.unlink, missing_ok=True)


async def forget_old_uploads(context: PlatformContext) -> None:
    """Delete what nobody went on with."""
    await asyncio.to_thread(_sweep, _folder(context))


def _folder(context: PlatformContext) -> Path:
    return context.settings.data / "uploads"


def _place(context: PlatformContext, principal: Principal, upload_id: str) -> Path:
    if not _ID.fullmatch(upload_id):
        raise not_found()
    return _folder(context) / principal.account_id / upload_id


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except OSError:
        return 0


def _append(place: Path, part: Part, data: bytes) -> int | None:
    """How much is here afterwards; None when the account has too much under way."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if sum(each.stat().st_size for each in place.parent.iterdir()) + len(data) > MOST_BYTES:
        return None
    descriptor = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        here = os.fstat(file.fileno()).st_size
        if part.start != here:
            return here
        file.seek(here)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
        return here + len(data)


def _digest(place: Path) -> str:
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sweep(folder: Path) -> None:
    oldest = time.time() - KEPT_FOR.total_seconds()
    for place in folder.glob("*/*"):
        if place.stat().st_mtime < oldest:
            place.unlink(missing_ok=True)

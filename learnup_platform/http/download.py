"""Sending a stored file: whole or in ranges, with the validators of the contract (RFC 9110, 13 and 14; RFC 9530)."""

import base64
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request
from starlette.responses import Response, StreamingResponse

from learnup_platform.http.errors import not_found
from learnup_platform.http.etag import REVALIDATE, matches
from learnup_platform.storage import FileStore, MissingFileError

PIECE_BYTES = 1024 * 1024
_RANGE = re.compile(r"^bytes=(\d*)-(\d*)$")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the store as it is offered for download."""

    key: str
    size: int
    sha256: str
    media_type: str
    file_name: str


async def send_file(request: Request, files: FileStore, file: StoredFile) -> Response:
    """The file, the part asked for, 304, or 416.

    Raises:
        PlatformFault: 404, the store has lost it.
    """
    tag = f'"{file.sha256}"'
    headers = {
        "etag": tag,
        "accept-ranges": "bytes",
        "cache-control": REVALIDATE,
        "repr-digest": f"sha-256=:{base64.b64encode(bytes.fromhex(file.sha256)).decode()}:",
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file.file_name)}",
        # Ranges are of these bytes, so they must not be compressed on the way.
        "content-encoding": "identity",
    }
    if matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers={"etag": tag, "cache-control": REVALIDATE})
    wanted = request.headers.get("range")
    if wanted is not None and request.headers.get("if-range", tag) == tag and _RANGE.match(wanted):
        part = parse_range(wanted, file.size)
        if part is None:
            return Response(status_code=416, headers={"content-range": f"bytes */{file.size}"})
        start, end = part
        headers["content-range"] = f"bytes {start}-{end - 1}/{file.size}"
        return await _answer(files, file, start, end, 206, headers)
    return await _answer(files, file, 0, file.size, 200, headers)


def parse_range(header: str, size: int) -> tuple[int, int] | None:
    """Start and end (not included) of a single byte range, None when it lies outside."""
    match = _RANGE.match(header)
    if match is None or (not match[1] and not match[2]):
        return None
    if not match[1]:
        length = int(match[2])
        return (max(0, size - length), size) if length and size else None
    start = int(match[1])
    end = min(size, int(match[2]) + 1) if match[2] else size
    return (start, end) if start < end else None


async def _answer(
    files: FileStore, file: StoredFile, start: int, end: int, status: int, headers: dict[str, str]
) -> Response:
    """Small parts at once, larger ones piece by piece: a recording does not take its size in memory."""
    first = await _read(files, file.key, start, min(end, start + PIECE_BYTES))
    if start + PIECE_BYTES >= end:
        return Response(first, status, headers, file.media_type)

    async def pieces() -> AsyncIterator[bytes]:
        yield first
        for offset in range(start + PIECE_BYTES, end, PIECE_BYTES):
            # A file that goes meanwhile breaks the line, and the client asks again for what is missing.
            yield await files.read(file.key, offset, min(end, offset + PIECE_BYTES))

    return StreamingResponse(pieces(), status, headers | {"content-length": str(end - start)}, file.media_type)


async def _read(files: FileStore, key: str, start: int, end: int) -> bytes:
    try:
        return await files.read(key, start, end)
    except MissingFileError as error:
        raise not_found() from error

"""What goes into a request and comes out of an answer: encoding, bounded reading, ranges, validation."""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.api import faults
from learnup_desktop.base.errors import ProtocolError

if TYPE_CHECKING:
    import httpx

    from learnup_desktop.contract.wire import WireModel

Model = TypeVar("Model", bound="WireModel")


@dataclass(frozen=True, slots=True)
class Download:
    """An answer being read in pieces.

    Attributes:
        offset: where in the file the pieces begin; 0 when the server did not take up the range asked for.
        total: bytes of the whole file, None when the server does not say.
    """

    offset: int
    total: int | None
    etag: str | None
    chunks: AsyncIterator[bytes]


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer of less than 300, or 304."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def validated(model: type[Model], document: object, what: str) -> Model:
    """``document`` as a ``model``.

    Raises:
        ProtocolError: it is none.
    """
    from pydantic import ValidationError

    try:
        return model.model_validate(document)
    except ValidationError as error:
        places = ", ".join(".".join(map(str, item["loc"])) for item in error.errors(include_input=False)[:5])
        raise ProtocolError(f"{what}: not a {model.__name__} ({places})", reason="malformed") from error


def encode(body: object, content: bytes | None) -> tuple[bytes | None, str | None]:
    """Bytes to send and their media type."""
    if content is not None:
        return content, "application/octet-stream"
    if body is None:
        return None, None
    to_wire = getattr(body, "to_wire", None)
    document = to_wire() if to_wire is not None else body
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(), "application/json"


async def pieces(response: "httpx.Response", what: str) -> AsyncIterator[bytes]:
    import httpx

    try:
        async for piece in response.aiter_bytes():
            yield piece
    except (httpx.HTTPError, httpx.StreamError) as error:
        faults.raise_network_fault(error, what)


async def read_body(response: "httpx.Response", maximum_bytes: int, what: str) -> bytes:
    """The whole body, counted after decompression.

    Raises:
        ProtocolError: longer than ``maximum_bytes``.
        NetworkError: the line broke.
    """
    announced = response.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > maximum_bytes:
        raise ProtocolError(f"{what}: an answer of {announced} bytes", reason="too_large")
    body = bytearray()
    async for piece in pieces(response, what):
        body += piece
        if len(body) > maximum_bytes:
            raise ProtocolError(f"{what}: an answer of more than {maximum_bytes} bytes", reason="too_large")
    return bytes(body)


def content_range(status: int, headers: Mapping[str, str], offset: int) -> tuple[int, int | None]:
    """Where the body begins in the file, and how long the file is.

    Raises:
        ProtocolError: a part that was not asked for.
    """
    length = headers.get("content-length", "")
    if status != 206:
        return 0, int(length) if length.isdigit() else None
    unit, _, rest = headers.get("content-range", "").partition(" ")
    span, _, total = rest.partition("/")
    first = span.partition("-")[0]
    if unit != "bytes" or not first.isdigit() or int(first) != offset:
        raise ProtocolError("a part of a file that was not asked for", reason="malformed")
    return offset, int(total) if total.isdigit() else None

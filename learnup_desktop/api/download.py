"""Downloads from other servers than the platform: files of any size, resumed by range, read in a thread.

Blocking on purpose: the installer of face models is plain code that runs in a thread or on the command line. No token
ever goes to these servers.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnup_desktop.api.faults import raise_network_fault
from learnup_desktop.base.errors import PlatformUnavailableError, RefusedError

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS, READ_SECONDS = 10.0, 60.0
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Incoming:
    """An open download.

    Attributes:
        start: offset of the first byte that comes; 0 when the server ignored the range.
        total: length of the whole file, None when the server does not say.
        chunks: the bytes; raises our network errors.
    """

    start: int
    total: int | None
    chunks: Iterator[bytes]


@contextmanager
def open_download(url: str, offset: int = 0) -> Iterator[Incoming]:
    """Open ``url`` from ``offset``.

    Raises:
        NetworkError: and its kinds, while opening or reading.
        RefusedError: the server has no such file.
        PlatformUnavailableError: the server is in trouble.
    """
    import ssl

    import httpx
    import truststore

    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={offset}-"} if offset else {})
    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    verify = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        with (
            httpx.Client(follow_redirects=True, timeout=timeout, verify=verify) as client,
            client.stream("GET", url, headers=headers) as answer,
        ):
            yield _incoming(answer, url)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise_network_fault(error, url)


def _incoming(answer: "httpx.Response", url: str) -> Incoming:
    if answer.status_code >= 500:
        raise PlatformUnavailableError(url, status=answer.status_code)
    if answer.status_code not in (200, 206):
        raise RefusedError(url, status=answer.status_code)
    start, total = _range(answer) if answer.status_code == 206 else (0, _length(answer))
    return Incoming(start, total, answer.iter_bytes(_CHUNK))


def _range(answer: "httpx.Response") -> tuple[int, int | None]:
    """``Content-Range: bytes 100-199/200`` as start and total."""
    span, _, total = answer.headers.get("content-range", "").removeprefix("bytes ").partition("/")
    first = span.partition("-")[0]
    if not first.isdigit():
        raise RefusedError("a range without its place", status=answer.status_code)
    return int(first), int(total) if total.isdigit() else None


def _length(answer: "httpx.Response") -> int | None:
    text = answer.headers.get("content-length", "")
    return int(text) if text.isdigit() else None

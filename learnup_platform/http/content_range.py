"""Where the bytes of an upload belong in their file: ``Content-Range`` of a request (RFC 9110, 14.5)."""

import re
from dataclasses import dataclass

from learnup_desktop.contract.codes import ErrorCode
from learnup_platform.http.errors import PlatformFault

_CONTENT_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})")


@dataclass(frozen=True, slots=True)
class Part:
    """Where the bytes of a request belong in the file."""

    start: int
    total: int


def parse_content_range(header: str | None, length: int) -> Part:
    """The part that a request brings; the whole file without a header.

    Raises:
        PlatformFault: 400, the header is malformed or does not agree with the body.
    """
    if header is None:
        return Part(0, length)
    match = _CONTENT_RANGE.fullmatch(header.strip())
    if match is not None:
        first, last, total = (int(number) for number in match.groups())
        if first <= last < total and last - first + 1 == length:
            return Part(first, total)
    raise PlatformFault(400, ErrorCode.BAD_REQUEST, details={"header": "Content-Range"})

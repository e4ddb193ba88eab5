"""Validators of reads: the client asks "still this?" and gets 304 and no body when it is.

The tag is weak: the same content may travel compressed or not.
"""

from fastapi import Request
from starlette.responses import Response

from learnup_desktop.base.canonical import sha256_hex

REVALIDATE = "private, no-cache"


def matches(header: str | None, tag: str) -> bool:
    """Whether an ``If-None-Match`` header names ``tag``, by weak comparison (RFC 9110, 8.8.3.2)."""
    if header is None:
        return False
    if header.strip() == "*":
        return True
    bare = tag.removeprefix("W/")
    return any(part.strip().removeprefix("W/") == bare for part in header.split(","))


def conditional(request: Request, answer: Response) -> Response:
    """``answer`` with its tag, or 304 when the client holds the same already."""
    if answer.status_code != 200:
        return answer
    tag = answer.headers.get("etag")
    if tag is None:
        body = getattr(answer, "body", None)
        if not isinstance(body, bytes) or answer.headers.get("cache-control") == "no-store":
            return answer
        tag = f'W/"{sha256_hex(body)[:32]}"'
        answer.headers["etag"] = tag
    answer.headers.setdefault("cache-control", REVALIDATE)
    if matches(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers={"etag": tag, "cache-control": answer.headers["cache-control"]})
    return answer

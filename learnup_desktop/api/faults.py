"""Every way a request can fail, as our errors: what httpx raises, and what the platform answers."""

import json
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, NoReturn

from learnup_desktop.base.errors import (
    AccountLockedError,
    ClientTooOldError,
    ConflictError,
    InsecureConnectionError,
    LearnUpError,
    NetworkError,
    NotFoundError,
    OfflineError,
    PlatformError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
    RefusedError,
    RequestTimeoutError,
    SessionEndedError,
    SignInError,
)
from learnup_desktop.contract.codes import ErrorCode

if TYPE_CHECKING:
    import httpx

    from learnup_desktop.contract.wire import ErrorBody

LONGEST_RETRY_AFTER = 3600.0
"""Seconds; a server that asks for more is asked again after this."""
_LOCK_UNKNOWN = timedelta(minutes=15)
"""The contract's lock time, when a 423 does not say until when."""
_SESSION_CODES = frozenset(
    {
        ErrorCode.AUTH_REQUIRED,
        ErrorCode.AUTH_TOKEN_EXPIRED,
        ErrorCode.AUTH_REFRESH_REUSED,
        ErrorCode.AUTH_SESSION_REVOKED,
    }
)
_CUT = ("disconnected", "peer closed", "connection closed", "connectionterminated", "goaway", "streamreset")


def raise_network_fault(error: "httpx.HTTPError | httpx.InvalidURL | httpx.StreamError", what: str) -> NoReturn:
    """Raise our error for httpx's, most specific first.

    Raises:
        OfflineError: nothing was sent.
        RequestTimeoutError: it was sent (in part), and the outcome is unknown.
        InsecureConnectionError: the certificate is not trusted.
        ProtocolError: what answers does not speak HTTP as it should.
        NetworkError: otherwise.
    """
    import httpx

    detail = f"{what}: {type(error).__name__}"
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError):
        if _certificate_refused(error):
            raise InsecureConnectionError(detail) from error
        raise OfflineError(detail) from error
    if isinstance(error, httpx.TimeoutException | httpx.NetworkError):
        raise RequestTimeoutError(detail) from error
    if isinstance(error, httpx.RemoteProtocolError):
        if any(word in str(error).lower() for word in _CUT):
            raise RequestTimeoutError(detail) from error
        raise ProtocolError(detail, reason="not_http") from error
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        raise ProtocolError(detail, reason="address") from error
    if isinstance(error, httpx.DecodingError):
        raise ProtocolError(detail, reason="malformed") from error
    raise NetworkError(detail) from error


def was_not_sent(error: LearnUpError) -> bool:
    """Whether the request certainly never reached the platform, so that anything may be repeated."""
    return isinstance(error, OfflineError)


def _certificate_refused(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return "CERTIFICATE_VERIFY_FAILED" in str(error)


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that ``Retry-After`` asks for (a number or a date), within sane bounds; None when it is not there."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            seconds = (parsedate_to_datetime(text).astimezone(UTC) - now).total_seconds()
        except ValueError:
            return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER) if seconds == seconds else None


def is_web_page(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer is a page for people: a captive portal's, a proxy's or another product's."""
    return "html" in headers.get("content-type", "") or body.lstrip()[:1] == b"<"


def parse_json(headers: Mapping[str, str], body: bytes, what: str) -> object:
    """The JSON of an answer.

    Raises:
        ProtocolError: a web page (``reason="web_page"``), or malformed (``reason="malformed"``).
    """
    if is_web_page(headers, body):
        raise ProtocolError(f"{what}: a web page instead of an answer", reason="web_page")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"{what}: malformed JSON", reason="malformed") from error


def error_of(status: int, headers: Mapping[str, str], body: bytes, what: str, now: datetime) -> PlatformError:
    """Our error for an answer of 300 or more."""
    if status < 400:
        # The contract has no redirects; one leads to a portal's or another product's page.
        return ProtocolError(f"{what}: redirected", status=status, reason="redirected")
    wait = retry_after(headers, now)
    answer = _error_body(body)
    if answer is None:
        return _foreign_error(status, headers, body, what, wait)
    return _contract_error(status, answer, wait, now)


def _error_body(body: bytes) -> "ErrorBody | None":
    from pydantic import ValidationError

    from learnup_desktop.contract.wire import ErrorBody

    try:
        return ErrorBody.model_validate_json(body)
    except ValidationError:
        return None


def _foreign_error(
    status: int, headers: Mapping[str, str], body: bytes, what: str, wait: float | None
) -> PlatformError:
    """An error without the contract's body: a gateway before the platform, or not the platform at all."""
    detail = f"{what}: status {status} without a body of the contract"
    if status == 429:
        return RateLimitedError(wait if wait is not None else 5.0, detail)
    if status == 511 or (is_web_page(headers, body) and status < 500):
        return ProtocolError(detail, status=status, reason="web_page")
    if status >= 500 or status == 408:
        return PlatformUnavailableError(detail, status=status, retry_after=wait)
    if status == 413:
        return RefusedError(detail, status=status, platform_code=ErrorCode.TOO_LARGE.value)
    return ProtocolError(detail, status=status, reason="foreign")


def _contract_error(status: int, answer: "ErrorBody", wait: float | None, now: datetime) -> PlatformError:
    code = answer.code
    detail = f"{status} {code}"
    told: dict[str, object] = {"message": answer.message, "details": answer.details}
    if status == 429:
        return RateLimitedError(wait if wait is not None else 5.0, detail)
    if status == 426 or code == ErrorCode.CLIENT_TOO_OLD:
        return ClientTooOldError(detail, status=status, platform_code=code, **told)
    if status == 423 or code == ErrorCode.AUTH_LOCKED:
        return AccountLockedError(_locked_until(answer, wait, now), detail)
    if code in _SESSION_CODES:
        return SessionEndedError(detail, status=status, platform_code=code, **told)
    if status == 401:
        return SignInError(detail, status=status, platform_code=code, **told)
    if status >= 500:
        return PlatformUnavailableError(detail, status=status, platform_code=code, retry_after=wait, **told)
    kind = {404: NotFoundError, 409: ConflictError}.get(status, RefusedError)
    return kind(detail, status=status, platform_code=code, **told)


def _locked_until(answer: "ErrorBody", wait: float | None, now: datetime) -> datetime:
    """When a locked account opens again: by this PC's clock when a wait is given, else as the platform says."""
    if wait is not None:
        return now + timedelta(seconds=wait)
    try:
        until = datetime.fromisoformat(str(answer.details.get("until")))
    except ValueError:
        return now + _LOCK_UNKNOWN
    return until if until.tzinfo is not None else now + _LOCK_UNKNOWN

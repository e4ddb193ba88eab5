"""Whatever a server answers, it is an error of our tree, and the right one."""

from contextlib import suppress
from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.api import faults
from learnup_desktop.base.errors import (
    AccountLockedError,
    ClientTooOldError,
    ConflictError,
    LearnUpError,
    NetworkError,
    NotFoundError,
    PlatformError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
    RefusedError,
    SessionEndedError,
    SignInError,
)
from learnup_desktop.contract.wire import wire_time
from tests.unit.api.wire import NOW, fault


def error_of(answer: httpx.Response) -> PlatformError:
    return faults.error_of(answer.status_code, answer.headers, answer.content, "GET /x", NOW)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (fault(401, "auth.wrong_password"), SignInError),
        (fault(401, "auth.token_expired"), SessionEndedError),
        (fault(401, "auth.refresh_reused"), SessionEndedError),
        (fault(401, "auth.session_revoked"), SessionEndedError),
        (fault(403, "exam.proctoring_required"), RefusedError),
        (fault(404, "not_found"), NotFoundError),
        (fault(409, "attempt.lease_lost"), ConflictError),
        (fault(410, "sync.cursor_too_old"), RefusedError),
        (fault(413, "too_large"), RefusedError),
        (fault(422, "validation"), RefusedError),
        (fault(423, "auth.locked"), AccountLockedError),
        (fault(426, "client.too_old"), ClientTooOldError),
        (fault(429, "rate_limited"), RateLimitedError),
        (fault(500, "internal"), PlatformUnavailableError),
        (httpx.Response(302, headers={"Location": "https://elsewhere.example"}), ProtocolError),
        (httpx.Response(502, html="<html>Bad gateway</html>"), PlatformUnavailableError),
        (httpx.Response(404, html="<html>nginx</html>"), ProtocolError),
        (httpx.Response(404, json={"detail": "Not Found"}), ProtocolError),
        (httpx.Response(403, html="<html>Sign in to the school's Wi-Fi</html>"), ProtocolError),
        (httpx.Response(511, html="<html>Sign in</html>"), ProtocolError),
        (httpx.Response(429, text="slow down"), RateLimitedError),
        (httpx.Response(413, html="<html>nginx: too large</html>"), ProtocolError),
        (httpx.Response(413, text="too large"), RefusedError),
        (httpx.Response(408), PlatformUnavailableError),
    ],
)
def test_answers_become_errors(answer: httpx.Response, kind: type[PlatformError]) -> None:
    error = error_of(answer)
    assert type(error) is kind
    assert error.status == answer.status_code


def test_an_error_carries_code_words_and_details() -> None:
    error = error_of(fault(409, "attempt.chain_gap", head={"seq": 3}))
    assert error.platform_code == "attempt.chain_gap"
    assert error.arguments["details"] == {"head": {"seq": 3}}
    assert error.arguments["message"] == "words"


def test_a_locked_account_says_until_when() -> None:
    by_header = error_of(fault(423, "auth.locked", headers={"Retry-After": "120"}))
    until = wire_time(NOW + timedelta(minutes=7))
    by_detail = error_of(fault(423, "auth.locked", until=until))
    unsaid = error_of(fault(423, "auth.locked", until="soon"))
    found = [error.until for error in (by_header, by_detail, unsaid) if isinstance(error, AccountLockedError)]
    assert found == [NOW + timedelta(minutes=minutes) for minutes in (2, 7, 15)]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("12", 12),
        ("0.5", 0.5),
        ("-4", 0),
        ("99999999", faults.LONGEST_RETRY_AFTER),
        ("Mon, 02 Mar 2026 09:01:00 GMT", 60),
        ("Mon, 02 Mar 2020 09:01:00 GMT", 0),
        ("soon", None),
        ("", None),
        ("nan", None),
        ("inf", faults.LONGEST_RETRY_AFTER),
    ],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    assert faults.retry_after({"retry-after": text}, NOW) == seconds


@given(
    st.integers(300, 599),
    st.binary(max_size=60),
    st.text(st.characters(codec="ascii"), max_size=20),
    st.text(max_size=20),
)
def test_no_answer_gets_past_the_tree(status: int, body: bytes, kind: str, wait: str) -> None:
    headers = {"content-type": kind, "retry-after": wait}
    assert isinstance(faults.error_of(status, headers, body, "GET /x", NOW), PlatformError)


@given(st.binary(max_size=80))
def test_json_is_parsed_or_refused(body: bytes) -> None:
    with suppress(ProtocolError):
        faults.parse_json({"content-type": "application/json"}, body, "GET /x")


@pytest.mark.parametrize(
    "kind",
    [item for item in vars(httpx).values() if isinstance(item, type) and issubclass(item, httpx.HTTPError)],
)
def test_every_exception_of_httpx_is_translated(kind: type[httpx.HTTPError]) -> None:
    if kind is httpx.HTTPStatusError:
        error: httpx.HTTPError = httpx.HTTPStatusError(
            "no", request=httpx.Request("GET", "http://x"), response=httpx.Response(500)
        )
    else:
        error = kind("no")
    with pytest.raises((NetworkError, ProtocolError)) as caught:
        faults.raise_network_fault(error, "GET /x")
    assert isinstance(caught.value, LearnUpError)
    assert caught.value.__cause__ is error

"""One refresh for all who wait, persisted before it is used, and a lost line signs nobody out."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import NetworkError, SessionEndedError, SignInError
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.contract import routes
from tests.unit.api.wire import NOW, fault, scripted

ACCOUNT = {"id": "a1", "username": "nimal", "name": "Nimal", "role": "student"}


class School:
    """A platform that knows one access token and one refresh token at a time."""

    def __init__(self) -> None:
        self.generation = 1
        self.refreshes: list[httpx.Request] = []
        self.seen: list[str] = []
        self.refresh_answer: httpx.Response | Exception | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == routes.REFRESH:
            return self._refresh(request)
        token = request.headers["authorization"].removeprefix("Bearer ")
        self.seen.append(token)
        if token != f"access-{self.generation}":
            return fault(401, "auth.token_expired")
        return httpx.Response(200, json=ACCOUNT)

    def _refresh(self, request: httpx.Request) -> httpx.Response:
        self.refreshes.append(request)
        if isinstance(self.refresh_answer, Exception):
            raise self.refresh_answer
        if self.refresh_answer is not None:
            return self.refresh_answer
        assert b"refresh-1" in request.content
        self.generation += 1
        pair = {
            "accessToken": f"access-{self.generation}",
            "refreshToken": f"refresh-{self.generation}",
            "expiresIn": 3600,
            "account": ACCOUNT,
        }
        return httpx.Response(200, json=pair)


async def test_twenty_who_find_the_token_expired_refresh_once() -> None:
    school = School()
    persisted: list[Tokens | None] = []
    async with scripted(school, Tokens("access-0", "refresh-1")) as transport:

        async def persist(tokens: Tokens | None) -> None:
            assert not any(token == "access-2" for token in school.seen)
            persisted.append(tokens)

        transport.session.keeper.persist_with(persist)
        answers = await asyncio.gather(*(transport.request_json("GET", routes.ME) for _ in range(20)))
    assert len(answers) == 20
    assert len(school.refreshes) == 1
    assert [tokens.refresh for tokens in persisted if tokens is not None] == ["refresh-2"]


async def test_only_a_refresh_token_is_enough_to_begin_with() -> None:
    school = School()
    async with scripted(school, Tokens("", "refresh-1")) as transport:
        await transport.request_json("GET", routes.ME)
    assert school.seen == ["access-2"]


async def test_one_that_ends_soon_is_renewed_before_it_is_used() -> None:
    school, clock = School(), ManualClock(NOW)
    async with scripted(school, Tokens("access-1", "refresh-1", NOW + timedelta(seconds=50)), clock) as transport:
        await transport.request_json("GET", routes.ME)
        assert await transport.access_token() == "access-2"
        assert await transport.access_token() == "access-2"
    assert len(school.refreshes) == 1


async def test_a_lost_answer_is_asked_for_with_the_same_key_and_signs_nobody_out() -> None:
    school = School()
    school.refresh_answer = httpx.ReadTimeout("lost")
    ended: list[None] = []
    async with scripted(school, Tokens("access-0", "refresh-1")) as transport:
        transport.session.on_ended = lambda: ended.append(None)
        with pytest.raises(NetworkError):
            await transport.request_json("GET", routes.ME)
        school.refresh_answer = None
        await transport.request_json("GET", routes.ME)
    keys = {request.headers["idempotency-key"] for request in school.refreshes}
    assert len(school.refreshes) > 2
    assert len(keys) == 1
    assert "refresh-1" not in keys.pop()
    assert ended == []


async def test_a_refused_refresh_ends_the_session_once() -> None:
    school = School()
    school.refresh_answer = fault(401, "auth.refresh_reused")
    ended: list[None] = []
    async with scripted(school, Tokens("access-0", "refresh-1")) as transport:
        transport.session.on_ended = lambda: ended.append(None)
        results = await asyncio.gather(
            *(transport.request_json("GET", routes.ME) for _ in range(5)), return_exceptions=True
        )
        assert all(isinstance(result, SessionEndedError) for result in results)
        assert transport.session.keeper.current is None
        with pytest.raises(SessionEndedError):
            await transport.access_token()
    assert len(school.refreshes) == 1
    assert ended == [None]


async def test_a_wrong_password_is_not_taken_for_an_ended_session() -> None:
    async with scripted(lambda request: fault(401, "auth.wrong_password")) as transport:
        with pytest.raises(SignInError) as caught:
            await transport.request_json("POST", routes.PASSWORD_CHANGE, body={})
        assert not isinstance(caught.value, SessionEndedError)
        assert transport.session.keeper.current is not None


async def test_who_is_cancelled_while_waiting_takes_nobody_along() -> None:
    school = School()
    async with scripted(school, Tokens("access-0", "refresh-1")) as transport:
        first = asyncio.create_task(transport.request_json("GET", routes.ME))
        second = asyncio.create_task(transport.request_json("GET", routes.ME))
        await asyncio.sleep(0)
        first.cancel()
        assert await second == ACCOUNT
    assert len(school.refreshes) == 1

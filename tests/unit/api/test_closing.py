"""Closing in the middle of anything leaves no connection behind, and whoever waits is told."""

import asyncio

import pytest

from learnup_desktop.api.transport import Transport
from learnup_desktop.api.under_way import UnderWay
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.errors import LearnUpError, OfflineError
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.base.waiting import cancel_and_wait, to_the_end
from tests.open_sockets import open_sockets_to
from tests.unit.api.wire import raw_server, response_bytes

ANSWER = response_bytes({"ok": True})


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


async def asked(transport: Transport) -> object:
    try:
        return await transport.request_json("GET", "/x", authenticated=False)
    except LearnUpError as error:
        return error


@pytest.mark.parametrize("after", range(16))
async def test_closing_while_a_request_is_under_way_leaves_no_socket(after: int) -> None:
    """Each number of turns is another moment: connecting, connected, sent, answered, kept alive."""
    async with raw_server(ANSWER, close=False) as url:
        transport = Transport(url, SystemClock())
        await transport._client()  # made in a thread, which takes no fixed number of turns
        asking = asyncio.create_task(asked(transport))
        await turns(after)
        await transport.close()
        assert open_sockets_to(url) == []
        answer = await asking
        assert answer == {"ok": True} or isinstance(answer, OfflineError)
        await turns(20)
        assert open_sockets_to(url) == [], "it came up after the end"


@pytest.mark.parametrize("after", range(16))
async def test_a_cancelled_request_and_a_close_leave_no_socket(after: int) -> None:
    async with raw_server(ANSWER, close=False) as url:
        transport = Transport(url, SystemClock())
        await transport._client()
        asking = asyncio.create_task(asked(transport))
        await turns(after)
        asking.cancel()
        await transport.close()
        assert open_sockets_to(url) == []
        await asyncio.wait((asking,))


@pytest.mark.parametrize("after", range(1, 6))
async def test_a_close_that_is_cancelled_closes_all_the_same(after: int) -> None:
    """As when a page goes while its question to a server has just been answered and the connection is being closed."""
    async with raw_server(ANSWER, close=False) as url:
        transport = Transport(url, SystemClock())
        assert await asked(transport) == {"ok": True}
        assert len(open_sockets_to(url)) == 1
        closing = asyncio.create_task(transport.close())
        await turns(after)
        closing.cancel()
        closing.cancel()
        await asyncio.wait((closing,))
        assert open_sockets_to(url) == []


async def test_whoever_waits_for_an_answer_or_a_pause_is_told_at_once() -> None:
    busy = response_bytes({"statusCode": 503, "code": "unavailable"}, status="503 Busy", headers="Retry-After: 8\r\n")
    async with raw_server(ANSWER[:10], stall=60) as silent, raw_server(busy) as pausing:
        for url in (silent, pausing):
            transport = Transport(url, SystemClock())
            asking = asyncio.create_task(asked(transport))
            await asyncio.sleep(0.1)
            assert not asking.done()
            await asyncio.gather(transport.close(), transport.close())
            assert transport.closed
            assert isinstance(await asking, OfflineError)
            assert isinstance(await asked(transport), OfflineError)
            assert open_sockets_to(url) == []


async def test_a_refresh_under_way_ends_with_the_connection_and_the_session_stays() -> None:
    async with raw_server(stall=60, close=False) as url:
        transport = Transport(url, SystemClock())
        await transport.session.keeper.set(Tokens("", "refresh-1"))
        waiting = [asyncio.create_task(transport.access_token()) for _ in range(2)]
        await asyncio.sleep(0.1)
        await transport.close()
        for task in waiting:
            with pytest.raises(OfflineError):
                await task
        assert transport.session.keeper.current is not None
        assert open_sockets_to(url) == []


async def test_a_download_being_read_ends_with_the_connection() -> None:
    async with raw_server(response_bytes(b"x" * 1000, length=2000), close=False) as url:
        transport = Transport(url, SystemClock())
        await transport.session.keeper.set(Tokens("access-1", "refresh-1"))

        async def read() -> int:
            async with transport.stream("/x") as download:
                return sum([len(piece) async for piece in download.chunks])

        reading = asyncio.create_task(read())
        await asyncio.sleep(0.1)
        await transport.close()
        with pytest.raises(OfflineError):
            await reading
        assert open_sockets_to(url) == []


async def test_being_cancelled_by_somebody_else_stays_that() -> None:
    under_way = UnderWay()

    async def hold() -> None:
        async with under_way.hold():
            await asyncio.Event().wait()

    task = asyncio.create_task(hold())
    await turns(2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(under_way) == 0
    await under_way.close()


async def test_what_must_end_ends_and_only_then_the_cancellation_is_told() -> None:
    done: list[str] = []

    async def slow() -> str:
        await asyncio.sleep(0.05)
        done.append("closed")
        return "result"

    task = asyncio.create_task(slow())
    waiting = asyncio.create_task(to_the_end(task))
    await turns(2)
    waiting.cancel()
    await turns(2)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert done == ["closed"] and await to_the_end(task) == "result"


async def test_what_is_cancelled_cleans_up_in_peace() -> None:
    cleaned: list[str] = []

    async def careful() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.05)
            cleaned.append("up")

    task = asyncio.create_task(careful())
    await turns(1)
    ending = asyncio.create_task(cancel_and_wait(task, None))
    await turns(2)
    ending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await ending
    assert cleaned == ["up"] and task.cancelled()
    await cancel_and_wait(task)

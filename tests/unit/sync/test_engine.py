"""The cache follows the platform's pages, takes a snapshot when it must, and one pull serves all who ask."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.errors import LearnUpError, OfflineError, ProtocolError, SessionEndedError
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.routes import SYNC_SNAPSHOT
from learnup_desktop.contract.sync import Change, Stream, SyncAnswer
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.store.cache import Cache
from learnup_desktop.sync.engine import SyncEngine
from learnup_desktop.sync.state import SyncStateTracker
from tests.unit.api.wire import fault, scripted
from tests.unit.store.samples import STARTED


def notice(identifier: str, version: int, text: str = "x") -> Change:
    item = Announcement(
        id=identifier,
        title=LocalizedText(en=text),
        body=LocalizedText(en=text),
        author_name="Office",
        published_at=STARTED,
    )
    return Change(stream=Stream.ANNOUNCEMENTS, id=identifier, version=version, data=item.to_wire())


class Feed:
    """A platform with a list of changes; a cursor is a place in it, two changes a page."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.floor = 0
        self.asked: list[str] = []
        self.trouble: Callable[[], httpx.Response | None] = lambda: None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append("snapshot" if request.url.path == SYNC_SNAPSHOT else "changes")
        answer = self.trouble()
        if answer is not None:
            return answer
        cursor = request.url.params.get("cursor")
        assert "announcements" in request.url.params["streams"]
        if self.asked[-1] == "snapshot":
            start = int(cursor.partition("/")[2]) if cursor else 0
            page, more = self.changes[start : start + 2], start + 2 < len(self.changes)
            following = f"{len(self.changes)}/{start + 2}" if more else str(len(self.changes))
        else:
            start = int(cursor or 0)
            if start < self.floor:
                return fault(410, "sync.cursor_too_old")
            page, more = self.changes[start : start + 2], start + 2 < len(self.changes)
            following = str(min(start + 2, len(self.changes)))
        return httpx.Response(200, json=SyncAnswer(changes=page, cursor=following, has_more=more).to_wire())

    def say(self, *identifiers: str) -> None:
        for identifier in identifiers:
            self.changes.append(notice(identifier, len(self.changes) + 1))


@asynccontextmanager
async def engine_on(
    folder: Path, feed: Feed, state: SyncStateTracker | None = None, poll_seconds: float = 60.0
) -> AsyncIterator[tuple[SyncEngine, Cache]]:
    cache = Cache(folder / "cache.db")
    async with scripted(feed) as transport:
        engine = SyncEngine(PlatformClient(transport).sync, cache, state, poll_seconds=poll_seconds)
        try:
            yield engine, cache
        finally:
            await engine.close()
            await cache.close()


async def ids(cache: Cache) -> list[str]:
    return [item.id for item in await cache.all(Stream.ANNOUNCEMENTS, Announcement)]


async def eventually(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.01)


async def test_a_snapshot_first_then_changes_page_by_page(tmp_path: Path) -> None:
    feed, told = Feed(), list[frozenset[Stream]]()
    feed.say("a", "b", "c")
    async with engine_on(tmp_path, feed) as (engine, cache):
        engine.on_changed(told.append)
        assert await engine.pull() == {Stream.ANNOUNCEMENTS}
        assert await ids(cache) == ["a", "b", "c"]
        assert feed.asked == ["snapshot", "snapshot"]
        assert await engine.pull() == frozenset()
        feed.say("d", "e", "f")
        await engine.pull()
        assert await ids(cache) == ["a", "b", "c", "d", "e", "f"]
        assert feed.asked[2:] == ["changes", "changes", "changes"]
        assert told == [frozenset({Stream.ANNOUNCEMENTS})] * 2


async def test_a_cursor_that_is_too_old_leads_to_a_snapshot_that_replaces(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("gone", "kept")
    async with engine_on(tmp_path, feed) as (engine, cache):
        await engine.pull()
        feed.changes = [notice("kept", 2), notice("new", 9), notice("other", 10)]
        feed.floor = 3
        await engine.pull()
        assert await ids(cache) == ["kept", "new", "other"]


async def test_an_interrupted_snapshot_goes_on_where_it_stopped_and_is_unseen_until_it_is_whole(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("a", "b", "c", "d", "e")

    def cut_after_two_pages() -> httpx.Response | None:
        if len(feed.asked) > 2:
            raise httpx.ConnectError("cut")
        return None

    feed.trouble = cut_after_two_pages
    async with engine_on(tmp_path, feed) as (engine, cache):
        with pytest.raises(OfflineError):
            await engine.pull()
        assert await ids(cache) == []
    feed.asked.clear()
    feed.trouble = lambda: None
    feed.say("f")
    async with engine_on(tmp_path, feed) as (engine, cache):
        await engine.pull()
        assert await ids(cache) == ["a", "b", "c", "d", "e", "f"]
        # Only the page that was missing, then what has happened meanwhile.
        assert feed.asked == ["snapshot", "changes"]
        assert await cache.snapshot_cursor() is None


async def test_an_interrupted_snapshot_that_the_platform_no_longer_knows_begins_anew(tmp_path: Path) -> None:
    feed, refusals = Feed(), [fault(410, "sync.cursor_too_old")]
    feed.say("a", "b", "c")
    async with engine_on(tmp_path, feed) as (engine, cache):
        await cache.stage([notice("gone", 1)], "old/2", first=True)
        feed.trouble = lambda: refusals.pop() if refusals else None
        await engine.pull()
        assert await ids(cache) == ["a", "b", "c"]


async def test_what_came_before_the_line_broke_is_kept(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("a")
    async with engine_on(tmp_path, feed) as (engine, cache):
        await engine.pull()
        feed.say("b", "c", "d", "e")
        pages: list[None] = []

        def break_after_the_first_page() -> httpx.Response | None:
            pages.append(None)
            if len(pages) > 1:
                raise httpx.ConnectError("cut")
            return None

        feed.trouble = break_after_the_first_page
        with pytest.raises(OfflineError):
            await engine.pull()
        assert await ids(cache) == ["a", "b", "c"]
        assert isinstance(engine.last_error, OfflineError)
        feed.trouble = lambda: None
        await engine.pull()
        assert await ids(cache) == ["a", "b", "c", "d", "e"]
        assert engine.last_error is None


async def test_a_snapshot_is_swapped_in_whole_or_not_at_all(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("a", "b")
    async with engine_on(tmp_path, feed) as (engine, cache):
        await engine.pull()
        feed.floor = 99
        feed.changes = [notice(name, 50) for name in "vwxyz"]
        pages: list[None] = []

        def break_in_the_snapshot() -> httpx.Response | None:
            pages.append(None)
            if len(pages) > 3:
                raise httpx.ConnectError("cut")
            return None

        feed.trouble = break_in_the_snapshot
        with pytest.raises(OfflineError):
            await engine.pull()
        assert await ids(cache) == ["a", "b"]


async def test_who_asks_while_one_runs_shares_it(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("a")
    async with engine_on(tmp_path, feed) as (engine, _):
        first = asyncio.create_task(engine.pull())
        others = [asyncio.create_task(engine.pull()) for _ in range(5)]
        await asyncio.sleep(0)
        first.cancel()
        assert await asyncio.gather(*others) == [frozenset({Stream.ANNOUNCEMENTS})] * 5
        assert feed.asked == ["snapshot"]


async def test_a_cursor_that_stands_still_is_refused(tmp_path: Path) -> None:
    feed = Feed()
    still = SyncAnswer(changes=[], cursor="5", has_more=True).to_wire()
    feed.trouble = lambda: httpx.Response(200, json=still)
    async with engine_on(tmp_path, feed) as (engine, _):
        with pytest.raises(ProtocolError):
            await engine.pull()


async def test_it_pulls_at_the_start_on_hints_and_after_the_line_came_up(tmp_path: Path) -> None:
    feed, state = Feed(), SyncStateTracker()
    feed.say("a")
    async with engine_on(tmp_path, feed, state) as (engine, _):
        engine.start()
        engine.start()
        await eventually(lambda: len(feed.asked) == 1, 0.3)
        for _ in range(20):
            engine.hint([Stream.LESSONS])
        await eventually(lambda: len(feed.asked) == 2)
        engine.set_live(True)
        await eventually(lambda: len(feed.asked) == 3)
        engine.set_live(True)
        await asyncio.sleep(0.7)
        assert len(feed.asked) == 3
        assert state.state.as_of is not None


async def test_a_hint_that_somebody_waits_for_is_not_kept_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnup_desktop.sync.engine.HINT_SECONDS", 3600.0)
    feed = Feed()
    feed.say("a")
    async with engine_on(tmp_path, feed) as (engine, _):
        engine.start()
        await eventually(lambda: len(feed.asked) == 1)
        for asked in (2, 3):
            engine.hint()
            engine.hint(soon=True)
            await eventually(lambda asked=asked: len(feed.asked) == asked)  # type: ignore[misc]  # bound now
        engine.hint()
        await asyncio.sleep(0)
        assert len(feed.asked) == 3


async def test_a_hint_is_not_answered_by_a_pull_that_asked_before_it(tmp_path: Path) -> None:
    feed, slow, go_on = Feed(), False, asyncio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        made = feed(request)
        if slow:
            await go_on.wait()  # the platform has read its list; the answer is on its way
        return made

    feed.say("a")
    cache = Cache(tmp_path / "cache.db")
    async with scripted(answer) as transport:
        engine = SyncEngine(PlatformClient(transport).sync, cache, poll_seconds=60.0)
        engine.start()
        await engine.pull()  # shared with the first one, and over when this returns
        assert len(feed.asked) == 1
        slow = True
        asked = asyncio.create_task(engine.pull())
        await eventually(lambda: len(feed.asked) == 2)
        feed.say("b")
        engine.hint([Stream.ANNOUNCEMENTS])
        await asyncio.sleep(1.5)
        go_on.set()
        await asked
        await eventually(lambda: len(feed.asked) == 3)
        await engine.pull()
        assert "b" in await ids(cache)
        await engine.close()
        await cache.close()


async def test_it_polls_without_any_hint(tmp_path: Path) -> None:
    feed = Feed()
    async with engine_on(tmp_path, feed, poll_seconds=0.05) as (engine, _):
        engine.start()
        await eventually(lambda: len(feed.asked) >= 4)


async def test_an_ended_session_is_told_and_asked_about_no_more(tmp_path: Path) -> None:
    feed, state = Feed(), SyncStateTracker()
    feed.trouble = lambda: fault(401, "auth.session_revoked")
    async with engine_on(tmp_path, feed, state, poll_seconds=0.05) as (engine, _):
        engine.start()
        await eventually(lambda: not state.state.signed_in)
        assert isinstance(engine.last_error, SessionEndedError)
        asked = len(feed.asked)
        await asyncio.sleep(0.3)
        assert len(feed.asked) == asked


async def test_a_fault_that_passes_is_waited_out(tmp_path: Path) -> None:
    feed = Feed()
    feed.say("a")
    feed.trouble = lambda: httpx.Response(200, html="<html>Wi-Fi</html>")
    async with engine_on(tmp_path, feed) as (engine, cache):
        engine.start()
        await eventually(lambda: isinstance(engine.last_error, LearnUpError))
        feed.trouble = lambda: None
        engine.hint()
        await eventually(lambda: engine.last_error is None)
        assert await ids(cache) == ["a"]

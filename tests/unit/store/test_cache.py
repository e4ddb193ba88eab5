"""The cache follows the platform, opens with no network, and heals itself."""

import asyncio
import sqlite3
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.classes import Lesson, LessonState, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.store.cache import Cache
from tests.unit.store.samples import STARTED, run

WEEK = datetime(2026, 3, 2, tzinfo=UTC)


def lesson(identifier: str, starts_at: datetime, minutes: int = 60, **more: object) -> Lesson:
    document = {
        "id": identifier,
        "class_id": "c1",
        "topic": LocalizedText(en="Algebra", si="වීජ ගණිතය"),
        "subject": LocalizedText(en="Mathematics"),
        "class_name": LocalizedText(en="10-A"),
        "teacher_name": "R. Perera",
        "room": "7",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=minutes),
    }
    return Lesson.model_validate(document | more)


def change(item: Lesson, version: int = 1) -> Change:
    return Change(stream=Stream.LESSONS, id=item.id, version=version, data=item.to_wire())


def notice(identifier: str, text: str, version: int) -> Change:
    item = Announcement(
        id=identifier,
        title=LocalizedText(en=text),
        body=LocalizedText(en=text),
        author_name="Office",
        published_at=STARTED,
    )
    return Change(stream=Stream.ANNOUNCEMENTS, id=identifier, version=version, data=item.to_wire())


def gone(identifier: str, version: int) -> Change:
    return Change(stream=Stream.ANNOUNCEMENTS, id=identifier, version=version, deleted=True)


async def opened(folder: Path) -> Cache:
    cache = Cache(folder / "cache.db", ManualClock(STARTED))
    await cache.open()
    return cache


def _edit(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "cache.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


async def test_changes_are_there_after_a_restart(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    assert await cache.cursor() is None
    assert await cache.as_of() is None
    first = lesson("l1", WEEK + timedelta(hours=9))
    assert await cache.apply([change(first)], "cursor-1") == {Stream.LESSONS}
    await cache.close()
    again = await opened(tmp_path)
    assert await again.get(Stream.LESSONS, "l1", Lesson) == first
    assert await again.get(Stream.CLASSES, "l1", SchoolClass) is None
    assert (await again.cursor(), await again.as_of()) == ("cursor-1", STARTED)
    assert await again.count(Stream.LESSONS) == 1
    assert not again.rebuilt
    await again.close()


async def test_only_what_differs_counts_as_changed(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    assert await cache.apply([notice("a", "one", 5)], "1") == {Stream.ANNOUNCEMENTS}
    assert await cache.apply([notice("a", "one", 6)], "2") == frozenset()
    assert await cache.apply([notice("a", "older", 4)], "3") == frozenset()
    assert await cache.apply([gone("b", 7)], "4") == frozenset()
    assert await cache.replace([notice("a", "one", 6)], "5") == frozenset()
    assert await cache.replace([], "6") == {Stream.ANNOUNCEMENTS}
    assert await cache.cursor() == "6"
    await cache.close()


async def test_lessons_between_two_moments(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    nine = WEEK + timedelta(hours=9)
    moved = lesson(
        "moved",
        nine + timedelta(days=9),
        state=LessonState.MOVED,
        previous_starts_at=nine + timedelta(days=1),
        previous_ends_at=nine + timedelta(days=1, hours=1),
    )
    items = [
        lesson("late", WEEK + timedelta(days=6, hours=23, minutes=30)),
        lesson("first", nine),
        lesson("before", WEEK - timedelta(minutes=30), 30),
        lesson("into", WEEK - timedelta(minutes=30), 60),
        lesson("after", WEEK + timedelta(days=7)),
        moved,
    ]
    await cache.apply([change(item) for item in items], "1")
    end = WEEK + timedelta(days=7)
    assert [item.id for item in await cache.lessons_between(WEEK, end)] == ["into", "first", "late"]
    shown = await cache.lessons_between(WEEK, end, include_moved_away=True)
    assert [item.id for item in shown] == ["into", "first", "late", "moved"]
    asked: list[str] = []
    await cache._database.run(lambda connection: connection.set_trace_callback(asked.append))
    await cache.lessons_between(WEEK, end, include_moved_away=True)
    (query,) = [sql for sql in asked if sql.startswith("SELECT id, data")]
    plan = str(
        await cache._database.run(lambda connection: connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall())
    )
    assert "entities_by_time (stream=? AND starts_ms>? AND starts_ms<?)" in plan
    assert "entities_by_time_before (stream=? AND before_starts_ms>? AND before_starts_ms<?)" in plan
    await cache.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entities SET data = 'not json' WHERE id = 'l1'",
        "UPDATE entities SET data = '{\"id\": \"l1\"}' WHERE id = 'l1'",
        "UPDATE entities SET data = x'ff00' WHERE id = 'l1'",
    ],
)
async def test_a_damaged_row_is_dropped_and_asked_for_again(tmp_path: Path, statement: str) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson("l1", WEEK)), change(lesson("l2", WEEK))], "1")
    await cache.close()
    _edit(tmp_path, statement)
    again = await opened(tmp_path)
    assert [item.id for item in await again.all(Stream.LESSONS, Lesson)] == ["l2"]
    assert await again.cursor() is None
    assert await again.count(Stream.LESSONS) == 1
    await again.close()


async def test_a_long_list_keeps_nobody_waiting_and_loses_only_its_damaged_rows(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson(f"l{number:04}", WEEK)) for number in range(2000)], "1")
    await cache.close()
    _edit(tmp_path, "UPDATE entities SET data = 'not json' WHERE id IN ('l0007', 'l1234', 'l1999')")
    again = await opened(tmp_path)
    reading = asyncio.ensure_future(again.all(Stream.LESSONS, Lesson))
    await asyncio.sleep(0)  # its query goes first
    assert await again.cursor() == "1"
    assert not reading.done(), "a short question had to wait for two thousand rows"
    found = [item.id for item in await reading]
    assert found == [f"l{number:04}" for number in range(2000) if number not in (7, 1234, 1999)]
    assert await again.count(Stream.LESSONS) == 1997
    assert await again.cursor() is None
    await again.close()


async def test_a_damaged_file_is_rebuilt_silently(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson(f"l{number}", WEEK)) for number in range(200)], "1")
    await cache.close()
    path = tmp_path / "cache.db"
    path.write_bytes(b"\xa5" * 50_000)
    again = await opened(tmp_path)
    assert again.rebuilt
    assert await again.cursor() is None
    assert await again.all(Stream.LESSONS, Lesson) == []
    await again.apply([change(lesson("l1", WEEK))], "2")
    assert await again.count(Stream.LESSONS) == 1
    await again.close()


async def test_damage_found_while_open_is_healed_too(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson(f"l{number}", WEEK)) for number in range(400)], "1")
    await cache.close()
    path = tmp_path / "cache.db"
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\xa5" * (len(data) - 12288)
    path.write_bytes(data)
    again = await opened(tmp_path)
    assert await again.all(Stream.LESSONS, Lesson) == []
    assert await again.cursor() is None
    await again.close()


async def test_a_cache_of_a_newer_version_is_made_anew(tmp_path: Path) -> None:
    cache = await opened(tmp_path)
    await cache.apply([change(lesson("l1", WEEK))], "1")
    await cache.close()
    _edit(tmp_path, "PRAGMA user_version = 99")
    again = await opened(tmp_path)
    assert await again.count(Stream.LESSONS) == 0
    await again.close()


texts = st.one_of(st.none(), st.text(min_size=1, max_size=3))
events = st.lists(st.tuples(st.sampled_from("abcd"), texts), max_size=25)


@settings(max_examples=20, deadline=None)
@given(events, st.integers(1, 4))
def test_it_ends_like_a_dictionary_of_the_newest(history: list[tuple[str, str | None]], page: int) -> None:
    """Whatever the pages, an entity is what its newest version says; versions grow with the history."""

    async def scenario() -> None:
        with tempfile.TemporaryDirectory() as place:
            cache = await opened(Path(place))
            expected: dict[str, str] = {}
            changes = []
            for version, (identifier, text) in enumerate(history, start=1):
                changes.append(gone(identifier, version) if text is None else notice(identifier, text, version))
                if text is None:
                    expected.pop(identifier, None)
                else:
                    expected[identifier] = text
            for start in range(0, len(changes), page):
                await cache.apply(changes[start : start + page], f"cursor-{start}")
            found = await cache.all(Stream.ANNOUNCEMENTS, Announcement)
            assert {item.id: item.title.en for item in found} == expected
            await cache.replace([notice("z", "only", 1)], "end")
            assert [item.id for item in await cache.all(Stream.ANNOUNCEMENTS, Announcement)] == ["z"]
            await cache.close()

    run(scenario())

"""Rules of the platform that need no running platform."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.engine import make_url

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.classes import LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.demo.classes import CLASSES, PHYSICS_ENGLISH
from learnup_platform.demo.materials import MATERIALS
from learnup_platform.demo.people import EVERYBODY, STUDENTS, TEACHERS, students_of
from learnup_platform.demo.school import COLOMBO
from learnup_platform.demo.timetable import DemoLesson, build_timetable, live_lesson_id
from learnup_platform.http.download import parse_range
from learnup_platform.http.etag import matches
from learnup_platform.http.limits import RateLimiter
from learnup_platform.http.messages import message, preferred_language
from learnup_platform.keys import load_keys
from learnup_platform.modules.auth.passwords import is_weak, needs_rehash
from learnup_platform.plain_pdf import text_pdf
from learnup_platform.settings import DEMO_RATE_LIMIT, PlatformSettings, parse_duration
from learnup_platform.storage import FolderStore, MissingFileError, check_key

NOW = datetime(2026, 3, 4, 5, 0, tzinfo=UTC)
moments = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("text", "seconds"), [("1h", 3600), ("7d", 604_800), ("900", 900), (" 15 m ", 900), ("500ms", 0), (60, 60)]
)
def test_durations_are_read_as_the_contract_writes_them(text: object, seconds: int) -> None:
    assert parse_duration(text) == seconds


def test_a_bad_duration_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JWT_EXPIRES_IN", "soon")
    with pytest.raises(ValueError, match="duration"):
        PlatformSettings()


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "sqlite+aiosqlite:///somewhere/platform.db"),
        ({"DATABASE_URL": "postgres://u:p@db/learnup"}, "postgresql+asyncpg://u:p@db/learnup"),
        ({"DATABASE_URL": "postgresql://u@db/l?sslmode=require"}, "postgresql+asyncpg://u@db/l?ssl=require"),
        (
            {"DB_HOST": "db", "DB_USERNAME": "u", "DB_PASSWORD": "p/w", "DB_NAME": "l"},
            "postgresql+asyncpg://u:p%2Fw@db:5432/l",
        ),
    ],
)
def test_the_database_is_named_by_the_contracts_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("DATABASE_URL", "DB_HOST"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert PlatformSettings(data=Path("somewhere")).resolved_database_url() == make_url(expected)


def test_only_the_demo_has_the_high_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert PlatformSettings().requests_per_window == 100
    assert PlatformSettings(demo=True).requests_per_window == DEMO_RATE_LIMIT
    monkeypatch.setenv("RATE_LIMIT_MAX", "7")
    assert PlatformSettings(demo=True).requests_per_window == 7


def test_the_rate_window_slides() -> None:
    async def run() -> None:
        clock = ManualClock(NOW)
        limiter = RateLimiter(clock, 60)
        for _ in range(10):
            assert await limiter.wait_seconds("a", 10) == 0
        assert await limiter.wait_seconds("a", 10) == 61
        assert await limiter.wait_seconds("b", 10) == 0
        clock.advance(90)
        allowed = 0
        while await limiter.wait_seconds("a", 10) == 0:
            allowed += 1
        assert allowed == 5, "half of the window before still counts"
        clock.advance(300)
        assert await limiter.wait_seconds("a", 10) == 0

    asyncio.run(run())


@given(gaps=st.lists(st.floats(0.01, 40), min_size=1, max_size=60), maximum=st.integers(1, 12))
def test_whoever_waits_as_told_gets_through(gaps: list[float], maximum: int) -> None:
    async def run() -> None:
        clock = ManualClock(NOW)
        limiter = RateLimiter(clock, 60)
        for gap in gaps:
            clock.advance(gap)
            wait = await limiter.wait_seconds("a", maximum)
            if wait:
                assert wait <= 61
                clock.advance(wait)
                assert await limiter.wait_seconds("a", maximum) == 0

    asyncio.run(run())


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("si", "si"),
        ("ta-LK,ta;q=0.9,en;q=0.8", "ta"),
        ("fr,de;q=0.9", "en"),
        ("en;q=0.5, si;q=0.7", "si"),
        ("si;q=nonsense,ta;q=0.1", "ta"),
        ("si;q=0", "en"),
    ],
)
def test_the_language_is_negotiated(header: str | None, language: str) -> None:
    assert preferred_language(header) == language


def test_every_code_has_a_sentence_in_three_languages() -> None:
    from learnup_platform.http import messages
    from learnup_platform.modules import registry

    assert registry.MODULES
    for key, text in messages._MESSAGES.items():
        assert isinstance(text, LocalizedText)
        assert text.en and text.si and text.ta, key
    assert message("no.such.key", "en") == "no.such.key"


@pytest.mark.parametrize(
    ("header", "size", "part"),
    [
        ("bytes=0-0", 10, (0, 1)),
        ("bytes=5-", 10, (5, 10)),
        ("bytes=5-99", 10, (5, 10)),
        ("bytes=-3", 10, (7, 10)),
        ("bytes=-99", 10, (0, 10)),
        ("bytes=10-", 10, None),
        ("bytes=3-2", 10, None),
        ("bytes=-0", 10, None),
        ("bytes=-", 10, None),
        ("bytes=0-0", 0, None),
    ],
)
def test_ranges(header: str, size: int, part: tuple[int, int] | None) -> None:
    assert parse_range(header, size) == part


@pytest.mark.parametrize(
    ("header", "same"),
    [('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("", False), (None, False)],
)
def test_validators_compare_weakly(header: str | None, same: bool) -> None:
    assert matches(header, 'W/"a"') is same


@pytest.mark.parametrize(
    ("password", "weak"),
    [
        ("a-quiet-river-9", False),
        ("short", True),
        ("password123", True),
        ("aaaaaaaaaaaa", True),
        ("nimali2026", False),
        ("nimali1", True),
        ("Perera12", True),
        ("නිමාලිගේ ගඟ", False),
    ],
)
def test_weak_passwords(password: str, weak: bool) -> None:
    assert is_weak(password, "nimali", "Nimali Perera") is weak


def test_a_hash_says_when_it_should_be_made_anew() -> None:
    assert needs_rehash("$2b$04$abc", 12)
    assert not needs_rehash("$2b$12$abc", 12)


def test_keys_are_made_once(tmp_path: Path) -> None:
    settings = PlatformSettings(data=tmp_path)
    first, second = load_keys(settings), load_keys(settings)
    assert first.public_key == second.public_key
    assert first.access_secret == second.access_secret
    assert len({first.access_secret, first.refresh_secret, first.sealing_key}) == 3
    (tmp_path / "keys" / "sealing.key").write_bytes(b"short")
    with pytest.raises(ValueError, match="damaged"):
        load_keys(settings)


@pytest.mark.parametrize("key", ["../up", "a/../b", "/etc/passwd", "a//b", "", ".hidden", "a/.hidden", "a b", "a\\b"])
def test_a_storage_key_is_no_way_out(key: str) -> None:
    with pytest.raises(ValueError, match="storage key"):
        check_key(key)


def test_the_folder_store(tmp_path: Path) -> None:
    async def run() -> None:
        store = FolderStore(tmp_path / "files")
        await store.put("a/b.bin", b"0123456789")
        assert await store.read("a/b.bin") == b"0123456789"
        assert await store.read("a/b.bin", 2, 5) == b"234"
        assert [path.name for path in (tmp_path / "files" / "a").iterdir()] == ["b.bin"]
        await store.check()
        await store.delete("a/b.bin")
        await store.delete("a/b.bin")
        with pytest.raises(MissingFileError):
            await store.read("a/b.bin")

    asyncio.run(run())


def test_the_people_are_who_they_should_be() -> None:
    assert (len(STUDENTS), len(TEACHERS), len(EVERYBODY)) == (60, 4, 65)
    assert len({person.username for person in EVERYBODY}) == 65
    assert len({person.name for person in EVERYBODY}) == 65
    assert {len(students_of(group)) for group in ("english", "sinhala", "tamil")} == {20}
    assert {of.medium for of in CLASSES} == {"English", "Sinhala", "Tamil"}
    assert all(of.size >= 10 for of in CLASSES)
    assert all(text.en and text.si and text.ta for of in CLASSES for text in (of.name, *of.topics))
    assert all(entry.title.en and entry.title.si and entry.title.ta for entry in MATERIALS)


@given(now=moments)
def test_the_timetable_holds_at_every_moment(now: datetime) -> None:
    lessons = build_timetable(now)
    live = next(lesson for lesson in lessons if lesson.id == live_lesson_id())
    assert live.starts_at <= now < live.ends_at
    assert live.of.key == PHYSICS_ENGLISH
    assert live.starts_at.astimezone(COLOMBO).date() == now.astimezone(COLOMBO).date()
    assert len({lesson.id for lesson in lessons}) == len(lessons)
    assert [lesson.state for lesson in lessons].count(LessonState.MOVED) == 1
    assert [lesson.state for lesson in lessons].count(LessonState.CANCELLED) == 1
    changed = [lesson for lesson in lessons if lesson.state is not LessonState.PLANNED]
    assert all(lesson.starts_at > now and lesson.note for lesson in changed)
    assert min(lesson.starts_at for lesson in lessons) < now - timedelta(days=6)
    assert max(lesson.ends_at for lesson in lessons) > now + timedelta(days=5)
    _assert_nobody_is_in_two_places(lessons)


def _assert_nobody_is_in_two_places(lessons: list[DemoLesson]) -> None:
    held = [lesson for lesson in lessons if lesson.state is not LessonState.CANCELLED]
    for index, lesson in enumerate(held):
        for other in held[index + 1 :]:
            if lesson.overlaps(other):
                assert lesson.of.teacher != other.of.teacher, (lesson, other)
                assert lesson.of.group != other.of.group, (lesson, other)


def test_the_pdf_is_one(tmp_path: Path) -> None:
    data = text_pdf("Title (one)", [f"line {number}" for number in range(100)])
    assert data == text_pdf("Title (one)", [f"line {number}" for number in range(100)])
    assert data.startswith(b"%PDF-1.4")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/Count 3" in data
    table = int(data.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert data[table : table + 4] == b"xref"
    entries = data[table:].split(b"trailer")[0].splitlines()[3:]
    for number, entry in enumerate(entries, 1):
        assert data[int(entry[:10]) :].startswith(f"{number} 0 obj".encode())

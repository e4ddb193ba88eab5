"""The kept calendar: written at once, replaced only by news, gone back to nothing when it cannot be written."""

from pathlib import Path

import pytest

from learnup_desktop.base.errors import StorageError
from learnup_desktop.features.timetable.calendar_file import CONFIG_FILE, CalendarFile


class Source:
    """What the calendar says."""

    def __init__(self) -> None:
        self.content = b"one"
        self.previous: list[bytes] = []

    async def make(self, previous: bytes) -> bytes:
        self.previous.append(previous)
        return self.content


async def test_it_follows_the_timetable_until_it_is_stopped(tmp_path: Path) -> None:
    source, place = Source(), tmp_path / "shared" / "timetable.ics"
    place.parent.mkdir()
    kept = CalendarFile(tmp_path, source.make)
    assert await kept.path() is None and not await kept.refresh()
    await kept.keep(place)
    assert place.read_bytes() == b"one" and not await kept.refresh()
    source.content = b"two"
    assert await CalendarFile(tmp_path, source.make).refresh(), "another start finds the place again"
    assert (place.read_bytes(), source.previous[-1]) == (b"two", b"one")
    assert sorted(path.name for path in place.parent.iterdir()) == ["timetable.ics"], "no half-written file stays"
    await kept.stop()
    source.content = b"three"
    assert not await kept.refresh() and place.read_bytes() == b"two"


async def test_a_place_that_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    kept = CalendarFile(tmp_path, Source().make)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageError):
        await kept.keep(tmp_path / "file" / "timetable.ics")
    assert await kept.path() is None
    (tmp_path / CONFIG_FILE).write_text("{}")
    assert await kept.path() is None

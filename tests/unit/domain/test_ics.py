"""The calendar file: lines fold by octets, text survives escaping, changes carry a new sequence."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.ics import MAXIMUM_OCTETS, escape_text, fold_line, timetable_calendar

START = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
WRITTEN = datetime(2026, 11, 15, 12, 0, tzinfo=UTC)


def lesson(**changes: object) -> Lesson:
    values: dict[str, object] = {
        "id": "lesson-1",
        "class_id": "class-1",
        "topic": LocalizedText(en="Waves, and; sound"),
        "subject": LocalizedText(en="Physics", si="භෞතික විද්‍යාව"),
        "class_name": LocalizedText(en="12 Physics"),
        "teacher_name": "Mrs Perera",
        "room": "Hall 2",
        "starts_at": START,
        "ends_at": START + timedelta(minutes=90),
    }
    return Lesson.model_validate(values | changes)


def unfold(calendar: bytes) -> list[str]:
    """What a reader does first (RFC 5545, 3.1)."""
    return re.sub(r"\r\n[ \t]", "", calendar.decode()).split("\r\n")


def written(*lessons: Lesson, language: str = "en") -> list[str]:
    return unfold(timetable_calendar(lessons, name="Timetable", language=language, written_at=WRITTEN))


def test_event_has_what_the_standard_requires() -> None:
    lines = written(lesson())
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    for line in ("VERSION:2.0", "UID:lesson-1@learnup", "DTSTAMP:20261115T120000Z", "DTSTART:20261116T083000Z"):
        assert line in lines
    assert "DTEND:20261116T100000Z" in lines
    assert "SUMMARY:Physics · Waves\\, and\\; sound" in lines
    assert "SEQUENCE:0" in lines


def test_changed_lessons_replace_the_first_plan() -> None:
    moved = written(lesson(state=LessonState.MOVED))
    cancelled = written(lesson(state=LessonState.CANCELLED))
    assert {"SEQUENCE:1", "STATUS:CONFIRMED"} <= set(moved)
    assert {"SEQUENCE:1", "STATUS:CANCELLED"} <= set(cancelled)


def test_local_times_are_written_in_utc() -> None:
    from zoneinfo import ZoneInfo

    colombo = START.astimezone(ZoneInfo("Asia/Colombo"))
    assert "DTSTART:20261116T083000Z" in written(lesson(starts_at=colombo))


def test_sinhala_folds_between_letters() -> None:
    long_name = LocalizedText(si="සංයුක්ත ගණිතය " * 12)
    calendar = timetable_calendar([lesson(topic=long_name)], name="කාලසටහන", language="si", written_at=WRITTEN)
    assert all(len(line) <= MAXIMUM_OCTETS for line in calendar.split(b"\r\n"))
    assert any(line.endswith(escape_text(long_name.text("si"))) for line in unfold(calendar))


def test_an_empty_timetable_is_still_a_calendar() -> None:
    assert written()[0] == "BEGIN:VCALENDAR"


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=400))
def test_folding_loses_nothing(line: str) -> None:
    folded = fold_line(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= MAXIMUM_OCTETS for piece in folded.split("\r\n"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_escaping_is_reversible(text: str) -> None:
    plain = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}
    assert re.sub(r"\\[\\;,nN]", lambda match: plain[match.group()], escape_text(text)) == text


def test_line_breaks_in_a_text_cannot_start_a_new_property() -> None:
    lines = written(lesson(topic=LocalizedText(en="one\r\nATTENDEE:mailto:x@example.org\x00")))
    assert not any(line.startswith("ATTENDEE") for line in lines)


def by_uid(calendar: bytes) -> dict[str, Event]:
    """What a maintained parser makes of it."""
    parsed = Calendar.from_ical(calendar)
    assert isinstance(parsed, Calendar) and not parsed.errors
    events = {str(event["UID"]): event for event in parsed.walk("VEVENT") if isinstance(event, Event)}
    assert all(not event.errors for event in events.values())
    return events


@pytest.mark.parametrize("language", ["en", "si", "ta"])
def test_another_parser_reads_the_same(language: str) -> None:
    topic = LocalizedText(
        en="Waves; sound, and \\ light\nPart 2", si="තරංග; ශබ්දය, ප්‍රතිරාවය " * 6, ta="அலைகள்; ஒலி, எதிரொலி " * 6
    )
    items = [lesson(topic=topic), lesson(id="lesson-2", room="", state=LessonState.CANCELLED)]
    calendar = timetable_calendar(
        items, name="කාලසටහන", language=language, written_at=WRITTEN, refresh=timedelta(hours=1)
    )
    events = by_uid(calendar)
    first, second = events["lesson-1@learnup"], events["lesson-2@learnup"]
    assert first.decoded("DTSTART") == START and first.decoded("DTEND") == START + timedelta(minutes=90)
    assert str(first["SUMMARY"]).endswith(f" · {topic.text(language)}")
    assert (str(first["LOCATION"]), str(first["STATUS"])) == ("Hall 2", "CONFIRMED")
    assert str(second["STATUS"]) == "CANCELLED" and "LOCATION" not in second
    assert Calendar.from_ical(calendar).decoded("REFRESH-INTERVAL") == timedelta(hours=1)


def test_a_file_without_news_is_the_same_file() -> None:
    def write(item: Lesson, previous: bytes, hours: int) -> bytes:
        moment = WRITTEN + timedelta(hours=hours)
        return timetable_calendar([item], name="T", language="en", written_at=moment, previous=previous)

    first = write(lesson(), b"", 0)
    assert write(lesson(), first, 1) == first
    calendar = first
    for number, minutes in enumerate((30, 60, 45), start=1):
        moved = lesson(starts_at=START + timedelta(minutes=minutes), state=LessonState.MOVED)
        calendar = write(moved, calendar, number)
        assert write(moved, calendar, number + 9) == calendar
        (event,) = by_uid(calendar).values()
        assert event.decoded("SEQUENCE") == number and event.decoded("DTSTAMP") == WRITTEN + timedelta(hours=number)
    cancelled = by_uid(write(lesson(state=LessonState.CANCELLED), calendar, 20))["lesson-1@learnup"]
    assert (cancelled.decoded("SEQUENCE"), str(cancelled["STATUS"])) == (4, "CANCELLED")


@given(st.binary(max_size=300))
def test_whatever_lies_where_the_file_goes_a_calendar_is_written(rubbish: bytes) -> None:
    previous = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + rubbish + b"\r\nEND:VEVENT\r\n"
    calendar = timetable_calendar([lesson()], name="T", language="en", written_at=WRITTEN, previous=previous)
    assert list(by_uid(calendar)) == ["lesson-1@learnup"]

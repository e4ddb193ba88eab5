"""The timetable as an iCalendar file (RFC 5545), for the calendar on a telephone or in a mail program.

Only the writer, and only what a lesson needs: a library would bring a parser, time-zone tables and a date
package along. Times are written in UTC, so no ``VTIMEZONE`` is needed and every calendar shows them in its owner's
zone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from learnup_desktop.contract.classes import Lesson, LessonState

PRODUCT = "-//LearnUp//LearnUp Desktop//EN"
MAXIMUM_OCTETS = 75
"""Octets of a content line without its line break (RFC 5545, 3.1)."""

_STATUS = {LessonState.PLANNED: "CONFIRMED", LessonState.MOVED: "CONFIRMED", LessonState.CANCELLED: "CANCELLED"}


def escape_text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11); control characters other than line breaks are dropped, as 3.1 wants."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(character for character in text if character in "\n\t" or (character >= " " and character != "\x7f"))
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def fold_line(line: str) -> str:
    """A content line broken into pieces of at most 75 octets, never inside a character (RFC 5545, 3.1).

    Sinhala and Tamil take three octets a letter, so counting characters would break them.
    """
    pieces: list[str] = []
    piece, octets = "", 0
    for character in line:
        width = len(character.encode())
        if octets + width > MAXIMUM_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece += character
        octets += width
    pieces.append(piece)
    return "\r\n".join(pieces)


def utc_stamp(moment: datetime) -> str:
    """DATE-TIME in UTC (RFC 5545, 3.3.5, form 2)."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


@dataclass(frozen=True, slots=True)
class _Written:
    """An event as an earlier file has it: ``body`` is everything but its stamp and its sequence."""

    stamp: str
    sequence: int
    body: tuple[str, ...]


def timetable_calendar(
    lessons: Iterable[Lesson],
    *,
    name: str,
    language: str,
    written_at: datetime,
    previous: bytes = b"",
    refresh: timedelta | None = None,
) -> bytes:
    """A whole calendar file, UTF-8 with CRLF line ends.

    Args:
        lessons: what goes in, by time.
        name: shown by calendars as the calendar's name (``X-WR-CALNAME``, which all of them read).
        language: ``en``, ``si`` or ``ta`` for the lessons' texts.
        written_at: aware time for ``DTSTAMP``.
        previous: the file that this one takes the place of. An event that says the same keeps its stamp and sequence,
            so that a file without news is the same file; one that says something else gets the next sequence (RFC 5545,
            3.8.7.4).
        refresh: how often who subscribes to the file should look (RFC 7986, 5.7).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape_text(name)}",
    ]
    if refresh is not None:
        minutes = int(refresh.total_seconds() // 60)
        lines += [f"REFRESH-INTERVAL;VALUE=DURATION:PT{minutes}M", f"X-PUBLISHED-TTL:PT{minutes}M"]
    before = _events_of(previous)
    for lesson in lessons:
        lines += _event_lines(lesson, language, utc_stamp(written_at), before)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold_line(line)}\r\n" for line in lines).encode()


def _event_lines(lesson: Lesson, language: str, stamp: str, before: Mapping[str, _Written]) -> list[str]:
    """The unfolded lines of one ``VEVENT``."""
    body = _lesson_body(lesson, language)
    uid = body[0]
    # A moved or cancelled lesson begins at 1: some calendar may have its first plan from another computer.
    sequence = 0 if lesson.state is LessonState.PLANNED else 1
    known = before.get(uid)
    if known is not None:
        same = known.body == tuple(body)
        sequence = known.sequence if same else max(known.sequence + 1, sequence)
        stamp = known.stamp if same else stamp
    return ["BEGIN:VEVENT", uid, f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}", *body[1:], "END:VEVENT"]


def _lesson_body(lesson: Lesson, language: str) -> list[str]:
    """What an event says, its UID first."""
    subject, topic = lesson.subject.text(language), lesson.topic.text(language)
    about = [lesson.class_name.text(language), lesson.teacher_name]
    if lesson.note is not None:
        about.append(lesson.note.text(language))
    lines = [
        f"UID:{escape_text(lesson.id)}@learnup",
        f"DTSTART:{utc_stamp(lesson.starts_at)}",
        f"DTEND:{utc_stamp(lesson.ends_at)}",
        f"STATUS:{_STATUS[lesson.state]}",
        f"SUMMARY:{escape_text(' · '.join(part for part in (subject, topic) if part))}",
        f"DESCRIPTION:{escape_text(chr(10).join(part for part in about if part))}",
    ]
    if lesson.room:
        lines.append(f"LOCATION:{escape_text(lesson.room)}")
    return lines


def _events_of(calendar: bytes) -> dict[str, _Written]:
    """The events of a file that this module wrote, by their UID line; of any other file those it can make sense of."""
    text = calendar.decode("utf-8", "replace").replace("\r\n ", "").replace("\r\n\t", "")
    events: dict[str, _Written] = {}
    for part in text.split("BEGIN:VEVENT\r\n")[1:]:
        body, stamp, sequence = [], "", 0
        for line in part.partition("END:VEVENT")[0].split("\r\n"):
            name, _, value = line.partition(":")
            if name == "DTSTAMP":
                stamp = value
            elif name == "SEQUENCE":
                sequence = int(value) if value.isdecimal() and len(value) < 10 else 0
            elif line:
                body.append(line)
        if body and stamp:
            events[body[0]] = _Written(stamp, sequence, tuple(body))
    return events

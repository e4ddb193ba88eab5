"""The timetable as an iCalendar file (RFC 5545), for the calendar on a telephone or in a mail program.

Only the writer, and only what a lesson needs: a library would bring a parser, time-zone tables and a date
package along. Times are written in UTC, so no ``VTIMEZONE`` is needed and every calendar shows them in its owner's
zone.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

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


def lesson_lines(lesson: Lesson, language: str, written_at: datetime) -> list[str]:
    """The unfolded lines of one ``VEVENT``.

    ``SEQUENCE`` grows when a lesson was moved or cancelled, so that a calendar that has the first plan takes it.
    """
    subject, topic = lesson.subject.text(language), lesson.topic.text(language)
    about = [lesson.class_name.text(language), lesson.teacher_name]
    if lesson.note is not None:
        about.append(lesson.note.text(language))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape_text(lesson.id)}@learnup",
        f"DTSTAMP:{utc_stamp(written_at)}",
        f"DTSTART:{utc_stamp(lesson.starts_at)}",
        f"DTEND:{utc_stamp(lesson.ends_at)}",
        f"SEQUENCE:{0 if lesson.state is LessonState.PLANNED else 1}",
        f"STATUS:{_STATUS[lesson.state]}",
        f"SUMMARY:{escape_text(' · '.join(part for part in (subject, topic) if part))}",
        f"DESCRIPTION:{escape_text(chr(10).join(part for part in about if part))}",
    ]
    if lesson.room:
        lines.append(f"LOCATION:{escape_text(lesson.room)}")
    lines.append("END:VEVENT")
    return lines


def timetable_calendar(lessons: Iterable[Lesson], *, name: str, language: str, written_at: datetime) -> bytes:
    """A whole calendar file, UTF-8 with CRLF line ends.

    Args:
        lessons: what goes in, by time.
        name: shown by calendars as the calendar's name (``X-WR-CALNAME``, which all of them read).
        language: ``en``, ``si`` or ``ta`` for the lessons' texts.
        written_at: aware time for ``DTSTAMP``.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape_text(name)}",
    ]
    for lesson in lessons:
        lines += lesson_lines(lesson, language, written_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold_line(line)}\r\n" for line in lines).encode()

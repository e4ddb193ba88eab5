"""A big account in the store's real files: materials, a timetable of many years, and the words of what was downloaded.

Everything goes in by the store's own code, as a pull and a finished download would put it there.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.classes import Lesson, LessonState, Material, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import LocalizedText, WireModel
from learnup_desktop.domain.downloads import Priority
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.downloads import Request

LESSONS_A_DAY = 6
"""As many as one person has: a longer history is more days, not fuller ones."""

WORDS_A_PAGE, PAGES_A_FILE = 200, 5
CHANGES_A_PAGE = 1000
_SUBJECTS = (
    ("Physics", "භෞතික විද්‍යාව", "இயற்பியல்"),
    ("Combined Maths", "සංයුක්ත ගණිතය", "இணைந்த கணிதம்"),
    ("Chemistry", "රසායන විද්‍යාව", "வேதியியல்"),
    ("History", "ඉතිහාසය", "வரலாறு"),
    ("English", "ඉංග්‍රීසි", "ஆங்கிலம்"),
    ("Biology", "ජීව විද්‍යාව", "உயிரியல்"),
)
_SYLLABLES = (
    ("ka", "ri", "mo", "ten", "sta", "vel", "pro", "lin", "dar", "fo", "qua", "ber"),
    ("ක", "රි", "මො", "ත", "ස්", "වෙ", "ප්‍ර", "ලි", "ද", "ෆො", "ගු", "බ"),
    ("க", "ரி", "மொ", "த", "ஸ்", "வெ", "ப்", "லி", "ட", "பொ", "கு", "ன்"),
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    materials: int
    lessons: int
    words: int

    @property
    def files(self) -> int:
        """Downloaded files that the words are in."""
        return max(1, self.words // (WORDS_A_PAGE * PAGES_A_FILE))


def sizes() -> dict[str, Size]:
    """What is measured, up to the size that the bars are for."""
    return {
        "1x": Size(100, 1_000, 20_000),
        "10x": Size(1_000, 10_000, 200_000),
        "100x": Size(10_000, 100_000, 2_000_000),
    }


def vocabulary(chance: random.Random, count: int = 12_000) -> list[str]:
    """Words of the three scripts."""
    words: set[str] = set()
    while len(words) < count:
        syllables = _SYLLABLES[len(words) % 3]
        words.add("".join(chance.choice(syllables) for _ in range(chance.randrange(2, 5))))
    # Sorted first: the order of a set is not the same in two processes. Then mixed: the common words are anywhere.
    mixed = sorted(words)
    chance.shuffle(mixed)
    return mixed


async def fill(store: AccountStore, size: Size, now: datetime, seed: int = 7) -> list[str]:
    """Fill an empty store. Returns the vocabulary its files were written with."""
    chance = random.Random(seed)
    words = vocabulary(chance)
    page: list[Change] = []
    for change in _changes(size, now, chance):
        page.append(change)
        if len(page) == CHANGES_A_PAGE:
            await store.cache.apply(page, "cursor")
            page = []
    await store.cache.apply(page, "cursor")
    # Some words are common and most are rare (Zipf), as in any text.
    weights = [1 / (rank + 8) for rank in range(len(words))]
    requests = [Request(f"material-{number}", _digest(number), 40_000) for number in range(size.files)]
    await store.downloads.wish(requests, Priority.BACKGROUND, None)
    for request in requests:
        await store.downloads.arrived(request.sha256, request.size)
        chosen = chance.choices(words, weights, k=WORDS_A_PAGE * PAGES_A_FILE)
        pages = [" ".join(chosen[start : start + WORDS_A_PAGE]) for start in range(0, len(chosen), WORDS_A_PAGE)]
        await store.search.put(request.sha256, pages)
    return words


def _changes(size: Size, now: datetime, chance: random.Random) -> Iterator[Change]:
    for index, names in enumerate(_SUBJECTS):
        yield _change(Stream.CLASSES, f"class-{index}", _class(index, names))
    # The person is in the middle of it: as much lies ahead as behind.
    first = now.replace(hour=2, minute=30, second=0, microsecond=0) - timedelta(days=size.lessons // LESSONS_A_DAY // 2)
    for number in range(size.lessons):
        lesson = _lesson(number, first, chance)
        yield _change(Stream.LESSONS, lesson.id, lesson)
    for number in range(size.materials):
        material = _material(number, now, chance)
        yield _change(Stream.MATERIALS, material.id, material)
    for number in range(size.materials // 10):
        exam = _exam(number, now + timedelta(days=3 - number))
        yield _change(Stream.EXAMS, exam.id, exam)
        notice = _notice(number, now - timedelta(hours=5 * number + 1))
        yield _change(Stream.ANNOUNCEMENTS, notice.id, notice)


def _change(stream: Stream, identifier: str, model: WireModel) -> Change:
    return Change(stream=stream, id=identifier, version=1, data=model.to_wire())


def _digest(number: int) -> str:
    return sha256_hex(f"file-{number}".encode())


def _text(names: tuple[str, str, str], more: str = "") -> LocalizedText:
    return LocalizedText(en=f"{names[0]}{more}", si=f"{names[1]}{more}", ta=f"{names[2]}{more}")


def _class(index: int, names: tuple[str, str, str]) -> SchoolClass:
    return SchoolClass(
        id=f"class-{index}",
        name=_text(names),
        subject=_text(names),
        grade="12",
        medium="en",
        teacher_id="teacher",
        teacher_name="Mrs Perera",
        room=f"Hall {index + 1}",
        colour=index,
        student_count=32,
    )


def _lesson(number: int, first: datetime, chance: random.Random) -> Lesson:
    day, place = divmod(number, LESSONS_A_DAY)
    begins = first + timedelta(days=day, minutes=95 * place)
    names = _SUBJECTS[(day + place) % len(_SUBJECTS)]
    moved = number % 40 == 0
    before = begins - timedelta(days=1) if moved else None
    return Lesson(
        id=f"lesson-{number}",
        class_id=f"class-{(day + place) % len(_SUBJECTS)}",
        topic=LocalizedText(en=f"Unit {chance.randrange(1, 30)}"),
        subject=_text(names),
        class_name=_text(names),
        teacher_name="Mrs Perera",
        room=f"Hall {place + 1}",
        online=number % 9 == 0,
        starts_at=begins,
        ends_at=begins + timedelta(minutes=90),
        state=LessonState.MOVED if moved else LessonState.PLANNED,
        previous_starts_at=before,
        previous_ends_at=before + timedelta(minutes=90) if before is not None else None,
        colour=(day + place) % len(_SUBJECTS),
    )


def _material(number: int, now: datetime, chance: random.Random) -> Material:
    names = _SUBJECTS[number % len(_SUBJECTS)]
    published = now - timedelta(hours=7 * number)
    return Material(
        id=f"material-{number}",
        class_id=f"class-{number % len(_SUBJECTS)}",
        title=_text(names, f" · {chance.choice(('sheet', 'paper', 'notes'))} {number}"),
        kind="worksheet",
        media_type="application/pdf",
        size_bytes=40_000,
        sha256=_digest(number),
        published_at=published,
        due_at=published + timedelta(days=9) if number % 3 == 0 else None,
    )


def _exam(number: int, opens: datetime) -> ExamSummary:
    names = _SUBJECTS[number % len(_SUBJECTS)]
    return ExamSummary(
        id=f"exam-{number}",
        class_id=f"class-{number % len(_SUBJECTS)}",
        title=_text(names, " test"),
        subject=_text(names),
        opens_at=opens,
        closes_at=opens + timedelta(hours=3),
        duration_seconds=5400,
        question_count=12,
        total_marks=40,
        paper_sha256="0" * 64,
        paper_bytes=250_000,
    )


def _notice(number: int, at: datetime) -> Announcement:
    return Announcement(
        id=f"notice-{number}",
        title=LocalizedText(en=f"Notice {number}"),
        body=LocalizedText(en="Bring your lab books."),
        author_name="Kamala Perera",
        published_at=at,
        read_at=at + timedelta(hours=1) if number > 3 else None,
    )

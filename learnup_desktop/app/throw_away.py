"""A home folder with one account that is signed in and has a realistic cache, for measuring a start.

Classes, two weeks of lessons with two changes, exams and announcements, about as many as a student of the demo school
has; the server's address is one where nobody listens, so the start is one without a network.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from learnup_desktop.app.current import CurrentAccount, CurrentAccountFile, write_profile
from learnup_desktop.contract.auth import Account, Role
from learnup_desktop.contract.classes import Lesson, LessonState, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import LocalizedText, WireModel
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.accounts import KnownAccounts, account_key
from learnup_desktop.store.records import KnownAccount
from learnup_desktop.store.seal import Sealer
from learnup_desktop.store.vault import Vault

NOBODY = "http://127.0.0.1:9"
"""The discard port: a connection is refused at once."""

DAYS = 14
LESSONS_A_DAY = 4
_SUBJECTS = (
    ("Physics", "භෞතික විද්‍යාව", "இயற்பியல்"),
    ("Combined Maths", "සංයුක්ත ගණිතය", "இணைந்த கணிதம்"),
    ("Chemistry", "රසායන විද්‍යාව", "வேதியியல்"),
    ("History", "ඉතිහාසය", "வரலாறு"),
    ("English", "ඉංග්‍රීසි", "ஆங்கிலம்"),
    ("Biology", "ජීව විද්‍යාව", "உயிரியல்"),
)


async def make_signed_in_home(
    home: Path,
    now: datetime | None = None,
    *,
    server: str = NOBODY,
    fill: Callable[[AccountStore], Awaitable[object]] | None = None,
) -> KnownAccount:
    """Fill ``home`` (to be named by ``LEARNUP_HOME``) and return the account.

    Args:
        server: the platform's address.
        fill: puts another content into the account's store than the usual.

    Raises:
        StorageError: it cannot be written.
    """
    now = now or datetime.now(UTC)
    folder = home / "data" / "accounts"
    accounts = KnownAccounts(folder)
    account = Account(
        id="throw-away", username="nimali", name="Nimali Rajapaksa", role=Role.STUDENT, grade="12", medium="en"
    )
    known = KnownAccount(
        key=account_key(server, account.id),
        server_url=server,
        server_name="Throw-away school",
        account_id=account.id,
        username=account.username,
        name=account.name,
        role=account.role.value,
        language="en",
        last_used=now,
    )
    await accounts.remember(known)
    vault = Vault("learnup-timings", folder)
    sealer = Sealer(await vault.key(known.key))
    store = await AccountStore.open(accounts.folder_of(known.key), sealer)
    try:
        if fill is not None:
            await fill(store)
        else:
            await store.cache.replace(_changes(now), "cursor")
    finally:
        await store.close()
    write_profile(accounts.folder_of(known.key), account.to_wire())
    CurrentAccountFile(folder).write(CurrentAccount(known.key, keyring=True))
    return known


def _changes(now: datetime) -> list[Change]:
    changes = []
    for index, names in enumerate(_SUBJECTS):
        subject = LocalizedText(en=names[0], si=names[1], ta=names[2])
        school_class = SchoolClass(
            id=f"class-{index}",
            name=LocalizedText(en=f"12 {names[0]}", si=f"12 {names[1]}", ta=f"12 {names[2]}"),
            subject=subject,
            grade="12",
            medium="en",
            teacher_id="teacher",
            teacher_name="Mrs Perera",
            room=f"Hall {index + 1}",
            colour=index,
            student_count=32,
        )
        changes.append(_change(Stream.CLASSES, school_class.id, school_class))
    morning = now.replace(hour=3, minute=0, second=0, microsecond=0) - timedelta(days=DAYS // 2)
    for day in range(DAYS):
        for number in range(LESSONS_A_DAY):
            lesson = _lesson(morning + timedelta(days=day, hours=2 * number), day * LESSONS_A_DAY + number)
            changes.append(_change(Stream.LESSONS, lesson.id, lesson))
    for number, hours in enumerate((-1, 23)):
        exam = _exam(number, now + timedelta(hours=hours))
        changes.append(_change(Stream.EXAMS, exam.id, exam))
    for number in range(5):
        announcement = Announcement(
            id=f"announcement-{number}",
            title=LocalizedText(en="Bring your lab books on Friday"),
            body=LocalizedText(en="All practical groups."),
            author_name="Kamala Perera",
            published_at=now - timedelta(hours=number),
        )
        changes.append(_change(Stream.ANNOUNCEMENTS, announcement.id, announcement))
    return changes


def _change(stream: Stream, identifier: str, model: WireModel) -> Change:
    return Change(stream=stream, id=identifier, version=1, data=model.to_wire())


def _lesson(starts_at: datetime, number: int) -> Lesson:
    names = _SUBJECTS[number % len(_SUBJECTS)]
    moved = number in (29, 33)
    return Lesson(
        id=f"lesson-{number}",
        class_id=f"class-{number % len(_SUBJECTS)}",
        topic=LocalizedText(en="Revision"),
        subject=LocalizedText(en=names[0], si=names[1], ta=names[2]),
        class_name=LocalizedText(en=f"12 {names[0]}"),
        teacher_name="Mrs Perera",
        room=f"Hall {number % 4 + 1}",
        online=number % 5 == 0,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=90),
        state=LessonState.MOVED if moved else LessonState.PLANNED,
        previous_starts_at=starts_at - timedelta(minutes=30) if moved else None,
        previous_ends_at=starts_at + timedelta(minutes=60) if moved else None,
        colour=number % len(_SUBJECTS),
    )


def _exam(number: int, opens_at: datetime) -> ExamSummary:
    names = _SUBJECTS[number]
    return ExamSummary(
        id=f"exam-{number}",
        class_id=f"class-{number}",
        title=LocalizedText(en=f"{names[0]} term test"),
        subject=LocalizedText(en=names[0], si=names[1], ta=names[2]),
        opens_at=opens_at,
        closes_at=opens_at + timedelta(hours=3),
        duration_seconds=5400,
        question_count=12,
        total_marks=40,
        paper_sha256="0" * 64,
        paper_bytes=250_000,
    )

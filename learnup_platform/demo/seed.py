"""Writing the demo school into an empty database, and bringing an older one up to today when the demo starts again."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.sync import Stream
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import (
    AcademicTermRecord,
    AnnouncementRecord,
    ClassRecord,
    EnrollmentRecord,
    LessonChangeRecord,
    LessonRecord,
    MaterialRecord,
    SubjectRecord,
)
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.demo.classes import CLASSES, SUBJECTS, TERMS
from learnup_platform.demo.extras import SEEDERS
from learnup_platform.demo.materials import MATERIALS, NOTICES
from learnup_platform.demo.people import account_records, students_of
from learnup_platform.demo.school import FOUNDED, DemoSchool, demo_id
from learnup_platform.demo.timetable import DemoLesson, build_timetable, live_lesson_id
from learnup_platform.modules.sync.versions import of_class, touch


async def is_empty(session: AsyncSession) -> bool:
    """Whether nobody is in the database yet."""
    return await session.scalar(select(AccountRecord.id).limit(1)) is None


async def seed_school(session: AsyncSession, context: PlatformContext, now: datetime) -> None:
    """The whole school around ``now``."""
    school = DemoSchool(now)
    session.add_all(account_records())
    _add_academic(session)
    await session.flush()
    _add_classes(session, school)
    await session.flush()
    for lesson in build_timetable(now):
        session.add(_lesson_record(lesson))
    await _add_materials(session, context, school)
    _add_notices(session, school)
    await session.flush()
    for seeder in SEEDERS:
        await seeder(session, context, school)


async def refresh_school(session: AsyncSession, context: PlatformContext, now: datetime) -> None:
    """Lay the timetable around ``now`` again if its live lesson is over. Lessons that somebody moved stay there.

    Does nothing to a database that is no demo school.
    """
    live = await session.get(LessonRecord, live_lesson_id())
    if live is None or live.ends_at > now:
        return
    kept = set((await session.scalars(select(LessonChangeRecord.lesson_id))).all())
    for lesson in build_timetable(now):
        if lesson.id not in kept:
            await session.merge(_lesson_record(lesson))
            touch(session, Stream.LESSONS, lesson.id, of_class(demo_id("class", lesson.of.key)))
    for seeder in SEEDERS:
        await seeder(session, context, DemoSchool(now))


async def summary(session: AsyncSession) -> dict[str, int]:
    """How much there is of what."""
    tables = {
        "accounts": AccountRecord,
        "classes": ClassRecord,
        "enrollments": EnrollmentRecord,
        "lessons": LessonRecord,
        "materials": MaterialRecord,
        "announcements": AnnouncementRecord,
    }
    return {
        name: int(await session.scalar(select(func.count()).select_from(table)) or 0) for name, table in tables.items()
    }


def _add_academic(session: AsyncSession) -> None:
    for colour, (code, name) in enumerate(SUBJECTS.items()):
        session.add(SubjectRecord(id=demo_id("subject", code), code=code, name=name, colour=colour))
    for kind, entries in TERMS.items():
        for position, (code, name) in enumerate(entries.items()):
            session.add(AcademicTermRecord(id=demo_id(kind, code), kind=kind, code=code, name=name, position=position))


def _add_classes(session: AsyncSession, school: DemoSchool) -> None:
    for entry in CLASSES:
        class_id = school.school_class(entry.key)
        session.add(
            ClassRecord(
                id=class_id,
                name=entry.name,
                subject_id=demo_id("subject", entry.subject),
                grade=entry.grade,
                medium=entry.medium,
                teacher_id=school.account(entry.teacher),
                room=entry.room,
                created_at=FOUNDED,
            )
        )
        for student in students_of(entry.group)[: entry.size]:
            session.add(
                EnrollmentRecord(
                    id=demo_id("enrollment", f"{entry.key}/{student.username}"),
                    class_id=class_id,
                    student_id=school.account(student.username),
                    joined_at=FOUNDED + timedelta(days=1),
                    left_at=None,
                )
            )


def _lesson_record(lesson: DemoLesson) -> LessonRecord:
    return LessonRecord(
        id=lesson.id,
        class_id=demo_id("class", lesson.of.key),
        topic=lesson.topic,
        room=lesson.room,
        online=lesson.online,
        starts_at=lesson.starts_at,
        ends_at=lesson.ends_at,
        state=lesson.state,
        previous_starts_at=lesson.previous_starts_at,
        previous_ends_at=lesson.previous_ends_at,
        previous_room=lesson.room if lesson.previous_starts_at else None,
        note=lesson.note,
        meeting_started_at=None,
        meeting_ended_at=None,
    )


async def _add_materials(session: AsyncSession, context: PlatformContext, school: DemoSchool) -> None:
    for entry in MATERIALS:
        digest = sha256_hex(entry.content)
        key = f"materials/{digest[:2]}/{digest}"
        await context.files.put(key, entry.content)
        session.add(
            MaterialRecord(
                id=demo_id("material", entry.key),
                class_id=school.school_class(entry.class_key),
                title=entry.title,
                kind=entry.kind,
                media_type=entry.media_type,
                file_name=entry.file_name,
                size_bytes=len(entry.content),
                sha256=digest,
                storage_key=key,
                published_at=school.now - entry.age,
                due_at=school.now + entry.due if entry.due is not None else None,
            )
        )


def _add_notices(session: AsyncSession, school: DemoSchool) -> None:
    for entry in NOTICES:
        session.add(
            AnnouncementRecord(
                id=demo_id("announcement", entry.key),
                class_id=school.school_class(entry.class_key) if entry.class_key is not None else None,
                title=entry.title,
                body=entry.body,
                author_id=school.account(entry.author),
                published_at=school.now - entry.age,
            )
        )

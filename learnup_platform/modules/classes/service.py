"""The rules of classes: moving a lesson, joining and leaving a class, announcing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.auth import Role
from learnup_desktop.contract.classes import Lesson, LessonState, RescheduleRequest
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText, wire_time
from learnup_platform.access import lesson_audiences, require_class, require_lesson
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import (
    AnnouncementReadRecord,
    AnnouncementRecord,
    ClassRecord,
    EnrollmentRecord,
    LessonChangeRecord,
    LessonRecord,
)
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.events import after_commit
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.classes import queries, views
from learnup_platform.modules.sync.service import touch_class_for
from learnup_platform.modules.sync.versions import EVERYONE, of_account, of_class, of_staff, touch
from learnup_platform.principal import Principal

LONGEST_LESSON = timedelta(hours=8)
TIMETABLE_SPAN = timedelta(days=93)
"""The longest span ``timetable`` answers: a term's quarter year."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, the end not included."""

    first: datetime
    last: datetime


def checked_span(first: datetime, last: datetime) -> Span:
    """A span that can be asked for.

    Raises:
        PlatformFault: 422, backwards or too long.
    """
    if last <= first or last - first > TIMETABLE_SPAN:
        fields = [{"field": "query.to", "problem": f"after from, by at most {TIMETABLE_SPAN.days} days"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})
    return Span(first, last)


async def timetable(
    session: AsyncSession, principal: Principal, span: Span, class_id: str | None = None
) -> list[Lesson]:
    """Lessons of the account's classes (or one of them) in a span, by time."""
    wanted = queries.lessons_visible(principal).where(queries.lies_between(span.first, span.last))
    if class_id is not None:
        await require_class(session, principal, class_id)
        wanted = wanted.where(LessonRecord.class_id == class_id)
    return [views.lesson(row) for row in (await session.execute(wanted)).all()]


async def one_lesson(session: AsyncSession, principal: Principal, lesson_id: str) -> Lesson:
    """A lesson as the account sees it.

    Raises:
        PlatformFault: 404.
    """
    row = (await session.execute(queries.lessons_visible(principal).where(LessonRecord.id == lesson_id))).one_or_none()
    if row is None:
        raise not_found()
    return views.lesson(row)


async def reschedule(
    session: AsyncSession, principal: Principal, lesson_id: str, request: RescheduleRequest, now: datetime
) -> Lesson:
    """Move a lesson to another time or room; who reads the timetable sees where it was.

    Raises:
        PlatformFault: 404; 422 when the new time makes no sense; 409 ``lesson.overlap`` when the teacher or the class
            has another lesson then.
    """
    lesson = await require_lesson(session, principal, lesson_id, teaching=True)
    of_lesson = await session.get_one(ClassRecord, lesson.class_id)
    _check_times(lesson, request, now)
    other = await queries.overlapping(session, lesson, of_lesson.teacher_id, request.starts_at, request.ends_at)
    if other is not None:
        raise PlatformFault(409, ErrorCode.LESSON_OVERLAP, details={"lessonId": other})
    before = _placement(lesson)
    if lesson.previous_starts_at is None:
        lesson.previous_starts_at, lesson.previous_ends_at = lesson.starts_at, lesson.ends_at
        lesson.previous_room = lesson.room
    lesson.starts_at, lesson.ends_at = request.starts_at, request.ends_at
    lesson.meeting_started_at = lesson.meeting_ended_at = None
    lesson.room = request.room or lesson.room
    lesson.state = LessonState.MOVED
    lesson.note = _in_language(request.reason, principal.language) if request.reason else lesson.note
    if _placement(lesson) == _original_placement(lesson):
        lesson.state = LessonState.PLANNED
        lesson.previous_starts_at = lesson.previous_ends_at = lesson.previous_room = None
    session.add(
        LessonChangeRecord(
            id=uuid7(),
            lesson_id=lesson.id,
            changed_by=principal.account_id,
            changed_at=now,
            before=before,
            after=_placement(lesson),
            reason=request.reason,
        )
    )
    touch(session, Stream.LESSONS, lesson.id, *await lesson_audiences(session, lesson))
    await session.flush()
    return await one_lesson(session, principal, lesson_id)


async def enrol(session: AsyncSession, context: PlatformContext, class_id: str, student_id: str, now: datetime) -> None:
    """Put a student on a class's roll; nothing happens when they are on it.

    Raises:
        PlatformFault: 404, no such class or student.
    """
    student = await session.get(AccountRecord, student_id)
    if student is None or student.role is not Role.STUDENT or await session.get(ClassRecord, class_id) is None:
        raise not_found()
    enrolment = await _enrolment(session, class_id, student_id)
    if enrolment is None:
        session.add(EnrollmentRecord(id=uuid7(), class_id=class_id, student_id=student_id, joined_at=now, left_at=None))
    elif enrolment.left_at is not None:
        enrolment.joined_at, enrolment.left_at = now, None
    else:
        return
    await _membership_changed(session, context, class_id, student_id)


async def withdraw(
    session: AsyncSession, context: PlatformContext, class_id: str, student_id: str, now: datetime
) -> None:
    """Take a student off a class's roll. What they did in it stays.

    Raises:
        PlatformFault: 404, they are not on it.
    """
    enrolment = await _enrolment(session, class_id, student_id)
    if enrolment is None or enrolment.left_at is not None:
        raise not_found()
    enrolment.left_at = now
    await _membership_changed(session, context, class_id, student_id)


async def announce(
    session: AsyncSession,
    principal: Principal,
    class_id: str | None,
    title: LocalizedText,
    body: LocalizedText,
    now: datetime,
) -> Announcement:
    """Publish a notice to a class, or (administrators) to everyone.

    Raises:
        PlatformFault: 404, not a class one teaches.
    """
    if class_id is not None:
        await require_class(session, principal, class_id, teaching=True)
    elif not principal.is_admin:
        raise not_found()
    record = AnnouncementRecord(
        id=uuid7(), class_id=class_id, title=title, body=body, author_id=principal.account_id, published_at=now
    )
    session.add(record)
    touch(session, Stream.ANNOUNCEMENTS, record.id, EVERYONE if class_id is None else of_class(class_id))
    return Announcement(
        id=record.id, class_id=class_id, title=title, body=body, author_name=principal.name, published_at=now
    )


async def mark_read(session: AsyncSession, principal: Principal, announcement_id: str, now: datetime) -> None:
    """Note when the account first read a notice.

    Raises:
        PlatformFault: 404, no notice that the account sees.
    """
    wanted = queries.announcements_visible(principal, now).where(AnnouncementRecord.id == announcement_id)
    row = (await session.execute(wanted)).one_or_none()
    if row is None:
        raise not_found()
    if row[2] is None:
        session.add(
            AnnouncementReadRecord(announcement_id=announcement_id, account_id=principal.account_id, read_at=now)
        )
        touch(session, Stream.ANNOUNCEMENTS, announcement_id, of_account(principal.account_id))


async def _membership_changed(session: AsyncSession, context: PlatformContext, class_id: str, student_id: str) -> None:
    await session.flush()
    touch(session, Stream.CLASSES, class_id, of_class(class_id))
    touch(session, Stream.ROLLS, class_id, of_staff(class_id))
    await touch_class_for(session, context.sources, class_id, student_id)
    after_commit(session, partial(context.realtime.refresh_rooms, context, student_id))


async def _enrolment(session: AsyncSession, class_id: str, student_id: str) -> EnrollmentRecord | None:
    return await session.scalar(
        select(EnrollmentRecord).where(EnrollmentRecord.class_id == class_id, EnrollmentRecord.student_id == student_id)
    )


def _check_times(lesson: LessonRecord, request: RescheduleRequest, now: datetime) -> None:
    problem = None
    if lesson.state is LessonState.CANCELLED:
        problem = "the lesson was cancelled"
    elif lesson.ends_at <= now:
        problem = "the lesson is over"
    elif request.ends_at <= request.starts_at or request.ends_at - request.starts_at > LONGEST_LESSON:
        problem = "a lesson ends after it starts, within eight hours"
    elif request.ends_at <= now:
        problem = "the new time is in the past"
    if problem is not None:
        fields = [{"field": "body.startsAt", "problem": problem}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})


def _placement(lesson: LessonRecord) -> dict[str, object]:
    return {"startsAt": wire_time(lesson.starts_at), "endsAt": wire_time(lesson.ends_at), "room": lesson.room}


def _original_placement(lesson: LessonRecord) -> dict[str, object] | None:
    if lesson.previous_starts_at is None or lesson.previous_ends_at is None:
        return None
    return {
        "startsAt": wire_time(lesson.previous_starts_at),
        "endsAt": wire_time(lesson.previous_ends_at),
        "room": lesson.previous_room or lesson.room,
    }


def _in_language(text: str, language: str) -> LocalizedText:
    return LocalizedText.model_validate({language if language in ("si", "ta") else "en": text})

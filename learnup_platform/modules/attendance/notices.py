"""What a student is told of an absence: one notice a lesson, corrected with the mark and taken back with it.

The notice says whatever mark stands, so that it cannot disagree with the record.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.contract.realtime import ServerEvent, SyncHint
from learnup_desktop.contract.sync import Stream
from learnup_platform.db.models_academic import ClassRecord, LessonRecord, SubjectRecord
from learnup_platform.db.models_attendance import AbsenceNoticeRecord, MarkRecord
from learnup_platform.events import publish
from learnup_platform.http.errors import not_found
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal

WIRE_STEP = timedelta(milliseconds=1)
"""Times cross the wire in milliseconds, and are kept more exactly."""

_Row = Row[AbsenceNoticeRecord, MarkRecord, LessonRecord, ClassRecord, SubjectRecord]


async def tell_absences(
    session: AsyncSession, lesson_id: str, before: Mapping[str, Mark], now_standing: Mapping[str, Mark], now: datetime
) -> None:
    """Tell the students whose mark has just changed. Repeats of a mark never come here.

    Args:
        lesson_id: the lesson.
        before: what stood, by student.
        now_standing: what stands, of those for whom it changed.
        now: platform time.
    """
    held = await _held(session, lesson_id, now_standing)
    for student_id, mark in now_standing.items():
        notice = held.get(student_id)
        if notice is None:
            if mark.withdrawn or mark.state is not AttendanceState.ABSENT:
                continue
            notice = AbsenceNoticeRecord(
                id=uuid7(), lesson_id=lesson_id, student_id=student_id, published_at=now, changed_at=now
            )
            session.add(notice)
        elif _says(before.get(student_id)) == _says(mark):
            continue  # another screen said the same again
        else:
            notice.changed_at, notice.read_at = now, None
        touch(session, Stream.NOTICES, notice.id, of_account(student_id))
        publish(session, of_account(student_id), ServerEvent.NOTIFICATION, SyncHint(streams=[Stream.NOTICES]))


def _says(mark: Mark | None) -> object:
    return None if mark is None or mark.withdrawn else (mark.state, mark.minutes_late)


async def _held(session: AsyncSession, lesson_id: str, students: Iterable[str]) -> dict[str, AbsenceNoticeRecord]:
    wanted = select(AbsenceNoticeRecord).where(
        AbsenceNoticeRecord.lesson_id == lesson_id, AbsenceNoticeRecord.student_id.in_(list(students))
    )
    return {notice.student_id: notice for notice in await session.scalars(wanted)}


def notices_visible(
    principal: Principal,
) -> Select[AbsenceNoticeRecord, MarkRecord, LessonRecord, ClassRecord, SubjectRecord]:
    """A student's own, the latest first; of marks that were taken back there is nothing to tell."""
    return (
        select(AbsenceNoticeRecord, MarkRecord, LessonRecord, ClassRecord, SubjectRecord)
        .join(LessonRecord, LessonRecord.id == AbsenceNoticeRecord.lesson_id)
        .join(ClassRecord, ClassRecord.id == LessonRecord.class_id)
        .join(SubjectRecord, SubjectRecord.id == ClassRecord.subject_id)
        .join(
            MarkRecord,
            (MarkRecord.lesson_id == AbsenceNoticeRecord.lesson_id)
            & (MarkRecord.student_id == AbsenceNoticeRecord.student_id)
            & MarkRecord.standing,
        )
        .where(AbsenceNoticeRecord.student_id == principal.account_id, ~MarkRecord.withdrawn)
        .order_by(AbsenceNoticeRecord.published_at.desc(), AbsenceNoticeRecord.id.desc())
    )


def absence_notice(row: _Row) -> AbsenceNotice:
    """A notice as it crosses the wire."""
    notice, mark, lesson, school_class, subject = row
    return AbsenceNotice(
        id=notice.id,
        lesson_id=lesson.id,
        class_id=school_class.id,
        class_name=school_class.name,
        subject=subject.name,
        lesson_starts_at=lesson.starts_at,
        lesson_ends_at=lesson.ends_at,
        published_at=notice.published_at,
        changed_at=notice.changed_at,
        state=mark.state,
        minutes_late=mark.minutes_late,
        read_at=notice.read_at,
    )


async def mark_read(
    session: AsyncSession, principal: Principal, notice_id: str, changed_at: datetime, now: datetime
) -> None:
    """Note when a student first read what a notice says; one that says something else meanwhile stays unread.

    Raises:
        PlatformFault: 404, no notice of theirs.
    """
    row = (await session.execute(notices_visible(principal).where(AbsenceNoticeRecord.id == notice_id))).one_or_none()
    if row is None:
        raise not_found()
    notice = row[0]
    if notice.read_at is None and notice.changed_at < changed_at + WIRE_STEP:
        notice.read_at = now
        touch(session, Stream.NOTICES, notice.id, of_account(principal.account_id))


class NoticeSource:
    """The ``notices`` stream."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        if not principal.is_student:
            return []
        return (await session.scalars(notices_visible(principal).with_only_columns(AbsenceNoticeRecord.id))).all()

    async def load(
        self, session: AsyncSession, principal: Principal, ids: Sequence[str]
    ) -> Mapping[str, AbsenceNotice]:
        """See ``StreamSource``."""
        rows = await session.execute(notices_visible(principal).where(AbsenceNoticeRecord.id.in_(ids)))
        return {row[0].id: absence_notice(row) for row in rows.all()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``: what a student was told stays theirs when they leave the class."""
        return []

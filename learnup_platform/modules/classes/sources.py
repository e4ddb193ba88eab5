"""The streams of this domain: classes, rolls, lessons, materials, announcements."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.classes import ClassRoll, Lesson, SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_platform.access import visible_class_ids
from learnup_platform.db.models_academic import AnnouncementRecord, LessonRecord
from learnup_platform.modules.attendance.policy import attendance_policy
from learnup_platform.modules.classes import queries, views
from learnup_platform.principal import Principal

SNAPSHOT_PAST = timedelta(days=60)
"""Older lessons are not sent in a snapshot; a client that has them keeps them."""


class ClassSource:
    """``classes``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return await visible_class_ids(session, principal)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, SchoolClass]:
        """See ``StreamSource``."""
        policy = await attendance_policy(session)
        return {row[0].id: views.school_class(row, policy) for row in await queries.classes(session, principal, ids)}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return [class_id]


class RollSource:
    """``rolls``: the class's id; only for those who teach it."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        return [] if principal.is_student else await visible_class_ids(session, principal)

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, ClassRoll]:
        """See ``StreamSource``."""
        visible = set(await self.visible_ids(session, principal)).intersection(ids)
        rows = await queries.roll(session, sorted(visible))
        return {class_id: views.class_roll(class_id, rows) for class_id in visible}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return [class_id]


class LessonSource:
    """``lessons``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        since = datetime.now(UTC) - SNAPSHOT_PAST
        wanted = queries.lessons_visible(principal).where(LessonRecord.ends_at >= since)
        return (await session.scalars(wanted.with_only_columns(LessonRecord.id))).all()

    async def ids_after(self, session: AsyncSession, principal: Principal, after: str, limit: int) -> Sequence[str]:
        """See ``LongStream``."""
        since = datetime.now(UTC) - SNAPSHOT_PAST
        wanted = queries.lessons_visible(principal).where(LessonRecord.ends_at >= since, LessonRecord.id > after)
        ordered = wanted.with_only_columns(LessonRecord.id).order_by(None).order_by(LessonRecord.id).limit(limit)
        return (await session.scalars(ordered)).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Lesson]:
        """See ``StreamSource``."""
        rows = await session.execute(queries.lessons_visible(principal).where(LessonRecord.id.in_(ids)))
        return {row[0].id: views.lesson(row) for row in rows.all()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        return (await session.scalars(select(LessonRecord.id).where(LessonRecord.class_id == class_id))).all()


class AnnouncementSource:
    """``announcements``."""

    async def visible_ids(self, session: AsyncSession, principal: Principal) -> Sequence[str]:
        """See ``StreamSource``."""
        wanted = queries.announcements_visible(principal, datetime.now(UTC))
        return (await session.scalars(wanted.with_only_columns(AnnouncementRecord.id))).all()

    async def load(self, session: AsyncSession, principal: Principal, ids: Sequence[str]) -> Mapping[str, Announcement]:
        """See ``StreamSource``."""
        wanted = queries.announcements_visible(principal, datetime.now(UTC)).where(AnnouncementRecord.id.in_(ids))
        return {row[0].id: views.announcement(row) for row in (await session.execute(wanted)).all()}

    async def ids_of_class(self, session: AsyncSession, class_id: str) -> Sequence[str]:
        """See ``StreamSource``."""
        wanted = select(AnnouncementRecord.id).where(AnnouncementRecord.class_id == class_id)
        return (await session.scalars(wanted)).all()

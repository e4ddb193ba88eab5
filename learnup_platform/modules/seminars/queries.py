"""SQL of seminars and places."""

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_platform.access import class_is_visible
from learnup_platform.db.models_academic import ClassRecord
from learnup_platform.db.models_seminars import SeminarPlaceRecord, SeminarRecord
from learnup_platform.principal import Principal


def seminars_visible(principal: Principal) -> Select[SeminarRecord, int, str | None]:
    """Seminars for everybody and for the account's classes, with places taken and the account's own place."""
    mine = select(ClassRecord.id).where(class_is_visible(principal))
    taken = (
        select(func.count())
        .select_from(SeminarPlaceRecord)
        .where(SeminarPlaceRecord.seminar_id == SeminarRecord.id)
        .correlate(SeminarRecord)
        .scalar_subquery()
    )
    return (
        select(SeminarRecord, taken, SeminarPlaceRecord.account_id)
        .outerjoin(
            SeminarPlaceRecord,
            and_(
                SeminarPlaceRecord.seminar_id == SeminarRecord.id,
                SeminarPlaceRecord.account_id == principal.account_id,
            ),
        )
        .where(or_(SeminarRecord.class_id.is_(None), SeminarRecord.class_id.in_(mine)))
        .order_by(SeminarRecord.starts_at, SeminarRecord.id)
    )


async def lock_seminar(session: AsyncSession, seminar_id: str) -> None:
    """Let nobody else give places of it away until the commit."""
    await session.execute(select(SeminarRecord.id).where(SeminarRecord.id == seminar_id).with_for_update())


async def taken_places(session: AsyncSession, seminar_id: str) -> int:
    """How many places are given away."""
    counted = select(func.count()).select_from(SeminarPlaceRecord).where(SeminarPlaceRecord.seminar_id == seminar_id)
    return int(await session.scalar(counted) or 0)

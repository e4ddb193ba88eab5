"""SQL of annotations and reading places. Every statement names the account: nobody sees another's."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.study import Annotation, ReadingPlace
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.db.models_study import AnnotationRecord, ReadingPlaceRecord


async def lock_account(session: AsyncSession, account_id: str) -> None:
    """Let no other computer of the account merge until the commit."""
    await session.execute(select(AccountRecord.id).where(AccountRecord.id == account_id).with_for_update())


async def annotations(session: AsyncSession, account_id: str, ids: Iterable[str]) -> dict[str, AnnotationRecord]:
    """Those of ``ids`` that the account has, by id."""
    found = await session.scalars(
        select(AnnotationRecord).where(AnnotationRecord.account_id == account_id, AnnotationRecord.id.in_(list(ids)))
    )
    return {record.id: record for record in found}


async def annotation_ids(session: AsyncSession, account_id: str) -> Sequence[str]:
    """Every annotation of the account, deleted ones too."""
    return (await session.scalars(select(AnnotationRecord.id).where(AnnotationRecord.account_id == account_id))).all()


async def annotation_count(session: AsyncSession, account_id: str) -> int:
    """How many annotations the account has, deleted ones too."""
    statement = select(func.count()).select_from(AnnotationRecord).where(AnnotationRecord.account_id == account_id)
    return int(await session.scalar(statement) or 0)


async def places(session: AsyncSession, account_id: str, ids: Iterable[str]) -> dict[str, ReadingPlaceRecord]:
    """The account's places in those materials, by material."""
    found = await session.scalars(
        select(ReadingPlaceRecord).where(
            ReadingPlaceRecord.account_id == account_id, ReadingPlaceRecord.material_id.in_(list(ids))
        )
    )
    return {record.material_id: record for record in found}


async def place_ids(session: AsyncSession, account_id: str) -> Sequence[str]:
    """Every material that the account has a place in."""
    return (
        await session.scalars(select(ReadingPlaceRecord.material_id).where(ReadingPlaceRecord.account_id == account_id))
    ).all()


def annotation_of(record: AnnotationRecord) -> Annotation:
    """A stored annotation as it crosses the wire."""
    return Annotation.model_validate(record.document)


def place_of(record: ReadingPlaceRecord) -> ReadingPlace:
    """A stored place as it crosses the wire."""
    return ReadingPlace.model_validate(record.document)

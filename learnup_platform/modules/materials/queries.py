"""SQL of materials and publications, always through what the account may see."""

from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.materials import PurchaseState
from learnup_platform.access import class_is_visible
from learnup_platform.db.models_academic import ClassRecord, MaterialRecord
from learnup_platform.db.models_materials import PublicationRecord, PurchaseRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.principal import Principal


def materials_visible(principal: Principal, now: datetime) -> Select[MaterialRecord]:
    """Materials; students see them once they are published."""
    wanted = (
        select(MaterialRecord)
        .join(ClassRecord, ClassRecord.id == MaterialRecord.class_id)
        .where(class_is_visible(principal))
        .order_by(MaterialRecord.published_at.desc(), MaterialRecord.id)
    )
    if not principal.is_student:
        return wanted
    return wanted.where(MaterialRecord.published_at <= now, MaterialRecord.draft.is_(False))


def _is_owned(now: datetime) -> ColumnElement[bool]:
    return and_(
        PurchaseRecord.state == PurchaseState.OWNED,
        or_(PurchaseRecord.ends_at.is_(None), PurchaseRecord.ends_at > now),
    )


def owned(principal: Principal, now: datetime) -> Select[PurchaseRecord, PublicationRecord]:
    """What the account has bought and may still read. Leaving the class does not take it away: it is paid."""
    return (
        select(PurchaseRecord, PublicationRecord)
        .join(PublicationRecord, PublicationRecord.id == PurchaseRecord.publication_id)
        .where(PurchaseRecord.account_id == principal.account_id, _is_owned(now))
        .order_by(PurchaseRecord.id)
    )


def publications_visible(principal: Principal) -> Select[PublicationRecord, str, PurchaseRecord | None]:
    """Publications of the account's classes, with the author's name and the account's own purchase."""
    return (
        select(PublicationRecord, AccountRecord.name, PurchaseRecord)
        .join(ClassRecord, ClassRecord.id == PublicationRecord.class_id)
        .join(AccountRecord, AccountRecord.id == PublicationRecord.author_id)
        .outerjoin(
            PurchaseRecord,
            and_(
                PurchaseRecord.publication_id == PublicationRecord.id,
                PurchaseRecord.account_id == principal.account_id,
            ),
        )
        .where(class_is_visible(principal))
        .order_by(PublicationRecord.published_at.desc(), PublicationRecord.id)
    )


async def publication(
    session: AsyncSession, principal: Principal, publication_id: str
) -> Row[PublicationRecord, str, PurchaseRecord | None] | None:
    """One of them."""
    wanted = publications_visible(principal).where(PublicationRecord.id == publication_id)
    return (await session.execute(wanted)).one_or_none()


async def purchase(session: AsyncSession, publication_id: str, account_id: str) -> PurchaseRecord | None:
    """An account's way to a publication."""
    return await session.scalar(
        select(PurchaseRecord).where(
            PurchaseRecord.publication_id == publication_id, PurchaseRecord.account_id == account_id
        )
    )


async def over(session: AsyncSession, now: datetime) -> list[PurchaseRecord]:
    """Purchases whose time has ended and that still count as owned."""
    wanted = select(PurchaseRecord).where(PurchaseRecord.state == PurchaseState.OWNED, PurchaseRecord.ends_at <= now)
    return list((await session.scalars(wanted)).all())


async def is_stored_for_others(session: AsyncSession, storage_key: str, material_id: str) -> bool:
    """Whether another material or a publication lies under the same key of the file store."""
    material = select(MaterialRecord.id).where(
        MaterialRecord.storage_key == storage_key, MaterialRecord.id != material_id
    )
    bought = select(PublicationRecord.id).where(PublicationRecord.storage_key == storage_key)
    return (await session.scalar(material)) is not None or (await session.scalar(bought)) is not None

"""Publications: offered to a class, bought by accounts, and given out only sealed with a key of that account's own."""

import asyncio
import hmac
from datetime import datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.materials import MaterialKey, NewPublication, Publication, PurchaseState
from learnup_desktop.contract.payments import Money
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.sealed_publication import seal_publication
from learnup_platform.access import require_class
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_materials import PublicationRecord, PurchaseRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.events import after_commit
from learnup_platform.http.errors import not_found
from learnup_platform.modules.materials import queries, views
from learnup_platform.modules.materials.service import plain_name, store_upload
from learnup_platform.modules.payments import issuing
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal


async def publish(
    context: PlatformContext, session: AsyncSession, principal: Principal, request: NewPublication, now: datetime
) -> Publication:
    """Offer a finished upload to a class. A repeat gives what is there.

    Raises:
        PlatformFault: as ``service.add``.
    """
    await require_class(session, principal, request.class_id, teaching=True)
    if await session.get(PublicationRecord, request.id) is None:
        key = await store_upload(context, principal, request)
        session.add(
            PublicationRecord(
                id=request.id,
                class_id=request.class_id,
                title=request.title,
                summary=request.summary,
                author_id=principal.account_id,
                kind=request.kind,
                media_type=request.media_type,
                file_name=plain_name(request.file_name),
                size_bytes=request.size_bytes,
                sha256=request.sha256,
                storage_key=key,
                price_minor=request.price_minor,
                currency=request.currency,
                published_at=now,
            )
        )
        await session.flush()
    return await one(session, principal, request.id, now)


async def one(session: AsyncSession, principal: Principal, publication_id: str, now: datetime) -> Publication:
    """A publication as the account stands to it.

    Raises:
        PlatformFault: 404.
    """
    row = await queries.publication(session, principal, publication_id)
    if row is None:
        raise not_found()
    return views.publication(row, now)


async def buy(
    context: PlatformContext, session: AsyncSession, principal: Principal, publication_id: str, now: datetime
) -> Publication:
    """Ask for a publication: one that costs nothing is the account's at once, any other when its invoice is paid.

    Asking again is harmless: as long as one invoice is due there is no second.

    Raises:
        PlatformFault: 404.
    """
    row = await queries.publication(session, principal, publication_id)
    if row is None:
        raise not_found()
    record, purchase = row[0], row[2]
    if purchase is None:
        purchase = PurchaseRecord(
            id=uuid7(),
            publication_id=record.id,
            account_id=principal.account_id,
            state=PurchaseState.PENDING,
            asked_at=now,
        )
        session.add(purchase)
    elif not _is_owned(purchase, now):
        purchase.state, purchase.asked_at, purchase.ends_at = PurchaseState.PENDING, now, None
    if purchase.state is PurchaseState.PENDING and record.price_minor == 0:
        await _give(context, session, record, purchase, None, now)
    elif purchase.state is PurchaseState.PENDING and await issuing.due_invoice(session, purchase.invoice_id) is None:
        total = Money(amount=record.price_minor, currency=record.currency)
        invoice = await issuing.issue(session, principal.account_id, record.title, total, now)
        purchase.invoice_id = invoice.id
    await session.flush()
    return await one(session, principal, publication_id, now)


async def grant(
    context: PlatformContext,
    session: AsyncSession,
    publication_id: str,
    student_id: str,
    ends_at: datetime | None,
    now: datetime,
) -> None:
    """It is paid, or given.

    Raises:
        PlatformFault: 404, no such publication or account.
    """
    record = await session.get(PublicationRecord, publication_id)
    if record is None or await session.get(AccountRecord, student_id) is None:
        raise not_found()
    purchase = await queries.purchase(session, publication_id, student_id)
    if purchase is None:
        purchase = PurchaseRecord(
            id=uuid7(),
            publication_id=publication_id,
            account_id=student_id,
            state=PurchaseState.PENDING,
            asked_at=now,
        )
        session.add(purchase)
    invoice = await issuing.due_invoice(session, purchase.invoice_id)
    if invoice is not None:
        issuing.cancel(session, invoice)
    await _give(context, session, record, purchase, ends_at, now)


async def paid(context: PlatformContext, session: AsyncSession, invoice_id: str, now: datetime) -> None:
    """An invoice was paid: what was asked for by it is the account's now. Nothing for any other invoice."""
    wanted = select(PurchaseRecord).where(PurchaseRecord.invoice_id == invoice_id)
    purchase = await session.scalar(wanted)
    if purchase is None or purchase.state is not PurchaseState.PENDING:
        return
    record = await session.get(PublicationRecord, purchase.publication_id)
    if record is not None:
        await _give(context, session, record, purchase, None, now)


async def end(context: PlatformContext, session: AsyncSession, publication_id: str, student_id: str) -> None:
    """Take a publication away from an account: the key is not given out again, and its computers let go of theirs.

    Raises:
        PlatformFault: 404, it has none.
    """
    purchase = await queries.purchase(session, publication_id, student_id)
    if purchase is None:
        raise not_found()
    await _take_away(context, session, purchase)


async def key(
    context: PlatformContext, session: AsyncSession, principal: Principal, material_id: str, now: datetime
) -> MaterialKey:
    """What opens the account's own sealed copy.

    Raises:
        PlatformFault: 404, not the account's, or no longer.
    """
    row = (await session.execute(queries.owned(principal, now).where(PurchaseRecord.id == material_id))).one_or_none()
    if row is None:
        raise not_found()
    purchase, record = row
    return MaterialKey(
        material_id=purchase.id,
        sha256=purchase.sealed_sha256,
        key=_key(context, purchase.id, record.sha256),
        ends_at=purchase.ends_at,
    )


async def end_overdue(context: PlatformContext) -> None:
    """What was bought for a time that is over goes, and the computers that have it learn of it."""
    async with context.database.transaction() as session:
        for purchase in await queries.over(session, context.clock.utc_now()):
            await _take_away(context, session, purchase)


def _is_owned(purchase: PurchaseRecord, now: datetime) -> bool:
    return purchase.state is PurchaseState.OWNED and (purchase.ends_at is None or purchase.ends_at > now)


def _key(context: PlatformContext, purchase_id: str, sha256: str) -> bytes:
    """Of one version of a publication for one account; nothing else is ever sealed with it."""
    label = f"learnup-publication:{purchase_id}:{sha256}"
    return hmac.digest(context.keys.sealing_key, label.encode(), "sha256")


async def _give(
    context: PlatformContext,
    session: AsyncSession,
    record: PublicationRecord,
    purchase: PurchaseRecord,
    ends_at: datetime | None,
    now: datetime,
) -> None:
    plain = await context.files.read(record.storage_key)
    sealed = await asyncio.to_thread(seal_publication, plain, _key(context, purchase.id, record.sha256))
    storage_key = f"publications/{purchase.id}"
    await context.files.put(storage_key, sealed)
    purchase.state, purchase.granted_at, purchase.ends_at = PurchaseState.OWNED, now, ends_at
    purchase.sealed_bytes, purchase.sealed_sha256 = len(sealed), await asyncio.to_thread(sha256_hex, sealed)
    purchase.storage_key = storage_key
    touch(session, Stream.MATERIALS, purchase.id, of_account(purchase.account_id))


async def _take_away(context: PlatformContext, session: AsyncSession, purchase: PurchaseRecord) -> None:
    purchase.state = PurchaseState.ENDED
    if purchase.storage_key:
        after_commit(session, partial(context.files.delete, purchase.storage_key))
        purchase.storage_key = ""
    touch(session, Stream.MATERIALS, purchase.id, of_account(purchase.account_id))

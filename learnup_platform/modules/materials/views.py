"""From rows to the contract's models."""

from datetime import datetime

from sqlalchemy import Row

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.materials import Publication, PurchaseState
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_materials import PublicationRecord, PurchaseRecord


def material(record: MaterialRecord) -> Material:
    """A piece of material, without its bytes."""
    return Material(
        id=record.id,
        class_id=record.class_id,
        title=record.title,
        kind=record.kind,
        media_type=record.media_type,
        size_bytes=record.size_bytes,
        sha256=record.sha256,
        published_at=record.published_at,
        due_at=record.due_at,
        published=not record.draft,
    )


def bought_material(row: Row[PurchaseRecord, PublicationRecord]) -> Material:
    """The account's own sealed copy of a publication."""
    purchase, publication = row
    return Material(
        id=purchase.id,
        class_id=publication.class_id,
        title=publication.title,
        kind="publication",
        media_type=publication.media_type,
        size_bytes=purchase.sealed_bytes,
        sha256=purchase.sealed_sha256,
        published_at=purchase.granted_at or purchase.asked_at,
        sealed=True,
        access_ends_at=purchase.ends_at,
    )


def publication(row: Row[PublicationRecord, str, PurchaseRecord | None], now: datetime) -> Publication:
    """A publication, as the account stands to it."""
    record, author_name, purchase = row
    state = purchase.state if purchase is not None else PurchaseState.OFFERED
    if purchase is not None and purchase.ends_at is not None and purchase.ends_at <= now:
        state = PurchaseState.ENDED
    return Publication(
        id=record.id,
        class_id=record.class_id,
        title=record.title,
        summary=record.summary,
        author_name=author_name,
        media_type=record.media_type,
        size_bytes=record.size_bytes,
        price_minor=record.price_minor,
        currency=record.currency,
        state=state,
        material_id=purchase.id if purchase is not None and state is PurchaseState.OWNED else None,
        invoice_id=purchase.invoice_id if purchase is not None and state is PurchaseState.PENDING else None,
        access_ends_at=purchase.ends_at if purchase is not None else None,
    )

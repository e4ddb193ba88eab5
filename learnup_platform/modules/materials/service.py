"""Rules of materials: what may be put up, published and taken down, and the signed list of a pack."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.materials import (
    ManifestItem,
    ManifestRequest,
    MaterialChange,
    NewMaterial,
    PackManifest,
    SignedManifest,
)
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.pack_manifest import manifest_document
from learnup_platform.access import require_class
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.events import after_commit
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.materials import queries, uploads, views
from learnup_platform.modules.sync.versions import of_class, touch
from learnup_platform.principal import Principal
from learnup_platform.signing import sign_document

_GROUPS = frozenset({"image", "video", "audio"})
_KINDS = frozenset({"application/pdf", "text/markdown", "text/html", "text/plain"})
_OFFICE = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.")
PDF_MAGIC, PDF_WITHIN = b"%PDF-", 1024
"""Where a PDF says that it is one (ISO 32000-1, annex H.3, note 13: readers look in the first 1024 bytes)."""
LONGEST_PLAN = timedelta(days=730)


def plain_name(name: str) -> str:
    """The last part of a file's name as any system writes it, without what no system can store."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*').strip(" .")
    return kept[:200] or "file"


def check_kind(media_type: str) -> str:
    """A media type that the library can show or hand to the system.

    Raises:
        PlatformFault: 422 ``material.kind``.
    """
    plain = media_type.partition(";")[0].strip().lower()
    if plain not in _KINDS and plain.partition("/")[0] not in _GROUPS and not plain.startswith(_OFFICE):
        raise PlatformFault(422, ErrorCode.MATERIAL_KIND, details={"mediaType": plain})
    return media_type


async def add(
    context: PlatformContext, session: AsyncSession, principal: Principal, request: NewMaterial, now: datetime
) -> Material:
    """Make material of a finished upload. A repeat gives what is there.

    Raises:
        PlatformFault: 404, not a class one teaches; what ``uploads.whole`` and ``check_kind`` raise.
    """
    await require_class(session, principal, request.class_id, teaching=True)
    known = await session.get(MaterialRecord, request.id)
    if known is not None:
        if known.class_id != request.class_id or known.sha256 != request.sha256:
            raise not_found()
        return views.material(known)
    key = await store_upload(context, principal, request)
    record = MaterialRecord(
        id=request.id,
        class_id=request.class_id,
        title=request.title,
        kind=request.kind,
        media_type=request.media_type,
        file_name=plain_name(request.file_name),
        size_bytes=request.size_bytes,
        sha256=request.sha256,
        storage_key=key,
        published_at=now,
        due_at=_checked_due(request.due_at, now),
        draft=not request.published,
    )
    session.add(record)
    touch(session, Stream.MATERIALS, record.id, of_class(record.class_id))
    return views.material(record)


async def store_upload(context: PlatformContext, principal: Principal, request: NewMaterial) -> str:
    """Put a finished upload into the file store; the same bytes are stored once. Its key.

    Raises:
        PlatformFault: as ``add``.
    """
    media_type = check_kind(request.media_type)
    place = await uploads.whole(context, principal, request.upload_id, request.size_bytes, request.sha256)
    if media_type.startswith("application/pdf"):
        with place.open("rb") as file:
            if PDF_MAGIC not in file.read(PDF_WITHIN):
                raise PlatformFault(422, ErrorCode.MATERIAL_KIND, details={"mediaType": media_type})
    key = f"materials/{request.sha256[:2]}/{request.sha256}"
    await context.files.put_file(key, place)
    await uploads.forget(place)
    return key


async def change(
    session: AsyncSession, principal: Principal, material_id: str, request: MaterialChange, now: datetime
) -> Material:
    """Give material another title or date, publish it or take it back into a draft.

    Raises:
        PlatformFault: 404.
    """
    record = await _taught(session, principal, material_id)
    if request.title is not None:
        record.title = request.title
    if "due_at" in request.model_fields_set:
        record.due_at = _checked_due(request.due_at, now)
    if request.published is not None and record.draft == request.published:
        record.draft = not request.published
        if request.published:
            record.published_at = now
    touch(session, Stream.MATERIALS, record.id, of_class(record.class_id))
    touch(session, Stream.RECORDINGS, record.id, of_class(record.class_id))
    return views.material(record)


async def delete(context: PlatformContext, session: AsyncSession, principal: Principal, material_id: str) -> None:
    """Take material away for good. A repeat finds nothing, and that is what was wanted.

    Raises:
        PlatformFault: 404, never one's own.
    """
    record = await _taught(session, principal, material_id)
    await session.delete(record)
    touch(session, Stream.MATERIALS, record.id, of_class(record.class_id))
    touch(session, Stream.RECORDINGS, record.id, of_class(record.class_id))
    if not await queries.is_stored_for_others(session, record.storage_key, record.id):
        after_commit(session, partial(context.files.delete, record.storage_key))


async def manifest(
    context: PlatformContext, session: AsyncSession, principal: Principal, request: ManifestRequest, now: datetime
) -> SignedManifest:
    """The signed list of what of the wanted the account may see. Sealed material is nobody's to hand on.

    Raises:
        PlatformFault: 404, none of it.
    """
    wanted = queries.materials_visible(principal, now).where(MaterialRecord.id.in_(request.material_ids))
    records = (await session.scalars(wanted)).all()
    if not records:
        raise not_found()
    items = [
        ManifestItem(
            material_id=record.id,
            class_id=record.class_id,
            title=record.title,
            media_type=record.media_type,
            size_bytes=record.size_bytes,
            sha256=record.sha256,
        )
        for record in records
        if not record.draft
    ]
    document = manifest_document(PackManifest(made_at=now, made_for=principal.account_id, items=items))
    return SignedManifest(
        document=document, key_id=context.keys.key_id, signature=sign_document(context.keys, document)
    )


async def _taught(session: AsyncSession, principal: Principal, material_id: str) -> MaterialRecord:
    record = await session.get(MaterialRecord, material_id)
    if record is None:
        raise not_found()
    await require_class(session, principal, record.class_id, teaching=True)
    return record


def _checked_due(due_at: datetime | None, now: datetime) -> datetime | None:
    if due_at is not None and not now - LONGEST_PLAN < due_at < now + LONGEST_PLAN:
        fields = [{"field": "body.dueAt", "problem": "within two years"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})
    return due_at

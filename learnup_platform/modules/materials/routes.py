"""``materials``, ``uploads/{id}``, ``publications`` and ``packs/manifest``."""

from typing import Annotated

from fastapi import Header, Query, Request, Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.materials import (
    AccessRequest,
    ManifestRequest,
    MaterialChange,
    MaterialKey,
    NewMaterial,
    NewPublication,
    Publication,
    SignedManifest,
    UploadState,
)
from learnup_desktop.contract.wire import Page
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_materials import PurchaseRecord
from learnup_platform.http.content_range import parse_content_range
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session, Teacher
from learnup_platform.http.download import StoredFile, send_file
from learnup_platform.http.errors import not_found
from learnup_platform.http.route import platform_router
from learnup_platform.modules.materials import publications, queries, service, uploads, views

router = platform_router("materials")
Limit = Annotated[int, Query(ge=1, le=200)]
ContentRange = Annotated[str | None, Header(alias="Content-Range")]


@router.get(routes.MATERIALS)
async def materials(
    session: Session,
    principal: CurrentAccount,
    now: Now,
    class_id: Annotated[str | None, Query(alias="classId")] = None,
    limit: Limit = 100,
    cursor: str | None = None,
) -> Page[Material]:
    """Study material of one's classes, the newest first, behind what one has bought."""
    wanted = queries.materials_visible(principal, now)
    if class_id is not None:
        wanted = wanted.where(MaterialRecord.class_id == class_id)
    start = _offset(cursor)
    bought = [] if start or class_id is not None else (await session.execute(queries.owned(principal, now))).all()
    found = (await session.scalars(wanted.offset(start).limit(limit + 1))).all()
    return Page[Material](
        items=[*map(views.bought_material, bought), *(views.material(record) for record in found[:limit])],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.get(routes.MATERIAL_CONTENT, response_class=Response)
async def material_content(
    id: str, request: Request, session: Session, context: Context, principal: CurrentAccount, now: Now
) -> Response:
    """The bytes of a material; takes ranges. Of one that was bought the sealed ones."""
    record = await session.scalar(queries.materials_visible(principal, now).where(MaterialRecord.id == id))
    if record is not None:
        file = StoredFile(record.storage_key, record.size_bytes, record.sha256, record.media_type, record.file_name)
        return await send_file(request, context.files, file)
    bought = (await session.execute(queries.owned(principal, now).where(PurchaseRecord.id == id))).one_or_none()
    if bought is None:
        raise not_found()
    purchase = bought[0]
    sealed = StoredFile(
        purchase.storage_key, purchase.sealed_bytes, purchase.sealed_sha256, "application/octet-stream", "publication"
    )
    return await send_file(request, context.files, sealed)


@router.get(routes.MATERIAL_KEY)
async def material_key(
    id: str, response: Response, session: Session, context: Context, principal: CurrentAccount, now: Now
) -> MaterialKey:
    """The key of one's own sealed copy."""
    response.headers["cache-control"] = "no-store"
    return await publications.key(context, session, principal, id, now)


@router.get(routes.UPLOAD)
async def upload_state(id: str, context: Context, principal: Teacher) -> UploadState:
    """How much of an upload is here."""
    return await uploads.state(context, principal, id)


@router.put(routes.UPLOAD)
async def upload_part(
    id: str, request: Request, context: Context, principal: Teacher, content_range: ContentRange = None
) -> UploadState:
    """The next part of an upload."""
    data = await request.body()
    return await uploads.take(context, principal, id, parse_content_range(content_range, len(data)), data)


@router.post(routes.MATERIALS, status_code=201)
async def add_material(body: NewMaterial, session: Session, context: Context, principal: Teacher, now: Now) -> Material:
    """Make material of a finished upload."""
    return await service.add(context, session, principal, body, now)


@router.patch(routes.MATERIAL)
async def change_material(id: str, body: MaterialChange, session: Session, principal: Teacher, now: Now) -> Material:
    """Another title or date; published or a draft."""
    return await service.change(session, principal, id, body, now)


@router.delete(routes.MATERIAL, status_code=204)
async def delete_material(id: str, session: Session, context: Context, principal: Teacher) -> Response:
    """Take material away for good."""
    await service.delete(context, session, principal, id)
    return Response(status_code=204)


@router.get(routes.PUBLICATIONS)
async def list_publications(
    session: Session, principal: CurrentAccount, now: Now, limit: Limit = 100, cursor: str | None = None
) -> Page[Publication]:
    """What is offered to one's classes, the newest first."""
    start = _offset(cursor)
    found = (await session.execute(queries.publications_visible(principal).offset(start).limit(limit + 1))).all()
    return Page[Publication](
        items=[views.publication(row, now) for row in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.post(routes.PUBLICATIONS, status_code=201)
async def add_publication(
    body: NewPublication, session: Session, context: Context, principal: Teacher, now: Now
) -> Publication:
    """Offer a finished upload to a class."""
    return await publications.publish(context, session, principal, body, now)


@router.post(routes.PURCHASE)
async def purchase(id: str, session: Session, context: Context, principal: CurrentAccount, now: Now) -> Publication:
    """Ask for a publication; one that costs nothing is one's own at once."""
    return await publications.buy(context, session, principal, id, now)


@router.put(routes.PUBLICATION_ACCESS, status_code=204)
async def give_access(
    id: str, student_id: str, body: AccessRequest, session: Session, context: Context, _principal: Admin, now: Now
) -> Response:
    """It is paid, or given."""
    await publications.grant(context, session, id, student_id, body.ends_at, now)
    return Response(status_code=204)


@router.delete(routes.PUBLICATION_ACCESS, status_code=204)
async def end_access(id: str, student_id: str, session: Session, context: Context, _principal: Admin) -> Response:
    """Take it away again."""
    await publications.end(context, session, id, student_id)
    return Response(status_code=204)


@router.post(routes.PACK_MANIFEST)
async def pack_manifest(
    body: ManifestRequest, session: Session, context: Context, principal: CurrentAccount, now: Now
) -> SignedManifest:
    """The signed list that goes with a pack."""
    return await service.manifest(context, session, principal, body, now)


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.isdecimal() or len(cursor) > 9:
        raise not_found()
    return int(cursor)

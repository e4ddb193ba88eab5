"""``face/enrolments``, ``face/gallery`` and ``face/models``."""

from typing import Annotated

from fastapi import Query, Response

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.contract import routes
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.face import (
    ClassGallery,
    Enrolment,
    EnrolmentDecision,
    EnrolmentRequest,
    FaceModelFile,
    FaceModels,
)
from learnup_desktop.contract.wire import Identifier, Page
from learnup_platform.http.dependencies import Context, CurrentAccount, Now, Session, Student, Teacher
from learnup_platform.http.errors import PlatformFault
from learnup_platform.http.route import platform_router
from learnup_platform.modules.face import gallery, service

router = platform_router("face")


@router.post(routes.ENROLMENTS, status_code=201)
async def enrol(body: EnrolmentRequest, session: Session, context: Context, principal: Student, now: Now) -> Enrolment:
    """Enrol one's own face, with consent."""
    return await service.enrol(context, session, principal, body, now)


@router.get(routes.ENROLMENTS)
async def enrolments(session: Session, principal: CurrentAccount) -> Page[Enrolment]:
    """One's own enrolments, or those of one's students."""
    return Page[Enrolment](items=await service.enrolments(session, principal))


@router.post(routes.ENROLMENT_DECISION)
async def decide(
    id: str, body: EnrolmentDecision, session: Session, context: Context, principal: Teacher, now: Now
) -> Enrolment:
    """Approve or reject an enrolment."""
    return await service.decide(context, session, principal, id, body, now)


@router.get(routes.ENROLMENT_PHOTO, response_class=Response)
async def photo(id: str, session: Session, context: Context, principal: CurrentAccount) -> Response:
    """The photograph of an enrolment."""
    data = await service.photo(context, session, principal, id)
    return Response(data, media_type="image/jpeg", headers={"cache-control": "no-store"})


@router.delete(routes.ENROLMENT, status_code=204)
async def remove(id: str, session: Session, context: Context, principal: CurrentAccount, now: Now) -> Response:
    """Delete an enrolment for good."""
    await service.remove(context, session, principal, id, now)
    return Response(status_code=204)


@router.get(routes.FACE_GALLERY)
async def class_gallery(
    class_id: Annotated[Identifier, Query(alias="classId")],
    response: Response,
    session: Session,
    context: Context,
    principal: Teacher,
) -> ClassGallery:
    """The templates of a class one teaches."""
    response.headers["cache-control"] = "no-store"
    return await gallery.class_gallery(context, session, principal, class_id)


@router.get(routes.FACE_MODELS)
async def models(_principal: CurrentAccount) -> FaceModels:
    """Which model files this platform knows, and where they come from."""
    from learnup_desktop.face.manifest import read_manifest

    try:
        manifest = read_manifest()
    except DamagedFileError as error:
        raise PlatformFault(503, ErrorCode.UNAVAILABLE) from error
    files = [*(file for pack in manifest.packs.values() for file in pack.files), *manifest.addons]
    return FaceModels(
        default_pack=manifest.default_pack,
        archives={pack.name: pack.archive for pack in manifest.packs.values()},
        files=[
            FaceModelFile(
                name=file.name,
                task=file.task,
                size=file.size,
                sha256=file.sha256,
                licence=file.licence,
                pack=file.pack,
                url=file.url,
            )
            for file in files
        ],
    )

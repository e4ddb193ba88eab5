"""``/face/``: enrolment check, recognition, gallery and models; and ``face/recognise`` under the API's own path."""

from typing import Annotated

from fastapi import Query, Request, Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.face import ClassGallery, EnrolmentCheck, FaceModels, Recognised
from learnup_desktop.contract.wire import Identifier
from learnup_platform.http.dependencies import Context, CurrentAccount, Session, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.face import gallery
from learnup_platform.modules.face.routes import models as face_models
from learnup_platform.modules.face_ai import service

router = platform_router("face-ai")
ClassId = Annotated[Identifier, Query(alias="classId")]


@router.post(routes.FACE_AI_CHECK)
async def check(request: Request, context: Context, principal: CurrentAccount) -> EnrolmentCheck:
    """Whether a picture (JPEG or PNG, as the body) can be enrolled, and what to do if not. It is not kept."""
    return await service.check(context, principal, request)


@router.post(routes.FACE_RECOGNISE, name="recognise_photo")
@router.post(routes.FACE_AI_RECOGNISE)
async def recognise(class_id: ClassId, request: Request, context: Context, principal: Teacher) -> Recognised:
    """Who of a class one teaches is in a picture (JPEG or PNG, as the body). It is not kept, and marks nobody."""
    return await service.recognise(context, principal, class_id, request)


@router.get(routes.FACE_AI_GALLERY)
async def class_gallery(
    class_id: ClassId, response: Response, session: Session, context: Context, principal: Teacher
) -> ClassGallery:
    """The templates of a class one teaches."""
    response.headers["cache-control"] = "no-store"
    return await gallery.class_gallery(context, session, principal, class_id)


@router.get(routes.FACE_AI_MODELS)
async def models(principal: CurrentAccount) -> FaceModels:
    """Which model files this platform knows."""
    return await face_models(principal)

"""``study/annotations`` and ``study/places``: writing only; reading is the streams' business."""

from learnup_desktop.contract import routes
from learnup_desktop.contract.study import AnnotationsTaken, AnnotationUpload, PlacesTaken, PlacesUpload
from learnup_platform.http.dependencies import CurrentAccount, Now, Session
from learnup_platform.http.route import platform_router
from learnup_platform.modules.study import service

router = platform_router("study")


@router.put(routes.STUDY_ANNOTATIONS)
async def take_annotations(
    body: AnnotationUpload, session: Session, principal: CurrentAccount, now: Now
) -> AnnotationsTaken:
    """Send annotations, or parts of them; repeats are harmless."""
    return await service.take_annotations(session, principal, body.annotations, now)


@router.put(routes.STUDY_PLACES)
async def take_places(body: PlacesUpload, session: Session, principal: CurrentAccount, now: Now) -> PlacesTaken:
    """Send where one stopped reading."""
    return await service.take_places(session, principal, body.places, now)

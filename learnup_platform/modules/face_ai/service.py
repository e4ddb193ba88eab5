"""Rules of Face-AI: who may ask, how often, which pictures; and that only who consented is ever compared."""

from fastapi import Request

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.face import EnrolmentCheck, Recognised, RecognisedFace
from learnup_desktop.face.refusals import PictureRefusedError
from learnup_platform.context import PlatformContext
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.face import gallery
from learnup_platform.modules.face_ai.engine import EngineUnavailableError, face_engine
from learnup_platform.principal import Principal

PICTURES_A_WINDOW = 30
"""Pictures that one account may have looked at in the platform's window of a minute: each costs a third of a second."""
MEDIA_TYPES = frozenset({"image/jpeg", "image/png"})


async def check(context: PlatformContext, principal: Principal, request: Request) -> EnrolmentCheck:
    """Whether a picture can be enrolled.

    Raises:
        PlatformFault: 413, 415, 422, 429, 503; see ``_picture`` and ``_fault``.
    """
    data = await _picture(context, principal, request)
    try:
        faces, advice = await face_engine().advice(data)
    except (PictureRefusedError, EngineUnavailableError) as error:
        raise _fault(error) from error
    return EnrolmentCheck(faces=faces, usable=faces == 1 and not advice, advice=list(advice))


async def recognise(context: PlatformContext, principal: Principal, class_id: str, request: Request) -> Recognised:
    """Who of a class is in a picture.

    Raises:
        PlatformFault: 404, not one's class; else as ``check``.
    """
    from learnup_desktop.face.identity import Template

    data = await _picture(context, principal, request)
    # Read in a transaction of its own: analysis takes longer than anybody should wait for the database.
    async with context.database.transaction(write=False) as session:
        people = (await gallery.class_gallery(context, session, principal, class_id)).people
    templates = [
        (person.student_id, Template.decode(text, person.model)) for person in people for text in person.templates
    ]
    try:
        judged = await face_engine().recognise(data, templates, context.settings.face_threshold)
    except (PictureRefusedError, EngineUnavailableError) as error:
        raise _fault(error) from error
    return Recognised(
        class_id=class_id,
        faces=judged.faces,
        unknown=judged.unknown,
        matches=[RecognisedFace(student_id=person, likeness=round(1000 * alike)) for person, alike in judged.named],
        which_of=[list(candidates) for candidates in judged.doubtful],
    )


async def _picture(context: PlatformContext, principal: Principal, request: Request) -> bytes:
    """The body, if it may be looked at.

    Raises:
        PlatformFault: 415, not JPEG or PNG by its own word; 429, too many pictures.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in MEDIA_TYPES:
        raise PlatformFault(415, ErrorCode.VALIDATION, details={"accepts": sorted(MEDIA_TYPES)})
    wait = await context.limiter.wait_seconds(f"face:{principal.account_id}", PICTURES_A_WINDOW)
    if wait:
        raise PlatformFault(
            429, ErrorCode.RATE_LIMITED, details={"retryAfter": wait}, headers={"Retry-After": str(wait)}
        )
    return await request.body()


def _fault(error: PictureRefusedError | EngineUnavailableError) -> PlatformFault:
    if isinstance(error, EngineUnavailableError):
        return PlatformFault(503, ErrorCode.UNAVAILABLE)
    if error.too_large:
        return PlatformFault(413, ErrorCode.TOO_LARGE)
    return PlatformFault(422, ErrorCode.FACE_QUALITY)

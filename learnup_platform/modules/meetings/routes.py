"""``sessions/{id}/meeting`` and ``sessions/{id}/substitute``."""

from fastapi import Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.meetings import MeetingTicket, Substitution
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session, Teacher
from learnup_platform.http.idempotency import NO_STORE
from learnup_platform.http.route import platform_router
from learnup_platform.modules.meetings import service

router = platform_router("meetings")


@router.post(routes.MEETING)
async def join_meeting(
    id: str, response: Response, session: Session, context: Context, principal: CurrentAccount, now: Now
) -> MeetingTicket:
    """A ticket for one join of a lesson's meeting."""
    response.headers["cache-control"] = NO_STORE
    return await service.join(context, session, principal, id, now)


@router.post(routes.MEETING_END, status_code=204)
async def end_meeting(id: str, session: Session, principal: Teacher, now: Now) -> Response:
    """End a lesson's meeting for everybody."""
    await service.end(session, principal, id, now)
    return Response(status_code=204)


@router.put(routes.SUBSTITUTE, status_code=204)
async def set_substitute(id: str, body: Substitution, session: Session, principal: Admin, now: Now) -> Response:
    """Let another teacher take one lesson."""
    await service.substitute(session, principal, id, body.teacher_id, now)
    return Response(status_code=204)


@router.delete(routes.SUBSTITUTE, status_code=204)
async def remove_substitute(id: str, session: Session, principal: Admin, now: Now) -> Response:
    """The lesson is its own teacher's again."""
    await service.substitute(session, principal, id, None, now)
    return Response(status_code=204)

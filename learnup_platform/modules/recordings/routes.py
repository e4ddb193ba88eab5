"""``recordings``."""

from typing import Annotated

from fastapi import Query

from learnup_desktop.contract import routes
from learnup_desktop.contract.recordings import NewRecording, Recording
from learnup_desktop.contract.wire import Page
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.http.dependencies import CurrentAccount, Now, Session, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.recordings import queries, service, views

router = platform_router("recordings")


@router.get(routes.RECORDINGS)
async def recordings(
    session: Session,
    principal: CurrentAccount,
    now: Now,
    class_id: Annotated[str | None, Query(alias="classId")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
    cursor: Annotated[str | None, Query(pattern=r"^\d{1,9}$")] = None,
) -> Page[Recording]:
    """Recordings of one's classes, the latest first; each is the material of the same id."""
    wanted, start = queries.recordings_visible(principal, now), int(cursor or 0)
    if class_id is not None:
        wanted = wanted.where(MaterialRecord.class_id == class_id)
    found = (await session.execute(wanted.offset(start).limit(limit + 1))).all()
    return Page[Recording](
        items=[views.recording(row) for row in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.post(routes.RECORDINGS)
async def put_up_recording(body: NewRecording, session: Session, principal: Teacher, now: Now) -> Recording:
    """Call a material of a class one teaches a recording."""
    return await service.put_up(session, principal, body, now)

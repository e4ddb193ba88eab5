"""``seminars`` and places in them."""

from typing import Annotated

from fastapi import Query

from learnup_desktop.contract import routes
from learnup_desktop.contract.recordings import NewSeminar, Seminar
from learnup_desktop.contract.wire import Page
from learnup_platform.db.models_seminars import SeminarRecord
from learnup_platform.http.dependencies import CurrentAccount, Now, Session, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.seminars import queries, service, views

router = platform_router("seminars")


@router.get(routes.SEMINARS)
async def seminars(
    session: Session,
    principal: CurrentAccount,
    now: Now,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
    cursor: Annotated[str | None, Query(pattern=r"^\d{1,9}$")] = None,
) -> Page[Seminar]:
    """Seminars that are not over, the next first."""
    start = int(cursor or 0)
    wanted = queries.seminars_visible(principal).where(SeminarRecord.ends_at > now)
    found = (await session.execute(wanted.offset(start).limit(limit + 1))).all()
    return Page[Seminar](
        items=[views.seminar(row) for row in found[:limit]],
        next_cursor=str(start + limit) if len(found) > limit else None,
    )


@router.post(routes.SEMINARS, status_code=201)
async def announce_seminar(body: NewSeminar, session: Session, principal: Teacher, now: Now) -> Seminar:
    """Announce a seminar to a class one teaches, or (administrators) to everybody."""
    return await service.announce(session, principal, body, now)


@router.put(routes.SEMINAR_PLACE)
async def register(id: str, session: Session, principal: CurrentAccount, now: Now) -> Seminar:
    """Take a place."""
    return await service.register(session, principal, id, now)


@router.delete(routes.SEMINAR_PLACE)
async def give_back(id: str, session: Session, principal: CurrentAccount, now: Now) -> Seminar:
    """Give it back."""
    return await service.give_back(session, principal, id, now)


@router.post(routes.SEMINAR_CANCEL)
async def cancel_seminar(id: str, session: Session, principal: Teacher) -> Seminar:
    """Call a seminar off."""
    return await service.cancel(session, principal, id)

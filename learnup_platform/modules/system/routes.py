"""``/health``, ``/metrics``, ``/.well-known/learnup``, the time, and what an administrator looks at."""

from typing import Annotated

from fastapi import Query, Response
from starlette.responses import JSONResponse

from learnup_desktop.contract import routes
from learnup_desktop.contract.system import (
    Analytics,
    AuditEntry,
    CrashReport,
    ErrorEntry,
    Health,
    ServerTime,
    SystemSettings,
    WellKnown,
)
from learnup_desktop.contract.wire import Page
from learnup_platform.http.dependencies import Admin, Context, CurrentAccount, Now, Session
from learnup_platform.http.route import platform_router
from learnup_platform.metrics import MEDIA_TYPE
from learnup_platform.modules.system import queries, service

router = platform_router("system")

Limit = Annotated[int, Query(ge=1, le=200)]


@router.get(routes.HEALTH, response_model=Health)
async def health(context: Context) -> Response:
    """Whether the platform and what it stands on work; 503 when not."""
    state = await service.health(context)
    headers = {"cache-control": "no-store"}
    return JSONResponse(state.to_wire(), 200 if state.status == service.OK else 503, headers)


@router.get(routes.WELL_KNOWN)
async def well_known(context: Context) -> WellKnown:
    """Name, key and limits of this platform; how a client recognises it."""
    return service.well_known(context)


@router.get(routes.TIME, response_model=ServerTime)
async def server_time(now: Now) -> Response:
    """The platform's time."""
    return JSONResponse(ServerTime(server_time=now).to_wire(), headers={"cache-control": "no-store"})


@router.get("/metrics", response_class=Response)
async def metrics(context: Context) -> Response:
    """Prometheus' text format."""
    return Response(context.metrics.expose(), media_type=MEDIA_TYPE, headers={"cache-control": "no-store"})


@router.get(routes.SYSTEM_SETTINGS)
async def system_settings(context: Context, _principal: Admin) -> SystemSettings:
    """How the platform is set, without its secrets."""
    return service.effective_settings(context)


@router.get(routes.AUDIT_LOGS)
async def audit_logs(
    session: Session, _principal: Admin, limit: Limit = 50, cursor: str | None = None
) -> Page[AuditEntry]:
    """Who did what: sign-ins, moved lessons, face enrolments, what invigilators did; the latest first."""
    found = await queries.audit_page(session, cursor, limit + 1)
    items = [
        AuditEntry(id=row[0], at=row[1], domain=row[2], action=row[3], actor_id=row[4], subject_id=row[5])
        for row in found[:limit]
    ]
    return Page[AuditEntry](items=items, next_cursor=items[-1].id if len(found) > limit else None)


@router.post(routes.ERROR_LOGS, status_code=204)
async def report_crash(body: CrashReport, session: Session, principal: CurrentAccount, now: Now) -> Response:
    """A client tells how it fell over."""
    service.keep_crash(session, principal, body, now)
    return Response(status_code=204)


@router.get(routes.ERROR_LOGS)
async def error_logs(
    session: Session, _principal: Admin, limit: Limit = 50, cursor: str | None = None
) -> Page[ErrorEntry]:
    """How clients fell over, the latest first."""
    found = await queries.error_page(session, cursor, limit + 1)
    items = [service.error_entry(record) for record in found[:limit]]
    return Page[ErrorEntry](items=items, next_cursor=items[-1].id if len(found) > limit else None)


@router.get(routes.ANALYTICS)
async def analytics(session: Session, _principal: Admin, now: Now) -> Analytics:
    """The school in numbers."""
    return await queries.analytics(session, now)

"""``/health``, ``/metrics``, ``/.well-known/learnup`` and ``/api/v1/time``."""

from fastapi import Response
from starlette.responses import JSONResponse

from learnup_desktop.contract import routes
from learnup_desktop.contract.system import Health, ServerTime, WellKnown
from learnup_platform.http.dependencies import Context, Now
from learnup_platform.http.route import platform_router
from learnup_platform.metrics import MEDIA_TYPE
from learnup_platform.modules.system import service

router = platform_router("system")


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

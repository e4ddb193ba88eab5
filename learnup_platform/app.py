"""The platform as one ASGI application: where its parts are made and wired together, and nowhere else."""

import contextlib
import warnings
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from itertools import chain

import socketio
from fastapi import FastAPI
from pydantic.warnings import UnsupportedFieldAttributeWarning
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.contract.routes import API
from learnup_platform.context import PlatformContext
from learnup_platform.db import models
from learnup_platform.db.engine import Database
from learnup_platform.db.migrate import migrate
from learnup_platform.events import EventHub
from learnup_platform.http.compression import CompressionMiddleware
from learnup_platform.http.errors import install_error_handlers
from learnup_platform.http.limits import RateLimiter
from learnup_platform.http.middleware import BodyLimitMiddleware, RateLimitMiddleware, ServerTimeMiddleware
from learnup_platform.jobs import JobRunner
from learnup_platform.keys import load_keys
from learnup_platform.metrics import PlatformMetrics
from learnup_platform.modules.module import Module
from learnup_platform.modules.registry import MODULES
from learnup_platform.modules.sync.sources import StreamSources
from learnup_platform.modules.sync.versions import ensure_state, record_touched
from learnup_platform.presence import Presence
from learnup_platform.realtime import RealtimeServer
from learnup_platform.settings import PlatformSettings
from learnup_platform.storage import open_store

__all__ = ["assemble", "create_app", "create_context", "models", "prepare_database"]


def create_context(
    settings: PlatformSettings, clock: Clock | None = None, modules: Sequence[Module] = MODULES
) -> PlatformContext:
    """The parts of a platform, not yet started.

    Raises:
        OSError: the data folder cannot be used.
        ValueError: a key in the data folder is damaged.
    """
    clock = clock or SystemClock()
    events = EventHub()
    redis_url = settings.redis_url()
    realtime = RealtimeServer(_origins(settings), redis_url)
    events.add_carrier(realtime.emit)
    sources: StreamSources = {stream: source for module in modules for stream, source in module.streams.items()}
    limiter_redis = None
    if redis_url is not None:
        from redis.asyncio import Redis

        limiter_redis = Redis.from_url(redis_url)
    return PlatformContext(
        settings=settings,
        clock=clock,
        keys=load_keys(settings),
        database=Database(settings.resolved_database_url(), record_touched, events.dispatch),
        events=events,
        files=open_store(settings),
        sources=sources,
        realtime=realtime,
        limiter=RateLimiter(clock, settings.rate_limit_ttl, limiter_redis),
        metrics=PlatformMetrics(),
        presence=Presence(),
    )


async def prepare_database(context: PlatformContext, now: datetime | None = None) -> None:
    """Migrate; on a demo platform seed the demo school, or bring the one that is there up to today."""
    await migrate(context.database.engine)
    async with context.database.transaction() as session:
        await ensure_state(session)
        if context.settings.demo:
            await _bring_demo_up(context, session, now or context.clock.utc_now())


async def _bring_demo_up(context: PlatformContext, session: AsyncSession, now: datetime) -> None:
    from learnup_platform.demo.seed import is_empty, refresh_school, seed_school

    if await is_empty(session):
        await seed_school(session, context, now)
    else:
        await refresh_school(session, context, now)


def create_app(settings: PlatformSettings, clock: Clock | None = None, modules: Sequence[Module] = MODULES) -> ASGIApp:
    """The platform; its database is prepared during the lifespan's start-up.

    Raises:
        OSError: the data folder cannot be used.
        ValueError: a key in the data folder is damaged.
    """
    return assemble(create_context(settings, clock, modules), modules)


def assemble(context: PlatformContext, modules: Sequence[Module] = MODULES) -> ASGIApp:
    """The application around ``context``."""
    # FastAPI silences this where it describes a body to Pydantic by an alias of its own; the contract's models are
    # built later than that, at their first use.
    warnings.filterwarnings("ignore", category=UnsupportedFieldAttributeWarning)
    settings = context.settings
    jobs = JobRunner(context, list(chain.from_iterable(module.jobs for module in modules)))

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await prepare_database(context)
        jobs.start()
        try:
            yield
        finally:
            await jobs.stop()
            await context.realtime.close()
            await context.presence.flush(context.database)
            await context.database.close()
            await context.limiter.close()

    app = FastAPI(
        title="LearnUp platform",
        version="1",
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        # What pupils do is measured here (/metrics), in numbers, and offered to no tracing.
        telemetry={"tracing": False, "metrics": False, "logs": False},
        generate_unique_id_function=lambda route: f"{route.tags[0]}-{route.name}" if route.tags else route.name,
    )
    app.state.context = context
    install_error_handlers(app)
    app.add_middleware(CompressionMiddleware)
    if origins := _origins(settings):
        app.add_middleware(CORSMiddleware, allow_origins=origins, allow_methods=["*"], allow_headers=["*"])
    for module in modules:
        if module.router is not None:
            app.include_router(module.router)
    context.realtime.attach(context, {name: run for module in modules for name, run in module.client_events.items()})
    return _surround(socketio.ASGIApp(context.realtime.server, other_asgi_app=app), context)


def _surround(app: ASGIApp, context: PlatformContext) -> ASGIApp:
    limited = RateLimitMiddleware(
        app, context.limiter, context.settings.requests_per_window, context.keys, context.clock, context.metrics
    )
    bounded = BodyLimitMiddleware(limited, context.settings.max_file_size)
    return ServerTimeMiddleware(bounded, context.clock)


def _origins(settings: PlatformSettings) -> list[str]:
    return [origin.strip() for origin in settings.allowed_origins.split(",") if origin.strip()]

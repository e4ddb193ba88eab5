"""The parts of one running platform, wired in ``app.create_app`` and reachable from every request."""

from dataclasses import dataclass

from fastapi import Request

from learnup_desktop.base.clock import Clock
from learnup_platform.db.engine import Database
from learnup_platform.events import EventHub
from learnup_platform.http.limits import RateLimiter
from learnup_platform.keys import PlatformKeys
from learnup_platform.metrics import PlatformMetrics
from learnup_platform.modules.sync.sources import StreamSources
from learnup_platform.presence import Presence
from learnup_platform.realtime import RealtimeServer
from learnup_platform.settings import PlatformSettings
from learnup_platform.storage import FileStore


@dataclass(frozen=True)
class PlatformContext:
    """What a route or a service may need beyond its session. Take the part, not the whole, into a service."""

    settings: PlatformSettings
    clock: Clock
    keys: PlatformKeys
    database: Database
    events: EventHub
    files: FileStore
    sources: StreamSources
    realtime: RealtimeServer
    limiter: RateLimiter
    metrics: PlatformMetrics
    presence: Presence


def context_of(request: Request) -> PlatformContext:
    """The platform that a request came to."""
    context: PlatformContext = request.app.state.context
    return context

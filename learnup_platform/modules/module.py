"""What a module brings to the platform."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import APIRouter

from learnup_desktop.contract.realtime import ClientEvent
from learnup_desktop.contract.sync import Stream
from learnup_platform.modules.sync.sources import StreamSource
from learnup_platform.principal import Principal

if TYPE_CHECKING:
    from learnup_platform.context import PlatformContext

ClientEventHandler = Callable[["PlatformContext", Principal, Mapping[str, object]], Awaitable[Mapping[str, object]]]
"""Takes a client's Socket.IO event and returns the acknowledgement. A ``PlatformFault`` becomes ``{"error": code}``."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work that comes round: ``run`` every ``every_seconds``, first that long after the start."""

    name: str
    every_seconds: float
    run: Callable[["PlatformContext"], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Module:
    """A domain's routes, streams, Socket.IO events and periodic work."""

    router: APIRouter | None = None
    streams: Mapping[Stream, StreamSource] = field(default_factory=dict)
    client_events: Mapping[ClientEvent, ClientEventHandler] = field(default_factory=dict)
    jobs: Sequence[Job] = ()

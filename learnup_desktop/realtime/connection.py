"""The live line: connect, stay connected, come back with jitter so that a whole school does not return in one second.

Reconnecting is ours, not the library's: the access token may have expired meanwhile; each attempt takes a fresh one.
"""

import asyncio
import logging
import random
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from enum import StrEnum
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from learnup_desktop.base.addresses import is_loopback
from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import LearnUpError, OfflineError, RequestTimeoutError, SignInError
from learnup_desktop.base.lean_imports import import_lean
from learnup_desktop.base.waiting import cancel_and_wait, cancel_until_ended, run_apart, wait_at_most
from learnup_desktop.contract.realtime import ClientEvent, ServerEvent
from learnup_desktop.contract.wire import WireModel
from learnup_desktop.realtime.events import RealtimeEvent, parse_event

if TYPE_CHECKING:
    import aiohttp
    import socketio

log = logging.getLogger(__name__)

FIRST_DELAY_SECONDS = 1.0
LONGEST_DELAY_SECONDS = 35.0
"""Full jitter up to here spreads a hall of clients over half a minute after an outage (AWS Architecture Blog, 2015)."""
HANG_UP_SECONDS = 3.0
"""How long a line that is closed in order may take for it."""
CONNECT_SECONDS = 10.0
ACKNOWLEDGE_SECONDS = 10.0


class LineState(StrEnum):
    """Whether events can arrive."""

    CLOSED = "closed"
    CONNECTING = "connecting"
    CONNECTED = "connected"
    WAITING = "waiting"


def backoff_seconds(failures: int, share: float) -> float:
    """How long to wait after so many failures in a row: ``share`` (0 to 1, drawn at random) of a doubling limit."""
    limit = min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2.0 ** min(failures, 10))
    return limit * share


class RealtimeConnection:
    """One line for one signed-in account.

    Args:
        url: the platform's base address.
        token: gives a valid access token, refreshed if need be; its ``LearnUpError`` counts as a failed attempt.
        on_event: called on the loop with each event of the contract.
        on_state: called on the loop when the line's state changes.
    """

    def __init__(
        self,
        url: str,
        token: Callable[[], Awaitable[str]],
        on_event: Callable[[RealtimeEvent], None],
        on_state: Callable[[LineState], None],
    ) -> None:
        self._url = url
        self._encrypted = url.startswith("https:")
        self._token = token
        self._on_event = on_event
        self._on_state = on_state
        self._state = LineState.CLOSED
        self._task: asyncio.Task[None] | None = None
        self._client: socketio.AsyncClient | None = None
        self._hurry = asyncio.Event()

    @property
    def state(self) -> LineState:
        """The line's state now."""
        return self._state

    def start(self) -> None:
        """Connect and stay connected until ``close``; a second call does nothing."""
        if self._task is None:
            self._task = spawn(self._run(), "realtime")

    def hurry(self) -> None:
        """Try now instead of at the end of the waiting time: the network was seen working, or somebody signed in."""
        self._hurry.set()

    async def close(self) -> None:
        """Hang up and end."""
        task, self._task = self._task, None
        try:
            await cancel_and_wait(task)
        finally:
            self._set_state(LineState.CLOSED)

    async def emit(self, event: ClientEvent, payload: WireModel) -> None:
        """Send and wait for the platform's acknowledgement.

        Raises:
            OfflineError: not connected.
            RequestTimeoutError: no acknowledgement in time.
        """
        client = self._client
        if client is None or self._state is not LineState.CONNECTED:
            raise OfflineError("the live line is down")
        from socketio import exceptions

        try:
            await client.call(event.value, payload.to_wire(), timeout=ACKNOWLEDGE_SECONDS)
        except exceptions.TimeoutError as error:
            raise RequestTimeoutError(f"{event.value} was not acknowledged") from error
        except exceptions.SocketIOError as error:
            raise OfflineError(str(error)) from error

    async def _run(self) -> None:
        # The import costs about 0.4 s of processor time: in a thread it never blocks the loop.
        module = await asyncio.to_thread(_load_socketio)
        failures = 0
        while True:
            self._set_state(LineState.CONNECTING)
            pause: float | None
            try:
                # Some proxies let no WebSocket through: every other failure the line is tried by long polling.
                came_up = await self._hold(module, polling=failures % 2 == 1)
            except SignInError:
                pause = None
            else:
                failures = 0 if came_up else failures + 1
                pause = backoff_seconds(failures, random.random())
            self._set_state(LineState.WAITING)
            self._hurry.clear()
            await wait_at_most(self._hurry, pause)

    async def _hold(self, module: ModuleType, *, polling: bool) -> bool:
        """Connect once and stay until the line drops; False when it never came up.

        Raises:
            SignInError: the session is over, and asking again cannot help.
        """
        async with self._http_session() as http:
            client = self._client = module.AsyncClient(
                reconnection=False, logger=False, engineio_logger=False, http_session=http, handle_sigint=False
            )
            for event in ServerEvent:
                client.on(event.value, self._handler(event.value))
            try:
                token = await self._token()
                connecting = client.connect(
                    self._url,
                    auth={"token": token},
                    transports=["polling", "websocket"] if polling else ["websocket"],
                    wait_timeout=CONNECT_SECONDS,
                    retry=False,
                )
                await run_apart(connecting)
                self._set_state(LineState.CONNECTED)
                await _dropped(client)
            except SignInError:
                raise
            except (module.exceptions.SocketIOError, LearnUpError, OSError, ValueError) as error:
                log.info("live line: %s", type(error).__name__)
                return False
            else:
                return True
            finally:
                self._client = None
                await _hang_up(client)

    @asynccontextmanager
    async def _http_session(self) -> AsyncIterator["aiohttp.ClientSession"]:
        """What the line runs over: the computer's own certificates, and its proxy except to this computer itself."""
        import aiohttp

        host = urlsplit(self._url).hostname or ""
        connector = aiohttp.TCPConnector(ssl=await asyncio.to_thread(_certificates) if self._encrypted else False)
        async with aiohttp.ClientSession(connector=connector, trust_env=not is_loopback(host)) as session:
            yield session
        # A closed connection lets go of its socket in the loop's next turn.
        await asyncio.sleep(0)

    def _handler(self, name: str) -> Callable[..., Awaitable[None]]:
        async def handle(payload: object = None) -> None:
            event = parse_event(name, payload)
            if event is not None:
                self._on_event(event)

        return handle

    def _set_state(self, state: LineState) -> None:
        if state is not self._state:
            self._state = state
            self._on_state(state)


async def _dropped(client: "socketio.AsyncClient") -> None:
    """Return when the line is down.

    Not the library's ``wait``: it awaits the reading task, so that a cancellation of ours goes to that task, which may
    lose it, and then neither ever ends.
    """
    if client.eio.read_loop_task is not None:
        await asyncio.wait((client.eio.read_loop_task,))


async def _hang_up(client: "socketio.AsyncClient") -> None:
    """End a line in whatever state it is.

    The library's own ``shutdown`` does nothing while a connect is under way, and waits for the reading task only: a
    line that was up below, but not yet greeted, would stay open with both its tasks. Where both ends hang up at once
    the reading task may never be told, and ``shutdown`` would wait for it for ever.
    """
    engine = client.eio
    tasks = (engine.read_loop_task, engine.write_loop_task)
    try:
        await run_apart(client.shutdown(), HANG_UP_SECONDS)
    except TimeoutError:
        log.info("live line: the far end did not say good-bye")
    if engine.state == "connected" and engine.read_loop_task is not None:
        await run_apart(engine.disconnect(abort=True))
    await cancel_until_ended(*tasks)


def _certificates() -> ssl.SSLContext:
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _load_socketio() -> ModuleType:
    import aiohttp  # noqa: F401 - as slow as the library itself, and needed with it

    return import_lean("socketio", ("redis", "valkey", "requests", "aio_pika", "kombu", "kafka", "zmq"))

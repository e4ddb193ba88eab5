"""Socket.IO: who is connected, in which rooms, and what they say.

Rooms are the sync audiences (``user:``, ``class:``, ``staff:``, ``everyone``); modules may add others, for instance
``exam:<id>``. A connection shows its access token once, when it connects; a revoked session is told and disconnected.
"""

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import socketio

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.realtime import ClientEvent, ServerEvent
from learnup_platform.access import audiences_of
from learnup_platform.events import Emission
from learnup_platform.http.errors import PlatformFault
from learnup_platform.modules.auth.access import authenticate, live_session_ids
from learnup_platform.principal import Principal

if TYPE_CHECKING:
    from learnup_platform.context import PlatformContext
    from learnup_platform.modules.module import ClientEventHandler

logger = logging.getLogger(__name__)

DROP_SECONDS = 5.0
"""How often connections are held against the sessions they belong to."""

MAXIMUM_MESSAGE_BYTES = 64 * 1024


def exam_room(exam_id: str) -> str:
    """The room of everybody sitting an exam."""
    return f"exam:{exam_id}"


def session_room(session_id: str) -> str:
    """The room of one signed-in device."""
    return f"session:{session_id}"


class RealtimeServer:
    """The Socket.IO server.

    Args:
        origins: allowed browser origins; native clients send none.
        redis_url: where several processes of the platform share their rooms.
    """

    def __init__(self, origins: list[str], redis_url: str | None = None) -> None:
        manager = socketio.AsyncRedisManager(redis_url) if redis_url else None
        self.server = socketio.AsyncServer(
            async_mode="asgi",
            client_manager=manager,
            cors_allowed_origins=origins,
            max_http_buffer_size=MAXIMUM_MESSAGE_BYTES,
            ping_interval=20,
            ping_timeout=20,
        )
        self._handlers: dict[ClientEvent, ClientEventHandler] = {}
        self._principals: dict[str, Principal] = {}
        self._rooms: dict[str, set[str]] = {}

    def attach(self, context: "PlatformContext", handlers: "Mapping[ClientEvent, ClientEventHandler]") -> None:
        """Answer connections and events of ``handlers`` from now on."""
        self._handlers.update(handlers)

        async def connect(sid: str, _environ: Mapping[str, object], auth: object = None) -> None:
            await self._connect(context, sid, auth)

        async def disconnect(sid: str, _reason: str = "") -> None:
            if self._principals.pop(sid, None) is not None:
                context.metrics.connections.dec()
            self._rooms.pop(sid, None)

        self.server.on("connect", connect)
        self.server.on("disconnect", disconnect)
        for event in ClientEvent:
            self.server.on(event.value, self._receiver(context, event))

    async def emit(self, emission: Emission) -> None:
        """Carry an event to its room."""
        await self.server.emit(emission.event.value, emission.payload, room=emission.room)

    def connected(self, account_id: str) -> bool:
        """Whether the account has a connection to this process."""
        return any(principal.account_id == account_id for principal in self._principals.values())

    async def join(self, account_id: str, room: str) -> None:
        """Put every connection of the account into ``room``."""
        for sid, principal in list(self._principals.items()):
            if principal.account_id == account_id:
                await self.server.enter_room(sid, room)

    async def refresh_rooms(self, context: "PlatformContext", account_id: str) -> None:
        """Follow a change of membership: enter and leave audience rooms."""
        for sid, principal in list(self._principals.items()):
            if principal.account_id == account_id:
                async with context.database.transaction(write=False) as session:
                    wanted = set(await audiences_of(session, principal))
                await self._set_rooms(sid, wanted)

    async def end_session(self, session_id: str) -> None:
        """Tell the device that it was signed out, and let go of it (another process does so at its next round)."""
        room = session_room(session_id)
        await self.server.emit(ServerEvent.SESSION_REVOKED.value, {}, room=room)
        await self._disconnect({session_id})

    def sessions(self) -> set[str]:
        """Sessions that are connected to this process."""
        return {principal.session_id for principal in self._principals.values()}

    async def drop_ended(self, context: "PlatformContext") -> None:
        """Let go of devices whose session has ended: signed out through another process, or expired."""
        if not (held := self.sessions()):
            return
        async with context.database.transaction(write=False) as session:
            live = await live_session_ids(session, held, context.clock.utc_now())
        await self._disconnect(held - live)

    async def _disconnect(self, session_ids: set[str]) -> None:
        for sid, principal in list(self._principals.items()):
            if principal.session_id in session_ids:
                await self.server.disconnect(sid)

    async def close(self) -> None:
        """Let go of everybody."""
        await self.server.shutdown()

    async def _connect(self, context: "PlatformContext", sid: str, auth: object) -> None:
        token = auth.get("token") if isinstance(auth, dict) else None
        try:
            async with context.database.transaction(write=False) as session:
                principal = await authenticate(
                    session, context.keys, token if isinstance(token, str) else None, context.clock.utc_now()
                )
                rooms = set(await audiences_of(session, principal))
        except PlatformFault as fault:
            raise socketio.exceptions.ConnectionRefusedError({"code": fault.code}) from fault
        self._principals[sid] = principal
        context.metrics.connections.inc()
        await self.server.enter_room(sid, session_room(principal.session_id))
        await self._set_rooms(sid, rooms)

    async def _set_rooms(self, sid: str, wanted: set[str]) -> None:
        held = self._rooms.get(sid, set())
        for room in wanted - held:
            await self.server.enter_room(sid, room)
        for room in held - wanted:
            await self.server.leave_room(sid, room)
        self._rooms[sid] = wanted

    def _receiver(self, context: "PlatformContext", event: ClientEvent) -> Any:
        async def receive(sid: str, payload: object = None) -> Mapping[str, object]:
            principal = self._principals.get(sid)
            handler = self._handlers.get(event)
            if principal is None:
                return {"error": ErrorCode.AUTH_REQUIRED.value}
            if handler is None or not isinstance(payload, dict):
                return {"error": ErrorCode.BAD_REQUEST.value}
            context.presence.saw(principal.session_id, context.clock.utc_now())
            try:
                return await handler(context, principal, payload)
            except PlatformFault as fault:
                return {"error": fault.code, "details": fault.details}
            except ValueError:
                logger.info("malformed %s", event.value)
                return {"error": ErrorCode.VALIDATION.value}

        return receive

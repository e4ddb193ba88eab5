"""What surrounds every answer, in plain ASGI: server time, size limit, rate limit.

Outside of FastAPI and Socket.IO, so that a 404, a 413 and a 500 carry the server's time too, and so that a body that is
too large or a request too many is refused before a byte of it is read.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from learnup_desktop.base.clock import Clock
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.routes import API
from learnup_desktop.contract.wire import wire_time
from learnup_platform.http.errors import PlatformFault, fault_response
from learnup_platform.http.limits import RateLimiter
from learnup_platform.keys import PlatformKeys
from learnup_platform.metrics import PlatformMetrics
from learnup_platform.modules.auth.access import bearer_token
from learnup_platform.modules.auth.tokens import TokenExpiredError, TokenInvalidError, read_access_token
from learnup_platform.settings import ANONYMOUS_FACTOR

SERVER_TIME = "X-Server-Time"


class ServerTimeMiddleware:
    """``X-Server-Time`` on every answer, as late as possible: it is a sample of the clock."""

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def stamped(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers[SERVER_TIME] = wire_time(self._clock.utc_now())
                headers.setdefault("X-Content-Type-Options", "nosniff")
            await send(message)

        await self._app(scope, receive, stamped)


class BodyLimitMiddleware:
    """413 before the body is read, by its announced length; a body of unknown length is counted as it comes."""

    def __init__(self, app: ASGIApp, maximum: int) -> None:
        self._app = app
        self._maximum = maximum

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        announced = headers.get("content-length", "")
        if announced.isdecimal() and int(announced) > self._maximum:
            answer = fault_response(self._fault(), headers.get("accept-language"))
            await answer(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._maximum:
                raise self._fault()
            return message

        await self._app(scope, counted, send)

    def _fault(self) -> PlatformFault:
        # The rest of the body is never read, so the connection cannot be used again.
        return PlatformFault(
            413, ErrorCode.TOO_LARGE, details={"limitBytes": self._maximum}, headers={"Connection": "close"}
        )


class RateLimitMiddleware:
    """429 for an account (or an address that shows no valid token) that asks too often; only under the API's path."""

    def __init__(
        self,
        app: ASGIApp,
        limiter: RateLimiter,
        maximum: int,
        keys: PlatformKeys,
        clock: Clock,
        metrics: PlatformMetrics,
    ) -> None:
        self._app = app
        self._limiter = limiter
        self._maximum = maximum
        self._keys = keys
        self._clock = clock
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http" and scope["path"].startswith(API):
            headers = Headers(scope=scope)
            caller, maximum = self._caller(scope, headers)
            wait = await self._limiter.wait_seconds(caller, maximum)
            if wait:
                self._metrics.refused.inc()
                fault = PlatformFault(
                    429, ErrorCode.RATE_LIMITED, details={"retryAfter": wait}, headers={"Retry-After": str(wait)}
                )
                await fault_response(fault, headers.get("accept-language"))(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _caller(self, scope: Scope, headers: Headers) -> tuple[str, int]:
        token = bearer_token(headers.get("authorization"))
        if token is not None:
            try:
                claims = read_access_token(self._keys, token, self._clock.utc_now())
            except (TokenInvalidError, TokenExpiredError):
                pass
            else:
                return f"account:{claims.account_id}", self._maximum
        client = scope.get("client")
        return f"address:{client[0] if client else 'unknown'}", self._maximum * ANONYMOUS_FACTOR

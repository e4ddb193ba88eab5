"""One HTTP connection to one platform: retries where they are safe, one refresh for all, every fault of our own kind.

httpx and the system's certificates are loaded at the first request, on a thread: they cost a quarter of a second that
the first window must not pay and the loop must not stall for.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from learnup_desktop.api import faults
from learnup_desktop.api.connection import Limits, is_loopback_url, open_client
from learnup_desktop.api.kept_answers import KeptAnswers
from learnup_desktop.api.reading import Answer, Download, content_range, encode, pieces, read_body, validated
from learnup_desktop.api.session import Session
from learnup_desktop.api.tokens import TokenKeeper
from learnup_desktop.api.under_way import UnderWay
from learnup_desktop.base.addresses import normalise_address
from learnup_desktop.base.clock import Clock
from learnup_desktop.base.errors import (
    InsecureConnectionError,
    IntegrityFault,
    LearnUpError,
    NetworkError,
    OfflineError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
    RequestTimeoutError,
    SessionEndedError,
)
from learnup_desktop.base.waiting import to_the_end

if TYPE_CHECKING:
    import httpx

    from learnup_desktop.contract.auth import TokenPair
    from learnup_desktop.contract.wire import WireModel
    from learnup_desktop.domain.exam_timing import ClockSample

Model = TypeVar("Model", bound="WireModel")
Result = TypeVar("Result")

MAXIMUM_JSON_BYTES = 32 * 1024 * 1024
"""An answer longer than this is not one of the contract's; a school's snapshot of a year stays under 10 MB."""
_IDEMPOTENT = frozenset({"GET", "HEAD", "PUT", "DELETE"})


class Transport:
    """Requests to one platform for one account.

    Args:
        base_url: the server's address; plain http only to this computer itself, or with ``trust_plain``.
        clock: for samples of server time, measured on its monotonic side.
        tokens: the account's tokens; None for a transport that only asks open routes and signs in.
        language: ``Accept-Language`` of error messages.
        limits: patience.
        trust_plain: the person has said that this server may be reached without encryption.
        proxy: address of a proxy, None for the system's (environment variables).
        wire: an httpx transport in place of the network, for tests.

    Attributes:
        on_clock_sample: called with a ``ClockSample`` for every answer that carries server time.
        session: the tokens, and ``session.on_ended``.
        on_reached: called with True or False as the platform is reached or not.

    Raises:
        ProtocolError: not the address of a server.
        InsecureConnectionError: plain http to another computer.
    """

    def __init__(
        self,
        base_url: str,
        clock: Clock,
        tokens: TokenKeeper | None = None,
        *,
        language: str = "en",
        limits: Limits | None = None,
        trust_plain: bool = False,
        proxy: str | None = None,
        wire: "httpx.AsyncBaseTransport | None" = None,
    ) -> None:
        try:
            self.base_url = normalise_address(base_url)
        except ValueError as error:
            raise ProtocolError(f"not the address of a server: {base_url!r}", reason="address") from error
        self._loopback = is_loopback_url(self.base_url)
        if self.base_url.startswith("http:") and not (self._loopback or trust_plain):
            raise InsecureConnectionError("plain http to another computer", address=self.base_url)
        self.session = Session(tokens or TokenKeeper(), clock, self._ask_for_tokens)
        self.language = language
        self._clock = clock
        self._limits = limits or Limits()
        self._proxy = proxy
        self._wire = wire
        self._opening: asyncio.Task[httpx.AsyncClient] | None = None
        self._under_way = UnderWay()
        self._kept = KeptAnswers()
        self._closing: asyncio.Task[None] | None = None
        self.on_clock_sample: Callable[[ClockSample], None] | None = None
        self.on_reached: Callable[[bool], None] | None = None

    # --- requests --------------------------------------------------------------------------------------------------

    async def request_json(
        self,
        method: str,
        path: str,
        *,
        body: object = None,
        params: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        authenticated: bool = True,
    ) -> Any:
        """Send, and give the JSON answered (None for 204).

        Args:
            body: JSON-ready, or a ``WireModel``.
            idempotency_key: makes a write repeatable; the same for every try of the same write.

        Raises:
            NetworkError, PlatformError: any of the tree.
        """
        answer = await self.request(
            method, path, body=body, params=params, idempotency_key=idempotency_key, authenticated=authenticated
        )
        if not answer.body and answer.status in (204, 205):
            return None
        return faults.parse_json(answer.headers, answer.body, f"{method} {path}")

    async def request_model(
        self,
        method: str,
        path: str,
        model: type[Model],
        *,
        body: object = None,
        params: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        authenticated: bool = True,
    ) -> Model:
        """As ``request_json``, validated.

        Raises:
            ProtocolError: the answer is not a ``model``.
            NetworkError, PlatformError: any of the tree.
        """
        document = await self.request_json(
            method, path, body=body, params=params, idempotency_key=idempotency_key, authenticated=authenticated
        )
        return validated(model, document, f"{method} {path}")

    async def request_list(
        self, path: str, model: type[Model], *, params: Mapping[str, str] | None = None, maximum_pages: int = 200
    ) -> list[Model]:
        """All items of a paged list.

        Raises:
            ProtocolError: not a list of ``model``, or it does not end.
            NetworkError, PlatformError: any of the tree.
        """
        from learnup_desktop.contract.wire import Page

        items: list[Model] = []
        query = dict(params or {})
        for _ in range(maximum_pages):
            document = await self.request_json("GET", path, params=query)
            page = validated(Page[model], document, f"GET {path}")  # type: ignore[valid-type]  # a model made at run time
            items += page.items
            if page.next_cursor is None:
                return items
            query["cursor"] = page.next_cursor
        raise ProtocolError(f"GET {path}: a list without an end", reason="malformed")

    async def request_bytes(
        self,
        method: str,
        path: str,
        *,
        maximum_bytes: int = MAXIMUM_JSON_BYTES,
        params: Mapping[str, str] | None = None,
    ) -> bytes:
        """Send, and give the bytes answered.

        Raises:
            NetworkError, PlatformError: any of the tree.
        """
        return (await self.request(method, path, params=params, maximum_bytes=maximum_bytes)).body

    async def request(
        self,
        method: str,
        path: str,
        *,
        body: object = None,
        content: bytes | None = None,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        idempotency_key: str | None = None,
        authenticated: bool = True,
        maximum_bytes: int = MAXIMUM_JSON_BYTES,
    ) -> Answer:
        """Send with retries and refresh, and read the whole answer. What was read before is only asked about.

        Args:
            content: raw bytes in place of ``body``.

        Raises:
            NetworkError, PlatformError: any of the tree.
        """
        sent_headers = dict(headers or {})
        if idempotency_key is not None:
            sent_headers["Idempotency-Key"] = idempotency_key
        data, kind = encode(body, content)
        if kind is not None:
            sent_headers.setdefault("Content-Type", kind)
        repeatable = method in _IDEMPOTENT or idempotency_key is not None
        key = self._kept.key(path, params) if method == "GET" else None
        kept = self._kept.get(key) if key is not None else None
        if kept is not None:
            sent_headers["If-None-Match"] = kept.tag

        async def once() -> Answer:
            async with self._exchange(method, path, data, params, sent_headers, authenticated) as response:
                content_read = await read_body(response, maximum_bytes, f"{method} {path}")
                if response.status_code == 304 and kept is not None:
                    return Answer(200, kept.headers, kept.body)
                if key is not None:
                    self._kept.put(key, response.headers, content_read)
                return Answer(response.status_code, response.headers, content_read)

        async with self._under_way.hold():
            return await self._with_retries(once, repeatable=repeatable)

    @asynccontextmanager
    async def stream(
        self, path: str, *, offset: int = 0, etag: str | None = None, params: Mapping[str, str] | None = None
    ) -> AsyncIterator[Download]:
        """Download in pieces, from ``offset`` on when the server can. Nothing is retried: the caller resumes.

        Args:
            etag: of the part that is here already; when the file has changed meanwhile, it comes from the beginning.

        Raises:
            IntegrityFault: the bytes come packed.
            NetworkError, PlatformError: any of the tree; also while the pieces are read.
        """
        # Bytes as stored: a compressed answer could not be resumed in the middle.
        headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
        if offset:
            headers["Range"] = f"bytes={offset}-"
            if etag:
                headers["If-Range"] = etag
        async with self._under_way.hold(), self._exchange("GET", path, None, params, headers, True) as response:
            packed = response.headers.get("content-encoding", "identity")
            if packed != "identity":
                # Ranges are of the bytes as stored; and a small packed answer can be a very large file.
                raise IntegrityFault(f"GET {path}: packed ({packed}), which was not asked for")
            start, total = content_range(response.status_code, response.headers, offset)
            chunks = pieces(response, f"GET {path}")
            yield Download(start, total, response.headers.get("etag"), chunks)

    async def access_token(self) -> str:
        """An access token with a minute left at least, refreshed when needed; for the real-time connection.

        Raises:
            SessionEndedError: signed out.
            NetworkError, PlatformError: it could not be refreshed.
        """
        return await self.session.access_token(minimum_seconds=60.0)

    # --- one exchange ----------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def _exchange(
        self,
        method: str,
        path: str,
        data: bytes | None,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str],
        authenticated: bool,
    ) -> "AsyncIterator[httpx.Response]":
        """Send once (twice when the access token had expired) and give the response, headers read."""
        client = await self._client()
        what = f"{method} {path}"
        response = await self._send(client, method, path, data, params, headers, authenticated)
        try:
            if response.status_code >= 300 and response.status_code != 304:
                body = await read_body(response, MAXIMUM_JSON_BYTES, what)
                raise faults.error_of(response.status_code, response.headers, body, what, self._clock.utc_now())
            yield response
        finally:
            await response.aclose()

    async def _send(
        self,
        client: "httpx.AsyncClient",
        method: str,
        path: str,
        data: bytes | None,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str],
        authenticated: bool,
    ) -> "httpx.Response":
        token = await self.session.access_token(minimum_seconds=5.0) if authenticated else None
        response = await self._send_with(client, method, path, data, params, headers, token)
        if response.status_code != 401 or token is None:
            return response
        body = await read_body(response, MAXIMUM_JSON_BYTES, f"{method} {path}")
        await response.aclose()
        fault = faults.error_of(401, response.headers, body, f"{method} {path}", self._clock.utc_now())
        if not isinstance(fault, SessionEndedError):
            raise fault
        renewed = await self.session.renew(token)
        return await self._send_with(client, method, path, data, params, headers, renewed.access)

    async def _send_with(
        self,
        client: "httpx.AsyncClient",
        method: str,
        path: str,
        data: bytes | None,
        params: Mapping[str, str] | None,
        headers: Mapping[str, str],
        token: str | None,
    ) -> "httpx.Response":
        import httpx

        all_headers = {"Accept-Language": self.language, **headers}
        if token is not None:
            all_headers["Authorization"] = f"Bearer {token}"
        try:
            request = client.build_request(method, path, content=data, params=params, headers=all_headers)
            sent = self._clock.monotonic()
            response = await client.send(request, stream=True)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            self._tell_reached(False)
            faults.raise_network_fault(error, f"{method} {path}")
        self._take_clock_sample(sent, response.headers)
        self._tell_reached(True)
        return response

    async def _with_retries(self, once: Callable[[], Awaitable[Result]], *, repeatable: bool) -> Result:
        for number in range(1, self._limits.tries + 1):
            try:
                return await once()
            except (OfflineError, RequestTimeoutError, PlatformUnavailableError, RateLimitedError) as error:
                pause = self._pause(error, number, repeatable)
                if pause is None:
                    raise
                await asyncio.sleep(pause)
        raise AssertionError("the last try either returned or raised")

    def _pause(self, error: LearnUpError, number: int, repeatable: bool) -> float | None:
        """Seconds before the next try; None when there should be none."""
        if number >= self._limits.tries:
            return None
        # A request that was refused by rate limit or load was not carried out, whatever its method.
        if not (repeatable or faults.was_not_sent(error) or isinstance(error, RateLimitedError)):
            return None
        asked = error.arguments.get("retry_after")
        if isinstance(asked, int | float):
            # Jitter on top only: earlier than asked would be refused again.
            return asked + random.uniform(0.0, 0.5) if asked <= self._limits.longest_pause else None
        ceiling = min(self._limits.longest_pause, self._limits.first_pause * 2.0 ** (number - 1))
        return random.uniform(ceiling / 2, ceiling)

    async def _ask_for_tokens(self, refresh: str, idempotency_key: str) -> "TokenPair":
        from learnup_desktop.contract.auth import RefreshRequest, TokenPair
        from learnup_desktop.contract.routes import REFRESH

        body = RefreshRequest(refresh_token=refresh)
        return await self.request_model(
            "POST", REFRESH, TokenPair, body=body, idempotency_key=idempotency_key, authenticated=False
        )

    # --- the client ------------------------------------------------------------------------------------------------

    async def _client(self) -> "httpx.AsyncClient":
        if self._opening is None:
            opening = asyncio.to_thread(open_client, self.base_url, self._limits, self._proxy, self._wire)
            self._opening = asyncio.create_task(opening, name="open transport")
        task = self._opening
        try:
            return await asyncio.shield(task)
        except (ValueError, OSError, ImportError) as error:
            # A proxy's address that is none, certificates that cannot be read: once put right, the next request works.
            if self._opening is task:
                self._opening = None
            raise NetworkError(f"no connection can be made: {error}") from error

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._under_way.closed

    async def close(self) -> None:
        """End what is under way (``OfflineError`` for who waits) and close the connections.

        Goes on to its end even when cancelled; doing so twice is harmless, and the second waits for the first.
        """
        if self._closing is None:
            self._closing = asyncio.create_task(self._close(), name="close transport")
        await to_the_end(self._closing)

    async def _close(self) -> None:
        await self._under_way.close()
        await self.session.close()
        opening, self._opening = self._opening, None
        if opening is not None:
            (client,) = await asyncio.gather(opening, return_exceptions=True)
            if not isinstance(client, BaseException):
                await client.aclose()
                # A closed connection lets go of its socket in the loop's next turn.
                await asyncio.sleep(0)

    def _take_clock_sample(self, sent: float, headers: Mapping[str, str]) -> None:
        if self.on_clock_sample is None:
            return
        received = self._clock.monotonic()
        text = headers.get("x-server-time")
        if not text:
            return
        from datetime import datetime

        from learnup_desktop.domain.exam_timing import ClockSample

        try:
            server_time = datetime.fromisoformat(text)
        except ValueError:
            return
        if server_time.tzinfo is not None:
            self.on_clock_sample(ClockSample(sent, received, server_time))

    def _tell_reached(self, reached: bool) -> None:
        if self.on_reached is not None:
            self.on_reached(reached)

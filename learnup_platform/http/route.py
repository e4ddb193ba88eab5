"""The route class of every module: one transaction a request, kept answers, validators, measurements."""

import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from sqlalchemy.exc import IntegrityError
from starlette.responses import Response

from learnup_desktop.contract.wire import ErrorBody
from learnup_platform.context import PlatformContext, context_of
from learnup_platform.http.errors import PlatformFault
from learnup_platform.http.etag import conditional
from learnup_platform.http.idempotency import KeyedRequest, keep_answer, kept_answer, keyed_request, request_key
from learnup_platform.http.unit import UnitOfWork
from learnup_platform.modules.auth.access import authenticate, bearer_token
from learnup_platform.principal import Principal

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
Handler = Callable[[Request], Awaitable[Response]]


class PlatformRoute(APIRoute):
    """An ``APIRoute`` that commits before it answers."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of this route inside its transaction."""
        handle = super().get_route_handler()
        template = self.path

        async def run(request: Request) -> Response:
            metrics, begun, status = context_of(request).metrics, time.perf_counter(), 500
            try:
                answer = await _answer(request, handle)
                status = answer.status_code
                return answer
            except PlatformFault as fault:
                status = fault.status
                raise
            finally:
                metrics.requests.labels(request.method, template, status).inc()
                metrics.seconds.labels(request.method, template).observe(time.perf_counter() - begun)

        return run


def platform_router(tag: str) -> APIRouter:
    """A router whose routes are ``PlatformRoute``; give routes the full paths of ``contract.routes``."""
    refused: dict[int | str, dict[str, Any]] = {"default": {"model": ErrorBody, "description": "Refused; see its code"}}
    return APIRouter(route_class=PlatformRoute, tags=[tag], responses=refused)


async def _answer(request: Request, handle: Handler) -> Response:
    context = context_of(request)
    if request.method in _SAFE_METHODS:
        return conditional(request, await _in_transaction(context, request, handle, None))
    # The whole body first: a slow line must not hold the transaction open.
    await request.body()
    principal = await _recognise(context, request)
    key = request_key(request)
    if key is None or principal is None:
        return await _in_transaction(context, request, handle, None)
    keyed = await keyed_request(request, key, principal.account_id)
    kept = await _kept(context, keyed)
    if kept is not None:
        return kept
    try:
        return await _in_transaction(context, request, handle, keyed)
    except IntegrityError:
        # A twin of this request was quicker, and this one was rolled back; its answer is the first.
        kept = await _kept(context, keyed)
        if kept is None:
            raise
        return kept


async def _recognise(context: PlatformContext, request: Request) -> Principal | None:
    """Who is writing, found out before the transaction for writing begins.

    None when nobody is or the token does not hold: whether that matters is the route's business (``CurrentAccount``).
    """
    token = bearer_token(request.headers.get("authorization"))
    if token is None:
        return None
    try:
        async with context.database.transaction(write=False) as session:
            principal = await authenticate(session, context.keys, token, context.clock.utc_now())
    except PlatformFault:
        return None
    request.state.principal = principal
    return principal


async def _kept(context: PlatformContext, keyed: KeyedRequest) -> Response | None:
    async with context.database.transaction(write=False) as session:
        return await kept_answer(session, keyed, context.clock.utc_now())


async def _in_transaction(
    context: PlatformContext, request: Request, handle: Handler, keyed: KeyedRequest | None
) -> Response:
    refusal: PlatformFault | None = None
    answer: Response | None = None
    async with UnitOfWork(context.database, request.method not in _SAFE_METHODS) as unit:
        request.state.unit = unit
        try:
            answer = await handle(request)
        except PlatformFault as fault:
            if not fault.keep:
                raise
            refusal = fault
        if answer is not None and keyed is not None:
            await keep_answer(await unit.session(), keyed, answer, context.clock.utc_now())
    if refusal is not None:
        raise refusal
    assert answer is not None
    return answer

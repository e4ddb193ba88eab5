"""What routes ask for: ``Session``, ``CurrentAccount``, ``Student``, ``Teacher``, ``Admin``, ``Now``, ``Context``."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.auth import Role
from learnup_platform.context import PlatformContext, context_of
from learnup_platform.http.errors import not_found
from learnup_platform.http.unit import unit_of
from learnup_platform.modules.auth.access import authenticate, bearer_token
from learnup_platform.principal import Principal

Context = Annotated[PlatformContext, Depends(context_of)]
"""The running platform."""


async def get_session(request: Request) -> AsyncSession:
    """The session of this request's transaction, begun now if nobody asked before."""
    return await unit_of(request).session()


Session = Annotated[AsyncSession, Depends(get_session)]
"""The request's transaction; committed after the route returned, before the answer goes out."""


async def get_now(context: Context) -> datetime:
    """The platform's time, aware UTC."""
    return context.clock.utc_now()


Now = Annotated[datetime, Depends(get_now)]
"""The platform's time. The only time that counts."""


_documented = HTTPBearer(auto_error=False, bearerFormat="JWT", description="The access token of auth/login")
"""Says in OpenAPI that a token is needed; who holds one is found out by ``authenticate``."""


async def get_principal(
    request: Request, context: Context, now: Now, _shown: Annotated[object, Security(_documented)] = None
) -> Principal:
    """Who is asking; 401 when nobody is signed in."""
    known: Principal | None = getattr(request.state, "principal", None)
    if known is None:
        session = await unit_of(request).session()
        token = bearer_token(request.headers.get("authorization"))
        known = await authenticate(session, context.keys, token, now)
        request.state.principal = known
    context.presence.saw(known.session_id, now)
    return known


CurrentAccount = Annotated[Principal, Depends(get_principal)]
"""Whoever is signed in."""


def require_role(*roles: Role) -> Callable[[Principal], Awaitable[Principal]]:
    """A dependency that lets only ``roles`` through; everybody else gets 404, as if the route were not there."""

    async def check(principal: CurrentAccount) -> Principal:
        if principal.role not in roles:
            raise not_found()
        return principal

    return check


Student = Annotated[Principal, Depends(require_role(Role.STUDENT))]
Teacher = Annotated[Principal, Depends(require_role(Role.TEACHER, Role.ADMIN))]
"""A teacher, or an administrator, who may do what teachers may."""
Admin = Annotated[Principal, Depends(require_role(Role.ADMIN))]

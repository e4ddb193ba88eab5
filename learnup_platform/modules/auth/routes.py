"""``/api/v1/auth``."""

from typing import Annotated

from fastapi import Query, Request, Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.auth import (
    Account,
    EmailVerification,
    LoginRequest,
    PasswordChange,
    PasswordForgotten,
    PasswordReset,
    RefreshRequest,
    SessionInfo,
    TokenPair,
)
from learnup_desktop.contract.wire import Page, UtcTime, WireModel
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.http.dependencies import Context, CurrentAccount, Session
from learnup_platform.http.idempotency import NO_STORE, request_key
from learnup_platform.http.route import platform_router
from learnup_platform.modules.auth import codes, queries, service
from learnup_platform.modules.auth.service import Origin, SignIn

router = platform_router("auth")
_sign_in = SignIn()


class SecurityEntry(WireModel):
    """One line of ``GET auth/security-log``."""

    id: str
    at: UtcTime
    kind: str
    device_name: str
    address: str


def _origin(request: Request) -> Origin:
    return Origin(request.client.host if request.client else "", request_key(request))


@router.post(routes.LOGIN)
async def login(body: LoginRequest, request: Request, response: Response, context: Context) -> TokenPair:
    """Sign in by user name and password."""
    response.headers["cache-control"] = NO_STORE
    return await _sign_in.login(context, body, _origin(request))


@router.post(routes.REFRESH)
async def refresh(
    body: RefreshRequest, request: Request, response: Response, session: Session, context: Context
) -> TokenPair:
    """Exchange a refresh token for the next pair; the old one is spent."""
    response.headers["cache-control"] = NO_STORE
    return await service.refresh(session, context, body.refresh_token, _origin(request))


@router.post(routes.LOGOUT, status_code=204)
async def logout(request: Request, session: Session, context: Context, principal: CurrentAccount) -> Response:
    """Sign this device out."""
    await service.logout(session, context, principal, _origin(request))
    return Response(status_code=204)


@router.get(routes.ME)
async def me(session: Session, principal: CurrentAccount) -> Account:
    """The account signed in."""
    return service.account_model(await session.get_one(AccountRecord, principal.account_id))


@router.get(routes.SESSIONS)
async def sessions(session: Session, context: Context, principal: CurrentAccount) -> Page[SessionInfo]:
    """Devices that are signed in to this account."""
    return Page[SessionInfo](items=await service.sessions(session, context, principal))


@router.delete(routes.SESSION, status_code=204)
async def end_session(
    id: str, request: Request, session: Session, context: Context, principal: CurrentAccount
) -> Response:
    """Sign a device out."""
    await service.end_session(session, context, principal, id, _origin(request))
    return Response(status_code=204)


@router.post(routes.PASSWORD_CHANGE, status_code=204)
async def change_password(
    body: PasswordChange, request: Request, context: Context, principal: CurrentAccount
) -> Response:
    """Set a new password; every other device is signed out."""
    await service.change_password(context, principal, body, _origin(request))
    return Response(status_code=204)


@router.post(routes.PASSWORD_FORGOT, status_code=202)
async def forgotten_password(body: PasswordForgotten, request: Request, context: Context) -> Response:
    """Send a code for a new password by e-mail. The answer is the same whether or not there is such an account."""
    await codes.send_reset_code(context, body, _origin(request))
    return Response(status_code=202)


@router.post(routes.PASSWORD_RESET, status_code=204)
async def reset_password(body: PasswordReset, request: Request, context: Context) -> Response:
    """Set a new password by the code from the letter; every device is signed out."""
    await codes.reset_password(context, body, _origin(request))
    return Response(status_code=204)


@router.post(routes.EMAIL_VERIFY)
async def verify_email(
    body: EmailVerification, request: Request, response: Response, context: Context, principal: CurrentAccount
) -> Account:
    """Send a code to one's own address, or prove the address by the code."""
    response.headers["cache-control"] = NO_STORE
    return await codes.verify_email(context, principal, body, _origin(request))


@router.get(routes.SECURITY_LOG)
async def security_log(
    session: Session,
    principal: CurrentAccount,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: str | None = None,
) -> Page[SecurityEntry]:
    """What happened to this account, the latest first."""
    found = await queries.log_page(session, principal.account_id, cursor, limit + 1)
    items = [
        SecurityEntry(id=entry.id, at=entry.at, kind=entry.kind, device_name=entry.device_name, address=entry.address)
        for entry in found[:limit]
    ]
    return Page[SecurityEntry](items=items, next_cursor=items[-1].id if len(found) > limit else None)

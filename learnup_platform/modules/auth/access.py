"""From a bearer token to a principal, for HTTP and for Socket.IO alike."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_platform.db.models_people import AccountRecord, AuthSessionRecord
from learnup_platform.http.errors import PlatformFault
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.auth.tokens import TokenExpiredError, TokenInvalidError, read_access_token
from learnup_platform.principal import Principal

BEARER = {"WWW-Authenticate": "Bearer"}


def bearer_token(authorization: str | None) -> str | None:
    """The token of an ``Authorization`` header."""
    scheme, _, token = (authorization or "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token.strip() else None


_OF_ACCOUNT = (
    AccountRecord.username,
    AccountRecord.name,
    AccountRecord.role,
    AccountRecord.language,
    AccountRecord.active,
)
_OF_SESSION = (AuthSessionRecord.device_id, AuthSessionRecord.revoked_at, AuthSessionRecord.expires_at)


async def authenticate(session: AsyncSession, keys: PlatformKeys, token: str | None, now: datetime) -> Principal:
    """Who holds ``token``.

    Raises:
        PlatformFault: 401 ``auth.required``, ``auth.token_expired`` or ``auth.session_revoked``.
    """
    if token is None:
        raise PlatformFault(401, ErrorCode.AUTH_REQUIRED, headers=BEARER)
    try:
        claims = read_access_token(keys, token, now)
    except TokenExpiredError as error:
        raise PlatformFault(401, ErrorCode.AUTH_TOKEN_EXPIRED, headers=BEARER) from error
    except TokenInvalidError as error:
        raise PlatformFault(401, ErrorCode.AUTH_REQUIRED, headers=BEARER) from error
    # Columns, not whole rows: every request comes through here.
    found = await session.execute(
        select(*_OF_ACCOUNT, *_OF_SESSION)
        .join(AuthSessionRecord, AuthSessionRecord.account_id == AccountRecord.id)
        .where(AuthSessionRecord.id == claims.session_id, AccountRecord.id == claims.account_id)
    )
    row = found.one_or_none()
    if row is None or row.revoked_at is not None or row.expires_at <= now or not row.active:
        raise PlatformFault(401, ErrorCode.AUTH_SESSION_REVOKED, headers=BEARER)
    return Principal(
        account_id=claims.account_id,
        session_id=claims.session_id,
        device_id=row.device_id,
        username=row.username,
        name=row.name,
        role=row.role,
        language=row.language,
    )


async def live_session_ids(session: AsyncSession, ids: Collection[str], now: datetime) -> set[str]:
    """Those of ``ids`` that have not ended."""
    found = await session.scalars(
        select(AuthSessionRecord.id).where(
            AuthSessionRecord.id.in_(ids), AuthSessionRecord.revoked_at.is_(None), AuthSessionRecord.expires_at > now
        )
    )
    return set(found)

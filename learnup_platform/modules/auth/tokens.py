"""Access and refresh tokens: JWTs signed here and read nowhere else.

An access token is checked on every request, a refresh token only by ``auth/refresh``. Both name their session
(``sid``); a refresh token also names itself (``jti``), and only the one that the session row names still works.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import jwt

from learnup_platform.keys import PlatformKeys

ALGORITHM = "HS256"


class TokenExpiredError(Exception):
    """Ours, but too old."""


class TokenInvalidError(Exception):
    """Not ours, or changed."""


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """What an access token says."""

    account_id: str
    session_id: str


@dataclass(frozen=True, slots=True)
class RefreshClaims:
    """What a refresh token says."""

    session_id: str
    refresh_id: str


def make_access_token(keys: PlatformKeys, claims: AccessClaims, role: str, now: datetime, seconds: int) -> str:
    """A token that lets ``claims`` in for ``seconds``."""
    payload = {
        "typ": "access",
        "sub": claims.account_id,
        "sid": claims.session_id,
        "role": role,
        "iat": int(now.timestamp()),
        "exp": int((now + timedelta(seconds=seconds)).timestamp()),
    }
    return jwt.encode(payload, keys.access_secret, ALGORITHM)


def make_refresh_token(keys: PlatformKeys, claims: RefreshClaims, expires_at: datetime) -> str:
    """The refresh token ``claims.refresh_id`` of a session."""
    payload = {
        "typ": "refresh",
        "sid": claims.session_id,
        "jti": claims.refresh_id,
        "exp": int(expires_at.timestamp()),
    }
    return jwt.encode(payload, keys.refresh_secret, ALGORITHM)


def read_access_token(keys: PlatformKeys, token: str, now: datetime) -> AccessClaims:
    """The claims of an access token.

    Raises:
        TokenExpiredError: it is past its time at ``now``.
        TokenInvalidError: it was not made by this platform.
    """
    payload = _decode(token, keys.access_secret, "access", now)
    return AccessClaims(str(payload["sub"]), str(payload["sid"]))


def read_refresh_token(keys: PlatformKeys, token: str, now: datetime) -> RefreshClaims:
    """The claims of a refresh token.

    Raises:
        TokenExpiredError: it is past its time at ``now``.
        TokenInvalidError: it was not made by this platform.
    """
    payload = _decode(token, keys.refresh_secret, "refresh", now)
    return RefreshClaims(str(payload["sid"]), str(payload["jti"]))


def _decode(token: str, secret: bytes, kind: str, now: datetime) -> dict[str, object]:
    try:
        # The expiry is judged by the platform's own clock below, which tests move by hand.
        payload: dict[str, object] = jwt.decode(
            token, secret, [ALGORITHM], options={"verify_exp": False, "verify_iat": False, "require": ["exp", "sid"]}
        )
    except jwt.InvalidTokenError as error:
        raise TokenInvalidError from error
    expires = payload["exp"]
    if payload.get("typ") != kind or not isinstance(expires, int):
        raise TokenInvalidError
    if now.timestamp() >= expires:
        raise TokenExpiredError
    return payload

"""Signing in and who one is."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, UtcTime, WireModel


class Role(StrEnum):
    """What an account may do."""

    STUDENT = "student"
    TEACHER = "teacher"
    ADMIN = "admin"


class Account(WireModel):
    """The person signed in."""

    id: Identifier
    username: str
    name: str
    role: Role
    language: str = "en"
    index_number: str | None = None
    grade: str | None = None
    medium: str | None = None
    email: str | None = None
    email_verified: bool = False
    face_enrolled: bool = False


class LoginRequest(WireModel):
    """``POST auth/login``."""

    username: str = Field(min_length=1, max_length=200)
    password: str = Field(min_length=1, max_length=200)
    device_id: str = Field(min_length=1, max_length=64)
    device_name: str = Field(default="", max_length=120)


class TokenPair(WireModel):
    """Access and refresh token; ``expires_in`` is the access token's life in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int
    account: Account


class RefreshRequest(WireModel):
    """``POST auth/refresh``. A refresh token works once; using an old one revokes the whole family."""

    refresh_token: str


class SessionInfo(WireModel):
    """A signed-in device in ``GET auth/sessions``."""

    id: Identifier
    device_name: str
    created_at: UtcTime
    last_seen_at: UtcTime
    current: bool


class PasswordChange(WireModel):
    """``POST auth/password/change``."""

    current_password: str
    new_password: str = Field(min_length=8, max_length=200)


class PasswordForgotten(WireModel):
    """``POST auth/password/forgot``: user name or e-mail address. The answer never says whether there is an account."""

    username: str = Field(min_length=1, max_length=320)


class PasswordReset(WireModel):
    """``POST auth/password/reset``, with the code from the letter."""

    username: str = Field(min_length=1, max_length=200)
    code: str = Field(min_length=1, max_length=40)
    new_password: str = Field(min_length=8, max_length=200)


class EmailVerification(WireModel):
    """``POST auth/email/verify``: without a code one is sent to the account's address, with it that is proved."""

    code: str | None = Field(default=None, min_length=1, max_length=40)

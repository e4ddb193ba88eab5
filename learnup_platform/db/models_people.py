"""Accounts, their signed-in devices and what happened to them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.auth import Role
from learnup_platform.db.base import Base, string_enum


class AccountRecord(Base):
    """A person who can sign in. ``username`` is stored case-folded."""

    __tablename__ = "accounts"

    id: Mapped[str] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(200), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(string_enum(Role))
    language: Mapped[str] = mapped_column(String(2), default="en")
    index_number: Mapped[str | None] = mapped_column(String(32), unique=True)
    grade: Mapped[str | None] = mapped_column(String(32))
    medium: Mapped[str | None] = mapped_column(String(32))
    email: Mapped[str | None] = mapped_column(String(320))
    email_verified_at: Mapped[datetime | None]
    password_hash: Mapped[str] = mapped_column(String(100))
    active: Mapped[bool] = mapped_column(default=True)
    face_enrolled: Mapped[bool] = mapped_column(default=False)
    """Whether an approved face enrolment stands; kept by the face module."""
    created_at: Mapped[datetime]


class AuthSessionRecord(Base):
    """A signed-in device: one family of refresh tokens.

    ``refresh_id`` names the one refresh token that still works. ``refresh_key`` is the Idempotency-Key of the request
    that made it, so that a client whose answer was lost on the way can ask again without losing its session.
    """

    __tablename__ = "auth_sessions"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    device_id: Mapped[str]
    device_name: Mapped[str] = mapped_column(String(120), default="")
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    refresh_id: Mapped[str]
    previous_refresh_id: Mapped[str | None]
    refresh_key: Mapped[str | None] = mapped_column(String(200))
    refreshed_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[str | None] = mapped_column(String(40))


class SignInGuardRecord(Base):
    """Wrong passwords in a row for a name, whether or not such an account exists, so that locking tells nothing.

    The name is kept as a hash: people type their password into the wrong field.
    """

    __tablename__ = "sign_in_guards"

    name_hash: Mapped[str] = mapped_column(primary_key=True)
    failures: Mapped[int] = mapped_column(default=0)
    last_failure_at: Mapped[datetime] = mapped_column(index=True)
    locked_until: Mapped[datetime | None]


class SecurityEntryRecord(Base):
    """One line of an account's security log."""

    __tablename__ = "security_log"
    __table_args__ = (Index(None, "account_id", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(String(40))
    device_name: Mapped[str] = mapped_column(String(120), default="")
    address: Mapped[str] = mapped_column(String(64), default="")


class AccountCodeRecord(Base):
    """A code that was sent to somebody's address. Only its keyed digest is kept: reading the table opens nothing.

    ``purpose`` is ``password_reset`` or ``email_verify``.
    """

    __tablename__ = "account_codes"
    __table_args__ = (Index(None, "account_id", "purpose", "created_at"),)

    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(32))
    email: Mapped[str] = mapped_column(String(320))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    used_at: Mapped[datetime | None]

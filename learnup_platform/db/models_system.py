"""The platform's own bookkeeping: the sync sequence, what changed, kept answers, letters to send, clients' crashes."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from learnup_platform.db.base import Base


class SyncStateRecord(Base):
    """One row: where the change sequence stands.

    ``epoch`` names this history of changes, so that a cursor of another database is recognised; changes up to ``floor``
    may have been forgotten.
    """

    __tablename__ = "sync_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[str]
    sequence: Mapped[int] = mapped_column(BigInteger, default=0)
    floor: Mapped[int] = mapped_column(BigInteger, default=0)


class SyncChangeRecord(Base):
    """The latest change of an entity for an audience; an older one of the same is replaced."""

    __tablename__ = "sync_changes"
    __table_args__ = (Index(None, "audience", "sequence"),)

    stream: Mapped[str] = mapped_column(String(32), primary_key=True)
    entity_id: Mapped[str] = mapped_column(primary_key=True)
    audience: Mapped[str] = mapped_column(String(100), primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    changed_at: Mapped[datetime]


class IdempotencyRecord(Base):
    """The first answer to a write, by account and Idempotency-Key."""

    __tablename__ = "idempotency_keys"

    account_id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    digest: Mapped[str]
    status: Mapped[int]
    media_type: Mapped[str] = mapped_column(String(100))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(index=True)


class LetterRecord(Base):
    """An e-mail that is still to be sent; the row goes when the letter has gone, and its code with it."""

    __tablename__ = "letters"

    id: Mapped[str] = mapped_column(primary_key=True)
    recipient: Mapped[str] = mapped_column(String(320))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime] = mapped_column(index=True)
    tries: Mapped[int] = mapped_column(default=0)


class ErrorReportRecord(Base):
    """A crash that a client told of."""

    __tablename__ = "error_reports"

    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    client_version: Mapped[str] = mapped_column(String(40))
    system: Mapped[str] = mapped_column(String(120))
    message: Mapped[str] = mapped_column(String(500))
    trace: Mapped[str] = mapped_column(Text)
    happened_at: Mapped[datetime]
    received_at: Mapped[datetime] = mapped_column(index=True)

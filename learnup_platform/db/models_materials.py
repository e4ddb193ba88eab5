"""Publications that are bought, and who has bought them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.materials import PurchaseState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.base import Base, string_enum


class PublicationRecord(Base):
    """Something to read that is sold to a class. Its bytes lie plain in the file store, for the platform alone."""

    __tablename__ = "publications"

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    title: Mapped[LocalizedText]
    summary: Mapped[LocalizedText]
    author_id: Mapped[str] = mapped_column(ForeignKey("accounts.id"))
    kind: Mapped[str] = mapped_column(String(32))
    media_type: Mapped[str] = mapped_column(String(100))
    file_name: Mapped[str] = mapped_column(String(200))
    size_bytes: Mapped[int]
    sha256: Mapped[str]
    storage_key: Mapped[str] = mapped_column(String(200))
    price_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    published_at: Mapped[datetime]


class PurchaseRecord(Base):
    """An account's way to a publication. Its id is that of the sealed material the account gets."""

    __tablename__ = "purchases"
    __table_args__ = (UniqueConstraint("publication_id", "account_id"), Index(None, "account_id", "state"))

    id: Mapped[str] = mapped_column(primary_key=True)
    publication_id: Mapped[str] = mapped_column(ForeignKey("publications.id", ondelete="CASCADE"))
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    state: Mapped[PurchaseState] = mapped_column(string_enum(PurchaseState))
    asked_at: Mapped[datetime]
    granted_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    sealed_bytes: Mapped[int] = mapped_column(default=0)
    sealed_sha256: Mapped[str] = mapped_column(default="")
    storage_key: Mapped[str] = mapped_column(String(200), default="")
    invoice_id: Mapped[str | None] = mapped_column(ForeignKey("invoices.id", ondelete="SET NULL"), index=True)

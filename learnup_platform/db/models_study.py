"""Study: what each account writes while it learns, one JSON document an annotation, and where it stopped reading."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from learnup_platform.db.base import Base, Json


class AnnotationRecord(Base):
    """An annotation of one account, in the contract's form. Deleted ones stay: they say what was replaced."""

    __tablename__ = "annotations"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[dict[str, object]] = mapped_column(Json)
    changed_at: Mapped[datetime]


class ReadingPlaceRecord(Base):
    """Where an account stopped reading a material. No foreign key: the place outlives a material that is renewed."""

    __tablename__ = "reading_places"

    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    material_id: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[dict[str, object]] = mapped_column(Json)
    changed_at: Mapped[datetime]

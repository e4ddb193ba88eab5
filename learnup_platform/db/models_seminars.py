"""Recordings of lessons, seminars, and who has a place in one."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from learnup_desktop.contract.recordings import SeminarState
from learnup_desktop.contract.wire import LocalizedText
from learnup_platform.db.base import Base, string_enum


class RecordingRecord(Base):
    """What a material is a recording of. It goes with the material."""

    __tablename__ = "recordings"

    material_id: Mapped[str] = mapped_column(ForeignKey("materials.id", ondelete="CASCADE"), primary_key=True)
    lesson_id: Mapped[str | None] = mapped_column(ForeignKey("lessons.id", ondelete="SET NULL"), index=True)
    recorded_at: Mapped[datetime]
    duration_seconds: Mapped[int] = mapped_column(default=0)


class SeminarRecord(Base):
    """A seminar; everybody's without a class."""

    __tablename__ = "seminars"
    __table_args__ = (Index(None, "starts_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    class_id: Mapped[str | None] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    title: Mapped[LocalizedText]
    summary: Mapped[LocalizedText]
    speaker: Mapped[str] = mapped_column(String(120))
    place: Mapped[str] = mapped_column(String(120))
    online: Mapped[bool] = mapped_column(default=False)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    capacity: Mapped[int]
    state: Mapped[SeminarState] = mapped_column(string_enum(SeminarState), default=SeminarState.PLANNED)
    created_by: Mapped[str] = mapped_column(ForeignKey("accounts.id"))


class SeminarPlaceRecord(Base):
    """An account's place in a seminar."""

    __tablename__ = "seminar_places"

    seminar_id: Mapped[str] = mapped_column(ForeignKey("seminars.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True)
    registered_at: Mapped[datetime]

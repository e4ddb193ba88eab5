"""From rows to the contract's models."""

from sqlalchemy import Row

from learnup_desktop.contract.recordings import Seminar
from learnup_platform.db.models_seminars import SeminarRecord


def seminar(row: Row[SeminarRecord, int, str | None]) -> Seminar:
    """A seminar, as the account stands to it."""
    record, taken, own = row
    return Seminar(
        id=record.id,
        class_id=record.class_id,
        title=record.title,
        summary=record.summary,
        speaker=record.speaker,
        place=record.place,
        online=record.online,
        starts_at=record.starts_at,
        ends_at=record.ends_at,
        closes_at=record.closes_at,
        capacity=record.capacity,
        taken=taken,
        registered=own is not None,
        state=record.state,
    )

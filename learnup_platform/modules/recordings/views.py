"""From rows to the contract's models."""

from sqlalchemy import Row

from learnup_desktop.contract.recordings import Recording
from learnup_platform.db.models_academic import MaterialRecord
from learnup_platform.db.models_seminars import RecordingRecord


def recording(row: Row[MaterialRecord, RecordingRecord, str]) -> Recording:
    """A recording, without its bytes."""
    material, record, teacher_name = row
    return Recording(
        id=material.id,
        class_id=material.class_id,
        lesson_id=record.lesson_id,
        title=material.title,
        teacher_name=teacher_name,
        recorded_at=record.recorded_at,
        duration_seconds=record.duration_seconds,
    )

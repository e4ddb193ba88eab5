"""SQL of recordings, always through the materials that the account may see."""

from datetime import datetime

from sqlalchemy import Select

from learnup_platform.db.models_academic import ClassRecord, MaterialRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.db.models_seminars import RecordingRecord
from learnup_platform.modules.materials.queries import materials_visible
from learnup_platform.principal import Principal


def recordings_visible(principal: Principal, now: datetime) -> Select[MaterialRecord, RecordingRecord, str]:
    """Material, recording and teacher's name, the latest first."""
    return (
        materials_visible(principal, now)
        .with_only_columns(MaterialRecord, RecordingRecord, AccountRecord.name)
        .join(RecordingRecord, RecordingRecord.material_id == MaterialRecord.id)
        .join(AccountRecord, AccountRecord.id == ClassRecord.teacher_id)
        .order_by(None)
        .order_by(RecordingRecord.recorded_at.desc(), MaterialRecord.id)
    )

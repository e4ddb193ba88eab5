"""The school's attendance policy: set by the administrator, sent along with every class."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.sync import Stream
from learnup_platform.db.models_academic import ClassRecord
from learnup_platform.db.models_attendance import AttendancePolicyRecord
from learnup_platform.modules.sync.versions import of_class, touch
from learnup_platform.principal import Principal


async def attendance_policy(session: AsyncSession) -> AttendancePolicy:
    """The policy in force; the contract's values while nobody has set another."""
    latest = select(AttendancePolicyRecord.values).order_by(AttendancePolicyRecord.id.desc()).limit(1)
    return AttendancePolicy.model_validate(await session.scalar(latest) or {})


async def set_policy(
    session: AsyncSession, principal: Principal, policy: AttendancePolicy, now: datetime
) -> AttendancePolicy:
    """Put another one in force; every class goes out anew with it."""
    session.add(AttendancePolicyRecord(id=uuid7(), set_by=principal.account_id, set_at=now, values=policy.model_dump()))
    for class_id in await session.scalars(select(ClassRecord.id)):
        touch(session, Stream.CLASSES, class_id, of_class(class_id))
    return policy

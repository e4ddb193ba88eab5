"""The unlock code of a paper, for those who teach its class: read out, or shown as QR, in a hall with no network."""

import logging

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.exams import UnlockCode
from learnup_desktop.domain.unlock import unlock_code, unlock_qr
from learnup_platform.access import require_class
from learnup_platform.keys import PlatformKeys
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.papers import content_key_of
from learnup_platform.principal import Principal

logger = logging.getLogger(__name__)


async def unlock_of(session: AsyncSession, keys: PlatformKeys, principal: Principal, exam_id: str) -> UnlockCode:
    """The code; also ahead of time, since it has to be on paper in a hall that has no network. Who took it is logged.

    Raises:
        PlatformFault: 404.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    key = content_key_of(exam, keys.sealing_key)
    logger.warning("the unlock code of exam %s was given to %s", exam.id, principal.account_id)
    return UnlockCode(exam_id=exam.id, code=unlock_code(exam.id, key), qr=unlock_qr(exam.id, key))

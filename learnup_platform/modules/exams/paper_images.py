"""Pictures of a paper one by one, for who marks it: the sitting has them in the sealed paper, a marker has no key."""

import asyncio
from pathlib import PurePosixPath

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.sealed_paper import open_paper
from learnup_platform.access import require_class
from learnup_platform.context import PlatformContext
from learnup_platform.http.errors import not_found
from learnup_platform.modules.exams import queries
from learnup_platform.modules.exams.papers import content_key_of
from learnup_platform.principal import Principal
from learnup_platform.storage import MissingFileError

_MEDIA_TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


async def image_of(
    context: PlatformContext, session: AsyncSession, principal: Principal, exam_id: str, name: str
) -> tuple[str, bytes]:
    """Media type and bytes of a picture, for those who teach the class.

    Raises:
        PlatformFault: 404.
    """
    exam, *_ = await queries.exam_row(session, principal, exam_id)
    await require_class(session, principal, exam.class_id, teaching=True)
    key = content_key_of(exam, context.keys.sealing_key)
    try:
        sealed = await context.files.read(exam.storage_key)
        _, images = await asyncio.to_thread(open_paper, sealed, key)
    except (MissingFileError, IntegrityFault) as error:
        raise not_found() from error
    if name not in images:
        raise not_found()
    return _MEDIA_TYPES[PurePosixPath(name).suffix], images[name]

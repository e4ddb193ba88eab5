"""Rules of recordings: which material may be called the recording of which lesson."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.recordings import NewRecording, Recording
from learnup_desktop.contract.sync import Stream
from learnup_platform.access import require_class
from learnup_platform.db.models_academic import LessonRecord, MaterialRecord
from learnup_platform.db.models_seminars import RecordingRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.recordings import queries, views
from learnup_platform.modules.sync.versions import of_class, touch
from learnup_platform.principal import Principal

_PLAYED = frozenset({"video", "audio"})


async def put_up(session: AsyncSession, principal: Principal, request: NewRecording, now: datetime) -> Recording:
    """Call a material a recording, or say something else about one. Drafts stay drafts: nobody else sees them.

    Raises:
        PlatformFault: 404, no material or lesson of a class one teaches; 422 ``material.kind``, nothing to be played.
    """
    material = await session.get(MaterialRecord, request.material_id)
    if material is None:
        raise not_found()
    await require_class(session, principal, material.class_id, teaching=True)
    if material.media_type.partition("/")[0] not in _PLAYED:
        raise PlatformFault(422, ErrorCode.MATERIAL_KIND, details={"mediaType": material.media_type})
    if request.lesson_id is not None:
        lesson = await session.get(LessonRecord, request.lesson_id)
        if lesson is None or lesson.class_id != material.class_id:
            raise not_found()
    await session.merge(
        RecordingRecord(
            material_id=material.id,
            lesson_id=request.lesson_id,
            recorded_at=min(request.recorded_at, now),
            duration_seconds=request.duration_seconds,
        )
    )
    touch(session, Stream.RECORDINGS, material.id, of_class(material.class_id))
    await session.flush()
    wanted = queries.recordings_visible(principal, now).where(MaterialRecord.id == material.id)
    return views.recording((await session.execute(wanted)).one())

"""What a device wrote that cannot go into its attempt's chain any more: sent all the same, to be kept beside it.

How far that has come is kept with the attempt (``AttemptMeta.extra``), so that neither a kill nor a second start sends
it twice; and if it does, the platform keeps it once.
"""

from typing import TYPE_CHECKING

from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.exams import EntryKind, Head
from learnup_desktop.contract.seats import BranchRequest, BranchSource

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.journal import JournalStore
    from learnup_desktop.store.records import AttemptMeta

BATCH_ENTRIES = 200
_HELD, _LOST = "heldBeside", "seatLost"
_BELONGS_TO = "belongsTo"
_log = get_logger(__name__)


def has_lost_seat(meta: "AttemptMeta") -> bool:
    """Whether another device had the attempt when this one was last heard."""
    return bool(meta.extra.get(_LOST))


async def leave_beside(journal: "JournalStore", exams: "ExamsApi", attempt_id: str, source: BranchSource) -> int:
    """Send what the platform has not acknowledged, unless there is no answer in it; the seq up to which it is held.

    Raises:
        NetworkError, PlatformError: not everything is there yet; calling again goes on.
        StorageError: the disk refused.
    """
    meta = await journal.meta(attempt_id)
    if meta is None:
        return 0
    if source is BranchSource.LOST_SEAT and not has_lost_seat(meta):
        meta = await journal.update_meta(attempt_id, extra={**meta.extra, _LOST: True})
    progress = await journal.progress(attempt_id)
    held = Head.model_validate(meta.extra[_HELD]) if _HELD in meta.extra else progress.acknowledged
    base = max(held, progress.acknowledged, key=lambda head: head.seq)
    rest = await journal.entries(attempt_id, base.seq)
    if not any(entry.kind is EntryKind.ANSWER for entry in rest):
        return progress.head.seq
    for start in range(0, len(rest), BATCH_ENTRIES):
        part = rest[start : start + BATCH_ENTRIES]
        request = BranchRequest(
            device_id=meta.device_id,
            source=source,
            base=base,
            origin=attempt_id if _BELONGS_TO in meta.extra else None,
            entries=part,
        )
        base = (await exams.put_branch(str(meta.extra.get(_BELONGS_TO, attempt_id)), request)).head
        meta = await journal.update_meta(attempt_id, extra={**meta.extra, _HELD: base.to_wire()})
    _log.warning("kept beside the chain", attempt=attempt_id, entries=len(rest), source=source.value)
    return base.seq

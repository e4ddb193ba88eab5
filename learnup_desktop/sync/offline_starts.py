"""Attempts that were begun under an unlock code without a network, until the platform knows of them.

Such an attempt has an id that this computer made, from which its journal is chained. Before anything of it is sent, the
platform is asked to begin an attempt of just that id. When the student has another attempt there already, begun on
another computer, this journal is kept beside that one's (``branches.leave_beside``).
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import ConflictError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import AttemptState, ExamSummary, StartAttemptRequest
from learnup_desktop.domain.exam_timing import attempt_deadline
from learnup_desktop.store.records import AttemptMeta

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.journal import JournalStore

UNREGISTERED, BELONGS_TO = "unregistered", "belongsTo"
EMERGENCY_KEY = "emergencyKey"
"""In ``AttemptMeta.extra``: the platform's public key for emergency files, hex."""


def is_unregistered(meta: AttemptMeta) -> bool:
    """Whether the platform does not know the attempt yet."""
    return bool(meta.extra.get(UNREGISTERED))


def offline_meta(
    exam: ExamSummary,
    *,
    student_id: str,
    device: tuple[str, str],
    content_key: bytes,
    now: datetime,
    duration: "timedelta",
    policy: "Mapping[str, object]",
    assurance: str,
    consent: bool,
) -> AttemptMeta:
    """A new attempt that only this computer knows. ``device``: id and name; ``now``: server time as known here."""
    return AttemptMeta(
        attempt_id=uuid7(),
        exam_id=exam.id,
        student_id=student_id,
        device_id=device[0],
        lease_token="",
        lease_expires_at=now,
        started_at=now,
        deadline=attempt_deadline(now, duration, exam.closes_at),
        state=AttemptState.OPEN.value,
        content_key=content_key,
        policy=dict(policy),
        paper_sha256=exam.paper_sha256,
        assurance=assurance,
        extra={UNREGISTERED: True, "deviceName": device[1], "consent": consent},
    )


async def register(journal: "JournalStore", exams: "ExamsApi", meta: AttemptMeta) -> AttemptMeta:
    """Have the platform begin the attempt under its id; repeating it is harmless.

    Raises:
        ConflictError: the student has another attempt at this exam; which one is kept with the meta.
        NetworkError, PlatformError: not yet.
    """
    request = StartAttemptRequest(
        device_id=meta.device_id,
        device_name=str(meta.extra.get("deviceName", "")),
        assurance=meta.assurance,
        consent=bool(meta.extra.get("consent")),
        attempt_id=meta.attempt_id,
        began_at=meta.started_at,
    )
    try:
        started = await exams.start(meta.exam_id, request)
    except ConflictError as error:
        details = error.arguments.get("details")
        other = details.get("attemptId") if isinstance(details, dict) else None
        if error.platform_code in (ErrorCode.ATTEMPT_LEASE_HELD, ErrorCode.ATTEMPT_SUBMITTED) and other:
            await journal.update_meta(meta.attempt_id, extra={**meta.extra, BELONGS_TO: str(other)})
        raise
    known = AttemptMeta.from_started(
        started, device_id=meta.device_id, paper_sha256=meta.paper_sha256, assurance=meta.assurance
    )
    extra = {} if started.emergency_key is None else {EMERGENCY_KEY: started.emergency_key.hex()}
    known = replace(known, extra=extra, question=meta.question, clock_offset_ms=meta.clock_offset_ms)
    await journal.begin(known, started.head)
    return known

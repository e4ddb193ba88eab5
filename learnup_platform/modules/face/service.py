"""Rules of face enrolment. Biometrics are only ever in sealed files; a row says that there is one.

Nothing here looks at faces: no model is loaded and no number is compared. That happens on the student's computer.
"""

import array
import json
import math
import sys
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.face import Enrolment, EnrolmentDecision, EnrolmentRequest, EnrolmentState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import base64url_decode, base64url_encode
from learnup_platform.access import class_is_visible
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import ClassRecord, EnrollmentRecord
from learnup_platform.db.models_face import EnrolmentRecord, FaceAuditRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.db.models_system import IdempotencyRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.sync.versions import of_staff, touch
from learnup_platform.principal import Principal
from learnup_platform.sealing import seal, unseal
from learnup_platform.storage import MissingFileError

FLOAT_BYTES = 4
MINIMUM_DIMENSIONS, MAXIMUM_DIMENSIONS = 64, 2048
"""Recognition packs give 512; room for others."""

_JPEG_MAGIC = b"\xff\xd8\xff"


async def enrol(
    context: PlatformContext, session: AsyncSession, principal: Principal, request: EnrolmentRequest, now: datetime
) -> Enrolment:
    """Keep an enrolment until a teacher has looked at it. It replaces one that still waits, not one that is approved.

    Raises:
        PlatformFault: 403 ``face.no_consent``; 422 ``face.quality`` for templates that are none or no JPEG.
    """
    if not request.consent:
        raise PlatformFault(403, ErrorCode.FACE_NO_CONSENT)
    _check(request)
    for waiting in await _of_student(session, principal.account_id, EnrolmentState.WAITING):
        await _remove(context, session, waiting, principal, now, "replaced")
    enrolment_id = uuid7()
    record = EnrolmentRecord(
        id=enrolment_id,
        student_id=principal.account_id,
        model=request.model,
        template_count=len(request.templates),
        state=EnrolmentState.WAITING,
        storage_key=f"faces/{enrolment_id}",
        consent_at=now,
        decided_at=None,
        decided_by=None,
    )
    content = json.dumps({"templates": request.templates, "photo": base64url_encode(request.photo)}).encode()
    await context.files.put(record.storage_key, seal(context.keys.sealing_key, content, _purpose(record)))
    session.add(record)
    _audit(session, record, principal, now, "enrolled")
    await session.flush()
    return _view(record, principal.name)


async def enrolments(session: AsyncSession, principal: Principal) -> list[Enrolment]:
    """The own ones of a student; those of their students for teachers; all for administrators. Newest first."""
    rows = await session.execute(
        select(EnrolmentRecord, AccountRecord.name)
        .join(AccountRecord, AccountRecord.id == EnrolmentRecord.student_id)
        .where(EnrolmentRecord.student_id.in_(_visible_students(principal)))
        .order_by(EnrolmentRecord.consent_at.desc(), EnrolmentRecord.id)
    )
    return [_view(record, name) for record, name in rows]


async def decide(
    context: PlatformContext,
    session: AsyncSession,
    principal: Principal,
    enrolment_id: str,
    request: EnrolmentDecision,
    now: datetime,
) -> Enrolment:
    """Approve or reject. Approval replaces an approved one; what is rejected is not kept.

    Raises:
        PlatformFault: 404; 409 for approving what was rejected: its file is gone.
    """
    record, name = await _visible(session, principal, enrolment_id)
    if record.state is EnrolmentState.REJECTED and request.approve:
        raise PlatformFault(409, ErrorCode.BAD_REQUEST)
    if request.approve:
        for older in await _of_student(session, record.student_id, EnrolmentState.APPROVED):
            if older.id != record.id:
                await _remove(context, session, older, principal, now, "replaced")
    else:
        await context.files.delete(record.storage_key)
    record.state = EnrolmentState.APPROVED if request.approve else EnrolmentState.REJECTED
    record.decided_at, record.decided_by = now, principal.account_id
    _audit(session, record, principal, now, record.state.value)
    await _note_enrolled(session, record.student_id)
    return _view(record, name)


async def remove(
    context: PlatformContext, session: AsyncSession, principal: Principal, enrolment_id: str, now: datetime
) -> None:
    """Delete an enrolment for good.

    Raises:
        PlatformFault: 404.
    """
    record, _ = await _visible(session, principal, enrolment_id)
    await _remove(context, session, record, principal, now, "deleted")
    await _note_enrolled(session, record.student_id)


async def photo(context: PlatformContext, session: AsyncSession, principal: Principal, enrolment_id: str) -> bytes:
    """The photograph of an enrolment, for the student and for the one who approves it.

    Raises:
        PlatformFault: 404.
    """
    record, _ = await _visible(session, principal, enrolment_id)
    content = await enrolment_content(context, record)
    if content is None:
        raise not_found()
    return base64url_decode(content[1])


async def approved_templates(
    context: PlatformContext, session: AsyncSession, student_id: str
) -> tuple[list[str], str | None]:
    """Templates that a teacher approved and the model they belong to; none when there are none."""
    for record in await _of_student(session, student_id, EnrolmentState.APPROVED):
        content = await enrolment_content(context, record)
        if content is not None:
            return content[0], record.model
    return [], None


def _check(request: EnrolmentRequest) -> None:
    if not request.photo.startswith(_JPEG_MAGIC):
        raise PlatformFault(422, ErrorCode.FACE_QUALITY, details={"field": "photo"})
    for number, text in enumerate(request.templates):
        if not _is_template(text):
            raise PlatformFault(422, ErrorCode.FACE_QUALITY, details={"field": f"templates.{number}"})


def _is_template(text: str) -> bool:
    """Whether it is a float32 vector of a possible length, all numbers finite and not all zero."""
    try:
        data = base64url_decode(text)
    except ValueError:
        return False
    if len(data) % FLOAT_BYTES or not MINIMUM_DIMENSIONS <= len(data) // FLOAT_BYTES <= MAXIMUM_DIMENSIONS:
        return False
    numbers = array.array("f", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return all(map(math.isfinite, numbers)) and any(numbers)


def _purpose(record: EnrolmentRecord) -> str:
    return f"face:{record.student_id}:{record.id}"


async def enrolment_content(context: PlatformContext, record: EnrolmentRecord) -> tuple[list[str], str] | None:
    """Templates and photograph (base64url) of an enrolment; None when its sealed file is gone or damaged."""
    try:
        sealed = await context.files.read(record.storage_key)
        content = json.loads(unseal(context.keys.sealing_key, sealed, _purpose(record)))
    except (MissingFileError, IntegrityFault):
        return None
    return [str(template) for template in content["templates"]], str(content["photo"])


def _visible_students(principal: Principal) -> Select[str]:
    if principal.is_student:
        return select(AccountRecord.id).where(AccountRecord.id == principal.account_id)
    if principal.is_admin:
        return select(AccountRecord.id)
    return (
        select(EnrollmentRecord.student_id)
        .join(ClassRecord, ClassRecord.id == EnrollmentRecord.class_id)
        .where(class_is_visible(principal), EnrollmentRecord.left_at.is_(None))
    )


async def _visible(session: AsyncSession, principal: Principal, enrolment_id: str) -> tuple[EnrolmentRecord, str]:
    row = (
        await session.execute(
            select(EnrolmentRecord, AccountRecord.name)
            .join(AccountRecord, AccountRecord.id == EnrolmentRecord.student_id)
            .where(EnrolmentRecord.id == enrolment_id, EnrolmentRecord.student_id.in_(_visible_students(principal)))
        )
    ).one_or_none()
    if row is None:
        raise not_found()
    return row[0], row[1]


async def _of_student(session: AsyncSession, student_id: str, state: EnrolmentState) -> Sequence[EnrolmentRecord]:
    found = await session.scalars(
        select(EnrolmentRecord)
        .where(EnrolmentRecord.student_id == student_id, EnrolmentRecord.state == state)
        .order_by(EnrolmentRecord.decided_at.desc())
    )
    return found.all()


async def _remove(
    context: PlatformContext,
    session: AsyncSession,
    record: EnrolmentRecord,
    principal: Principal,
    now: datetime,
    action: str,
) -> None:
    """File, row, and kept answers: the one to a started attempt has the templates in it.

    The file first: should the rest fail, a row without a file is harmless and goes with the next try.
    """
    await context.files.delete(record.storage_key)
    await session.delete(record)
    await session.execute(delete(IdempotencyRecord).where(IdempotencyRecord.account_id == record.student_id))
    _audit(session, record, principal, now, action)
    await session.flush()


async def _note_enrolled(session: AsyncSession, student_id: str) -> None:
    """Keep the account's mark in step, which rolls show.

    The rolls are touched even when the mark stays: another template, or none, makes another gallery, which classroom
    computers fetch again when a roll has changed.
    """
    await session.flush()
    account = await session.get_one(AccountRecord, student_id)
    account.face_enrolled = bool(await _of_student(session, student_id, EnrolmentState.APPROVED))
    classes = await session.scalars(
        select(EnrollmentRecord.class_id).where(
            EnrollmentRecord.student_id == student_id, EnrollmentRecord.left_at.is_(None)
        )
    )
    for class_id in classes:
        touch(session, Stream.ROLLS, class_id, of_staff(class_id))


def _audit(session: AsyncSession, record: EnrolmentRecord, principal: Principal, now: datetime, action: str) -> None:
    session.add(
        FaceAuditRecord(
            id=uuid7(),
            at=now,
            action=action,
            enrolment_id=record.id,
            student_id=record.student_id,
            actor_id=principal.account_id,
        )
    )


def _view(record: EnrolmentRecord, student_name: str) -> Enrolment:
    return Enrolment(
        id=record.id,
        student_id=record.student_id,
        student_name=student_name,
        model=record.model,
        template_count=record.template_count,
        state=record.state,
        consent_at=record.consent_at,
        decided_at=record.decided_at,
    )

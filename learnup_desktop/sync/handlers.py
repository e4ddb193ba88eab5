"""How each kind of operation is sent, and how its answer shows that the platform holds it."""

import contextlib
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import from_epoch_milliseconds
from learnup_desktop.base.errors import NotFoundError, ProtocolError, RefusedError, RuleViolation
from learnup_desktop.domain.attendance import precedence
from learnup_desktop.store.marks import PUT_ATTENDANCE
from learnup_desktop.store.read_marks import READ_ANNOUNCEMENT, READ_NOTICE
from learnup_desktop.store.records import (
    PUT_ANNOTATION,
    PUT_MARKS,
    PUT_PLACE,
    PUT_PRESENCE,
    Operation,
    OperationError,
)
from learnup_desktop.sync.outbox_pump import Handler, OutboxPump, Refusals
from learnup_desktop.sync.study_handlers import annotation_handler, place_handler

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.contract.attendance import Mark, RefusedMark

CHANGE_MATERIAL, DELETE_MATERIAL = "material.change", "material.delete"
_MARKS_A_REQUEST = 1000
"""The contract's limit."""
_OPERATIONS_A_REQUEST = 50


def register_handlers(pump: OutboxPump, client: "PlatformClient") -> None:
    """Teach the pump every kind this version writes."""
    pump.register(PUT_ATTENDANCE, attendance_handler(client), batch=_OPERATIONS_A_REQUEST)
    pump.register(CHANGE_MATERIAL, change_material_handler(client))
    pump.register(DELETE_MATERIAL, delete_material_handler(client))
    pump.register(PUT_ANNOTATION, annotation_handler(client), batch=_OPERATIONS_A_REQUEST)
    pump.register(PUT_PLACE, place_handler(client))
    pump.register(PUT_MARKS, marks_handler(client))
    pump.register(READ_ANNOUNCEMENT, read_mark_handler(client))
    pump.register(READ_NOTICE, notice_read_handler(client))
    pump.register(PUT_PRESENCE, presence_handler(client))


def change_material_handler(client: "PlatformClient") -> Handler:
    """``material.change``: body ``{"materialId", "fields"}``."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        (operation,) = operations
        material_id, fields = operation.body.get("materialId"), operation.body.get("fields")
        if not isinstance(material_id, str) or not isinstance(fields, dict):
            raise RuleViolation("the operation changes no material")
        answer = await client.materials.change(material_id, fields, key)
        if answer.id != material_id:
            raise ProtocolError("the platform answers about another material", reason="malformed")
        return {}

    return send


def delete_material_handler(client: "PlatformClient") -> Handler:
    """``material.delete``: body ``{"materialId"}``. What is gone already is what was wanted."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        (operation,) = operations
        with contextlib.suppress(NotFoundError):
            await client.materials.delete(str(operation.body.get("materialId", "")), key)
        return {}

    return send


def attendance_handler(client: "PlatformClient") -> Handler:
    """``attendance.put``: all marks of the operations in as few requests as the contract allows."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        lesson_id, marks = _marks_of(operations)
        refused: dict[str, RefusedMark] = {}
        for number, start in enumerate(range(0, len(marks), _MARKS_A_REQUEST)):
            part = marks[start : start + _MARKS_A_REQUEST]
            answer = await client.attendance.put(lesson_id, part, key if number == 0 else f"{key}:{number}")
            refused |= {item.mark_id: item for item in answer.refused}
            standing = {mark.student_id: mark for mark in answer.marks}
            expected = _strongest([mark for mark in part if mark.id not in refused])
            missing = [mark for mark in expected if not _is_held(mark, standing.get(mark.student_id))]
            if answer.lesson_id != lesson_id or missing:
                raise ProtocolError(f"{len(missing)} marks are not in the platform's answer", reason="malformed")
        return _refusals(operations, refused)

    return send


def marks_handler(client: "PlatformClient") -> Handler:
    """``marks.put``: marks of one attempt; those that gave way to somebody else's are refused, with the marks kept."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        from pydantic import ValidationError

        from learnup_desktop.store.marking import given_marks

        try:
            read = [given_marks(operation) for operation in operations]
        except (ValidationError, KeyError, TypeError) as error:
            raise RuleViolation("the operation holds no marks") from error
        attempt_id = read[0][0]
        answer = await client.marking.give(attempt_id, [mark for _, marks in read for mark in marks], key)
        if answer.attempt_id != attempt_id:
            raise ProtocolError("the platform answered for another attempt", reason="malformed")
        gone = {(mark.question_id, mark.part) for mark in answer.refused}
        refused = {}
        for operation, (_, marks) in zip(operations, read, strict=True):
            parts = tuple(f"{mark.question_id}.{mark.part}" for mark in marks if (mark.question_id, mark.part) in gone)
            if parts:
                detail = ", ".join(parts)
                refused[operation.id] = OperationError(RefusedError.key, RefusedError.code, "", detail, parts=parts)
        return refused

    return send


def read_mark_handler(client: "PlatformClient") -> Handler:
    """``announcement.read``: one notice. A notice that has gone needs no mark, and nobody needs to hear of it."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        for number, operation in enumerate(operations):
            try:
                announcement = str(operation.body["announcementId"])
                await client.materials.mark_read(announcement, key if number == 0 else f"{key}:{number}")
            except KeyError as error:
                raise RuleViolation("the operation names no notice") from error
            except NotFoundError:
                continue
        return {}

    return send


def notice_read_handler(client: "PlatformClient") -> Handler:
    """``notice.read``: what was told of one absence. One that was taken back needs no mark."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        for number, operation in enumerate(operations):
            try:
                notice, changed_at = str(operation.body["noticeId"]), str(operation.body["changedAt"])
                moment = datetime.fromisoformat(changed_at)
            except (KeyError, ValueError) as error:
                raise RuleViolation("the operation names no notice") from error
            with contextlib.suppress(NotFoundError):
                await client.attendance.mark_notice_read(notice, moment, key if number == 0 else f"{key}:{number}")
        return {}

    return send


def presence_handler(client: "PlatformClient") -> Handler:
    """``presence.put``: one stay in a live class. Of a lesson that is no longer one's nobody needs to hear."""

    async def send(operations: Sequence[Operation], key: str) -> Refusals:
        from pydantic import ValidationError

        from learnup_desktop.contract.attendance import PresenceReport

        for operation in operations:
            body = operation.body
            try:
                lesson_id, left = str(body["lessonId"]), body["leftMs"]
                report = PresenceReport(
                    id=body["id"],
                    joined_at=from_epoch_milliseconds(body["joinedMs"]),
                    left_at=None if left is None else from_epoch_milliseconds(left),
                )
            except (ValidationError, KeyError, TypeError, ValueError) as error:
                raise RuleViolation("the operation holds no stay") from error
            with contextlib.suppress(NotFoundError):
                await client.attendance.report_presence(lesson_id, report)
        return {}

    return send


def _refusals(operations: Sequence[Operation], refused: "dict[str, RefusedMark]") -> Refusals:
    """Which operations hold refused marks, and which marks those are."""
    found: dict[str, OperationError] = {}
    for operation in operations:
        parts = [str(wire["id"]) for wire in operation.body["marks"] if wire["id"] in refused]
        if parts:
            first = refused[parts[0]]
            detail = ", ".join(sorted(refused[part].student_id for part in parts))
            found[operation.id] = OperationError(
                RefusedError.key, RefusedError.code, first.code, detail, parts=tuple(parts)
            )
    return found


def _marks_of(operations: Sequence[Operation]) -> "tuple[str, list[Mark]]":
    from pydantic import ValidationError

    from learnup_desktop.contract.attendance import Mark

    try:
        lesson_id = str(operations[0].body["lessonId"])
        marks = [Mark.model_validate(wire) for operation in operations for wire in operation.body["marks"]]
    except (ValidationError, KeyError, TypeError) as error:
        raise RuleViolation("the operation holds no marks") from error
    return lesson_id, marks


def _strongest(marks: "Sequence[Mark]") -> "list[Mark]":
    """Of each student the mark that wins among these."""
    from learnup_desktop.domain.attendance import merge_marks

    return list(merge_marks(marks).values())


def _is_held(mark: "Mark", standing: "Mark | None") -> bool:
    """Whether the platform's standing mark is ours, or one that beats it. A withdrawn mark may leave none."""
    if standing is None:
        return mark.withdrawn
    return standing.id == mark.id or precedence(standing) >= precedence(mark)

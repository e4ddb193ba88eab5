"""Marks given on this computer, as operations of the outbox: one per answer, in order per attempt."""

from collections.abc import Sequence
from datetime import datetime

from learnup_desktop.contract.marking import GivenMark
from learnup_desktop.store.records import PUT_MARKS as PUT_MARKS
from learnup_desktop.store.records import Operation


def marks_target(attempt_id: str) -> str:
    """The queue of an attempt's marks."""
    return f"marks:{attempt_id}"


def marks_operation(attempt_id: str, marks: Sequence[GivenMark], now: datetime) -> Operation:
    """The operation that gives marks."""
    body = {"attemptId": attempt_id, "marks": [mark.to_wire() for mark in marks]}
    return Operation.new(PUT_MARKS, marks_target(attempt_id), body, now)


def given_marks(operation: Operation) -> tuple[str, list[GivenMark]]:
    """Attempt and marks of an operation.

    Raises:
        KeyError, pydantic.ValidationError: it holds none.
    """
    return str(operation.body["attemptId"]), [GivenMark.model_validate(wire) for wire in operation.body["marks"]]

"""Emergency files as a student meets them: which exam each is of, and how it stands in a word."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.seats import EmergencyAnswer
from learnup_desktop.contract.sync import Stream
from learnup_desktop.store.records import OperationState

if TYPE_CHECKING:
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.sync.emergency_files import BroughtFile, EmergencyFiles


class EmergencyState(StrEnum):
    """How a file stands."""

    WAITING = "waiting"
    AT_SCHOOL = "at_school"
    NOT_YOURS = "not_yours"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """One file; ``exam`` is None where this PC does not know it, ``tried`` whether sending failed already."""

    sha256: str
    exam: ExamSummary | None
    brought_at: datetime
    state: EmergencyState
    tried: bool
    answer: EmergencyAnswer | None
    code: str


class EmergencyDesk:
    """Made when the page is first opened.

    Args:
        files: what syncs them.
        store: knows which exam an attempt is of.
    """

    def __init__(self, files: "EmergencyFiles", store: "AccountStore") -> None:
        self._files = files
        self._store = store

    async def bring(self, path: Path) -> bool:
        """Take a file over; False when it was here already.

        Raises:
            IntegrityFault: this is no emergency file.
            RuleViolation: it is larger than any emergency file.
            StorageError: it cannot be read, or not kept here.
        """
        return (await self._files.bring(path))[1]

    async def rows(self) -> list[EmergencyRow]:
        """All that were brought lately, the newest first.

        Raises:
            StorageError: the disk refused.
        """
        return [await self._row(file) for file in await self._files.files()]

    def follow(self, on_changed: Callable[[], None]) -> Callable[[], None]:
        """Call ``on_changed`` whenever a file's state may be another; returns how to stop."""
        return self._store.outbox.subscribe(lambda _counts: on_changed())

    async def _row(self, file: "BroughtFile") -> EmergencyRow:
        meta = await self._store.journal.meta(file.attempt_id)
        exams = await self._store.cache.all(Stream.EXAMS, ExamSummary)
        of_attempt = (exam for exam in exams if exam.attempt_id == file.attempt_id)
        known = next((exam for exam in exams if meta is not None and exam.id == meta.exam_id), None)
        code = file.error.code if file.error is not None else ""
        return EmergencyRow(
            file.sha256,
            known or next(of_attempt, None),
            file.brought_at,
            _state(file),
            file.tries > 0,
            file.answer,
            code,
        )


def _state(file: "BroughtFile") -> EmergencyState:
    if file.state is OperationState.DONE:
        return EmergencyState.AT_SCHOOL
    if file.state is OperationState.WAITING:
        return EmergencyState.WAITING
    not_found = file.error is not None and file.error.platform_code == ErrorCode.NOT_FOUND.value
    return EmergencyState.NOT_YOURS if not_found else EmergencyState.REFUSED

"""Emergency files that a student brings back: kept here first, sent when there is a network, each once.

The file is copied to this PC (it is sealed for the platform anyway) and an operation of the outbox names it, so that
it is retried, shown in the ledger and kept when it is refused, as every other local write. What became of it is kept
beside.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.base.files import storage_fault, write_atomically
from learnup_desktop.contract.seats import EmergencyAnswer
from learnup_desktop.domain.emergency import read_emergency_header
from learnup_desktop.store.records import BRING_EMERGENCY, Operation, OperationError, OperationState
from learnup_desktop.sync.outbox_pump import Handler, Refusals

if TYPE_CHECKING:
    from learnup_desktop.api.exams import ExamsApi
    from learnup_desktop.store.outbox import Outbox

LARGEST_BYTES = 8 * 1024 * 1024
"""What fits a request (10 MB) as base64; a journal of a three-hour exam has under 1 MB."""
TARGET = "emergency"
FILE_SUFFIX, ANSWER_SUFFIX = ".learnup-emergency", ".json"


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """One emergency file and how it stands.

    Attributes:
        operation_id: of the outbox.
        attempt_id: whose journal it says it holds.
        tries: how often sending was tried in vain.
        answer: what the platform made of it, once it has it.
    """

    operation_id: str
    sha256: str
    attempt_id: str
    brought_at: datetime
    state: OperationState
    tries: int = 0
    error: OperationError | None = None
    answer: EmergencyAnswer | None = None


class EmergencyFiles:
    """Those of one account.

    Args:
        folder: the account's folder of emergency files; need not exist.
        outbox: what is to be sent.
        exams: the platform.
    """

    def __init__(self, folder: Path, outbox: "Outbox", exams: "ExamsApi", clock: Clock | None = None) -> None:
        self._folder = folder
        self._outbox = outbox
        self._exams = exams
        self._clock = clock or SystemClock()

    async def bring(self, path: Path) -> tuple[BroughtFile, bool]:
        """Take a file over; it may go from the stick when this returns. Also whether it is new here.

        Raises:
            IntegrityFault: this is no emergency file.
            RuleViolation: it is larger than any emergency file.
            StorageError: it cannot be read, or not kept here.
        """
        data = await asyncio.to_thread(_read, path)
        attempt_id, digest = read_emergency_header(data).attempt_id, sha256_hex(data)
        known = next((file for file in await self.files() if file.sha256 == digest), None)
        if known is not None:
            if known.state is OperationState.ATTENTION:
                await self._outbox.retry(known.operation_id, self._clock.utc_now())
            return known, False
        await asyncio.to_thread(write_atomically, self._place(digest, FILE_SUFFIX), data)
        body = {"sha256": digest, "attemptId": attempt_id, "sizeBytes": len(data)}
        operation = Operation.new(BRING_EMERGENCY, TARGET, body, self._clock.utc_now())
        return self._file(await self._outbox.add(operation), None), True

    async def files(self) -> list[BroughtFile]:
        """All that were brought lately, the newest first.

        Raises:
            StorageError: the outbox cannot be read.
        """
        found = await self._outbox.operations(target=TARGET)
        answers = await asyncio.to_thread(lambda: [self._answer(str(item.body["sha256"])) for item in found])
        files = [self._file(item, answer) for item, answer in zip(found, answers, strict=True)]
        return sorted(files, key=lambda file: file.brought_at, reverse=True)

    def handler(self) -> Handler:
        """Sends one file; what the platform made of it is on the disk before the operation counts as done."""

        async def send(operations: Sequence[Operation], _key: str) -> Refusals:
            for operation in operations:
                digest = str(operation.body["sha256"])
                try:
                    data = await asyncio.to_thread(self._place(digest, FILE_SUFFIX).read_bytes)
                except FileNotFoundError as error:
                    raise RuleViolation("the file is no longer on this PC") from error
                answer = await self._exams.bring_emergency(data)
                written = json.dumps(answer.to_wire()).encode()
                await asyncio.to_thread(write_atomically, self._place(digest, ANSWER_SUFFIX), written)
            return {}

        return send

    def _file(self, operation: Operation, answer: EmergencyAnswer | None) -> BroughtFile:
        digest, attempt_id = str(operation.body["sha256"]), str(operation.body["attemptId"])
        return BroughtFile(
            operation.id,
            digest,
            attempt_id,
            operation.created_at,
            operation.state,
            operation.tries,
            operation.error,
            answer,
        )

    def _answer(self, digest: str) -> EmergencyAnswer | None:
        try:
            return EmergencyAnswer.model_validate_json(self._place(digest, ANSWER_SUFFIX).read_bytes())
        except (OSError, ValueError):
            return None

    def _place(self, digest: str, suffix: str) -> Path:
        return self._folder / f"{digest}{suffix}"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise storage_fault(error, path) from error
    if len(data) > LARGEST_BYTES:
        read_emergency_header(data)  # a film chosen by mistake is no emergency file, whatever its size
        raise RuleViolation("larger than any emergency file")
    return data

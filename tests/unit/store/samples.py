"""Values the store's tests share."""

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import AttemptMeta
from learnup_desktop.store.seal import Sealer

KEY = bytes(range(32))
STARTED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Result = TypeVar("Result")


def attempt_meta(attempt_id: str = "attempt-1") -> AttemptMeta:
    """An attempt with every field filled."""
    return AttemptMeta(
        attempt_id=attempt_id,
        exam_id="exam-1",
        student_id="student-1",
        device_id="device-1",
        lease_token="lease-secret",
        lease_expires_at=STARTED + timedelta(minutes=1),
        started_at=STARTED,
        deadline=STARTED + timedelta(hours=1),
        state="open",
        content_key=b"c" * 32,
        policy={"cameraRequired": True},
        face_templates=("dGVtcGxhdGU",),
        paper_sha256="ab" * 32,
        clock_offset_ms=-120,
        question="q7",
    )


def answer(question: int, text: str) -> dict[str, object]:
    """The body of an answer entry."""
    return {"questionId": f"q{question}", "answer": {"type": "text", "text": text}}


async def append_answers(store: AccountStore, count: int, attempt_id: str = "attempt-1") -> list[JournalEntry]:
    """``count`` answers, one after the other."""
    return [
        await store.journal.append(attempt_id, EntryKind.ANSWER, 1000 + number, answer(number, f"answer {number}"))
        for number in range(count)
    ]


async def open_store(folder: Path) -> AccountStore:
    """The account's store with the shared key."""
    return await AccountStore.open(folder, Sealer(KEY))


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """For tests that Hypothesis calls many times, each with a loop of its own."""
    return asyncio.run(coroutine)

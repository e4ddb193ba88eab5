"""What happens to exams by itself: the demo set anew day by day, evidence forgotten as the policy says."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.domain.sealed_paper import open_paper
from learnup_platform.app import create_context, prepare_database
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_exams import EvidenceRecord, ExamAttemptRecord, ExamRecord
from learnup_platform.demo.school import demo_id
from learnup_platform.modules.exams.evidence import forget_old_evidence
from learnup_platform.modules.exams.papers import content_key_of
from learnup_platform.settings import PlatformSettings
from learnup_platform.storage import MissingFileError
from tests.integration.platform.exam_sitting import OPEN_EXAM, TOMORROWS_EXAM

BEGUN = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
"""Half past nine on a Monday in Colombo."""


@pytest.fixture
async def context(tmp_path: Path) -> AsyncIterator[PlatformContext]:
    """A demo platform that nobody serves."""
    made = create_context(PlatformSettings(data=tmp_path / "data", demo=True), ManualClock(BEGUN))
    await prepare_database(made)
    yield made
    await made.database.close()


def clock_of(context: PlatformContext) -> ManualClock:
    assert isinstance(context.clock, ManualClock)
    return context.clock


async def exams(context: PlatformContext) -> dict[str, ExamRecord]:
    """All exams by id."""
    async with context.database.transaction(write=False) as session:
        return {exam.id: exam for exam in await session.scalars(select(ExamRecord))}


async def test_the_demo_sets_its_exams_anew_once_they_are_over(context: PlatformContext) -> None:
    first = await exams(context)
    assert first.keys() == {OPEN_EXAM, TOMORROWS_EXAM, demo_id("exam", "practice/0")}
    assert first[OPEN_EXAM].opens_at == BEGUN - timedelta(minutes=10)
    assert first[TOMORROWS_EXAM].opens_at == datetime(2026, 3, 3, 3, 30, tzinfo=UTC)
    clock_of(context).advance(4 * 3600)
    await prepare_database(context)
    assert (await exams(context)).keys() == first.keys()
    clock_of(context).advance(24 * 3600)
    await prepare_database(context)
    later = await exams(context)
    assert later.keys() - first.keys() == {demo_id("exam", "physics/1"), demo_id("exam", "mathematics/1")}
    again = later[demo_id("exam", "physics/1")]
    assert again.opens_at < clock_of(context).utc < again.closes_at
    assert later[OPEN_EXAM].paper_sha256 == first[OPEN_EXAM].paper_sha256


async def test_the_content_key_is_sealed_in_the_database(context: PlatformContext, tmp_path: Path) -> None:
    exam = (await exams(context))[OPEN_EXAM]
    sealed = await context.files.read(exam.storage_key)
    assert sha256_hex(sealed) == exam.paper_sha256
    key = content_key_of(exam, context.keys.sealing_key)
    assert key not in (tmp_path / "data" / "platform.db").read_bytes()
    assert len(open_paper(sealed, key)[0].questions) == 12
    with pytest.raises(IntegrityFault):
        content_key_of(exam, bytes(32))
    other = create_context(PlatformSettings(data=tmp_path / "other", demo=True), ManualClock(BEGUN))
    await prepare_database(other)
    elsewhere = (await exams(other))[OPEN_EXAM]
    assert content_key_of(elsewhere, other.keys.sealing_key) != key
    await other.database.close()


async def test_evidence_is_forgotten_as_the_policy_says(context: PlatformContext) -> None:
    now = clock_of(context).utc
    student = demo_id("account", "nimali")
    async with context.database.transaction() as session:
        session.add(
            ExamAttemptRecord(
                id="attempt",
                exam_id=OPEN_EXAM,
                student_id=student,
                started_at=now,
                deadline=now,
                lease_token="t",
                lease_device_id="d",
                heard_at=now,
                head_hash="0" * 64,
            )
        )
        await session.flush()
        for name, age in (("old", 31), ("young", 29)):
            key = f"evidence/attempt/{name}"
            await context.files.put(key, name.encode())
            received = now - timedelta(days=age)
            session.add(
                EvidenceRecord(attempt_id="attempt", sha256=name, size_bytes=3, storage_key=key, received_at=received)
            )
    await forget_old_evidence(context)
    async with context.database.transaction(write=False) as session:
        gone = {file.sha256: file.deleted_at for file in await session.scalars(select(EvidenceRecord))}
        assert gone == {"old": now, "young": None}  # that there was one stays known; nothing of it does
    assert await context.files.read("evidence/attempt/young") == b"young"
    with pytest.raises(MissingFileError):
        await context.files.read("evidence/attempt/old")

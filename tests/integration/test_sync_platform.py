"""The data layer against a real platform, over a line that is cut, a platform that is killed, and two devices."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.errors import ConflictError, NetworkError, OfflineError, SignInError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import ClassRoll, Lesson, SchoolClass
from learnup_desktop.contract.exams import AttemptState, LogAnswer, StartAttemptRequest
from learnup_desktop.contract.sync import Stream
from learnup_desktop.sync.branches import has_lost_seat
from learnup_desktop.sync.ledger import LedgerState
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import signed_in
from tests.platform_fixture import ClockedPlatform, RunningPlatform

pytestmark = pytest.mark.integration


async def eventually(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    """Wait until ``condition()`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.02)


async def test_the_cache_follows_and_outlives_the_platform(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        changed = await side.sync.engine.pull()
        assert {Stream.CLASSES, Stream.LESSONS, Stream.EXAMS} <= changed
        assert await side.sync.engine.pull() == frozenset()
        assert side.sync.clock.synchronised is False  # nothing was started, so nothing listens
        lessons = await side.store.cache.count(Stream.LESSONS)
        assert lessons > 0
        fresh_platform.kill()
        with pytest.raises(OfflineError):
            await side.sync.engine.pull()
        assert await side.store.cache.count(Stream.LESSONS) == lessons
        week = datetime.now(UTC)
        assert await side.store.cache.lessons_between(week - timedelta(days=14), week + timedelta(days=14))
        assert await side.store.cache.all(Stream.CLASSES, SchoolClass)
        fresh_platform.start()
        assert await side.sync.engine.pull() == frozenset()


async def test_twelve_answers_over_a_line_that_is_cut_reach_a_verified_receipt(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    link = LoopbackLink(fresh_platform.port)
    await link.start()
    try:
        async with signed_in(f"http://127.0.0.1:{link.port}", tmp_path / "account", "nimali") as side:
            side.sync.start()
            await side.sync.engine.pull()
            exam = await side.exam_open_now()
            await side.sync.papers.ensure(exam)
            started = await side.sit()
            paper, _ = await side.sync.papers.open(exam, started.content_key)
            pump = side.sync.uploads.pump(started.attempt_id)
            answers: list[LogAnswer] = []
            pump.on_acknowledged = answers.append
            pump.start()
            for number, question in enumerate(paper.questions):
                await side.answer(started.attempt_id, question.id, f"answer {number}")
                if number == 3:
                    await eventually(lambda: bool(answers))
                if number == 4:
                    await link.cut()
                    await asyncio.sleep(1.0)
                if number == 8:
                    assert not side.sync.state.state.online
                    assert side.sync.state.state.waiting >= 4
                    await link.restore()
            with pytest.raises(ConflictError):
                await side.client.exams.start(exam.id, _request_of("another-device"))
            receipt = await pump.submit()
            head = await side.store.journal.head(started.attempt_id)
            assert receipt.head == head
            assert await pump.submit() == receipt
            record = await side.client.exams.attempt(started.attempt_id)
            assert record.state is AttemptState.SUBMITTED
            texts = {item.question_id: getattr(item.answer, "text", None) for item in record.answers}
            expected = {question.id: f"answer {number}" for number, question in enumerate(paper.questions)}
            # Text for a choice question is kept in the log but is no answer to it.
            assert texts.items() <= expected.items()
            assert {
                question.id for question in paper.questions if question.kind in ("numeric", "short", "essay")
            } <= set(texts)
            (row,) = [row for row in await side.sync.ledger.rows() if row.id == started.attempt_id]
            assert (row.state, row.waiting, row.receipt) == (LedgerState.ACKNOWLEDGED, 0, receipt.code)
    finally:
        await link.close()


def _request_of(device_id: str) -> StartAttemptRequest:
    return StartAttemptRequest(device_id=device_id, assurance="none", consent=True)


async def test_what_an_earlier_run_left_is_sent_at_the_next_start(platform: RunningPlatform, tmp_path: Path) -> None:
    folder = tmp_path / "account"
    async with signed_in(platform.url, folder, "ashan") as side:
        await side.sync.engine.pull()
        started = await side.sit()
        for number in range(5):
            await side.answer(started.attempt_id, f"physics-0{number + 1}", f"text {number}")
    async with signed_in(platform.url, folder, "ashan") as side:
        side.sync.start()
        await eventually(lambda: side.sync.state.state.online and side.sync.state.state.waiting == 0)
        pump = side.sync.uploads.pump(started.attempt_id)
        assert (await pump.flush()).seq == 5
        assert side.sync.clock.synchronised
        meta = await side.store.journal.meta(started.attempt_id)
        assert meta is not None
        assert meta.clock_offset_ms is not None
        assert abs(meta.clock_offset_ms) < 2000


async def test_a_lost_journal_goes_on_from_the_platforms_head(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "first", "imran") as side:
        await side.sync.engine.pull()
        started = await side.sit()
        await side.answer(started.attempt_id, "physics-10", "first")
        await side.sync.uploads.pump(started.attempt_id).flush()
    async with signed_in(fresh_platform.url, tmp_path / "second", "imran") as side:
        await side.sync.engine.pull()
        again = await side.sit()
        assert again.head.seq == 1
        await side.answer(again.attempt_id, "physics-10", "second")
        receipt = await side.sync.uploads.pump(again.attempt_id).submit()
        assert receipt.head.seq == 2
        record = await side.client.exams.attempt(again.attempt_id)
        assert [getattr(item.answer, "text", "") for item in record.answers] == ["second"]


async def test_a_journal_that_forked_brings_its_answers_behind_the_platforms_head(
    platform: RunningPlatform, tmp_path: Path
) -> None:
    """The same device restored from a backup: its chain and the platform's part after the first entry."""
    async with signed_in(platform.url, tmp_path / "old", "shalini") as side:
        await side.sync.engine.pull()
        started = await side.sit()
        await side.answer(started.attempt_id, "physics-10", "one")
        pump = side.sync.uploads.pump(started.attempt_id)
        await pump.flush()
        async with signed_in(platform.url, tmp_path / "new", "shalini") as other:
            await other.sync.engine.pull()
            await other.sit()
            await other.answer(started.attempt_id, "physics-11", "elsewhere")
            await other.sync.uploads.pump(started.attempt_id).flush()
        await side.answer(started.attempt_id, "physics-12", "here")
        receipt = await pump.submit()
        assert receipt.head.seq == 4  # one, elsewhere, the gap, here
        record = await side.client.exams.attempt(started.attempt_id)
        assert {item.question_id: getattr(item.answer, "text", "") for item in record.answers} == {
            "physics-10": "one",
            "physics-11": "elsewhere",
            "physics-12": "here",
        }


async def test_a_device_that_lost_its_seat_is_told_once_and_keeps_its_answers(
    clocked_platform: ClockedPlatform, tmp_path: Path
) -> None:
    async with signed_in(clocked_platform.url, tmp_path / "a", "melissa", "device-a") as first:
        first.sync.start()
        await first.sync.engine.pull()
        started = await first.sit()
        pump = first.sync.uploads.pump(started.attempt_id)
        lost: list[None] = []
        pump.on_lease_lost = lambda: lost.append(None)
        await first.answer(started.attempt_id, "physics-10", "one")
        await pump.flush()
        clocked_platform.clock.advance(61)
        async with signed_in(clocked_platform.url, tmp_path / "b", "melissa", "device-b") as second:
            await second.sync.engine.pull()
            await second.sit()
            pump.start()
            await first.answer(started.attempt_id, "physics-11", "two")
            await eventually(lambda: bool(lost))
            with pytest.raises(ConflictError):
                await pump.flush()
            assert lost == [None]
            assert len(await first.store.journal.entries(started.attempt_id)) == 2
            # What can no longer go into the chain is at school all the same, beside it: nobody has to act.
            await eventually(lambda: first.sync.state.state.attention == 0)
            assert await pump.leave_rest() == 2
            meta = await first.store.journal.meta(started.attempt_id)
            assert meta is not None and has_lost_seat(meta)


async def test_marks_made_with_no_network_reach_the_platform(fresh_platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "kamala") as side:
        await side.sync.engine.pull()
        cache = side.store.cache
        rolls = {roll.class_id: roll for roll in await cache.all(Stream.ROLLS, ClassRoll)}
        lesson = next(item for item in await cache.all(Stream.LESSONS, Lesson) if item.class_id in rolls)
        students = rolls[lesson.class_id].students[:10]
        fresh_platform.kill()
        side.sync.start()
        for student in students:
            mark = Mark(
                id=uuid7(),
                lesson_id=lesson.id,
                student_id=student.id,
                state=AttendanceState.PRESENT,
                marked_at=datetime.now(UTC),
                marked_by=side.pair.account.id,
            )
            await side.store.marks.put([mark])
        assert len((await side.store.marks.marks_for(lesson.id)).waiting) == 10
        await asyncio.sleep(0.5)
        assert side.sync.state.state.waiting == 10
        fresh_platform.start()
        side.sync.outbox.wake()
        await eventually(lambda: side.sync.state.state.waiting + side.sync.state.state.saving == 0)
        there = await side.client.attendance.of_lesson(lesson.id)
        assert {mark.student_id for mark in there.marks} >= {student.id for student in students}
        assert not (await side.store.marks.marks_for(lesson.id)).waiting


async def test_a_mark_for_somebody_not_on_the_roll_is_refused_alone(platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(platform.url, tmp_path / "account", "kamala") as side:
        await side.sync.engine.pull()
        rolls = await side.store.cache.all(Stream.ROLLS, ClassRoll)
        lessons = await side.store.cache.all(Stream.LESSONS, Lesson)
        lesson = next(item for item in lessons if item.class_id == rolls[0].class_id)
        for student in (rolls[0].students[0].id, "nobody-on-this-roll", rolls[0].students[1].id):
            mark = Mark(
                id=uuid7(),
                lesson_id=lesson.id,
                student_id=student,
                state=AttendanceState.LATE,
                marked_at=datetime.now(UTC),
                marked_by=side.pair.account.id,
            )
            await side.store.marks.put([mark])
        counts = await side.sync.outbox.flush()
        assert (counts.waiting, counts.attention) == (0, 1)
        roll = await side.store.marks.marks_for(lesson.id)
        assert roll.refused == {"nobody-on-this-roll"}
        (refused,) = [row for row in await side.sync.ledger.rows() if row.state is LedgerState.NEEDS_ATTENTION]
        assert refused.error is not None
        assert b"nobody-on-this-roll" in await side.sync.ledger.export(refused.id)


async def test_expired_access_tokens_are_renewed_once_for_all(seeded_data: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(seeded_data, tmp_path / "data")
    running = RunningPlatform(tmp_path / "data", {"JWT_EXPIRES_IN": "2"}).start()
    try:
        async with signed_in(running.url, tmp_path / "account", "nimali") as side:
            seen = []

            async def persist(tokens: object) -> None:
                seen.append(tokens)

            side.client.transport.session.keeper.persist_with(persist)
            await asyncio.sleep(2.2)
            names = await asyncio.gather(*(side.client.auth.me() for _ in range(8)))
            assert {account.username for account in names} == {"nimali"}
            assert len(seen) == 1
            (session,) = [item for item in await side.client.auth.sessions() if item.current]
            await side.client.auth.end_session(session.id)
            ended: list[None] = []
            side.client.transport.session.on_ended = lambda: ended.append(None)
            with pytest.raises(SignInError):
                await side.client.auth.me()
            with pytest.raises(SignInError):
                await side.client.auth.me()
            assert ended == [None]
    finally:
        running.stop()


async def test_a_paper_is_resumed_over_a_broken_line(platform: RunningPlatform, tmp_path: Path) -> None:
    link = LoopbackLink(platform.port)
    await link.start()
    try:
        async with signed_in(f"http://127.0.0.1:{link.port}", tmp_path / "account", "dinuka") as side:
            await side.sync.engine.pull()
            exam = await side.exam_open_now()
            await link.cut()
            waiting = asyncio.create_task(side.sync.papers.ensure(exam))
            await asyncio.sleep(0.3)
            await link.restore()
            assert (await waiting).stat().st_size == exam.paper_bytes
            assert await side.sync.papers.ready(exam)
            await side.store.blobs.delete(exam.paper_sha256)
            # A part of it is here already: only the rest comes.
            async with side.client.exams.paper(exam.id) as download:
                first = await anext(aiter(download.chunks))
            _keep_part(side.store.blobs._partial(exam.paper_sha256), first[: exam.paper_bytes // 2])
            seen: list[int] = []
            await side.sync.papers.ensure(exam, lambda progress: seen.append(progress.here))
            assert seen[-1] == exam.paper_bytes
    finally:
        await link.close()


def _keep_part(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


async def test_the_platform_away_at_start_is_no_fault_and_it_comes_back(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        fresh_platform.kill()
        side.sync.start()
        await eventually(lambda: isinstance(side.sync.engine.last_error, NetworkError))
        fresh_platform.start()
        side.sync.hint()
        await eventually(lambda: side.sync.state.state.online and side.sync.state.state.as_of is not None)

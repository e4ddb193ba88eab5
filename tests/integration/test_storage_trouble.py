"""A sitting whose disk fails it: full, read-only, torn in mid-write, or wanted by a second window."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from learnup_desktop.base.errors import DiskFullError, LockedElsewhereError, ReadOnlyFolderError, StorageError
from learnup_desktop.contract.exams import TextAnswer
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.domain.journal import verify_chain
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import eventually, exams_service, start_open_exam
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


@asynccontextmanager
async def _sitting(platform: RunningPlatform, folder: Path) -> AsyncIterator[tuple[ClientSide, Sitting]]:
    async with signed_in(platform.url, folder, "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side)
        yield side, await start_open_exam(side, service)
        await service.leave_sitting()


async def _pragma(side: ClientSide, statement: str) -> None:
    """Set something on the journal's own connection, outside a transaction, which a read-only one does not begin."""
    database = side.store._database
    await database._on_thread(lambda: database._open().execute(f"PRAGMA {statement}").fetchone())


@pytest.mark.parametrize(
    ("trouble", "relief", "kind"),
    [
        ("max_page_count = 1", "max_page_count = 999999", DiskFullError),
        ("query_only = ON", "query_only = OFF", ReadOnlyFolderError),
    ],
)
async def test_a_disk_that_refuses_is_told_and_what_was_typed_waits_for_it(
    fresh_platform: RunningPlatform, tmp_path: Path, trouble: str, relief: str, kind: type[StorageError]
) -> None:
    async with _sitting(fresh_platform, tmp_path / "account") as (side, sitting):
        essay = sitting.sheet.questions[-1].id
        sitting.edit(essay, TextAnswer(text="before"))
        await eventually(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        await _pragma(side, trouble)
        # More than a page can take, so that a full disk is noticed.
        typed = "while the disk refused " * 500
        sitting.edit(essay, TextAnswer(text=typed))
        await eventually(lambda: isinstance(sitting.saved().fault, kind))
        assert sitting.sheet.answer(essay) == TextAnswer(text=typed), "the student goes on writing"
        sitting.edit(essay, TextAnswer(text=typed + "and on"))
        await _pragma(side, relief)
        await eventually(lambda: sitting.saved().fault is None, 30)
        await eventually(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL, 30)
        sitting.hand_in()
        await eventually(lambda: sitting.state is SittingState.SUBMITTED, 30)
        record = await side.client.exams.attempt(sitting.meta.attempt_id)
        assert [answer.answer for answer in record.answers] == [TextAnswer(text=typed + "and on")]


@pytest.mark.parametrize("torn", [1, 5000])
async def test_a_journal_with_a_torn_tail_opens_and_goes_on(
    fresh_platform: RunningPlatform, tmp_path: Path, torn: int
) -> None:
    """A power cut in mid-write: the write-ahead log ends in the middle of a page."""
    folder, after = tmp_path / "account", tmp_path / "after-the-cut"
    async with _sitting(fresh_platform, folder) as (side, sitting):
        essay, short = sitting.sheet.questions[-1].id, sitting.sheet.questions[-2].id
        sitting.edit(short, TextAnswer(text="safe"))
        await eventually(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        sitting.edit(essay, TextAnswer(text="the last words"))
        await eventually(lambda: sitting.sheet.place(essay) is Place.AT_SCHOOL)
        attempt_id = sitting.meta.attempt_id
        shutil.copytree(folder, after, ignore=shutil.ignore_patterns("*.lock", "lock*"))
    log = after / "data.db-wal"
    whole = log.read_bytes()
    log.write_bytes(whole[: max(0, len(whole) - torn)])
    async with signed_in(fresh_platform.url, after, "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side)
        meta = await side.store.journal.meta(attempt_id)
        assert meta is not None
        again = await service.resume(meta.exam_id)
        again.edit(short, TextAnswer(text="goes on"))
        await eventually(lambda: again.sheet.place(short) is Place.AT_SCHOOL, 40)
        again.hand_in()
        await eventually(lambda: again.state is SittingState.SUBMITTED, 40)
        record = await side.client.exams.attempt(attempt_id)
        held = {answer.question_id: answer.answer for answer in record.answers}
        assert held[short] == TextAnswer(text="goes on")
        assert held[essay] == TextAnswer(text="the last words"), "what was at school stays there"
        entries = await side.client.exams.entries(attempt_id)
        assert again.receipt is not None
        verify_chain(attempt_id, entries, again.receipt.head)
        await service.leave_sitting()


async def test_a_second_window_is_refused_and_the_first_goes_on(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with _sitting(fresh_platform, tmp_path / "account") as (_, sitting):
        with pytest.raises(LockedElsewhereError):
            async with signed_in(fresh_platform.url, tmp_path / "account", "nimali"):
                pass
        essay = sitting.sheet.questions[-1].id
        sitting.edit(essay, TextAnswer(text="still here"))
        await eventually(lambda: sitting.sheet.place(essay) is Place.AT_SCHOOL)

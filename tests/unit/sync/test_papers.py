"""A paper comes whole or not at all, from where it stopped, once for all who ask."""

import asyncio
import hashlib
import os
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.base.errors import DamagedFileError, IntegrityFault, NetworkError, NotFoundError
from learnup_desktop.contract.exams import ExamSummary, Paper, PaperHeader
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.sealed_paper import seal_paper
from learnup_desktop.sync.papers import DownloadProgress, PaperDownloads
from tests.unit.api.wire import fault
from tests.unit.store.samples import STARTED
from tests.unit.sync.school import School, desk

KEY = os.urandom(32)
TITLE = LocalizedText(en="Physics")
SEALED = seal_paper(
    Paper(exam_id="exam-1", title=TITLE, questions=[]),
    {"big.png": os.urandom(900_000)},
    PaperHeader(exam_id="exam-1", version=1, key_id="k", opens_at=STARTED),
    KEY,
)
EXAM = ExamSummary(
    id="exam-1",
    class_id="c",
    title=TITLE,
    subject=TITLE,
    opens_at=STARTED,
    closes_at=STARTED + timedelta(hours=1),
    duration_seconds=3600,
    question_count=0,
    total_marks=0,
    paper_sha256=hashlib.sha256(SEALED).hexdigest(),
    paper_bytes=len(SEALED),
)


class Files:
    """Serves the paper in ranges; cuts the line after so many bytes as often as it is told."""

    def __init__(self, content: bytes = SEALED, *, ranges: bool = True) -> None:
        self.content = content
        self.ranges = ranges
        self.cuts: list[int] = []
        self.stalls_once = False
        self.stalled = asyncio.Event()
        self.asked: list[str | None] = []

    def __call__(self, request: httpx.Request) -> httpx.Response | None:
        asked = request.headers.get("range")
        self.asked.append(asked)
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.ranges else 0
        if asked and start >= len(self.content):
            return fault(416, "bad_request")
        headers = {"Content-Range": f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"} if start else {}
        cut = self.cuts.pop(0) if self.cuts else None
        stalled = self.stalled if self.stalls_once else None
        self.stalls_once = False
        body = _Pieces(self.content[start:], cut, stalled)
        return httpx.Response(206 if start else 200, stream=body, headers=headers)


class _Pieces(httpx.AsyncByteStream):
    def __init__(self, data: bytes, cut: int | None, stalled: asyncio.Event | None) -> None:
        self._data, self._cut, self._stalled = data, cut, stalled

    async def __aiter__(self):  # type: ignore[no-untyped-def]
        for start in range(0, len(self._data), 50_000):
            if self._cut is not None and start >= self._cut:
                raise httpx.ReadError("cut")
            if self._stalled is not None and start >= 300_000:
                self._stalled.set()
                await asyncio.Event().wait()
            yield self._data[start : start + 50_000]


def school_with(files: Files) -> School:
    school = School()
    school.before = files
    return school


async def test_cuts_cost_only_what_was_not_there_yet(tmp_path: Path) -> None:
    files = Files()
    files.cuts = [300_000, 0, 300_000]
    async with desk(tmp_path / "a", school_with(files)) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        seen: list[DownloadProgress] = []
        assert not await papers.ready(EXAM)
        path = await papers.ensure(EXAM, seen.append)
        assert path.read_bytes() == SEALED
        assert await papers.ready(EXAM)
        starts = [int(asked.removeprefix("bytes=").rstrip("-")) for asked in files.asked if asked]
        assert starts == sorted(starts)
        assert starts[0] >= 250_000
        assert [item.here for item in seen] == sorted(item.here for item in seen)
        assert (await papers.progress(EXAM)).here == len(SEALED)
        paper, images = await papers.open(EXAM, KEY)
        assert (paper.exam_id, list(images)) == ("exam-1", ["big.png"])
        with pytest.raises(IntegrityFault):
            await papers.open(EXAM, os.urandom(32))


async def test_a_server_without_ranges_works_too(tmp_path: Path) -> None:
    files = Files(ranges=False)
    files.cuts = [300_000]
    async with desk(tmp_path / "a", school_with(files)) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        assert (await papers.ensure(EXAM)).read_bytes() == SEALED


async def test_all_who_ask_share_one_download(tmp_path: Path) -> None:
    files = Files()
    async with desk(tmp_path / "a", school_with(files)) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        first = asyncio.create_task(papers.ensure(EXAM))
        rest = [asyncio.create_task(papers.ensure(EXAM)) for _ in range(4)]
        await asyncio.sleep(0.01)
        first.cancel()
        assert len(set(await asyncio.gather(*rest))) == 1
        assert len(files.asked) == 1


async def test_other_bytes_than_named_are_refused_after_one_fresh_try(tmp_path: Path) -> None:
    files = Files(os.urandom(len(SEALED)))
    async with desk(tmp_path / "a", school_with(files)) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        with pytest.raises(IntegrityFault):
            await papers.ensure(EXAM)
        assert files.asked == [None, None]
        assert not await papers.ready(EXAM)
        with pytest.raises(DamagedFileError):
            await papers.open(EXAM, KEY)


@pytest.mark.parametrize("left", [SEALED[:1000] + b"?" * 1000, SEALED, b"?" * (len(SEALED) + 5), b"?" * len(SEALED)])
async def test_a_part_left_by_an_older_version_is_replaced(tmp_path: Path, left: bytes) -> None:
    files = Files()
    async with desk(tmp_path / "a", school_with(files)) as place:
        part = place.store.blobs._partial(EXAM.paper_sha256)
        part.parent.mkdir(parents=True)
        part.write_bytes(left)
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        assert (await papers.ensure(EXAM)).read_bytes() == SEALED


async def test_a_line_that_is_down_is_told_after_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from learnup_desktop.sync import papers as module

    monkeypatch.setattr(module, "_BREAKS_TAKEN", 1)

    def away(request: httpx.Request) -> httpx.Response | None:
        raise httpx.ConnectError("refused")

    school = School()
    school.before = away
    async with desk(tmp_path / "a", school) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        with pytest.raises(NetworkError):
            await papers.ensure(EXAM)
        school.before = lambda request: fault(404, "not_found")
        with pytest.raises(NotFoundError):
            await papers.ensure(EXAM)
        await papers.close()


async def test_a_paused_download_goes_on(tmp_path: Path) -> None:
    files = Files()
    async with desk(tmp_path / "a", school_with(files)) as place:
        papers = PaperDownloads(place.client.exams, place.store.blobs)
        files.stalls_once = True
        waiting = asyncio.create_task(papers.ensure(EXAM))
        await asyncio.wait_for(files.stalled.wait(), 10)
        await papers.pause(EXAM)
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert (await papers.ensure(EXAM)).stat().st_size == len(SEALED)
        assert len(files.asked) == 2

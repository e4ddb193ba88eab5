"""Exams and lessons are seen by every program on the computer, and no longer than they last."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from learnup_desktop.updates import busy

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def test_a_claim_lasts_until_its_end(tmp_path: Path) -> None:
    assert busy.claimed_until(NOW, tmp_path) is None
    busy.claim(NOW + timedelta(hours=1), "exam", tmp_path)
    assert busy.claimed_until(NOW, tmp_path) == NOW + timedelta(hours=1)
    assert busy.claimed_until(NOW + timedelta(hours=1), tmp_path) is None
    busy.release(tmp_path)
    busy.release(tmp_path)
    assert busy.claimed_until(NOW, tmp_path) is None


def test_nobody_blocks_for_ever(tmp_path: Path) -> None:
    busy.claim(NOW + timedelta(days=3650), "for ever", tmp_path)
    claim = next(tmp_path.iterdir())
    os.utime(claim, (NOW.timestamp(), NOW.timestamp()))
    assert busy.claimed_until(NOW, tmp_path) == NOW + busy.LONGEST
    assert busy.claimed_until(NOW + timedelta(hours=7), tmp_path) == NOW + busy.LONGEST
    assert busy.claimed_until(NOW + busy.LONGEST, tmp_path) is None


@pytest.mark.parametrize("content", ["{ half", '{"until": 1e400}', '{"until": true}', "[]", "0" * 9000])
def test_what_is_no_claim_claims_nothing(tmp_path: Path, content: str) -> None:
    busy.claim(NOW + timedelta(hours=1), "exam", tmp_path)
    next(tmp_path.iterdir()).write_text(content)
    assert busy.claimed_until(NOW, tmp_path) is None


@pytest.mark.skipif(os.name == "nt", reason="files tell of no number of an account there")
def test_what_others_put_there_is_passed_over(tmp_path: Path) -> None:
    mine, shared = tmp_path / "mine", tmp_path / "shared"
    shared.mkdir()
    busy.claim(NOW + timedelta(hours=1), "exam", mine)
    (claim,) = mine.iterdir()
    shutil.copy(claim, shared / "learnup-busy-4711.json")  # in somebody else's name
    os.mkfifo(shared / "learnup-busy-4712.json")  # whoever opened it would wait
    (shared / claim.name).symlink_to(claim)
    assert busy.claimed_until(NOW, shared) is None
    busy.claim(NOW + timedelta(hours=2), "exam", shared)  # a link that lies in the way is replaced, not followed
    assert busy.claimed_until(NOW, shared) == NOW + timedelta(hours=2)
    assert busy.claimed_until(NOW, mine) == NOW + timedelta(hours=1)


def test_a_folder_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    busy.claim(NOW, "exam", tmp_path / "file")


def test_a_home_of_its_own_tells_nobody_else(home: Path) -> None:
    busy.claim(NOW + busy.LONGEST, "lesson")
    assert [path.parent for path in home.glob("learnup-busy-*.json")] == [home]
    assert busy.claimed_until(NOW) == NOW + busy.LONGEST

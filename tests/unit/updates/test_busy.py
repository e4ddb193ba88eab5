"""Exams and lessons are seen by every program on the computer, and no longer than they last."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

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


def test_a_claim_of_somebody_else_counts_and_nobody_blocks_for_ever(tmp_path: Path) -> None:
    (tmp_path / "learnup-busy-4711.json").write_text('{"until": 99999999999, "why": "for ever"}')
    (tmp_path / "learnup-busy-4712.json").write_text("{ half")
    (tmp_path / "learnup-busy-4713.json").write_text('{"until": 1e400}')
    assert busy.claimed_until(NOW, tmp_path) == NOW + busy.LONGEST


def test_a_folder_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    busy.claim(NOW, "exam", tmp_path / "file")


def test_a_home_of_its_own_tells_nobody_else(home: Path) -> None:
    busy.claim(NOW + busy.LONGEST, "lesson")
    assert [path.parent for path in home.glob("learnup-busy-*.json")] == [home]
    assert busy.claimed_until(NOW) == NOW + busy.LONGEST

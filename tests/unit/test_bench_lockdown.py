"""The lockdown bench must be able to fail: what it compares, and what it makes of a difference."""

import json
from pathlib import Path

import pytest

from tests.bench.lockdown import Desktop, Kill, differences, files_of, judge


def test_anything_that_is_not_as_before_is_named() -> None:
    before = {"clipboard": "mine", "windows": [1, 2], "files": []}
    assert differences(before, dict(before)) == []
    assert differences(before, {"clipboard": "mine", "windows": [1], "new": True}) == ["files", "new", "windows"]


def test_a_file_left_behind_is_seen(tmp_path: Path) -> None:
    desktop = Desktop(None, None, tmp_path)
    before = desktop.look()
    assert desktop.settled(before)[0] == []
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "left.lock").touch()
    assert files_of(tmp_path) == ["home", "home/left.lock"]
    assert differences(before, desktop.look()) == ["files"]


def test_one_changed_desktop_fails_the_bench(capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = Kill(True, True, 5, [], 20.0), Kill(True, True, 5, ["neighbour.clipboard"], 5000.0)
    assert judge([good, good], with_display=True) == 0
    assert judge([good, bad], with_display=True) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["figures"]["changed"] == ["neighbour.clipboard"]
    assert judge([Kill(True, False, 5, [], 20.0)], with_display=True) == 1
    assert judge([good], with_display=False) == 0

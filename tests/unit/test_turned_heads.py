"""How far a photograph turned in space is, for the detector and the five points, from the turn that was asked for."""

from pathlib import Path

import pytest

from tests.face_assets import analyser_for
from tests.proctoring_clips import KEYBOARD, LEFT, RIGHT, turns
from tests.turned_heads import write_turned

pytestmark = pytest.mark.models

READ_WITHIN = 13.0
"""Degrees. Five points understate a large turn of some people and overstate that of others."""


@pytest.mark.parametrize("name", ["obama.jpg", "lin-manuel-miranda.png"])
def test_a_head_turned_in_space_reads_as_turned_that_far(face_assets: Path, tmp_path: Path, name: str) -> None:
    read = write_turned(face_assets, analyser_for(face_assets), tmp_path, name, [LEFT, RIGHT, (20, 0), (-20, 0)])
    for (yaw, _), pose in read.items():
        assert pose is not None, yaw
        assert abs(pose.yaw - yaw) <= READ_WITHIN, (yaw, pose)


def test_the_plans_angles_are_all_made(face_assets: Path, tmp_path: Path) -> None:
    assert {(0, 0), LEFT, RIGHT, KEYBOARD} <= set(turns())
    assert len(turns()) == 10

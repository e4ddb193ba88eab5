"""Tiles cover the picture, each face is kept once, and the picture of six people has six."""

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.face.analyser import DetectedFace
from learnup_desktop.face.crowd import MOST_TILES, SPAN, distinct, find_faces, tiles
from tests.face_assets import analyser_for
from tests.room_photos import six_people


@settings(max_examples=60)
@given(st.integers(32, 9000), st.integers(32, 9000))
def test_tiles_cover_the_picture(width: int, height: int) -> None:
    parts = tiles(width, height)
    assert len(parts) <= MOST_TILES
    assert (parts == []) == (max(width, height) <= SPAN)
    if parts:
        columns = {(part.left, part.right) for part in parts}
        rows = {(part.top, part.bottom) for part in parts}
        for spans, length in ((sorted(columns), width), (sorted(rows), height)):
            assert spans[0][0] == 0 and spans[-1][1] == length
            assert all(after[0] < before[1] for before, after in itertools.pairwise(spans))


def face(left: float, top: float, side: float, score: float = 0.8) -> DetectedFace:
    return DetectedFace((left, top, left + side, top + side), score, np.zeros((5, 2), np.float32))


def test_a_face_seen_twice_or_in_part_is_one() -> None:
    whole, again, part, other = (
        face(100, 100, 80, 0.82),
        face(104, 98, 80, 0.8),
        face(130, 120, 45, 0.8),
        face(300, 100, 60),
    )
    assert distinct([part, again, other, whole]) == [whole, other] or distinct([part, again, other, whole]) == [
        again,
        other,
    ]


def test_small_faces_are_found_in_a_wide_picture(face_assets: Path) -> None:
    analyser, picture = analyser_for(face_assets), six_people()
    assert len(find_faces(analyser, picture)) == 6
    room = np.full((2400, 3600, 3), 90, np.uint8)
    small = picture[::2, ::2]
    room[1500 : 1500 + small.shape[0], 2500 : 2500 + small.shape[1]] = small
    assert len(analyser.detect(room, side=640)) < 6
    found = find_faces(analyser, room)
    assert len(found) == 6
    assert all(1500 < item.centre[1] < 2000 and item.centre[0] > 2500 for item in found)


@pytest.mark.parametrize("order", [1, -1])
def test_order_does_not_change_what_is_kept(order: int) -> None:
    faces = [face(0, 0, 50, 0.9), face(5, 5, 50, 0.7), face(200, 0, 40, 0.6)]
    assert distinct(faces[::order]) == [faces[0], faces[2]]

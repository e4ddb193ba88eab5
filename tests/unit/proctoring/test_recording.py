"""Recordings in whose middle there is nothing to see."""

import numpy as np
import pytest

from learnup_desktop.base.errors import CameraError
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, ProctoringPolicy
from learnup_desktop.proctoring.camera import CameraFrame
from learnup_desktop.proctoring.pipeline import Pipeline
from learnup_desktop.proctoring.recording import analyse_recording


class Tape:
    """Twenty-five seconds at 10 fps, of which ``start`` to ``end`` is missing or damaged.

    Args:
        start: first second without a picture.
        end: first second with one again.
        how: ``gap`` has no frames there, ``damaged`` frames that cannot be decoded, ``error`` a failing decoder.
    """

    name, size, fps = "tape", (64, 48), 10.0

    def __init__(self, start: float, end: float, how: str) -> None:
        stamps = [index / 10 for index in range(250)]
        self._missing = [at for at in stamps if start <= at < end]
        self._stamps = [at for at in stamps if how != "gap" or at not in self._missing]
        self._how = how
        self._at = 0.0

    def grab(self) -> bool:
        if not self._stamps:
            return False
        self._at = self._stamps.pop(0)
        return True

    def retrieve(self) -> CameraFrame | None:
        if self._at in self._missing:
            if self._how == "error":
                raise CameraError("no picture")
            return None
        # A sensor's noise: no picture is ever the one before.
        picture = np.random.default_rng(round(self._at * 10)).integers(0, 255, (48, 64, 3)).astype(np.uint8)
        return CameraFrame(picture, self._at)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("how", ["gap", "damaged", "error"])
def test_six_seconds_without_a_picture_are_a_lost_camera(how: str) -> None:
    events: list[IntegrityEvent] = []
    analyse_recording(Pipeline(ProctoringPolicy(), None), Tape(10.0, 16.0, how), events.append)
    assert [event.kind for event in events] == [IntegrityKind.CAMERA_LOST]
    assert abs(events[0].started_ms - 10_000) <= 250
    assert events[0].ended_ms is not None and abs(events[0].ended_ms - 16_000) <= 500


@pytest.mark.parametrize("how", ["gap", "damaged", "error"])
def test_two_seconds_without_a_picture_are_nothing(how: str) -> None:
    events: list[IntegrityEvent] = []
    summary = analyse_recording(Pipeline(ProctoringPolicy(), None), Tape(10.0, 12.0, how), events.append)
    assert events == []
    assert summary.video_seconds == pytest.approx(25.0)

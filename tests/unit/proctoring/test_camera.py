"""Cameras: what drivers deliver instead of pictures, what does not open, and a camera that goes and comes back."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from learnup_desktop.base.errors import CameraError
from learnup_desktop.proctoring import camera as camera_module
from learnup_desktop.proctoring.camera import CameraFrame, CaptureThread, VideoCamera, camera_fault, open_camera, to_bgr
from learnup_desktop.proctoring.messages import FaultKey
from learnup_desktop.proctoring.simulated import SimulatedCamera


def wait_until(true: Callable[[], object], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ((48, 64), "uint8"),
        ((48, 64, 1), "uint8"),
        ((48, 64, 2), "uint8"),
        ((48, 64, 4), "uint8"),
        ((48, 64, 3), "uint16"),
        ((48, 64, 3), "float32"),
    ],
)
def test_known_formats_become_bgr(shape: tuple[int, ...], kind: str) -> None:
    image = to_bgr(np.full(shape, 1, kind))
    assert image.shape == (48, 64, 3)
    assert image.dtype == np.uint8


@given(
    arrays.arrays(
        dtype=st.sampled_from([np.uint8, np.uint16, np.int32, np.float32, np.float64, np.bool_]),
        shape=arrays.array_shapes(min_dims=1, max_dims=4, min_side=1, max_side=40),
    )
)
def test_whatever_comes_is_a_picture_or_a_camera_error(raw: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> None:
    with np.errstate(all="ignore"):
        try:
            image = to_bgr(raw)
        except CameraError as error:
            assert camera_fault(error) is FaultKey.CAMERA_FORMAT
        else:
            assert image.ndim == 3 and image.shape[2] == 3 and image.dtype == np.uint8


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("missing.mp4", FaultKey.VIDEO_UNREADABLE),
        ("simulated:9", FaultKey.CAMERA_MISSING),
        ("41", FaultKey.CAMERA_MISSING),
    ],
)
def test_what_does_not_open_says_why(name: str, key: FaultKey) -> None:
    with pytest.raises(CameraError) as caught:
        open_camera(name)
    assert camera_fault(caught.value) is key


def test_a_file_that_is_no_video_says_so(tmp_path: Path) -> None:
    path = tmp_path / "text.mp4"
    path.write_bytes(b"this is no video" * 100)
    with pytest.raises(CameraError) as caught:
        VideoCamera(path)
    assert camera_fault(caught.value) is FaultKey.VIDEO_UNREADABLE


def test_the_simulated_camera_moves_and_changes_people() -> None:
    camera = SimulatedCamera(0, paced=False)
    pictures = []
    for person in (0, 0, 1, -1):
        camera.show(person)
        camera.grab()
        frame = camera.retrieve()
        assert frame is not None and frame.image.shape == (480, 640, 3)
        pictures.append(frame.image.astype(int))
    assert 0 < np.abs(pictures[0] - pictures[1]).mean() < 15
    assert np.abs(pictures[1] - pictures[2]).mean() > 10
    with pytest.raises(IndexError):
        camera.show(17)


class Unsteady:
    """A camera that gives three frames and is unplugged."""

    size = (64, 48)
    fps = 200.0
    opened = 0

    def __init__(self, name: str) -> None:
        self.name = name
        type(self).opened += 1
        if type(self).opened == 2:
            raise CameraError("still gone", reason=FaultKey.CAMERA_MISSING.value)
        self._left = 3

    def grab(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def retrieve(self) -> CameraFrame | None:
        return CameraFrame(np.zeros((48, 64, 3), np.uint8), time.monotonic())

    def close(self) -> None:
        """Nothing."""


def test_a_camera_that_is_unplugged_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnup_desktop.proctoring.camera.REOPEN_SECONDS", 0.02)
    Unsteady.opened = 0
    thread = CaptureThread("0", Unsteady)
    assert thread.age == float("inf")
    thread.start()
    faults, deadline = set(), time.monotonic() + 5
    while Unsteady.opened < 4 and time.monotonic() < deadline:
        faults.add(thread.fault)
        time.sleep(0.001)
    thread.stop()
    assert Unsteady.opened >= 4
    assert {FaultKey.CAMERA_STOPPED, FaultKey.CAMERA_MISSING} <= faults


def test_only_the_newest_frame_is_kept_and_each_is_given_once() -> None:
    camera = SimulatedCamera(-1, fps=100.0)
    thread = CaptureThread("simulated", lambda _: camera)
    thread.start()
    first = thread.newest(2.0)
    time.sleep(0.2)
    second = thread.newest(2.0)
    assert first is not None and second is not None
    assert second.at - first.at > 0.1
    assert thread.newest(0.0) is not second
    thread.stop()


def test_a_device_without_rights_is_not_called_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    device = tmp_path / "video63"
    device.touch()
    monkeypatch.setattr(camera_module, "DEVICES", tmp_path)
    with pytest.raises(CameraError) as caught:
        open_camera("63")
    assert camera_fault(caught.value) is FaultKey.CAMERA_BUSY
    monkeypatch.setattr(os, "access", lambda path, mode: path != device)
    with pytest.raises(CameraError) as caught:
        open_camera("63")
    assert camera_fault(caught.value) is FaultKey.CAMERA_DENIED


def test_a_video_of_which_nothing_can_be_decoded_says_so(tmp_path: Path) -> None:
    path = tmp_path / "broken.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10.0, (64, 48))
    for shade in range(20):
        writer.write(np.full((48, 64, 3), 10 * shade, np.uint8))
    writer.release()
    whole = bytearray(path.read_bytes())
    place = whole.index(b"movi") + 4
    while whole[place : place + 4] == b"00dc":
        size = int.from_bytes(whole[place + 4 : place + 8], "little")
        whole[place + 8 : place + 8 + size] = bytes(size)
        place += 8 + size + size % 2
    path.write_bytes(whole)
    thread = CaptureThread(str(path))
    thread.start()
    wait_until(lambda: thread.fault is not None)
    assert thread.fault is FaultKey.VIDEO_UNREADABLE
    assert thread.newest(0.0) is None
    thread.stop()


class Torn(Unsteady):
    """A camera whose first pictures are torn, and which recovers or does not."""

    torn = 5

    def __init__(self, name: str) -> None:
        self.name = name
        self._count = 0

    def grab(self) -> bool:
        time.sleep(0.002)
        return True

    def retrieve(self) -> CameraFrame | None:
        self._count += 1
        if self._count <= type(self).torn:
            raise CameraError("torn", reason=FaultKey.CAMERA_FORMAT.value)
        return super().retrieve()


class AlwaysTorn(Torn):
    """No picture of it can be read."""

    torn = 10**9


def test_a_torn_picture_is_passed_over_and_a_camera_of_nothing_else_is_not() -> None:
    thread = CaptureThread("0", Torn)
    thread.start()
    assert thread.newest(10.0) is not None
    assert thread.trouble is None
    thread.stop()
    thread = CaptureThread("0", AlwaysTorn)
    thread.start()
    wait_until(lambda: thread.fault is not None)
    assert thread.trouble is FaultKey.CAMERA_FORMAT
    thread.stop()


class Hanging(Unsteady):
    """A driver that never answers."""

    def __init__(self, name: str) -> None:
        self.name = name

    def grab(self) -> bool:
        time.sleep(3)
        return False


def test_a_driver_that_hangs_does_not_hang_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    thread = CaptureThread("0", Hanging)
    thread.start()
    began = time.monotonic()
    assert thread.newest(0.05) is None
    assert time.monotonic() - began < 10.0
    assert thread.fps == 0.0
    assert thread.fault is None
    monkeypatch.setattr(camera_module, "STALE_SECONDS", 0.05)
    wait_until(lambda: thread.trouble is FaultKey.CAMERA_SILENT)

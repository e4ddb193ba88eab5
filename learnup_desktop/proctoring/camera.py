"""Where frames come from: a camera by its index, a video file, or the simulated camera; and a thread that keeps the
newest.

Sources are split into ``grab`` (wait for the next frame; cheap) and ``retrieve`` (decode it), so that frames nobody
looks at cost almost nothing. OpenCV's errors and silences end here as ``CameraError`` with a reason the interface
has words for.
"""

import logging
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import cv2
import numpy as np

from learnup_desktop.base.errors import CameraError
from learnup_desktop.face.analyser import Image
from learnup_desktop.proctoring.messages import FaultKey
from learnup_desktop.proctoring.stills import best_still

_log = logging.getLogger(__name__)

STALE_SECONDS = 2.0
"""A camera that has delivered nothing for so long is lost, whatever its driver says (0 frames a second, a hung
driver)."""
REOPEN_SECONDS = 1.0
HANG_SECONDS = 30.0
"""A driver that has not come back from one call for so long never will, not even when its camera is plugged in again:
only a new process gets rid of it. Longer than the ten seconds after which OpenCV's own drivers give up."""
OPEN_SECONDS = 10.0
"""How long a driver may take to open a camera before that is silence too; Windows takes several seconds for some."""
SILENT_GRAB_SECONDS = 3.0
"""A first picture that fails at once was refused (another program streams); one that fails after so long never came."""
MOST_BAD_FRAMES = 10
"""Unreadable pictures in a row that are let pass; after that the camera's format is not one of ours."""
DEVICES = Path("/dev")
_MAXIMUM_SIDE = 8192


@dataclass(frozen=True, slots=True)
class CameraFrame:
    """One picture: BGR ``uint8`` (height, width, 3). ``at``: seconds of the source's own time."""

    image: Image
    at: float


class Camera(Protocol):
    """A source of frames. All methods block and may raise ``CameraError``."""

    name: str
    size: tuple[int, int]
    fps: float

    def grab(self) -> bool:
        """Wait for the next frame; False when there will be none (end of a file, unplugged)."""
        ...

    def retrieve(self) -> CameraFrame | None:
        """Decode the last grabbed frame; None when it is unusable."""
        ...

    def close(self) -> None:
        """Give the device back."""
        ...


def to_bgr(raw: Any) -> Image:
    """Whatever a driver delivers, as BGR ``uint8``.

    Webcams that ignore the requested format give grey (2 dimensions or 1 channel), YUYV (2 channels), BGRA (4) or
    16 bits.

    Raises:
        CameraError: no picture in any of these formats (``reason`` camera_format).
    """
    if not isinstance(raw, np.ndarray) or raw.size == 0 or raw.ndim not in (2, 3):
        raise _camera_error(FaultKey.CAMERA_FORMAT, f"no picture: {type(raw).__name__}")
    if max(raw.shape[:2]) > _MAXIMUM_SIDE or min(raw.shape[:2]) < 32:
        raise _camera_error(FaultKey.CAMERA_FORMAT, f"size {raw.shape[1]}x{raw.shape[0]}")
    image = raw
    if image.dtype == np.uint16:
        image = (image >> 8).astype(np.uint8)
    elif image.dtype.kind == "f":
        peak = 255.0 if float(np.nanmax(image)) <= 1.0 else 1.0
        image = np.clip(np.nan_to_num(image) * peak, 0, 255).astype(np.uint8)
    elif image.dtype != np.uint8:
        raise _camera_error(FaultKey.CAMERA_FORMAT, f"type {image.dtype}")
    channels = 1 if image.ndim == 2 else image.shape[2]
    try:
        if channels == 1:
            return np.asarray(cv2.cvtColor(image, cv2.COLOR_GRAY2BGR), np.uint8)
        if channels == 2:
            return np.asarray(cv2.cvtColor(image, cv2.COLOR_YUV2BGR_YUY2), np.uint8)
        if channels == 4:
            return np.asarray(cv2.cvtColor(image, cv2.COLOR_BGRA2BGR), np.uint8)
    except cv2.error as error:
        raise _camera_error(FaultKey.CAMERA_FORMAT, str(error)) from error
    if channels != 3:
        raise _camera_error(FaultKey.CAMERA_FORMAT, f"{channels} channels")
    return image


class DeviceCamera:
    """A webcam by its index.

    Raises:
        CameraError: none there (camera_missing), or there but not to be had (camera_busy, camera_denied), or open but
            without a picture (camera_silent).
    """

    def __init__(self, index: int, *, size: tuple[int, int] = (640, 480), fps: float = 15.0) -> None:
        self.name = f"camera {index}"
        self._capture = cv2.VideoCapture(index)
        if not self._capture.isOpened():
            self._capture.release()
            raise _camera_error(_why_not(index), self.name)
        self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, size[0])
        self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, size[1])
        self._capture.set(cv2.CAP_PROP_FPS, fps)
        self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        width = int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)) or size[0]
        height = int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)) or size[1]
        self.size = (width, height)
        self.fps = self._capture.get(cv2.CAP_PROP_FPS) or fps
        began = time.monotonic()
        if not self._capture.grab():
            self._capture.release()
            # A device that opens but refuses to stream is in another program's hands on every system OpenCV knows.
            silent = time.monotonic() - began >= SILENT_GRAB_SECONDS
            raise _camera_error(FaultKey.CAMERA_SILENT if silent else FaultKey.CAMERA_BUSY, self.name)

    def grab(self) -> bool:
        """Wait for the next frame."""
        return bool(self._capture.grab())

    def retrieve(self) -> CameraFrame | None:
        """Decode it."""
        good, raw = self._capture.retrieve()
        return CameraFrame(to_bgr(raw), time.monotonic()) if good else None

    def still(self) -> Image | None:
        """The sharpest of a few pictures in the largest mode that the device has; then its usual mode again.

        Takes a second or two: the sensor is started anew and has to find its exposure. None when nothing came.
        """
        raw = best_still(self._capture, self.size)
        return to_bgr(raw) if raw is not None else None

    def close(self) -> None:
        """Release the device."""
        self._capture.release()


class VideoCamera:
    """A recording, at its own pace (as a camera) or as fast as it is read (for analysis).

    Raises:
        CameraError: no video that OpenCV can decode (video_unreadable).
    """

    def __init__(self, path: Path, *, paced: bool = True) -> None:
        self.name = path.name
        self._paced = paced
        self._capture = cv2.VideoCapture(str(path)) if path.is_file() else cv2.VideoCapture()
        self.fps = self._capture.get(cv2.CAP_PROP_FPS) if self._capture.isOpened() else 0.0
        if not self._capture.isOpened():
            self._capture.release()
            raise _camera_error(FaultKey.VIDEO_UNREADABLE, path.name)
        if not 1.0 <= self.fps <= 240.0:
            self.fps = 25.0
        self.size = (
            int(self._capture.get(cv2.CAP_PROP_FRAME_WIDTH)),
            int(self._capture.get(cv2.CAP_PROP_FRAME_HEIGHT)),
        )
        self._index = -1
        self._at = 0.0
        self._decoded = 0
        self._began = time.monotonic()

    def grab(self) -> bool:
        """The next frame, waiting for its time when paced; False at the end.

        Raises:
            CameraError: the end, and not one picture could be decoded (video_unreadable).
        """
        if not self._capture.grab():
            if self._decoded == 0:
                raise _camera_error(FaultKey.VIDEO_UNREADABLE, f"{self.name}: no picture could be decoded")
            return False
        self._index += 1
        stamp = self._capture.get(cv2.CAP_PROP_POS_MSEC) / 1000
        # Containers without time stamps report 0 for ever; damaged ones jump back.
        self._at = stamp if stamp > self._at else max(self._at, self._index / self.fps)
        if self._paced:
            wait = self._began + self._at - time.monotonic()
            if wait > 0:
                time.sleep(wait)
        return True

    def retrieve(self) -> CameraFrame | None:
        """Decode it; None for a frame that is damaged."""
        good, raw = self._capture.retrieve()
        if not good:
            return None
        frame = CameraFrame(to_bgr(raw), self._at)
        self._decoded += 1
        return frame

    def close(self) -> None:
        """Close the file."""
        self._capture.release()


def open_camera(name: str) -> Camera:
    """The camera that ``WorkerConfiguration.camera`` names.

    Raises:
        CameraError: it cannot be had; ``reason`` in the arguments is a ``FaultKey``.
    """
    if name == "simulated" or name.startswith("simulated:"):
        from learnup_desktop.proctoring.simulated import PEOPLE, SimulatedCamera

        person = name.partition(":")[2] or "0"
        if person not in {str(index) for index in range(len(PEOPLE))} | {"-1"}:
            raise _camera_error(FaultKey.CAMERA_MISSING, name)
        return SimulatedCamera(int(person))
    if name.isdigit():
        return DeviceCamera(int(name))
    return VideoCamera(Path(name))


def camera_fault(error: CameraError) -> FaultKey:
    """The reason of a ``CameraError`` as a fault key."""
    reason = error.arguments.get("reason")
    return FaultKey(reason) if isinstance(reason, str) else FaultKey.CAMERA_STOPPED


def _camera_error(key: FaultKey, detail: str) -> CameraError:
    return CameraError(detail, reason=key.value)


def _why_not(index: int) -> FaultKey:
    # Linux shows the device and its rights; elsewhere a camera that does not open is reported as missing, and one that
    # opens and does not stream as busy (see DeviceCamera).
    device = DEVICES / f"video{index}"
    if not device.exists():
        return FaultKey.CAMERA_MISSING
    return FaultKey.CAMERA_BUSY if os.access(device, os.R_OK | os.W_OK) else FaultKey.CAMERA_DENIED


def _still_of(camera: Camera) -> Image | None:
    """A picture of the largest mode, from a camera that has modes; else the frame that was just grabbed."""
    still = camera.still() if isinstance(camera, DeviceCamera) else None
    if still is not None:
        return still
    frame = camera.retrieve()
    return frame.image if frame is not None else None


class CaptureThread:
    """Keeps the newest frame of a camera, opens the camera, and opens it again after it was lost.

    ``newest`` never waits for the driver: a driver that hangs in ``grab`` only makes the frame grow old.

    Args:
        name: see ``open_camera``.
        opener: opens a camera by name; tests pass their own cameras.
    """

    def __init__(self, name: str, opener: Callable[[str], Camera] = open_camera) -> None:
        self._name = name
        self._opener = opener
        self._lock = threading.Lock()
        self._new = threading.Condition(self._lock)
        self._frame: tuple[CameraFrame, float] | None = None
        self._taken: CameraFrame | None = None
        self._stopping = threading.Event()
        self._arrivals: list[float] = []
        self._interval = 0.0
        self._on_still: Callable[[Image | None], None] | None = None
        self._since = self._called = time.monotonic()
        self.camera: Camera | None = None
        self.fault: FaultKey | None = None
        self._thread = threading.Thread(target=self._run, name="capture", daemon=True)

    def start(self) -> None:
        """Begin to capture."""
        self._since = self._called = time.monotonic()
        self._thread.start()

    def stop(self) -> None:
        """End; a thread that hangs in a driver is left to the process's end."""
        self._stopping.set()
        self._thread.join(1.0)

    def newest(self, timeout: float) -> CameraFrame | None:
        """The newest frame that was not taken yet, waiting up to ``timeout`` seconds; None when there is none."""
        with self._new:
            if not self._new.wait_for(lambda: self._untaken() is not None, timeout):
                return None
            self._taken = self._untaken()
            return self._taken

    def _untaken(self) -> CameraFrame | None:
        return self._frame[0] if self._frame is not None and self._frame[0] is not self._taken else None

    def want(self, interval: float) -> None:
        """Decode at most one frame in ``interval`` seconds; the others are only grabbed."""
        self._interval = interval

    def take_still(self, on_still: Callable[[Image | None], None]) -> None:
        """Take one picture in the camera's largest mode; ``on_still`` is called with it on the capture thread."""
        self._on_still = on_still

    @property
    def age(self) -> float:
        """Seconds since the newest frame arrived; infinite before the first."""
        with self._lock:
            return time.monotonic() - self._frame[1] if self._frame is not None else float("inf")

    @property
    def trouble(self) -> FaultKey | None:
        """Why there is no picture: what the camera said, or its silence; None while there are pictures.

        Silence is a driver that hangs, or a camera that is open and delivers 0 frames a second.
        """
        if self.fault is not None or self.age <= STALE_SECONDS:
            return self.fault
        patience = OPEN_SECONDS if self.camera is None else STALE_SECONDS
        return FaultKey.CAMERA_SILENT if time.monotonic() - self._since > patience else None

    @property
    def hangs(self) -> bool:
        """Whether the driver has not come back from a call for ``HANG_SECONDS``."""
        return self._thread.is_alive() and time.monotonic() - self._called > HANG_SECONDS

    @property
    def fps(self) -> float:
        """Frames a second that really arrived over the last two seconds."""
        now = time.monotonic()
        with self._lock:
            self._arrivals = [moment for moment in self._arrivals if now - moment <= 2.0]
            return len(self._arrivals) / 2.0

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._called = time.monotonic()
            try:
                camera = self._opener(self._name)
            except CameraError as error:
                self.fault = camera_fault(error)
                self._stopping.wait(REOPEN_SECONDS)
                continue
            self._since = self._called = time.monotonic()
            self.camera = camera
            try:
                self._capture(camera)
                self.fault = FaultKey.CAMERA_STOPPED
            except CameraError as error:
                self.fault = camera_fault(error)
            except cv2.error as error:
                _log.warning("the camera's driver failed: %s", error)
                self.fault = FaultKey.CAMERA_STOPPED
            finally:
                self.camera = None
                camera.close()
            if isinstance(camera, VideoCamera):
                # A recording that came to its end does not come back, as a broken camera would not.
                return
            self._stopping.wait(REOPEN_SECONDS)

    def _capture(self, camera: Camera) -> None:
        due, bad = 0.0, 0
        while not self._stopping.is_set() and camera.grab():
            now = self._called = time.monotonic()
            with self._lock:
                self._arrivals.append(now)
                if len(self._arrivals) > 1000:
                    del self._arrivals[:500]
            if self._on_still is not None:
                on_still, self._on_still = self._on_still, None
                on_still(_still_of(camera))
            if now < due:
                continue
            try:
                frame = camera.retrieve()
            except CameraError:
                # A torn picture is passed over; a camera that gives nothing else is not one we can read.
                bad += 1
                if bad > MOST_BAD_FRAMES:
                    raise
                continue
            if frame is None:
                continue
            bad = 0
            # Half a frame early is on time: a 10 fps camera asked for every 100 ms must not deliver every 200 ms.
            due = now + self._interval - 0.5 / max(1.0, camera.fps)
            self.fault = None
            with self._lock:
                self._frame = (frame, time.monotonic())
                self._new.notify_all()

"""Finding faces and turning them into templates, with InsightFace's own SCRFD and ArcFace code.

``insightface.app.FaceAnalysis`` runs every model on every face of every frame at 128 and 640 pixels. A worker that
watches one person for hours looks instead in a small region around where the face was last seen, and recognises only
when it has a reason to; so this module drives InsightFace's model classes directly and leaves decoding and alignment
to them.

Sizes are pixels, images are BGR ``uint8`` of shape (height, width, 3) as OpenCV has them.
"""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.face.blobs import provide_blobs
from learnup_desktop.face.models import ModelFile, ModelSet
from learnup_desktop.face.pose import HeadPose, estimate_pose

Image: TypeAlias = NDArray[np.uint8]
Vector: TypeAlias = NDArray[np.float32]

DETECTION_THRESHOLD = 0.5
"""InsightFace's own default for SCRFD."""
MINIMUM_FACE = 16
"""Pixels; SCRFD's smallest anchor on its finest stride. What is smaller is noise."""
STRIDE = 32
"""SCRFD's coarsest stride: input sides are multiples of it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of an image, clipped to it: left, top inclusive, right, bottom exclusive."""

    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class DetectedFace:
    """One face. ``box`` is left, top, right, bottom; ``points`` is (5, 2): eyes, nose, mouth corners, image left
    first."""

    box: tuple[float, float, float, float]
    score: float
    points: Vector

    @property
    def width(self) -> float:
        """Width of the box."""
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        """Height of the box."""
        return self.box[3] - self.box[1]

    @property
    def centre(self) -> tuple[float, float]:
        """Middle of the box."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2

    def overlap(self, other: "DetectedFace") -> float:
        """Intersection over union with another face's box, 0 to 1."""
        width = min(self.box[2], other.box[2]) - max(self.box[0], other.box[0])
        height = min(self.box[3], other.box[3]) - max(self.box[1], other.box[1])
        if width <= 0 or height <= 0:
            return 0.0
        both = width * height
        return both / (self.width * self.height + other.width * other.height - both)


class FrameRejectedError(ValueError):
    """What was passed as an image is not one: wrong shape, type or size."""


def checked_image(image: object) -> Image:
    """``image`` if it is a BGR ``uint8`` picture of at least 32 by 32.

    Raises:
        FrameRejectedError: it is not.
    """
    if not isinstance(image, np.ndarray) or image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
        raise FrameRejectedError("not an 8-bit image of three channels")
    if min(image.shape[:2]) < STRIDE or max(image.shape[:2]) > 16_384:
        raise FrameRejectedError(f"no usable size: {image.shape[1]}x{image.shape[0]}")
    return image


def _runtime_errors() -> tuple[type[Exception], ...]:
    """What OpenCV and ONNX Runtime raise while a loaded model runs."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    return cv2.error, state.RuntimeException, state.InvalidArgument, state.Fail


def session_options(threads: int) -> Any:
    """ONNX Runtime options for a process that must stay out of the way: few threads, no spinning, no memory arena."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, threads)
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # The arena keeps the largest frame's buffers for ever; on an old PC memory is dearer than the allocation.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options


def choose_providers(wanted: str = "auto") -> list[str]:
    """Execution providers for ``wanted``: ``auto``, ``cpu``, ``cuda``, ``coreml`` or ``directml``; CPU always follows.

    ``auto`` takes what InsightFace prefers, and DirectML where only that is there. A wanted provider that this
    computer does not have falls back to CPU: a slow check is better than none.
    """
    import onnxruntime
    from insightface.model_zoo import get_default_providers

    available = onnxruntime.get_available_providers()
    names = {
        "cuda": "CUDAExecutionProvider",
        "coreml": "CoreMLExecutionProvider",
        "directml": "DmlExecutionProvider",
    }
    if wanted == "auto":
        chosen = list(get_default_providers())
        if chosen == ["CPUExecutionProvider"] and names["directml"] in available:
            chosen.insert(0, names["directml"])
        return chosen
    first = names.get(wanted, "")
    return ([first] if first in available else []) + ["CPUExecutionProvider"]


class FaceAnalyser:
    """Detection and, where the models are there, recognition and 3D landmarks.

    Args:
        models: what to load.
        threads: ONNX threads a session.
        provider: see ``choose_providers``.

    Raises:
        DamagedFileError: a file cannot be loaded as what it should be.
    """

    def __init__(self, models: ModelSet, *, threads: int = 1, provider: str = "cpu") -> None:
        self._providers = choose_providers(provider)
        self._options = session_options(threads)
        if models.detection is None:
            raise DamagedFileError("no detection model", file=models.pack)
        self.models = models
        self._detector = self._load(models.detection)
        self._detector.prepare(0, det_thresh=DETECTION_THRESHOLD)
        self._recogniser = self._load(models.recognition) if models.recognition is not None else None
        self._landmarks = self._load(models.landmarks) if models.landmarks is not None else None

    @property
    def can_recognise(self) -> bool:
        """Whether ``embed`` may be called."""
        return self._recogniser is not None

    @property
    def provider(self) -> str:
        """The provider that really runs detection."""
        return str(self._detector.session.get_providers()[0])

    def warm_up(self, frame_size: tuple[int, int] = (640, 480)) -> None:
        """Run every model once, so that the first real frame is not the slow one. ``frame_size`` is width, height."""
        blank = np.full((frame_size[1], frame_size[0], 3), 127, np.uint8)
        self.detect(blank)
        self.detect(blank, region=Region(0, 0, min(160, frame_size[0]), min(160, frame_size[1])), side=128)
        if self._recogniser is not None:
            self._recogniser.get_feat(np.full((112, 112, 3), 127, np.uint8))

    def detect(
        self,
        image: Image,
        *,
        region: Region | None = None,
        side: int = 256,
        threshold: float = DETECTION_THRESHOLD,
    ) -> list[DetectedFace]:
        """Faces in ``image``, largest first.

        Args:
            image: BGR picture.
            region: look only here; boxes are in coordinates of the whole image all the same.
            side: longer side of the network's input; a face of an eighth of it is found reliably.
            threshold: least score; lower than the default only where a face is known to have been.

        Raises:
            FrameRejectedError: no usable image.
        """
        whole = checked_image(image)
        part = whole if region is None else whole[region.top : region.bottom, region.left : region.right]
        if min(part.shape[:2]) < MINIMUM_FACE:
            return []
        size = _input_size(part.shape[1], part.shape[0], side)
        try:
            boxes, points = self._detector.detect(part, input_size=size, det_thresh=threshold)
        except _runtime_errors() as error:
            raise FrameRejectedError(f"detection: {error}") from error
        left, top = (0, 0) if region is None else (region.left, region.top)
        return _faces(boxes, points, left, top, whole.shape[1], whole.shape[0])

    def embed(self, image: Image, face: DetectedFace) -> Vector:
        """The template of a face: float32, unit length, as many numbers as the model has.

        Raises:
            DamagedFileError, FrameRejectedError: as ``measure``.
        """
        return self.measure(image, face)[0]

    def measure(self, image: Image, face: DetectedFace) -> tuple[Vector, float]:
        """Template of a face, and its strength: the length of the model's raw answer, which falls with picture quality.

        Raises:
            DamagedFileError: no recognition model was loaded.
            FrameRejectedError: the face cannot be aligned (points on one spot) or the model answered nonsense.
        """
        if self._recogniser is None or self.models.recognition is None:
            raise DamagedFileError("no recognition model", file=self.models.pack)
        from insightface.utils import face_align

        if not np.isfinite(face.points).all() or np.ptp(face.points, axis=0).min() < 2:
            raise FrameRejectedError("the face's points are on one spot")
        with warnings.catch_warnings():
            # InsightFace still calls scikit-image's old name for the same estimate.
            warnings.simplefilter("ignore", FutureWarning)
            try:
                aligned = face_align.norm_crop(checked_image(image), face.points, self._recogniser.input_size[0])
            except (cv2.error, np.linalg.LinAlgError, ValueError) as error:
                raise FrameRejectedError("the face cannot be aligned") from error
        try:
            vector = np.asarray(self._recogniser.get_feat(aligned), np.float32).ravel()
        except _runtime_errors() as error:
            raise FrameRejectedError(f"recognition: {error}") from error
        length = float(np.linalg.norm(vector))
        if not np.isfinite(length) or length < 1e-6:
            raise FrameRejectedError("the recognition model gave no direction")
        return vector / np.float32(length), length

    def pose(self, image: Image, face: DetectedFace) -> HeadPose | None:
        """Where the head points, from 68 3D landmarks where that model was loaded, else from five points.

        The landmarks' mean shape has x to the right of the picture, y down and z to the camera, so the angles of
        InsightFace have the signs of ``pose`` as they are.

        Returns:
            None when neither has a solution.
        """
        if self._landmarks is not None:
            from insightface.app.common import Face

            wrapped = Face(bbox=np.asarray(face.box, np.float32), kps=face.points, det_score=face.score)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", FutureWarning)
                try:
                    self._landmarks.get(checked_image(image), wrapped)
                except _runtime_errors() as error:
                    raise FrameRejectedError(f"landmarks: {error}") from error
            angles = np.asarray(wrapped["pose"], np.float64)
            if np.isfinite(angles).all():
                pitch, yaw, roll = (float(angle) for angle in angles)
                return HeadPose(yaw, pitch, roll)
        return estimate_pose(face.points, image.shape[1], image.shape[0])

    def _load(self, file: ModelFile) -> Any:
        from insightface.model_zoo import model_zoo
        from onnxruntime.capi import onnxruntime_pybind11_state as state

        provide_blobs()
        try:
            model = model_zoo.get_model(str(file.path), providers=self._providers, sess_options=self._options)
        except (
            state.InvalidProtobuf,
            state.InvalidGraph,
            state.InvalidArgument,
            state.NotImplemented,
            state.NoSuchFile,
            state.Fail,
            OSError,
            AssertionError,
            IndexError,
            ValueError,
        ) as error:
            raise DamagedFileError(f"{file.path.name} cannot be loaded: {error}", file=file.path.name) from error
        if model is None or model.taskname != file.task:
            raise DamagedFileError(f"{file.path.name} is no {file.task} model", file=file.path.name)
        return model


def _input_size(width: int, height: int, side: int) -> tuple[int, int]:
    """Network input of the picture's shape, both sides multiples of the stride, the longer one ``side``."""
    scale = side / max(width, height) / STRIDE
    return max(1, round(width * scale)) * STRIDE, max(1, round(height * scale)) * STRIDE


def _faces(
    boxes: NDArray[np.float32], points: NDArray[np.float32] | None, left: int, top: int, width: int, height: int
) -> list[DetectedFace]:
    """What of the detector's answer is a face: finite, of some size, with its middle inside the picture."""
    if points is None or len(boxes) == 0:
        return []
    offset = np.array([left, top], np.float32)
    faces: list[DetectedFace] = []
    for box, five in zip(boxes, points, strict=True):
        if not (np.isfinite(box).all() and np.isfinite(five).all()):
            continue
        edges = (float(box[0]) + left, float(box[1]) + top, float(box[2]) + left, float(box[3]) + top)
        face = DetectedFace(edges, float(box[4]), np.asarray(five, np.float32) + offset)
        x, y = face.centre
        if min(face.width, face.height) >= MINIMUM_FACE and 0 <= x < width and 0 <= y < height:
            faces.append(face)
    return sorted(faces, key=lambda face: -face.width * face.height)


def region_around(faces: Sequence[DetectedFace], width: int, height: int, *, margin: float = 1.0) -> Region | None:
    """A square region around ``faces`` with ``margin`` face sizes on each side; None when that is most of the
    picture."""
    if not faces:
        return None
    size = max(max(face.width, face.height) for face in faces)
    left = min(face.box[0] for face in faces) - margin * size
    top = min(face.box[1] for face in faces) - margin * size
    right = max(face.box[2] for face in faces) + margin * size
    bottom = max(face.box[3] for face in faces) + margin * size
    region = Region(max(0, int(left)), max(0, int(top)), min(width, int(right)), min(height, int(bottom)))
    if region.right - region.left < STRIDE or region.bottom - region.top < STRIDE:
        return None
    area = (region.right - region.left) * (region.bottom - region.top)
    return None if area > 0.85 * width * height else region

"""Is there a living face before the camera, or a picture of one: InsightFace's passive liveness addon, loaded by path.

Passive, two-dimensional, and weak on its own: one low score means nothing. The rules ask for many over seconds.
"""

from typing import Any

import numpy as np

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.face.analyser import (
    DetectedFace,
    FrameRejectedError,
    Image,
    checked_image,
    choose_providers,
    session_options,
)
from learnup_desktop.face.models import ModelFile


class LivenessCheck:
    """The liveness model.

    Args:
        file: the model; its own file may be custom.
        threads: ONNX threads.
        provider: see ``analyser.choose_providers``.

    Raises:
        DamagedFileError: not a liveness model of this interface.
    """

    def __init__(self, file: ModelFile, *, threads: int = 1, provider: str = "cpu") -> None:
        from insightface.addons import Liveness
        from onnxruntime.capi import onnxruntime_pybind11_state as state

        try:
            self._model: Any = Liveness(
                file.path, providers=choose_providers(provider), sess_options=session_options(threads)
            )
        except (
            state.InvalidProtobuf,
            state.InvalidGraph,
            state.NoSuchFile,
            state.Fail,
            RuntimeError,
            OSError,
        ) as error:
            raise DamagedFileError(f"{file.path.name} cannot be loaded: {error}", file=file.path.name) from error
        self.file = file

    def score(self, image: Image, face: DetectedFace) -> float | None:
        """Probability that the face is live, 0 to 1.

        Returns:
            None when the face is too near the picture's edge for the model's crop: it cannot be judged, which says
            nothing.

        Raises:
            FrameRejectedError: no usable image or points.
        """
        try:
            answer = self._model.predict(checked_image(image), np.asarray(face.points, np.float32))
        except (ValueError, RuntimeError) as error:
            raise FrameRejectedError(f"liveness: {error}") from error
        score = answer["live_score"]
        return None if score is None else float(score)

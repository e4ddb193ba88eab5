"""The one thing that InsightFace takes from OpenCV's network module: an image as a model's input.

Built programs carry an OpenCV without that module (``packaging/opencv.py``), which is large and runs no model here. The
two functions have the names and the meaning that OpenCV gives them, as far as InsightFace calls them.
"""

import types
from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray


def blob_from_images(
    images: Sequence[NDArray[Any]],
    scale: float = 1.0,
    size: tuple[int, int] | None = None,
    mean: Sequence[float] = (0.0, 0.0, 0.0),
    swapRB: bool = False,  # noqa: N803 - OpenCV's name
) -> NDArray[np.float32]:
    """Images (height, width, 3) of one size as one array (images, 3, height, width): ``(value - mean) * scale``.

    Args:
        scale: what every value is multiplied by, after the mean was taken off.
        size: width and height to bring the images to; None leaves them.
        mean: per channel of the result.
        swapRB: blue and red change places.
    """
    width, height = size or images[0].shape[1::-1]
    blob = np.empty((len(images), 3, height, width), np.float32)
    for place, image in zip(blob, images, strict=True):
        fitted = image if image.shape[1::-1] == (width, height) else cv2.resize(image, (width, height))
        for channel in range(3):
            np.subtract(fitted[:, :, 2 - channel if swapRB else channel], np.float32(mean[channel]), out=place[channel])
    blob *= np.float32(scale)
    return blob


def blob_from_image(image: NDArray[Any], *arguments: Any, **named: Any) -> NDArray[np.float32]:
    """One image as an array (1, 3, height, width); arguments of :func:`blob_from_images`."""
    return blob_from_images([image], *arguments, **named)


def provide_blobs() -> None:
    """Give them to an OpenCV that was built without; any other keeps its own."""
    if not hasattr(cv2, "dnn"):
        stand_in = types.ModuleType("cv2.dnn")
        vars(stand_in).update(blobFromImage=blob_from_image, blobFromImages=blob_from_images)
        cv2.dnn = stand_in

"""What stands in for OpenCV's network module where a build has none gives the same, bit for bit."""

import cv2
import numpy as np
import pytest

from learnup_desktop.face.blobs import blob_from_image, blob_from_images, provide_blobs

NOISE = np.random.default_rng(7).integers(0, 256, (96, 128, 3)).astype(np.uint8)


@pytest.mark.parametrize("size", [(128, 96), (112, 112)], ids=["as it is", "brought to a size"])
@pytest.mark.parametrize("swap", [True, False])
def test_as_opencv_gives_it(size: tuple[int, int], swap: bool) -> None:
    arguments = (1.0 / 128, size, (127.5, 120.0, 110.0))
    expected = cv2.dnn.blobFromImage(NOISE, *arguments, swapRB=swap)
    np.testing.assert_array_equal(blob_from_image(NOISE, *arguments, swapRB=swap), expected)
    several = [NOISE, NOISE[::-1].copy()]
    expected = cv2.dnn.blobFromImages(several, *arguments, swapRB=swap)
    np.testing.assert_array_equal(blob_from_images(several, *arguments, swapRB=swap), expected)


def test_only_an_opencv_without_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    own = cv2.dnn
    provide_blobs()
    assert cv2.dnn is own
    monkeypatch.delattr(cv2, "dnn")
    provide_blobs()
    stand_in = cv2.dnn
    monkeypatch.undo()
    assert stand_in.blobFromImages is blob_from_images

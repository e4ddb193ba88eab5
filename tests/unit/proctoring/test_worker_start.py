"""What a worker does not load: libraries that its own libraries import and never use there."""

import subprocess
import sys

CODE = """
import sys
from learnup_desktop.face.postponed import UNUSED, postpone_unused
postpone_unused()
from insightface.model_zoo import model_zoo
from insightface.utils import face_align
assert "urllib3" not in sys.modules, "requests was loaded"
assert "scipy.sparse" not in sys.modules, "scipy.spatial was loaded"
import numpy as np
face_align.norm_crop(np.zeros((200, 200, 3), np.uint8), face_align.arcface_dst.astype(np.float32) + 40, 112)
assert "scipy.sparse" not in sys.modules, "aligning a face needs scipy.spatial: it is not unused"
heavy = {"matplotlib", "albumentations", "sklearn", "PySide6", "torch"} & sys.modules.keys()
assert not heavy, heavy
import requests
assert requests.codes.ok == 200 and "urllib3" in sys.modules
import scipy.spatial.transform
from scipy import spatial
assert scipy.spatial.transform.Rotation.identity().as_quat()[3] == 1.0
assert spatial.Delaunay([[0, 0], [0, 1], [1, 0]]).nsimplex == 1
"""


def test_libraries_that_are_never_used_are_not_loaded_until_they_are() -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr

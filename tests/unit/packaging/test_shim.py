"""What stands in for scikit-image in built programs gives the same as scikit-image, bit for bit nearly."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[3]


def load(name: str, path: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(name, ROOT / "packaging" / path)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


shim = load("learnup_shim_transform", "shims/skimage/transform.py")
real = pytest.importorskip("skimage.transform", reason="scikit-image comes with InsightFace")
coordinate = st.floats(-500, 500, allow_nan=False).map(lambda number: round(number, 3))
landmarks = st.lists(st.tuples(coordinate, coordinate), min_size=5, max_size=5, unique=True).map(np.array)


@settings(max_examples=25)
@given(landmarks, landmarks)
def test_an_estimate_is_that_of_scikit_image(source: NDArray[np.float64], goal: NDArray[np.float64]) -> None:
    expected = real.SimilarityTransform.from_estimate(source, goal)
    made = shim.SimilarityTransform.from_estimate(source, goal)
    if expected and np.linalg.cond(np.cov(source.T)) < 1e6 and np.linalg.cond(np.cov(goal.T)) < 1e6:
        # Where the points mirror each other nearly, two answers are as good; both bring them equally close.
        apart = [np.square(each(source) - goal).sum() for each in (expected, made)]
        assert apart[1] <= apart[0] * (1 + 1e-6) + 1e-6


@settings(max_examples=25)
@given(st.floats(0.1, 9), st.floats(-3, 3), st.tuples(coordinate, coordinate))
def test_transforms_are_put_together_alike(scale: float, rotation: float, move: tuple[float, float]) -> None:
    made, expected = (
        module.SimilarityTransform(scale=scale)
        + module.SimilarityTransform(translation=move)
        + module.SimilarityTransform(rotation=rotation)
        for module in (shim, real)
    )
    np.testing.assert_allclose(made.params, expected.params, atol=1e-9)


def test_a_face_is_aligned_alike() -> None:
    seen = np.array([[210.3, 188.1], [268.9, 190.4], [239.2, 221.8], [216.0, 251.3], [262.7, 252.9]])
    goal = np.array([[38.3, 51.7], [73.5, 51.5], [56.0, 71.7], [41.5, 92.4], [70.7, 92.2]])
    expected = real.SimilarityTransform.from_estimate(seen, goal).params
    np.testing.assert_allclose(shim.SimilarityTransform.from_estimate(seen, goal).params, expected, atol=1e-10)


slimming = load("learnup_slimming", "slimming.py")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", True),
        ("PySide6/Qt/lib/libQt63DRender.so.6", False),
        ("PySide6/Qt/lib/libQt6Quick3DRuntimeRender.so.6", False),
        ("PySide6/Qt/lib/libQt6Charts.so.6", False),
        ("PySide6\\Qt6Graphs.dll", False),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6/Qt/lib/QtCharts.framework/Versions/A/QtCharts", False),
        ("PySide6/Qt/qml/QtQuick/libqtquick2plugin.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/virtualkeyboard/x.so", False),
        ("PySide6/Qt/translations/qtwebengine_locales/ta.pak", True),
        ("PySide6/Qt/translations/qtwebengine_locales/de.pak", False),
        ("cv2/qt/plugins/platforms/libqxcb.so", False),
        ("opencv_python.libs/libQt5Core-9088e21b.so.5.15.19", False),
        ("libxcb-cursor.so.0", False),
        ("libpng16-529cb57a.so.16.58.0", True),
        ("libpng16.so.16", False),
        ("libjpeg.so.62", False),
        ("libmd.so.0", False),
        ("libreadline.so.8", False),
        ("cv2/config.py", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so", True),
        ("libpython3.11.so.1.0", True),
        ("libssl.so.3", True),
        ("learnup_desktop/_translations/learnup_si.qm", True),
    ],
)
def test_what_belongs_into_a_build(path: str, kept: bool) -> None:
    assert slimming.is_wanted(path) is kept


def test_nothing_that_the_program_imports_is_left_out() -> None:
    line = re.compile(r"^\s*(?:from ([\w.]+) import ([\w, ]+)|import ([\w.]+))", re.MULTILINE)
    imported = set()
    for package in ("learnup_desktop", "learnup_platform"):
        for path in (ROOT / package).rglob("*.py"):
            for module, names, plain in line.findall(path.read_text(encoding="utf-8")):
                imported |= {plain or module, *(f"{module}.{name.strip()}" for name in names.split(",") if module)}
    left_out = set(slimming.EXCLUDED_MODULES) - {"boto3", "botocore", "redis"}  # a server's, imported when named
    assert {name for name in imported if any(name == each or name.startswith(f"{each}.") for each in left_out)} == set()

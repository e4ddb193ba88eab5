"""The OpenCV of built programs is the version that is tested, compiled anew only when what it is made of changes."""

import importlib.metadata
import importlib.util
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
specification = importlib.util.spec_from_file_location("learnup_opencv", ROOT / "packaging" / "opencv.py")
assert specification is not None and specification.loader is not None
opencv = importlib.util.module_from_spec(specification)
specification.loader.exec_module(opencv)


def test_it_is_the_version_that_is_tested() -> None:
    assert opencv.version() == importlib.metadata.version("opencv-python")


def test_no_library_comes_in_twice_or_from_the_network() -> None:
    said = opencv.options().split()
    assert {"-DWITH_FFMPEG=OFF", "-DWITH_LAPACK=OFF", "-DWITH_IPP=OFF", "-DWITH_UNIFONT=OFF", "-DBUILD_PNG=ON"} <= set(
        said
    )
    assert len(said) == len({each.partition("=")[0] for each in said})


def test_what_was_compiled_with_the_same_options_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", refused)
    kept = tmp_path / "opencv_python_headless-5.whl"
    kept.write_bytes(b"a wheel")
    (tmp_path / "options.txt").write_text(f"{opencv.version()} {opencv.options()}\n")
    assert opencv.wheel("python", tmp_path) == kept
    (tmp_path / "options.txt").write_text("5.0 -DWITH_FFMPEG=ON\n")
    with pytest.raises(subprocess.CalledProcessError):
        opencv.wheel("python", tmp_path)


def test_the_wheel_does_not_insist_on_stubs_that_only_all_modules_have(tmp_path: Path) -> None:
    setup = tmp_path / "setup.py"
    setup.write_text(
        f"missing = []\nfor relpath_re in ('python/cv2/py.typed', 'python/cv2/typing/.*', 'cv2.so'):\n"
        f"    found = False\n    {opencv._INSISTS}\n        missing.append(relpath_re)\n",
        encoding="utf-8",
    )
    opencv._want_no_stubs(setup)
    found: dict[str, list[str]] = {}
    exec(setup.read_text(encoding="utf-8"), found)
    assert found["missing"] == ["cv2.so"]
    with pytest.raises(ValueError, match="does not ask for stubs"):
        opencv._want_no_stubs(setup)

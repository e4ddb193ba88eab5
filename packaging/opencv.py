"""OpenCV for built programs: compiled from its own source distribution with what the program uses, and no more.

The published wheel is 159 MB on Linux: it is linked against OpenBLAS and FFmpeg and has a network module, whatever is
used of it. What is left here reads cameras and pictures, works on them, follows points, solves poses and finds codes.
What InsightFace wants of the network module is ``learnup_desktop/face/blobs.py``.

Needs a C++ compiler and CMake. The version is that of ``constraints.txt``; the wheel is kept and used again.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "opencv-python-headless"
MODULES = (
    "core", "features", "flann", "geometry", "imgcodecs", "imgproc", "objdetect", "python3", "video", "videoio",
)  # fmt: skip
LEFT_OUT = (
    "1394", "AVIF", "EIGEN", "FFMPEG", "FLATBUFFERS", "GSTREAMER", "IPP", "ITT", "JASPER", "JPEGXL", "LAPACK", "OPENCL",
    "OPENEXR", "OPENJPEG", "PROTOBUF", "TIFF", "UNIFONT", "VA", "VA_INTEL", "WEBP",
)  # fmt: skip
"""Libraries and formats. JPEG and PNG are what pictures may be; IPP and the font would be fetched while compiling."""
ALIKE = ("BUILD_INFO_SKIP_TIMESTAMP", "BUILD_INFO_SKIP_EXTRA_DETAILS", "BUILD_INFO_SKIP_SYSTEM_VERSION")
"""Two builds are to be the same: nothing of when and where."""
WITHIN = ("BUILD_ZLIB", "BUILD_PNG", "BUILD_JPEG")
"""Compiled in, not taken from the machine that builds."""


def version() -> str:
    """The version that is tested, from ``constraints.txt``.

    Raises:
        ValueError: it names none.
    """
    found = re.search(r"^opencv-python==(\S+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("constraints.txt names no opencv-python")
    return found.group(1)


def options() -> str:
    """What CMake is told."""
    said = {"BUILD_LIST": ",".join(MODULES), "ENABLE_PRECOMPILED_HEADERS": "OFF"}
    said |= {f"WITH_{name}": "OFF" for name in LEFT_OUT} | dict.fromkeys((*ALIKE, *WITHIN), "ON")
    return " ".join(f"-D{name}={value}" for name, value in said.items())


def wheel(python: str, folder: Path) -> Path:
    """The wheel, compiled when it is not there yet.

    Args:
        python: the interpreter it is for.
        folder: where source, wheel and a note of the options are kept.

    Raises:
        subprocess.CalledProcessError: it cannot be had or compiled.
    """
    note = folder / "options.txt"
    wanted = f"{version()} {options()}\n"
    kept = sorted(folder.glob("*.whl"))
    if kept and note.is_file() and note.read_text(encoding="utf-8") == wanted:
        return kept[-1]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    exactly = f"{NAME}=={version()}"
    subprocess.run([*pip, "download", "--no-deps", "--no-binary", NAME, "-d", str(folder), exactly], check=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    source = next(path for path in folder.iterdir() if path.is_dir())
    _want_no_stubs(source / "setup.py")
    environment = {**os.environ, "CMAKE_ARGS": options()}
    if sys.platform != "win32":
        where = f"-ffile-prefix-map={source}=opencv"
        environment |= {name: f"{environment.get(name, '')} {where}".strip() for name in ("CFLAGS", "CXXFLAGS")}
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(folder), str(source)], check=True, env=environment)
    shutil.rmtree(source)
    note.write_text(wanted, encoding="utf-8")
    return next(folder.glob("*.whl"))


_INSISTS = """if not found and "gapi" not in relpath_re:"""


def _want_no_stubs(setup: Path) -> None:
    """OpenCV writes type stubs only where all modules are compiled, and its wheel insists on every file of them.

    Raises:
        ValueError: it is another ``setup.py`` than the one known here.
    """
    text = setup.read_text(encoding="utf-8")
    if _INSISTS not in text:
        raise ValueError(f"{setup} does not ask for stubs as {version()} did")
    lenient = _INSISTS.replace(":", """ and "typ" not in relpath_re:""")
    setup.write_text(text.replace(_INSISTS, lenient), encoding="utf-8")

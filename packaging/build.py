"""Build the program for the system this runs on: ``python packaging/build.py --out build/package``.

Makes an environment of its own from ``constraints.txt`` (or takes ``--environment``), runs PyInstaller on the one spec,
strips what was left unstripped, adds notices, bill of materials and the list of files, and prints what each part takes.
The result is ``<out>/program/learnup-desktop`` (``LearnUp.app`` on macOS), ready for the installers beside this file.
"""

import argparse
import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "packaging"))

import icu_data  # noqa: E402 - found by the line before
import notices  # noqa: E402
import opencv  # noqa: E402

WINDOWS, MACOS, LINUX = sys.platform == "win32", sys.platform == "darwin", sys.platform.startswith("linux")
_NOT_STRIPPED = (".libs/", "PySide6/")
"""What its makers have stripped, and what auditwheel has rewritten: stripping that again can break its layout. OpenCV's
published wheel is such a one, known by its folder of libraries; one that was compiled here is not."""


def run(command: list[str], **variables: str) -> None:
    """Run a tool to its end, showing what it says.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    subprocess.run(command, cwd=ROOT, env={**os.environ, **variables}, check=True)


def python_of(environment: Path) -> str:
    """The interpreter of a virtual environment."""
    return str(environment / ("Scripts/python.exe" if WINDOWS else "bin/python"))


def make_environment(environment: Path, own_opencv: Path | None) -> None:
    """An environment with what is shipped and PyInstaller, and with an OpenCV that brings no Qt of its own.

    Args:
        own_opencv: folder in which an OpenCV of ours is compiled; None for the published headless one.
    """
    run([sys.executable, "-m", "venv", "--clear", str(environment)])
    pip = [python_of(environment), "-m", "pip", "install", "--disable-pip-version-check", "-c", "constraints.txt"]
    run([*pip, "hatchling", "editables", "PySide6_Essentials"])
    run([*pip, "--no-build-isolation", ".[platform,packaging]"])
    run([python_of(environment), "-m", "pip", "uninstall", "-y", "opencv-python", "learnup-desktop"])
    published = f"{opencv.NAME}=={opencv.version()}"
    chosen = str(opencv.wheel(python_of(environment), own_opencv)) if own_opencv else published
    run([python_of(environment), "-m", "pip", "install", "--no-deps", chosen])


def commit_time() -> str:
    """Seconds of the commit that is built, so that two builds of it are alike."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return os.environ["SOURCE_DATE_EPOCH"]
    shown = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    return shown.stdout.strip() or "1704067200"


def freeze(out: Path, environment: Path) -> Path:
    """Run PyInstaller; the folder of the program."""
    python = python_of(environment)
    run([python, "hatch_build.py"])
    run([python, "packaging/icons.py", str(out / "icons")])
    run(
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(out / "program"),
         "--workpath", str(out / "work"), "packaging/learnup.spec"],
        LEARNUP_VERSION=notices.own_version(),
        LEARNUP_ICONS=str(out / "icons"),
        SOURCE_DATE_EPOCH=commit_time(),
        PYTHONHASHSEED="0",
    )  # fmt: skip
    return out / "program" / "learnup-desktop"


def strip_symbols(program: Path) -> int:
    """Linux: take debug symbols out of what brought them; the bytes saved."""
    saved = 0
    published = any(program.glob("*/opencv_python_headless.libs"))
    left_alone = (*_NOT_STRIPPED, "cv2/") if published else _NOT_STRIPPED
    for path in sorted(program.rglob("*")):
        relative = path.relative_to(program).as_posix()
        if path.is_symlink() or not path.is_file() or any(part in relative for part in left_alone):
            continue
        with path.open("rb") as file:
            if file.read(4) != b"\x7fELF" or path.parent == program:
                continue  # the executable carries an archive behind its code
        before = path.stat().st_size
        subprocess.run(["strip", "--strip-unneeded", str(path)], check=True, stderr=subprocess.DEVNULL)
        saved += before - path.stat().st_size
    return saved


def reduce_icu(program: Path) -> int:
    """Linux: leave out of Qt's ICU what nothing here asks for; the bytes saved."""
    libraries = (program / "_internal" / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")
    return sum(icu_data.reduce_library(path) for path in libraries if not path.is_symlink())


def inside(program: Path) -> Path:
    """Where a program's data lie: beside the executable, or in the bundle that macOS is given."""
    bundle = program.parent / "LearnUp.app"
    return bundle / "Contents" / "Resources" if MACOS and bundle.is_dir() else program / "_internal"


def modules_in(out: Path, program: Path) -> set[str]:
    """Top-level modules that came into the build: its archive's and its folders'."""
    archive = ast.literal_eval((out / "work" / "learnup" / "PYZ-00.toc").read_text(encoding="utf-8"))
    names = {entry[0].split(".")[0] for part in archive if isinstance(part, list) for entry in part}
    return names | {path.name.split(".")[0] for path in (program / "_internal").iterdir()} | {"PyInstaller"}


def file_list(program: Path) -> list[dict[str, object]]:
    """Every file with its hash, for the self-repair of updates and for comparing builds; links with their target."""
    listed: list[dict[str, object]] = []
    for path in sorted(program.rglob("*")):
        name = path.relative_to(program).as_posix()
        if path.is_symlink():
            listed.append({"path": name, "link": str(path.readlink())})
        elif path.is_file():
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            size, executable = path.stat().st_size, os.access(path, os.X_OK) and not WINDOWS
            listed.append({"path": name, "sha256": digest, "size": size} | ({"executable": True} if executable else {}))
    return listed


def main() -> int:
    """Build; 0 when done."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "package")
    parser.add_argument("--environment", type=Path, help="an environment that has everything; else one is made")
    parser.add_argument(
        "--own-opencv", action="store_true", help="compile OpenCV with what is used alone (needs a compiler)"
    )
    asked = parser.parse_args()
    out = asked.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    environment = asked.environment.absolute() if asked.environment else out / "environment"
    if asked.environment is None:
        make_environment(environment, out / "opencv" if asked.own_opencv else None)
    shutil.rmtree(out / "program", ignore_errors=True)
    program = freeze(out, environment)
    if LINUX:
        print(f"stripped: {strip_symbols(program) / 1e6:.1f} MB", flush=True)
        print(f"of ICU's data: {reduce_icu(program) / 1e6:.1f} MB", flush=True)
    shipped = out / "notices"
    names = sorted(modules_in(out, program))
    run([python_of(environment), "packaging/notices.py", str(shipped), "--modules", ",".join(names)])
    shutil.copytree(shipped, inside(program) / "learnup_desktop" / "_resources" / "notices", dirs_exist_ok=True)
    files = json.dumps({"version": notices.own_version(), "files": file_list(program)}, indent=1)
    (program / "learnup-files.json").write_text(files + "\n", encoding="utf-8")
    # What each part takes is told; a missed budget is the bench's verdict and no reason to have no program.
    subprocess.run([sys.executable, "-m", "tests.bench", "size", "--program", str(program)], cwd=ROOT, check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())

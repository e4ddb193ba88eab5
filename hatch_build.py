"""Build hook: compiles forms and translations, and puts fonts, icons and style into the wheel.

Qt Designer forms (``ui/forms/*.ui``) and translations (``ui/translations/*.ts``) are sources; what Qt's own tools make
of them is not committed. Hatchling calls this at every wheel and editable install, and ``python hatch_build.py`` does
the same in a checkout without reinstalling (``run.py`` calls it so). Only what is older than its source is compiled
again.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FORMS_PACKAGE = '"""Compiled from ui/forms by hatch_build.py; not committed, not to be edited."""\n'
WINDOWS = sys.platform == "win32"


class CompileError(RuntimeError):
    """One of Qt's tools is missing or refused a source file; the message says which and why."""


def qt_tool(name: str) -> Path:
    """Path of ``uic`` or ``lrelease`` inside the installed PySide6.

    Raises:
        CompileError: PySide6 is not installed here, or this build of it has no such tool.
    """
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise CompileError("PySide6 is not installed in this environment, so forms and translations cannot be compiled")
    package = Path(next(iter(spec.submodule_search_locations)))
    file_name = f"{name}.exe" if WINDOWS else name
    for folder in (package, package / "Qt" / "libexec"):
        if (folder / file_name).is_file():
            return folder / file_name
    raise CompileError(f"this PySide6 has no {name}: install PySide6_Essentials")


def run_tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools.

    Raises:
        CompileError: with what the tool printed.
    """
    try:
        result = subprocess.run(
            [qt_tool(name), *arguments], capture_output=True, text=True, encoding="utf-8", errors="replace", timeout=120
        )
    except OSError as error:
        raise CompileError(f"{name} could not be started: {error}") from error
    if result.returncode != 0:
        output = (result.stderr or result.stdout).strip()
        raise CompileError(f"{name} failed ({' '.join(arguments)}): {output or f'exit code {result.returncode}'}")


def compile_form(source: Path, target: Path) -> None:
    """Turn one Designer form into a Python module."""
    run_tool("uic", "--generator", "python", "--rc-prefix", "--output", str(target), str(source))


def compile_translation(source: Path, target: Path) -> None:
    """Turn one translation source into Qt's binary catalogue."""
    run_tool("lrelease", "-silent", str(source), "-qm", str(target))


def compile_all(root: Path, *, force: bool = False) -> list[Path]:
    """Compile every form and translation of the checkout ``root`` that is older than its source.

    Compiled files whose source has gone are removed, so that a deleted form cannot linger in a wheel.

    Returns:
        The files written.

    Raises:
        CompileError: a tool is missing or a source is broken; nothing half-written stays.
    """
    package = root / "learnup_desktop"
    forms, translations = package / "_forms", package / "_translations"
    jobs: list[tuple[Path, Path, Callable[[Path, Path], None]]] = []
    jobs += [
        (source, forms / f"ui_{source.stem}.py", compile_form) for source in sorted((root / "ui/forms").glob("*.ui"))
    ]
    jobs += [
        (source, translations / f"{source.stem}.qm", compile_translation)
        for source in sorted((root / "ui/translations").glob("*.ts"))
    ]
    forms.mkdir(parents=True, exist_ok=True)
    translations.mkdir(parents=True, exist_ok=True)
    marker = forms / "__init__.py"
    if not marker.exists():
        marker.write_text(FORMS_PACKAGE, encoding="utf-8")
    wanted = {target for _, target, _ in jobs} | {marker}
    for leftover in [*forms.glob("*.py"), *translations.glob("*.qm")]:
        if leftover not in wanted:
            leftover.unlink(missing_ok=True)
    written = []
    for source, target, compile_one in jobs:
        if not force and target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        unfinished = target.with_name(f"{target.name}.{os.getpid()}.part")
        try:
            compile_one(source, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
        written.append(target)
    return written


class LearnUpBuildHook(BuildHookInterface[BuilderConfig]):
    """Hatchling's ``custom`` hook."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, then (for a wheel, not for an editable install) include resources and style under the package."""
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        compile_all(root)
        if version == "editable":
            return
        for source, target in (("resources", "_resources"), ("ui/style", "_style")):
            if (root / source).is_dir():
                build_data["force_include"][str(root / source)] = f"learnup_desktop/{target}"


def main() -> int:
    """``python hatch_build.py [--force]``: compile in this checkout and say what was written."""
    parser = argparse.ArgumentParser(description="Compile ui/forms and ui/translations.")
    parser.add_argument("--force", action="store_true", help="compile even what is up to date")
    arguments = parser.parse_args()
    root = Path(__file__).resolve().parent
    try:
        written = compile_all(root, force=arguments.force)
    except CompileError as error:
        print(error, file=sys.stderr)
        return 1
    for target in written:
        print(target.relative_to(root).as_posix())
    return 0


if __name__ == "__main__":
    sys.exit(main())

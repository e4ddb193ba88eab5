"""Rules of the house that no tool checks: what a grep or a look at the syntax tree can hold us to."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_MODULE, LONGEST_FUNCTION = 500, 60
PACKAGES = ("learnup_desktop", "learnup_platform", "tests")
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".cfg",
    ".ini",
    ".qss",
    ".ui",
    ".ts",
    ".yml",
    ".yaml",
    ".json",
    ".html",
    "",
}
# Written in pieces, so that this file does not find itself.
REGISTRY_HOSTS = re.compile(
    r"\b(?:py" r"pi\.org|pythonhosted\." r"org|registry\.npm" r"js\.org|conda\.ana" r"conda\.org)", re.IGNORECASE
)
MACHINE_PATH = re.compile(
    r"""(?:^|[\s"'`(=:])(/(?:ro""" r"""ot|wo""" r"""rk|home/\w+|Us""" r"""ers/\w+)/|[A-Z]:\\Us""" r"""ers\\)"""
)
STYLE_CALL = "setStyleSheet("
HEX_COLOUR = re.compile(r"""["']#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']""")


@cache
def tracked_files() -> tuple[Path, ...]:
    """What git knows or would add; outside a repository (an unpacked sdist) everything but hidden folders."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listing.returncode == 0:
        paths = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        paths = [path for path in ROOT.rglob("*") if not any(part.startswith(".") for part in path.parts)]
    return tuple(path for path in paths if path.is_file())


def modules(*packages: str) -> Iterator[tuple[Path, str]]:
    """Our Python files of some packages, compiled forms apart."""
    for path in tracked_files():
        relative = path.relative_to(ROOT)
        if path.suffix == ".py" and relative.parts[0] in packages and "_forms" not in relative.parts:
            yield relative, path.read_text(encoding="utf-8")


def lines_with(pattern: re.Pattern[str] | str, files: Iterator[tuple[Path, str]]) -> list[str]:
    """``path:line: text`` of every line that holds the pattern."""
    search = re.compile(re.escape(pattern)) if isinstance(pattern, str) else pattern
    return [
        f"{path}:{number}: {line.strip()}"
        for path, text in files
        for number, line in enumerate(text.splitlines(), 1)
        if search.search(line)
    ]


def test_no_nested_event_loop() -> None:
    """``exec`` on a dialog or menu starves asyncio; dialogs are awaited."""
    assert lines_with(".exec(", modules("learnup_desktop")) == []


def test_looks_are_set_in_one_place() -> None:
    elsewhere = [
        (path, text) for path, text in modules("learnup_desktop") if path.as_posix() != "learnup_desktop/qt/theme.py"
    ]
    assert lines_with(STYLE_CALL, iter(elsewhere)) == []
    assert lines_with(HEX_COLOUR, iter(elsewhere)) == []


def test_modules_are_short_and_say_why_they_exist() -> None:
    faults = []
    for path, text in [*modules(*PACKAGES), (Path("run.py"), (ROOT / "run.py").read_text(encoding="utf-8"))]:
        length = len(text.splitlines())
        if length > LONGEST_MODULE:
            faults.append(f"{path}: {length} lines")
        if text.strip() and not ast.get_docstring(ast.parse(text)):
            faults.append(f"{path}: no docstring")
    assert faults == []


def test_functions_are_short() -> None:
    faults = []
    for path, text in modules(*PACKAGES):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
                length = node.end_lineno - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    faults.append(f"{path}:{node.lineno}: {node.name} has {length} lines")
    assert faults == []


def imported_roots(text: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import, those inside functions too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module


def test_features_see_qt_only_in_pages_and_their_widgets() -> None:
    """Narrower than import-linter can say: services stay free of Qt, file by file."""
    faults = []
    for path, text in modules("learnup_desktop"):
        parts = path.parts
        if len(parts) < 3 or parts[1] != "features":
            continue
        if re.search(r"(?:_page|_pages|_widgets|_widget|_dialog|routes)\.py$", path.name):
            continue
        faults += [f"{path}:{line}: {name}" for line, name in imported_roots(text) if name.split(".")[0] == "PySide6"]
    assert faults == []


def test_web_engine_stays_in_the_meetings_process() -> None:
    """import-linter knows PySide6 as one; a client that has loaded Chromium once keeps its 70 MB for good."""
    web = re.compile(r"PySide6\.QtWeb(?:Engine|Channel)")
    faults = []
    for path, text in modules("learnup_desktop"):
        if path.parts[1] == "meeting" or path.name in ("doctor.py", "selftest_parts.py"):
            continue
        faults += [f"{path}:{line}: {name}" for line, name in imported_roots(text) if web.match(name)]
    assert faults == []


def test_services_and_rules_do_not_catch_everything() -> None:
    """ruff's BLE finds ``except Exception``; where it is silenced, the line must say why."""
    silenced = re.compile(r"#\s*noqa:\s*BLE001\s*$")
    ignored = re.compile(r"#\s*type:\s*ignore(?:\[[^\]]*\])?\s*$")
    files = list(modules("learnup_desktop", "learnup_platform"))
    assert lines_with(silenced, iter(files)) == []
    assert lines_with(ignored, iter(files)) == []


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, MACHINE_PATH], ids=["package registry", "path of one machine"])
def test_nothing_of_one_machine_is_written_down(pattern: re.Pattern[str]) -> None:
    texts = [
        (path.relative_to(ROOT), path.read_text(encoding="utf-8", errors="replace"))
        for path in tracked_files()
        if path.suffix in TEXT_SUFFIXES and path.stat().st_size < 1_000_000
    ]
    assert lines_with(pattern, iter(texts)) == []


def test_constraints_are_names_and_versions() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert len(pins) > 50
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.!+-]+", line)] == []

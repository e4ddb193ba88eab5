"""What PySide6 compiles at its import is compiled once; whatever is wrong with what was kept, it is compiled anew."""

import builtins
import subprocess
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.app.kept_bytecode import compiled_once, read

SOURCE = b"answer = 6 * 7\n"


def compiled(file: Path, source: bytes = SOURCE, name: str = "support.py") -> object:
    with compiled_once(file):
        return builtins.compile(source, name, "exec")


def answer(code: object) -> object:
    names: dict[str, object] = {}
    exec(code, names)  # type: ignore[arg-type]
    return names["answer"]


def test_the_second_time_it_is_taken_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cache" / "bytecode"
    assert answer(compiled(file)) == 42
    asked: list[object] = []
    real = builtins.compile

    def noted(*given: Any) -> object:
        asked.append(given[1])
        return real(*given)

    monkeypatch.setattr(builtins, "compile", noted)
    written = file.stat().st_mtime_ns
    assert answer(compiled(file)) == 42 and asked == []
    assert file.stat().st_mtime_ns == written, "nothing new, nothing written"
    assert answer(compiled(file, b"answer = 43\n")) == 43, "a new version of it has another source"
    assert asked == ["support.py"] and len(read(file)) == 1, "what is no longer used is not kept"


@pytest.mark.parametrize("damage", ["empty", "torn", "turned", "gone", "no folder"])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "cache" / "bytecode"
    compiled(file)
    content = file.read_bytes()
    match damage:
        case "empty":
            file.write_bytes(b"")
        case "torn":
            file.write_bytes(content[:-3])
        case "turned":
            file.write_bytes(content[:-5] + bytes([content[-5] ^ 1]) + content[-4:])
        case "gone":
            file.unlink()
        case "no folder":
            file = tmp_path / "cache" / "bytecode" / "deeper"
    assert read(file) == {}
    assert answer(compiled(file)) == 42
    assert damage == "no folder" or len(read(file)) == 1


def test_other_ways_of_compiling_are_left_alone(tmp_path: Path) -> None:
    real = builtins.compile
    with compiled_once(tmp_path / "bytecode"):
        assert eval(builtins.compile("6 * 7", "text", "eval")) == 42
        with pytest.raises(SyntaxError):
            builtins.compile(b"answer =", "wrong", "exec")
    assert builtins.compile is real
    assert not (tmp_path / "bytecode").exists()


def test_pyside_takes_its_modules_from_it(python: str, home: Path) -> None:
    """Fails when a new PySide6 no longer compiles them at its import: then this can go."""
    script = (
        "import builtins\n"
        "real, count = builtins.compile, []\n"
        "builtins.compile = lambda *given, **more: count.append(given[1]) or real(*given, **more)\n"
        "import learnup_desktop.app.unwatched_imports\n"
        "from PySide6.QtCore import QObject\n"
        "print(len([name for name in count if 'shibokensupport' in str(name)]))\n"
    )
    counts = []
    for _ in range(2):
        result = subprocess.run([python, "-c", script], capture_output=True, text=True, timeout=60)
        assert result.returncode == 0, result.stderr
        counts.append(int(result.stdout))
    assert counts[0] > 5 and counts[1] == 0, counts

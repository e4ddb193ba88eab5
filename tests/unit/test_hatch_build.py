"""The build hook: what is compiled, when, and that a wheel carries all of it."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from hatch_build import CompileError, compile_all

ROOT = Path(__file__).resolve().parents[2]
FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Greeting</class><widget class="QWidget" name="Greeting"><layout class="QVBoxLayout">
<item><widget class="QLabel" name="label"><property name="text"><string>Good morning</string></property></widget></item>
</layout></widget></ui>
"""
TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="si"><context><name>Greeting</name><message><source>Good morning</source>
<translation>සුබ උදෑසනක්</translation></message></context></TS>
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small checkout that can be built: package, one form, one translation, a resource and a style."""
    for folder in ("ui/forms", "ui/translations", "ui/style", "resources/icons", "learnup_desktop", "learnup_platform"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "ui/forms/greeting.ui").write_text(FORM, encoding="utf-8")
    (tmp_path / "ui/translations/learnup_si.ts").write_text(TRANSLATION, encoding="utf-8")
    (tmp_path / "ui/style/tokens.toml").write_text("")
    (tmp_path / "resources/icons/learnup.svg").write_text("<svg/>")
    for package in ("learnup_desktop", "learnup_platform"):
        (tmp_path / package / "__init__.py").write_text('"""Here."""\n')
    for name in ("pyproject.toml", "hatch_build.py", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "README.md").write_text("# LearnUp\n")
    return tmp_path


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_only_what_is_older_than_its_source_is_compiled(sources: Path) -> None:
    assert names(compile_all(sources)) == ["ui_greeting.py", "learnup_si.qm"]
    assert compile_all(sources) == []
    later = (sources / "learnup_desktop/_forms/ui_greeting.py").stat().st_mtime + 5
    os.utime(sources / "ui/forms/greeting.ui", (later, later))
    assert names(compile_all(sources)) == ["ui_greeting.py"]
    assert len(compile_all(sources, force=True)) == 2


def test_compiled_leftovers_go_with_their_source(sources: Path) -> None:
    compile_all(sources)
    (sources / "ui/forms/greeting.ui").unlink()
    compile_all(sources)
    assert names(sorted((sources / "learnup_desktop/_forms").iterdir())) == ["__init__.py"]


def test_a_broken_form_is_named_and_leaves_nothing(sources: Path) -> None:
    (sources / "ui/forms/broken.ui").write_text("<ui version=")
    with pytest.raises(CompileError, match=r"broken\.ui"):
        compile_all(sources)
    assert not list((sources / "learnup_desktop").rglob("*broken*"))


def test_a_compiled_translation_translates(sources: Path, qapp: object) -> None:
    from PySide6.QtCore import QTranslator

    compile_all(sources)
    translator = QTranslator()
    assert translator.load(str(sources / "learnup_desktop/_translations/learnup_si.qm"))
    assert translator.translate("Greeting", "Good morning") == "සුබ උදෑසනක්"


def test_a_wheel_carries_forms_translations_resources_and_style(sources: Path, python: str) -> None:
    build = [python, "-m", "hatchling", "build", "--target", "wheel", "--directory", "dist"]
    done = subprocess.run(build, cwd=sources, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = (sources / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    assert {
        "learnup_desktop/_forms/__init__.py",
        "learnup_desktop/_forms/ui_greeting.py",
        "learnup_desktop/_translations/learnup_si.qm",
        "learnup_desktop/_resources/icons/learnup.svg",
        "learnup_desktop/_style/tokens.toml",
        "learnup_platform/__init__.py",
    } <= carried
    assert not [name for name in carried if name.startswith(("tests/", "run.py"))]

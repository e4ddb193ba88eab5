"""Papers as teachers write them: what is read, and every complaint with its line."""

import contextlib
import json
import re
import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from learnup_desktop.contract.marking import BlanksKey, ChoiceKey, MatchingKey, NumericKey, OrderingKey, PartsKey
from learnup_desktop.contract.questions import MatchingQuestion, NumericQuestion, OrderingQuestion, StructuredQuestion
from learnup_desktop.domain.question_order import asked_of_each
from learnup_platform.authoring.reader import WrittenPaper, read_paper
from learnup_platform.cli import main
from learnup_platform.demo.exam_practice import FOLDER, practice_paper

HEAD = 'format = 1\ntitle = "Test"\n'
QUESTION = '[[question]]\nid = "q"\nkind = "true_false"\nmarks = 1\nright = true\ntext = "So?"\n'


def write(folder: Path, text: str) -> Path:
    file = folder / "paper.toml"
    file.write_text(text, encoding="utf-8")
    return file


def faults_of(folder: Path, text: str) -> list[str]:
    written, faults = read_paper(write(folder, text))
    assert (written is None) == bool(faults)
    return [str(fault) for fault in faults]


def read(folder: Path, text: str) -> WrittenPaper:
    written, faults = read_paper(write(folder, text))
    assert written is not None, faults
    return written


def test_the_practice_paper_has_every_kind_in_three_languages() -> None:
    written = practice_paper()
    kinds = {question.kind for question in written.questions}
    assert len(kinds) == 11
    assert written.languages == ("en", "si", "ta")
    assert asked_of_each(written.paper("e")) == (13, 49)
    assert set(written.scheme.keys) == {question.id for question in written.questions}


def test_the_key_never_gets_into_the_paper() -> None:
    wire = json.dumps(practice_paper().paper("e").to_wire(), ensure_ascii=False)
    for secret in ("accepted", 'right"', "Lenz", "tolerance", "guidance", "2700"):
        assert secret not in wire


def test_ids_say_nothing_of_the_right_order_or_the_right_partner() -> None:
    written = practice_paper()
    by_id = {question.id: question for question in written.questions}
    ordering, key = by_id["spectrum"], written.scheme.keys["spectrum"]
    assert isinstance(ordering, OrderingQuestion) and isinstance(key, OrderingKey)
    assert [item.id for item in ordering.items] == sorted(key.order)
    assert next(item.text.en for item in ordering.items if item.id == key.order[0]) == "Radio waves"
    matching, pairs = by_id["instruments"], written.scheme.keys["instruments"]
    assert isinstance(matching, MatchingQuestion) and isinstance(pairs, MatchingKey)
    partner = {choice.id: choice.text.en for choice in matching.choices}
    assert [partner[pairs.matches[item.id]] for item in matching.items][1] == "Pressure of the air"
    assert len(matching.choices) == 5


def test_keys_are_what_was_written() -> None:
    keys = practice_paper().scheme.keys
    density, circuit, gaps = keys["density"], keys["circuit"], keys["photosynthesis"]
    assert isinstance(density, NumericKey)
    assert (density.value, density.relative, density.units[1].factor) == (Decimal(2700), Decimal("0.02"), Decimal(1000))
    assert isinstance(circuit, PartsKey) and list(circuit.parts) == ["a", "b", "c"]
    assert isinstance(gaps, BlanksKey) and isinstance(gaps.blanks["energy"], ChoiceKey)


def test_marks_of_parts_add_up(tmp_path: Path) -> None:
    part = '[[question.part]]\nkind = "numeric"\nmarks = 2\nvalue = "1"\ntext = "?"\n'
    text = HEAD + '[[question]]\nid = "s"\nkind = "structured"\ntext = "?"\n' + part + part
    whole = read(tmp_path, text).questions[0]
    assert isinstance(whole, StructuredQuestion)
    assert (whole.marks, [part.id for part in whole.parts]) == (4, ["a", "b"])
    assert isinstance(whole.parts[0], NumericQuestion)
    assert faults_of(tmp_path, text.replace('id = "s"\n', 'id = "s"\nmarks = 5\n')) == [
        "line 5: s: marks: the parts have 4"
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title = 3 3", r"line 1: cannot be read: .*"),
        (QUESTION, r"line 1: format: format: write: format = 1|line 1: format: write: format = 1"),
        (HEAD, r"line 1: the paper has no questions"),
        (HEAD + QUESTION.replace("right = true\n", ""), r"line 3: q: right: is true or false"),
        (HEAD + QUESTION.replace("marks = 1", "marks = -1"), r"line 6: q: marks: is a whole number"),
        (HEAD + QUESTION.replace("true_false", "truefalse"), r"line 5: q: kind: is one of blanks, .*structured.*"),
        (HEAD + QUESTION + "shufle = true\n", r"line 9: q: shufle: no field of this kind; is it spelt right\?"),
        (HEAD + QUESTION + QUESTION, r"line 3: q: the id is used 2 times \(question\)"),
        (HEAD + QUESTION + 'section = "B"\n[[section]]\nid = "A"\ntitle = "A"\n', r"line 3: q: the paper has no .*'B'"),
        (HEAD + QUESTION + 'images = ["x.png"]\n', r"line 3: q: there is no images/x\.png"),
        (HEAD + QUESTION + 'images = ["../x.png"]\n', r"line 3: q: '\.\./x\.png': a picture's name .*"),
        (HEAD + QUESTION + 'pool = "p"\n', r"line 3: q: a pool belongs to a section; the paper has none"),
        (
            HEAD.replace('"Test"', '{ en = "Test", si = "පරීක්ෂණය" }') + QUESTION.replace('"So?"', '{ en = "So?" }'),
            r"line 8: q: text: is not written in si",
        ),
        (
            HEAD + '[[question]]\nid = "c"\nkind = "single"\nmarks = 1\ntext = "?"\nchoices = ["one", "two"]\n',
            r"line 8: c: choices: exactly one is right = true, not 0",
        ),
        (
            HEAD + '[[question]]\nid = "n"\nkind = "numeric"\nmarks = 1\ntext = "?"\nvalue = "12 m"\n',
            r"line 8: n: value: is one number.*",
        ),
        (
            HEAD + '[[question]]\nid = "n"\nkind = "numeric"\nmarks = 1\ntext = "?"\nvalue = "12"\nask_unit = true\n',
            r"line 3: n: units: where the unit is asked for, list what is accepted",
        ),
        (
            HEAD
            + '[[question]]\nid = "b"\nkind = "blanks"\nmarks = 1\ntext = "?"\npassage = "a [[x]] b"\n'
            + '[[question.blank]]\nid = "y"\naccepted = ["1"]\n',
            r"line 3: b: passage \(en\): \[\[[xy]\]\].*",
        ),
        (
            HEAD + '[[section]]\nid = "A"\ntitle = "A"\ndraw = { p = 2 }\n' + QUESTION + 'section = "A"\npool = "p"\n',
            r"line 3: section A: draws 2 of pool 'p', which has 1",
        ),
    ],
)
def test_every_complaint_has_its_line_and_question(tmp_path: Path, text: str, complaint: str) -> None:
    found = faults_of(tmp_path, text)
    assert any(re.fullmatch(complaint, fault) for fault in found), found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    wrong = QUESTION.replace("right = true\n", "")
    found = faults_of(tmp_path, HEAD + wrong + wrong.replace('"q"', '"r"'))
    assert found == ["line 3: q: right: is true or false", "line 8: r: right: is true or false"]


def test_files_that_are_no_papers(tmp_path: Path) -> None:
    written, faults = read_paper(tmp_path / "nowhere")
    assert written is None and "No such file" in str(faults[0])
    (tmp_path / "paper.toml").write_bytes(b"title = '\xff'")
    assert "UTF-8" in str(read_paper(tmp_path)[1][0])


def test_the_command_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["papers", "check", str(FOLDER)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["questions"], told["asked"], told["marks"]) == (14, 13, 49)
    assert main(["papers", "check", str(write(tmp_path, HEAD))]) == 1
    assert "line 1: the paper has no questions" in capsys.readouterr().err


def test_the_command_imports_into_a_platform(
    seeded_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    from learnup_platform.demo.school import demo_id

    data = tmp_path / "data"
    shutil.copytree(seeded_data, data)
    arguments = ["papers", "import", str(FOLDER), "--data", str(data), "--opens", "2030-01-01T09:00:00+05:30"]
    assert main([*arguments, "--class", demo_id("class", "physics-13-english")]) == 0
    assert json.loads(capsys.readouterr().out)["examId"]
    assert main([*arguments, "--class", "nowhere"]) == 2
    assert "no class nowhere" in capsys.readouterr().err
    policy = tmp_path / "policy.json"
    policy.write_text('{"challengeAfterSuspicion": true, "rules": {"looking_away": {"enabled": false}}}')
    physics = ["--class", demo_id("class", "physics-13-english")]
    assert main([*arguments, *physics, "--policy", str(policy)]) == 0
    exam_id = json.loads(capsys.readouterr().out)["examId"]
    with contextlib.closing(sqlite3.connect(data / "platform.db")) as database:
        (stored,) = database.execute("select policy from exams where id = ?", [exam_id]).fetchone()
    stored = json.loads(stored)
    assert stored["challengeAfterSuspicion"] is True and stored["rules"]["looking_away"]["enabled"] is False
    policy.write_text('{"challengeAfterSuspision": true}')
    assert main([*arguments, *physics, "--policy", str(policy)]) == 1
    assert "challengeAfterSuspision: there is no such field" in capsys.readouterr().err

"""The commands, as people and scripts use them."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from learnup_desktop.base.errors import DamagedFileError, OfflineError
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.face.installer import Body
from learnup_desktop.face.models import read_record
from learnup_desktop.proctoring.commands import read_policy
from learnup_desktop.proctoring.models_command import EXIT_FAULT, models_main


def test_without_a_way_to_download_the_other_way_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert models_main(["install"], root=tmp_path) == EXIT_FAULT
    assert "--from" in capsys.readouterr().err


def test_an_unknown_pack_names_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert models_main(["install", "--pack", "no-such"], root=tmp_path) == 2
    assert "buffalo_sc" in capsys.readouterr().err


@pytest.mark.models
def test_a_folder_is_installed_listed_and_removed(
    face_assets: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert models_main(["install", "--from", str(face_assets)], root=tmp_path) == 0
    told = capsys.readouterr()
    # The detector is InsightFace's own file: its terms are shown, and that they were stands in the record.
    assert "non-commercial" in told.err
    assert len(read_record(tmp_path).licences) == 1
    assert models_main(["list"], root=tmp_path) == 0
    listed = {line["task"]: line for line in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {task: line["custom"] for task, line in listed.items()} == {
        "detection": False,
        "recognition": True,
        "liveness": True,
    }
    assert models_main(["remove"], root=tmp_path) == 0
    models_main(["list"], root=tmp_path)
    assert capsys.readouterr().out == ""


def test_a_policy_is_read_or_refused_in_words(tmp_path: Path) -> None:
    assert read_policy(None) == ProctoringPolicy()
    path = tmp_path / "policy.json"
    path.write_text(json.dumps({"identityThreshold": 0.5, "exceptions": ["looking_away"], "unknown": 1}))
    assert read_policy(path).identity_threshold == 0.5
    for broken in ("{", "[]", '{"identityThreshold": 7}', '{"rules": {"no_face": {"minimumSeconds": 1}}}'):
        path.write_text(broken)
        with pytest.raises(DamagedFileError):
            read_policy(path)


@pytest.mark.parametrize(
    ("answer", "terminal", "taken"), [("yes\n", True, True), ("no\n", True, False), ("", False, False)]
)
def test_terms_are_accepted_by_a_word_at_a_terminal(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    terminal: bool,
    taken: bool,
) -> None:
    asked: list[str] = []

    @contextmanager
    def no_network(url: str, offset: int) -> Iterator[Body]:
        asked.append(url)
        raise OfflineError(url)
        yield

    typed = io.StringIO(answer)
    monkeypatch.setattr(typed, "isatty", lambda: terminal, raising=False)
    monkeypatch.setattr(sys, "stdin", typed)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal, raising=False)
    assert models_main(["install"], no_network, tmp_path) == EXIT_FAULT
    told = capsys.readouterr().err
    assert "non-commercial research purposes only" in told
    assert bool(asked) is taken
    lines = read_record(tmp_path).licences
    assert [line.accepted_by for line in lines] == (["command line"] if taken else [])
    assert ("--accept-licence" in told) is not taken


def test_the_status_is_one_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert models_main(["status"], root=tmp_path) == 0
    status = json.loads(capsys.readouterr().out)
    assert status["kind"] == "status" and status["missing"] == ["detection", "recognition", "liveness"]
    assert status["licences"][0]["acceptedBy"] == "" and len(status["licences"][0]["sha256"]) == 64

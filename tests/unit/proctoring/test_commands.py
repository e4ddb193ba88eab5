"""The commands, as people and scripts use them."""

import json
from pathlib import Path

import pytest

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.face.models import read_record
from learnup_desktop.proctoring.commands import EXIT_FAULT, models_main, read_policy


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

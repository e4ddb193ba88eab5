"""The school's word for a whole computer: obeyed when understood, updates off when not."""

from pathlib import Path

import pytest

from learnup_desktop.base import settings
from learnup_desktop.base.machine import MachinePolicy, machine_file, read_machine_policy
from learnup_desktop.base.settings import Settings
from learnup_desktop.domain.updates import UpdatePolicy
from learnup_desktop.updates.updater import policy_of, shipped_source


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_machine_policy(tmp_path / "none.toml") == MachinePolicy()


def test_what_it_says_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "machine.toml"
    path.write_text('[updates]\nenabled = true\nchannel = "preview"\nversion = "1.4"\nmirror = "https://m.example"\n')
    monkeypatch.setenv("LEARNUP_MACHINE_FILE", str(path))
    assert machine_file() == path
    assert read_machine_policy() == MachinePolicy(True, "preview", "1.4", "https://m.example")


@pytest.mark.parametrize(
    "text",
    ["[updates", "updates = 1", "[updates]\nenabled = 'no'", "[updates]\nchannel = 'beta'", "[updates]\nverion = '1'",
     "[updates]\nversion = 1.4"],
)  # fmt: skip
def test_what_is_not_understood_switches_updates_off_and_says_why(tmp_path: Path, text: str) -> None:
    path = tmp_path / "machine.toml"
    path.write_text(text)
    policy = read_machine_policy(path)
    assert policy.updates_enabled is False
    assert str(path) in policy.damaged


def test_the_schools_word_goes_over_the_persons(tmp_path: Path) -> None:
    store = Settings(tmp_path / "settings.json")
    assert policy_of(store, MachinePolicy()) == UpdatePolicy()
    store.set(settings.UPDATES, False)
    store.set(settings.UPDATE_CHANNEL, "preview")
    assert policy_of(store, MachinePolicy()) == UpdatePolicy(enabled=False, channel="preview")
    school = MachinePolicy(updates_enabled=True, channel="stable", pinned="1.4")
    assert policy_of(store, school) == UpdatePolicy(True, "stable", "1.4", "school")
    assert policy_of(None, MachinePolicy()) == UpdatePolicy()


def test_a_mirror_takes_the_place_of_the_address(tmp_path: Path) -> None:
    assert shipped_source(MachinePolicy(), tmp_path) is None
    (tmp_path / "root.json").write_bytes(b"{}")
    (tmp_path / "updates.toml").write_text('address = "https://updates.example"')
    own, mirrored = (
        shipped_source(policy, tmp_path) for policy in (MachinePolicy(), MachinePolicy(mirror="https://m"))
    )
    assert own is not None and own.address == "https://updates.example"
    assert mirrored is not None and mirrored.address == "https://m"

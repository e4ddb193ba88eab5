"""The settings file: what is set comes back, and nothing is lost because something could not be read."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.settings import (
    LANGUAGE,
    REGISTRY,
    SERVER_ADDRESS,
    START_WITH_LAST_ACCOUNT,
    THEME,
    ZOOM_PERCENT,
    AnySetting,
    Setting,
    Settings,
)


def values_of(setting: AnySetting) -> st.SearchStrategy[Any]:
    if setting.choices:
        return st.sampled_from(setting.choices)
    if setting.type is bool:
        return st.booleans()
    if setting.type is int:
        return st.integers(setting.minimum, setting.maximum)
    return st.text()


ANY_CHANGE = st.sampled_from(REGISTRY).flatmap(lambda setting: st.tuples(st.just(setting), values_of(setting)))


@given(changes=st.lists(ANY_CHANGE, max_size=8))
def test_what_is_set_comes_back(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[Setting[Any], Any]]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    store = Settings(path)
    expected = {setting.key: setting.default for setting in REGISTRY}
    for setting, value in changes:
        store.set(setting, value)
        expected[setting.key] = value
    again = Settings(path)
    assert {setting.key: again.get(setting) for setting in REGISTRY} == expected
    assert again.damaged is None
    assert again.invalid == []


@given(junk=st.binary().filter(lambda data: b'"values"' not in data))
def test_a_damaged_file_is_kept_aside_and_reported(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_bytes(junk)
    store = Settings(path)
    assert store.damaged is not None
    assert store.damaged.name.startswith("settings.json.damaged-")
    assert store.damaged.read_bytes() == junk
    assert store.get(ZOOM_PERCENT) == ZOOM_PERCENT.default
    store.set(THEME, "dark")
    assert Settings(path).get(THEME) == "dark"
    assert store.damaged.read_bytes() == junk


def test_deep_nesting_is_damage_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("[" * 200_000)
    assert Settings(path).damaged is not None


def test_unknown_and_invalid_values_stay_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"format": 1, "values": {"from_the_future": [1, 2], "zoom_percent": 900}}))
    store = Settings(path)
    assert store.get(ZOOM_PERCENT) == 100
    assert store.invalid == ["zoom_percent"]
    store.set(LANGUAGE, "ta")
    kept = json.loads(path.read_text())["values"]
    assert kept == {"from_the_future": [1, 2], "zoom_percent": 900, "language": "ta"}
    store.set(ZOOM_PERCENT, 120)
    assert store.invalid == []


def test_one_is_not_true(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"format": 1, "values": {"start_with_last_account": 1}}))
    store = Settings(path)
    assert store.invalid == ["start_with_last_account"]
    store.set(START_WITH_LAST_ACCOUNT, True)
    assert json.loads(path.read_text())["values"]["start_with_last_account"] is True


def test_an_older_name_and_type_are_migrated(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"format": 1, "values": {"zoom": 1.25}}))
    store = Settings(path)
    assert store.get(ZOOM_PERCENT) == 125
    store.set(ZOOM_PERCENT, 130)
    assert json.loads(path.read_text())["values"] == {"zoom_percent": 130}


@pytest.mark.parametrize(
    ("setting", "value"), [(THEME, "pink"), (ZOOM_PERCENT, 79), (ZOOM_PERCENT, True), (SERVER_ADDRESS, 5)]
)
def test_what_the_declaration_does_not_allow_is_refused(tmp_path: Path, setting: Setting[Any], value: Any) -> None:
    store = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match=setting.key):
        store.set(setting, value)
    assert not store.path.exists()


def test_subscribers_hear_changes_once_and_until_they_stop(tmp_path: Path) -> None:
    store = Settings(tmp_path / "settings.json")
    heard: list[str] = []
    stop = store.subscribe(THEME, heard.append)
    store.set(THEME, "dark")
    store.set(THEME, "dark")
    store.set(LANGUAGE, "si")
    stop()
    stop()
    store.set(THEME, "light")
    assert heard == ["dark"]


def test_a_setting_that_cannot_be_written_is_used_and_told(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    store = Settings(blocker / "settings.json")
    heard: list[str] = []
    store.subscribe(THEME, heard.append)
    with pytest.raises(StorageError):
        store.set(THEME, "dark")
    assert store.get(THEME) == "dark"
    assert heard == ["dark"]
    with pytest.raises(StorageError):  # tried again, not taken for stored
        store.set(THEME, "dark")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_the_file_is_private_and_no_part_stays(tmp_path: Path) -> None:
    store = Settings(tmp_path / "config" / "settings.json")
    store.set(THEME, "dark")
    assert store.path.stat().st_mode & 0o077 == 0
    assert [entry.name for entry in store.path.parent.iterdir()] == ["settings.json"]


def test_keys_are_unique_and_defaults_valid() -> None:
    keys = [key for setting in REGISTRY for key in (setting.key, *setting.former_keys)]
    assert len(keys) == len(set(keys))
    for setting in REGISTRY:
        assert setting.accepts(setting.default), setting.key

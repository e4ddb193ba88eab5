"""Every declared setting has a row and words, and a change is in the store at once."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.settings import CAMERA, REGISTRY, THEME, ZOOM_PERCENT, Setting, Settings
from learnup_desktop.features.settings.service import HIDDEN, SettingsService, group_settings
from learnup_desktop.features.settings.settings_page import SettingsPage
from learnup_desktop.features.settings.settings_widgets import Stepper, choice_text, label_of
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.widgets import SegmentedControl, Switch
from tests.unit.features.page_driver import show

SHOWN = [setting for setting in REGISTRY if setting.key not in HIDDEN]


@pytest.fixture
def store(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def page(qtbot: QtBot, store: Settings) -> SettingsPage:
    made = SettingsPage(SettingsService(store))
    qtbot.addWidget(made)
    show(made)
    return made


@pytest.mark.parametrize("setting", SHOWN, ids=lambda setting: setting.key)
def test_every_declaration_has_words(setting: Setting[Any], page: SettingsPage) -> None:
    assert i18n.has_key(setting.description_key)
    assert label_of(setting) and setting.key in page.editors
    for choice in setting.choices:
        assert choice_text(setting, choice) != str(choice) or choice in i18n.LANGUAGES or ":" in choice


def test_no_setting_is_lost_between_the_groups() -> None:
    odd = Setting("odd", bool, False, "settings.odd", group="somewhere new")
    groups = group_settings([*REGISTRY, odd])
    listed = [setting.key for group in groups for setting in group.settings]
    assert sorted(listed) == sorted([*(setting.key for setting in SHOWN), "odd"])


def test_changes_are_stored_at_once(page: SettingsPage, store: Settings) -> None:
    theme, zoom = page.editors[THEME.key], page.editors[ZOOM_PERCENT.key]
    assert isinstance(theme, SegmentedControl) and isinstance(zoom, Stepper)
    theme.set_value("dark")
    zoom.more.click()
    assert (Settings(store.path).get(THEME), Settings(store.path).get(ZOOM_PERCENT)) == ("dark", 110)


def test_a_stepper_stops_at_its_ends(page: SettingsPage, store: Settings) -> None:
    zoom = page.editors[ZOOM_PERCENT.key]
    assert isinstance(zoom, Stepper)
    for _ in range(20):
        zoom.more.click()
    assert store.get(ZOOM_PERCENT) == 200 and not zoom.more.isEnabled()


def test_the_device_is_asked_only_where_there_is_one(page: SettingsPage, store: Settings) -> None:
    assert page.rows["camera_device"].isVisible()
    store.set(CAMERA, "simulated")
    assert not page.rows["camera_device"].isVisible()


def test_a_setting_that_cannot_be_written_is_told(page: SettingsPage, store: Settings) -> None:
    store.path.parent.mkdir(exist_ok=True)
    store.path.mkdir()
    before = len(notices.center().history)
    switch = page.editors["start_with_last_account"]
    assert isinstance(switch, Switch)
    switch.click()
    assert len(notices.center().history) == before + 1

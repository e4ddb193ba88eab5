"""The Sinhala and Tamil texts are whole: nothing missing, nothing left over, placeholders kept, and used live."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hatch_build import compile_translation
from learnup_desktop.base.settings import Settings
from learnup_desktop.features.settings.service import SettingsService
from learnup_desktop.features.settings.settings_page import SettingsPage
from learnup_desktop.qt import i18n
from tools import translations
from tools.translations import LANGUAGES, ROOT, Key, Message

ADVICE = "run: python -m tools.translations"
SCRIPTS = {"si": re.compile("[\u0d80-\u0dff]"), "ta": re.compile("[\u0b80-\u0bff]")}
PLACEHOLDER = re.compile(r"\{\w*\}")
# Names, file endings and keys are the same in every language.
UNTRANSLATED = {".ics", "LearnUp Desktop"}
LANGUAGE_NAMES = set(i18n.LANGUAGES.values())


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[Key]:
    """What lupdate finds in the code now."""
    target = tmp_path_factory.mktemp("lupdate") / "learnup_si.ts"
    translations.extract(ROOT, target, "si")
    return {message.key for message in translations.read(target)}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both catalogues as the client loads them."""
    folder = tmp_path_factory.mktemp("translations")
    for language in LANGUAGES:
        source = translations.catalogue(ROOT, language)
        compile_translation(source, folder / f"{source.stem}.qm")
    return folder


@pytest.fixture
def speaking(compiled: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[None]:
    """The client finds the catalogues; English again afterwards."""
    monkeypatch.setattr(i18n, "translations_dir", lambda: compiled)
    i18n.set_language("en")
    yield
    i18n.set_language("en")


def messages(language: str) -> list[Message]:
    """Every text with its translation."""
    return translations.read(translations.catalogue(ROOT, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_in_the_catalogue(language: str, extracted: set[Key]) -> None:
    known = {message.key for message in messages(language)}
    assert extracted - known == set(), ADVICE
    assert known - extracted == set(), ADVICE


def test_lupdate_overlooks_nothing(extracted: set[Key]) -> None:
    assert translations.overlooked(ROOT, extracted) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language: str) -> None:
    left = [f"{message.context}: {message.source}" for message in messages(language) if not message.finished]
    assert left == [], ADVICE


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    wrong = [
        (message.source, form)
        for message in messages(language)
        for form in message.forms
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(message.source))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_are_written_in_their_own_script(language: str) -> None:
    (other,) = (script for code, script in SCRIPTS.items() if code != language)
    for message in messages(language):
        words = PLACEHOLDER.sub("", message.source)
        if message.source not in UNTRANSLATED and re.search("[A-Za-z]{2}", words):
            assert SCRIPTS[language].search(message.forms[0]), message
        assert not other.search(message.forms[0]), message


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_loads_and_answers(language: str, compiled: Path) -> None:
    translator = QTranslator()
    assert translator.load(f"learnup_{language}", str(compiled))
    for message in messages(language):
        assert translator.translate(message.context, message.source, message.comment or None) == message.forms[0]


def shown_texts(page: QWidget) -> set[str]:
    """What labels and buttons of a page say."""
    labels = [label.text() for label in page.findChildren(QLabel)]
    return {text for text in [*labels, *(button.text() for button in page.findChildren(QPushButton))] if text}


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_changes_its_language_live(language: str, qtbot: QtBot, tmp_path: Path) -> None:
    page = SettingsPage(SettingsService(Settings(tmp_path / "settings.json")))
    qtbot.addWidget(page)
    page.show()
    english = shown_texts(page)
    assert "Language" in english
    assert i18n.set_language(language)
    sources = {message.source: message.forms[0] for message in messages(language)}
    qtbot.waitUntil(lambda: sources["Language"] in shown_texts(page))
    left = (shown_texts(page) & english & set(sources)) - LANGUAGE_NAMES - UNTRANSLATED
    assert left == set()
    assert i18n.set_language("en")
    qtbot.waitUntil(lambda: shown_texts(page) == english)


@pytest.mark.usefixtures("speaking")
def test_dates_sizes_and_mediums_follow_the_language() -> None:
    day = date(2026, 11, 22)
    i18n.set_language("si")
    assert i18n.format_month(day) == "නොවැම්බර් 2026"
    assert i18n.format_date(day, weekday=True, year=True) == "ඉරිදා 2026 නොවැ 22"
    assert i18n.format_bytes(38_000_000) == "38 MB"
    assert i18n.format_medium("English") == i18n.format_medium("en") == "ඉංග්‍රීසි"
    i18n.set_language("ta")
    assert i18n.format_month(day) == "நவம்பர் 2026"
    assert i18n.format_medium("Tamil") == "தமிழ்"
    assert i18n.format_medium("French") == "French"


def test_filling_in_keeps_the_rest(tmp_path: Path) -> None:
    """The tool on a small checkout: refresh, fill, refresh again."""
    (tmp_path / "learnup_desktop").mkdir()
    (tmp_path / "ui/translations").mkdir(parents=True)
    page = tmp_path / "learnup_desktop/page.py"
    page.write_text(
        'class Page(QWidget):\n    def retranslate(self):\n        self.tr("Today")\n        self.tr("Week")\n'
        "        f\"{self.tr('Hidden')}\"\n",
        encoding="utf-8",
    )
    for language in LANGUAGES:
        translations.extract(tmp_path, translations.catalogue(tmp_path, language), language)
    assert translations.missing(tmp_path) == {code: {"Page": {"Today": "", "Week": ""}} for code in LANGUAGES}
    assert translations.fill(tmp_path, {"si": {"Page": {"Today": "අද", "Week": ""}}}) == 1
    assert [message.source for message in translations.unfinished(tmp_path, "si")] == ["Week"]
    known = {message.key for message in translations.read(translations.catalogue(tmp_path, "si"))}
    assert translations.overlooked(tmp_path, known) == ["learnup_desktop/page.py:5: 'Hidden'"]
    page.write_text(page.read_text(encoding="utf-8").replace('self.tr("Week")', 'self.tr("Month")'), encoding="utf-8")
    translations.extract(tmp_path, translations.catalogue(tmp_path, "si"), "si")
    kept = {message.source: message.forms[0] for message in translations.read(translations.catalogue(tmp_path, "si"))}
    assert kept == {"Month": "", "Today": "අද"}
    assert "<location" not in translations.catalogue(tmp_path, "si").read_text(encoding="utf-8")

"""Keys, live switch of language, and how dates, times and numbers are written."""

import subprocess
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from learnup_desktop.base import errors
from learnup_desktop.base.errors import AccountLockedError, LearnUpError, RateLimitedError
from learnup_desktop.qt import i18n, messages
from learnup_desktop.qt.widgets import Label, PageFrame

COLOMBO = timezone(timedelta(hours=5, minutes=30))
NOON = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)

TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="si">
<context><name>Messages</name><message><source>There is no network now.</source>
<translation>දැන් ජාලයක් නැත.</translation></message></context>
<context><name>Greeter</name><message><source>Timetable</source><translation>කාලසටහන</translation></message></context>
</TS>"""


def tree(root: type[LearnUpError]) -> list[type[LearnUpError]]:
    return [root] + [one for child in root.__subclasses__() for one in tree(child)]


@pytest.mark.parametrize("error", tree(LearnUpError), ids=lambda error: error.__name__)
def test_every_error_has_a_sentence_and_advice(error: type[LearnUpError]) -> None:
    if error.__module__ != errors.__name__:
        pytest.skip("an error of a test")
    assert i18n.has_key(error.key), error.key
    assert i18n.has_key(f"{error.key}.advice"), error.key


def test_arguments_are_written_as_people_write_them() -> None:
    i18n.set_time_zone(COLOMBO)
    later = datetime.now(UTC).astimezone(COLOMBO).replace(hour=23, minute=20)
    said = i18n.translate_error(AccountLockedError(later))
    assert said.title == "This account is locked until 23:20."
    assert said.advice.startswith("There were too many")
    assert "{" not in i18n.translate_error(RateLimitedError(3.0)).title


def test_an_unknown_key_is_never_shown(caplog: pytest.LogCaptureFixture) -> None:
    assert i18n.translate_key("no.such.key") == "Something went wrong in LearnUp."
    assert "no.such.key" in caplog.text


def test_a_feature_cannot_take_a_key_that_is_there() -> None:
    messages.register({"error.offline": messages.catalogue()["error.offline"]})
    with pytest.raises(ValueError, match=r"error\.offline"):
        messages.register({"error.offline": "Other"})


class Greeter(PageFrame):
    def __init__(self) -> None:
        super().__init__()
        self.label = Label()
        self.add(self.label)
        self.retranslate()

    def retranslate(self) -> None:
        self.label.setText(QCoreApplication.translate("Greeter", "Timetable"))


@pytest.fixture
def sinhala(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "learnup_si.ts"
    source.write_text(TS, encoding="utf-8")
    package = Path(PySide6.__file__).parent
    tool = next((one for one in (package / "lrelease", package / "lrelease.exe") if one.exists()), None)
    if tool is None:
        pytest.skip("this PySide6 has no lrelease")
    subprocess.run([tool, source, "-qm", tmp_path / "learnup_si.qm"], check=True, capture_output=True)
    monkeypatch.setattr(i18n, "translations_dir", lambda: tmp_path)


@pytest.mark.usefixtures("sinhala")
def test_the_language_switches_live(qtbot: QtBot) -> None:
    page = Greeter()
    qtbot.addWidget(page)
    page.show()
    assert i18n.set_language("si")
    qtbot.waitUntil(lambda: page.label.text() == "කාලසටහන")
    assert i18n.translate_key("error.offline") == "දැන් ජාලයක් නැත."
    assert i18n.set_language("en")
    qtbot.waitUntil(lambda: page.label.text() == "Timetable")


def test_a_language_without_a_catalogue_stays_readable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(i18n, "translations_dir", lambda: tmp_path)
    assert not i18n.set_language("ta")
    assert i18n.translate_key("error.offline") == "There is no network now."
    assert i18n.format_weekday(date(2026, 11, 22)) == "ஞாயிறு"


def test_a_language_that_we_do_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        i18n.set_language("de")


def test_times_are_shown_in_the_schools_zone() -> None:
    i18n.set_time_zone(COLOMBO)
    assert i18n.format_time(NOON) == "12:00"
    assert i18n.format_time_range(NOON, NOON + timedelta(minutes=90)) == "12:00 – 13:30"
    assert i18n.format_date(NOON, weekday=True, year=False) == "Sun 22 Nov"
    assert i18n.format_date(date(2026, 11, 22), year=True) == "22 Nov 2026"
    assert i18n.format_month(date(2026, 11, 1)) == "November 2026"


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        i18n.format_time(datetime(2026, 1, 1))


@pytest.mark.parametrize(
    ("days", "text"), [(0, "12:00"), (1, "Tomorrow 12:00"), (-1, "Yesterday 12:00"), (5, "27 Nov 12:00")]
)
def test_moments(days: int, text: str) -> None:
    i18n.set_time_zone(COLOMBO)
    said = i18n.format_moment(NOON + timedelta(days=days), NOON)
    assert said in (text, text.replace("Nov", "Nov 2026"))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0 s"), (6, "6 s"), (59.4, "59 s"), (720, "12 min"), (3600, "1 h"), (5400, "1 h 30 min"), (260000, "3 days")],
)
def test_durations(seconds: float, text: str) -> None:
    assert i18n.format_duration(seconds) == text


def test_ago() -> None:
    assert i18n.format_ago(NOON - timedelta(minutes=20), NOON) == "20 min ago"
    assert i18n.format_ago(NOON + timedelta(minutes=12), NOON) == "in 12 min"
    assert i18n.format_ago(NOON, NOON) == "just now"


@pytest.mark.parametrize(
    ("seconds", "text"), [(2538, "0:42:18"), (2537.2, "0:42:18"), (0.4, "0:00:01"), (0, "0:00:00"), (-5, "0:00:00")]
)
def test_the_countdown_shows_zero_only_at_the_end(seconds: float, text: str) -> None:
    assert i18n.format_countdown(seconds) == text


def test_numbers() -> None:
    assert i18n.format_bytes(38_000_000) == "38 MB"
    assert i18n.format_number(0.714) == "0.71"
    assert i18n.format_number(1234567) == "1,234,567"
    assert i18n.format_number(2, 1) == "2.0"
    assert i18n.format_percent(0.714) == "71 %"


@pytest.mark.parametrize(
    ("hour", "text"), [(8, "Good morning, Nimali"), (13, "Good afternoon, Nimali"), (20, "Good evening, Nimali")]
)
def test_greetings(hour: int, text: str) -> None:
    i18n.set_time_zone(UTC)
    assert i18n.greeting("Nimali", datetime(2026, 11, 22, hour, tzinfo=UTC)) == text


def test_a_page_out_of_sight_speaks_the_new_language_when_it_is_shown(qtbot: QtBot) -> None:
    class Page(PageFrame):
        spoken = 0

        def retranslate(self) -> None:
            self.spoken += 1

    shown, hidden = Page(), Page()
    for page in (shown, hidden):
        qtbot.addWidget(page)
    shown.show()
    i18n.set_language("si")
    qtbot.waitUntil(lambda: shown.spoken == 1)
    assert hidden.spoken == 0
    hidden.show()
    assert hidden.spoken == 1
    hidden.hide()
    hidden.show()
    assert hidden.spoken == 1, "once is enough"

"""Tokens, contrast, zoom and the fonts we ship."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learnup_desktop.base.paths import resources_dir, style_dir
from learnup_desktop.qt.theme import TEXT_ROLES, contrast_ratio, load_tokens, theme
from learnup_desktop.qt.widgets import Card, Label, PrimaryButton

APPEARANCES = ("light", "dark", "contrast")
ON_SURFACES = ("text", "text-muted", "accent", "positive", "caution", "critical")


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast_ratio(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast_ratio(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_texts_can_be_read(appearance: str) -> None:
    tokens = load_tokens()[appearance]
    least = 7.0 if appearance == "contrast" else 4.5
    pairs = [(text, surface) for text in ON_SURFACES for surface in ("surface", "surface-raised")]
    pairs += [(tone, f"{tone}-soft") for tone in ("accent", "positive", "caution", "critical")]
    pairs += [("on-accent", "accent"), ("text-muted", "surface-sunken")]
    poor = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast_ratio(QColor(tokens[pair[0]]), QColor(tokens[pair[1]]))) < least
    }
    assert not poor


@pytest.mark.parametrize("appearance", ["paper", *APPEARANCES])
def test_marked_words_can_be_read(appearance: str) -> None:
    tokens = load_tokens()
    words = QColor("black") if appearance == "paper" else QColor(tokens[appearance]["text"])
    for color in tokens["marker"][appearance].values():
        assert contrast_ratio(words, QColor(color)) >= (7.0 if appearance == "contrast" else 4.5)


@pytest.mark.parametrize(("appearance", "surface"), [("light", "light"), ("dark", "dark")])
def test_subject_colours_stand_out_as_marks(appearance: str, surface: str) -> None:
    tokens = load_tokens()
    for color in tokens["subject"][appearance]:
        assert contrast_ratio(QColor(color), QColor(tokens[surface]["surface-raised"])) >= 3.0


def test_all_appearances_have_the_same_tokens() -> None:
    tokens = load_tokens()
    assert tokens["light"].keys() == tokens["dark"].keys() == tokens["contrast"].keys()


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_the_stylesheet_has_no_reference_left(qapp: QApplication, appearance: str) -> None:
    theme().apply(qapp, appearance)  # type: ignore[arg-type]  # parametrised
    assert "@" not in theme().stylesheet()
    assert theme().color("accent").name() in theme().stylesheet()


def test_every_token_named_in_our_source_exists() -> None:
    tokens = load_tokens()
    known = set(tokens["light"])
    root = Path(__file__).parents[3] / "learnup_desktop"
    named = set()
    for source in root.rglob("*.py"):
        text = source.read_text(encoding="utf-8")
        named |= {(match, source.name) for match in re.findall(r"""\.color\(["']([\w-]+)["']\)""", text)}
    assert named, "the pattern no longer finds anything"
    assert not {one for one in named if one[0] not in known}


def test_the_stylesheet_names_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", (style_dir() / "base.qss").read_text(encoding="utf-8"))


def test_zoom_scales_distances_type_and_controls(qapp: QApplication, qtbot: QtBot) -> None:
    button = PrimaryButton("Rehearse")
    qtbot.addWidget(button)
    before = button.sizeHint()
    assert theme().px(12) == 12
    theme().apply(qapp, "light", 200)
    assert theme().px(12) == 24
    assert theme().space(4) == 32
    assert theme().points("body") == 21
    assert button.sizeHint().height() == 2 * before.height()
    assert button.sizeHint().width() > 1.9 * before.width()


def test_zoom_is_clamped(qapp: QApplication) -> None:
    theme().apply(qapp, "light", 1000)
    assert theme().zoom_percent == 200
    theme().apply(qapp, "light", 10)
    assert theme().zoom_percent == 80
    assert theme().px(1) == 1


def test_the_palette_carries_every_text_colour(qapp: QApplication) -> None:
    theme().apply(qapp, "dark")
    for token, role in TEXT_ROLES.items():
        assert qapp.palette().color(QPalette.ColorGroup.Active, role) == theme().color(token), token


def test_a_label_keeps_its_look_when_it_gets_another_parent(qapp: QApplication, qtbot: QtBot) -> None:
    label = Label("late", tone="text-muted")
    label.show()
    label.set_tone("critical")
    label.set_bold(True)
    card = Card("x")
    qtbot.addWidget(card)
    card.add(label)
    card.show()
    assert label.font().bold()
    theme().apply(qapp, "dark", 150)
    qtbot.wait(10)
    other = Card("y")
    qtbot.addWidget(other)
    other.add(label)
    other.show()
    assert label.font().pointSizeF() == pytest.approx(15.75)
    assert label.font().bold()
    qtbot.waitUntil(lambda: label.palette().color(label.foregroundRole()) == theme().color("critical"))


def test_changed_is_not_emitted_for_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        theme().apply(qapp, "light", 100)
    with qtbot.waitSignal(theme().changed):
        theme().apply(qapp, "dark", 100)


def test_the_system_scheme_is_followed_live(qapp: QApplication) -> None:
    theme().apply(qapp, "system")
    hints = qapp.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        if hints.colorScheme() != Qt.ColorScheme.Dark:
            pytest.skip("this platform plug-in has no colour scheme")
        assert theme().appearance == "dark"
    finally:
        hints.unsetColorScheme()


def test_a_chosen_scheme_does_not_follow_the_system(qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    assert theme().appearance == "light"
    qapp.styleHints().unsetColorScheme()


@pytest.mark.parametrize(
    ("family", "text"), [("Noto Sans", "LearnUp"), ("Noto Sans Sinhala", "කාලසටහන"), ("Noto Sans Tamil", "தமிழ்")]
)
def test_our_fonts_have_the_letters(family: str, text: str) -> None:
    font = theme().font()
    font.setFamilies([family])
    assert QFontInfo(font).family() == family
    metrics = QFontMetricsF(font)
    assert all(metrics.inFontUcs4(ord(character)) for character in text)
    assert (resources_dir() / "fonts" / "OFL.txt").is_file()


def test_subject_colours_are_stable() -> None:
    look = theme()
    assert look.subject_color("physics") == look.subject_color("physics")
    assert look.subject_color(0) == QColor(load_tokens()["subject"]["light"][0])
    assert look.subject_color(8) == look.subject_color(0)


def test_no_motion_when_the_user_wants_none(qapp: QApplication) -> None:
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, True)
    theme().apply(qapp, "light", 100)
    assert theme().motion_ms() == 150
    assert theme().motion_ms(1000) == 150
    theme().apply(qapp, "light", 100, reduce_motion=True)
    assert theme().motion_ms() == 0
    theme().apply(qapp, "light", 100)
    qapp.setEffectEnabled(Qt.UIEffect.UI_General, False)
    assert theme().motion_ms() == 0


def test_a_stock_control_has_the_rules_of_its_kind_and_follows(qapp: QApplication, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    theme().apply(qapp, "light")
    theme().dress(line)
    assert theme().color("surface-raised").name() in line.styleSheet()
    assert "QMenu" in line.styleSheet(), "its context menu"
    assert "QScrollBar" not in line.styleSheet()
    before = line.styleSheet()
    theme().apply(qapp, "dark")
    assert line.styleSheet() != before
    assert theme().color("surface-raised").name() in line.styleSheet()
    assert qapp.styleSheet() == "", "matching every rule against every widget took a third of a second"


def test_only_what_has_rules_can_be_dressed(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(TypeError):
        theme().dress(label)


def test_every_stock_control_in_our_source_is_dressed() -> None:
    """One that is made and not dressed would look like a default Qt form; a ``dress`` in the same module does."""
    kinds = (
        "LineEdit|PlainTextEdit|TextEdit|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|ComboBox|ScrollArea|ListView|TreeView"
    )
    made = re.compile(rf"= Q({kinds})\(|^class \w+\(Q({kinds})\)", re.MULTILINE)
    root = Path(__file__).parents[3] / "learnup_desktop"
    sources = [path for path in root.rglob("*.py") if path.parent.name != "_forms"]
    makers = [path for path in sources if made.search(path.read_text(encoding="utf-8"))]
    assert len(makers) > 5, "the pattern no longer finds anything"
    assert [path.name for path in makers if ".dress(" not in path.read_text(encoding="utf-8")] == []


def test_a_follower_is_dropped_with_its_object(qapp: QApplication) -> None:
    label = Label("gone")
    label.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(label)
    theme().apply(qapp, "dark", 150)  # would raise in a widget that Qt has deleted

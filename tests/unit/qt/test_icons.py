"""Icons from the installed font, tinted by the theme, without importing QtAwesome."""

import re
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from learnup_desktop.qt.icons import IconNotFoundError, app_icon, glyph, icon, icon_names
from learnup_desktop.qt.theme import theme


def darkest(one: QIcon) -> str:
    image = one.pixmap(QSize(32, 32)).toImage()
    solid = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255]
    assert solid, "nothing was drawn"
    return max(solid, key=lambda color: solid.count(color)).name()


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    one = icon("square", "accent")
    assert darkest(one) == theme().color("accent").name()
    theme().apply(qapp, "dark")
    assert darkest(one) == theme().color("accent").name()
    assert darkest(QIcon(one)) == theme().color("accent").name()


def test_a_disabled_icon_is_muted() -> None:
    one = icon("square", "accent")
    image = one.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert image.pixelColor(16, 16).name() == theme().color("text-muted").name()


def test_unknown_names_are_refused_early() -> None:
    with pytest.raises(IconNotFoundError):
        icon("no-such-icon")


def test_names_agree_with_the_table() -> None:
    names = icon_names()
    assert len(names) > 5000
    assert glyph("calendar") == chr(0xF00ED)
    assert "calendar" in names


def test_every_icon_named_in_our_source_exists() -> None:
    root = Path(__file__).parents[3] / "learnup_desktop"
    pattern = re.compile(r"""(?:icon=|icon\(|IconLabel\(|paint_icon\(painter, |IconButton\()\s*["']([a-z0-9-]+)["']""")
    named = {(name, path.name) for path in root.rglob("*.py") for name in pattern.findall(path.read_text("utf-8"))}
    assert len(named) > 10
    known = set(icon_names())
    assert not {one for one in named if one[0] not in known}


def test_qtawesome_is_not_imported() -> None:
    icon("calendar").pixmap(16, 16)
    assert "qtawesome" not in sys.modules
    assert "qtpy" not in sys.modules


def test_the_window_icon_is_drawn() -> None:
    image = app_icon().pixmap(QSize(64, 64)).toImage()
    assert image.pixelColor(32, 4).name() == theme().color("accent").name()

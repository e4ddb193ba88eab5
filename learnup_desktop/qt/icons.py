"""Material Design icons by name, in the theme's colours, without importing QtAwesome.

``import qtawesome`` costs 200–280 ms: it goes through QtPy, which loads QtOpenGL, QtOpenGLWidgets and more modules
that we do not use, before it reads eleven fonts. All that we want from the package is one font and its table of
names, so we find the installed files without importing it and draw the glyphs ourselves.

Icons ask the theme for their colour whenever they are drawn, so a switch to dark needs no work. Shaping and drawing a
glyph takes seven times as long as copying it, so what was drawn once is kept by name, size and colour.
"""

import json
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from learnup_desktop.base.own_program import is_frozen
from learnup_desktop.base.paths import package_dir
from learnup_desktop.qt.theme import theme

_PREFIX = "materialdesignicons6-webfont"


class IconNotFoundError(LookupError):
    """No icon of that name in the installed font: a mistake in our source."""


@cache
def _font_folder() -> Path:
    if is_frozen():
        return package_dir().parent / "qtawesome" / "fonts"  # shipped as files: there is no package to be found
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise IconNotFoundError("the qtawesome package is not installed")
    return Path(spec.origin).parent / "fonts"


def _single(pattern: str) -> Path:
    found = sorted(_font_folder().glob(pattern))
    if not found:
        raise IconNotFoundError(f"qtawesome has no {pattern}")
    return found[-1]


@cache
def _charmap_text() -> str:
    return _single(f"{_PREFIX}-charmap-*.json").read_text(encoding="ascii")


@cache
def glyph(name: str) -> str:
    """The character of an icon.

    Looks the name up in the table's text: parsing all 7,000 names costs more than all icons of a window.

    Raises:
        IconNotFoundError: unknown name.
    """
    text = _charmap_text()
    needle = f'"{name}":'
    at = text.find(needle)
    if at < 0:
        raise IconNotFoundError(name)
    start = text.index('"', at + len(needle)) + 1
    return chr(int(text[start : text.index('"', start)].removeprefix("0x"), 16))


def icon_names() -> list[str]:
    """Every name in the font, for galleries and tests."""
    return sorted(json.loads(_charmap_text()))


@cache
def _family() -> str:
    identifier = QFontDatabase.addApplicationFont(str(_single(f"{_PREFIX}-[0-9]*.ttf")))
    families = QFontDatabase.applicationFontFamilies(identifier)
    if not families:
        raise IconNotFoundError("the Material Design font cannot be loaded")
    return families[0]


@cache
def _font(pixels: int) -> QFont:
    font = QFont(_family())
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, color: QColor) -> None:
    """Draw an icon centred in a rectangle, as large as its shorter side."""
    box = QRectF(rect)
    size = max(1, round(min(box.width(), box.height())))
    scale = painter.device().devicePixelRatio()
    drawn = _drawn(name, size, color.rgba(), scale)
    # On whole pixels, or it would be blurred.
    left, top = box.center().x() - size / 2, box.center().y() - size / 2
    painter.drawPixmap(QPointF(round(left * scale) / scale, round(top * scale) / scale), drawn)


@lru_cache(maxsize=256)
def _drawn(name: str, size: int, color: int, scale: float) -> QPixmap:
    """The icon's pixels; some 200 of them, of 2 kB each, are all that the program shows."""
    pixmap = QPixmap(round(size * scale), round(size * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.setFont(_font(size))
    painter.setPen(QColor.fromRgba(color))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, glyph(name))
    painter.end()
    return pixmap


class _GlyphEngine(QIconEngine):
    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "text-muted" if mode == QIcon.Mode.Disabled else self._role
        paint_icon(painter, self._name, rect, theme().color(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._role)

    def key(self) -> str:
        return "learnup-glyph"


def icon(name: str, role: str = "text-muted") -> QIcon:
    """An icon for actions, menus and stock buttons; follows the theme by itself.

    Args:
        name: a Material Design name such as ``calendar`` (https://pictogrammers.com/library/mdi/).
        role: colour token.

    Raises:
        IconNotFoundError: unknown name.
    """
    glyph(name)
    return QIcon(_GlyphEngine(name, role))


def paint_brand(painter: QPainter, rect: QRectF) -> None:
    """The mark of LearnUp: a mortarboard on a rounded square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    corner = rect.width() * 2 / 7
    painter.drawRoundedRect(rect, corner, corner)
    inner = rect.width() * 0.18
    paint_icon(painter, "school-outline", rect.adjusted(inner, inner, -inner, -inner), theme().color("on-accent"))
    painter.restore()


class _BrandEngine(QIconEngine):
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_brand(painter, QRectF(QPointF(rect.topLeft()), rect.size().toSizeF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _BrandEngine()


def app_icon() -> QIcon:
    """The window's icon, painted, so that start-up need not load an SVG plug-in."""
    return QIcon(_BrandEngine())

"""The look, in one place: tokens to palette, stylesheet, fonts and distances.

This is the only module that may call ``setStyleSheet`` or know a hexadecimal colour. Widgets ask :func:`theme` for a
colour, a distance or a font by token name and repaint on :attr:`Theme.changed`; they never keep a colour.

The application has no stylesheet. Qt would match every rule against every widget, at its making and again at every
switch to dark: a third of a second for 640 widgets, in one piece. Our own widgets paint themselves from the tokens, and
each of the few stock controls is given the rules of its kind by :meth:`Theme.dress`.

Widgets follow the theme by a list (:mod:`learnup_desktop.qt.followers`) and not by the signal: it takes half of a
page's building away, and lets a change be spread over several turns of the loop.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, cast
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

from learnup_desktop.base.paths import resources_dir, style_dir
from learnup_desktop.qt.followers import Followers
from learnup_desktop.qt.painting import painting

Scheme = Literal["system", "light", "dark", "contrast"]
Appearance = Literal["light", "dark", "contrast"]

MINIMUM_ZOOM = 80
MAXIMUM_ZOOM = 200
LONGEST_MOTION_MS = 150

# Labels take their colour by role from the application's palette, so that a switch to dark costs them nothing. No stock
# control that we use draws with the three last roles.
TEXT_ROLES = {
    "text": QPalette.ColorRole.WindowText,
    "text-muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Accent,
    "on-accent": QPalette.ColorRole.HighlightedText,
    "positive": QPalette.ColorRole.BrightText,
    "caution": QPalette.ColorRole.Shadow,
    "critical": QPalette.ColorRole.Midlight,
}

# Which classes' rules a stock control needs: its own, and those of what it opens or contains.
_KINDS: tuple[tuple[type[QWidget], tuple[str, ...]], ...] = (
    (QScrollBar, ("QScrollBar",)),
    (QLineEdit, ("QLineEdit", "QMenu")),
    (QPlainTextEdit, ("QPlainTextEdit", "QMenu", "QScrollBar")),
    (QTextEdit, ("QTextEdit", "QMenu", "QScrollBar")),
    (QAbstractSpinBox, ("QAbstractSpinBox", "QMenu")),
    (QComboBox, ("QComboBox", "QAbstractItemView", "QScrollBar")),
    (QAbstractItemView, ("QAbstractItemView", "QHeaderView", "QTableCornerButton", "QScrollBar")),
    (QMenu, ("QMenu",)),
)
_FONT_FILES = ("NotoSans", "NotoSansSinhala", "NotoSansTamil")
_REFERENCE = re.compile(r"@(?:(px|pt)\(([\w.-]+)\)|([a-z]+(?:-[a-z]+)*))")


def load_tokens() -> dict[str, Any]:
    """Read ``tokens.toml``.

    Raises:
        OSError: the file is not where the installation should have it.
        tomllib.TOMLDecodeError: it is not TOML.
    """
    with (style_dir() / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


def contrast_ratio(first: QColor, second: QColor) -> float:
    """WCAG 2.2 contrast of two opaque colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(color: QColor) -> float:
        def linear(channel: float) -> float:
            return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

        red, green, blue = (linear(channel) for channel in (color.redF(), color.greenF(), color.blueF()))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Theme(QObject):
    """The tokens at the user's scheme and zoom.

    Attributes:
        changed: emitted after scheme, zoom or motion changed and the application has been restyled.
    """

    changed = Signal()

    def __init__(self, tokens: dict[str, Any]) -> None:
        super().__init__()
        self._tokens = tokens
        self._unit: int = tokens["space"]["unit"]
        self._requested: Scheme = "system"
        self._appearance: Appearance = "light"
        self._colors = self._colors_of("light")
        self._zoom = 100
        self._reduce_motion = False
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._prepared = False
        self._follows_system = False
        self._followers = Followers(self)
        self._sheets: dict[tuple[str, ...], str] = {}

    # -- following ----------------------------------------------------------------------------------------------------

    def follow(self, callback: Callable[[], object]) -> None:
        """Call after every change. A bound method is dropped with its object; anything else is kept for good."""
        self._followers.follow(callback)

    def dress(self, control: QWidget) -> None:
        """Give a stock control its look, now and after every change; a scroll area's is that of its bars.

        Raises:
            TypeError: a kind that ``base.qss`` has no rules for, or that paints itself.
        """
        kinds = next((kinds for stock, kinds in _KINDS if isinstance(control, stock)), None)
        if kinds is not None:
            self._dress(control, kinds)
        elif isinstance(control, QAbstractScrollArea):
            for bar, policy in (
                (control.verticalScrollBar(), control.verticalScrollBarPolicy()),
                (control.horizontalScrollBar(), control.horizontalScrollBarPolicy()),
            ):
                if policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                    self._dress(bar, ("QScrollBar",))
        else:
            raise TypeError(type(control).__name__)

    def _dress(self, control: QWidget, kinds: tuple[str, ...]) -> None:
        def put_on(control: QWidget) -> None:
            control.setStyleSheet(self._sheet(kinds))

        put_on(control)
        self._followers.follow_for(control, put_on)

    def _sheet(self, kinds: tuple[str, ...]) -> str:
        if kinds not in self._sheets:
            rules = (rule for selector, rule in _rules() if selector in kinds)
            self._sheets[kinds] = _REFERENCE.sub(self._substitute, "\n".join(rules))
        return self._sheets[kinds]

    # -- applying -----------------------------------------------------------------------------------------------------

    def apply(
        self, app: QApplication, scheme: Scheme = "system", zoom_percent: int = 100, *, reduce_motion: bool = False
    ) -> None:
        """Restyle the application; cheap when nothing differs from before.

        Args:
            app: the application to style.
            scheme: ``system`` follows the operating system live, contrast preference included.
            zoom_percent: size of text and controls; clamped to 80–200.
            reduce_motion: the user's own setting; the system's is honoured in any case.
        """
        zoom = max(MINIMUM_ZOOM, min(MAXIMUM_ZOOM, zoom_percent))
        self._requested = scheme
        self._reduce_motion = reduce_motion
        self._follow_system()
        appearance = self._resolve(scheme)
        if self._prepared and appearance == self._appearance and zoom == self._zoom:
            return
        self._prepare()
        self._appearance = appearance
        self._colors = self._colors_of(appearance)
        self._zoom = zoom
        self._fonts.clear()
        self._sheets.clear()
        painting().hold("theme")
        palette = self._palette()
        app.setPalette(palette)
        QToolTip.setPalette(palette)
        app.setFont(self.font("body"))
        self._followers.tell(on_seen=lambda: painting().release("theme"))
        self.changed.emit()

    def stylesheet(self) -> str:
        """``base.qss`` with its references filled in.

        Raises:
            KeyError: it names a token that does not exist.
        """
        return _REFERENCE.sub(self._substitute, _base_stylesheet())

    def _substitute(self, match: re.Match[str]) -> str:
        function, argument, color = match.groups()
        if function == "px":
            return f"{self.px(float(argument))}px"
        if function == "pt":
            return f"{self.points(argument):.2f}pt"
        return self._colors[color].name()

    def _follow_system(self) -> None:
        if self._follows_system:
            return
        self._follows_system = True
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)

    def _system_changed(self) -> None:
        app = QApplication.instance()
        if self._requested == "system" and isinstance(app, QApplication):
            self.apply(app, "system", self._zoom, reduce_motion=self._reduce_motion)

    @staticmethod
    def _resolve(scheme: Scheme) -> Appearance:
        if scheme != "system":
            return scheme
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _prepare(self) -> None:
        if self._prepared:
            return
        self._prepared = True
        # Without this, Qt's stylesheet style puts back the font and palette that it saw at a widget's first polish
        # whenever the widget gets another parent.
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
        # Qt warns once for every family in the list that lacks a script, although the next family has it.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        # All six cost under 10 ms together (measured), less than one re-layout when a script arrives late.
        for name in _FONT_FILES:
            for weight in ("Regular", "Bold"):
                QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / f"{name}-{weight}.ttf"))

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for roles, token in (
            ((role.Window, role.AlternateBase), "surface"),
            ((role.Base, role.Button, role.ToolTipBase), "surface-raised"),
            ((role.Text, role.ButtonText, role.ToolTipText), "text"),
            ((role.Highlight, role.Link, role.LinkVisited), "accent"),
            ((role.Mid, role.Dark), "border"),
            *(((text_role,), text_token) for text_token, text_role in TEXT_ROLES.items()),
        ):
            for one in roles:
                palette.setColor(one, self.color(token))
        for one in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, one, self.color("text-muted"))
        return palette

    # -- asking -------------------------------------------------------------------------------------------------------

    @property
    def appearance(self) -> Appearance:
        """What is shown now."""
        return self._appearance

    @property
    def zoom_percent(self) -> int:
        """80 to 200."""
        return self._zoom

    def color(self, token: str) -> QColor:
        """The colour of a token now.

        Raises:
            KeyError: there is no such token.
        """
        return QColor(self._colors[token])

    def subject_color(self, subject: int | str) -> QColor:
        """A subject's colour, by its place in the school's list or stable by its identifier."""
        colors = self._tokens["subject"]["light" if self._appearance == "light" else "dark"]
        index = subject if isinstance(subject, int) else crc32(subject.encode())
        return QColor(colors[index % len(colors)])

    def marker_color(self, name: str, *, paper: bool = False) -> QColor:
        """A marker pen behind words: on white ``paper``, or behind words in the theme's own colour."""
        return QColor(self._tokens["marker"]["paper" if paper else self._appearance][name])

    def px(self, pixels: float) -> int:
        """A length drawn at 100 %, at the user's zoom; never rounded down to nothing."""
        scaled = round(pixels * self._zoom / 100)
        return max(1, scaled) if pixels > 0 else scaled

    def space(self, units: float) -> int:
        """A distance in units of the 4-px grid, at the user's zoom."""
        return self.px(units * self._unit)

    def radius(self, name: str) -> int:
        """``control``, ``card``, ``chip``, ``bar`` or ``pill``, in px at the user's zoom."""
        return self.px(self._tokens["radius"][name])

    def points(self, name: str) -> float:
        """A type size in points at the user's zoom."""
        return float(self._tokens["type"][name]) * self._zoom / 100

    def font(self, name: str = "body", *, bold: bool | None = None) -> QFont:
        """The font of a type size; ``bold`` overrides the size's own weight."""
        heavy = name in self._tokens["type"]["bold"] if bold is None else bold
        font = self._fonts.get((name, heavy))
        if font is None:
            font = QFont(cast(list[str], self._tokens["type"]["family"]))
            font.setPointSizeF(self.points(name))
            font.setBold(heavy)
            self._fonts[name, heavy] = font
        return QFont(font)

    def motion_ms(self, milliseconds: int = LONGEST_MOTION_MS) -> int:
        """How long a transition may take: 0 when the user or the system wants none."""
        if self._reduce_motion or not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
            return 0
        return min(milliseconds, LONGEST_MOTION_MS)

    def tokens(self) -> dict[str, Any]:
        """The file's content, for tests and galleries."""
        return self._tokens

    def _colors_of(self, appearance: Appearance) -> dict[str, QColor]:
        return {name: QColor(value) for name, value in self._tokens[appearance].items()}


@cache
def _base_stylesheet() -> str:
    text = (style_dir() / "base.qss").read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    """Every rule of the stylesheet for every selector of its own, with the class that the selector begins with."""
    rules = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", _base_stylesheet()):
        for selector in selectors.split(","):
            kind = re.match(r"\s*(\w+)", selector)
            if kind is not None:
                rules.append((kind[1], f"{selector.strip()} {{{body}}}"))
    return tuple(rules)


@cache
def theme() -> Theme:
    """The application's theme; made on first use."""
    return Theme(load_tokens())

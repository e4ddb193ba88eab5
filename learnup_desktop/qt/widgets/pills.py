"""Small marks: pills, the state pill, avatars, the subject bar, the count badge."""

from unicodedata import category

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import Tone, focus_ring, follow_theme, mixed, round_box, tone_color, tone_colors


class _PillShape:
    """Size and drawing of a pill, shared by the mark and the button."""

    def __init__(self, text: str, tone: Tone, icon: str | None, small: bool) -> None:
        self.text = text
        self.tone: Tone = tone
        self.icon = icon
        self.small = small

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font(self._type_name))

    @property
    def _type_name(self) -> str:
        return "caption" if self.small else "label"

    def size(self) -> QSize:
        look = theme()
        metrics = self._metrics()
        width = metrics.horizontalAdvance(self.text) + 2 * look.px(10 if self.small else 12)
        if self.icon:
            width += look.px(16 if self.small else 18) + look.px(6)
        return QSize(width, max(look.px(24 if self.small else 30), metrics.height() + look.px(6)))

    def paint(self, painter: QPainter, rect: QRectF, *, hovered: bool = False, focused: bool = False) -> None:
        look = theme()
        soft, strong = tone_colors(self.tone)
        fill = mixed(soft, strong, 0.10) if hovered else soft
        border = look.color("border") if look.appearance == "contrast" else None
        round_box(painter, rect, rect.height() / 2, fill=fill, border=border)
        inside = rect.adjusted(look.px(10 if self.small else 12), 0, -look.px(10 if self.small else 12), 0)
        if self.icon:
            side = look.px(16 if self.small else 18)
            paint_icon(painter, self.icon, QRectF(inside.left(), rect.center().y() - side / 2, side, side), strong)
            inside.setLeft(inside.left() + side + look.px(6))
        font = look.font(self._type_name)
        painter.setFont(font)
        painter.setPen(strong)
        shown = QFontMetrics(font).elidedText(self.text, Qt.TextElideMode.ElideRight, int(inside.width()) + 1)
        # In one that is wider than its text, as in a column of shares, it stands in the middle.
        across = Qt.AlignmentFlag.AlignLeft if self.icon else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | across, shown)
        if focused:
            focus_ring(painter, rect, rect.height() / 2)


def pill_size(text: str, *, icon: str | None = None, small: bool = False) -> QSize:
    """Room that a pill takes, for widgets that paint one."""
    return _PillShape(text, "neutral", icon, small).size()


def paint_pill(
    painter: QPainter, rect: QRectF, text: str, tone: Tone, *, icon: str | None = None, small: bool = False
) -> None:
    """Draw a pill into a rectangle."""
    _PillShape(text, tone, icon, small).paint(painter, rect)


class Pill(QWidget):
    """A state in a word or two, in a tone. Never the tone alone."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = "neutral",
        *,
        icon: str | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shape = _PillShape(text, tone, icon, small)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme().follow(self.updateGeometry)

    def text(self) -> str:
        """What it says."""
        return self._shape.text

    def tone(self) -> Tone:
        """Its tone."""
        return self._shape.tone

    def set(self, text: str, tone: Tone | None = None, icon: str | None = None) -> None:
        """Change text and, where given, tone and icon."""
        self._shape = _PillShape(text, tone or self._shape.tone, icon or self._shape.icon, self._shape.small)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._shape.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._shape.size().width(), theme().px(64)), self._shape.size().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._shape.paint(QPainter(self), QRectF(self.rect()))


class PillButton(QPushButton):
    """A pill that does something: ``Show``, the language, the state."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = "neutral",
        *,
        icon: str | None = None,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._shape = _PillShape(text, tone, icon, small)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        theme().follow(self.updateGeometry)

    def tone(self) -> Tone:
        """Its tone."""
        return self._shape.tone

    def set(self, text: str, tone: Tone | None = None, icon: str | None = None) -> None:
        """Change text and, where given, tone and icon."""
        self._shape = _PillShape(text, tone or self._shape.tone, icon or self._shape.icon, self._shape.small)
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._shape.size()

    def minimumSizeHint(self) -> QSize:
        return self._shape.size()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._shape.paint(
            QPainter(self), QRectF(self.rect()), hovered=self.underMouse() or self.isDown(), focused=self.hasFocus()
        )


class StatePill(PillButton):
    """The one pill at the top right that says whether everything is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "neutral", icon="cloud-outline", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Avatar(QWidget):
    """Initials of a person or a group on a tone.

    Args:
        name: whose initials; also the accessible name.
        tone: background tone.
        diameter: px at 100 %.
        square: rounded square, as in the roll.
        initials: overrides what is taken from the name, for instance ``11`` for a class.
    """

    def __init__(
        self,
        name: str = "",
        tone: Tone = "accent",
        *,
        diameter: int = 36,
        square: bool = False,
        initials: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._diameter = diameter
        self._square = square
        self.set_name(name, initials)
        follow_theme(self._retheme)

    def set_name(self, name: str, initials: str | None = None) -> None:
        """Show somebody else."""
        self._initials = initials_of(name) if initials is None else initials
        self.setAccessibleName(name)
        self.update()

    def initials(self) -> str:
        """What is drawn."""
        return self._initials

    def _retheme(self) -> None:
        side = theme().px(self._diameter)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._initials, self._tone, square=self._square)


def paint_avatar(
    painter: QPainter, rect: QRectF, initials: str, tone: Tone = "accent", *, square: bool = False
) -> None:
    """Draw initials on a tone into a rectangle."""
    soft, strong = tone_colors(tone)
    radius = theme().radius("control") if square else rect.width() / 2
    border = theme().color("border") if theme().appearance == "contrast" else None
    round_box(painter, rect, radius, fill=soft, border=border)
    painter.setFont(theme().font("label", bold=True))
    painter.setPen(strong)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)


def initials_of(name: str) -> str:
    """First letters of the first two words, with the vowel signs that belong to them in Sinhala and Tamil."""

    letters = ""
    for word in name.replace(".", " ").split()[:2]:
        letters += word[0].upper()
        for character in word[1:]:
            if not category(character).startswith("M"):
                break
            letters += character
    return letters


class SubjectBar(QWidget):
    """The coloured bar beside a lesson; decoration only, the subject is named beside it."""

    def __init__(self, subject: int | str, *, height: int | None = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._height = height
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        self.setFixedWidth(theme().px(4))
        if self._height is not None:
            self.setFixedHeight(theme().px(self._height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        round_box(QPainter(self), self.rect(), theme().radius("bar"), fill=theme().subject_color(self._subject))


class Dot(QWidget):
    """A small dot in a tone; always with words beside it."""

    def __init__(self, tone: Tone, *, diameter: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._diameter = diameter
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        side = theme().px(self._diameter)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        round_box(QPainter(self), self.rect(), self.width() / 2, fill=tone_color(self._tone))


def paint_badge(painter: QPainter, text: str, right: float, centre: float) -> None:
    """A count in a filled circle, its right edge and vertical centre given."""
    font = theme().font("micro")
    metrics = QFontMetrics(font)
    height = max(theme().px(18), metrics.height())
    width = max(height, metrics.horizontalAdvance(text) + theme().px(10))
    box = QRectF(right - width, centre - height / 2, width, height)
    round_box(painter, box, height / 2, fill=theme().color("accent"))
    painter.setFont(font)
    painter.setPen(theme().color("on-accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class IconLabel(QWidget):
    """An icon by itself, in a colour token; decoration unless it is given a name.

    Args:
        name: Material Design icon.
        tone: colour token.
        size: px at 100 %.
        label: accessible name.
    """

    def __init__(
        self, name: str, tone: str = "text-muted", *, size: int = 20, label: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setAccessibleName(label)
        follow_theme(self._retheme)

    def set(self, name: str, tone: str | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone or self._tone
        self.update()

    def _retheme(self) -> None:
        side = theme().px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, self.rect(), theme().color(self._tone))

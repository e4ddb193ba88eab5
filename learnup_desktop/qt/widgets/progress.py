"""Progress and time: a bar in one or several segments, and the countdown of an exam."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt import i18n
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import Tone, follow_theme, round_box, tone_color


class ProgressBar(QWidget):
    """How much of a whole, in one colour or in segments by tone.

    The numbers must also stand beside it as text; :meth:`set_segments` takes a description for screen readers.
    """

    def __init__(self, *, thickness: int = 8, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[tuple[float, Tone]] = []
        self._total = 1.0
        self._thickness = thickness
        self._label = label
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._retheme)

    def set_value(self, value: float, total: float = 1.0, *, tone: Tone = "accent", description: str = "") -> None:
        """One segment of ``value`` in ``total``."""
        self.set_segments([(value, tone)], total, description=description)

    def set_segments(self, segments: Sequence[tuple[float, Tone]], total: float, *, description: str = "") -> None:
        """Segments from the left, in units of ``total``; what is left stays empty."""
        self._segments = [(max(0.0, value), tone) for value, tone in segments]
        self._total = max(total, sum(value for value, _ in self._segments), 1e-9)
        percent = round(100 * sum(value for value, _ in self._segments) / self._total)
        self.setAccessibleName(self._label or i18n.format_percent(percent / 100))
        self.setAccessibleDescription(description or i18n.format_percent(percent / 100))
        self.update()

    def share(self) -> float:
        """0 to 1: how much is filled."""
        return sum(value for value, _ in self._segments) / self._total

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(self._thickness))

    def _retheme(self) -> None:
        self.setFixedHeight(theme().px(self._thickness))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = self.height() / 2
        border = theme().color("border") if theme().appearance == "contrast" else None
        round_box(painter, self.rect(), radius, fill=theme().color("surface-sunken"), border=border)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(clip)
        left = 0.0
        for value, tone in self._segments:
            width = self.width() * value / self._total
            painter.fillRect(QRectF(left, 0, width, self.height()), tone_color(tone))
            left += width


class CountdownLabel(QWidget):
    """Time left, by a clock that the caller owns (in an exam: the server's).

    It asks once a second, on the second, and only while it can be seen.

    Args:
        seconds_left: gives the remaining seconds; below zero counts as zero.
        caution_at: from how many seconds on the caution colour is used, with an icon that changes too.

    Attributes:
        expired: emitted once, when nothing is left.
    """

    expired = Signal()

    def __init__(
        self, seconds_left: Callable[[], float], *, caution_at: float = 300, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._seconds_left = seconds_left
        self._caution_at = caution_at
        self._text = ""
        self._left = 0.0
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self.updateGeometry)
        self.refresh()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def refresh(self) -> None:
        """Ask the clock now; also call this when the end was moved."""
        self._left = max(0.0, self._seconds_left())
        text = i18n.format_countdown(self._left)
        if len(text) != len(self._text):
            self.updateGeometry()
        self._text = text
        self.setAccessibleName(text)
        self.update()
        if self._left <= 0:
            if not self._told:
                self._told = True
                self.expired.emit()
            return
        self._told = False
        if self.isVisible():
            fraction = self._left % 1.0
            self._timer.start(max(20, round((fraction or 1.0) * 1000) + 5))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        # Expiry must be noticed when hidden too, so only the ticking stops.
        self._timer.start(max(0, round(self._left * 1000)))
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("title"))
        widest = "".join("0" if character.isdigit() else character for character in self._text)
        width = theme().px(22) + theme().px(8) + metrics.horizontalAdvance(widest)
        return QSize(width + theme().px(4), max(theme().px(30), metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        short = self._left <= self._caution_at
        side = look.px(22)
        clock = QRectF(0, (self.height() - side) / 2, side, side)
        name = "clock-alert-outline" if short else "clock-outline"
        paint_icon(painter, name, clock, look.color("caution" if short else "text-muted"))
        painter.setFont(look.font("title"))
        painter.setPen(look.color("caution" if short else "text"))
        area = QRectF(self.rect()).adjusted(side + look.px(8), 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)

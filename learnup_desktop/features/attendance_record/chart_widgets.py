"""A ring of shares and a month of days. What they draw stands beside them as text and is what a screen reader says."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.domain.timetable import week_start
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import STATE_ICONS, STATE_TONES
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Tone, focus_ring, follow_theme, round_box, tone_color, tone_colors

MOST_SHOWN = 3
"""Marks drawn in a day; a day with more says so in words only."""


class ShareRing(QWidget):
    """Segments of a whole as a ring, with the main share written in its middle.

    Attributes:
        text: what stands in the middle.
    """

    def __init__(self, diameter: int = 148) -> None:
        super().__init__()
        self._diameter = diameter
        self._segments: list[tuple[float, Tone]] = []
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_shares(self, segments: Sequence[tuple[float, Tone]], text: str, description: str) -> None:
        """Draw segments (any unit, from twelve o'clock on); ``description`` says them in words."""
        self._segments = [(value, tone) for value, tone in segments if value > 0]
        self.text = text
        self.setAccessibleName(description)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().px(self._diameter)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.px(14)
        box = QRectF(self.rect()).adjusted(width, width, -width, -width)
        pen = QPen(look.color("surface-sunken"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, 0, 360 * 16)
        total, start = sum(value for value, _ in self._segments), 90.0
        for value, tone in self._segments:
            angle = 360 * value / total
            pen.setColor(tone_color(tone))
            painter.setPen(pen)
            painter.drawArc(box, round(start * 16), round(-angle * 16))
            start -= angle
        painter.setPen(look.color("text"))
        painter.setFont(look.font("title", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)


class MonthCalendar(QWidget):
    """A month, week by week from Monday. Arrow keys move between days; the chosen day's lessons are the page's to show.

    Attributes:
        chosen: another day was chosen.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._month = date(2000, 1, 1)
        self._today = date(2000, 1, 1)
        self._day = self._month
        self._marks: Mapping[date, Sequence[AttendanceState]] = {}
        self._words: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_month(
        self,
        month: date,
        today: date,
        marks: Mapping[date, Sequence[AttendanceState]],
        words: Mapping[date, str],
    ) -> None:
        """Show another month.

        Args:
            month: its first day.
            today: gets a frame of its own.
            marks: states by day, in the order of the lessons.
            words: the same by day, for who does not see them.
        """
        same = month == self._month
        self._month, self._today, self._marks, self._words = month, today, marks, words
        if not same:
            # The last day with a mark, as what people come to see; else today or the first.
            inside = today if (today.year, today.month) == (month.year, month.month) else month
            self._day = max(marks, default=inside)
        self._say()
        self.updateGeometry()
        self.update()

    def day(self) -> date:
        """The chosen day."""
        return self._day

    def choose(self, day: date) -> None:
        """Choose a day of the month that is shown; others change nothing."""
        if (day.year, day.month) == (self._month.year, self._month.month) and day != self._day:
            self._day = day
            self._say()
            self.update()
            self.chosen.emit(day)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(360), self._head() + self._weeks() * self._cell_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(260), self.sizeHint().height())

    def box_of(self, day: date) -> QRectF:
        """Where a day is drawn."""
        first = week_start(self._month)
        week, column = divmod((day - first).days, 7)
        width = self.width() / 7
        return QRectF(column * width, self._head() + week * self._cell_height(), width, self._cell_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.choose(self._day + timedelta(days=steps[key]))
        elif key == Qt.Key.Key_Home:
            self.choose(self._month)
        elif key == Qt.Key.Key_End:
            self.choose(self._month.replace(day=monthrange(self._month.year, self._month.month)[1]))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._day_at(event.position())
        if found is not None:
            self.choose(found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and hasattr(event, "pos"):
            found = self._day_at(QPointF(event.pos()))
            self.setToolTip(self._words.get(found, "") if found is not None else "")
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text-muted"))
        first = week_start(self._month)
        for column in range(7):
            box = QRectF(column * self.width() / 7, 0, self.width() / 7, self._head())
            name = i18n.format_weekday(first + timedelta(days=column), short=True)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        for number in range(monthrange(self._month.year, self._month.month)[1]):
            self._paint_day(painter, self._month + timedelta(days=number))

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, gap = theme(), theme().px(2)
        box = self.box_of(day).adjusted(gap, gap, -gap, -gap)
        states = self._marks.get(day, ())
        fill = look.color("surface-sunken") if not states else tone_colors(STATE_TONES[_gravest(states)])[0]
        border = look.color("accent") if day == self._today else None
        round_box(painter, box, look.radius("control"), fill=fill, border=border)
        painter.setFont(look.font("caption", bold=day == self._today))
        painter.setPen(look.color("text" if states else "text-muted"))
        line = painter.fontMetrics().height()
        number = QRectF(box.left(), box.top() + look.px(3), box.width(), line)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, i18n.format_number(day.day))
        side, shown = look.px(14), states[:MOST_SHOWN]
        left = box.center().x() - len(shown) * side / 2
        for place, state in enumerate(shown):
            mark = QRectF(left + place * side, number.bottom() + look.px(2), side, side)
            paint_icon(painter, STATE_ICONS[state], mark, tone_color(STATE_TONES[state]))
        if day == self._day and self.hasFocus():
            focus_ring(painter, box.toAlignedRect(), look.radius("control"))
        elif day == self._day:
            round_box(painter, box, look.radius("control"), border=look.color("text-muted"))

    def _head(self) -> int:
        return self.fontMetrics().height() + theme().px(8)

    def _weeks(self) -> int:
        last = self._month.replace(day=monthrange(self._month.year, self._month.month)[1])
        return (last - week_start(self._month)).days // 7 + 1

    def _cell_height(self) -> int:
        return theme().px(48) + max(0, self.fontMetrics().height() - theme().px(18))

    def _day_at(self, place: QPointF) -> date | None:
        days = (self._month + timedelta(days=n) for n in range(monthrange(self._month.year, self._month.month)[1]))
        return next((day for day in days if self.box_of(day).contains(place)), None)

    def _say(self) -> None:
        said = self._words.get(self._day, "")
        self.setAccessibleName(", ".join(part for part in (i18n.format_date(self._day, weekday=True), said) if part))


def _gravest(states: Sequence[AttendanceState]) -> AttendanceState:
    order = (AttendanceState.ABSENT, AttendanceState.LATE, AttendanceState.EXCUSED, AttendanceState.PRESENT)
    return min(states, key=order.index)

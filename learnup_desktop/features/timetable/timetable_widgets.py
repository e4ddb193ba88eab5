"""The time grid: days side by side, hours downwards, lessons as tiles, a line where now is.

Tiles are widgets rather than painted areas, so that a screen reader and the Tab key find every lesson.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.features.timetable.week import DayPlan, Entry
from learnup_desktop.qt import i18n
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.painting import painting
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import ScrollColumn, focus_ring, follow_theme, mixed, round_box

HOUR_HEIGHT = 54
"""Least height of an hour, px at 100 %; a taller window gives more."""

GUTTER = 56
HEADER = 48
LEAST_DAY = 40
"""Narrowest column, px at 100 %: the page turns to one day before it gets so thin."""
NOW_INTERVAL_MS = 30_000


@dataclass(frozen=True, slots=True)
class TileWords:
    """What a tile says, worded by the page. ``change``: cancelled, or moved from where."""

    title: str
    place: str
    topic: str
    spoken: str
    change: str = ""


class LessonTile(QWidget):
    """One lesson, or the trace of where it was before it moved."""

    opened = Signal(object)

    def __init__(self, entry: Entry, words: TileWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.written = QRect()
        """Where its words stand, as last painted."""
        self.show_entry(entry, words)

    def show_entry(self, entry: Entry, words: TileWords) -> None:
        """Show this; a tile is used again when another week is shown."""
        self.entry = entry
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if entry.trace else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words.spoken)
        self.setToolTip(words.spoken)
        self.setCursor(Qt.CursorShape.ArrowCursor if entry.trace else Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, not entry.trace)
        self.update()

    def lesson(self) -> Lesson:
        """Which lesson."""
        return self.entry.lesson

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if not self.entry.trace and event.button() == Qt.MouseButton.LeftButton and inside:
            self.opened.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.entry.trace:
            self._paint_trace(painter)
        else:
            self._paint_lesson(painter)

    def _paint_trace(self, painter: QPainter) -> None:
        look = theme()
        painter.setPen(QPen(look.color("text-muted"), 1, Qt.PenStyle.DashLine))
        radius = look.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = look.font("caption")
        font.setStrikeOut(True)
        lines = [(self._words.title, font, "text-muted"), (self._words.change, look.font("caption"), "text-muted")]
        self._lines(painter, lines)

    def _paint_lesson(self, painter: QPainter) -> None:
        look = theme()
        cancelled = self.entry.lesson.state is LessonState.CANCELLED
        radius = look.radius("control")
        fill = look.color("surface" if cancelled else "surface-raised")
        if self.underMouse():
            fill = mixed(fill, look.color("text"), 0.04)
        round_box(painter, self.rect(), radius, fill=fill, border=look.color("border"))
        bar = QPainterPath()
        bar.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.save()
        painter.setClipRect(QRect(0, 0, look.px(4), self.height()))
        painter.fillPath(bar, look.color("border") if cancelled else look.subject_color(self.entry.lesson.colour))
        painter.restore()
        title = look.font("label", bold=True)
        title.setStrikeOut(cancelled)
        lines = [(self._words.title, title, "text-muted" if cancelled else "text")]
        caption = look.font("caption")
        if cancelled:
            lines.append((self._words.change, look.font("caption", bold=True), "critical"))
        elif self.entry.lesson.state is LessonState.MOVED:
            lines.append((self._words.change, look.font("caption", bold=True), "caution"))
        lines.append((self._words.place, caption, "text-muted"))
        lines.append((self._words.topic, caption, "text-muted"))
        self._lines(painter, lines, icon=self._state_icon())
        if self.hasFocus():
            focus_ring(painter, self.rect(), radius)

    def _state_icon(self) -> tuple[str, str] | None:
        """Icon and tone at the tile's corner; nothing is said by colour alone."""
        state = self.entry.lesson.state
        if state is LessonState.CANCELLED:
            return "calendar-remove-outline", "critical"
        if state is LessonState.MOVED:
            return "calendar-clock-outline", "caution"
        return ("video-outline", "text-muted") if self.entry.lesson.online else None

    def _lines(
        self, painter: QPainter, lines: Sequence[tuple[str, QFont, str]], icon: tuple[str, str] | None = None
    ) -> None:
        look = theme()
        left, right, top = look.px(12), look.px(8), look.px(7)
        bottom = self.height() - look.px(3)
        room = self.width() - left - right
        side = look.px(16)
        narrow = room < look.px(80)
        self.written = QRect()
        if icon is not None and not narrow:
            paint_icon(painter, icon[0], QRectF(self.width() - right - side, top, side, side), look.color(icon[1]))
        first = True
        for text, font, tone in lines:
            if not text:
                continue
            metrics = QFontMetrics(font)
            if not first and top + metrics.height() > bottom:
                return
            width = room - (side + look.px(4) if first and icon is not None and not narrow else 0)
            painter.setFont(font)
            painter.setPen(look.color(tone))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            area = QRectF(left, top, width + 2, metrics.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            self.written |= QRect(left, top, metrics.horizontalAdvance(shown), metrics.height())
            top += metrics.height()
            first = False


class _NowLine(QWidget):
    """Above the tiles, invisible to the mouse. It leaves out words: a line through them means something else here."""

    def __init__(self, canvas: "_Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, thick = self.height() / 2, look.px(2)
        start = 0
        for left, right in (*self.left_out(), (self.width(), self.width())):
            painter.fillRect(QRectF(start, middle - thick / 2, max(0, left - start), thick), look.color("critical"))
            start = right

    def left_out(self) -> list[tuple[int, int]]:
        """Spans of the line that would cross words, px from its left."""
        air, y = theme().px(4), self.geometry().center().y()
        spans = []
        for tile in self._canvas.tiles:
            words = tile.written.translated(tile.pos())
            if words.contains(words.left(), y) and self.geometry().contains(words.left(), y):
                spans.append((words.left() - air - self.x(), words.right() + air - self.x()))
        return sorted(spans)


class _Canvas(QWidget):
    """Columns and hour lines; holds the tiles and puts them where their times are."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.days: tuple[DayPlan, ...] = ()
        self.hours = (8, 17)
        self.tiles: list[LessonTile] = []
        self._line = _NowLine(self)
        self.least_height = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)

    def columns(self) -> list[tuple[int, int]]:
        """Left edge and width of every day, px."""
        gutter = theme().px(GUTTER)
        count = max(1, len(self.days))
        room = self.width() - gutter
        edges = [gutter + round(room * index / count) for index in range(count + 1)]
        return [(edges[index], edges[index + 1] - edges[index]) for index in range(count)]

    def y_of(self, hour: float) -> float:
        """Where an hour of the day is, px from the top."""
        first, last = self.hours
        return theme().px(6) + (self.height() - theme().px(6)) * (hour - first) / (last + 0.5 - first)

    def minimumSizeHint(self) -> QSize:
        first, last = self.hours
        return QSize(
            theme().px(GUTTER + LEAST_DAY * max(1, len(self.days))),
            round((last + 0.5 - first) * theme().px(HOUR_HEIGHT)),
        )

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def place(self) -> None:
        """Give every tile and the now-line their places."""
        look = theme()
        columns = self.columns()
        gap = look.px(4)
        for tile in self.tiles:
            day = next(index for index, plan in enumerate(self.days) if tile.entry in plan.entries)
            left, width = columns[day]
            lane = (width - 2 * gap) / tile.entry.count
            start, end = self._span(tile.entry)
            top, bottom = round(self.y_of(start)), round(self.y_of(end))
            x = left + gap + round(lane * tile.entry.index)
            tile.setGeometry(
                x, top, round(lane) - (look.px(2) if tile.entry.count > 1 else 0), max(bottom - top - 2, look.px(22))
            )
        self.place_now()

    def place_now(self) -> None:
        """Put the line where now is; hidden when now is not among what is shown."""
        here = i18n.local(self._now())
        hour = here.hour + here.minute / 60
        first, last = self.hours
        for index, plan in enumerate(self.days):
            if plan.day == here.date() and first <= hour <= last + 0.5:
                left, width = self.columns()[index]
                self._line.setGeometry(left, round(self.y_of(hour)) - theme().px(4), width, theme().px(8))
                self._line.show()
                self._line.raise_()
                return
        self._line.hide()

    def _span(self, entry: Entry) -> tuple[float, float]:
        start, end = i18n.local(entry.starts_at), i18n.local(entry.ends_at)
        until = 24.0 if end.date() > start.date() else end.hour + end.minute / 60
        return start.hour + start.minute / 60, until

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        today = i18n.local(self._now()).date()
        for (left, width), plan in zip(self.columns(), self.days, strict=False):
            if plan.day == today and len(self.days) > 1:
                painter.fillRect(QRect(left, 0, width, self.height()), look.color("accent-soft"))
            painter.fillRect(QRect(left, 0, 1, self.height()), look.color("border"))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text-muted"))
        metrics = QFontMetrics(look.font("caption"))
        for hour in range(self.hours[0], self.hours[1] + 1):
            area = QRectF(
                0, self.y_of(hour) - metrics.height() / 2 + look.px(4), look.px(GUTTER) - look.px(8), metrics.height()
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour}:00")


class _Header(QWidget):
    """The names of the days; today in the accent."""

    def __init__(self, canvas: _Canvas, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._canvas = canvas
        self._now = now
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        metrics = QFontMetrics(theme().font("label", bold=True))
        self.setFixedHeight(max(theme().px(HEADER), metrics.height() + theme().px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        today = i18n.local(self._now()).date()
        font = look.font("label", bold=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        columns = self._canvas.columns()
        names = [f"{i18n.format_weekday(plan.day)} {plan.day.day}" for plan in self._canvas.days]
        if any(
            metrics.horizontalAdvance(name) > width - look.px(12)
            for name, (_, width) in zip(names, columns, strict=False)
        ):
            names = [f"{i18n.format_weekday(plan.day, short=True)} {plan.day.day}" for plan in self._canvas.days]
        for (left, width), plan, text in zip(columns, self._canvas.days, names, strict=False):
            if plan.day == today:
                painter.fillRect(QRect(left, 0, width, self.height()), look.color("accent-soft"))
            painter.fillRect(QRect(left, 0, 1, self.height()), look.color("border"))
            painter.setPen(look.color("accent" if plan.day == today else "text"))
            painter.drawText(QRect(left, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, text)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.color("border"))


class TimeGrid(QFrame):
    """The card with header and scrolling hours.

    Args:
        now: server time.
        words: what a tile says.

    Attributes:
        opened: the tile whose lesson somebody wants to see.
    """

    opened = Signal(object)

    def __init__(self, now: Callable[[], datetime], words: Callable[[Entry], TileWords]) -> None:
        super().__init__()
        self._words = words
        self._canvas = _Canvas(now)
        self._header = _Header(self._canvas, now)
        self._scroll = ScrollColumn(self._canvas)
        self._timer = QTimer(self)
        self._timer.setInterval(NOW_INTERVAL_MS)
        self._timer.timeout.connect(self._canvas.place_now)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(240))
        self._header.setParent(self)
        self._scroll.setParent(self)
        follow_theme(self._lay_out)

    def show_days(self, days: Sequence[DayPlan], hours: tuple[int, int]) -> None:
        """Show other days, keeping the focus on the same lesson where it is still there."""
        focused = next((tile.lesson().id for tile in self._canvas.tiles if tile.hasFocus()), None)
        # Traces first, so that a real lesson at the same time lies above.
        entries = sorted((entry for plan in days for entry in plan.entries), key=lambda entry: not entry.trace)
        for tile in self._canvas.tiles[len(entries) :]:
            tile.hide()
            tile.setParent(None)
            tile.deleteLater()
        painting().in_next_turn(self)
        self._canvas.days = tuple(days)
        self._canvas.hours = hours
        self._canvas.tiles = self._canvas.tiles[: len(entries)]
        for index, entry in enumerate(entries):
            if index < len(self._canvas.tiles):
                self._canvas.tiles[index].show_entry(entry, self._words(entry))
                continue
            tile = LessonTile(entry, self._words(entry), self._canvas)
            tile.opened.connect(self.opened)
            tile.show()
            self._canvas.tiles.append(tile)
        self._canvas.updateGeometry()
        self._canvas.place()
        self._canvas.update()
        self._header.update()
        for tile in self._canvas.tiles:
            if tile.lesson().id == focused and not tile.entry.trace:
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def tiles(self) -> list[LessonTile]:
        """Every tile, for tests and the walk-through."""
        return list(self._canvas.tiles)

    def days(self) -> list[date]:
        """What is shown."""
        return [plan.day for plan in self._canvas.days]

    def reveal(self, hour: float) -> None:
        """Scroll so that an hour of the day stands in the upper third."""
        above = self._scroll.viewport().height() // 3
        self._scroll.verticalScrollBar().setValue(round(self._canvas.y_of(hour)) - above)

    def move_focus(self, dx: int, dy: int) -> None:
        """To the lesson before or after, or the nearest in time on the next day that has one."""
        tiles = [tile for tile in self._canvas.tiles if not tile.entry.trace]
        if not tiles:
            return
        current = next((tile for tile in tiles if tile.hasFocus()), None)
        if current is None:
            target: LessonTile | None = min(tiles, key=lambda tile: tile.entry.starts_at)
        elif dy:
            same = sorted((tile for tile in tiles if self._day(tile) == self._day(current)), key=_when)
            target = same[max(0, min(len(same) - 1, same.index(current) + dy))]
        else:
            target = self._nearest_beside(tiles, current, dx)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(target)

    def _nearest_beside(self, tiles: Sequence[LessonTile], current: LessonTile, dx: int) -> LessonTile | None:
        day = self._day(current)
        beside = [tile for tile in tiles if (self._day(tile) - day) * dx > 0]
        middle = current.geometry().center().y()
        return min(
            beside,
            key=lambda tile: (abs(self._day(tile) - day), abs(tile.geometry().center().y() - middle)),
            default=None,
        )

    def _day(self, tile: LessonTile) -> int:
        return next(index for index, plan in enumerate(self._canvas.days) if tile.entry in plan.entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_focus(*step)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._canvas.place_now()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._header.update()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        header = self._header.height()
        self._header.setGeometry(1, 1, self.width() - 2, header)
        self._scroll.setGeometry(1, 1 + header, self.width() - 2, self.height() - header - 2 - theme().px(4))
        self._canvas.updateGeometry()
        self._canvas.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        box = look.color("surface-raised")
        round_box(QPainter(self), self.rect(), look.radius("card"), fill=box, border=look.color("border"))


def _when(tile: LessonTile) -> tuple[datetime, int]:
    return tile.entry.starts_at, tile.entry.index

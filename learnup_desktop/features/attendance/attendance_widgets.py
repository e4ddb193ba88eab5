"""The roll as a grid of tiles. A tile paints itself, and is used again for another student when the roll changes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.qt.attendance_words import STATE_ICONS, STATE_TONES
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    FlowGrid,
    Tone,
    focus_ring,
    follow_theme,
    initials_of,
    mixed,
    round_box,
    tone_color,
    tone_colors,
)


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile shows besides the student.

    Attributes:
        text: ``Late 8 min``; empty when not marked.
        state: None when not marked.
        detail: beside the pill, such as the reason.
        sent: False while the mark is only on this PC.
        spoken: all of it in words.
        last: what stood in the last lesson.
        asked: a proposal waits for an answer; ``text`` asks.
    """

    text: str = ""
    state: AttendanceState | None = None
    detail: str = ""
    sent: bool = True
    spoken: str = ""
    last: AttendanceState | None = None
    asked: bool = False


class StudentTile(QWidget):
    """One student."""

    focused = Signal(object)
    clicked = Signal(object)

    def __init__(self, student: RollStudent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.student = student
        self._shown = TileState()
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def set_student(self, student: RollStudent) -> None:
        """Become another student's tile, without a mark."""
        if student != self.student:
            self.student = student
            self._shown = TileState()
            self.setAccessibleName("")
            self.update()

    def shown(self) -> TileState:
        """What it says now."""
        return self._shown

    def show_state(self, state: TileState) -> None:
        """Say something else."""
        if state != self._shown or not self.accessibleName():
            self._shown = state
            self.setAccessibleName(f"{self.student.name}, {self.student.index_number}, {state.spoken}")
            self.setToolTip(state.spoken)
            self.update()

    def set_current(self, current: bool) -> None:
        """The tile that keys act on; the only one that Tab reaches."""
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(190), _tile_height(theme().zoom_percent))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        radius = look.radius("card")
        fill = look.color("surface-raised")
        if self.underMouse():
            fill = mixed(fill, look.color("text"), 0.04)
        round_box(painter, self.rect(), radius, fill=fill, border=look.color("border"))
        self._paint_student(painter)
        self._paint_mark(painter)
        if self._current:
            focus_ring(painter, self.rect(), radius)

    def _paint_student(self, painter: QPainter) -> None:
        look = theme()
        left, top, side = look.px(12), look.px(10), look.px(40)
        soft, strong = tone_colors("accent")
        box = QRectF(left, top, side, side)
        round_box(painter, box, look.radius("control"), fill=soft)
        painter.setFont(look.font("label", bold=True))
        painter.setPen(strong)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials_of(self.student.name))
        start = left + side + look.px(10)
        room = self.width() - start - look.px(10)
        if self._shown.last is not None:
            # The last lesson at the number's right: a shape and a colour, and in words for who asks or does not see.
            mark_side = look.px(16)
            room -= mark_side + look.px(2)
            place = QRectF(self.width() - look.px(10) - mark_side, top + (side - mark_side) / 2, mark_side, mark_side)
            paint_icon(painter, STATE_ICONS[self._shown.last], place, tone_color(STATE_TONES[self._shown.last]))
        name, index = look.font("body", bold=True), look.font("caption")
        name_metrics, index_metrics = QFontMetrics(name), QFontMetrics(index)
        y = top + (side - name_metrics.height() - index_metrics.height()) / 2
        painter.setFont(name)
        painter.setPen(look.color("text"))
        shown = name_metrics.elidedText(self.student.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(start, y, room + 2, name_metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setFont(index)
        painter.setPen(look.color("text-muted"))
        below = QRectF(start, y + name_metrics.height(), room, index_metrics.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self.student.index_number)

    def _paint_mark(self, painter: QPainter) -> None:
        look = theme()
        if self._shown.state is None and not self._shown.asked:
            return
        font = look.font("caption")
        metrics = QFontMetrics(font)
        height = max(look.px(24), metrics.height() + look.px(6))
        tone: Tone = STATE_TONES[self._shown.state] if self._shown.state is not None else "neutral"
        soft, strong = tone_colors(tone)
        width = min(metrics.horizontalAdvance(self._shown.text) + look.px(20), self.width() - look.px(24))
        pill = QRectF(look.px(12), self.height() - look.px(12) - height, width, height)
        border = strong if look.appearance == "contrast" else None
        round_box(painter, pill, height / 2, fill=soft, border=border)
        painter.setFont(font)
        painter.setPen(strong)
        inside = pill.adjusted(look.px(10), 0, -look.px(8), 0)
        shown = metrics.elidedText(self._shown.text, Qt.TextElideMode.ElideRight, int(inside.width()) + 2)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
        left = pill.right() + look.px(6)
        side = look.px(16)
        right = self.width() - look.px(12)
        if not self._shown.sent:
            right -= side
            cloud = QRectF(right, pill.center().y() - side / 2, side, side)
            paint_icon(painter, "cloud-upload-outline", cloud, tone_color("neutral"))
            right -= look.px(4)
        room = int(right - left)
        if self._shown.detail and room > look.px(24):
            painter.setPen(look.color("text-muted"))
            detail = metrics.elidedText(self._shown.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, pill.top(), room + 2, height), Qt.AlignmentFlag.AlignVCenter, detail)


@cache
def _tile_height(zoom_percent: int) -> int:
    """All tiles are equally high; only the zoom changes how high."""
    look = theme()
    words = QFontMetrics(look.font("body", bold=True)).height() + QFontMetrics(look.font("caption")).height()
    pill = max(look.px(24), QFontMetrics(look.font("caption")).height() + look.px(6))
    return look.px(10) + max(look.px(40), words) + look.px(8) + pill + look.px(12)


class RollGrid(FlowGrid):
    """The tiles. Arrow keys, Home and End move; every other key is the page's.

    Attributes:
        current_changed: index of the student that keys act on now.
        details_wanted: Enter was pressed on the current student.
        tile_added: a tile that shows a student from now on; it has no mark yet.
    """

    current_changed = Signal(int)
    details_wanted = Signal()
    tile_added = Signal(object)

    def __init__(self) -> None:
        super().__init__(minimum_column=184, gap=2.5)
        self._tiles: list[StudentTile] = []
        self._students: Sequence[RollStudent] = ()
        self._current = -1
        self._building = Gradual(self)

    def show_students(self, students: Sequence[RollStudent]) -> None:
        """Show another roll; its first student is current. A long one is there after a few turns of the loop."""
        self._students = tuple(students)
        if self._current >= 0:
            self._tiles[self._current].set_current(False)
        self._current = -1
        for tile in self._tiles[len(students) :]:
            tile.hide()
            tile.setParent(None)
            tile.deleteLater()
        del self._tiles[len(students) :]
        self._building.start(self._build())

    def _build(self) -> Iterator[None]:
        for index, student in enumerate(self._students):
            if index < len(self._tiles):
                tile = self._tiles[index]
                tile.set_student(student)
            else:
                tile = StudentTile(student, self)
                tile.focused.connect(self._focused)
                self._tiles.append(tile)
                self.add(tile)
            self.tile_added.emit(tile)
            if self._current < 0:
                self.set_current(0, focus=False)
            yield

    def tiles(self) -> list[StudentTile]:
        """In the order of the roll; those that are there already."""
        return list(self._tiles)

    def finish(self) -> None:
        """Have all tiles now."""
        self._building.finish()

    def current(self) -> int:
        """Index of the student that keys act on; -1 when the roll is empty."""
        return self._current

    def set_current(self, index: int, *, focus: bool = True) -> None:
        """Move there, even where no tile is yet."""
        if len(self._tiles) <= index < len(self._students):
            self.finish()
        if not 0 <= index < len(self._tiles):
            return
        changed = index != self._current
        if changed and self._current >= 0:
            self._tiles[self._current].set_current(False)
        self._current = index
        self._tiles[index].set_current(True)
        if focus:
            self._tiles[index].setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.current_changed.emit(index)

    def _focused(self, tile: StudentTile) -> None:
        self.set_current(self._tiles.index(tile), focus=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._tiles or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit()
            return
        columns, last = max(1, self.columns()), len(self._students) - 1
        target = {
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Up: self._current - columns,
            Qt.Key.Key_Down: self._current + columns,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        elif 0 <= target <= last:
            self.set_current(target)
        elif target > last and self._current // columns < last // columns:
            self.set_current(last)

"""The sheet that is drawn on: pen, eraser, undo, redo, clear.

Strokes are kept in the sheet's own units, so that a drawing is the same at every zoom and window size. The paper is
white and the ink dark whatever the theme: it is what the marker sees.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageWriter, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import focus_ring, follow_theme, round_box

SHEET = QSize(1400, 800)
"""Pixels of the picture that is kept."""
PEN, ERASER = 3.5, 36.0
INKS = (QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.darkBlue), QColor(Qt.GlobalColor.darkRed))


@dataclass(slots=True)
class _Stroke:
    ink: QColor
    width: float
    points: list[QPointF] = field(default_factory=list)


def encode_png(image: QImage) -> bytes:
    """The picture as PNG; may be called on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


class SketchPad(QWidget):
    """A white sheet.

    Attributes:
        changed: something was drawn, undone or cleared by the student's hand.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ground = QImage()
        self._strokes: list[_Stroke] = []
        self._undone: list[_Stroke] = []
        self._cleared: list[_Stroke] | None = None
        self._image = QImage(SHEET, QImage.Format.Format_RGB32)
        self._under_way: _Stroke | None = None
        self.ink = INKS[0]
        self.erasing = False
        self.setObjectName("sketch")
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._paint_all()
        follow_theme(self.updateGeometry)

    def image(self) -> QImage:
        """A copy of the drawing as it is now."""
        return self._image.copy()

    def empty(self) -> bool:
        """Whether nothing is on the sheet."""
        return not self._strokes and self._ground.isNull()

    def set_ground(self, image: QImage) -> None:
        """Begin with a drawing of an earlier run; what was drawn since stays on top."""
        self._ground = image
        self._paint_all()

    def undo(self) -> None:
        """Take back the last stroke, or a clearing."""
        if self._cleared is not None and not self._strokes:
            self._strokes, self._cleared = self._cleared, None
        elif self._strokes:
            self._undone.append(self._strokes.pop())
        else:
            return
        self._paint_all()
        self.changed.emit()

    def redo(self) -> None:
        """Draw again what was taken back."""
        if self._undone:
            self._strokes.append(self._undone.pop())
            self._paint_all()
            self.changed.emit()

    def clear(self) -> None:
        """An empty sheet; undo brings the strokes back."""
        if self.empty():
            return
        self._cleared = self._strokes
        self._strokes, self._undone = [], []
        self._ground = QImage()
        self._paint_all()
        self.changed.emit()

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._strokes or self._cleared)

    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone)

    # --- drawing -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            white = QColor(Qt.GlobalColor.white)
            self._under_way = _Stroke(white if self.erasing else self.ink, ERASER if self.erasing else PEN)
            self._add_point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._under_way is not None:
            self._add_point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        stroke, self._under_way = self._under_way, None
        if stroke is not None:
            self._strokes.append(stroke)
            self._undone = []
            self._cleared = None
            self.changed.emit()

    def heightForWidth(self, width: int) -> int:
        return round(width * SHEET.height() / SHEET.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = theme().px(640)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), self.heightForWidth(max(theme().px(240), min(self.width(), theme().px(760)))))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        white = QColor(Qt.GlobalColor.white)
        round_box(painter, self.rect(), look.radius("control"), fill=white, border=look.color("border"))
        painter.drawImage(self._area(), self._image)
        round_box(painter, self.rect(), look.radius("control"), border=look.color("border"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("control"))

    def _area(self) -> QRectF:
        inset = theme().px(2)
        room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        size = SHEET.scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) / 2
        return QRectF(left, room.top() + (room.height() - size.height()) / 2, size.width(), size.height())

    def _add_point(self, at: QPointF) -> None:
        stroke = self._under_way
        if stroke is None:
            return
        area = self._area()
        scale = SHEET.width() / max(1.0, area.width())
        stroke.points.append(QPointF((at.x() - area.left()) * scale, (at.y() - area.top()) * scale))
        painter = QPainter(self._image)
        _draw(painter, stroke, stroke.points[-2:])
        painter.end()
        self.update()

    def _paint_all(self) -> None:
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        if not self._ground.isNull():
            painter.drawImage(QRectF(0, 0, SHEET.width(), SHEET.height()), self._ground)
        for stroke in self._strokes:
            _draw(painter, stroke, stroke.points)
        painter.end()
        self.update()


def _draw(painter: QPainter, stroke: _Stroke, points: list[QPointF]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caps, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(stroke.ink, stroke.width, Qt.PenStyle.SolidLine, caps, joins))
    if len(points) == 1:
        painter.drawPoint(points[0])
    else:
        painter.drawPolyline(QPolygonF(points))

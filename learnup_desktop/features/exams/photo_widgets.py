"""Photographs of paper working: what is kept of one, the small card in the answer, and the frame that cuts it.

A photograph is turned upright, made as large as a marker needs and freed of what a camera writes into it (where it was
taken, among other things).
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.features.exams.sketch_widgets import encode_png
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, IconButton, Row, WrapLabel, focus_ring, follow_theme, round_box

LONGEST_SIDE = 3200
"""Pixels of a kept photograph: an A4 page at 270 dots an inch."""
LARGEST_SOURCE_BYTES = 40 * 1024 * 1024
WHOLE = QRectF(0.0, 0.0, 1.0, 1.0)
"""A cut that cuts nothing off; shares of width and height."""
LEAST_SHARE = 0.1
"""Of width and height that is left at least."""
KEY_STEP = 0.02


def prepare_photo(path: Path) -> bytes:
    """A photograph as it is kept; runs on a thread.

    Raises:
        RuleViolation: no picture that can be read, or too large.
        OSError: the file cannot be read.
    """
    if path.stat().st_size > LARGEST_SOURCE_BYTES:
        raise RuleViolation("too large")
    read, is_png = _read(path.read_bytes(), LONGEST_SIDE)
    image = _only_pixels(read)
    kept = encode_png(image) if is_png else b""
    return kept if kept and len(kept) <= MAXIMUM_WORK_BYTES else _encode_jpeg(image)


def read_photo(data: bytes, longest: int) -> QImage:
    """A photograph upright, with no side longer than ``longest`` pixels; runs on a thread.

    Raises:
        RuleViolation: no picture that can be read.
    """
    return _read(data, longest)[0]


def finish_photo(data: bytes, quarter_turns: int, cut: QRectF) -> bytes:
    """A photograph turned (clockwise) and then cut (shares of the turned picture), as it is kept; runs on a thread.

    Raises:
        RuleViolation: no picture that can be read.
    """
    image = read_photo(data, 2 * LONGEST_SIDE).transformed(QTransform().rotate(90 * (quarter_turns % 4)))
    width, height = image.width(), image.height()
    part = QRect(
        round(cut.left() * width), round(cut.top() * height), round(cut.width() * width), round(cut.height() * height)
    )
    image = image.copy(part.intersected(image.rect()))
    if max(image.width(), image.height()) > LONGEST_SIDE:
        aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, aspect, smooth)
    return _encode_jpeg(_only_pixels(image))


def _read(data: bytes, longest: int) -> tuple[QImage, bool]:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    is_png = bytes(reader.format().data()) == b"png"
    read = reader.read()
    if read.isNull():
        raise RuleViolation("no picture")
    return read, is_png


def _only_pixels(read: QImage) -> QImage:
    """Only the pixels go on: Qt would carry what else stood in the file into the new one."""
    image = QImage(read.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, read)
    painter.end()
    return image


def _encode_jpeg(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(88)
    writer.write(image)
    return bytes(data.data())


class PhotoCard(QWidget):
    """One photograph, small, with where it is and a way to take it out.

    Attributes:
        removed: the student takes it out of the answer.
    """

    removed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._picture = QPixmap()
        self._missing = False
        self.word = WrapLabel("", "caption", "text-muted")
        self.remove = IconButton("trash-can-outline", "", size=30)
        self.remove.clicked.connect(self.removed)
        foot = Row(gap=1, margins=(2, 0, 0, 0))
        foot.addWidget(self.word, 1)
        foot.addWidget(self.remove)
        column = Column(self, gap=0)
        column.addStretch(1)
        column.addLayout(foot)
        follow_theme(self._retheme)

    def show_picture(self, data: bytes | None) -> None:
        """The picture, or that it is not on this PC."""
        image = QImage.fromData(data) if data else QImage()
        self._missing = image.isNull()
        if not self._missing:
            self._picture = QPixmap.fromImage(
                image.scaled(400, 300, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
        self.update()

    def show_place(self, sent: bool) -> None:
        """Where it is."""
        if self._missing:
            self.word.setText(self.tr("Not on this PC"))
        else:
            self.word.setText(self.tr("At school") if sent else self.tr("On this PC"))
        name = self.tr("Photograph {n}").format(n=i18n.format_number(self._number + 1))
        self.setAccessibleName(f"{name}, {self.word.text()}")
        self.remove.set_label(self.tr("Take out photograph {n}").format(n=i18n.format_number(self._number + 1)))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(168), theme().px(150))

    def _retheme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill, border = look.color("surface-raised"), look.color("border")
        round_box(painter, self.rect(), look.radius("control"), fill=fill, border=border)
        if self._picture.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(look.px(6), look.px(6), -look.px(6), -look.px(40))
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) // 2
        top = room.top() + (room.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._picture)


class PhotoFrame(QWidget):
    """A photograph that can be turned, with a frame around what is kept of it: corners are dragged, arrows push edges.

    Attributes:
        changed: turned, or cut otherwise.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._shown = QPixmap()
        self.quarter_turns = 0
        self.cut = QRectF(WHOLE)
        self._corner: tuple[bool, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self._retheme)

    def show_photo(self, image: QImage) -> None:
        """Begin with a new photograph, whole and as it was taken."""
        self._image, self.quarter_turns = image, 0
        self._turned()

    def turn(self, quarter_turns: int) -> None:
        """Turn by so many quarters, clockwise; the frame takes in the whole again."""
        self.quarter_turns = (self.quarter_turns + quarter_turns) % 4
        self._turned()

    def set_cut(self, cut: QRectF) -> None:
        """Keep this part, at least ``LEAST_SHARE`` of each side."""
        left, top = min(max(cut.left(), 0.0), 1 - LEAST_SHARE), min(max(cut.top(), 0.0), 1 - LEAST_SHARE)
        right, bottom = max(min(cut.right(), 1.0), left + LEAST_SHARE), max(min(cut.bottom(), 1.0), top + LEAST_SHARE)
        self.cut = QRectF(left, top, right - left, bottom - top)
        self.changed.emit()
        self.update()

    def _turned(self) -> None:
        self._shown = QPixmap.fromImage(self._image.transformed(QTransform().rotate(90 * self.quarter_turns)))
        self.set_cut(QRectF(WHOLE))

    def _retheme(self) -> None:
        self.setFixedHeight(theme().px(330))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(330))

    def _area(self) -> QRectF:
        """Where the whole photograph is drawn."""
        margin = theme().px(10)
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        size = self._shown.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(room.center())
        return area

    def _kept(self) -> QRectF:
        area = self._area()
        return QRectF(
            area.left() + self.cut.left() * area.width(),
            area.top() + self.cut.top() * area.height(),
            self.cut.width() * area.width(),
            self.cut.height() * area.height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow pushes the edge that it points away from; Home takes the whole picture."""
        step, cut = KEY_STEP, QRectF(self.cut)
        match event.key():
            case Qt.Key.Key_Left:
                cut.setRight(cut.right() - step)
            case Qt.Key.Key_Right:
                cut.setLeft(min(cut.left() + step, cut.right() - LEAST_SHARE))
            case Qt.Key.Key_Up:
                cut.setBottom(cut.bottom() - step)
            case Qt.Key.Key_Down:
                cut.setTop(min(cut.top() + step, cut.bottom() - LEAST_SHARE))
            case Qt.Key.Key_Home:
                cut = QRectF(WHOLE)
            case _:
                super().keyPressEvent(event)
                return
        self.set_cut(cut)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._shown.isNull():
            middle, at = self._kept().center(), event.position()
            self._corner = at.x() >= middle.x(), at.y() >= middle.y()
            self._drag(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._corner is not None:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._corner = None

    def _drag(self, at: QPointF) -> None:
        """The corner nearest to where the drag began goes along."""
        assert self._corner is not None  # both callers have seen it
        area, cut = self._area(), QRectF(self.cut)
        x = min(max((at.x() - area.left()) / max(1.0, area.width()), 0.0), 1.0)
        y = min(max((at.y() - area.top()) / max(1.0, area.height()), 0.0), 1.0)
        if self._corner[0]:
            cut.setRight(max(x, cut.left() + LEAST_SHARE))
        else:
            cut.setLeft(min(x, cut.right() - LEAST_SHARE))
        if self._corner[1]:
            cut.setBottom(max(y, cut.top() + LEAST_SHARE))
        else:
            cut.setTop(min(y, cut.bottom() - LEAST_SHARE))
        self.set_cut(cut)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        fill, border = look.color("surface-sunken"), look.color("border")
        round_box(painter, self.rect(), look.radius("card"), fill=fill, border=border)
        if self._shown.isNull():
            return
        area, kept = self._area(), self._kept()
        painter.drawPixmap(area.toRect(), self._shown)
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(area)
        inside.addRect(kept)
        veil = QColor(look.color("surface"))
        veil.setAlphaF(0.6)
        painter.fillPath(outside.subtracted(inside), veil)
        pen = painter.pen()
        pen.setColor(look.color("accent"))
        pen.setWidthF(look.px(2))
        painter.setPen(pen)
        painter.drawRect(kept)
        side = look.px(12)
        for corner in (kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight()):
            painter.fillRect(QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side), look.color("accent"))
        if self.hasFocus():
            focus_ring(painter, self.rect(), look.radius("card"), look.color("accent"))

"""The camera's picture on a page: mirrored, in a rounded box, with or without the oval that a face should fill."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import Tone, round_box, tone_color

_FRAMES_A_SECOND = 10
"""Smooth enough to sit up straight by; twice as many would cost an old PC without helping anybody."""


class CameraPicture(Protocol):
    """What is drawn: ``rgb`` has ``height`` rows of ``width`` times three bytes."""

    @property
    def sequence(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgb(self) -> bytes: ...


class CameraView(QWidget):
    """Draws the newest picture ten times a second while it is shown, and costs nothing while it is not.

    Args:
        newest: the newest picture, None before the first.
        oval: draw the oval for a face, in the tone of :meth:`set_tone`.
    """

    def __init__(
        self, newest: Callable[[], CameraPicture | None], *, oval: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._newest = newest
        self._oval = oval
        self._tone: Tone = "neutral"
        self._sequence = -1
        self._image: QImage | None = None
        self._bytes = b""
        self._timer = QTimer(self)
        self._timer.setInterval(1000 // _FRAMES_A_SECOND)
        self._timer.timeout.connect(self._look)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Picture of the camera"))
        theme().changed.connect(self.update)

    def set_tone(self, tone: Tone) -> None:
        """The oval's tone: positive when the face sits well. Say the same in words beside it."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def has_picture(self) -> bool:
        """Whether a picture has arrived."""
        return self._image is not None

    def clear(self) -> None:
        """Forget the last picture: the camera was let go."""
        self._image = None
        self._sequence = -1
        self.update()

    def heightForWidth(self, width: int) -> int:
        return width * 3 // 4

    def sizeHint(self) -> QSize:
        width = theme().px(320)
        return QSize(width, self.heightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        self._look()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Picture of the camera"))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        radius = look.radius("card")
        if self._image is None:
            round_box(painter, box, radius, fill=look.color("surface-sunken"), border=look.color("border"))
            side = look.px(48)
            middle = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            paint_icon(painter, "account-circle-outline", middle, look.color("text-muted"))
            return
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.setClipPath(outline)
        painter.drawImage(box, self._image, _covering(self._image.size(), box))
        if self._oval:
            self._paint_oval(painter, box)

    def _paint_oval(self, painter: QPainter, box: QRectF) -> None:
        height = box.height() * 0.78
        width = height * 0.74
        oval = QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)
        around = QPainterPath()
        around.addRect(box)
        hole = QPainterPath()
        hole.addEllipse(oval)
        shade = theme().color("surface")
        shade.setAlphaF(0.45)
        painter.fillPath(around.subtracted(hole), shade)
        painter.setPen(QPen(tone_color(self._tone), theme().px(3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(oval)

    def _look(self) -> None:
        frame = self._newest()
        if frame is None or frame.sequence == self._sequence:
            return
        self._sequence = frame.sequence
        self._bytes = frame.rgb  # QImage does not copy: the bytes must outlive it
        picture = QImage(self._bytes, frame.width, frame.height, frame.width * 3, QImage.Format.Format_RGB888)
        self._image = picture.flipped(Qt.Orientation.Horizontal)
        self.update()


def _covering(size: QSize, box: QRectF) -> QRectF:
    """The middle part of a picture of ``size`` that has the shape of ``box``."""
    wanted = box.width() / max(1.0, box.height())
    width, height = float(size.width()), float(size.height())
    if width / height > wanted:
        return QRectF((width - height * wanted) / 2, 0, height * wanted, height)
    return QRectF(0, (height - width / wanted) / 2, width, width / wanted)

"""The camera's picture on a page, in a rounded box: as in a mirror or as it is, with or without an oval for a face."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import Tone, follow_theme, tone_color

REFRESH_MS = 100
"""The worker writes about ten pictures a second."""


class CameraFrame(Protocol):
    """What is drawn: ``rgb`` has ``height`` rows of ``width`` times three bytes."""

    @property
    def sequence(self) -> int: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def rgb(self) -> bytes: ...


FrameSource = Callable[[], CameraFrame | None]


class CameraPicture(QWidget):
    """The newest camera picture; asks for frames only while it can be seen.

    Args:
        frames: gives the newest frame.
        oval: draw the frame of the face on it, for the lobby.
        width, height: px at 100 %.
        mirrored: as in a mirror, for faces; paper is shown as it is, so that it can be read.
    """

    def __init__(
        self, frames: FrameSource, *, oval: bool = False, width: int = 206, height: int = 138, mirrored: bool = True
    ) -> None:
        super().__init__()
        self._frames = frames
        self._oval = oval
        self._mirrored = mirrored
        self._base = QSize(width, height)
        self._image = QImage()
        self._sequence = -1
        self._tone: Tone = "neutral"
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        follow_theme(self._retheme)

    def set_tone(self, tone: Tone) -> None:
        """The colour of the oval; what it means stands beside it in words."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def has_picture(self) -> bool:
        """Whether a frame has come."""
        return not self._image.isNull()

    def refresh(self) -> None:
        """Take the newest frame now."""
        frame = self._frames()
        if frame is None:
            if not self._image.isNull():
                self._image = QImage()
                self.update()
            return
        if frame.sequence == self._sequence:
            return
        self._sequence = frame.sequence
        borrowed = QImage(frame.rgb, frame.width, frame.height, frame.width * 3, QImage.Format.Format_RGB888)
        # Both copy, so the picture does not depend on the frame's bytes any more.
        self._image = borrowed.flipped(Qt.Orientation.Horizontal) if self._mirrored else borrowed.copy()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Your camera's picture"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _retheme(self) -> None:
        self.setMinimumSize(theme().px(self._base.width()) // 2, theme().px(self._base.height()))
        self.setFixedHeight(theme().px(self._base.height()))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(self._base.width()), theme().px(self._base.height()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        clip = QPainterPath()
        clip.setFillRule(Qt.FillRule.WindingFill)
        radius = look.radius("card") - 1
        clip.addRoundedRect(area, radius, radius)
        if not self._oval:
            clip.addRect(QRectF(0, area.height() / 2, area.width(), area.height() / 2))
        painter.setClipPath(clip)
        if self._image.isNull():
            painter.fillRect(area, look.color("surface-sunken"))
            side = min(area.width(), area.height()) * 0.55
            spot = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
            paint_icon(painter, "account-circle-outline", spot, look.color("text-muted"))
        else:
            painter.drawImage(area, self._image, self._cropped(area))
        if self._oval:
            self._paint_oval(painter, area)

    def _cropped(self, area: QRectF) -> QRectF:
        """The part of the picture that fills ``area`` without being squeezed."""
        width, height = self._image.width(), self._image.height()
        scale = min(width / area.width(), height / area.height())
        part = QRectF(0, 0, area.width() * scale, area.height() * scale)
        part.moveCenter(QRectF(0, 0, width, height).center())
        return part

    def _paint_oval(self, painter: QPainter, area: QRectF) -> None:
        look = theme()
        height = area.height() * 0.78
        oval = QRectF(0, 0, height * 0.74, height)
        oval.moveCenter(area.center())
        outside = QPainterPath()
        outside.addRect(area)
        inside = QPainterPath()
        inside.addEllipse(oval)
        veil = QColor(look.color("surface"))
        veil.setAlphaF(0.55)
        painter.fillPath(outside.subtracted(inside), veil)
        pen = painter.pen()
        pen.setColor(look.color("border") if self._tone == "neutral" else tone_color(self._tone))
        pen.setWidthF(look.px(3))
        if self._tone == "caution":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawEllipse(oval)

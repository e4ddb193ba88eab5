"""Pictures and formulas in a question: scaled, zoomed by mouse and keyboard, described for who cannot see them."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from learnup_desktop.qt.paper.formula import FORMULA_PIXELS, FormulaCache
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, IconButton, Label, Row, WrapLabel, focus_ring, follow_theme, round_box

LARGEST_PIXELS = 40_000_000
"""An image with more pixels than a 40-megapixel scan is not decoded: it would take 160 MB."""
ZOOM_STEPS = (1.0, 1.5, 2.0, 3.0, 4.0)


class _Picture:
    """A PNG, JPEG or SVG that can be painted at any size."""

    def __init__(self, data: bytes) -> None:
        self._svg: QSvgRenderer | None = None
        self._image = QImage()
        if _is_svg(data):
            renderer = QSvgRenderer(QByteArray(data))
            if renderer.isValid():
                self._svg = renderer
        else:
            image = QImage.fromData(data)
            if 0 < image.width() * image.height() <= LARGEST_PIXELS:
                self._image = image

    def size(self) -> QSize:
        """Natural size; empty when the picture cannot be shown."""
        return self._svg.defaultSize() if self._svg is not None else self._image.size()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Fill ``area``."""
        if self._svg is not None:
            self._svg.render(painter, area)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image)


def _is_svg(data: bytes) -> bool:
    head = data[:512].lstrip()
    return head.startswith((b"<svg", b"<?xml", b"<!--")) and b"<svg" in data[:4096]


class _Canvas(QWidget):
    """The picture on paper: white whatever the theme, since figures are drawn in black."""

    def __init__(self, picture: _Picture) -> None:
        super().__init__()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        margin = theme().px(12)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        self._picture.paint(painter, area)


class PaperImage(QWidget):
    """One image of a question, with buttons, Ctrl+wheel and +/− to zoom and arrow keys to move about.

    Args:
        data: PNG, JPEG or SVG.
        description: what it shows, for a screen reader; also shown when the image cannot be.
        room: width and height that it may take before it is zoomed, in px at 100 %.
    """

    def __init__(self, data: bytes, description: str, room: tuple[int, int] = (560, 280)) -> None:
        super().__init__()
        self._room = room
        self._picture = _Picture(data)
        self._step = 0
        self._canvas = _Canvas(self._picture)
        self._area = _ImageArea(self._canvas, self.zoom)
        self._in = IconButton("magnify-plus-outline", "", boxed=True, size=30)
        self._out = IconButton("magnify-minus-outline", "", boxed=True, size=30)
        self._in.clicked.connect(lambda: self.zoom(1))
        self._out.clicked.connect(lambda: self.zoom(-1))
        self._missing = WrapLabel("", "caption", "caution")
        buttons = Column(gap=1)
        buttons.add(self._in, self._out)
        buttons.addStretch(1)
        row = Row(gap=2)
        row.addWidget(self._area)
        row.addLayout(buttons)
        row.addStretch(1)
        column = Column(self, gap=1)
        column.add(row, self._missing)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_description(description)
        follow_theme(self._fit)

    def set_description(self, description: str) -> None:
        """Change the words."""
        self._area.setAccessibleName(description or self.tr("Picture of this question"))
        shown = not self._picture.size().isEmpty()
        self._area.setVisible(shown)
        self._in.setVisible(shown)
        self._out.setVisible(shown)
        self._in.set_label(self.tr("Larger picture"))
        self._out.set_label(self.tr("Smaller picture"))
        self._missing.setText(
            "" if shown else self.tr("The picture cannot be shown. It shows: {what}").format(what=description)
        )
        self._missing.setVisible(not shown)

    def zoom(self, step: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self._step = max(0, min(len(ZOOM_STEPS) - 1, self._step + step))
        self._fit()

    def zoom_factor(self) -> float:
        """1 for the size that fits."""
        return ZOOM_STEPS[self._step]

    def _fit(self) -> None:
        natural = self._picture.size()
        if natural.isEmpty():
            return
        look = theme()
        room = QSize(look.px(self._room[0]), look.px(self._room[1]))
        fitted = natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if fitted.width() > look.px(natural.width()) * 1.5:
            fitted = natural * (look.zoom_percent / 100 * 1.5)
        margin = 2 * look.px(12)
        self._area.setFixedSize(fitted.width() + margin + 2, fitted.height() + margin + 2)
        factor = self.zoom_factor()
        self._canvas.setFixedSize(round(fitted.width() * factor) + margin, round(fitted.height() * factor) + margin)
        self._in.setEnabled(self._step < len(ZOOM_STEPS) - 1)
        self._out.setEnabled(self._step > 0)


class _ImageArea(QScrollArea):
    """Where the picture is moved about when it is larger than its place."""

    def __init__(self, canvas: QWidget, zoom: Callable[[int], None]) -> None:
        super().__init__()
        self._zoom = zoom
        self._canvas = canvas
        self.setFrameShape(QFrame.Shape.NoFrame)
        theme().dress(self)
        self.setWidget(canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        canvas.setAutoFillBackground(False)
        self.viewport().installEventFilter(self)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Paint:
            painter = QPainter(self.viewport())
            paper, edge = QColor(Qt.GlobalColor.white), theme().color("border")
            round_box(painter, self.viewport().rect(), theme().radius("control"), fill=paper, border=edge)
            if self.hasFocus():
                focus_ring(painter, self.viewport().rect(), theme().radius("control"), theme().color("accent"))
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        elif self._canvas.height() <= self.viewport().height():
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self._zoom(-1)
        else:
            super().keyPressEvent(event)


class FormulaView(QWidget):
    """A LaTeX formula: an empty place until it is drawn, its source where it cannot be."""

    def __init__(self, latex: str, formulas: FormulaCache) -> None:
        super().__init__()
        self._latex = latex
        self._formulas = formulas
        self._renderer: QSvgRenderer | None = None
        self._tinted: QPixmap | None = None
        self._source = Label(latex, "body", "text-muted")
        held = self._source.sizePolicy()
        held.setRetainSizeWhenHidden(True)
        self._source.setSizePolicy(held)
        self._source.setHidden(not formulas.settled(latex))
        Column(self).addWidget(self._source)
        self.setAccessibleName(self.tr("Formula: {latex}").format(latex=latex))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._tasks = TaskScope(self)
        kept = formulas.kept(latex)
        if kept is not None:
            self._show(kept)
        else:
            self._tasks.latest("draw", self._draw, on_success=self._show)
        theme().changed.connect(self._retheme)

    def drawn(self) -> bool:
        """Whether the formula is there, not its source."""
        return self._renderer is not None

    async def _draw(self) -> bytes | None:
        await asyncio.sleep(0)
        return await self._formulas.svg(self._latex)

    def _show(self, svg: bytes | None) -> None:
        renderer = QSvgRenderer(QByteArray(svg or b""))
        self._source.setVisible(not renderer.isValid())
        if renderer.isValid():
            self._renderer = renderer
            self._retheme()

    def _retheme(self) -> None:
        self._tinted = None
        if self._renderer is not None:
            self.setFixedHeight(self._picture_size().height() + theme().px(16))
            self.setMinimumWidth(min(self._picture_size().width(), theme().px(240)))
        self.update()

    def _picture_size(self) -> QSize:
        if self._renderer is None:
            return QSize()
        # The drawing is for 24-px type; formulas stand a little larger than the reading size.
        scale = theme().points("reading") * 4 / 3 * 1.15 / FORMULA_PIXELS
        natural = self._renderer.viewBoxF().size()
        return QSize(round(natural.width() * scale), round(natural.height() * scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._renderer is None:
            return
        size = self._picture_size()
        if size.width() > self.width():
            size = size.scaled(self.width(), size.height(), Qt.AspectRatioMode.KeepAspectRatio)
        if self._tinted is None or self._tinted.deviceIndependentSize().toSize() != size:
            self._tinted = self._tint(size)
        painter = QPainter(self)
        painter.drawPixmap(0, (self.height() - size.height()) // 2, self._tinted)

    def _tint(self, size: QSize) -> QPixmap:
        """The black drawing in the theme's text colour."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if self._renderer is not None:
            self._renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme().color("text"))
        painter.end()
        return pixmap

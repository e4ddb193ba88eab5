"""Words of a paper with formulas among them: laid out as one text, drawn as one, in any theme and size.

A text without formulas is drawn as every other label is. One with formulas leaves their places empty until they
are drawn, off the loop and once for the whole sitting (``FormulaCache``); what cannot be drawn is shown as written.
"""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from learnup_desktop.domain.inline_formulas import has_formulas, runs_of, spoken
from learnup_desktop.qt.paper.formula import FORMULA_PIXELS, FormulaCache
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import WrapLabel

LARGER = 1.1
"""Formulas stand a little larger than the words around them: their letters are set finer."""


class FormulaText:
    """One text with formulas, for a widget that draws itself.

    Args:
        owner: the widget; formulas are drawn as long as it lives.
        formulas: drawn once for all texts.
        on_drawn: called when the text has another size than before.
    """

    def __init__(self, owner: QWidget, formulas: FormulaCache, on_drawn: Callable[[], None]) -> None:
        self._owner = owner
        self._formulas = formulas
        self._on_drawn = on_drawn
        self._tasks = TaskScope(owner)
        self._text = ""
        self._key: tuple[object, ...] = ()
        self._document = QTextDocument()

    def set_text(self, text: str) -> None:
        """Show another text; its formulas are drawn when they are not there yet."""
        self._text, self._key = text, ()
        missing = [run.text for run in runs_of(text) if run.formula and not self._formulas.settled(run.text)]
        if missing:
            self._tasks.latest("draw", lambda: self._draw(missing), on_success=self._drawn)

    def height(self, width: float, font: QFont) -> float:
        """What the text takes at a width, in px."""
        document = self._laid_out(font, QColor(Qt.GlobalColor.black))
        document.setTextWidth(max(1.0, width))
        return document.size().height()

    def natural_width(self, font: QFont) -> float:
        """The width at which nothing is wrapped, in px."""
        document = self._laid_out(font, QColor(Qt.GlobalColor.black))
        document.setTextWidth(-1)
        return document.idealWidth()

    def paint(self, painter: QPainter, area: QRectF, font: QFont, color: QColor, *, centred: bool = False) -> None:
        """Draw into ``area``, from its top or around its vertical middle."""
        document = self._laid_out(font, color)
        document.setTextWidth(max(1.0, area.width()))
        top = area.top() + (max(0.0, (area.height() - document.size().height()) / 2) if centred else 0.0)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, color)
        painter.save()
        painter.translate(area.left(), top)
        document.documentLayout().draw(painter, context)
        painter.restore()

    async def _draw(self, missing: list[str]) -> None:
        for latex in missing:
            await self._formulas.svg(latex)

    def _drawn(self, _: None) -> None:
        self._key = ()
        self._on_drawn()

    def _laid_out(self, font: QFont, color: QColor) -> QTextDocument:
        ratio = self._owner.devicePixelRatioF()
        key = (self._text, font.key(), color.rgba(), ratio)
        if key == self._key:
            return self._document
        self._key = key
        document = self._document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(font)
        html = []
        for number, run in enumerate(runs_of(self._text)):
            svg = self._formulas.kept(run.text) if run.formula else None
            if svg is None:
                source = escape(run.text).replace("\n", "<br>")
                waits = run.formula and not self._formulas.settled(run.text)
                html.append(f"<span style='color: transparent'>{source}</span>" if waits else source)
                continue
            picture, in_middle = _picture(svg, font, color, ratio)
            url = QUrl(f"formula:{number}")
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, picture)
            size = picture.deviceIndependentSize()
            style = "style='vertical-align: middle'" if in_middle else ""
            html.append(f"<img src='{url.toString()}' width='{size.width()}' height='{size.height()}' {style}>")
        document.setHtml(f"<span style='white-space: pre-wrap'>{''.join(html)}</span>")
        return document


def _picture(svg: bytes, font: QFont, color: QColor, ratio: float) -> tuple[QImage, bool]:
    """A formula in the colour of its text, padded so that its baseline comes to stand on the text's.

    Qt puts a picture's foot on the baseline, or else its middle a quarter of an x above it (``QTextDocumentLayout``); a
    formula that hangs below the line is padded until the second is right.
    """
    renderer = QSvgRenderer(QByteArray(svg))
    box = renderer.viewBoxF()
    scale = QFontInfo(font).pixelSize() / FORMULA_PIXELS * LARGER
    metrics = QFontMetricsF(font)
    ascent, descent = max(0.0, -box.top()) * scale, max(0.0, box.bottom()) * scale
    in_middle = descent > 0.12 * metrics.height()
    above, below = ascent, 0.0 if not in_middle else descent
    if in_middle:
        lifted = metrics.xHeight() / 2
        above, below = max(ascent, descent + lifted), max(descent, ascent - lifted)
    width = box.width() * scale
    size = QSizeF(width, above + (below if in_middle else descent))
    image = QImage((size * ratio).toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, above - ascent, width, box.height() * scale))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), color)
    painter.end()
    return image, in_middle


class PaperText(WrapLabel):
    """Words of a paper over several lines, with formulas where there are any."""

    def __init__(
        self,
        formulas: FormulaCache,
        type_name: str = "body",
        tone: str = "text",
        *,
        bold: bool | None = None,
    ) -> None:
        self._rich: FormulaText | None = None
        self._formulas = formulas
        super().__init__("", type_name, tone, bold=bold)

    def setText(self, text: str) -> None:
        """Show a text as the paper gives it."""
        if has_formulas(text):
            if self._rich is None:
                self._rich = FormulaText(self, self._formulas, self._drawn)
            self._rich.set_text(text)
            self.setAccessibleName(spoken(text))
        elif self._rich is not None:
            self._rich = None
            self.setAccessibleName("")
        super().setText(text if self._rich is not None else text.replace("\\$", "$"))

    def heightForWidth(self, width: int) -> int:
        if self._rich is None:
            return super().heightForWidth(width)
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = -int(-self._rich.height(width, self.font()) // 1)
        return height

    def _wanted(self) -> QSize:
        if self._rich is None:
            return super()._wanted()
        width = min(-int(-self._rich.natural_width(self.font()) // 1) + 2, theme().px(480))
        return QSize(width, self.heightForWidth(width))

    def _drawn(self) -> None:
        self._forget_sizes()
        self._demand_height()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._rich is None:
            super().paintEvent(event)
            return
        color = self.palette().color(self.foregroundRole())
        self._rich.paint(QPainter(self), QRectF(self.contentsRect()), self.font(), color)

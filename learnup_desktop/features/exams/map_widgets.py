"""The question map: where the student is, what is answered, what is flagged, and how safe each answer is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from learnup_desktop.features.exams.sheet import Place, QuestionMark
from learnup_desktop.qt import i18n
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    Divider,
    FlowGridLayout,
    Label,
    Row,
    focus_ring,
    follow_theme,
    mixed,
    round_box,
)


class QuestionCell(QAbstractButton):
    """One number of the map. Colour is never alone: the flag is drawn, the dot is said, and all of it has words."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark: QuestionMark | None = None
        self.setText(str(number))
        self.setObjectName(f"question-{number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_mark(self, mark: QuestionMark) -> None:
        """Show how the question stands."""
        if mark != self.mark:
            self.mark = mark
            self.setEnabled(mark.reachable)
            self.describe()
            self.update()

    def describe(self) -> None:
        """Say it in words, for screen readers and the tool tip."""
        mark = self.mark
        if mark is None:
            return
        parts = [self.tr("Question {n}").format(n=self.text())]
        parts.append(self.tr("answered") if mark.answered else self.tr("not answered"))
        if not mark.reachable:
            parts.append(self.tr("in another section"))
        if mark.flagged:
            parts.append(self.tr("flagged"))
        if mark.current:
            parts.append(self.tr("open now"))
        if mark.place is Place.AT_SCHOOL:
            parts.append(self.tr("at school"))
        elif mark.place is Place.THIS_PC:
            parts.append(self.tr("on this PC"))
        elif mark.place is Place.MEMORY:
            parts.append(self.tr("being saved"))
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(", ".join(parts))

    def sizeHint(self) -> QSize:
        look = theme()
        metrics = QFontMetrics(look.font("body", bold=True))
        return QSize(look.px(44), max(look.px(38), metrics.height() + look.px(12)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(34), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        mark = self.mark
        if mark is None:
            return
        look = theme()
        painter = QPainter(self)
        if not mark.reachable:
            painter.setOpacity(0.45)
        radius = look.radius("control")
        fill, border, text = look.color("surface"), look.color("border"), look.color("text-muted")
        if mark.current:
            fill, border, text = look.color("accent"), look.color("accent"), look.color("on-accent")
        elif mark.answered:
            fill, border, text = look.color("accent-soft"), look.color("accent-soft"), look.color("accent")
        if self.underMouse() and not mark.current:
            fill = mixed(fill, look.color("accent"), 0.10)
        round_box(painter, self.rect(), radius, fill=fill, border=border)
        painter.setFont(look.font("body", bold=True))
        painter.setPen(text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if mark.flagged:
            side = look.px(12)
            spot = QRectF(self.width() - side - look.px(3), look.px(9) - side / 2 + 4, side, side)
            paint_icon(painter, "flag", spot, text if mark.current else look.color("caution"))
        self._paint_place(painter, mark)
        if self.hasFocus():
            focus_ring(painter, self.rect(), radius, look.color("on-accent") if mark.current else None)

    def _paint_place(self, painter: QPainter, mark: QuestionMark) -> None:
        if mark.place is Place.NOWHERE:
            return
        look = theme()
        side = look.px(6)
        spot = QRectF(self.width() - side - look.px(4), self.height() - side - look.px(3), side, side)
        if mark.current:
            color = look.color("on-accent")
        else:
            color = look.color("positive" if mark.place is Place.AT_SCHOOL else "caution")
        # An answer still in memory is a ring, not a dot: a difference for who cannot tell the colours apart.
        hollow = mark.place is Place.MEMORY
        round_box(painter, spot, side / 2, fill=None if hollow else color, border=color, width=1.5)


class QuestionMap(QWidget):
    """All numbers, the count, and the legend.

    Attributes:
        chosen: index of a question, from 0.
    """

    chosen = Signal(int)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answered = 0
        self._title = Label("", "body", bold=True)
        self._count = Label("", "caption", "text-muted")
        self.cells = [QuestionCell(number + 1) for number in range(count)]
        grid = QWidget()
        layout = FlowGridLayout(grid, minimum_column=42, gap=2, maximum_columns=12)
        for index, cell in enumerate(self.cells):
            cell.clicked.connect(lambda _on=False, index=index: self.chosen.emit(index))
            layout.addWidget(cell)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        grid.setSizePolicy(policy)
        self._grid = layout
        head = Row(gap=2)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        self._legend = Legend()
        column = Column(self, gap=3)
        column.add(head, grid, Divider(), self._legend)
        column.addStretch(1)
        self.retranslate()

    def show_marks(self, marks: Sequence[QuestionMark]) -> None:
        """Show how all questions stand."""
        for cell, mark in zip(self.cells, marks, strict=True):
            cell.show_mark(mark)
        self._answered = sum(mark.answered for mark in marks)
        self._show_count()

    def retranslate(self) -> None:
        """Set the words again."""
        self._title.setText(self.tr("Questions"))
        self.setAccessibleName(self.tr("Question map"))
        self._legend.retranslate()
        for cell in self.cells:
            cell.describe()
        self._show_count()

    def _show_count(self) -> None:
        self._count.setText(
            self.tr("{n} of {total}").format(
                n=i18n.format_number(self._answered), total=i18n.format_number(len(self.cells))
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = next((index for index, cell in enumerate(self.cells) if cell.hasFocus()), None)
        columns = self._grid.columns_for(self.width())
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Up: -columns,
        }.get(Qt.Key(event.key()))
        if focused is None or step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif 0 <= focused + step < len(self.cells):
            self.cells[focused + step].setFocus(Qt.FocusReason.TabFocusReason)


class Legend(QWidget):
    """What the marks mean; wraps like words do."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._entries: list[tuple[str, str]] = []
        follow_theme(self._retheme)

    def retranslate(self) -> None:
        """Set the words again."""
        self._entries = [
            ("flag", self.tr("flagged")),
            ("positive", self.tr("at school")),
            ("caution", self.tr("on this PC")),
        ]
        self.setAccessibleName(", ".join(text for _, text in self._entries))
        self.updateGeometry()
        self.update()

    def _retheme(self) -> None:
        self.setFont(theme().font("caption"))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return self._flow(width, None)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        width = max(self.width(), theme().px(160))
        return QSize(theme().px(160), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), self.heightForWidth(max(self.width(), theme().px(80))))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._flow(self.width(), QPainter(self))

    def _flow(self, width: int, painter: QPainter | None) -> int:
        """Lay the entries out in lines; draws when given a painter. Returns the height used."""
        look = theme()
        metrics = QFontMetrics(look.font("caption"))
        line = max(metrics.height(), look.px(16)) + look.px(2)
        left, top = 0, 0
        for mark, text in self._entries:
            room = look.px(16) + metrics.horizontalAdvance(text)
            if left and left + room > width:
                left, top = 0, top + line
            if painter is not None:
                self._paint_entry(painter, QRectF(left, top, room, line), mark, text)
            left += room + look.px(10)
        return top + line

    @staticmethod
    def _paint_entry(painter: QPainter, area: QRectF, mark: str, text: str) -> None:
        look = theme()
        centre = area.center().y()
        if mark == "flag":
            side = look.px(13)
            paint_icon(painter, "flag", QRectF(area.left(), centre - side / 2, side, side), look.color("caution"))
        else:
            side = look.px(6)
            spot = QRectF(area.left() + look.px(4), centre - side / 2, side, side)
            round_box(painter, spot, side / 2, fill=look.color(mark))
        painter.setFont(look.font("caption"))
        painter.setPen(look.color("text-muted"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area.adjusted(look.px(16), 0, look.px(4), 0), flags, text)

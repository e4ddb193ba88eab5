"""A table of a question: cells that wrap, a header that stands out, and every cell said with its column."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from learnup_desktop.contract.questions import Table
from learnup_desktop.domain.inline_formulas import spoken
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, follow_theme, round_box, show_if


class _Grid(QFrame):
    """The cells with lines between them."""

    def __init__(self, columns: int, rows: int, headed: bool, formulas: FormulaCache) -> None:
        super().__init__()
        self._headed = headed
        self.cells = [
            [PaperText(formulas, "body", bold=headed and row == 0) for _ in range(columns)] for row in range(rows)
        ]
        self._layout = QGridLayout(self)
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                self._layout.addWidget(cell, row, column)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        look = theme()
        self._layout.setContentsMargins(look.space(3), look.space(2), look.space(3), look.space(2))
        self._layout.setHorizontalSpacing(look.space(6))
        self._layout.setVerticalSpacing(look.space(3.5))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        border = look.color("border")
        round_box(painter, self.rect(), look.radius("control"), fill=look.color("surface-raised"), border=border)
        painter.setPen(border)
        for row in self.cells[1:]:
            above = row[0].geometry().top() - self._layout.verticalSpacing() // 2
            painter.drawLine(1, above, self.width() - 2, above)


class TableView(QWidget):
    """A table with its caption."""

    def __init__(self, table: Table, formulas: FormulaCache) -> None:
        super().__init__()
        self._table = table
        self._rows = ([table.header] if table.header else []) + table.rows
        columns = max((len(row) for row in self._rows), default=1)
        self._caption = PaperText(formulas, "caption", "text-muted")
        self._grid = _Grid(columns, len(self._rows), bool(table.header), formulas)
        column = Column(self, gap=1.5)
        column.addWidget(self._caption)
        show_if(self._caption, table.caption is not None)
        column.addWidget(self._grid, 0, Qt.AlignmentFlag.AlignLeft)

    def set_language(self, language: str) -> None:
        """Show the cells in another language."""
        caption = self._table.caption.text(language) if self._table.caption is not None else ""
        self._caption.setText(caption)
        heads = [cell.text(language) for cell in self._table.header]
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                label, words = self._grid.cells[number][column], cell.text(language)
                label.setText(words)
                named = column < len(heads) and not (self._table.header and number == 0)
                label.setAccessibleName(spoken(f"{heads[column]}: {words}" if named else words))
        self.setAccessibleName(caption)

"""Answering by choosing: rows that are pressed by mouse, letter, digit or arrow keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from learnup_desktop.contract.answers import Answer, ChoiceAnswer
from learnup_desktop.contract.questions import Choice
from learnup_desktop.domain.inline_formulas import has_formulas, spoken
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import FormulaText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, focus_ring, follow_theme, mixed, round_box


class ChoiceRow(QAbstractButton):
    """One choice: a letter in a circle (a square where several may be chosen) and its text, wrapped.

    Attributes:
        moved: an arrow key was pressed: -1 up, 1 down.
    """

    moved = Signal(int)

    def __init__(self, letter: str, text: str, formulas: FormulaCache, *, several: bool) -> None:
        super().__init__()
        self._formulas = formulas
        self._rich: FormulaText | None = None
        self._letter = letter
        self._several = several
        self._ring = False
        self.setCheckable(True)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow_theme(self._retheme)

    def setText(self, text: str) -> None:
        if not has_formulas(text):
            self._rich = None
            text = spoken(text)
        else:
            self._rich = self._rich or FormulaText(self, self._formulas, self._drawn)
            self._rich.set_text(text)
        super().setText(text)
        self.setAccessibleName(f"{self._letter}. {spoken(text)}")
        self.updateGeometry()

    def _drawn(self) -> None:
        self.updateGeometry()
        self.update()

    def _retheme(self) -> None:
        self.setFont(theme().font("strong", bold=False))
        self.updateGeometry()
        self.update()

    def _text_left(self) -> int:
        return theme().px(55)

    def heightForWidth(self, width: int) -> int:
        look = theme()
        room = max(look.px(60), width - self._text_left() - look.px(16))
        if self._rich is not None:
            height = round(self._rich.height(room, self.font()))
        else:
            bounds = self.fontMetrics().boundingRect(0, 0, room, 100_000, Qt.TextFlag.TextWordWrap, self.text())
            height = bounds.height()
        return max(look.px(56), height + look.px(28))

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        if self._rich is not None:
            text = round(self._rich.natural_width(self.font()))
        width = min(theme().px(560), self._text_left() + text + 40)
        return QSize(width, self.heightForWidth(self.width() if self.width() > 100 else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(140), theme().px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._ring = True
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled() and not self.isChecked():
            painter.setOpacity(0.6)
        chosen = self.isChecked()
        fill = look.color("accent-soft" if chosen else "surface")
        if self.underMouse() and self.isEnabled():
            fill = mixed(fill, look.color("accent"), 0.06)
        border, width = (look.color("accent"), look.px(2)) if chosen else (look.color("border"), 1)
        round_box(painter, self.rect(), look.px(10), fill=fill, border=border, width=width)
        self._paint_mark(painter, chosen)
        painter.setFont(self.font())
        painter.setPen(look.color("text"))
        left = self._text_left()
        area = QRectF(left, 0, self.width() - left - look.px(16), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        if self._rich is not None:
            self._rich.paint(painter, area, self.font(), look.color("text"), centred=True)
        else:
            painter.drawText(area, int(flags), self.text())
        if self.hasFocus():
            inset = look.px(3)
            focus_ring(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(7))

    def _paint_mark(self, painter: QPainter, chosen: bool) -> None:
        look = theme()
        side = look.px(26)
        mark = QRectF(look.px(17), (self.height() - side) / 2, side, side)
        radius = look.px(6) if self._several else side / 2
        if chosen:
            round_box(painter, mark, radius, fill=look.color("accent"))
        else:
            round_box(painter, mark, radius, fill=look.color("surface-raised"), border=look.color("border"))
        color = look.color("on-accent" if chosen else "text-muted")
        if chosen and self._several:
            paint_icon(painter, "check-bold", mark.adjusted(4, 4, -4, -4), color)
            return
        painter.setFont(look.font("body", bold=True))
        painter.setPen(color)
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, self._letter)


class ChoiceEditor(AnswerEditor):
    """Single or multiple choice. In a single choice the chosen row can be taken back by choosing it again."""

    def __init__(self, choices: Sequence[Choice], language: str, formulas: FormulaCache, *, several: bool) -> None:
        super().__init__()
        self._choices = list(choices)
        self._several = several
        column = Column(self, gap=2.5)
        self.rows: list[ChoiceRow] = []
        for index, choice in enumerate(self._choices):
            row = ChoiceRow(chr(ord("A") + index), choice.text.text(language), formulas, several=several)
            row.setObjectName(f"choice-{choice.id}")
            row.clicked.connect(self._clicked(index))
            row.moved.connect(self._moved(index))
            self.rows.append(row)
            column.addWidget(row)

    def set_answer(self, answer: Answer | None) -> None:
        """Show which are chosen."""
        chosen = set(answer.choices) if isinstance(answer, ChoiceAnswer) else set()
        for choice, row in zip(self._choices, self.rows, strict=True):
            row.setChecked(choice.id in chosen)

    def set_language(self, language: str) -> None:
        """Show the choices in another language."""
        for choice, row in zip(self._choices, self.rows, strict=True):
            row.setText(choice.text.text(language))

    def choose(self, index: int) -> bool:
        """Press the row at ``index``."""
        if not 0 <= index < len(self.rows) or not self.isEnabled():
            return False
        self.rows[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.rows[index].click()
        return True

    def focus_editor(self) -> None:
        """To the chosen row, else the first."""
        row = next((row for row in self.rows if row.isChecked()), self.rows[0] if self.rows else None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self, index: int) -> Callable[[bool], None]:
        def clicked(on: bool) -> None:
            if not self._several:
                for other, row in enumerate(self.rows):
                    row.setChecked(other == index and on)
            chosen = sorted(choice.id for choice, row in zip(self._choices, self.rows, strict=True) if row.isChecked())
            self.edited.emit(ChoiceAnswer(choices=chosen))

        return clicked

    def _moved(self, index: int) -> Callable[[int], None]:
        def moved(step: int) -> None:
            self.rows[(index + step) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)

        return moved

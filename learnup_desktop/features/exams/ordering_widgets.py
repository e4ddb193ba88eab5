"""Putting things in order: by keys, by buttons, or by dragging a row."""

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer, OrderAnswer
from learnup_desktop.contract.questions import OrderingQuestion
from learnup_desktop.domain.inline_formulas import spoken
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.qt import i18n
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    IconButton,
    IconLabel,
    Label,
    Row,
    SecondaryButton,
    WrapLabel,
    focus_ring,
    follow_theme,
    round_box,
)


class OrderRow(QFrame):
    """One item with its place.

    Attributes:
        moved: by how many places, from keys and buttons.
        stepped: the keyboard goes to the row above (-1) or below (1).
        dragged: the row was pulled to a height of its parent.
    """

    moved = Signal(int)
    stepped = Signal(int)
    dragged = Signal(int)

    def __init__(self, name: str, formulas: FormulaCache) -> None:
        super().__init__()
        self.setObjectName(f"item-{name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._grip = IconLabel("drag-vertical", "text-muted", size=20)
        self._number = Label("", "strong", "text-muted", bold=True)
        self.label = PaperText(formulas, "strong", bold=False)
        self.up = IconButton("arrow-up", "", size=30)
        self.down = IconButton("arrow-down", "", size=30)
        self._pressed: QPoint | None = None
        for button, step in ((self.up, -1), (self.down, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._press, step))
        row = Row(self, gap=3, margins=(3, 2.5, 3, 2.5))
        row.addWidget(self._grip)
        row.addWidget(self._number)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(self.up, self.down)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        follow_theme(self.update)

    def show_place(self, place: int, count: int, name: str) -> None:
        """Say where it stands; ``place`` counts from 0."""
        self._number.setText(i18n.format_number(place + 1))
        self.up.setEnabled(place > 0 and self.isEnabled())
        self.down.setEnabled(place < count - 1 and self.isEnabled())
        self.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), max(theme().px(52), super().minimumSizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.moved.emit(step)
        else:
            self.stepped.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill, border = look.color("surface"), look.color("border")
        round_box(painter, self.rect(), look.px(10), fill=fill, border=border)
        if self.hasFocus():
            inset = look.px(2)
            focus_ring(painter, QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), look.px(8))

    def _press(self, step: int) -> None:
        self.moved.emit(step)


class OrderingEditor(AnswerEditor):
    """The items as rows. Up and Down go between them, Ctrl with them moves one; dragging moves one too.

    Nothing is answered until something was moved, or the student says that it stands right as it is.
    """

    def __init__(self, question: OrderingQuestion, language: str, formulas: FormulaCache) -> None:
        super().__init__()
        self._question = question
        self._language = language
        self._words = {item.id: item.text for item in question.items}
        self.order = [item.id for item in question.items]
        self._answered = False
        self._read_only = False
        self.rows: dict[str, OrderRow] = {}
        self._holder = QWidget()
        self._list = Column(self._holder, gap=2)
        for item in question.items:
            row = OrderRow(item.id, formulas)
            row.moved.connect(partial(self._move, item.id))
            row.stepped.connect(partial(self._step, item.id))
            row.dragged.connect(partial(self._drag, item.id))
            self.rows[item.id] = row
            self._list.addWidget(row)
        self._hint = WrapLabel("", "caption", "text-muted")
        self.keep = SecondaryButton("", icon="check")
        self.keep.setObjectName("keep-order")
        self.keep.clicked.connect(self._say)
        foot = Row(gap=3)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(self, gap=3)
        column.addWidget(self._holder)
        column.addLayout(foot)
        self.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show the order."""
        given = answer.order if isinstance(answer, OrderAnswer) else []
        self._answered = sorted(given) == sorted(self._words)
        if self._answered:
            self.order = list(given)
        self._show()

    def set_language(self, language: str) -> None:
        """The items in another language."""
        self._language = language
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take moves."""
        self._read_only = read_only
        for row in self.rows.values():
            row.setEnabled(not read_only)
        self._show()

    def focus_editor(self) -> None:
        """To the first row."""
        self.rows[self.order[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every text again."""
        self.keep.setText(self.tr("It is right like this"))
        self._hint.setText(self.tr("Drag a row, press its arrows, or hold Ctrl and press ↑ or ↓."))
        for row in self.rows.values():
            row.up.set_label(self.tr("Move up"))
            row.down.set_label(self.tr("Move down"))
        self._show()

    def _show(self) -> None:
        for place, name in enumerate(self.order):
            row, words = self.rows[name], self._words[name].text(self._language)
            row.label.setText(words)
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            said = self.tr("{item}, place {n} of {total}").format(
                item=spoken(words), n=i18n.format_number(place + 1), total=i18n.format_number(len(self.order))
            )
            row.show_place(place, len(self.order), said)
        for before, after in zip(self.order, self.order[1:], strict=False):
            QWidget.setTabOrder(self.rows[before], self.rows[after])
        self.keep.setVisible(not self._answered)
        self.keep.setEnabled(not self._read_only)

    def _move(self, name: str, by: int) -> None:
        place = self.order.index(name)
        if self._read_only or not 0 <= place + by < len(self.order):
            return
        self.order.insert(place + by, self.order.pop(place))
        self._say()
        self.rows[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, name: str, by: int) -> None:
        place = (self.order.index(name) + by) % len(self.order)
        self.rows[self.order[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _drag(self, name: str, height: int) -> None:
        place = self.order.index(name)
        above = self.order[place - 1] if place else None
        below = self.order[place + 1] if place + 1 < len(self.order) else None
        if above is not None and height < self.rows[above].geometry().center().y():
            self._move(name, -1)
        elif below is not None and height > self.rows[below].geometry().center().y():
            self._move(name, 1)

    def _say(self) -> None:
        self._answered = True
        self._show()
        self.edited.emit(OrderAnswer(order=list(self.order)))

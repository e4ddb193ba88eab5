"""Answering by typing: a number with its unit, a line, an essay.

Copy and paste go through the clipboard inside the sitting; every way in from outside (keys, middle button, dropping,
menus) is closed here, and said to have been tried.
"""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from learnup_desktop.contract.answers import Answer, TextAnswer
from learnup_desktop.domain.quantities import is_number, read_quantities
from learnup_desktop.domain.words import count_words
from learnup_desktop.features.exams.editor_widgets import LONGEST_TEXT, AnswerEditor, Clipboard, clean
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, Label, Row, follow_theme


class AnswerLine(QLineEdit):
    """One line that copies and pastes inside the sitting only."""

    def __init__(self, clipboard: Clipboard | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().dress(self)
        self._clipboard = clipboard
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clipboard is None:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._clipboard.copy(self.selectedText())
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._clipboard.copy(self.selectedText())
            if not self.isReadOnly() and self.hasSelectedText():
                self.insert("")
        elif event.matches(QKeySequence.StandardKey.Paste):
            text = self._clipboard.paste()
            if text and not self.isReadOnly():
                self.insert(" ".join(text.split("\n")))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # On X11 the middle button pastes what was selected elsewhere.
        if self._clipboard is not None and event.button() == Qt.MouseButton.MiddleButton:
            self._clipboard.refuse()
            event.accept()
            return
        super().mouseReleaseEvent(event)


class NumericEditor(AnswerEditor):
    """A number with its unit. What was typed is the answer; a hint says when it does not look like a number.

    Args:
        unit: shown beside the field.
        asks_unit: the unit is typed too, behind the number.
    """

    def __init__(self, unit: str, clipboard: Clipboard | None, *, asks_unit: bool = False) -> None:
        super().__init__()
        self._asks_unit = asks_unit
        self.line = AnswerLine(clipboard)
        self.line.setObjectName("answer-number")
        self.line.setMaxLength(60)
        self.line.textEdited.connect(self._typed)
        self._unit = Label(unit, "strong", "text-muted", bold=False)
        self._hint = Label("", "caption", "caution")
        column = Column(self, gap=1.5)
        row = Row(gap=3)
        row.addWidget(self.line)
        row.addWidget(self._unit)
        row.addStretch(1)
        column.add(row, self._hint)
        self.setFocusProxy(self.line)
        self.retranslate()
        follow_theme(self._retheme)

    def set_answer(self, answer: Answer | None) -> None:
        """Show the text as it was typed."""
        self.line.setText(answer.text if isinstance(answer, TextAnswer) else "")
        self._look_at(self.line.text())

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        self.line.setReadOnly(read_only)

    def takes_letters(self) -> bool:
        """Digits and ``e`` are typed here."""
        return True

    def retranslate(self) -> None:
        """Names for screen readers, and the hint."""
        name = self.tr("Your answer, a number with its unit") if self._asks_unit else self.tr("Your answer, a number")
        self.line.setAccessibleName(f"{name}, {self._unit.text()}" if self._unit.text() else name)
        self._look_at(self.line.text())

    def _typed(self, text: str) -> None:
        self._look_at(text)
        self.edited.emit(TextAnswer(text=clean(text)))

    def _look_at(self, text: str) -> None:
        self._hint.setText(self._doubt(text) if text.strip() else "")
        self.line.setAccessibleDescription(self._hint.text())

    def _doubt(self, text: str) -> str:
        if not self._asks_unit:
            return "" if is_number(text) else self.tr("This does not look like a number yet, for instance 12.5 or 3e8.")
        readings = read_quantities(text)
        if not readings:
            return self.tr("This does not look like a number with a unit yet, for instance 9.8 m/s².")
        return "" if any(reading.unit for reading in readings) else self.tr("The unit is missing.")

    def _retheme(self) -> None:
        self.line.setFont(theme().font("reading"))
        self.line.setFixedWidth(theme().px(240))
        self.line.setMinimumHeight(QFontMetrics(self.line.font()).height() + theme().px(20))


class ShortEditor(AnswerEditor):
    """A word or a line."""

    def __init__(self, maximum_length: int, clipboard: Clipboard | None) -> None:
        super().__init__()
        self.line = AnswerLine(clipboard)
        self.line.setObjectName("answer-line")
        self.line.setMaxLength(min(maximum_length, LONGEST_TEXT))
        self.line.textEdited.connect(self._typed)
        self._count = Label("", "caption", "text-muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        Column(self, gap=1.5).add(self.line, self._count)
        self.setFocusProxy(self.line)
        self.retranslate()
        follow_theme(self._retheme)

    def set_answer(self, answer: Answer | None) -> None:
        """Show the text."""
        self.line.setText(answer.text if isinstance(answer, TextAnswer) else "")
        self._show_count()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        self.line.setReadOnly(read_only)

    def takes_letters(self) -> bool:
        """Yes."""
        return True

    def retranslate(self) -> None:
        """Names for screen readers."""
        self.line.setAccessibleName(self.tr("Your answer, one line"))

    def _typed(self, text: str) -> None:
        self._show_count()
        self.edited.emit(TextAnswer(text=clean(text)))

    def _show_count(self) -> None:
        used, most = len(self.line.text()), self.line.maxLength()
        self._count.setText(f"{i18n.format_number(used)} / {i18n.format_number(most)}" if used > most * 0.8 else "")

    def _retheme(self) -> None:
        self.line.setFont(theme().font("reading"))
        self.line.setMinimumHeight(QFontMetrics(self.line.font()).height() + theme().px(20))


class EssayField(QPlainTextEdit):
    """Many lines; copies and pastes inside the sitting only, keeps its undo history, and has no spelling help."""

    def __init__(self, clipboard: Clipboard | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().dress(self)
        self._clipboard = clipboard
        self._pasting = False
        self.setTabChangesFocus(True)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhMultiLine | hints.ImhNoPredictiveText)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Also called when text is selected with the mouse under X11: what leaves this field stays in the sitting.
        if self._clipboard is None:
            return super().createMimeDataFromSelection()
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return super().canInsertFromMimeData(source) if self._clipboard is None else False

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._clipboard is None:
            super().insertFromMimeData(source)
        else:
            self._clipboard.refuse()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        if self._clipboard is None:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._clipboard.copy(cursor.selection().toPlainText())
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._clipboard.copy(cursor.selection().toPlainText())
            if not self.isReadOnly():
                cursor.removeSelectedText()
        elif event.matches(QKeySequence.StandardKey.Paste):
            text = self._clipboard.paste()
            if text and not self.isReadOnly():
                cursor.insertText(text)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # The stock menu would reach the system's clipboard.
        event.accept()


class EssayEditor(AnswerEditor):
    """Free text with a word count below; the limits are advice."""

    def __init__(
        self, word_limit: int | None, clipboard: Clipboard | None, *, minimum_words: int | None = None
    ) -> None:
        super().__init__()
        self._minimum_words = minimum_words
        self._word_limit = word_limit
        self._setting = False
        self.field = EssayField(clipboard)
        self.field.setObjectName("answer-essay")
        self.field.textChanged.connect(self._typed)
        self._count = Label("", "caption", "text-muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = Column(self, gap=1.5)
        column.addWidget(self.field, 1)
        column.addWidget(self._count)
        self.setFocusProxy(self.field)
        self.retranslate()
        follow_theme(self._retheme)

    def set_answer(self, answer: Answer | None) -> None:
        """Show the text; the undo history begins anew only when it differs from what is there."""
        text = answer.text if isinstance(answer, TextAnswer) else ""
        if text != self.field.toPlainText():
            self._setting = True
            self.field.setPlainText(text)
            self._setting = False
        self._show_count()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        self.field.setReadOnly(read_only)

    def takes_letters(self) -> bool:
        """Yes."""
        return True

    def fills(self) -> bool:
        """An essay takes the room there is."""
        return True

    def retranslate(self) -> None:
        """Names for screen readers, and the word count."""
        self.field.setAccessibleName(self.tr("Your answer, an essay"))
        self._show_count()

    def _typed(self) -> None:
        self._show_count()
        if self._setting:
            return
        text = clean(self.field.toPlainText())
        if len(text) > LONGEST_TEXT:
            self.field.undo()
            return
        self.edited.emit(TextAnswer(text=text))

    def _show_count(self) -> None:
        words = count_words(self.field.toPlainText())
        if self._word_limit is None:
            text = self.tr("{n} words").format(n=i18n.format_number(words))
        else:
            text = self.tr("{n} of {limit} words").format(
                n=i18n.format_number(words), limit=i18n.format_number(self._word_limit)
            )
        over = self._word_limit is not None and words > self._word_limit
        under = self._minimum_words is not None and 0 < words < self._minimum_words
        if over:
            text = self.tr("{count}: more than asked for").format(count=text)
        elif under:
            least = i18n.format_number(self._minimum_words or 0)
            text = self.tr("{count}, at least {least} are asked for").format(count=text, least=least)
        self._count.setText(text)
        self._count.set_tone("caution" if over else "text-muted")
        self.field.setAccessibleDescription(self._count.text())

    def _retheme(self) -> None:
        self.field.setFont(theme().font("strong", bold=False))
        self.field.setMinimumHeight(theme().px(240))

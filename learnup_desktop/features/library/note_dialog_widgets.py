"""Writing a note, and making a card from words of a document."""

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from learnup_desktop.contract.study import LONGEST_TEXT, Colour
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Label, QuietButton, SegmentedControl, WrapLabel, follow_theme, show_if

GAP_SIGN = "[…]"
"""What stands in a question for the words that are asked for."""


class _Writing(QPlainTextEdit):
    """Several lines, Tab leaves them."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        theme().dress(self)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        font: QFont = theme().font("body")
        self.setFont(font)
        self.setMinimumHeight(theme().px(96))

    def words(self) -> str:
        return self.toPlainText().strip()[:LONGEST_TEXT]


class NoteDialog(Dialog):
    """A note and the pen of its place.

    Args:
        parent: whose window is covered.
        title: what is done.
        quote: the words that it belongs to; empty for none.
        text: what to begin with.
        colour: the pen.
        divided: the note was written on two computers at once, and ``text`` is both.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        quote: str,
        text: str = "",
        colour: Colour = Colour.YELLOW,
        *,
        divided: bool = False,
    ) -> None:
        super().__init__(parent, title, width=520)
        self._note = _Writing(self.tr("Your note"), text)
        names = [self.tr("Yellow"), self.tr("Green"), self.tr("Blue"), self.tr("Pink")]
        self._colour = SegmentedControl([(str(pen), name) for pen, name in zip(Colour, names, strict=True)])
        self._colour.set_value(str(colour))
        self._colour.setAccessibleName(self.tr("Colour"))
        about = WrapLabel(_short(quote), tone="text-muted")
        show_if(about, bool(quote))
        both = WrapLabel(
            self.tr("You wrote this on two computers at the same time. Both texts are here: make them one."),
            "caption",
            "caution",
        )
        show_if(both, divided)
        self.body.add(about, both, self._note, self._colour)
        show_if(self._colour, bool(quote))
        self.add_choices([Choice("cancel", self.tr("Cancel")), Choice("save", self.tr("Save"), "primary")])
        self._note.setFocus()

    def text(self) -> str:
        """What is written."""
        return self._note.words()

    def colour(self) -> Colour:
        """The chosen pen."""
        return Colour(str(self._colour.value()))


class CardDialog(Dialog):
    """A card: question and answer. Words of the question can be hidden; they become the answer.

    Args:
        parent: whose window is covered.
        title: what is done.
        front, back: what to begin with.
    """

    def __init__(self, parent: QWidget | None, title: str, front: str, back: str = "") -> None:
        super().__init__(parent, title, width=560)
        self._front = _Writing(self.tr("Question"), front)
        self._back = _Writing(self.tr("Answer"), back)
        self.hide_words = QuietButton(self.tr("Hide the selected words"), icon="form-textbox")
        self.hide_words.clicked.connect(self.hide_selected)
        self._front.copyAvailable.connect(self.hide_words.setEnabled)
        self.hide_words.setEnabled(False)
        labels: Sequence[Label] = [Label(self.tr("Question"), "label"), Label(self.tr("Answer"), "label")]
        for label, field in zip(labels, (self._front, self._back), strict=True):
            label.setBuddy(field)
        self._problem = WrapLabel("", "caption", "critical")
        self.body.add(labels[0], self._front, self.hide_words, labels[1], self._back, self._problem)
        self.add_choices([Choice("cancel", self.tr("Cancel")), Choice("save", self.tr("Save"), "primary")])
        show_if(self._problem, False)
        self._front.setFocus()

    def hide_selected(self) -> None:
        """Put a gap in the place of the selected words, and the words into the answer."""
        cursor = self._front.textCursor()
        words = cursor.selectedText().replace("\u2029", "\n").strip()
        if words:
            cursor.insertText(GAP_SIGN)
            before = self._back.words()
            self._back.setPlainText(f"{before}\n{words}" if before else words)

    def accept(self) -> None:
        if self.chosen == "save" and not (self.front() and self.back()):
            self._problem.setText(self.tr("A card needs a question and an answer."))
            show_if(self._problem, True)
            (self._back if self.front() else self._front).setFocus()
            return
        super().accept()

    def front(self) -> str:
        """The question."""
        return self._front.words()

    def back(self) -> str:
        """The answer."""
        return self._back.words()


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 300 else f"{words[:299]}…"

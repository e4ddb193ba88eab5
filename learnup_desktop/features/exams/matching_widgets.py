"""Matching: for each item a list of all partners. It is worked by keyboard as by mouse, and read out as it stands."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer, MatchesAnswer
from learnup_desktop.contract.questions import Choice, MatchingQuestion
from learnup_desktop.domain.inline_formulas import has_formulas, spoken
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, ComboBox, Divider, follow_theme

NARROW = 520
"""Under so many px (at 100 %) a partner stands below its item."""


class MatchRow(QWidget):
    """An item and its partner."""

    def __init__(self, name: str, formulas: FormulaCache) -> None:
        super().__init__()
        self.label = PaperText(formulas, "strong", bold=False)
        self.partner = ComboBox()
        self.partner.setObjectName(f"match-{name}")
        self.partner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A wheel that scrolls the page must not change an answer on its way.
        self.partner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.partner.installEventFilter(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label, 2, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.partner, 3)
        follow_theme(self._retheme)

    def arrange(self, width: int) -> None:
        """Side by side, or one below the other."""
        narrow = width < theme().px(NARROW)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.partner and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        if pressed in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.partner.isEnabled():
            self.partner.setCurrentIndex(0)
            return True
        return False

    def _retheme(self) -> None:
        self._box.setSpacing(theme().space(3))


class MatchingEditor(AnswerEditor):
    """All items below each other. Up and Down choose, Delete takes back.

    A list can only show letters: partners with formulas stand below each other under their letters, and the lists give
    the letters.
    """

    def __init__(self, question: MatchingQuestion, language: str, formulas: FormulaCache) -> None:
        super().__init__()
        self._question = question
        self._language = language
        self._matches: dict[str, str] = {}
        self.rows: dict[str, MatchRow] = {}
        column = Column(self, gap=2.5)
        self._lettered = any(has_formulas(words) for choice in question.choices for words in _all_words(choice))
        self.partners = [PaperText(formulas, "strong", bold=False) for _ in question.choices if self._lettered]
        column.add(*self.partners)
        for index, item in enumerate(question.items):
            row = MatchRow(item.id, formulas)
            row.partner.currentIndexChanged.connect(partial(self._chosen, item.id))
            self.rows[item.id] = row
            if index or self.partners:
                column.addWidget(Divider())
            column.addWidget(row)
        self.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show the pairs."""
        self._matches = dict(answer.matches) if isinstance(answer, MatchesAnswer) else {}
        for name, row in self.rows.items():
            row.partner.blockSignals(True)
            row.partner.setCurrentIndex(max(0, row.partner.findData(self._matches.get(name, ""))))
            row.partner.blockSignals(False)
            row.partner.update()

    def set_language(self, language: str) -> None:
        """Items and partners in another language."""
        self._language = language
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        for row in self.rows.values():
            row.partner.setEnabled(not read_only)

    def takes_letters(self) -> bool:
        """A letter looks for a partner in the list."""
        return True

    def focus_editor(self) -> None:
        """To the first item without a partner."""
        name = next((name for name in self.rows if name not in self._matches), next(iter(self.rows)))
        self.rows[name].partner.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every text again."""
        partners = [(choice.id, self._partner(index)) for index, choice in enumerate(self._question.choices)]
        for index, shown in enumerate(self.partners):
            shown.setText(f"{_letter(index)}.  {self._question.choices[index].text.text(self._language)}")
        for item in self._question.items:
            row, words = self.rows[item.id], item.text.text(self._language)
            row.label.setText(words)
            row.partner.set_choices([("", self.tr("Choose…")), *partners])
            row.partner.setAccessibleName(self.tr("Partner of: {item}").format(item=spoken(words)))

    def _partner(self, index: int) -> str:
        """A partner as a list shows it."""
        words = self._question.choices[index].text.text(self._language)
        if not self._lettered:
            return words
        return _letter(index) if has_formulas(words) else f"{_letter(index)}. {words}"

    def resizeEvent(self, event: object) -> None:
        for row in self.rows.values():
            row.arrange(self.width())

    def _chosen(self, name: str, _index: int) -> None:
        partner = str(self.rows[name].partner.currentData() or "")
        if partner:
            self._matches[name] = partner
        else:
            self._matches.pop(name, None)
        self.edited.emit(
            MatchesAnswer(matches={name: self._matches[name] for name in self.rows if name in self._matches})
        )


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _all_words(choice: Choice) -> list[str]:
    """In every language: a paper looks the same when its language is changed."""
    return [words for words in (choice.text.en, choice.text.si, choice.text.ta) if words]

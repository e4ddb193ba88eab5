"""Matching: for each item a list of all partners. It is worked by keyboard as by mouse, and read out as it stands."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer, MatchesAnswer
from learnup_desktop.contract.questions import MatchingQuestion
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, ComboBox, Divider, WrapLabel, follow_theme

NARROW = 520
"""Under so many px (at 100 %) a partner stands below its item."""


class MatchRow(QWidget):
    """An item and its partner."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.label = WrapLabel("", "strong", bold=False)
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
    """All items below each other. Up and Down choose, Delete takes back."""

    def __init__(self, question: MatchingQuestion, language: str) -> None:
        super().__init__()
        self._question = question
        self._language = language
        self._matches: dict[str, str] = {}
        self.rows: dict[str, MatchRow] = {}
        column = Column(self, gap=2.5)
        for index, item in enumerate(question.items):
            row = MatchRow(item.id)
            row.partner.currentIndexChanged.connect(partial(self._chosen, item.id))
            self.rows[item.id] = row
            if index:
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
        partners = [(choice.id, choice.text.text(self._language)) for choice in self._question.choices]
        for item in self._question.items:
            row, words = self.rows[item.id], item.text.text(self._language)
            row.label.setText(words)
            row.partner.set_choices([("", self.tr("Choose…")), *partners])
            row.partner.setAccessibleName(self.tr("Partner of: {item}").format(item=words))

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

"""Filling gaps: the passage flows as text does, with a field or a list where each gap is."""

import re
from functools import partial

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.contract.answers import Answer, BlanksAnswer
from learnup_desktop.contract.questions import Blank, BlanksQuestion
from learnup_desktop.domain.inline_formulas import runs_of, spoken
from learnup_desktop.features.exams.editor_widgets import AnswerEditor, Clipboard, clean
from learnup_desktop.features.exams.text_widgets import AnswerLine
from learnup_desktop.qt import i18n
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, ComboBox, FlowRow, Label, follow_theme

_MARKER = re.compile(r"\[\[([^\[\]]+)\]\]")


class BlankField(AnswerLine):
    """A gap that is typed into; as wide as a long word, or as what stands in it."""

    def __init__(self, blank: Blank, clipboard: Clipboard | None) -> None:
        super().__init__(clipboard)
        self._short = blank.maximum_length <= 8
        self.setMaxLength(blank.maximum_length)
        self.textChanged.connect(self._fit)
        follow_theme(self._fit)

    def _fit(self) -> None:
        look = theme()
        self.setFont(look.font("strong", bold=False))
        metrics = QFontMetrics(self.font())
        least = look.px(72 if self._short else 150)
        wanted = metrics.horizontalAdvance(self.text()) + look.px(34)
        self.setFixedSize(max(least, min(wanted, look.px(420))), metrics.height() + look.px(14))


class BlanksEditor(AnswerEditor):
    """A passage with its gaps. Tab goes from gap to gap in the order in which they are read."""

    def __init__(
        self, question: BlanksQuestion, language: str, clipboard: Clipboard | None, formulas: FormulaCache
    ) -> None:
        super().__init__()
        self._formulas = formulas
        self._question = question
        self._language = language
        self._blanks: dict[str, str] = {}
        self._read_only = False
        self.fields: dict[str, BlankField | ComboBox] = {}
        for blank in question.blanks:
            self.fields[blank.id] = self._make(blank, clipboard)
        self._flow_holder = QWidget()
        self._flow = FlowRow(self._flow_holder, gap=1.5)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._flow_holder.setSizePolicy(policy)
        self._words: list[QWidget] = []
        Column(self, gap=0).addWidget(self._flow_holder)
        self._lay_out()
        self.retranslate()

    def set_answer(self, answer: Answer | None) -> None:
        """Show what stands in the gaps."""
        self._blanks = dict(answer.blanks) if isinstance(answer, BlanksAnswer) else {}
        for name, field in self.fields.items():
            value = self._blanks.get(name, "")
            if isinstance(field, ComboBox):
                field.blockSignals(True)
                field.setCurrentIndex(max(0, field.findData(value)))
                field.blockSignals(False)
            elif field.text() != value:
                field.setText(value)

    def set_language(self, language: str) -> None:
        """The passage in another language, the gaps where they stand in it."""
        self._language = language
        self._lay_out()
        self.retranslate()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        self._read_only = read_only
        for field in self.fields.values():
            if isinstance(field, ComboBox):
                field.setEnabled(not read_only)
            else:
                field.setReadOnly(read_only)

    def takes_letters(self) -> bool:
        """Yes."""
        return True

    def focus_editor(self) -> None:
        """To the first gap that is read."""
        order = self._order()
        if order:
            self.fields[order[0]].setFocus()

    def retranslate(self) -> None:
        """Names for screen readers, and the lists' words."""
        passage = spoken(_MARKER.sub("…", self._question.passage.text(self._language)))
        for blank in self._question.blanks:
            field = self.fields[blank.id]
            number = self._order().index(blank.id) + 1 if blank.id in self._order() else 0
            field.setAccessibleName(self.tr("Gap {n}").format(n=i18n.format_number(number)))
            field.setAccessibleDescription(passage)
            if isinstance(field, ComboBox):
                listed = [(choice.id, spoken(choice.text.text(self._language))) for choice in blank.choices]
                field.set_choices([("", self.tr("Choose…")), *listed])

    def _make(self, blank: Blank, clipboard: Clipboard | None) -> BlankField | ComboBox:
        if blank.choices:
            choice = ComboBox()
            choice.setObjectName(f"blank-{blank.id}")
            choice.currentIndexChanged.connect(partial(self._chosen, blank.id))
            return choice
        field = BlankField(blank, clipboard)
        field.setObjectName(f"blank-{blank.id}")
        field.textEdited.connect(partial(self._edited, blank.id))
        return field

    def _order(self) -> list[str]:
        return [name for name in _MARKER.findall(self._question.passage.text(self._language)) if name in self.fields]

    def _lay_out(self) -> None:
        """Words and gaps anew; the gaps themselves are kept, with what stands in them and their undo."""
        while self._flow.count():
            self._flow.takeAt(0)
        for word in self._words:
            word.hide()
            word.deleteLater()
        self._words = []
        parts = _MARKER.split(self._question.passage.text(self._language))
        previous: QWidget | None = None
        for index, part in enumerate(parts):
            if index % 2:
                field = self.fields.get(part)
                if field is not None:
                    self._flow.addWidget(field)
                    field.show()
                    if previous is not None:
                        QWidget.setTabOrder(previous, field)
                    previous = field
                continue
            for run in runs_of(part):
                for shown in [f"${run.text}$"] if run.formula else run.text.split():
                    word = self._word(shown, run.formula)
                    self._words.append(word)
                    self._flow.addWidget(word)
        self._flow.invalidate()
        self._flow_holder.updateGeometry()

    def _word(self, text: str, formula: bool) -> QWidget:
        if not formula:
            return Label(text, "reading")
        word = PaperText(self._formulas, "reading")
        word.setText(text)
        return word

    def _edited(self, name: str, text: str) -> None:
        self._take(name, clean(text))

    def _chosen(self, name: str, _index: int) -> None:
        field = self.fields[name]
        if isinstance(field, ComboBox):
            self._take(name, str(field.currentData() or ""))

    def _take(self, name: str, text: str) -> None:
        self._blanks[name] = text
        filled = {name: self._blanks[name] for name in self.fields if self._blanks.get(name)}
        self.edited.emit(BlanksAnswer(blanks=filled))

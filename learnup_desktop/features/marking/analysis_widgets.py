"""How the paper did: a distribution of marks and the figures of each question, always with the numbers as text."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.results import ExamAnalysis, ExamResults, ItemFigures
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Label,
    ListRow,
    Pill,
    ProgressBar,
    Row,
    SideBySide,
    WrapLabel,
    clear_layout,
    show_if,
)

HARD, EASY, WEAK = 0.3, 0.9, 0.2
"""Facility below and above which a question tells little, and the discrimination below which it should be looked at:
the customary bounds (R. L. Ebel, *Essentials of Educational Measurement*, 1972)."""


class AnalysisView(QWidget):
    """Figures of an exam."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ExamResults, ExamAnalysis | None] | None = None
        self._building = Gradual(self)
        self.summary = WrapLabel("", "body")
        self.spread, self.items = Card(" ", gap=2), Card(" ", gap=0)
        self._bars, self._rows = Column(gap=1), Column(gap=0)
        self.explained = WrapLabel("", "caption", "text-muted")
        self.spread.add(self.summary, self._bars)
        self.items.add(self.explained, self._rows)
        Column(self).add(SideBySide(self.items, self.spread, side_share=0.4))

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.spread.set_title(self.tr("Marks"))
        self.items.set_title(self.tr("Questions"))
        self.explained.setText(
            self.tr(
                "Solved: the share of the marks that was earned. Separates: how much better the best 27 % did than the"
                " weakest 27 %."
            )
        )
        if self._shown is not None:
            self.show_analysis(*self._shown)

    def show_analysis(self, results: ExamResults, analysis: ExamAnalysis | None) -> None:
        """Show the figures; None while they are on their way."""
        self._shown = (results, analysis)
        show_if(self.items, analysis is not None and analysis.students > 0)
        if analysis is None or analysis.mean is None:
            self.summary.setText(
                self.tr("Loading…") if analysis is None else self.tr("Nobody's answers are wholly marked yet.")
            )
            clear_layout(self._bars)
            return
        self.summary.setText(self._summary(analysis))
        self._building.start(self._build(results, analysis))

    def _summary(self, analysis: ExamAnalysis) -> str:
        def number(value: float | None) -> str:
            return "–" if value is None else i18n.format_number(round(value, 2))

        words = [
            self.tr("{n} students wholly marked").format(n=number(analysis.students)),
            self.tr("mean {n} of {all}").format(n=number(analysis.mean), all=number(analysis.maximum)),
            self.tr("middle {n}").format(n=number(analysis.median)),
            self.tr("from {low} to {high}").format(low=number(analysis.lowest), high=number(analysis.highest)),
            self.tr("spread {n}").format(n=number(analysis.deviation)),
        ]
        if analysis.reliability is not None:
            words.append(self.tr("reliability {n}").format(n=number(analysis.reliability)))
        return " · ".join(words)

    def _build(self, results: ExamResults, analysis: ExamAnalysis) -> Iterator[None]:
        clear_layout(self._bars)
        clear_layout(self._rows)
        most = max(analysis.distribution, default=0)
        for tenth, count in enumerate(analysis.distribution):
            self._bars.addLayout(self._bar(tenth, count, most))
            yield
        numbers = {question.id: number for number, question in enumerate(results.questions, 1)}
        for item in sorted(analysis.items, key=lambda item: (numbers.get(item.question_id, 0), item.part)):
            self._rows.addWidget(self._item(numbers.get(item.question_id, 0), item))
            yield

    def _bar(self, tenth: int, count: int, most: int) -> Row:
        label = f"{i18n.format_percent(tenth / 10)} – {i18n.format_percent((tenth + 1) / 10)}"
        bar = ProgressBar()
        students = self.tr("{n} students").format(n=i18n.format_number(count))
        bar.set_value(count, max(1, most), tone="accent", description=f"{label}: {students}")
        row = Row(gap=2)
        words = Label(label, "caption", "text-muted")
        row.addWidget(words, 2)
        row.addWidget(bar, 3)
        row.addWidget(Label(i18n.format_number(count), "caption"), 1)
        return row

    def _item(self, number: int, item: ItemFigures) -> ListRow:
        name = f"{i18n.format_number(number)} ({item.part})" if item.part else i18n.format_number(number)
        words = [
            self.tr("answered by {n} of {all}").format(
                n=i18n.format_number(item.answered), all=i18n.format_number(item.students)
            )
        ]
        if item.facility is not None:
            words.append(self.tr("solved {n}").format(n=i18n.format_percent(item.facility)))
        if item.discrimination is not None:
            words.append(self.tr("separates {n}").format(n=i18n.format_number(round(item.discrimination, 2))))
        if item.correlation is not None:
            words.append(self.tr("with the rest {n}").format(n=i18n.format_number(round(item.correlation, 2))))
        if item.choices:
            chosen = ", ".join(f"{choice} {i18n.format_number(count)}" for choice, count in item.choices.items())
            words.append(self.tr("chosen: {list}").format(list=chosen))
        row = ListRow(self.tr("Question {number}").format(number=name), " · ".join(words), dense=True, wrap=True)
        row.add_trailing(*self._remarks(item))
        return row

    def _remarks(self, item: ItemFigures) -> list[Pill]:
        found = []
        if item.facility is not None and item.facility < HARD:
            found.append(Pill(self.tr("hard"), "accent", small=True))
        if item.facility is not None and item.facility > EASY:
            found.append(Pill(self.tr("easy"), "accent", small=True))
        if item.discrimination is not None and item.discrimination < 0:
            found.append(Pill(self.tr("look at it: the weaker did better"), "caution", small=True))
        elif item.discrimination is not None and item.discrimination < WEAK:
            found.append(Pill(self.tr("separates little"), "caution", small=True))
        return found

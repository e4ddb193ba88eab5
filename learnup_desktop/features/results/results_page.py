"""Results: one's own marks, the latest first, each question with its marks and the teacher's comment."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.results import OwnResult, ResultPart
from learnup_desktop.features.results.service import OwnResults, ResultsService, share
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    Label,
    ListRow,
    PageFrame,
    Pill,
    ProgressBar,
    QuietButton,
    Row,
    StateStack,
    SubjectBar,
    WrapLabel,
    clear_layout,
    show_if,
)


class ResultsPage(PageFrame):
    """``results``; takes ``exam_id`` to open one result at once."""

    def __init__(self, service: ResultsService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._results: OwnResults | None = None
        self._open = ""
        self._building = Gradual(self)
        self.tasks = TaskScope(self)
        self.waiting, self.published, self.detail = Card(" ", gap=0), Card(" ", gap=0), Card(gap=3)
        self._waiting_rows, self._published_rows, self._parts = Column(gap=0), Column(gap=0), Column(gap=0)
        self.waiting.add(self._waiting_rows)
        self.published.add(self._published_rows)
        self.back = QuietButton(icon="arrow-left")
        self.back.clicked.connect(partial(self.show_result, ""))
        self.heading, self.total = WrapLabel("", "heading"), WrapLabel("", "strong")
        self.facts, self.note = WrapLabel("", "caption", "text-muted"), WrapLabel("", "body")
        back = Row()
        back.addWidget(self.back)
        back.addStretch(1)
        self.detail.add(back, self.heading, self.total, self.facts, self.note, self._parts)
        content = QWidget()
        Column(content, gap=4).add(self.waiting, self.published, self.detail)
        self.stack = StateStack(content, empty=EmptyState(icon="chart-box-outline"))
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.waiting.set_title(self.tr("Being marked"))
        self.published.set_title(self.tr("Your marks"))
        self.back.setText(self.tr("All results"))
        text = self.tr("Your marks appear here when your teacher publishes them. They stay here with no network too.")
        self.stack.empty.set(self.tr("No results yet"), text, icon="chart-box-outline")
        if self._results is not None:
            self._show(self._results)

    def activated(self, parameters: dict[str, object]) -> None:
        """Open, at the exam asked for."""
        wanted = parameters.get("exam_id")
        self._open = str(wanted) if wanted else ""
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"results", "exams"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """Say how old this is while there is no network."""
        self.stack.set_offline(not online, self._results.as_of if self._results is not None else None)

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.results, on_success=self._loaded, on_failure=self.stack.show_error)

    def show_result(self, exam_id: str) -> None:
        """Show one result; empty for all."""
        self._open = exam_id
        if self._results is not None:
            self._show(self._results)

    def _loaded(self, results: OwnResults) -> None:
        self._results = results
        self._show(results)
        if results.published or results.waiting:
            self.stack.show_content()
        else:
            self.stack.show_empty()

    def _show(self, results: OwnResults) -> None:
        opened = next((result for result in results.published if result.exam_id == self._open), None)
        show_if(self.waiting, opened is None and bool(results.waiting))
        show_if(self.published, opened is None and bool(results.published))
        show_if(self.detail, opened is not None)
        self._building.start(self._build_detail(opened) if opened is not None else self._build_lists(results))

    def _build_lists(self, results: OwnResults) -> Iterator[None]:
        clear_layout(self._waiting_rows)
        clear_layout(self._published_rows)
        for exam in results.waiting:
            sat = i18n.format_moment(exam.submitted_at or exam.opens_at, self._service.now())
            row = ListRow(exam.title.text(i18n.language()), sat, leading=SubjectBar(exam.colour))
            row.add_trailing(Pill(self.tr("being marked"), "neutral"))
            self._waiting_rows.addWidget(row)
            yield
        for result in results.published:
            self._published_rows.add(*([Divider()] if self._published_rows.count() else []), self._row(result))
            yield

    def _row(self, result: OwnResult) -> ListRow:
        language = i18n.language()
        when = i18n.format_date(result.sat_at, year=True)
        detail = f"{result.subject.text(language)} · {when}"
        leading = SubjectBar(result.colour)
        row = ListRow(result.title.text(language), detail, leading=leading, clickable=True, wrap=True)
        bar = ProgressBar()
        bar.set_value(float(result.total), max(1, result.maximum), description=self._marks(result))
        bar.setFixedWidth(theme().px(120))
        row.add_trailing(bar, Label(self._marks(result), "strong"))
        row.setAccessibleName(f"{result.title.text(language)}, {self._marks(result)}, {when}")
        row.clicked.connect(partial(self.show_result, result.exam_id))
        return row

    def _build_detail(self, result: OwnResult) -> Iterator[None]:
        language, number = i18n.language(), i18n.format_number
        self.heading.setText(result.title.text(language))
        self.total.setText(f"{self._marks(result)} · {i18n.format_percent(share(result))}")
        words = [self.tr("sat {time}").format(time=i18n.format_moment(result.sat_at))]
        words.append(self.tr("published {time}").format(time=i18n.format_moment(result.published_at)))
        if result.rank is not None and result.out_of is not None:
            words.append(self.tr("place {n} of {all}").format(n=number(result.rank), all=number(result.out_of)))
        if result.revised:
            words.append(self.tr("corrected since it was first published"))
        self.facts.setText(" · ".join(words))
        self.note.setText(result.note)
        show_if(self.note, bool(result.note))
        clear_layout(self._parts)
        for part in result.parts:
            self._parts.add(Divider(), self._part(part))
            yield

    def _part(self, part: ResultPart) -> ListRow:
        name = f"{i18n.format_number(part.number)} ({part.part})" if part.part else i18n.format_number(part.number)
        row = ListRow(self.tr("Question {number}").format(number=name), part.comment, dense=True, wrap=True)
        if part.marks is None:
            row.add_trailing(Pill(self.tr("not marked"), "neutral"))
            return row
        marks = i18n.format_number(float(part.marks))
        full = part.marks == part.maximum
        pill = Pill(f"{marks} / {i18n.format_number(part.maximum)}", "positive" if full else "neutral")
        row.add_trailing(pill)
        return row

    def _marks(self, result: OwnResult) -> str:
        return self.tr("{n} of {all}").format(
            n=i18n.format_number(float(result.total)), all=i18n.format_number(result.maximum)
        )

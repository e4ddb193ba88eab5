"""Study: cards that wait, what comes up, where to read on, and what was done. Facts, no streaks."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.domain.study_plan import Due, DueKind
from learnup_desktop.features.study.chart_widgets import DayBars
from learnup_desktop.features.study.service import StudyService, StudyView
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    IconLabel,
    Label,
    ListRow,
    PageFrame,
    PrimaryButton,
    ProgressBar,
    SideBySide,
    StateStack,
    WrapLabel,
    clear_layout,
    show_if,
)

_STREAMS = frozenset({"exams", "materials", "annotations", "places"})
_LONGEST_LIST = 8


class StudyPage(PageFrame):
    """The plan."""

    def __init__(self, service: StudyService, context: PageContext, *, exam_route: str) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._exam_route = exam_route
        self._view: StudyView | None = None
        self._showing = Gradual(self)
        self.tasks = TaskScope(self)
        self.cards = Card(gap=2)
        self._cards_words = Label("", "title")
        self._cards_detail = WrapLabel("", "body", "text-muted")
        self.review = PrimaryButton(icon="cards-outline")
        self.review.clicked.connect(partial(context.navigate, "review"))
        self.cards.add(self._cards_words, self._cards_detail)
        self.cards.body.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.due, self.begun = Card(gap=0), Card(gap=0)
        self._due_rows, self._begun_rows = Column(gap=0), Column(gap=0)
        self.due.body.addLayout(self._due_rows)
        self.begun.body.addLayout(self._begun_rows)
        self.done, self.ahead = DayBars(), DayBars()
        self.facts = Card(gap=2)
        self._facts = [WrapLabel("", "body") for _ in range(4)]
        self.facts.add(self.done, *self._facts)
        self.coming = Card(gap=2)
        self._coming_words = WrapLabel("", "caption", "text-muted")
        self.coming.add(self.ahead, self._coming_words)
        self.reading = Card(gap=2)
        self._read_bar = ProgressBar()
        self._read_words = WrapLabel("", "body")
        self.reading.add(self._read_words, self._read_bar)
        main, side = QWidget(), QWidget()
        Column(main, gap=4).add(self.cards, self.due, self.begun)
        Column(side, gap=4).add(self.facts, self.coming, self.reading)
        self.stack = StateStack(SideBySide(main, side), skeleton_rows=6)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.cards.set_title(self.tr("Flashcards"))
        self.review.setText(self.tr("Look at them now"))
        self.due.set_title(self.tr("Coming up"))
        self.begun.set_title(self.tr("Read on"))
        self.facts.set_title(self.tr("The last two weeks"))
        self.coming.set_title(self.tr("Cards of the coming days"))
        self.reading.set_title(self.tr("Material"))
        if self._view is not None:
            self._show(self._view)

    def activated(self, parameters: dict[str, object]) -> None:
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & _STREAMS and self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Read everything again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.view, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, view: StudyView) -> None:
        self._view = view
        self._showing.start(self._parts(view))

    def _parts(self, view: StudyView) -> Iterator[None]:
        self._show_cards(view)
        yield
        clear_layout(self._due_rows)
        for due in view.plan.due[:_LONGEST_LIST]:
            self._append(self._due_rows, self._due_row(due))
            yield
        if not view.plan.due:
            text = self.tr("No exam and nothing to hand in within the next four weeks.")
            self._due_rows.addWidget(WrapLabel(text, tone="text-muted"))
        clear_layout(self._begun_rows)
        for material, read in view.plan.begun[:_LONGEST_LIST]:
            self._append(self._begun_rows, self._material_row(material, self._share(read)))
            yield
        show_if(self.begun, bool(view.plan.begun))
        self._show_facts(view)
        self.stack.show_content()

    def _append(self, rows: Column, row: QWidget) -> None:
        if rows.count():
            rows.add(Divider())
        rows.add(row)

    def _show_cards(self, view: StudyView) -> None:
        number = i18n.format_number
        if view.waiting:
            words = self.tr("{count} cards wait").format(count=number(view.waiting))
            words = self.tr("One card waits") if view.waiting == 1 else words
        elif view.statistics.cards:
            words = self.tr("No cards wait")
        else:
            words = self.tr("No cards yet")
        self._cards_words.setText(words)
        if not view.statistics.cards:
            detail = self.tr("Select words in a document and make a card of them. It comes round before you forget it.")
        elif view.more:
            detail = self.tr("{count} more can wait for tomorrow: that is the limit in your settings.")
            detail = detail.format(count=number(view.more))
        elif view.looked_at:
            detail = self.tr("You have looked at {count} today.").format(count=number(view.looked_at))
        else:
            detail = self.tr("{count} cards in all, {fresh} of them new.").format(
                count=number(view.statistics.cards), fresh=number(view.statistics.new)
            )
        self._cards_detail.setText(detail)
        show_if(self.review, bool(view.waiting))
        self._context.set_badge("study", view.waiting)

    def _due_row(self, due: Due) -> QWidget:
        if due.kind is DueKind.MATERIAL and due.material is not None:
            when = self.tr("By {moment}").format(moment=i18n.format_moment(due.at, self._service.now()))
            return self._material_row(due.material, f"{when} · {self._share(due.read)}")
        exam = due.exam
        assert exam is not None
        parts = [self._exam_words(exam)]
        if due.unread:
            names = ", ".join(item.title.text(i18n.language()) for item in due.unread)
            parts.append(self.tr("Not read yet: {names}").format(names=names))
        row = ListRow(
            exam.title.text(i18n.language()),
            " · ".join(parts),
            leading=IconLabel("file-document-edit-outline", "accent"),
            clickable=bool(self._exam_route),
            wrap=True,
        )
        row.clicked.connect(partial(self._context.navigate, self._exam_route, exam_id=exam.id))
        return row

    def _exam_words(self, exam: ExamSummary) -> str:
        now = self._service.now()
        if exam.opens_at <= now:
            until = i18n.format_moment(exam.closes_at, now)
            said = self.tr("Practice, open until {moment}") if exam.practice else self.tr("Exam, open until {moment}")
            return said.format(moment=until)
        said = self.tr("Practice, {moment}") if exam.practice else self.tr("Exam, {moment}")
        return said.format(moment=i18n.format_moment(exam.opens_at, now))

    def _material_row(self, material: Material, detail: str) -> QWidget:
        title = material.title.text(i18n.language())
        row = ListRow(title, detail, leading=IconLabel("book-open-variant", "text-muted"), clickable=True, wrap=True)
        row.clicked.connect(partial(self._context.navigate, "reader", material_id=material.id))
        return row

    def _share(self, read: int) -> str:
        if not read:
            return self.tr("not begun")
        return self.tr("{share} read").format(share=i18n.format_percent(read / 1000))

    def _show_facts(self, view: StudyView) -> None:
        found, number = view.statistics, i18n.format_number
        looks = sum(count for _, count in found.days)
        many = self.tr("{count} looks at cards").format(count=number(looks))
        words = [self.tr("One look at a card") if looks == 1 else many]
        if found.seconds:
            words.append(self.tr("{time} with cards").format(time=i18n.format_duration(found.seconds)))
        if found.known_per_mille is not None:
            words.append(
                self.tr("{share} of those learned before were known").format(
                    share=i18n.format_percent(found.known_per_mille / 1000)
                )
            )
        opened = self.tr("Documents opened in the last seven days: {count}").format(count=number(view.plan.recent))
        words.append(opened)
        for label, text in zip(self._facts, [*words, *[""] * len(self._facts)], strict=False):
            label.setText(text)
            show_if(label, bool(text))
        self.done.set_values([(_day(day), count) for day, count in found.days], len(found.days) - 1, words[0])
        ahead = [(_day(day), count) for day, count in found.ahead]
        in_words = " · ".join(f"{_day(day)}: {number(count)}" for day, count in found.ahead if count)
        self._coming_words.setText(in_words or self.tr("None of your cards comes round in these days."))
        self.ahead.set_values(ahead, 0, self._coming_words.text())
        show_if(self.coming, bool(found.cards))
        show_if(self.done, looks > 0)
        read = self.tr("Read to the end: {read} of {count} documents").format(
            read=number(view.plan.read), count=number(view.plan.materials)
        )
        self._read_words.setText(read)
        self._read_bar.set_value(view.plan.read, max(1, view.plan.materials), description=read)


def _day(day: date) -> str:
    return i18n.format_weekday(day, short=True)

"""Marking: one exam at a time, seen as answers to mark, as everybody's marks, as figures, and as what was set aside."""

import asyncio
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.files import storage_fault
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.contract.marking import GivenMark
from learnup_desktop.contract.results import ExamAnalysis
from learnup_desktop.contract.seats import SetAsideDecision, StudentSetAside
from learnup_desktop.features.marking.analysis_widgets import AnalysisView
from learnup_desktop.features.marking.aside_widgets import AsideView
from learnup_desktop.features.marking.mark_widgets import MarkView
from learnup_desktop.features.marking.queue import Place
from learnup_desktop.features.marking.service import Marking, MarkingService
from learnup_desktop.features.marking.students_widgets import PublishDialog, StudentsView
from learnup_desktop.features.marking.table import results_csv
from learnup_desktop.qt.dialogs import choose_file_to_save, confirm, open_dialog
from learnup_desktop.qt.i18n import format_moment, format_number, language
from learnup_desktop.qt.notices import say_text
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Column,
    ComboField,
    EmptyState,
    PageFrame,
    SegmentedControl,
    StateStack,
    show_if,
)

VIEWS = ("mark", "students", "analysis", "aside")


class MarkingPage(PageFrame):
    """``marking``; takes ``exam_id`` and ``view`` (one of :data:`VIEWS`)."""

    def __init__(self, service: MarkingService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._exams: list[ExamSummary] = []
        self._exam_id: str | None = None
        self._marking: Marking | None = None
        self._aside: list[StudentSetAside] = []
        self._analysis: ExamAnalysis | None = None
        self.tasks = TaskScope(self)
        self.exam_field = ComboField(" ")
        self.exam_field.changed.connect(self._choose_exam)
        self.view = SegmentedControl([(name, "") for name in VIEWS])
        self.view.setObjectName("marking-view")
        self.view.changed.connect(lambda _view: self._show_view())
        self.refused = Banner("", "", "caution", icon="alert-outline")
        self.mark_view, self.students = MarkView(self), StudentsView()
        self.analysis, self.aside = AnalysisView(), AsideView()
        self.mark_view.given.connect(self._give)
        self.mark_view.picture_wanted.connect(self._fetch_picture)
        self.mark_view.asked.picture_wanted.connect(self._fetch_paper_picture)
        self.students.publish_wanted.connect(lambda: self.tasks.run(self._publish))
        self.students.export_wanted.connect(lambda: self.tasks.run(self._export))
        self.aside.decided.connect(self._decide)
        content = QWidget()
        column = Column(content, gap=4)
        column.add(self.refused, self.mark_view, self.students, self.analysis, self.aside)
        self.stack = StateStack(content, empty=EmptyState("", icon="check-circle-outline"))
        self.stack.retry_requested.connect(self.reload)
        self.add(self.exam_field, self.view, self.stack)
        self.finish()
        self.retranslate()

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.exam_field.set_label(self.tr("Exam"))
        self.view.set_texts([self.tr("To mark"), self.tr("Students"), self.tr("Analysis"), self.tr("Set aside")])
        self.stack.empty.set(
            self.tr("No exam to mark"),
            self.tr("Exams of your classes appear here once they have begun."),
            icon="check-circle-outline",
        )
        self.refused.set(
            self.tr("Some marks were not taken"),
            self.tr("Somebody else marked the same answers later, or the question was withdrawn. You see what counts."),
        )
        for view in (self.mark_view, self.students, self.analysis, self.aside):
            view.retranslate()
        self._show_exams()
        self._show()

    # --- loading -------------------------------------------------------------------------------------

    def activated(self, parameters: dict[str, object]) -> None:
        """Open, at the exam and view asked for."""
        wanted, view = parameters.get("exam_id"), parameters.get("view")
        self._exam_id = str(wanted) if wanted else self._exam_id
        if view in VIEWS:
            self.view.set_value(str(view))
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if "exams" in streams and not self._exams:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """What was marked here has gone to school meanwhile, or goes now."""
        if online and self._marking is not None:
            self.refresh()

    def reload(self) -> None:
        """Read the exams, then the one that is looked at."""
        self.stack.show_loading()
        self.tasks.latest("exams", self._service.exams, on_success=self._take_exams, on_failure=self.stack.show_error)

    def refresh(self) -> None:
        """Ask for the exam again, and for what its view shows besides."""
        exam_id = self._exam_id
        if exam_id is None:
            return
        self.tasks.latest(
            "marking",
            partial(self._service.marking, exam_id),
            on_success=self._take_marking,
            on_failure=self._failed,
        )
        if self.view.value() == "analysis":
            self.tasks.latest(
                "analysis",
                partial(self._service.analysis, exam_id),
                on_success=self._take_analysis,
                on_failure=self._failed,
            )
        if self.view.value() == "aside":
            self.tasks.latest(
                "aside", partial(self._service.set_aside, exam_id), on_success=self._take_aside, on_failure=self._failed
            )

    def _failed(self, error: LearnUpError) -> None:
        """What is on the screen stays and says how old it is; with nothing on it, what went wrong."""
        if self._marking is None:
            self.stack.show_error(error)
        else:
            self.stack.set_offline(True, self._marking.results.as_of)

    def _take_exams(self, exams: list[ExamSummary]) -> None:
        self._exams = exams
        if not exams:
            self.stack.show_empty()
            return
        if self._exam_id not in {exam.id for exam in exams}:
            self._exam_id = exams[0].id
        self._show_exams()
        self.refresh()

    def _choose_exam(self, exam_id: object) -> None:
        if exam_id is not None and exam_id != self._exam_id:
            self._exam_id, self._marking, self._analysis, self._aside = str(exam_id), None, None, []
            self.stack.set_offline(False)
            self.stack.show_loading()
            self.refresh()

    def _take_marking(self, marking: Marking) -> None:
        if marking.results.state.exam_id != self._exam_id:
            return
        self._marking = marking
        self.stack.set_offline(marking.offline, marking.results.as_of)
        self._show()
        self.stack.show_content()

    def _take_analysis(self, analysis: ExamAnalysis) -> None:
        self._analysis = analysis
        self._show()

    def _take_aside(self, aside: list[StudentSetAside]) -> None:
        self._aside = aside
        self._show()

    # --- showing -------------------------------------------------------------------------------------

    def _show_exams(self) -> None:
        self.exam_field.blockSignals(True)
        self.exam_field.set_choices(
            [(exam.id, f"{exam.title.text(language())} · {format_moment(exam.opens_at)}") for exam in self._exams]
        )
        if self._exam_id is not None and self._exams:
            self.exam_field.set_value(self._exam_id)
        self.exam_field.blockSignals(False)

    def _show_view(self) -> None:
        self._show()
        if self.view.value() in ("analysis", "aside"):
            self.refresh()

    def _show(self) -> None:
        chosen, marking = self.view.value(), self._marking
        views = dict(zip(VIEWS, (self.mark_view, self.students, self.analysis, self.aside), strict=True))
        for name, view in views.items():
            show_if(view, name == chosen)
        show_if(self.refused, marking is not None and bool(marking.refused))
        if marking is None:
            return
        if chosen == "mark":
            self.mark_view.show_marking(marking)
        elif chosen == "students":
            self.students.show_results(marking.results, offline=marking.offline)
        elif chosen == "analysis":
            self.analysis.show_analysis(marking.results, self._analysis)
        else:
            self.aside.show_aside(marking.results, self._aside)

    # --- doing ---------------------------------------------------------------------------------------

    def _give(self, place: Place, mark: GivenMark) -> None:
        self.tasks.run(partial(self._service.give, place, mark))

    def _fetch_picture(self, attempt_id: str, sha256: str) -> None:
        self.tasks.run(
            partial(self._service.work, attempt_id, sha256),
            on_success=partial(self.mark_view.show_picture, sha256),
            on_failure=lambda _error: self.mark_view.picture_missing(sha256),
        )

    def _fetch_paper_picture(self, exam_id: str, name: str) -> None:
        show = partial(self.mark_view.asked.show_picture, exam_id, name)
        self.tasks.run(
            partial(self._service.paper_picture, exam_id, name), on_success=show, on_failure=lambda _error: show(b"")
        )

    def _decide(self, attempt_id: str, decision: SetAsideDecision) -> None:
        async def decide() -> None:
            await self._service.decide(attempt_id, decision)
            self.refresh()

        self.tasks.run(decide)

    async def _publish(self) -> None:
        marking = self._marking
        if marking is None:
            return
        dialog = PublishDialog(self, marking.results.state)
        await open_dialog(dialog)
        if dialog.chosen != "publish":
            return
        incomplete = marking.results.state.waiting > 0
        if incomplete:
            text = self.tr("{n} answers still wait for a mark. Students will see them as not marked.")
            said = text.format(n=format_number(marking.results.state.waiting))
            if not await confirm(self, self.tr("Publish all the same?"), said, self.tr("Publish")):
                return
        note, ranks = dialog.note.text(), dialog.ranks.isChecked()
        exam_id = marking.results.state.exam_id
        state = await self._service.publish(exam_id, note=note, ranks=ranks, incomplete=incomplete)
        say_text("positive", self.tr("{n} students can see their marks").format(n=format_number(state.finished)))
        self.refresh()

    async def _export(self) -> None:
        marking = self._marking
        if marking is None:
            return
        title = marking.results.state.title.text(language())
        path = await choose_file_to_save(self, self.tr("Save the marks"), f"{title}.csv", "CSV (*.csv)")
        if path is None:
            return
        heads = [self.tr("Index number"), self.tr("Name"), self.tr("Place"), self.tr("Marks"), self.tr("Of")]
        data = results_csv(marking.results, heads)
        try:
            await asyncio.to_thread(path.write_bytes, data)
        except OSError as error:
            raise storage_fault(error, path) from error
        say_text("positive", self.tr("Saved in {name}").format(name=path.name))

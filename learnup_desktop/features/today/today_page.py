"""Today: what comes next, the day's lessons, exams with the readiness of this PC, and what the school says."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.features.today.plan import ReadinessLine, TodayPlan
from learnup_desktop.features.today.service import TodayService
from learnup_desktop.features.today.today_widgets import AnnouncementsCard, ExamCard, HeroCard, LessonsCard
from learnup_desktop.qt import dialogs, i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Column, PageFrame, SideBySide, StateStack, clear_layout

TICK_MS = 30_000
"""How often "in 12 minutes" is worked out again while the page can be seen."""


class TodayPage(PageFrame):
    """The first page after signing in.

    Attributes:
        shown: set once the cache has been read and is on the screen, for who measures a start.
    """

    def __init__(
        self,
        service: TodayService,
        context: PageContext,
        *,
        name: str,
        teaching: bool,
        exam_route: str,
        lesson_route: str,
    ) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._name = name
        self._exam_route = exam_route
        self._lesson_route = lesson_route
        self._teaching = teaching
        self._plan: TodayPlan | None = None
        self._parts: dict[str, object] = {}
        self._showing = Gradual(self)
        self.tasks = TaskScope(self)
        self.shown = asyncio.Event()
        self.hero = HeroCard(teaching=teaching, joinable=bool(lesson_route))
        self.lessons = LessonsCard(teaching=teaching)
        self.tomorrow = LessonsCard(teaching=teaching, markable=False)
        self.announcements = AnnouncementsCard()
        self.exam_cards: list[ExamCard] = []
        main, side = QWidget(), QWidget()
        Column(main, gap=4).add(self.hero, self.lessons, self.tomorrow)
        self._exams = Column(gap=4)
        side_column = Column(side, gap=4)
        side_column.addLayout(self._exams)
        side_column.add(self.announcements)
        self.stack = StateStack(SideBySide(main, side), skeleton_rows=6)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.hero.join_requested.connect(lambda lesson: self._context.navigate(lesson_route, lesson_id=lesson))
        self.hero.mark_requested.connect(self._mark)
        self.lessons.mark_requested.connect(self._mark)
        self.announcements.chosen.connect(self._read)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self.reload)

    # -- frame --------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        first_name = self._name.split()[0] if self._name else ""
        return i18n.greeting(first_name, self._service.now())

    def retranslate(self) -> None:
        self._parts.clear()
        if self._plan is not None:
            self._show(self._plan)

    def activated(self, parameters: dict[str, object]) -> None:
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"lessons", "exams", "announcements"}:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ticker.stop()
        super().hideEvent(event)

    # -- showing ------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.plan, on_success=self._show, on_failure=self.stack.show_error)

    def plan(self) -> TodayPlan | None:
        """What is shown."""
        return self._plan

    def _show(self, plan: TodayPlan) -> None:
        self._plan = plan
        self._showing.start(self._show_parts(plan))

    def _show_parts(self, plan: TodayPlan) -> Iterator[None]:
        """A part of the page at a time; lists that say the same already are left as they are."""
        now = self._service.now()
        self.hero.show_plan(plan, now)
        yield
        fetched = plan.as_of is not None
        if self._parts.get("lessons") != (plan.lessons, fetched):
            self.lessons.show_lessons(self.tr("Today"), plan.lessons, fetched=fetched)
            self._parts["lessons"] = (plan.lessons, fetched)
            yield
        if self._parts.get("tomorrow") != (plan.tomorrow, fetched):
            self.tomorrow.show_lessons(self.tr("Tomorrow"), plan.tomorrow, fetched=fetched)
            self._parts["tomorrow"] = (plan.tomorrow, fetched)
            yield
        self.tomorrow.setVisible(bool(plan.tomorrow))
        self.announcements.show_announcements(plan.announcements, now)
        yield
        if self._parts.get("exams") != plan.exams:
            yield from self._show_exams(plan)
        self.stack.show_content()
        self.shown.set()

    def _show_exams(self, plan: TodayPlan) -> Iterator[None]:
        clear_layout(self._exams)
        self._parts.pop("exams", None)
        self.exam_cards = []
        for exam in plan.exams:
            card = ExamCard(exam, self._service.now(), openable=bool(self._exam_route), teaching=self._teaching)
            card.open_requested.connect(self._open_exam)
            card.fix_requested.connect(partial(self._fix, exam.id))
            self._exams.addWidget(card)
            self.exam_cards.append(card)
            yield
        self._parts["exams"] = plan.exams
        self._ask_readiness()

    def _ask_readiness(self) -> None:
        """Only of the next exam: the checks cost something, and only one exam is next."""
        if self.exam_cards and self._service.knows_readiness:
            card = self.exam_cards[0]
            self.tasks.latest(
                "readiness",
                partial(self._service.readiness, card.exam.id),
                on_success=partial(self._show_readiness, card),
                on_failure=partial(self._no_readiness, card),
            )

    def _show_readiness(self, card: ExamCard, lines: Sequence[ReadinessLine]) -> None:
        if card in self.exam_cards:
            card.show_readiness(lines)

    def _no_readiness(self, card: ExamCard, error: LearnUpError) -> None:
        # The exam's own page says what is wrong; here an absent list is no news.
        self._show_readiness(card, ())

    # -- doing --------------------------------------------------------------------------------------------------------

    def _mark(self, lesson_id: str) -> None:
        self._context.navigate("attendance", lesson_id=lesson_id)

    def _open_exam(self, exam_id: str) -> None:
        self._context.navigate(self._exam_route, exam_id=exam_id)

    def _fix(self, exam_id: str, route: str) -> None:
        self._context.navigate(route or self._exam_route, exam_id=exam_id)

    def _read(self, announcement: object) -> None:
        if not isinstance(announcement, Announcement):
            return
        language = i18n.language()
        title, body = announcement.title.text(language), announcement.body.text(language)
        by = f"{announcement.author_name} · {i18n.format_moment(announcement.published_at)}"
        self.tasks.latest("read", lambda: dialogs.tell(self, title, body, detail=by))

"""Today: what comes next, the day's lessons, exams with the readiness of this PC, and what the school says."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.features.today.due_widgets import DueCard, TomorrowCard
from learnup_desktop.features.today.plan import ReadinessLine, TodayPlan
from learnup_desktop.features.today.service import TodayService
from learnup_desktop.features.today.today_widgets import AnnouncementsCard, ExamCard, HeroCard, LessonsCard
from learnup_desktop.qt import dialogs, i18n, notices
from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Column, KeyedColumn, KeyedRow, PageFrame, SideBySide, StateStack

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
        self._tomorrow_stale = True
        self.tasks = TaskScope(self)
        self.shown = asyncio.Event()
        self.hero = HeroCard(teaching=teaching, joinable=bool(lesson_route))
        self.lessons = LessonsCard(teaching=teaching)
        self.tomorrow = LessonsCard(teaching=teaching, markable=False)
        self.due = DueCard()
        self.get_tomorrow = TomorrowCard()
        self.announcements = AnnouncementsCard()
        self._at_once = False
        main, side = QWidget(), QWidget()
        Column(main, gap=4).add(self.hero, self.lessons, self.tomorrow, self.get_tomorrow, self.due)
        exams = QWidget()
        self._exams = KeyedColumn(exams, gap=4)
        Column(side, gap=4).add(exams, self.announcements)
        self._cards = (self.hero, self.lessons, self.tomorrow, self.due, self.announcements)
        self.stack = StateStack(SideBySide(main, side), skeleton_rows=6)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.hero.join_requested.connect(lambda lesson: self._context.navigate(lesson_route, lesson_id=lesson))
        self.hero.mark_requested.connect(self._mark)
        self.lessons.mark_requested.connect(self._mark)
        self.due.chosen.connect(self._open_material)
        self.get_tomorrow.wanted.connect(self._fetch_tomorrow)
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
        """Look at the cache again; ``at_once`` shows all of it in one turn of the loop, as a start wants it."""
        self._at_once = bool(parameters.get("at_once"))
        self._tomorrow_stale = True
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"lessons", "exams", "announcements", "materials"}:
            self._tomorrow_stale = True
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

    def _show_parts(self, plan: TodayPlan) -> Iterator[object]:
        """A part of the page at a time; what says the same already is left as it is.

        Each part comes into view in a turn of the loop of its own, so that laying out and painting all of them does not
        hold the loop up. That takes longer in all, so a start, at which nobody can have pressed anything yet, has the
        whole page at once.
        """
        pause = None if self._at_once else NEXT_TURN
        now = self._service.now()
        if self.stack.state() != "content" and not self._at_once:
            for card in self._cards:
                card.hide()
            self.stack.show_content()
            yield pause
        self.hero.show_plan(plan, now)
        yield pause
        fetched = plan.as_of is not None
        if self._is_new("lessons", (plan.lessons, fetched)):
            self.lessons.show_lessons(self.tr("Today"), plan.lessons, fetched=fetched)
        self.lessons.show()
        yield pause
        if self._is_new("tomorrow", (plan.tomorrow, fetched)):
            self.tomorrow.show_lessons(self.tr("Tomorrow"), plan.tomorrow, fetched=fetched)
        self.tomorrow.setVisible(bool(plan.tomorrow))
        yield pause
        for _ in self._exams.showing(self._exam_rows(plan, now)):
            yield pause
        if self._is_new("readiness", plan.exams[:1]):
            self._ask_readiness()
        # When it is due is written by its distance from today, and said in colour by its distance from now.
        if self._is_new("due", (plan.due, i18n.local(now).date(), now.hour)):
            self.due.show_due(plan.due, now)
        self.due.setVisible(bool(plan.due))
        yield pause
        ages = tuple(i18n.format_ago(announcement.published_at, now) for announcement in plan.announcements)
        if self._is_new("announcements", (plan.announcements, plan.unread, ages)):
            self.announcements.show_announcements(plan.announcements, now, unread=plan.unread)
        self.announcements.setVisible(bool(plan.announcements))
        self.stack.show_content()
        self._at_once = False
        self.shown.set()
        self._ask_tomorrow()

    def _is_new(self, part: str, says: object) -> bool:
        """Whether a part is to say something else than it does; from now on it says this."""
        new = part not in self._parts or self._parts[part] != says
        self._parts[part] = says
        return new

    @property
    def exam_cards(self) -> list[ExamCard]:
        """The exams that are shown, the next one first."""
        return [card for card in self._exams.rows() if isinstance(card, ExamCard)]

    def _exam_rows(self, plan: TodayPlan, now: datetime) -> list[KeyedRow]:
        # Times are written by their distance from today.
        said_on = (i18n.language(), i18n.local(now).date())
        return [
            KeyedRow(exam.id, (exam, exam.opens_at <= now, said_on), partial(self._exam_card, exam, now))
            for exam in plan.exams
        ]

    def _exam_card(self, exam: ExamSummary, now: datetime) -> ExamCard:
        card = ExamCard(exam, now, openable=bool(self._exam_route), teaching=self._teaching)
        card.open_requested.connect(self._open_exam)
        card.fix_requested.connect(partial(self._fix, exam.id))
        # A card that is made anew does not know yet how ready this PC is.
        self._parts.pop("readiness", None)
        return card

    def _ask_readiness(self) -> None:
        """Only of the next exam: the checks cost something, and only one exam is next."""
        card = next(iter(self.exam_cards), None)
        if card is not None and self._service.knows_readiness:
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

    def _ask_tomorrow(self) -> None:
        tomorrow = self._service.tomorrow
        # Not at each tick of the clock: counting looks through everything that was downloaded.
        if tomorrow is not None and self._tomorrow_stale:
            self._tomorrow_stale = False
            show = self.get_tomorrow.show_offer
            # What cannot be counted is not offered; the library says what is wrong.
            self.tasks.latest("tomorrow", tomorrow.offer, on_success=show, on_failure=lambda _: show(None))

    # -- doing --------------------------------------------------------------------------------------------------------

    def _mark(self, lesson_id: str) -> None:
        self._context.navigate("attendance", lesson_id=lesson_id)

    def _open_exam(self, exam_id: str) -> None:
        self._context.navigate(self._exam_route, exam_id=exam_id)

    def _fix(self, exam_id: str, route: str) -> None:
        self._context.navigate(route or self._exam_route, exam_id=exam_id)

    def _open_material(self, material: object) -> None:
        if isinstance(material, Material):
            self._context.navigate("library", find=material.title.text(i18n.language()))

    def _fetch_tomorrow(self) -> None:
        tomorrow = self._service.tomorrow
        if tomorrow is not None:
            self.tasks.latest("fetch", tomorrow.fetch, on_success=lambda _: self._fetching())

    def _fetching(self) -> None:
        self.get_tomorrow.show_offer(None)
        text = self.tr("The library shows how far it is.")
        notices.say_text("positive", self.tr("Everything for tomorrow is on its way"), text, key="tomorrow")

    def _read(self, announcement: object) -> None:
        if not isinstance(announcement, Announcement):
            return
        language = i18n.language()
        title, body = announcement.title.text(language), announcement.body.text(language)
        by = f"{announcement.author_name} · {i18n.format_moment(announcement.published_at)}"
        self.tasks.latest(
            "read", partial(self._tell, announcement, title, body, by), on_success=lambda _: self.reload()
        )

    async def _tell(self, announcement: Announcement, title: str, body: str, by: str) -> None:
        await self._service.mark_read(announcement)
        await dialogs.tell(self, title, body, detail=by)

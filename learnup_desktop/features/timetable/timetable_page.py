"""The timetable: a week, or a day where there is no room for one. Works from the cache alone."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.base.files import write_atomically
from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.domain.meetings import Joinable, join_state
from learnup_desktop.features.timetable.calendar_file import CalendarFile
from learnup_desktop.features.timetable.popover_widgets import LessonPopover
from learnup_desktop.features.timetable.service import TimetableService
from learnup_desktop.features.timetable.timetable_widgets import LessonTile, TileWords, TimeGrid
from learnup_desktop.features.timetable.week import Entry, WeekPlan
from learnup_desktop.qt import dialogs, i18n, notices
from learnup_desktop.qt.dialogs import Choice
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    Divider,
    ElidedLabel,
    EmptyState,
    IconButton,
    Label,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    SegmentedControl,
    StateStack,
    TurningPair,
    WrapLabel,
)

NARROW = 700
"""Below this width (px at 100 %) a week's columns are too thin for words, and one day is shown."""

TOOLBAR_LEAST = 400
"""Room for the arrows, Today and the longest week in any of the languages, px at 100 %."""


class TimetablePage(PageFrame):
    """Week or day, with the way to the lesson's roll for who teaches."""

    def __init__(
        self, service: TimetableService, context: PageContext, *, teaching: bool, lesson_route: str = ""
    ) -> None:
        super().__init__(scroll=False, maximum_width=None, gap=3)
        self._service = service
        self._context = context
        self._teaching = teaching
        self._lesson_route = lesson_route
        self._day = service.today()
        self._wanted_view = ""
        self._plan: WeekPlan | None = None
        self._online = True
        self._popover: LessonPopover | None = None
        self.tasks = TaskScope(self)
        self.add(self._make_toolbar())
        self.grid = TimeGrid(service.now, self._words)
        self.grid.opened.connect(self._open)
        self.stack = StateStack(self.grid, empty=EmptyState(icon="calendar-blank-outline"), skeleton_rows=8)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.stack.retry_requested.connect(self.reload)
        self.stack.empty_action_requested.connect(self.go_today)
        self.add(self.stack, stretch=1)
        for key, action in self._keys().items():
            QShortcut(QKeySequence(key), self, action, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.retranslate()

    def _make_toolbar(self) -> TurningPair:
        where, how = QWidget(), QWidget()
        moving, showing = Row(where, gap=3), Row(how, gap=3)
        self.previous = IconButton("arrow-left", "", boxed=True)
        self.today_button = SecondaryButton()
        self.next = IconButton("arrow-right", "", boxed=True)
        self.period = ElidedLabel("", "strong")
        self.as_of = Label("", "caption", "text-muted")
        self.view = SegmentedControl([("week", ""), ("day", "")])
        self.export = SecondaryButton(icon="download")
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.today_button.clicked.connect(self.go_today)
        self.view.changed.connect(self._choose_view)
        self.export.clicked.connect(lambda: self.tasks.latest("export", self._export))
        moving.add(self.previous, self.today_button, self.next, self.period, self.as_of)
        moving.addStretch(1)
        showing.add(self.view, self.export)
        showing.addStretch(1)
        return TurningPair(where, how, least=TOOLBAR_LEAST)

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "PgUp": lambda: self.step(-1),
            "PgDown": lambda: self.step(1),
            "Home": self.go_today,
            "W": lambda: self._choose_view("week"),
            "D": lambda: self._choose_view("day"),
        }

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.previous.set_label(self.tr("Earlier (Page Up)"))
        self.next.set_label(self.tr("Later (Page Down)"))
        self.today_button.setText(self.tr("Today"))
        self.view.set_texts([self.tr("Week"), self.tr("Day")])
        self.export.setText(self.tr(".ics"))
        self.export.setToolTip(self.tr("Save the timetable for another calendar"))
        self.export.setAccessibleName(self.tr("Save the timetable for another calendar"))
        self._set_empty()
        self._render()

    def activated(self, parameters: dict[str, object]) -> None:
        day = parameters.get("day")
        if isinstance(day, date):
            self._day = day
        self.reload()

    def deactivated(self) -> None:
        self._close_popover()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated; shows it without losing the place."""
        if "lessons" in streams:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """Say how old the data is while there is no network."""
        self._online = online
        self._show_age()

    # -- moving about -------------------------------------------------------------------------------------------------

    def showing_day(self) -> bool:
        """Whether one day is shown rather than a week."""
        return self.view.value() == "day"

    def step(self, direction: int) -> None:
        """A week, or a day, back or on."""
        self._day += timedelta(days=direction * (1 if self.showing_day() else 7))
        self.reload()

    def go_today(self) -> None:
        """Back to now."""
        self._day = self._service.today()
        self.reload()

    def reload(self) -> None:
        """Read what is shown again."""
        first = self._day - timedelta(days=self._day.weekday())
        if self._plan is None or self._plan.first != first:
            self.stack.show_loading()
        self.tasks.latest(
            "load", lambda: self._service.week(first), on_success=self._show, on_failure=self.stack.show_error
        )

    def _choose_view(self, view: str) -> None:
        self._wanted_view = view
        self.view.set_value(view)
        self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        view = self._wanted_view or ("day" if self.width() < theme().px(NARROW) else "week")
        if view != self.view.value():
            self.view.set_value(view)
            self._wanted_view = ""
            self._render()

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, plan: WeekPlan) -> None:
        self._plan = plan
        self._render()
        now = i18n.local(self._service.now())
        starts = [i18n.local(entry.starts_at).hour for day in plan.days for entry in day.entries]
        self.grid.reveal(now.hour if plan.first <= now.date() <= plan.last else min(starts, default=plan.first_hour))

    def _render(self) -> None:
        plan = self._plan
        if plan is None:
            return
        days = [day for day in plan.days if day.day == self._day] if self.showing_day() else list(plan.days)
        self.period.setText(self._period_text(plan))
        self.grid.show_days(days, (plan.first_hour, plan.last_hour))
        self._show_age()
        if any(day.entries for day in days):
            self.stack.show_content()
        else:
            self._set_empty()
            self.stack.show_empty()

    def _period_text(self, plan: WeekPlan) -> str:
        if self.showing_day():
            return f"{i18n.format_weekday(self._day)} {i18n.format_date(self._day, year=True)}"
        if plan.first.month == plan.last.month:
            return f"{plan.first.day} – {plan.last.day} {i18n.format_month(plan.last)}"
        first = i18n.format_date(plan.first, year=plan.first.year != plan.last.year)
        return f"{first} – {i18n.format_date(plan.last, year=True)}"

    def _show_age(self) -> None:
        as_of = self._plan.as_of if self._plan is not None else None
        text = "" if self._online or as_of is None else self.tr("as of {time}").format(time=i18n.format_moment(as_of))
        self.as_of.setText(text)
        self.as_of.setVisible(bool(text))

    def _set_empty(self) -> None:
        if self._plan is not None and self._plan.as_of is None:
            title = self.tr("The timetable is not on this computer yet")
            text = self.tr("It is fetched as soon as there is a network.")
            self.stack.empty.set(title, text, icon="cloud-download-outline")
            return
        title = self.tr("No lessons on this day") if self.showing_day() else self.tr("No lessons in this week")
        text = self.tr("Look at other days with the arrows above.")
        self.stack.empty.set(title, text, icon="calendar-blank-outline", action=self.tr("Go to today"))

    def _words(self, entry: Entry) -> TileWords:
        language = i18n.language()
        lesson = entry.lesson
        title = (lesson.class_name if self._teaching else lesson.subject).text(language)
        place = self.tr("Online") if lesson.online else lesson.room
        topic = lesson.topic.text(language)
        time = i18n.format_time_range(entry.starts_at, entry.ends_at)
        spoken = [
            title,
            f"{i18n.format_weekday(i18n.local(entry.starts_at).date())} {time}",
            place,
            topic,
            lesson.teacher_name,
        ]
        change = self._change(lesson, entry)
        if entry.trace:
            spoken = [title, time, change]
        elif change:
            spoken.append(change)
        return TileWords(title, place, topic, ", ".join(part for part in spoken if part), change)

    def _change(self, lesson: Lesson, entry: Entry) -> str:
        """What has become of a lesson, for its tile or its trace; empty for one as planned."""
        if lesson.state is LessonState.CANCELLED:
            return self.tr("Cancelled")
        if lesson.state is not LessonState.MOVED or lesson.previous_starts_at is None:
            return ""
        if entry.trace:
            return self.tr("moved to {time}").format(time=self._short(lesson.starts_at, entry.starts_at))
        return self.tr("Moved from {time}").format(time=self._short(lesson.previous_starts_at, lesson.starts_at))

    def _short(self, moment: datetime, beside: datetime) -> str:
        """``13:30``; with the weekday when that is another day than ``beside``."""
        day = i18n.local(moment).date()
        if day == i18n.local(beside).date():
            return i18n.format_time(moment)
        return f"{i18n.format_weekday(day, short=True)} {i18n.format_time(moment)}"

    # -- one lesson ---------------------------------------------------------------------------------------------------

    def _open(self, tile: LessonTile) -> None:
        self._close_popover()
        popover = LessonPopover(self)
        popover.setFixedWidth(theme().px(340))
        column = Column(popover, gap=2, margins=(4, 4, 4, 4))
        self._fill(column, tile.lesson(), popover)
        popover.destroyed.connect(self._forget_popover)
        self._popover = popover
        popover.show_beside(tile)

    def popover(self) -> QWidget | None:
        """The details that are open, for tests and the walk-through."""
        return self._popover

    def _forget_popover(self) -> None:
        self._popover = None

    def _close_popover(self) -> None:
        if self._popover is not None:
            self._popover.close()

    def _fill(self, column: Column, lesson: Lesson, popover: QWidget) -> None:
        language = i18n.language()
        column.add(WrapLabel(lesson.subject.text(language), "strong"))
        if topic := lesson.topic.text(language):
            column.add(WrapLabel(topic))
        column.add(self._time_row(lesson))
        column.add(Divider())
        place = self.tr("Online") if lesson.online else lesson.room
        if lesson.previous_room and lesson.previous_room != lesson.room:
            place = self.tr("{room} (was {before})").format(room=place, before=lesson.previous_room)
        for text in (lesson.class_name.text(language), lesson.teacher_name, place):
            column.add(WrapLabel(text, "label", "text-muted"))
        if lesson.note is not None and (note := lesson.note.text(language)):
            column.add(WrapLabel(note))
        if self._lesson_route and join_state(lesson, self._service.now()) in (Joinable.OPEN, Joinable.TOO_EARLY):
            join = PrimaryButton(self.tr("Join"), icon="video-outline")
            join.clicked.connect(popover.close)
            join.clicked.connect(lambda: self._context.navigate(self._lesson_route, lesson_id=lesson.id))
            column.add(join)
        if self._teaching and lesson.state is not LessonState.CANCELLED:
            mark = PrimaryButton(self.tr("Mark attendance"), icon="account-check-outline")
            mark.clicked.connect(popover.close)
            mark.clicked.connect(lambda: self._context.navigate("attendance", lesson_id=lesson.id))
            column.add(mark)

    def _time_row(self, lesson: Lesson) -> Row:
        row = Row(gap=2)
        if lesson.state is LessonState.MOVED and lesson.previous_starts_at is not None:
            before = Label(i18n.format_moment(lesson.previous_starts_at), "label", "text-muted")
            before.set_struck_out(True)
            before.setAccessibleName(self.tr("was {time}").format(time=before.text()))
            row.add(before)
        row.add(Label(_when(lesson), "label", bold=True))
        row.addStretch(1)
        if lesson.state is LessonState.CANCELLED:
            row.add(Pill(self.tr("Cancelled"), "critical", small=True))
        elif lesson.state is LessonState.MOVED:
            row.add(Pill(self.tr("Changed"), "caution", small=True))
        return row

    # -- export -------------------------------------------------------------------------------------------------------

    async def _export(self) -> None:
        kept = self._service.kept
        if kept is None:
            await self._save_copy()
            return
        path = await kept.path()
        text = self.tr(
            "A copy shows the timetable as it is now. A kept file follows every change: add it once to your calendar."
        )
        copy = Choice("copy", self.tr("Save a copy"), "secondary" if path is None else "primary")
        if path is None:
            keep = Choice("keep", self.tr("Keep a file up to date"), "primary")
            answers, detail = [copy, keep], ""
        else:
            answers = [Choice("stop", self.tr("Stop keeping it"), "secondary"), copy]
            detail = self.tr("Kept up to date: {path}").format(path=str(path))
        answer = await dialogs.ask(self, self.tr("Timetable for another calendar"), text, answers, detail=detail)
        if answer == "copy":
            await self._save_copy()
        elif answer == "keep":
            await self._keep(kept)
        elif answer == "stop":
            await kept.stop()
            notices.say_text("positive", self.tr("The file is no longer kept up to date"), str(path))

    async def _keep(self, kept: CalendarFile) -> None:
        filters = self.tr("Calendar (*.ics)")
        title = self.tr("Keep the timetable up to date in a file")
        path = await dialogs.choose_file_to_save(self, title, "learnup-timetable.ics", filters)
        if path is not None:
            await kept.keep(path)
            notices.say_text("positive", self.tr("The timetable is kept up to date in a file"), str(path))

    async def _save_copy(self) -> None:
        calendar = await self._service.calendar(self.tr("LearnUp timetable"), i18n.language())
        filters = self.tr("Calendar (*.ics)")
        path = await dialogs.choose_file_to_save(self, self.tr("Save the timetable"), "learnup.ics", filters)
        if path is None:
            return
        await asyncio.to_thread(write_atomically, path, calendar)
        notices.say_text("positive", self.tr("The timetable was saved"), str(path))


def _when(lesson: Lesson) -> str:
    start = i18n.format_date(lesson.starts_at, weekday=True)
    return f"{start} · {i18n.format_time_range(lesson.starts_at, lesson.ends_at)}"

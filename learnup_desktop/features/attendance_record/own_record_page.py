"""A student's own attendance: a ring, each class, a month of days, and what the school told of absences."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.domain.attendance_risk import RiskReason
from learnup_desktop.domain.register import month_of, next_month
from learnup_desktop.domain.timetable import local_day
from learnup_desktop.features.attendance_record.chart_widgets import MonthCalendar, ShareRing
from learnup_desktop.features.attendance_record.service import OwnClass, OwnEntry, OwnRecord, OwnRecordService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import STATE_TONES, method_words, reason_words, risk_tone, state_words
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    EmptyState,
    IconButton,
    KeyedColumn,
    KeyedRow,
    KeyValueRow,
    Label,
    ListRow,
    PageFrame,
    Pill,
    Row,
    SideBySide,
    StateStack,
    SubjectBar,
    WrapLabel,
    show_if,
)

NOTICES_SHOWN = 5


class OwnRecordPage(PageFrame):
    """``attendance-record``."""

    def __init__(self, service: OwnRecordService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._record: OwnRecord | None = None
        self._month: date | None = None
        self._new: set[str] = set()
        self.tasks = TaskScope(self)
        self._building = Gradual(self)
        self._day_building = Gradual(self)
        body = SideBySide(self._make_main(), self._make_side(), side_share=0.42)
        self.stack = StateStack(body, empty=EmptyState(icon="calendar-check-outline"), skeleton_rows=5)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    def _make_main(self) -> QWidget:
        main = QWidget()
        self.calendar_card = Card(gap=3)
        head = Row(gap=2)
        self.back = IconButton("chevron-left", "", boxed=True)
        self.forward = IconButton("chevron-right", "", boxed=True)
        self.month_label = Label("", "heading")
        head.addWidget(self.month_label)
        head.addStretch(1)
        head.add(self.back, self.forward)
        self.back.clicked.connect(lambda: self._step(-1))
        self.forward.clicked.connect(lambda: self._step(1))
        self.calendar = MonthCalendar()
        self.calendar.chosen.connect(self._show_day)
        self.day_label = Label("", "body", bold=True)
        self.day_rows = KeyedColumn(gap=0)
        self.calendar_card.add(head, self.calendar, self.day_label, self.day_rows)
        column = Column(main, gap=4)
        column.add(self.calendar_card)
        column.addStretch(1)
        return main

    def _make_side(self) -> QWidget:
        side = QWidget()
        self.overall = Card(" ", gap=3)
        self.ring = ShareRing()
        self.rows = {state: KeyValueRow("") for state in AttendanceState}
        self.meaning = WrapLabel("", "caption", "text-muted")
        across = Row(gap=4)
        words = Column(gap=1)
        words.addStretch(1)
        words.add(*self.rows.values())
        words.addStretch(1)
        across.addWidget(self.ring)
        across.addLayout(words, 1)
        self.overall.add(across, self.meaning)
        self.classes = Card(" ", gap=0)
        self.class_rows = KeyedColumn(gap=0)
        self.classes.add(self.class_rows)
        self.notices = Card(" ", gap=0)
        self.notice_rows = KeyedColumn(gap=0)
        self.notices.add(self.notice_rows)
        column = Column(side, gap=4)
        column.add(self.overall, self.notices, self.classes)
        column.addStretch(1)
        return side

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.overall.set_title(self.tr("Your attendance"))
        self.classes.set_title(self.tr("By class"))
        self.notices.set_title(self.tr("What the school told you"))
        self.back.set_label(self.tr("The month before"))
        self.forward.set_label(self.tr("The month after"))
        self.meaning.setText(
            self.tr(
                "Present and late count as attended; excused lessons do not count. Tell your teacher if one is wrong."
            )
        )
        text = self.tr("Your attendance appears here when a teacher marks it. It stays here with no network too.")
        self.stack.empty.set(self.tr("Nothing marked yet"), text, icon="calendar-check-outline")
        if self._record is not None:
            self._show(self._record)

    def activated(self, parameters: dict[str, object]) -> None:
        """Open."""
        self.reload()

    def deactivated(self) -> None:
        """Another page is shown: what was new here has been seen."""
        self._new.clear()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"attendance", "lessons", "classes", "notices"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """Say how old this is while there is no network."""
        self.stack.set_offline(not online, self._record.as_of if self._record is not None else None)

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.record, on_success=self._loaded, on_failure=self.stack.show_error)

    def _loaded(self, record: OwnRecord) -> None:
        self._record = record
        shown = record.notices[:NOTICES_SHOWN]
        unread = [notice for notice in record.unread if notice in shown]
        if unread and self.isVisible():
            # They stay new for as long as one looks at them, and are noted as read at once.
            self._new |= {notice.id for notice in unread}
            self.tasks.latest("read", partial(self._service.read, unread))
        self._show(record)
        if record.entries or record.notices:
            self.stack.show_content()
        else:
            self.stack.show_empty()

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, record: OwnRecord) -> None:
        standing, number = record.overall, i18n.format_number
        for state, row in self.rows.items():
            row.set(state_words(state), number(standing.counts[state]))
        share = i18n.format_percent(standing.rate) if standing.rate is not None else "–"
        words = ", ".join(f"{state_words(state)} {number(standing.counts[state])}" for state in AttendanceState)
        shares = [(float(standing.counts[state]), STATE_TONES[state]) for state in AttendanceState]
        self.ring.show_shares(shares, share, f"{share}: {words}")
        show_if(self.classes, bool(record.classes))
        show_if(self.notices, bool(record.notices))
        self._show_month()
        self._building.start(self._build(record))

    def _build(self, record: OwnRecord) -> Iterator[object]:
        language = i18n.language()
        notices = record.notices[:NOTICES_SHOWN]
        yield from self.notice_rows.showing(
            [KeyedRow(item.id, (item, item.id in self._new, language), partial(self._notice, item)) for item in notices]
        )
        yield from self.class_rows.showing(
            [KeyedRow(line.school_class.id, (line, language), partial(self._class, line)) for line in record.classes]
        )

    def _notice(self, notice: AbsenceNotice) -> ListRow:
        when = f"{i18n.format_date(notice.lesson_starts_at, weekday=True)} {i18n.format_time(notice.lesson_starts_at)}"
        name = notice.class_name.text(i18n.language())
        if notice.corrected:
            title = self.tr("Corrected: {state}").format(state=state_words(notice.state, notice.minutes_late))
            tone, detail = STATE_TONES[notice.state], f"{name} · {when}"
        else:
            title, tone = self.tr("You were marked absent"), STATE_TONES[AttendanceState.ABSENT]
            detail = f"{name} · {when}"
        row = ListRow(title, detail, wrap=True)
        if notice.id in self._new:
            row.add_trailing(Pill(self.tr("New"), "accent", small=True))
        row.add_trailing(Pill(state_words(notice.state), tone, small=True))
        return row

    def _class(self, line: OwnClass) -> ListRow:
        standing, item = line.standing, line.school_class
        share = i18n.format_percent(standing.rate) if standing.rate is not None else "–"
        asked = i18n.format_percent(item.attendance_policy.required_per_mille / 1000)
        parts = [self.tr("{n} lessons").format(n=i18n.format_number(standing.marked))]
        parts += [reason_words(reason) for reason in standing.reasons]
        if RiskReason.BELOW_REQUIRED in standing.reasons:
            parts[-len(standing.reasons)] = self.tr("below the {share} that your school asks for").format(share=asked)
        row = ListRow(item.name.text(i18n.language()), " · ".join(parts), leading=SubjectBar(item.colour), wrap=True)
        row.add_trailing(Pill(share, risk_tone(standing.reasons) or "positive"))
        return row

    # -- the month ----------------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return local_day(self._service.now(), self._service.zone)

    def _step(self, months: int) -> None:
        if self._month is not None:
            self._month = next_month(self._month, months)
            self._show_month()

    def _show_month(self) -> None:
        record = self._record
        if record is None:
            return
        known, today = record.months(self._service.zone), self._today()
        first, latest = known if known is not None else (month_of(today), month_of(today))
        last = max(latest, month_of(today))
        # On the first days of a month nothing is marked yet: what was marked last is what people come to see.
        self._month = min(max(self._month or latest, first), last)
        self.back.setEnabled(self._month > first)
        self.forward.setEnabled(self._month < last)
        days = self._days()
        marks = {day: [entry.mark.state for entry in entries] for day, entries in days.items()}
        words = {day: "; ".join(map(self._spoken, entries)) for day, entries in days.items()}
        self.month_label.setText(i18n.format_month(self._month))
        self.calendar.show_month(self._month, today, marks, words)
        self._show_day(self.calendar.day())

    def _days(self) -> Mapping[date, Sequence[OwnEntry]]:
        if self._record is None or self._month is None:
            return {}
        return self._record.of_month(self._month, self._service.zone)

    def _spoken(self, entry: OwnEntry) -> str:
        name = entry.lesson.class_name.text(i18n.language()) if entry.lesson is not None else ""
        return " ".join(part for part in (name, state_words(entry.mark.state, entry.mark.minutes_late)) if part)

    def _show_day(self, day: object) -> None:
        if not isinstance(day, date):
            return
        entries = self._days().get(day, ())
        self.day_label.setText(i18n.format_date(day, weekday=True))
        language = i18n.language()
        rows = [KeyedRow(e.mark.lesson_id, (e, language), partial(self._entry, e)) for e in entries]
        if not rows:
            nothing = self.tr("Nothing marked on this day")
            rows = [KeyedRow("", nothing, lambda: Label(nothing, "caption", "text-muted"))]
        self._day_building.start(self.day_rows.showing(rows))

    def _entry(self, entry: OwnEntry) -> ListRow:
        mark, lesson = entry.mark, entry.lesson
        if lesson is not None:
            title = lesson.class_name.text(i18n.language())
            parts = [i18n.format_time_range(lesson.starts_at, lesson.ends_at)]
        else:
            title, parts = self.tr("An earlier lesson"), []
        parts += [method_words(mark.method), mark.note]
        row = ListRow(title, " · ".join(part for part in parts if part), dense=True, wrap=True)
        row.add_trailing(Pill(state_words(mark.state, mark.minutes_late), STATE_TONES[mark.state], small=True))
        return row

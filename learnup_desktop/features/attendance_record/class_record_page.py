"""A class's attendance for who teaches it: who needs looking at, what marks add up to, a month's register."""

import asyncio
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.domain.attendance_risk import RiskReason
from learnup_desktop.domain.register import Register, month_of, next_month
from learnup_desktop.domain.timetable import local_day
from learnup_desktop.features.attendance_record.register_table import RegisterWords, register_csv
from learnup_desktop.features.attendance_record.register_widgets import RegisterHead, RegisterRow
from learnup_desktop.features.attendance_record.rule_widgets import rule_words
from learnup_desktop.features.attendance_record.service import ClassRecord, ClassRecordService, StudentRecord
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.attendance_words import STATE_TONES, reason_words, risk_tone, state_letter, state_words
from learnup_desktop.qt.dialogs import choose_file_to_save
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    ComboField,
    EmptyState,
    FlowRow,
    IconButton,
    KeyedColumn,
    KeyedRow,
    Label,
    ListRow,
    PageFrame,
    Pill,
    ProgressBar,
    Row,
    SecondaryButton,
    SideBySide,
    StateStack,
    WrapLabel,
    show_if,
)


class ClassRecordPage(PageFrame):
    """``class-attendance``; takes ``class_id``."""

    def __init__(self, service: ClassRecordService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._classes: list[SchoolClass] = []
        self._class_id = ""
        self._record: ClassRecord | None = None
        self._month: date | None = None
        self._month_record: ClassRecord | None = None
        self.tasks = TaskScope(self)
        self._summary_building, self._register_building = Gradual(self), Gradual(self)
        body = QWidget()
        Column(body, gap=4).add(
            self._make_head(),
            SideBySide(self._make_summary(), self._make_risk(), side_share=0.4),
            self._make_register(),
        )
        self.stack = StateStack(body, empty=EmptyState(icon="calendar-check-outline"), skeleton_rows=6)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    def _make_head(self) -> QWidget:
        head = QWidget()
        self.choice = ComboField("")
        self.choice.changed.connect(self._choose_class)
        self.period = WrapLabel("", "caption", "text-muted")
        self.mark = SecondaryButton(icon="account-check-outline")
        self.mark.clicked.connect(lambda: self._context.navigate("attendance"))
        row = Row(gap=3)
        row.addWidget(self.choice, 1)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignBottom)
        column = Column(head, gap=2)
        column.addLayout(row)
        column.addWidget(self.period)
        return head

    def _make_summary(self) -> QWidget:
        self.summary = Card(" ", gap=0)
        self.summary_rows = KeyedColumn(gap=0)
        self.summary.add(self.summary_rows)
        return self.summary

    def _make_risk(self) -> QWidget:
        self.risk = Card(" ", gap=2)
        self.rule = WrapLabel("", "caption", "text-muted")
        self.risk_rows = KeyedColumn(gap=0)
        self.risk.add(self.risk_rows, self.rule)
        return self.risk

    def _make_register(self) -> QWidget:
        self.register_card = Card(" ", gap=2)
        head = FlowRow(gap=2)
        self.back = IconButton("chevron-left", "", boxed=True)
        self.forward = IconButton("chevron-right", "", boxed=True)
        self.month_label = Label("", "body", bold=True)
        self.csv = SecondaryButton(icon="file-delimited-outline")
        self.pdf = SecondaryButton(icon="file-pdf-box")
        head.add(self.back, self.forward, self.month_label, self.csv, self.pdf)
        self.back.clicked.connect(lambda: self._step(-1))
        self.forward.clicked.connect(lambda: self._step(1))
        self.csv.clicked.connect(lambda: self.tasks.latest("save", self._save_csv))
        self.pdf.clicked.connect(lambda: self.tasks.latest("save", self._save_pdf))
        self.known = WrapLabel("", "caption", "text-muted")
        self.register_rows = KeyedColumn(gap=0)
        self.register_card.add(head, self.known, self.register_rows)
        return self.register_card

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.choice.set_label(self.tr("Class"))
        self.mark.setText(self.tr("Mark a lesson"))
        self.summary.set_title(self.tr("Everybody"))
        self.register_card.set_title(self.tr("Register of a month"))
        self.back.set_label(self.tr("The month before"))
        self.forward.set_label(self.tr("The month after"))
        self.csv.setText(self.tr("Save as CSV"))
        self.pdf.setText(self.tr("Save as PDF"))
        text = self.tr("Your classes are fetched as soon as there is a network.")
        self.stack.empty.set(self.tr("No classes on this computer yet"), text, icon="google-classroom")
        self._fill_choice()
        self._show()
        self._show_register()

    def activated(self, parameters: dict[str, object]) -> None:
        """Open, at the class asked for."""
        wanted = parameters.get("class_id")
        if isinstance(wanted, str) and wanted:
            self._class_id = wanted
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"attendance", "lessons", "rolls", "classes"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """Say how old this is while there is no network; ask again when there is one."""
        self.stack.set_offline(not online, self._record.as_of if self._record is not None else None)
        if online and self._record is not None and not self._record.whole:
            self._ask()

    def reload(self) -> None:
        """Read the cache again, then ask the platform."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.classes, on_success=self._loaded, on_failure=self.stack.show_error)

    # -- loading ------------------------------------------------------------------------------------------------------

    def _loaded(self, classes: list[SchoolClass]) -> None:
        self._classes = classes
        if not classes:
            self.stack.show_empty()
            return
        if self._class_id not in {item.id for item in classes}:
            self._class_id = classes[0].id
        self._fill_choice()
        self._load()

    def _fill_choice(self) -> None:
        language = i18n.language()
        self.choice.combo.blockSignals(True)
        self.choice.set_choices([(item.id, item.name.text(language)) for item in self._classes])
        self.choice.set_value(self._class_id)
        self.choice.combo.blockSignals(False)

    def _choose_class(self, class_id: object) -> None:
        if isinstance(class_id, str) and class_id and class_id != self._class_id:
            self._class_id, self._record, self._month_record = class_id, None, None
            self._load()

    def _load(self) -> None:
        class_id = self._class_id
        self.tasks.latest(
            "record",
            partial(self._service.here, class_id),
            on_success=self._take_here,
            on_failure=self.stack.show_error,
        )
        self._load_month()

    def _take_here(self, record: ClassRecord) -> None:
        if self._record is None or not self._record.whole or self._record.class_id != record.class_id:
            self._record = record
            self._show()
        self.stack.show_content()
        self._ask()

    def _ask(self) -> None:
        """The platform's word; without a network what is here stays."""
        class_id = self._class_id
        self.tasks.latest("ask", partial(self._service.whole, class_id), on_success=self._take, on_failure=_nothing)

    def _take(self, record: ClassRecord) -> None:
        if record.class_id == self._class_id:
            self._record = record
            self._show()

    # -- summary and list ---------------------------------------------------------------------------------------------

    def _show(self) -> None:
        record = self._record
        if record is None:
            return
        marked, number = record.marked_lessons(), i18n.format_number
        if marked:
            since = i18n.format_date(marked[0].starts_at)
            period = self.tr("{n} lessons marked since {date}").format(n=number(len(marked)), date=since)
            if len(marked) == 1:
                period = self.tr("One lesson marked, on {date}").format(date=since)
        else:
            period = self.tr("No lesson of the last three months is marked")
        if not record.whole:
            period += " · " + self.tr("what this PC knows")
        self.period.setText(period)
        risk = record.at_risk()
        self.risk.set_title(self.tr("To look at · {count}").format(count=number(len(risk))))
        self.rule.setText(rule_words(record.policy))
        self._summary_building.start(self._build(record, risk))

    def _build(self, record: ClassRecord, risk: list[StudentRecord]) -> Iterator[object]:
        language = i18n.language()
        nobody = self.tr("Nobody at the moment")
        rows = [KeyedRow(r.student.id, (r, language), partial(self._risk_row, r)) for r in risk]
        if not rows:
            rows = [KeyedRow("", nobody, lambda: Label(nobody, "body", "text-muted"))]
        yield from self.risk_rows.showing(rows)
        yield from self.summary_rows.showing(
            [KeyedRow(r.student.id, (r, language), partial(self._summary_row, r)) for r in record.summary()]
        )

    def _risk_row(self, line: StudentRecord) -> ListRow:
        standing, number = line.standing, i18n.format_number
        words = []
        for reason in standing.reasons:
            if reason is RiskReason.ABSENT_IN_A_ROW:
                words.append(self.tr("absent {n} times in a row").format(n=number(standing.absent_in_a_row)))
            elif reason is RiskReason.MISSED_MUCH:
                words.append(self.tr("missed {share}").format(share=i18n.format_percent(standing.missed)))
            elif reason is RiskReason.OFTEN_LATE:
                words.append(self.tr("late {n} times lately").format(n=number(standing.late_lately)))
            else:
                words.append(reason_words(reason))
        row = ListRow(line.student.name, " · ".join(words), wrap=True)
        row.add_trailing(Pill(_share(standing.rate), risk_tone(standing.reasons) or "neutral"))
        return row

    def _summary_row(self, line: StudentRecord) -> ListRow:
        standing, number = line.standing, i18n.format_number
        words = " · ".join(f"{state_words(state)} {number(standing.counts[state])}" for state in AttendanceState)
        row = ListRow(line.student.name, words, dense=True, wrap=True)
        bar = ProgressBar()
        bar.setMinimumWidth(60)
        shares = [(float(standing.counts[state]), STATE_TONES[state]) for state in AttendanceState]
        bar.set_segments(shares, max(1, standing.marked), description=words)
        share = Pill(_share(standing.rate), risk_tone(standing.reasons) or "neutral")
        # As wide as the widest, so that the bars stand below each other.
        share.setMinimumWidth(theme().px(64))
        row.add_trailing(bar, share)
        return row

    # -- register -----------------------------------------------------------------------------------------------------

    def _this_month(self) -> date:
        return month_of(local_day(self._service.now(), self._service.zone))

    def _step(self, months: int) -> None:
        self._month = min(next_month(self._month or self._this_month(), months), self._this_month())
        self._load_month()

    def _load_month(self) -> None:
        month, class_id = self._month or self._this_month(), self._class_id
        self._month = month
        self.forward.setEnabled(month < self._this_month())
        self.tasks.latest(
            "month", partial(self._service.here, class_id, month), on_success=partial(self._take_month, month)
        )

    def _take_month(self, month: date, record: ClassRecord) -> None:
        if month != self._month or record.class_id != self._class_id:
            return
        self._month_record = record
        self._show_register()
        if not record.whole:
            self.tasks.latest(
                "ask month",
                partial(self._service.whole, record.class_id, month),
                on_success=partial(self._take_month, month),
                on_failure=_nothing,
            )

    def register(self) -> Register | None:
        """What is shown."""
        if self._month_record is None or self._month is None:
            return None
        return self._month_record.register(self._month, self._service.zone)

    def _show_register(self) -> None:
        register = self.register()
        if register is None or self._month_record is None:
            return
        self.month_label.setText(i18n.format_month(register.month))
        whole = self._month_record.whole
        self.known.setText(
            ""
            if whole
            else self.tr("What this PC knows. With a network older lessons come, and who has left the class meanwhile.")
        )
        show_if(self.known, not whole)
        for button in (self.csv, self.pdf):
            button.setEnabled(bool(register.lessons and register.lines))
        self._register_building.start(self._build_register(register))

    def _build_register(self, register: Register) -> Iterator[object]:
        language, lessons = i18n.language(), register.lessons
        nothing = self.tr("No lessons in this month")
        if not lessons:
            rows = [KeyedRow("", nothing, lambda: Label(nothing, "body", "text-muted"))]
        else:
            rows = [KeyedRow(" head", (lessons, language), partial(RegisterHead, lessons))]
            rows += [
                KeyedRow(line.student.id, (line, lessons, language), partial(RegisterRow, line, lessons))
                for line in register.lines
            ]
        yield from self.register_rows.showing(rows)

    def words(self) -> RegisterWords:
        """Words of the register's table."""
        return RegisterWords(
            number=self.tr("Index number"),
            name=self.tr("Name"),
            counts={state: state_words(state) for state in AttendanceState},
            attended=self.tr("Attended %"),
            left=self.tr("Left on"),
            held=self.tr("There in all"),
            letter=state_letter,
        )

    async def _save_csv(self) -> None:
        register = self.register()
        path = await self._path("csv", "CSV (*.csv)") if register is not None else None
        if register is None or path is None:
            return
        data = register_csv(register, self.words(), self._service.zone)
        await asyncio.to_thread(write_atomically, path, data)
        self._tell_saved(path)

    async def _save_pdf(self) -> None:
        from learnup_desktop.features.attendance_record.register_print_widgets import PageWords, write_register_pdf

        register, record = self.register(), self._month_record
        path = await self._path("pdf", "PDF (*.pdf)") if register is not None else None
        if register is None or record is None or path is None:
            return
        letters = " · ".join(f"{state_letter(state)} {state_words(state)}" for state in AttendanceState)
        written = self.tr("Written {time}").format(time=i18n.format_moment(self._service.now()))
        known = self.tr("what this PC knew")
        foot = written if record.whole else f"{written} · {known}"
        around = PageWords(
            title=record.class_name.text(i18n.language()),
            month=i18n.format_month(register.month),
            page=self.tr("Page {n} of {all}"),
            legend=letters,
            foot=foot,
        )
        # A month of forty lays out some two thousand texts: on a thread, so that the window goes on.
        await asyncio.to_thread(write_register_pdf, path, register, self.words(), around)
        self._tell_saved(path)

    async def _path(self, suffix: str, kinds: str) -> Path | None:
        record, month = self._month_record, self._month
        if record is None or month is None:
            return None
        name = f"{record.class_name.text(i18n.language())} {month:%Y-%m}.{suffix}"
        return await choose_file_to_save(self, self.tr("Save the register"), name, kinds)

    def _tell_saved(self, path: Path) -> None:
        notices.say_text("positive", self.tr("Saved in {name}").format(name=path.name))


def _share(rate: float | None) -> str:
    return "–" if rate is None else i18n.format_percent(rate)


def _nothing(_: LearnUpError) -> None:
    """The page says that it shows what this computer knows."""

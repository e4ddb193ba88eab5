"""The cards of Today: the next lesson, the day's list, an exam with its readiness, what the school says."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.exam_list import AttemptState, ExamSummary
from learnup_desktop.features.today.plan import ReadinessLine, ReadinessState, TodayPlan
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    CheckRow,
    Column,
    Divider,
    EmptyState,
    Label,
    ListRow,
    OnAccentButton,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    SubjectBar,
    Tone,
    WrapLabel,
    follow_theme,
    initials_of,
    replace_rows,
)

_TONES: dict[ReadinessState, Tone] = {
    ReadinessState.READY: "positive",
    ReadinessState.ATTENTION: "caution",
    ReadinessState.UNKNOWN: "neutral",
}


def lesson_title(lesson: Lesson, *, teaching: bool) -> str:
    """Subject and topic; for who teaches, the class and the topic."""
    language = i18n.language()
    first = (lesson.class_name if teaching else lesson.subject).text(language)
    return " · ".join(part for part in (first, lesson.topic.text(language)) if part)


class HeroCard(Card):
    """The next lesson, in the accent.

    Attributes:
        join_requested: id of the lesson to join.
        mark_requested: id of the lesson whose roll to mark.
    """

    join_requested = Signal(str)
    mark_requested = Signal(str)

    def __init__(self, *, teaching: bool, joinable: bool) -> None:
        super().__init__(filled=True, gap=1)
        self._teaching = teaching
        self._can_offer_join = joinable
        self._lesson_id = ""
        self.when = Label("", "body", "on-accent")
        self.title_label = WrapLabel("", "title", "on-accent")
        self.where = WrapLabel("", "body", "on-accent")
        self.join = OnAccentButton(icon="video-outline")
        self.mark = OnAccentButton(icon="account-check-outline")
        self.join.clicked.connect(lambda: self.join_requested.emit(self._lesson_id))
        self.mark.clicked.connect(lambda: self.mark_requested.emit(self._lesson_id))
        words = Column(gap=1)
        words.add(self.when, self.title_label, self.where)
        row = Row(gap=4)
        row.addLayout(words, 1)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.join, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(row)

    def show_plan(self, plan: TodayPlan, now: datetime) -> None:
        """Show the plan's next lesson; nothing when there is none."""
        lesson = plan.upcoming
        self.setVisible(lesson is not None)
        if lesson is None:
            return
        self._lesson_id = lesson.id
        going_on = lesson.starts_at <= now
        self.when.setText(self._when_text(lesson, plan.minutes, going_on))
        language = i18n.language()
        first = (lesson.class_name if self._teaching else lesson.subject).text(language)
        self.title_label.setText(" — ".join(part for part in (first, lesson.topic.text(language)) if part))
        place = self.tr("online") if lesson.online else lesson.room
        people = () if self._teaching else (lesson.teacher_name,)
        self.where.setText(" · ".join(part for part in (*people, place) if part))
        self.join.setText(self.tr("Join"))
        self.join.setVisible(plan.joinable and self._can_offer_join)
        self.mark.setText(self.tr("Mark attendance"))
        self.mark.setVisible(self._teaching and i18n.local(lesson.starts_at).date() == i18n.local(now).date())
        self.setAccessibleName(f"{self.when.text()}. {self.title_label.text()}. {self.where.text()}")

    def _when_text(self, lesson: Lesson, minutes: int, going_on: bool) -> str:
        if going_on:
            return self.tr("Now, until {time}").format(time=i18n.format_time(lesson.ends_at))
        if minutes < 12 * 60:
            return self.tr("Next lesson · in {length}").format(length=i18n.format_duration(minutes * 60))
        return self.tr("Next lesson · {time}").format(time=i18n.format_moment(lesson.starts_at))


class _Times(QWidget):
    """``14:00 – 15:30``; of a moved lesson the old beginning struck out, then the new one."""

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        row = Row(self, gap=1)
        moved = lesson.state is LessonState.MOVED and lesson.previous_starts_at is not None
        if moved and lesson.previous_starts_at is not None:
            before = Label(i18n.format_time(lesson.previous_starts_at), "body", "text-muted")
            before.set_struck_out(True)
            before.setAccessibleName(self.tr("was {time}").format(time=before.text()))
            row.addWidget(before)
            row.addWidget(Label(i18n.format_time(lesson.starts_at), "body", "text-muted"))
        else:
            label = Label(i18n.format_time_range(lesson.starts_at, lesson.ends_at), "body", "text-muted")
            label.set_struck_out(lesson.state is LessonState.CANCELLED)
            row.addWidget(label)
        row.addStretch(1)
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        from learnup_desktop.qt.theme import theme

        self.setFont(theme().font("body"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("00:00 – 00:00") + theme().px(10))


class LessonsCard(Card):
    """The lessons of a day.

    Args:
        teaching: titles are classes, and a lesson leads to its roll.
        markable: whether rolls can be marked from here (today's, not tomorrow's).

    Attributes:
        mark_requested: id of the lesson whose roll to mark.
    """

    mark_requested = Signal(str)

    def __init__(self, *, teaching: bool, markable: bool = True) -> None:
        super().__init__(" ", gap=3)
        self._teaching = teaching
        self._markable = markable
        self._rows = Column(gap=0)
        self.add(self._rows)
        self.empty = EmptyState(icon="calendar-check-outline")
        self.add(self.empty)

    def show_lessons(self, title: str, lessons: Sequence[Lesson], *, fetched: bool) -> None:
        """Show other lessons; ``fetched`` is False while none were ever fetched."""
        self.set_title(title)
        replace_rows(self._rows, (part for lesson in lessons for part in (Divider(), self._row(lesson))))
        if fetched:
            self.empty.set(self.tr("No lessons today"), icon="calendar-check-outline")
        else:
            text = self.tr("Your lessons are fetched as soon as there is a network.")
            self.empty.set(self.tr("Nothing on this computer yet"), text, icon="cloud-download-outline")
        self.empty.setVisible(not lessons)

    def _row(self, lesson: Lesson) -> QWidget:
        leading = QWidget()
        Row(leading, gap=3).add(SubjectBar(lesson.colour), _Times(lesson))
        title = lesson_title(lesson, teaching=self._teaching)
        row = ListRow(title, self._detail(lesson), leading=leading, wrap=True)
        if lesson.state is LessonState.CANCELLED:
            row.add_trailing(Pill(self.tr("Cancelled"), "critical"))
            return row
        if lesson.state is LessonState.MOVED:
            row.add_trailing(Pill(self.tr("Changed"), "caution"))
        if self._teaching and self._markable:
            button = SecondaryButton(self.tr("Mark attendance"), icon="account-check-outline")
            button.clicked.connect(partial(self.mark_requested.emit, lesson.id))
            row.add_trailing(button)
        elif lesson.state is not LessonState.MOVED:
            row.add_trailing(Pill(self.tr("Online") if lesson.online else lesson.room))
        return row

    def _detail(self, lesson: Lesson) -> str:
        place = self.tr("online") if lesson.online else lesson.room
        parts = [place] if self._teaching else [lesson.teacher_name, place]
        if lesson.state is LessonState.MOVED and lesson.previous_starts_at is not None:
            parts[-1] = self._moved(lesson, lesson.previous_starts_at)
        if lesson.note is not None:
            parts.append(lesson.note.text(i18n.language()))
        return " · ".join(part for part in parts if part)

    def _moved(self, lesson: Lesson, before: datetime) -> str:
        if i18n.local(before).date() != i18n.local(lesson.starts_at).date():
            return self.tr("moved from {time}").format(time=i18n.format_moment(before))
        length = i18n.format_duration(abs((lesson.starts_at - before).total_seconds()))
        if lesson.starts_at == before:
            return self.tr("now in {room}").format(room=lesson.room)
        pattern = self.tr("moved {length} later") if lesson.starts_at > before else self.tr("moved {length} earlier")
        return pattern.format(length=length)


class ExamCard(Card):
    """An exam and how ready this PC is for it.

    Attributes:
        open_requested: id of the exam.
        fix_requested: route that puts a line right.
    """

    open_requested = Signal(str)
    fix_requested = Signal(str)

    def __init__(self, exam: ExamSummary, now: datetime, *, openable: bool, teaching: bool) -> None:
        super().__init__(gap=3)
        self.exam = exam
        self._teaching = teaching
        self._when = Pill()
        title = exam.title.text(i18n.language())
        self.setAccessibleName(title)
        head = Row(gap=3)
        head.addWidget(WrapLabel(title, "heading"), 1, Qt.AlignmentFlag.AlignVCenter)
        if exam.practice:
            head.addWidget(Pill(self.tr("Practice"), "neutral", icon="school-outline"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        self.add(head)
        self._question = WrapLabel("", "caption", "text-muted")
        self._lines = Column(gap=3)
        self.open_button = PrimaryButton(self._verb(exam, now))
        self.open_button.clicked.connect(lambda: self.open_requested.emit(exam.id))
        self.add(self._question, self._lines)
        if openable:
            buttons = Row(gap=3)
            buttons.addWidget(self.open_button)
            buttons.addStretch(1)
            self.add(Divider(), buttons)
        else:
            self.open_button.setParent(self)
            self.open_button.hide()
        self._show_time(now)
        self._question.setText(self._facts())

    def _verb(self, exam: ExamSummary, now: datetime) -> str:
        if self._teaching:
            return self.tr("Watch over it") if exam.opens_at <= now else self.tr("Look at it")
        if exam.attempt_state in (AttemptState.OPEN, AttemptState.PAUSED):
            return self.tr("Go on")
        return self.tr("Start") if exam.opens_at <= now else self.tr("Get ready")

    def _show_time(self, now: datetime) -> None:
        if self.exam.opens_at > now:
            self._when.set(i18n.format_moment(self.exam.opens_at, now), "caution")
        elif i18n.local(self.exam.closes_at).date() == i18n.local(now).date():
            text = self.tr("Open until {time}").format(time=i18n.format_time(self.exam.closes_at))
            self._when.set(text, "accent")
        else:
            self._when.set(self.tr("Open now"), "accent")
        self._when.setMinimumWidth(self._when.sizeHint().width())

    def _facts(self) -> str:
        facts = self.tr("{count} questions · {length}")
        count = i18n.format_number(self.exam.question_count)
        return facts.format(count=count, length=i18n.format_duration(self.exam.duration_seconds))

    def show_readiness(self, lines: Sequence[ReadinessLine]) -> None:
        """Show how this PC stands."""
        replace_rows(self._lines, map(self._line, lines))
        if not lines:
            return
        ready = sum(line.state is ReadinessState.READY for line in lines)
        said = self.tr("Is this PC ready? {ready} of {total}.")
        question = said.format(ready=i18n.format_number(ready), total=i18n.format_number(len(lines)))
        self._question.setText(f"{self._facts()} · {question}")

    def _line(self, line: ReadinessLine) -> CheckRow:
        row = CheckRow(line.label, line.detail, _TONES[line.state], action=line.fix_label)
        row.action_requested.connect(partial(self.fix_requested.emit, line.fix_route))
        return row


class AnnouncementsCard(Card):
    """What the school says.

    Attributes:
        chosen: the announcement to read.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ", gap=1)
        self._rows = Column(gap=0)
        self.add(self._rows)

    def show_announcements(self, announcements: Sequence[Announcement], now: datetime, *, unread: int) -> None:
        """Show other announcements, ``unread`` of them not read yet; none hides the card."""
        title = self.tr("Unread · {count}").format(count=i18n.format_number(unread))
        self.set_title(title if unread else self.tr("Announcements"))
        replace_rows(self._rows, (self._row(announcement, now, strong=bool(unread)) for announcement in announcements))
        self.setVisible(bool(announcements))

    def _row(self, announcement: Announcement, now: datetime, *, strong: bool) -> ListRow:
        avatar = Avatar(announcement.author_name, initials=initials_of(announcement.author_name))
        detail = f"{announcement.author_name} · {i18n.format_ago(announcement.published_at, now)}"
        title = announcement.title.text(i18n.language())
        row = ListRow(title, detail, leading=avatar, strong=strong, clickable=True)
        row.clicked.connect(partial(self.chosen.emit, announcement))
        return row

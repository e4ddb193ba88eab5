"""Classes: a card for each, and behind it the coming lessons and, for who teaches, the roll."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.classes import Lesson, LessonState, RollStudent, SchoolClass
from learnup_desktop.domain.meetings import Joinable, join_state
from learnup_desktop.features.classes.roll_widgets import RollRow
from learnup_desktop.features.classes.service import ClassDetail, ClassEntry, ClassesService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    ElidedLabel,
    EmptyState,
    FlowGrid,
    Label,
    ListRow,
    PageFrame,
    Pill,
    PrimaryButton,
    QuietButton,
    Row,
    SearchEdit,
    SideBySide,
    StateStack,
    SubjectBar,
    WrapLabel,
    clear_layout,
    show_if,
)

MEDIUMS = {"en": "English", "si": "Sinhala", "ta": "Tamil"}


class ClassesPage(PageFrame):
    """List and detail in one page."""

    def __init__(
        self, service: ClassesService, context: PageContext, *, teaching: bool, lesson_route: str = ""
    ) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._teaching = teaching
        self._lesson_route = lesson_route
        self._entries: Sequence[ClassEntry] = ()
        self._detail: ClassDetail | None = None
        self._class_id = ""
        self._shown_roll: tuple[RollStudent, ...] = ()
        self.tasks = TaskScope(self)
        self._list_building = Gradual(self)
        self._lesson_building = Gradual(self)
        self._roll_building = Gradual(self)
        self.grid = FlowGrid(minimum_column=280, gap=4)
        self.detail = self._make_detail()
        body = QWidget()
        Column(body).add(self.grid, self.detail)
        self.stack = StateStack(body, empty=EmptyState(icon="google-classroom"), skeleton_rows=4)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.retranslate()

    def _make_detail(self) -> QWidget:
        detail = QWidget()
        column = Column(detail, gap=4)
        head = Row(gap=3)
        self.back = QuietButton(icon="arrow-left")
        self.back.clicked.connect(self.show_list)
        self.heading = ElidedLabel("", "strong")
        head.addWidget(self.back)
        head.addWidget(self.heading, 1)
        self.about = Card(" ", gap=2)
        self._facts = Column(gap=1)
        self.about.add(self._facts)
        self.lessons = Card(" ", gap=0)
        self._lesson_rows = Column(gap=0)
        self.lessons.add(self._lesson_rows)
        self.roll = Card(" ", gap=2)
        self.search = SearchEdit()
        self.search.textChanged.connect(self._filter)
        self._students = Column(gap=0)
        self.roll.add(self.search, self._students)
        left, right = QWidget(), QWidget()
        Column(left, gap=4).add(self.about, self.lessons)
        Column(right, gap=4).add(self.roll)
        column.add(head, SideBySide(left, right, side_share=0.5))
        return detail

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.back.setText(self.tr("All classes"))
        self.about.set_title(self.tr("About"))
        self.lessons.set_title(self.tr("Coming lessons"))
        self.search.setPlaceholderText(self.tr("Find by name or number"))
        self.search.setAccessibleName(self.tr("Find by name or number"))
        text = self.tr("Your classes are fetched as soon as there is a network.")
        self.stack.empty.set(self.tr("No classes on this computer yet"), text, icon="google-classroom")
        self._show_list(self._entries)
        if self._detail is not None:
            self._shown_roll = ()
            self._show_detail(self._detail)

    def activated(self, parameters: dict[str, object]) -> None:
        wanted = parameters.get("class_id")
        self._class_id = wanted if isinstance(wanted, str) else ""
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"classes", "rolls", "lessons"}:
            self.reload()

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        if self._class_id:
            self._load_detail()
        else:
            self.tasks.latest("load", self._service.classes, on_success=self._loaded, on_failure=self.stack.show_error)

    # -- the list -----------------------------------------------------------------------------------------------------

    def show_list(self) -> None:
        """Back to all classes."""
        self._class_id = ""
        self.reload()

    def _loaded(self, entries: Sequence[ClassEntry]) -> None:
        self._entries = entries
        self._detail = None
        self._show_list(entries)
        self.detail.hide()
        self.grid.show()
        if entries:
            self.stack.show_content()
        else:
            self.stack.show_empty()

    def _show_list(self, entries: Sequence[ClassEntry]) -> None:
        self.grid.clear()
        self._list_building.start(self._build_list(entries))

    def _build_list(self, entries: Sequence[ClassEntry]) -> Iterator[None]:
        for entry in entries:
            self.grid.add(self._card(entry))
            yield

    def _card(self, entry: ClassEntry) -> Card:
        item, language = entry.school_class, i18n.language()
        card = Card(clickable=True, gap=3)
        head = Row(gap=3)
        words = Column(gap=0)
        words.add(ElidedLabel(item.name.text(language), "heading"))
        words.add(ElidedLabel(self._kind(item), "caption", "text-muted"))
        head.addWidget(SubjectBar(item.colour, height=40))
        head.addLayout(words, 1)
        card.add(head)
        people = self._count(item) if self._teaching else item.teacher_name
        card.add(ElidedLabel(" · ".join(part for part in (people, item.room) if part), "label", "text-muted"))
        card.add(Divider(), ElidedLabel(self._next(entry.upcoming), "label"))
        card.setAccessibleName(f"{item.name.text(language)}, {self._kind(item)}, {self._next(entry.upcoming)}")
        card.clicked.connect(partial(self.open_class, item.id))
        return card

    def _kind(self, item: SchoolClass) -> str:
        mediums = {"en": self.tr("English medium"), "si": self.tr("Sinhala medium"), "ta": self.tr("Tamil medium")}
        short = {name: code for code, name in MEDIUMS.items()}.get(item.medium, item.medium[:2].lower())
        grade = item.grade if not item.grade.isdigit() else self.tr("Grade {grade}").format(grade=item.grade)
        return " · ".join(part for part in (grade, mediums.get(short, item.medium)) if part)

    def _count(self, item: SchoolClass) -> str:
        return self.tr("{count} students").format(count=i18n.format_number(item.student_count))

    def _next(self, lesson: Lesson | None) -> str:
        if lesson is None:
            return self.tr("No lesson in the next two weeks")
        return self.tr("Next: {time}").format(time=i18n.format_moment(lesson.starts_at, self._service.now()))

    # -- one class ----------------------------------------------------------------------------------------------------

    def open_class(self, class_id: str) -> None:
        """Show one class."""
        self._class_id = class_id
        self._load_detail()

    def _load_detail(self) -> None:
        self.tasks.latest(
            "load",
            partial(self._service.detail, self._class_id),
            on_success=self._show_detail,
            on_failure=self.stack.show_error,
        )

    def _show_detail(self, detail: ClassDetail) -> None:
        same = self._detail is not None and self._detail.school_class.id == detail.school_class.id
        self._detail = detail
        item = detail.school_class
        self.heading.setText(item.name.text(i18n.language()))
        clear_layout(self._facts)
        for text in (item.subject.text(i18n.language()), self._kind(item), item.teacher_name, item.room):
            if text:
                self._facts.add(WrapLabel(text, "body", "text-muted"))
        clear_layout(self._lesson_rows)
        self._lesson_building.start(self._build_lessons(detail.lessons))
        if not detail.lessons:
            self._lesson_rows.add(Label(self.tr("No lesson in the next two weeks"), "body", "text-muted"))
        if not same:
            self.search.clear()
        self._show_roll(detail.students)
        self.grid.hide()
        self.detail.show()
        self.stack.show_content()

    def _build_lessons(self, lessons: Sequence[Lesson]) -> Iterator[None]:
        for lesson in lessons:
            self._lesson_rows.add(Divider(), self._lesson_row(lesson))
            yield

    def _lesson_row(self, lesson: Lesson) -> ListRow:
        time = i18n.format_time_range(lesson.starts_at, lesson.ends_at)
        when = f"{i18n.format_date(lesson.starts_at, weekday=True)} · {time}"
        place = self.tr("online") if lesson.online else lesson.room
        row = ListRow(
            when, " · ".join(part for part in (lesson.topic.text(i18n.language()), place) if part), strong=False
        )
        if lesson.state is LessonState.CANCELLED:
            row.add_trailing(Pill(self.tr("Cancelled"), "critical", small=True))
        elif lesson.state is LessonState.MOVED:
            row.add_trailing(Pill(self.tr("Changed"), "caution", small=True))
        if self._lesson_route and join_state(lesson, self._service.now()) is Joinable.OPEN:
            join = PrimaryButton(self.tr("Join"), icon="video-outline")
            join.clicked.connect(partial(self._context.navigate, self._lesson_route, lesson_id=lesson.id))
            row.add_trailing(join)
        if self._teaching and i18n.local(lesson.starts_at).date() == i18n.local(self._service.now()).date():
            mark = PrimaryButton(self.tr("Mark attendance"))
            mark.clicked.connect(partial(self._context.navigate, "attendance", lesson_id=lesson.id))
            row.add_trailing(mark)
        return row

    def _show_roll(self, students: tuple[RollStudent, ...] | None) -> None:
        self.roll.setVisible(students is not None)
        if students is None:
            return
        self.roll.set_title(self.tr("Roll · {count}").format(count=i18n.format_number(len(students))))
        if students == self._shown_roll:
            return
        clear_layout(self._students)
        self._shown_roll = students
        self._roll_building.start(self._build_roll(students))

    def _build_roll(self, students: tuple[RollStudent, ...]) -> Iterator[None]:
        enrolled = self.tr("Face enrolled")
        for student in students:
            row = RollRow(student, enrolled if student.face_enrolled else "")
            self._students.addWidget(row)
            show_if(row, row.is_found_by(self.search.text()))
            yield

    def _filter(self, typed: str) -> None:
        for index in range(self._students.count()):
            item = self._students.itemAt(index)
            row = item.widget() if item is not None else None
            if isinstance(row, RollRow):
                show_if(row, row.is_found_by(typed))

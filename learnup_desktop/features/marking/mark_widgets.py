"""The queue: choose a question or a student, read the answer, give marks and go on, all from the keyboard."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from learnup_desktop.contract.marking import GivenMark, MarkState
from learnup_desktop.domain.answer_text import answer_lines, files_of
from learnup_desktop.features.marking.question_widgets import AskedQuestion
from learnup_desktop.features.marking.queue import Place, Task, next_waiting, tasks_of, with_own
from learnup_desktop.features.marking.service import Marking
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Card,
    CheckBox,
    Column,
    ComboField,
    FlowRow,
    Label,
    ListRow,
    Pill,
    PrimaryButton,
    ProgressBar,
    SecondaryButton,
    SegmentedControl,
    SideBySide,
    TextField,
    WrapLabel,
    clear_layout,
    show_if,
)

_STEP = Decimal("0.5")
_PICTURE_WIDTH = 560


class MarkView(QWidget):
    """Answers to mark.

    Attributes:
        given: place and :class:`GivenMark`.
        picture_wanted: attempt and hash of a drawing that is not here yet.
    """

    given = Signal(object, object)
    picture_wanted = Signal(str, str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__()
        self._marking: Marking | None = None
        self._tasks: list[Task] = []
        self._current: Place | None = None
        self._shown: Place | None = None
        self._pictures: dict[str, QLabel] = {}
        self._building = Gradual(self)
        self.order = SegmentedControl([("question", ""), ("student", "")])
        self.order.changed.connect(lambda _order: self._rebuild())
        self.group = ComboField(" ")
        self.group.changed.connect(self._choose_group)
        self.hide_names = CheckBox("")
        self.hide_names.toggled.connect(lambda _on: self._show_list())
        self.progress, self.progress_words = ProgressBar(), Label("", "caption", "text-muted")
        self._rows = Column(gap=0)
        left = Card(gap=3)
        left.add(self.order, self.group, self.progress, self.progress_words, self.hide_names, self._rows)
        column = Column(self)
        column.add(SideBySide(self._make_desk(), left, side_share=0.36, breakpoint=820))
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(Qt.KeyboardModifier.AltModifier | key), owner)
            shortcut.activated.connect(partial(self._step, step))

    def _make_desk(self) -> Card:
        self.desk = Card(gap=3)
        self.heading, self.standing = Label("", "heading"), WrapLabel("", "caption", "text-muted")
        formulas = FormulaCache()
        self.asked, self.guidance = AskedQuestion(formulas), PaperText(formulas, "caption", "text-muted")
        self.answer = WrapLabel("", "body")
        self.answer.setObjectName("answer")
        self.answer.set_selectable()
        self._frames = Column(gap=2)
        self.mark = TextField(" ")
        self.mark.edit.setObjectName("mark")
        self.mark.edit.installEventFilter(self)
        self.comment = TextField(" ")
        self.comment.edit.setMaxLength(2000)
        self.comment.edit.returnPressed.connect(self.save)
        self.mark.edit.returnPressed.connect(self.save)
        self.save_button, self.back_button = PrimaryButton(""), SecondaryButton("", icon="chevron-left")
        self.skip_button, self.take_back_button = SecondaryButton("", icon="chevron-right"), SecondaryButton("")
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(lambda: self._step(-1))
        self.skip_button.clicked.connect(lambda: self._step(1))
        self.take_back_button.clicked.connect(self._take_back)
        buttons = FlowRow(gap=2)
        buttons.add(self.save_button, self.back_button, self.skip_button, self.take_back_button)
        self.keys = WrapLabel("", "caption", "text-muted")
        self.desk.add(self.heading, self.standing, self.asked, self.guidance, self.answer, self._frames)
        self.desk.add(self.mark, self.comment, buttons, self.keys)
        return self.desk

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.order.set_texts([self.tr("By question"), self.tr("By student")])
        self.hide_names.setText(self.tr("Hide names"))
        self.comment.set_label(self.tr("Comment (the student reads it)"))
        self.save_button.setText(self.tr("Save and next"))
        self.back_button.setText(self.tr("Back"))
        self.skip_button.setText(self.tr("Skip"))
        self.take_back_button.setText(self.tr("Take the mark back"))
        self.keys.setText(self.tr("Enter saves and goes on. Up and down change by half a mark. Alt with ← → turns."))
        if self._marking is not None:
            self._rebuild()

    # --- showing -------------------------------------------------------------------------------------

    def show_marking(self, marking: Marking) -> None:
        """Show an exam; what is being typed stays."""
        same = self._marking is not None and self._marking.results.state.exam_id == marking.results.state.exam_id
        self._marking = marking
        if not same:
            self._current = None
        self._rebuild()

    def _rebuild(self) -> None:
        if self._marking is None:
            return
        by_student = self.order.value() == "student"
        self._tasks = tasks_of(self._marking.results, by_student=by_student, own=self._marking.own)
        if self._current not in [task.place for task in self._tasks]:
            first = next_waiting(self._tasks, None) or (self._tasks[0] if self._tasks else None)
            self._current = first.place if first is not None else None
        self._show_groups()
        self._show_list()
        self._show_task()

    def _group_of(self, task: Task) -> str:
        return task.place[0] if self.order.value() == "student" else f"{task.number:04}{task.place[2]}"

    def _show_groups(self) -> None:
        names: dict[str, str] = {}
        waiting: dict[str, int] = {}
        for task in self._tasks:
            group = self._group_of(task)
            names.setdefault(group, self._name(task) if self.order.value() == "student" else self._question(task))
            waiting[group] = waiting.get(group, 0) + task.waits
        self.group.blockSignals(True)
        self.group.set_label(self.tr("Student") if self.order.value() == "student" else self.tr("Question"))
        to_mark = self.tr("{name} · {n} to mark")
        self.group.set_choices(
            [
                (group, to_mark.format(name=name, n=i18n.format_number(waiting[group])) if waiting[group] else name)
                for group, name in names.items()
            ]
        )
        current = self._task()
        if current is not None:
            self.group.set_value(self._group_of(current))
        self.group.blockSignals(False)
        done, total = sum(not item.waits for item in self._tasks), len(self._tasks)
        words = self.tr("{done} of {total} answers marked").format(
            done=i18n.format_number(done), total=i18n.format_number(total)
        )
        self.progress.set_value(done, max(1, total), tone="positive", description=words)
        self.progress_words.setText(words)

    def _show_list(self) -> None:
        self._building.start(self._list())

    def _list(self) -> Iterator[None]:
        clear_layout(self._rows)
        current = self._task()
        for task in self._tasks if current is not None else ():
            if current is None or self._group_of(task) != self._group_of(current):
                continue
            title = self._question(task) if self.order.value() == "student" else self._name(task)
            row = ListRow(
                title,
                "",
                trailing=self._pill(task),
                strong=task.place == self._current,
                dense=True,
                clickable=True,
            )
            row.clicked.connect(partial(self.go_to, task.place))
            self._rows.addWidget(row)
            yield

    def _pill(self, task: Task) -> Pill:
        most = i18n.format_number(task.marked.maximum)
        if task.waits:
            return Pill(
                self.tr("look at it") if task.marked.state is MarkState.REVIEW else self.tr("to mark"), "caution"
            )
        marks = i18n.format_number(float(task.marked.marks or 0))
        return Pill(f"{marks} / {most}", "accent" if task.own else "positive", icon="sync" if task.own else "")

    def _show_task(self) -> None:
        task = self._task()
        show_if(self.desk, task is not None)
        if task is None:
            return
        language = i18n.language()
        self.heading.setText(f"{self._question(task)} · {self._name(task)}")
        self.standing.setText(self._standing(task))
        exam_id = self._marking.results.state.exam_id if self._marking is not None else ""
        self.asked.show_question(exam_id, task.question, task.item, task.place[2], language)
        guidance = task.marked.guidance
        self.guidance.setText(guidance.text(language) if guidance is not None else "")
        show_if(self.guidance, guidance is not None)
        lines = answer_lines(task.item, task.marked.answer, language) if task.marked.answer is not None else []
        self.answer.setText("\n".join(lines) or self.tr("Nothing was written."))
        self._show_pictures(task)
        self.mark.set_label(self.tr("Marks, of {n}").format(n=i18n.format_number(task.marked.maximum)))
        proposed = task.marked.marks if task.marked.marks is not None else task.marked.proposed
        show_if(self.take_back_button, task.marked.marked_at is not None)
        if self._shown == task.place and (self.mark.edit.isModified() or self.comment.edit.isModified()):
            return
        self._shown = task.place
        self.mark.set_text("" if proposed is None else f"{proposed.normalize():f}")
        self.mark.set_error("")
        self.comment.set_text(task.marked.comment)
        self.mark.edit.selectAll()

    def _show_pictures(self, task: Task) -> None:
        clear_layout(self._frames)
        self._pictures = {}
        for number, file in enumerate(files_of(task.marked.answer), 1):
            frame = QLabel()
            frame.setAccessibleName(self.tr("Picture {number}").format(number=i18n.format_number(number)))
            self._pictures[file.sha256] = frame
            self._frames.addWidget(frame)
            self.picture_wanted.emit(task.place[0], file.sha256)

    def show_picture(self, sha256: str, data: bytes) -> None:
        """A drawing has come."""
        frame, picture = self._pictures.get(sha256), QPixmap()
        if frame is not None and picture.loadFromData(data):
            width = min(picture.width(), theme().px(_PICTURE_WIDTH))
            frame.setPixmap(picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))

    def picture_missing(self, sha256: str) -> None:
        """A drawing could not be had."""
        frame = self._pictures.get(sha256)
        if frame is not None:
            frame.setText(self.tr("This picture is not here yet."))

    def _standing(self, task: Task) -> str:
        if task.marked.answer_changed:
            return self.tr("Another answer counts since this was marked. The mark stays until you give another.")
        if task.own:
            return self.tr("Marked on this PC; goes to school as soon as there is a network.")
        words = {
            MarkState.AUTOMATIC: self.tr("Marked by the rules of the paper."),
            MarkState.REVIEW: self.tr("The rules propose a mark. Please look at it."),
            MarkState.WAITING: self.tr("Waits for a mark."),
            MarkState.TEACHER: self.tr("Marked by a teacher."),
        }
        return words[task.marked.state]

    def _question(self, task: Task) -> str:
        return self.tr("Question {number}").format(number=task.label)

    def _name(self, task: Task) -> str:
        if not self.hide_names.isChecked():
            return task.student.student_name
        order = sorted({item.place[0] for item in self._tasks})
        return self.tr("Student {number}").format(number=i18n.format_number(order.index(task.place[0]) + 1))

    # --- doing ---------------------------------------------------------------------------------------

    def _task(self) -> Task | None:
        return next((task for task in self._tasks if task.place == self._current), None)

    def go_to(self, place: Place) -> None:
        """Show one answer."""
        self._current = place
        self._show_groups()
        self._show_list()
        self._show_task()
        self.mark.edit.setFocus()

    def _choose_group(self, group: object) -> None:
        members = [task for task in self._tasks if self._group_of(task) == group]
        if members:
            self.go_to(next((task for task in members if task.waits), members[0]).place)

    def _step(self, step: int) -> None:
        places = [task.place for task in self._tasks]
        if self.isVisible() and self._current in places:
            self.go_to(places[(places.index(self._current) + step) % len(places)])

    def save(self) -> None:
        """Give the mark that is typed, and go on to the next answer that waits."""
        task = self._task()
        marks = None if task is None else read_marks(self.mark.text(), task.marked.maximum)
        if task is None or marks is None:
            self.mark.set_error(self.tr("A number from 0 to the marks of the question, at most two decimals."))
            return
        self._give(
            task, GivenMark(question_id=task.place[1], part=task.place[2], marks=marks, comment=self.comment.text())
        )
        following = next_waiting(self._tasks, task.place)
        if following is not None:
            self.go_to(following.place)
        else:
            self._step(1)

    def _take_back(self) -> None:
        task = self._task()
        if task is not None:
            self._give(task, GivenMark(question_id=task.place[1], part=task.place[2], marks=None))
            self._step(1)

    def _give(self, task: Task, mark: GivenMark) -> None:
        """Show it as given at once; the page sees to the rest."""
        if self._marking is not None and mark.marks is not None:
            results = with_own(self._marking.results, {task.place[0]: [mark]})
            own = self._marking.own | {task.place}
            self._marking = Marking(results, own, self._marking.refused, self._marking.offline)
            self._tasks = tasks_of(results, by_student=self.order.value() == "student", own=own)
        self._shown = None
        self.given.emit(task.place, mark)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.mark.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}.get(Qt.Key(event.key()))
            task = self._task()
            if step is not None and task is not None:
                marks = read_marks(self.mark.text() or "0", task.marked.maximum) or Decimal(0)
                self.mark.set_text(f"{min(Decimal(task.marked.maximum), max(Decimal(0), marks + step)).normalize():f}")
                self.mark.edit.setModified(True)
                return True
        return super().eventFilter(watched, event)


def read_marks(text: str, maximum: int) -> Decimal | None:
    """Marks as typed, with a point or a comma; None for what is none, too many or finer than hundredths."""
    try:
        marks = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    if not marks.is_finite() or not 0 <= marks <= maximum or marks != marks.quantize(Decimal("0.01")):
        return None
    return marks

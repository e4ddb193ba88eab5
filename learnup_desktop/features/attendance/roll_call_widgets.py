"""Roll call beside the grid: start it, look at two pictures, say yes or no; nothing is marked without that."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from learnup_desktop.contract.attendance import Mark, MarkMethod
from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.roll_call import Proposal, RollCall
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import open_dialog
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    BaseButton,
    Card,
    Column,
    FlowRow,
    PrimaryButton,
    QuietButton,
    Row,
    SecondaryButton,
    WrapLabel,
    clear_layout,
    follow_theme,
    round_box,
    tone_color,
)


class Portrait(QWidget):
    """A face in a rounded square; a symbol where there is no picture.

    Args:
        side: of the square, px at 100 %.
    """

    def __init__(self, side: int = 72) -> None:
        super().__init__()
        self._side = side
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def show_picture(self, data: bytes, description: str) -> None:
        """Show a JPEG; ``description`` is for who does not see it."""
        self._image = QImage.fromData(data) if data else QImage()
        self.setAccessibleName(description)
        self.setToolTip(description)
        self.update()

    def has_picture(self) -> bool:
        """Whether there is one."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        side = theme().px(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = theme().radius("control")
        round_box(painter, self.rect(), radius, fill=theme().color("surface"), border=theme().color("border"))
        if self._image.isNull():
            side = self.width() * 0.55
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, "account-circle-outline", box, tone_color("neutral"))
            return
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = min(self._image.width(), self._image.height())
        left, top = (self._image.width() - side) / 2, (self._image.height() - side) / 2
        painter.drawImage(QRectF(self.rect()), self._image, QRectF(left, top, side, side))


class RollCallCard(Card):
    """Roll call of the open lesson.

    Attributes:
        marked: marks to keep, after the teacher said yes.
        changed: proposals have changed; the grid shows them.
        pointed: id of the student whom the shown proposal is about.
    """

    marked = Signal(list)
    changed = Signal()
    pointed = Signal(str)

    def __init__(self, roll_call: RollCall, tasks: TaskScope) -> None:
        super().__init__(" ", gap=3)
        self._roll_call = roll_call
        self._tasks = tasks
        self._board: AttendanceBoard | None = None
        self._shown: Proposal | None = None
        roll_call.on_changed = self.refresh
        self.words = WrapLabel("", "caption", "text-muted")
        self.camera = PrimaryButton(icon="camera-outline")
        self.photos = SecondaryButton(icon="image-multiple-outline")
        self.stop = SecondaryButton(icon="stop-circle-outline")
        sources = FlowRow(gap=2)
        sources.add(self.camera, self.photos, self.stop)
        self.pictures = (Portrait(), Portrait())
        self._pair = QWidget()
        pair = Row(self._pair, gap=3)
        for picture in self.pictures:
            pair.addWidget(picture)
        pair.addStretch(1)
        self.name = WrapLabel("", "body")
        self.detail = WrapLabel("", "caption", "text-muted")
        self.yes = PrimaryButton(icon="check")
        self.no = SecondaryButton(icon="close")
        self._answers = QWidget()
        answers = Row(self._answers, gap=3)
        answers.addWidget(self.yes, 1)
        answers.addWidget(self.no, 1)
        self.which_box = QWidget()
        self._which = Column(self.which_box, gap=2)
        self.all_sure = SecondaryButton(icon="check-all")
        self.without = WrapLabel("", "caption", "text-muted")
        self.done = QuietButton(icon="close")
        for part in (self.words, sources, self._pair, self.name, self.detail, self.which_box, self._answers):
            self.add(part)
        self.add(self.all_sure, self.without, self.done)
        self.camera.clicked.connect(self._watch)
        self.photos.clicked.connect(lambda: tasks.latest("photos", self._choose_photos))
        self.stop.clicked.connect(roll_call.rest)
        self.yes.clicked.connect(self.say_yes)
        self.no.clicked.connect(self.say_no)
        self.all_sure.clicked.connect(self.confirm_sure)
        self.done.clicked.connect(self.end)
        self.hide()
        self.retranslate()

    # -- what the page calls ------------------------------------------------------------------------------------------

    def begin(self, board: AttendanceBoard) -> None:
        """Call the roll of this lesson."""
        self._board = board
        self.show()
        students = [student.id for student in board.students]
        self._tasks.latest(
            "roll call",
            partial(self._roll_call.open, board.lesson.class_id, students),
            on_success=lambda _: self.refresh(),
        )

    def end(self) -> None:
        """End it; the camera goes dark and nothing is kept."""
        if not self.isHidden():
            self.hide()
            self._board = None
            # Now: a page that is being taken away takes its tasks along, and the camera would stay on.
            self._roll_call.stop()
            self._tasks.latest("roll call", self._roll_call.close, on_success=lambda _: self.changed.emit())

    def open_proposals(self) -> list[Proposal]:
        """What waits for an answer: nobody who is marked already."""
        board = self._board
        if board is None:
            return []
        return [
            proposal
            for proposal in self._roll_call.state.proposals
            if any(board.mark_of(person) is None for person in proposal.people)
        ]

    def proposal_of(self, student_id: str) -> Proposal | None:
        """What is proposed for a student."""
        return next((item for item in self.open_proposals() if item.certain and item.people[0] == student_id), None)

    def say_yes(self) -> None:
        """It is them."""
        shown = self._shown
        if shown is not None and shown.certain:
            self._confirm(shown, shown.people[0])

    def say_no(self) -> None:
        """It is not."""
        if self._shown is not None:
            self._roll_call.answer(self._shown)

    def confirm_sure(self) -> None:
        """Everybody who is sure, as one action."""
        board = self._board
        sure = [proposal for proposal in self.open_proposals() if proposal.sure]
        if board is not None and sure:
            marks = board.mark_seen([proposal.people[0] for proposal in sure], MarkMethod.CAMERA)
            for proposal in sure:
                self._roll_call.answer(proposal)
            self._put(marks)

    def refresh(self) -> None:
        """Show what waits now; the page calls this when marks have changed."""
        if self._tasks.closed:
            return
        state, waiting = self._roll_call.state, self.open_proposals()
        number = i18n.format_number
        title = (
            self.tr("Roll call") if not waiting else self.tr("{count} to confirm").format(count=number(len(waiting)))
        )
        self.set_title(title)
        self.words.setText(self._state_words())
        ready = state.phase in ("ready", "looking")
        self.camera.setVisible(state.phase != "looking")
        self.camera.setEnabled(ready)
        self.photos.setEnabled(ready)
        self.stop.setVisible(state.phase == "looking")
        self._show(waiting[0] if waiting else None)
        sure = sum(proposal.sure for proposal in waiting)
        self.all_sure.setVisible(sure > 1)
        self.all_sure.setText(self.tr("Confirm the {count} sure ones").format(count=number(sure)))
        names = sorted(filter(None, map(self._name, filter(self._unmarked, state.without))))
        self.without.setVisible(bool(names) and state.fault != "no_templates")
        self.without.setText(
            self.tr("By hand or card, since no face is enrolled: {names}").format(names=", ".join(names))
        )
        self.changed.emit()

    def retranslate(self) -> None:
        """Set the words again."""
        self.camera.setText(self.tr("Camera"))
        self.photos.setText(self.tr("Photographs"))
        self.stop.setText(self.tr("Stop camera"))
        self.yes.setText(self.tr("Yes"))
        self.yes.setToolTip(self.tr("It is this student (Y)"))
        self.no.setText(self.tr("No"))
        self.no.setToolTip(self.tr("It is somebody else (N)"))
        self.done.setText(self.tr("End roll call"))
        self.refresh()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _watch(self) -> None:
        self._roll_call.watch()

    async def _choose_photos(self) -> None:
        dialog = QFileDialog(self, self.tr("Photographs of the room"), "", self.tr("Pictures (*.jpg *.jpeg *.png)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        code = await open_dialog(dialog)
        if code == QFileDialog.DialogCode.Accepted:
            self._roll_call.photos([Path(name) for name in dialog.selectedFiles()])

    def _confirm(self, proposal: Proposal, student_id: str) -> None:
        board = self._board
        if board is not None:
            marks = board.mark_seen([student_id], MarkMethod.CAMERA)
            self._roll_call.answer(proposal)
            self._put(marks)

    def _put(self, marks: Sequence[Mark]) -> None:
        self.marked.emit(list(marks))
        self.refresh()

    def _student(self, student_id: str) -> RollStudent | None:
        students = self._board.students if self._board is not None else ()
        return next((student for student in students if student.id == student_id), None)

    def _unmarked(self, student_id: str) -> bool:
        return self._board is not None and self._board.mark_of(student_id) is None

    def _name(self, student_id: str) -> str:
        student = self._student(student_id)
        return student.name if student is not None else ""

    def _state_words(self) -> str:
        state = self._roll_call.state
        words: dict[str, Callable[[], str]] = {
            "no_templates": lambda: self.tr(
                "Nobody in this class has an enrolled face on this PC. Mark by hand or by card."
            ),
            "models_missing": lambda: self.tr(
                "Face models are missing on this PC. An administrator can add them in Settings."
            ),
            "photo_unusable": lambda: self.tr("That file is no picture that can be read. Choose a JPEG or PNG."),
            "camera_busy": lambda: self.tr("Another program uses the camera. Close it and try again."),
            "camera_denied": lambda: self.tr("This PC does not let LearnUp use the camera."),
        }
        if state.fault:
            said = words.get(state.fault)
            return said() if said is not None else self.tr("Roll call had a fault. Mark by hand, or start it again.")
        if state.phase == "starting":
            return self.tr("Getting ready…")
        if state.faces:
            number = i18n.format_number
            seen = self.tr("{faces} faces seen, {unknown} of them nobody of this class. Unknown faces are not kept.")
            return seen.format(faces=number(state.faces), unknown=number(state.unknown))
        return self.tr("Point the camera at the room, or choose photographs of front and back.")

    def _show(self, proposal: Proposal | None) -> None:
        same = proposal is not None and self._shown is not None and proposal.people == self._shown.people
        self._shown = proposal
        for part in (self._pair, self.name, self.detail):
            part.setVisible(proposal is not None)
        self._answers.setVisible(proposal is not None)
        self.yes.setVisible(proposal is not None and proposal.certain)
        self.which_box.setVisible(proposal is not None and not proposal.certain)
        if proposal is None:
            return
        name = self._name(proposal.people[0])
        self.pictures[0].show_picture(proposal.enrolled, self.tr("Enrolled picture of {name}").format(name=name))
        self.pictures[1].show_picture(proposal.seen, self.tr("What the camera saw"))
        self.name.setText(name if proposal.certain else self.tr("Which of these?"))
        share = self.tr("seen {agreeing} of {looks} times · likeness {likeness} · next best {next}").format(
            agreeing=i18n.format_number(proposal.agreeing),
            looks=i18n.format_number(proposal.looks),
            likeness=i18n.format_number(proposal.likeness / 1000, 2),
            next=i18n.format_number(proposal.next_likeness / 1000, 2),
        )
        if proposal.may_be_picture:
            share += " · " + self.tr("this may be a picture of somebody")
        self.detail.setText(share)
        if not same:
            self._fill_which(proposal)
            self.pointed.emit(proposal.people[0])

    def _fill_which(self, proposal: Proposal) -> None:
        clear_layout(self._which)
        if proposal.certain:
            return
        for person in proposal.people:
            button: BaseButton = SecondaryButton(self._name(person))
            button.clicked.connect(partial(self._confirm, proposal, person))
            self._which.addWidget(button)

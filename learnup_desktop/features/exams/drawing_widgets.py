"""A drawing made here, or photographs of paper working.

A stroke is on the disk a moment after the pen is lifted; a photograph as soon as it is read. Only then does the answer
name it. Photographs are turned upright, made as large as a marker needs and freed of what a camera writes into them
(where it was taken, among other things).
"""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QKeySequence, QPainter, QPaintEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.base.errors import LearnUpError, RuleViolation
from learnup_desktop.contract.answers import Answer, FilesAnswer, WorkFile
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES, DrawingQuestion
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.features.exams.sketch_widgets import INKS, SketchPad, encode_png
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import choose_file_to_open
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    FlowRow,
    IconButton,
    Row,
    SecondaryButton,
    SegmentedControl,
    WrapLabel,
    follow_theme,
    round_box,
    show_if,
)

LONGEST_SIDE = 3200
"""Pixels of a kept photograph: an A4 page at 270 dots an inch."""
LARGEST_SOURCE_BYTES = 40 * 1024 * 1024
SENT_LOOK_MS = 3000
RETRY_MS = 2000
"""Until a drawing that the disk refused is tried again."""


def prepare_photo(path: Path) -> bytes:
    """A photograph as it is kept; runs on a thread.

    Raises:
        RuleViolation: no picture that can be read, or too large.
        OSError: the file cannot be read.
    """
    if path.stat().st_size > LARGEST_SOURCE_BYTES:
        raise RuleViolation("too large")
    data = path.read_bytes()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    is_png = bytes(reader.format().data()) == b"png"
    read = reader.read()
    if read.isNull():
        raise RuleViolation("no picture")
    # Only the pixels go on: Qt would carry what else stood in the file into the new one.
    image = QImage(read.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(0, 0, read)
    painter.end()
    kept = encode_png(image) if is_png else b""
    if not kept or len(kept) > MAXIMUM_WORK_BYTES:
        kept = _encode_jpeg(image)
    return kept


def _encode_jpeg(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(88)
    writer.write(image)
    return bytes(data.data())


class PhotoCard(QWidget):
    """One photograph, small, with where it is and a way to take it out.

    Attributes:
        removed: the student takes it out of the answer.
    """

    removed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._picture = QPixmap()
        self._missing = False
        self.word = WrapLabel("", "caption", "text-muted")
        self.remove = IconButton("trash-can-outline", "", size=30)
        self.remove.clicked.connect(self.removed)
        foot = Row(gap=1, margins=(2, 0, 0, 0))
        foot.addWidget(self.word, 1)
        foot.addWidget(self.remove)
        column = Column(self, gap=0)
        column.addStretch(1)
        column.addLayout(foot)
        follow_theme(self._retheme)

    def show_picture(self, data: bytes | None) -> None:
        """The picture, or that it is not on this PC."""
        image = QImage.fromData(data) if data else QImage()
        self._missing = image.isNull()
        if not self._missing:
            self._picture = QPixmap.fromImage(
                image.scaled(400, 300, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
        self.update()

    def show_place(self, sent: bool) -> None:
        """Where it is."""
        if self._missing:
            self.word.setText(self.tr("Not on this PC"))
        else:
            self.word.setText(self.tr("At school") if sent else self.tr("On this PC"))
        name = self.tr("Photograph {n}").format(n=i18n.format_number(self._number + 1))
        self.setAccessibleName(f"{name}, {self.word.text()}")
        self.remove.set_label(self.tr("Take out photograph {n}").format(n=i18n.format_number(self._number + 1)))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(168), theme().px(150))

    def _retheme(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill, border = look.color("surface-raised"), look.color("border")
        round_box(painter, self.rect(), look.radius("control"), fill=fill, border=border)
        if self._picture.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.rect().adjusted(look.px(6), look.px(6), -look.px(6), -look.px(40))
        size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - size.width()) // 2
        top = room.top() + (room.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), self._picture)


class DrawingEditor(AnswerEditor):
    """A sheet to draw on, photographs below it; either may be left out by the question."""

    def __init__(self, question: DrawingQuestion, work: WorkDesk | None) -> None:
        super().__init__()
        self._question = question
        self._work = work
        self._files: list[WorkFile] = []
        self._read_only = False
        self._dirty = False
        self._saving = False
        self._tasks = TaskScope(self)
        self._cards: dict[str, PhotoCard] = {}
        self.pad = SketchPad()
        self.pad.changed.connect(self._drawn)
        self._tool = SegmentedControl([("black", ""), ("blue", ""), ("red", ""), ("eraser", "")])
        self._tool.changed.connect(self._choose_tool)
        self._undo = IconButton("undo", "", boxed=True)
        self._redo = IconButton("redo", "", boxed=True)
        self._clear = IconButton("delete-sweep-outline", "", boxed=True)
        for button, act in ((self._undo, self.pad.undo), (self._redo, self.pad.redo), (self._clear, self.pad.clear)):
            button.clicked.connect(act)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.pad.undo),
            (QKeySequence.StandardKey.Redo, self.pad.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.add_photo = SecondaryButton("", icon="image-plus-outline")
        self.add_photo.setObjectName("add-photo")
        self.add_photo.clicked.connect(self._ask_for_photo)
        self._fault = WrapLabel("", "caption", "caution")
        self._build()
        self.retranslate()

    def _build(self) -> None:
        tools = FlowRow(gap=2)
        tools.add(self._tool, self._undo, self._redo, self._clear, self.add_photo)
        self._tools = QWidget()
        self._tools.setLayout(tools)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._tools.setSizePolicy(policy)
        self._photos_holder = QWidget()
        self._photos_holder.setSizePolicy(policy)
        self._photos = FlowRow(self._photos_holder, gap=3)
        column = Column(self, gap=3)
        column.add(self._tools, self.pad, self._fault, self._photos_holder)
        column.addStretch(1)
        for widget in (self._tool, self._undo, self._redo, self._clear, self.pad):
            show_if(widget, self._question.sketch)
        self.startTimer(SENT_LOOK_MS)

    # --- as every editor ---------------------------------------------------------------------------------------------

    def set_answer(self, answer: Answer | None) -> None:
        """Show the drawing and the photographs of an earlier run."""
        self._files = list(answer.files) if isinstance(answer, FilesAnswer) else []
        sketch = next((file for file in self._files if file.sketch), None)
        if sketch is not None and self.pad.empty() and self._work is not None:
            self._tasks.latest(
                "sketch", partial(self._work.read, sketch), on_success=self._show_sketch, on_failure=self._failed
            )
        self._show_photos()

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take strokes and pictures."""
        self._read_only = read_only
        self._show_state()

    def focus_editor(self) -> None:
        """To the sheet, or the button."""
        (self.pad if self._question.sketch else self.add_photo).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Every text again."""
        self._tool.set_texts([self.tr("Black"), self.tr("Blue"), self.tr("Red"), self.tr("Eraser")])
        self._undo.set_label(self.tr("Undo"))
        self._redo.set_label(self.tr("Redo"))
        self._clear.set_label(self.tr("Clear the sheet"))
        self.add_photo.setText(self.tr("Add a photograph of your paper…"))
        self.pad.setAccessibleName(self.tr("Sheet to draw on"))
        self.pad.setAccessibleDescription(
            self.tr("Drawn with the mouse or a pen. You may draw on paper instead and add a photograph.")
            if self._question.photos
            else ""
        )
        self._show_state()

    def timerEvent(self, event: object) -> None:
        """What the platform has taken meanwhile."""
        if self.isVisible():
            self._show_places()

    # --- the drawing -------------------------------------------------------------------------------------------------

    def _choose_tool(self, tool: str) -> None:
        self.pad.erasing = tool == "eraser"
        if not self.pad.erasing:
            self.pad.ink = INKS[("black", "blue", "red").index(tool)]

    def _drawn(self) -> None:
        self._dirty = True
        self._show_state()
        self._start_saving()

    def _start_saving(self) -> None:
        """One save at a time; what is drawn meanwhile is saved next."""
        if self._dirty and not self._saving:
            self._saving = True
            self._tasks.run(self._save, on_success=self._saved, on_failure=self._not_saved)

    async def _save(self) -> WorkFile | None:
        """The newest state of the sheet to the disk; None for an empty one."""
        self._dirty = False
        if self.pad.empty() or self._work is None:
            return None
        image = self.pad.image()
        picture = await asyncio.to_thread(encode_png, image)
        return await self._work.keep(picture, sketch=True)

    def _saved(self, file: WorkFile | None) -> None:
        photos = [other for other in self._files if not other.sketch]
        self._files = [*([file] if file is not None else []), *photos]
        self._fault.setText("")
        self._tell()
        self._saving = False
        self._start_saving()

    def _not_saved(self, error: LearnUpError) -> None:
        self._failed(error)
        self._saving, self._dirty = False, True
        QTimer.singleShot(RETRY_MS, self, self._start_saving)

    def _show_sketch(self, data: bytes | None) -> None:
        if data is not None and self.pad.empty():
            self.pad.set_ground(QImage.fromData(data))
            self._show_state()
        elif data is None:
            # Drawn on another PC and not to be had now: it stays in the answer beside what is drawn here.
            kept = (file.model_copy(update={"sketch": False}) for file in self._files)
            self._files = list(kept)
            self._show_photos()

    # --- photographs -------------------------------------------------------------------------------------------------

    def _ask_for_photo(self) -> None:
        async def ask() -> Path | None:
            pictures = self.tr("Pictures")
            return await choose_file_to_open(
                self, self.add_photo.text(), f"{pictures} (*.png *.jpg *.jpeg *.webp *.bmp)"
            )

        self._tasks.latest("ask", ask, on_success=self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.take_photo(path)

    def take_photo(self, path: Path) -> None:
        """Add a photograph to the answer."""
        if not self._read_only and self._work is not None and self._room():
            self._tasks.run(partial(self._keep_photo, path), on_success=self._added, on_failure=self._failed)

    async def _keep_photo(self, path: Path) -> WorkFile:
        try:
            picture = await asyncio.to_thread(prepare_photo, path)
        except OSError as error:
            raise RuleViolation("the file cannot be read") from error
        if self._work is None:
            raise RuleViolation("no place for pictures")
        return await self._work.keep(picture)

    def _added(self, file: WorkFile) -> None:
        self._fault.setText("")
        if file.sha256 not in {other.sha256 for other in self._files} and self._room():
            self._files.append(file)
            self._tell()

    def _failed(self, error: LearnUpError) -> None:
        if isinstance(error, RuleViolation):
            self._fault.setText(self.tr("This file is no picture that can be read, or it is larger than 10 MB."))
        else:
            said = i18n.translate_error(error)
            self._fault.setText(f"{said.title} {said.advice}")
        self._show_state()

    def _remove(self, sha256: str) -> None:
        self._files = [file for file in self._files if file.sha256 != sha256]
        self._tell()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _room(self) -> bool:
        return sum(not file.sketch for file in self._files) < self._question.maximum_files

    def _tell(self) -> None:
        self._show_photos()
        self.edited.emit(FilesAnswer(files=list(self._files)))

    def _show_photos(self) -> None:
        photos = [file for file in self._files if not file.sketch]
        for sha256 in self._cards.keys() - {file.sha256 for file in photos}:
            card = self._cards.pop(sha256)
            self._photos.removeWidget(card)
            card.deleteLater()
        for number, file in enumerate(photos):
            if file.sha256 not in self._cards:
                card = PhotoCard(number)
                card.removed.connect(partial(self._remove, file.sha256))
                self._cards[file.sha256] = card
                self._photos.addWidget(card)
                if self._work is not None:
                    self._tasks.run(
                        partial(self._work.read, file), on_success=card.show_picture, on_failure=self._failed
                    )
        show_if(self._photos_holder, bool(photos))
        self._show_places()
        self._show_state()

    def _show_places(self) -> None:
        for sha256, card in self._cards.items():
            card.show_place(self._work is not None and self._work.sent(sha256))

    def _show_state(self) -> None:
        writable = not self._read_only and self._work is not None
        self.pad.setEnabled(writable)
        self._tool.setEnabled(writable)
        self._undo.setEnabled(writable and self.pad.can_undo())
        self._redo.setEnabled(writable and self.pad.can_redo())
        self._clear.setEnabled(writable and not self.pad.empty())
        self.add_photo.setVisible(self._question.photos)
        self.add_photo.setEnabled(writable and self._room())
        for card in self._cards.values():
            card.remove.setEnabled(writable)
        self._fault.setVisible(bool(self._fault.text()))

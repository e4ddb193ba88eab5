"""A drawing made here, or photographs of paper working.

A stroke is on the disk a moment after the pen is lifted; a photograph as soon as it is read. Only then does the answer
name it. Photographs are turned upright, made as large as a marker needs and freed of what a camera writes into them
(where it was taken, among other things).
"""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.base.errors import LearnUpError, RuleViolation
from learnup_desktop.contract.answers import Answer, FilesAnswer, WorkFile
from learnup_desktop.contract.questions import DrawingQuestion
from learnup_desktop.features.exams.editor_widgets import AnswerEditor
from learnup_desktop.features.exams.photo_dialog_widgets import photograph
from learnup_desktop.features.exams.photo_widgets import PhotoCard, prepare_photo
from learnup_desktop.features.exams.sketch_widgets import INKS, SketchPad, encode_png
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import choose_file_to_open
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Column,
    FlowRow,
    IconButton,
    SecondaryButton,
    SegmentedControl,
    WrapLabel,
    show_if,
)

SENT_LOOK_MS = 3000
RETRY_MS = 2000
"""Until a drawing that the disk refused is tried again."""


class DrawingEditor(AnswerEditor):
    """A sheet to draw on, photographs below it; either may be left out by the question.

    Args:
        question: what is asked for.
        work: where drawings and photographs go; None where they cannot be kept.
        camera: photographs paper; None leaves files.
    """

    def __init__(self, question: DrawingQuestion, work: WorkDesk | None, camera: StudentCamera | None = None) -> None:
        super().__init__()
        self._camera = camera if camera is not None and camera.available else None
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
        self.use_camera = SecondaryButton("", icon="camera-outline")
        self.use_camera.setObjectName("photograph")
        self.use_camera.clicked.connect(self._photograph)
        self._fault = WrapLabel("", "caption", "caution")
        self._build()
        self.retranslate()

    def _build(self) -> None:
        tools = FlowRow(gap=2)
        tools.add(self._tool, self._undo, self._redo, self._clear, self.use_camera, self.add_photo)
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
        self.use_camera.setText(self.tr("Photograph your paper…"))
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

    def _photograph(self) -> None:
        if self._camera is not None:
            work = partial(photograph, self, self._camera)
            self._tasks.latest("ask", work, on_success=self._photographed, on_failure=self._failed)

    def _photographed(self, picture: bytes | None) -> None:
        if picture is not None and not self._read_only and self._work is not None and self._room():
            self._tasks.run(partial(self._work.keep, picture), on_success=self._added, on_failure=self._failed)

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
        self.use_camera.setVisible(self._question.photos and self._camera is not None)
        self.use_camera.setEnabled(writable and self._room())
        for card in self._cards.values():
            card.remove.setEnabled(writable)
        self._fault.setVisible(bool(self._fault.text()))

"""Material by class, for those who teach: what is put up, what is a draft, and what is on its way."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.classes import Material
from learnup_desktop.features.materials.materials_widgets import (
    DAYS,
    MaterialForm,
    MaterialRow,
    UploadRow,
    due_words,
)
from learnup_desktop.features.materials.service import MEDIA_TYPES, ClassShelf, Entry, MaterialsService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import Choice, Dialog, choose_file_to_open, confirm, open_dialog, open_menu
from learnup_desktop.qt.following import Following
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    FlowRow,
    PageFrame,
    PrimaryButton,
    StateStack,
    TextField,
    WrapLabel,
    clear_layout,
)
from learnup_desktop.sync.material_uploads import Upload, UploadState


class MaterialsPage(PageFrame):
    """A card a class. While a file goes up only its row changes."""

    def __init__(self, service: MaterialsService, context: PageContext) -> None:
        super().__init__()
        self._service = service
        self._context = context
        self._shelves: list[ClassShelf] = []
        self.rows: dict[str, MaterialRow] = {}
        self.upload_rows: dict[str, UploadRow] = {}
        self.tasks = TaskScope(self)
        self.add_button = PrimaryButton(icon="upload")
        self.add_button.clicked.connect(lambda: self.tasks.latest("add", self._ask_file))
        head = FlowRow(gap=3)
        head.add(self.add_button)
        holder = QWidget()
        self._cards = Column(holder, gap=4)
        self.stack = StateStack(holder, empty=EmptyState(icon="upload-outline"), skeleton_rows=4)
        self.stack.retry_requested.connect(self.reload)
        self.add(head, self.stack)
        self.finish()
        following = Following(self, self.tasks, self._service.shelves, self._show)
        stop = service.on_change(following.moved)
        self.destroyed.connect(lambda *_: stop())
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.add_button.setText(self.tr("Put up a file"))
        self._rebuild()

    def activated(self, parameters: dict[str, object]) -> None:
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"materials", "classes"}:
            self.reload()

    def reload(self) -> None:
        """Read cache, uploads and outbox again."""
        self.tasks.latest("load", self._service.shelves, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, shelves: list[ClassShelf]) -> None:
        same = [(shelf.school_class.id, shelf.entries) for shelf in shelves] == [
            (shelf.school_class.id, shelf.entries) for shelf in self._shelves
        ]
        uploads = [upload for shelf in shelves for upload in shelf.uploads]
        self._shelves = shelves
        if same and [upload.id for upload in uploads] == list(self.upload_rows):
            for upload in uploads:
                self.upload_rows[upload.id].show_upload(upload)
        else:
            self._rebuild()

    def _rebuild(self) -> None:
        clear_layout(self._cards)
        self.rows.clear()
        self.upload_rows.clear()
        for shelf in self._shelves:
            self._cards.addWidget(self._card(shelf))
        if self._shelves:
            self.stack.show_content()
        else:
            self.stack.empty.set(
                self.tr("No class yet"), self.tr("The classes you teach appear here."), icon="upload-outline"
            )
            self.stack.show_empty()

    def _card(self, shelf: ClassShelf) -> Card:
        card = Card(shelf.school_class.name.text(i18n.language()), gap=2)
        for upload in shelf.uploads:
            row = UploadRow(upload)
            row.pressed.connect(partial(self._press, upload.id))
            row.cancelled.connect(partial(self._cancel, upload.id))
            self.upload_rows[upload.id] = row
            card.add(Divider(), row)
        for entry in shelf.entries:
            material_row = MaterialRow(entry)
            material_row.toggled.connect(partial(self._toggle, entry))
            material_row.menu_asked.connect(partial(self._ask_menu, entry.material.id))
            self.rows[entry.material.id] = material_row
            card.add(Divider(), material_row)
        if not shelf.uploads and not shelf.entries:
            card.add(WrapLabel(self.tr("Nothing put up yet."), "caption", "text-muted"))
        return card

    # -- doing --------------------------------------------------------------------------------------------------------

    async def _ask_file(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in MEDIA_TYPES)
        words = self.tr("Study material")
        path = await choose_file_to_open(self, self.tr("Put up a file"), f"{words} ({kinds})")
        if path is not None:
            await self.put_up(path)

    async def put_up(self, path: Path) -> None:
        """Ask what the file is, then take it in."""
        classes = [shelf.school_class for shelf in self._shelves]
        size = i18n.format_bytes(await self._service.size_of(path))
        form = MaterialForm(self, classes, path.stem.replace("_", " "), f"{path.name} · {size}")
        await open_dialog(form)
        if form.chosen != "add":
            return
        title, class_id = form.title.text(), str(form.school_class.currentData())
        try:
            await self._service.add(path, class_id, title, i18n.language(), form.days(), form.publish.isChecked())
        except RuleViolation:
            notices.say_text(
                "caution",
                self.tr("This file cannot be put up"),
                self.tr("It is empty, larger than 512 MB, or of a kind that the library cannot show."),
            )

    def _press(self, upload_id: str) -> None:
        upload = self.upload_rows[upload_id].upload
        act = self._service.pause if upload.state is UploadState.WAITING else self._service.resume
        self.tasks.run(partial(act, upload))

    def _cancel(self, upload_id: str) -> None:
        self.tasks.latest("cancel", partial(self._ask_cancel, self.upload_rows[upload_id].upload))

    async def _ask_cancel(self, upload: Upload) -> None:
        text = self.tr("What has arrived at school is thrown away there. Your own file stays where it is.")
        if await confirm(self, self.tr("Do not put it up?"), text, self.tr("Do not put it up"), critical=True):
            await self._service.cancel(upload)

    def _toggle(self, entry: Entry) -> None:
        self.tasks.run(partial(self._service.publish, entry.material, not entry.material.published))

    def _ask_menu(self, material_id: str) -> None:
        self.tasks.latest("menu", partial(self._menu, self.rows[material_id]))

    async def _menu(self, row: MaterialRow) -> None:
        menu = QMenu(self)
        choices = (
            ("title", self.tr("Change the title")),
            ("due", self.tr("Change the date")),
            ("delete", self.tr("Delete")),
        )
        for value, words in choices:
            action = QAction(words, menu)
            action.setData(value)
            menu.addAction(action)
        chosen = await open_menu(menu, row.more.mapToGlobal(QPoint(0, row.more.height())))
        material = row.entry.material
        if chosen == "title":
            await self._rename(material)
        elif chosen == "due":
            await self._change_due(row, material)
        elif chosen == "delete":
            title = self.tr("Delete {title}?").format(title=material.title.text(i18n.language()))
            text = self.tr("It goes for everybody, also from computers that have downloaded it.")
            if await confirm(self, title, text, self.tr("Delete"), critical=True):
                await self._service.delete(material)

    async def _rename(self, material: Material) -> None:
        dialog = Dialog(self, self.tr("Change the title"))
        field = TextField(self.tr("Title"), material.title.text(i18n.language()))
        dialog.body.addWidget(field)
        dialog.add_choices([Choice("cancel", self.tr("Cancel")), Choice("save", self.tr("Save"), "primary")])
        await open_dialog(dialog)
        if dialog.chosen == "save" and field.text():
            await self._service.rename(material, field.text(), i18n.language())

    async def _change_due(self, row: MaterialRow, material: Material) -> None:
        menu = QMenu(self)
        for days in DAYS:
            action = QAction(due_words(days), menu)
            action.setData(-1 if days is None else days)
            menu.addAction(action)
        chosen = await open_menu(menu, row.more.mapToGlobal(QPoint(0, row.more.height())))
        if isinstance(chosen, int):
            await self._service.set_due(material, None if chosen < 0 else chosen)

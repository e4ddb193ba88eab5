"""Recordings and seminars: what can be played, fetched for later, or attended.

Lists and files that are here need no network; registering does, and says so.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.recordings import Seminar
from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.recordings.rows_widgets import RecordingRow, SeminarRow
from learnup_desktop.features.recordings.service import (
    RecordingItem,
    RecordingShelf,
    RecordingsService,
    RecordingsView,
    SeminarEntry,
    SeminarStanding,
)
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import confirm
from learnup_desktop.qt.following import Following
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Card, Column, Divider, EmptyState, PageFrame, StateStack, clear_layout, show_if

MAXIMUM_WIDTH = 960


class RecordingsPage(PageFrame):
    """Seminars ahead, then recordings by class."""

    def __init__(self, service: RecordingsService, context: PageContext) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._service = service
        self._context = context
        self._view: RecordingsView | None = None
        self._online = True
        self.rows: dict[str, RecordingRow] = {}
        self.seminar_rows: dict[str, SeminarRow] = {}
        self.tasks = TaskScope(self)
        self._building = Gradual(self)
        self.seminars = Card(" ", gap=0)
        self._seminar_rows, self._shelves = Column(gap=0), Column(gap=4)
        self.seminars.add(self._seminar_rows)
        content = QWidget()
        Column(content, gap=4).add(self.seminars, self._shelves)
        self.stack = StateStack(content, empty=EmptyState(icon="play-box-multiple-outline"), skeleton_rows=4)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        following = Following(self, self.tasks, self._service.view, self._show)
        stop = service.on_change(following.moved)
        self.destroyed.connect(lambda: stop())
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.seminars.set_title(self.tr("Seminars"))
        if self._view is not None:
            self._rebuild(self._view)

    def activated(self, parameters: dict[str, object]) -> None:
        # How many places are left is told to nobody as long as there are some: it is asked for when somebody looks.
        self._service.hint()
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"recordings", "seminars", "materials", "classes"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        self._online = online
        self.stack.set_offline(not online, self._view.as_of if self._view is not None else None)

    def reload(self) -> None:
        """Read the cache and the downloads again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.view, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, view: RecordingsView) -> None:
        before, self._view = self._view, view
        self.stack.set_offline(not self._online, view.as_of)
        items = [item for shelf in view.shelves for item in shelf.items]
        same = before is not None and before.seminars == view.seminars
        if same and items and [item.recording.id for item in items] == list(self.rows):
            for item in items:
                self.rows[item.recording.id].show_item(item)
            self.stack.show_content()
            return
        self._rebuild(view)

    def _rebuild(self, view: RecordingsView) -> None:
        clear_layout(self._seminar_rows)
        clear_layout(self._shelves)
        self.rows.clear()
        self.seminar_rows.clear()
        show_if(self.seminars, bool(view.seminars))
        if not view.seminars and not view.shelves:
            self._building.stop()
            self._show_empty(view)
            return
        self.stack.show_content()
        self._building.start(self._build(view))

    def _build(self, view: RecordingsView) -> Iterator[None]:
        for entry in view.seminars:
            row = SeminarRow(entry, self._service.now())
            row.wanted.connect(partial(self._attend, entry))
            self.seminar_rows[entry.seminar.id] = row
            self._seminar_rows.add(Divider(), row)
            yield
        for shelf in view.shelves:
            self._shelves.addWidget(self._card(shelf))
            yield

    def _card(self, shelf: RecordingShelf) -> Card:
        card = Card(shelf.school_class.name.text(i18n.language()), gap=0)
        for item in shelf.items:
            row = RecordingRow(item)
            row.wanted.connect(partial(self._act, item.recording.id))
            self.rows[item.recording.id] = row
            card.add(Divider(), row)
        return card

    def _show_empty(self, view: RecordingsView) -> None:
        if view.as_of is None:
            text = self.tr("Recordings and seminars are fetched as soon as there is a network.")
            self.stack.empty.set(self.tr("Nothing on this computer yet"), text, icon="cloud-download-outline")
        else:
            text = self.tr("When a class is recorded or a seminar is announced, it is here.")
            self.stack.empty.set(self.tr("No recordings yet"), text, icon="play-box-multiple-outline")
        self.stack.show_empty()

    # -- doing --------------------------------------------------------------------------------------------------------

    def _act(self, recording_id: str) -> None:
        item: RecordingItem = self.rows[recording_id].item
        if item.file.readable:
            self._context.navigate("reader", material_id=item.material.id)
        elif item.file.state in (FileState.WAITING, FileState.RUNNING):
            self.tasks.run(partial(self._service.pause, item))
        else:
            self.tasks.run(partial(self._service.download, item))

    def _attend(self, entry: SeminarEntry) -> None:
        if not self._online:
            text = self.tr("A place is only yours when the school has said so. Try again when there is a network.")
            title = self.tr("Registering needs a network")
            notices.say_text("caution", title, text, key="seminar-offline")
            return
        if self.tasks.busy("attend"):
            return
        if entry.standing is SeminarStanding.REGISTERED:
            self.tasks.latest("attend", partial(self._give_back, entry.seminar), on_failure=self._refused)
        else:
            register = partial(self._service.register, entry.seminar.id)
            self.tasks.latest("attend", register, on_success=self._registered, on_failure=self._refused)

    async def _give_back(self, seminar: Seminar) -> None:
        title = self.tr("Give your place back?")
        text = self.tr("Somebody else can have it then. If all places are taken, you may not get it again.")
        if await confirm(self, title, text, self.tr("Give back")):
            await self._service.give_back(seminar.id)

    def _registered(self, seminar: Seminar) -> None:
        when = i18n.format_moment(seminar.starts_at, self._service.now())
        title = self.tr("You have a place")
        notices.say_text("positive", title, f"{seminar.title.text(i18n.language())} · {when}", key="seminar")

    def _refused(self, error: LearnUpError) -> None:
        # Somebody else was quicker: what is shown is older than what the platform knows.
        notices.report(error)
        self._service.hint()

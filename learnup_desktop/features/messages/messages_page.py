"""Messages: what the school and one's teachers say, unread first told apart, read where it stands.

All of it is there with no network; that something was read is told to one's other computers when there is one.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.communication import Announcement
from learnup_desktop.features.messages.service import MessagesService, MessagesView, has_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    Column,
    Divider,
    EmptyState,
    FlowRow,
    ListRow,
    PageFrame,
    Pill,
    QuietButton,
    SearchEdit,
    SegmentedControl,
    StateStack,
    WrapLabel,
    clear_layout,
    initials_of,
    show_if,
)

ALL, UNREAD = "all", "unread"
MAXIMUM_WIDTH = 820


class MessageRow(QWidget):
    """An announcement; pressing it opens its text below it, pressing it again closes it."""

    def __init__(self, announcement: Announcement, detail: str, *, unread: bool) -> None:
        super().__init__()
        language = i18n.language()
        self.announcement = announcement
        author = announcement.author_name
        self.pill = Pill(self.tr("New"), "accent", small=True)
        self.head = ListRow(
            announcement.title.text(language),
            detail,
            leading=Avatar(author, initials=initials_of(author)),
            trailing=self.pill,
            strong=unread,
            clickable=True,
            wrap=True,
        )
        self.body = WrapLabel(announcement.body.text(language), "reading")
        self.body.hide()
        Column(self, gap=1, margins=(0, 0, 0, 2)).add(self.head, self.body)
        self.set_unread(unread)

    def set_unread(self, unread: bool) -> None:
        """Say whether it was read yet."""
        show_if(self.pill, unread)
        self._unread = unread
        self._describe()

    def set_open(self, opened: bool) -> None:
        """Show its text, or hide it."""
        self.body.setVisible(opened)
        self._describe()

    def _describe(self) -> None:
        words = [self.tr("New")] if self._unread else []
        words.append(self.body.text() if not self.body.isHidden() else self.tr("Press to read"))
        self.head.setAccessibleDescription(". ".join(words))


class MessagesPage(PageFrame):
    """Announcements of one account, the newest first."""

    def __init__(self, service: MessagesService, context: PageContext) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._service = service
        self._context = context
        self._view: MessagesView | None = None
        self._online = True
        self._opened: set[str] = set()
        self._listed: tuple[Announcement, ...] = ()
        self.rows: dict[str, MessageRow] = {}
        self.tasks = TaskScope(self)
        self._building = Gradual(self)
        self.choice = SegmentedControl([(ALL, ""), (UNREAD, "")])
        self.choice.changed.connect(self._rebuild)
        self.search = SearchEdit()
        self.search.textChanged.connect(self._rebuild)
        self.all_read = QuietButton(icon="email-open-outline")
        self.all_read.clicked.connect(self._read_all)
        head = FlowRow(gap=3)
        head.add(self.choice, self.search, self.all_read)
        self.card = Card(gap=0)
        self._list = Column(gap=0)
        self.card.add(self._list)
        self.stack = StateStack(self.card, empty=EmptyState(icon="message-text-outline"), skeleton_rows=5)
        self.stack.retry_requested.connect(self.reload)
        self.add(head, self.stack)
        self.finish()
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.choice.set_texts([self.tr("All"), self.tr("Unread")])
        self.search.set_placeholder(self.tr("Find a message"))
        self.all_read.setText(self.tr("Mark all as read"))
        self._listed = ()
        self._rebuild()

    def activated(self, parameters: dict[str, object]) -> None:
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated."""
        if streams & {"announcements", "classes"}:
            self.reload()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not."""
        self._online = online
        self.stack.set_offline(not online, self._view.as_of if self._view is not None else None)

    def reload(self) -> None:
        """Read the cache again."""
        self.stack.show_loading()
        self.tasks.latest("load", self._service.view, on_success=self._show, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show(self, view: MessagesView) -> None:
        self._view = view
        self.stack.set_offline(not self._online, view.as_of)
        self._context.set_badge("messages", len(view.unread))
        show_if(self.all_read, bool(view.unread))
        self._rebuild()

    def _wanted(self, view: MessagesView) -> tuple[Announcement, ...]:
        found = view.announcements
        if self.choice.value() == UNREAD:
            # What is open stays where it is read, although it is no longer new.
            found = tuple(item for item in found if item.id in view.unread or item.id in self._opened)
        needle = self.search.text()
        return tuple(item for item in found if has_words(item, needle)) if needle.strip() else found

    def _rebuild(self) -> None:
        view = self._view
        if view is None:
            return
        wanted = self._wanted(view)
        if not wanted:
            self._building.stop()
            self._listed = ()
            self._show_empty(view)
            return
        self.stack.show_content()
        if wanted == self._listed:
            for row in self.rows.values():
                row.set_unread(row.announcement.id in view.unread)
            return
        self._listed = wanted
        clear_layout(self._list)
        self.rows.clear()
        self._building.start(self._build(view, wanted))

    def _build(self, view: MessagesView, wanted: tuple[Announcement, ...]) -> Iterator[None]:
        for number, announcement in enumerate(wanted):
            if number:
                self._list.add(Divider())
            row = MessageRow(announcement, self._detail(view, announcement), unread=announcement.id in view.unread)
            row.head.clicked.connect(partial(self._press, announcement))
            row.set_open(announcement.id in self._opened)
            self.rows[announcement.id] = row
            self._list.add(row)
            yield

    def _detail(self, view: MessagesView, announcement: Announcement) -> str:
        known = view.classes.get(announcement.class_id or "")
        whom = known.name.text(i18n.language()) if known is not None else ""
        when = i18n.format_moment(announcement.published_at, self._service.now())
        return " · ".join(filter(None, (announcement.author_name, whom, when)))

    def _show_empty(self, view: MessagesView) -> None:
        if view.as_of is None:
            title, text = (
                self.tr("Nothing on this computer yet"),
                self.tr("Messages come with the network."),
            )
        elif self.search.text().strip():
            title, text = self.tr("Nothing found"), self.tr("Look for a part of the text, in any language.")
        elif view.announcements:
            title, text = self.tr("You have read everything"), self.tr("What is new appears here.")
        else:
            title, text = self.tr("No messages"), self.tr("What your school and your teachers say appears here.")
        self.stack.empty.set(title, text, icon="message-text-outline")
        self.stack.show_empty()

    # -- doing --------------------------------------------------------------------------------------------------------

    def _press(self, announcement: Announcement) -> None:
        row = self.rows[announcement.id]
        opened = announcement.id not in self._opened
        if opened:
            self._opened.add(announcement.id)
        else:
            self._opened.discard(announcement.id)
        row.set_open(opened)
        if opened and self._view is not None and announcement.id in self._view.unread:
            self._read([announcement])

    def _read_all(self) -> None:
        if self._view is not None:
            self._read([item for item in self._view.announcements if item.id in self._view.unread])

    def _read(self, announcements: list[Announcement]) -> None:
        self.tasks.run(partial(self._service.read, announcements), on_success=lambda _: self.reload())

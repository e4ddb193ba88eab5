"""Messages are read where they stand, with no network, and stay read; what is looked for is found in any language."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.features.messages.messages_page import UNREAD, MessagesPage
from learnup_desktop.features.messages.service import MessagesService
from learnup_desktop.qt.widgets import ListRow
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.read_marks import READ_ANNOUNCEMENT
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import NOW, change, opened_store

RunQt = Callable[..., Any]


def said(identity: str, days: float, *, read: bool = False, class_id: str | None = None) -> Announcement:
    return Announcement(
        id=identity,
        class_id=class_id,
        title=LocalizedText(en=f"About {identity}", ta="விளையாட்டு விழா" if identity == "sports" else None),
        body=LocalizedText(en=f"All there is to say of {identity}."),
        author_name="Kamala Perera",
        published_at=NOW - timedelta(days=days),
        read_at=NOW if read else None,
    )


class Badges(Frame):
    def __init__(self) -> None:
        super().__init__()
        self.badges: list[tuple[str, int]] = []

    def set_badge(self, route_name: str, count: int) -> None:
        self.badges.append((route_name, count))


async def opened(store: AccountStore, qtbot: QtBot) -> tuple[MessagesPage, Badges]:
    news = (said("sports", 2), said("fees", 3, read=True), said("waves", 5, class_id="physics"))
    await store.cache.apply([change(Stream.ANNOUNCEMENTS, item.id, item) for item in news], "2")
    frame = Badges()
    page = MessagesPage(MessagesService(store.cache, store.read_marks, ManualClock(NOW).utc_now), frame)
    qtbot.addWidget(page)
    show(page)
    page.activated({})
    await until(lambda: len(page.rows) == 4)
    return page, frame


def test_a_message_is_read_where_it_stands_and_stays_read(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path) as store:
            page, frame = await opened(store, qtbot)
            page.connection_changed(False)
            assert list(page.rows) == ["said", "sports", "fees", "waves"] and frame.badges[-1] == ("messages", 3)
            assert "12 Physics" in page.rows["waves"].head.accessibleName()
            page.choice.set_value(UNREAD)
            await until(lambda: list(page.rows) == ["said", "sports", "waves"])
            row = page.rows["sports"]
            assert row.body.isHidden() and row.head.accessibleDescription() == "New. Press to read"
            QTest.keyClick(row.head, Qt.Key.Key_Return)
            assert not row.body.isHidden()
            # Read while it is open: it neither moves nor closes under the reader's eyes.
            await until(lambda: frame.badges[-1] == ("messages", 2))
            assert page.rows["sports"] is row and row.pill.isHidden() and not row.body.isHidden()
            assert row.head.accessibleDescription() == "All there is to say of sports."
            page.all_read.click()
            await until(lambda: frame.badges[-1] == ("messages", 0))
            assert page.all_read.isHidden()
            operations = await store.outbox.operations(kind=READ_ANNOUNCEMENT)
            assert sorted(item.body["announcementId"] for item in operations) == ["said", "sports", "waves"]
            page.tasks.close()

    run_qt(play())


def test_words_are_looked_for_in_every_language(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path) as store:
            page, _ = await opened(store, qtbot)
            page.search.setText("விழா")
            await until(lambda: list(page.rows) == ["sports"])
            page.search.setText("nothing of the kind")
            assert page.stack.empty.isVisibleTo(page)
            page.search.setText("")
            await until(lambda: len(page.rows) == 4)
            assert all(row.accessibleName() for row in page.findChildren(ListRow))
            page.tasks.close()

    run_qt(play())

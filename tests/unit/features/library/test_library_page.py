"""The library says what is here, fetches after saying what it costs, and keeps, removes and cancels."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.clock import ManualClock, SystemClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.downloads import DownloadRules, Hold
from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.library.library_page import HERE, MOVING, LibraryPage
from learnup_desktop.features.library.service import LibraryService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Dialog
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import BaseButton, WrapLabel
from learnup_desktop.sync.downloads import Downloads
from tests.unit.api.wire import fault, scripted
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, change, opened_store
from tests.unit.sync.shelf import Shelf, material

RunQt = Callable[..., Any]
FILES = {"waves": os.urandom(40_000), "optics": os.urandom(30_000), "old": os.urandom(20_000)}


@asynccontextmanager
async def library(
    folder: Path, qtbot: QtBot, shelf: Shelf, rules: DownloadRules | None = None
) -> AsyncIterator[tuple[LibraryPage, Frame, Downloads]]:
    async with opened_store(folder) as store, scripted(shelf) as transport:
        made = [
            material("waves", FILES["waves"], class_id="physics", published_at=NOW - timedelta(days=2)),
            material("optics", FILES["optics"], class_id="physics", published_at=NOW - timedelta(days=3)),
            material("old", FILES["old"], class_id="physics", published_at=NOW - timedelta(days=90)),
        ]
        await store.cache.apply([change(Stream.MATERIALS, item.id, item) for item in made], "next")
        clock = SystemClock()
        rules = rules or DownloadRules(floor_bytes=0)
        downloads = Downloads(PlatformClient(transport).materials, store.blobs, store.downloads, clock, COLOMBO, rules)
        frame = Frame()
        service = LibraryService(store.cache, downloads, ManualClock(NOW).utc_now, COLOMBO)
        page = LibraryPage(service, frame)
        qtbot.addWidget(page)
        show(page)
        page.activated({})
        await until(lambda: page.stack.state() == "content")
        try:
            yield page, frame, downloads
        finally:
            page.tasks.close()
            await page.tasks.wait_closed()
            await downloads.close()


def state(page: LibraryPage, key: str) -> FileState | None:
    row = page._rows.get(key)
    return row.item.file.state if row is not None else None


async def agree(page: LibraryPage, text: str) -> str:
    """Press the last button of the question that is open; what it said."""

    def question() -> Dialog | None:
        found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Dialog)]
        return next((dialog for dialog in found if dialog.isVisible()), None)

    await until(question)
    dialog = question()
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(WrapLabel))
    next(button for button in dialog.findChildren(BaseButton) if button.text() == text).click()
    return said


def test_one_file_comes_opens_is_kept_and_goes(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with library(tmp_path, qtbot, Shelf(dict(FILES))) as (page, frame, downloads):
            assert list(page._rows) == ["waves", "optics", "old"]
            assert state(page, "waves") is FileState.ONLINE
            page._rows["waves"].action.click()
            await until(lambda: state(page, "waves") is FileState.HERE)
            page._rows["waves"].action.click()
            assert frame.visited == [("reader", {"material_id": "waves"})]
            await page._service.pin(page._rows["waves"].item, True)
            await until(lambda: page._rows["waves"].item.pinned)
            assert [value for value, _ in page._choices(page._rows["waves"].item)] == ["keep", "remove"]
            await page._service.remove(page._rows["waves"].item)
            await until(lambda: state(page, "waves") is FileState.ONLINE)
            assert (await downloads.overview()).used == 0

    run_qt(play())


def test_tomorrow_is_fetched_after_saying_what_it_costs(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with library(tmp_path, qtbot, Shelf(dict(FILES))) as (page, _, downloads):
            page.tomorrow.click()
            said = await agree(page, "Download")
            assert "2 files" in said
            assert "70 kB" in said
            await until(lambda: state(page, "waves") is state(page, "optics") is FileState.HERE)
            assert state(page, "old") is FileState.ONLINE
            assert list((await downloads.overview()).packages) == ["day:2026-11-19"]
            page.choice.set_value(HERE)
            assert list(page._rows) == ["waves", "optics"]
            page.choice.set_value(MOVING)
            assert page.stack.state() == "empty"
            page.choice.set_value(HERE)
            page.search.setText("opt")
            assert list(page._rows) == ["optics"]
            page.search.setText("nowhere")
            assert page.stack.empty.message().startswith("Nothing found")

    run_qt(play())


def test_what_fails_or_waits_says_why(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        shelf = Shelf(dict(FILES), answer=lambda key: fault(404, "not_found") if key == "waves" else None)
        async with library(tmp_path, qtbot, shelf) as (page, _, downloads):
            page._rows["waves"].action.click()
            await until(lambda: state(page, "waves") is FileState.FAILED)
            assert "no longer has this file" in page._rows["waves"].accessibleName()
            downloads.set_network(metered=True)
            page._rows["optics"].action.click()
            await until(lambda: page._rows["optics"].item.file.hold is Hold.METERED)
            assert "counts data" in page._rows["optics"].accessibleName()
            downloads.set_network(metered=True, allowed=True)
            await until(lambda: state(page, "optics") is FileState.HERE)

    run_qt(play())


def test_without_a_file_or_a_network_it_says_so(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with opened_store(tmp_path) as store, scripted(Shelf()) as transport:
            downloads = Downloads(
                PlatformClient(transport).materials, store.blobs, store.downloads, SystemClock(), COLOMBO
            )
            page = LibraryPage(LibraryService(store.cache, downloads, ManualClock(NOW).utc_now, COLOMBO), Frame())
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.stack.state() == "empty")
            assert page.stack.empty.message().startswith("No material yet")
            page.connection_changed(False)
            assert page.stack.offline.isVisible()
            page.tasks.close()

    run_qt(play())


@pytest.mark.parametrize("language", ["si", "ta"])
def test_nothing_is_cut_off_at_200_percent(
    language: str, run_qt: RunQt, qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    async def play() -> None:
        async with library(tmp_path, qtbot, Shelf(FILES)) as (page, _, _):
            view = page._view
            assert view is not None
            (shelf,) = view.shelves
            name = LocalizedText(en="Physics 13", si="භෞතික විද්‍යාව 13 · ඉංග්‍රීසි", ta="பௌதிகவியல் 13 · ஆங்கிலம்")
            named = replace(shelf, school_class=shelf.school_class.model_copy(update={"name": name}))
            page._view = replace(view, shelves=(named,))
            page.retranslate()
            widest = max(page._content.findChildren(QWidget), key=lambda widget: widget.minimumSizeHint().width())
            room = page._content.width()
            assert widest.minimumSizeHint().width() <= room, (type(widest).__name__, widest.accessibleName())

    i18n.set_language(language)
    theme().apply(qapp, "light", 200)
    try:
        run_qt(play())
    finally:
        theme().apply(qapp, "light", 100)
        i18n.set_language("en")

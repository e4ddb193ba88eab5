"""The page shows drafts, what is published and what goes up; each button does what it says, and is kept if offline."""

import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.materials.materials_page import MaterialsPage
from learnup_desktop.features.materials.materials_widgets import MaterialForm
from learnup_desktop.features.materials.service import MaterialsService
from learnup_desktop.qt import notices
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.sync.material_uploads import MaterialUploads, UploadState
from tests.unit.api.wire import scripted
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, change, opened_store
from tests.unit.sync.shelf import material

RunQt = Callable[..., Any]


def _more_than(before: int) -> bool:
    return len(notices.center().history) > before


def offline(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no line")


@asynccontextmanager
async def opened_page(folder: Path, qtbot: QtBot) -> AsyncIterator[tuple[MaterialsPage, AccountStore, MaterialUploads]]:
    async with opened_store(folder) as store, scripted(offline) as transport:
        draft = material("draft", b"d" * 2000, class_id="physics", published=False)
        seen = material("seen", b"s" * 3000, class_id="physics")
        await store.cache.apply([change(Stream.MATERIALS, item.id, item) for item in (draft, seen)], "next")
        uploads = MaterialUploads(store.folder / "uploads", PlatformClient(transport).materials)
        service = MaterialsService(store.cache, store.outbox, uploads, ManualClock(NOW).utc_now, COLOMBO)
        page = MaterialsPage(service, Frame())
        qtbot.addWidget(page)
        show(page)
        page.activated({})
        await until(lambda: page.rows)
        try:
            yield page, store, uploads
        finally:
            page.tasks.close()
            await page.tasks.wait_closed()
            await uploads.close()


def form() -> MaterialForm | None:
    return next((each for each in QApplication.topLevelWidgets() if isinstance(each, MaterialForm)), None)


def test_a_draft_is_published_from_its_row_and_the_change_is_kept(tmp_path: Path, qtbot: QtBot, run_qt: RunQt) -> None:
    async def go() -> None:
        async with opened_page(tmp_path, qtbot) as (page, store, _):
            assert list(page.rows) == ["draft", "seen"], "drafts first"
            page.rows["draft"].toggle.click()
            await until(lambda: page.rows["draft"].entry.waits)
            assert page.rows["draft"].entry.material.published
            (operation,) = await store.outbox.operations()
            assert operation.body == {"materialId": "draft", "fields": {"published": True}}

    run_qt(go())


def test_a_file_is_described_taken_in_paused_and_gone_on_with(tmp_path: Path, qtbot: QtBot, run_qt: RunQt) -> None:
    source = tmp_path / "wave_motion.pdf"
    source.write_bytes(os.urandom(4000))

    async def go() -> None:
        async with opened_page(tmp_path / "account", qtbot) as (page, _, uploads):
            page.tasks.latest("add", lambda: page.put_up(source))
            await until(form)
            asked = form()
            assert asked is not None and asked.title.text() == "wave motion"
            asked.school_class.setCurrentIndex(asked.school_class.findData("physics"))
            asked.publish.setChecked(False)
            asked.due.setCurrentIndex(asked.due.findData(3))
            asked._save.click()
            await until(lambda: page.upload_rows)
            (row,) = page.upload_rows.values()
            assert row.upload.material["published"] is False and row.upload.material["dueAt"] is not None
            row.action.click()
            await until(lambda: row.upload.state is UploadState.PAUSED)
            row.action.click()
            await until(lambda: row.upload.state is UploadState.WAITING)
            await uploads.cancel(row.upload.id)
            await until(lambda: not page.upload_rows)

    run_qt(go())


def test_a_file_that_cannot_be_put_up_is_refused_in_words(tmp_path: Path, qtbot: QtBot, run_qt: RunQt) -> None:
    async def go() -> None:
        async with opened_page(tmp_path / "account", qtbot) as (page, _, uploads):
            for name, data in (("empty.pdf", b""), ("setup.exe", b"MZ")):
                path = tmp_path / name
                path.write_bytes(data)
                before = len(notices.center().history)
                page.tasks.latest("add", partial(page.put_up, path))
                await until(form)
                asked = form()
                assert asked is not None
                asked._save.click()
                await until(partial(_more_than, before))
                await until(lambda: form() is None)
            assert await uploads.all() == []

    run_qt(go())

"""Everything for tomorrow over a line that is slow, cut and stalled; then the platform dies, and one studies.

The real window offscreen, a real platform, and between them a relay that carries 4 Mbit/s. 40 MB are asked for from
the library's page; the cable is pulled, the radio stalls, and the program is closed and started again in the middle.
Nothing may be fetched twice but the last piece of each file. Then the platform is killed: Today, the library, the
reader, the search and the ledger must go on, and are drawn into ``--out``.
"""

import argparse
import asyncio
import hashlib
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

from PySide6.QtWidgets import QApplication, QScrollArea

from learnup_desktop.base.options import ClientOptions
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import Priority
from learnup_desktop.walkthrough.link import LoopbackLink
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.bench.harness import Verdict, emit
from tests.platform_fixture import PASSWORD, TEST_ENVIRONMENT, RunningPlatform

if TYPE_CHECKING:
    from learnup_desktop.app.application import Application
    from learnup_desktop.features.library.library_page import LibraryPage

LINE_BYTES_PER_SECOND = 500_000
"""4 Mbit/s."""
FILES, FILE_BYTES, QUICK_FILE_BYTES = 12, 3_300_000, 500_000
CUT_SECONDS, STALL_SECONDS = 3.0, 8.0
TROUBLES = (0.15, 0.4, 0.65)
"""At which shares of what is to come the cable is pulled, the line stalls, and the program is started again."""
TWICE_SHARE = 0.1
PHYSICS = demo_id("class", PHYSICS_ENGLISH)
WORDS = "Kirchhoff junction"
SIZE = (1366, 768)
PATIENCE = 900.0
Found = TypeVar("Found")


def main(argv: list[str]) -> int:
    """``bench study-offline [--quick] [--out DIR]``."""
    parser = argparse.ArgumentParser(prog="bench study-offline", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="6 MB instead of 40")
    parser.add_argument("--out", type=Path, help="where the pictures go; default: a new folder, named in the output")
    asked = parser.parse_args(argv)
    out = asked.out or Path(tempfile.mkdtemp(prefix="learnup-study-"))
    out.mkdir(parents=True, exist_ok=True)
    emit("pictures", folder=str(out))
    qt_app = QApplication(["learnup-desktop"])
    verdict = Verdict()

    from learnup_desktop.qt import loop

    async def run() -> int:
        with tempfile.TemporaryDirectory(prefix="learnup-study-", ignore_cleanup_errors=True) as folder:
            os.environ["LEARNUP_HOME"] = str(Path(folder) / "home")
            await Study(qt_app, Path(folder), out, QUICK_FILE_BYTES if asked.quick else FILE_BYTES, verdict).run()
        return verdict.finish()

    return loop.run(qt_app, run)


class Study:
    """The walk.

    Args:
        folder: for the platform's data.
        out: for the pictures.
        file_bytes: of each of the files.
    """

    def __init__(self, qt_app: QApplication, folder: Path, out: Path, file_bytes: int, verdict: Verdict) -> None:
        self._qt_app = qt_app
        self._folder = folder
        self._out = out
        self._file_bytes = file_bytes
        self._verdict = verdict
        self._wanted: list[Material] = []

    async def run(self) -> None:
        """From an empty computer to studying without a school."""
        data = self._folder / "platform"
        platform = await asyncio.to_thread(_prepared, data, self._file_bytes)
        link = LoopbackLink(platform.port, bytes_per_second=LINE_BYTES_PER_SECOND)
        await link.start()
        try:
            await self._download(link)
            await asyncio.to_thread(platform.kill)
            await self._study(link)
        finally:
            await link.close()
            await asyncio.to_thread(platform.close)

    # --- downloading -----------------------------------------------------------------------------------------------

    async def _download(self, link: LoopbackLink) -> None:
        async with self._client(link, sign_in=True) as application:
            page = await _library(application)
            session = application.session
            assert session is not None
            materials = await session.store.cache.all(Stream.MATERIALS, Material)
            self._wanted = [item for item in materials if item.class_id == PHYSICS]
            total = sum({item.sha256: item.size_bytes for item in self._wanted}.values())
            self._verdict.note("megabytes", round(total / 1e6, 1))
            before, began = link.to_client, time.monotonic()
            page.fetch(self._wanted, Priority.CLASS, f"class:{PHYSICS}")
            await _agree()
            await self._until_here(application, total * TROUBLES[0])
            await self._picture(application, "library-downloading")
            await link.cut()
            await asyncio.sleep(CUT_SECONDS)
            await self._picture(application, "library-cut")
            await link.restore()
            await self._until_here(application, total * TROUBLES[1])
            link.stall()
            await asyncio.sleep(STALL_SECONDS)
            await self._picture(application, "library-stalled")
            link.flow()
            await self._until_here(application, total * TROUBLES[2])
        emit("restart", seconds=round(time.monotonic() - began, 1))
        async with self._client(link, sign_in=True) as application:
            page = await _library(application)
            await self._until_here(application, total)
            seconds = time.monotonic() - began
            assert application.session is not None
            study = application.session.sync.study
            assert study is not None
            study.follow()
            await study.settled()
            await self._picture(application, "library-here")
            area = page.findChild(QScrollArea)
            assert area is not None
            area.ensureWidgetVisible(page.room)
            await self._picture(application, "storage")
        carried = link.to_client - before
        self._verdict.note("downloadSeconds", round(seconds, 1))
        self._verdict.note("carriedMegabytes", round(carried / 1e6, 1))
        self._verdict.at_most("carriedTwiceShare", round(max(0.0, carried / total - 1), 3), TWICE_SHARE)

    async def _until_here(self, application: "Application", size: float) -> None:
        session = application.session
        assert session is not None
        downloads = session.sync.downloads
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            overview = await downloads.overview()
            if overview.used + sum(each.here for each in overview.transfers) >= size:
                return
            await asyncio.sleep(0.1)
        raise TimeoutError(f"{size} bytes did not come")

    # --- studying --------------------------------------------------------------------------------------------------

    async def _study(self, link: LoopbackLink) -> None:
        async with self._client(link) as application:
            window, session = application.window, application.session
            assert session is not None
            await _until(lambda: not session.sync.state.state.online or None, "offline")
            began = time.monotonic()
            window.navigate("today")
            await self._picture(application, "today-offline")
            self._verdict.note("todaySeconds", round(time.monotonic() - began, 2))
            right = sum([await self._is_right(application, item) for item in self._wanted])
            self._verdict.at_least("filesRight", right, len(self._wanted))
            study = session.sync.study
            assert study is not None
            from learnup_desktop.app.finding import words_to_mark

            found = await study.find(WORDS)
            self._verdict.at_least("found", len(found), 1)
            place, material_id = found[0]
            await self._read(
                application, material_id, "reader-found", page=place.page, find=words_to_mark(WORDS, place)
            )
            sheet = next(item for item in self._wanted if item.media_type == "application/pdf")
            await self._read(application, sheet.id, "reader-pdf")
            page = await _library(application)
            page.choice.set_value("here")
            await self._picture(application, "library-offline")
            window.toggle_ledger()
            await self._picture(application, "ledger")

    async def _is_right(self, application: "Application", item: Material) -> bool:
        assert application.session is not None
        path = await application.session.sync.downloads.open(item.id)
        if path is None:
            return False
        return await asyncio.to_thread(lambda: hashlib.sha256(path.read_bytes()).hexdigest()) == item.sha256

    async def _read(self, application: "Application", material_id: str, name: str, **place: object) -> None:
        from learnup_desktop.features.library.reader_page import ReaderPage

        began = time.monotonic()
        application.window.navigate("reader", material_id=material_id, **place)
        page = application.window.current_page()
        assert isinstance(page, ReaderPage)
        await _until(lambda: page.viewer, name)
        self._verdict.note(f"{name.partition('-')[2]}OpenSeconds", round(time.monotonic() - began, 2))
        await self._picture(application, name)

    # --- the window ------------------------------------------------------------------------------------------------

    @asynccontextmanager
    async def _client(self, link: LoopbackLink, *, sign_in: bool = False) -> "AsyncIterator[Application]":
        from learnup_desktop.app.application import Application

        application = Application(self._qt_app, ClientOptions(server=f"http://127.0.0.1:{link.port}"))
        application.open_window().resize(*SIZE)
        try:
            await application.start()
            if sign_in:
                await application.sign_in("nimali", PASSWORD)
                session = await _until(lambda: application.session, "a session")
                await session.pull()
            else:
                await self._open_again(application)
            yield application
        finally:
            await application.close()

    async def _open_again(self, application: "Application") -> None:
        """As a later start does: with what is here, whether or not there is a school to ask."""
        if application.session is None:
            known = application.accounts.all()[0]
            await application.open_known(known)
        session = await _until(lambda: application.session, "the account")
        await session.start()

    async def _picture(self, application: "Application", name: str) -> None:
        await asyncio.sleep(1.0)
        path = self._out / f"{name}.png"
        application.window.grab().save(str(path))
        emit("picture", name=name, file=path.name)


async def _library(application: "Application") -> "LibraryPage":
    from learnup_desktop.features.library.library_page import LibraryPage

    application.window.navigate("library")
    page = application.window.current_page()
    assert isinstance(page, LibraryPage)
    await _until(lambda: page.stack.state() == "content" or None, "the library")
    return page


async def _agree() -> None:
    """Press the wanted answer of the question that is open."""
    from learnup_desktop.qt.dialogs import Dialog
    from learnup_desktop.qt.widgets import PrimaryButton

    def button() -> PrimaryButton | None:
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, Dialog) and each.isVisible()]
        return dialogs[0].findChild(PrimaryButton) if dialogs else None

    (await _until(button, "the question")).click()


async def _until(what: Callable[[], Found | None], name: str) -> Found:
    end = time.monotonic() + 60.0
    while time.monotonic() < end:
        if (found := what()) is not None:
            return found
        await asyncio.sleep(0.05)
    raise TimeoutError(f"{name} did not come")


def _prepared(data: Path, file_bytes: int) -> RunningPlatform:
    """A demo school whose physics class has so much to download."""
    import subprocess

    command = [sys.executable, "-m", "learnup_platform.cli", "seed", "--data", str(data)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | TEST_ENVIRONMENT)
    chance, rows = random.Random(5), []
    folder = data / "files" / "bench"
    folder.mkdir(parents=True)
    for number in range(FILES):
        content = chance.randbytes(file_bytes)
        (folder / f"{number}.bin").write_bytes(content)
        title = json.dumps({"en": f"Lesson {number + 1}, recorded", "si": "පාඩම", "ta": "பாடம்"}, ensure_ascii=False)
        rows.append(
            (
                demo_id("bench-recording", str(number)),
                PHYSICS,
                title,
                len(content),
                hashlib.sha256(content).hexdigest(),
                f"bench/{number}.bin",
                (datetime.now(UTC) - timedelta(days=number)).replace(tzinfo=None).isoformat(sep=" "),
            )
        )
    with closing(sqlite3.connect(data / "platform.db")) as database:
        database.executemany(
            "INSERT INTO materials (id, class_id, title, kind, media_type, file_name, size_bytes, sha256, storage_key,"
            " published_at) VALUES (?, ?, ?, 'recording', 'audio/mpeg', 'lesson.mp3', ?, ?, ?, ?)",
            rows,
        )
        database.commit()
    return RunningPlatform(data).start()

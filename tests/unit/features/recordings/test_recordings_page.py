"""Recordings and seminars on the screen: fetched and played, places only with a network, every state in words."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.base.background import Listeners
from learnup_desktop.base.errors import ConflictError
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.recordings import Recording, Seminar, SeminarState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.downloads import DownloadRules, Priority
from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.recordings import recordings_page
from learnup_desktop.features.recordings.recordings_page import RecordingsPage
from learnup_desktop.features.recordings.service import RecordingsService, SeminarStanding, standing_of
from learnup_desktop.qt import i18n, notices
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.downloads import Wish, WishState
from learnup_desktop.sync.downloads import Overview, Transfer
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, change, opened_store

RunQt = Callable[..., Any]


def seminar(identity: str = "hall", **changes: object) -> Seminar:
    made = Seminar(
        id=identity,
        title=LocalizedText(en="Ten years of papers"),
        summary=LocalizedText(en="Worked through together."),
        speaker="Kamala",
        place="Main hall",
        starts_at=NOW + timedelta(days=2),
        ends_at=NOW + timedelta(days=2, hours=2),
        closes_at=NOW + timedelta(days=1),
        capacity=10,
        taken=4,
    )
    return made.model_copy(update=changes)


RECORDING = Recording(
    id="waves",
    class_id="physics",
    title=LocalizedText(en="Standing waves"),
    teacher_name="Mrs Perera",
    recorded_at=NOW - timedelta(days=3),
    duration_seconds=3000,
)
FILE = Material(
    id="waves",
    class_id="physics",
    title=RECORDING.title,
    kind="recording",
    media_type="video/mp4",
    size_bytes=40_000_000,
    sha256="a" * 64,
    published_at=NOW,
)


class PlayedDownloads:
    """The account's downloads, with one file moved by the test."""

    def __init__(self) -> None:
        self.listeners: Listeners[object] = Listeners()
        self.asked: list[str] = []
        self.held: dict[str, str] = {}
        self.transfer: tuple[WishState, bool, int] | None = None

    async def overview(self) -> Overview:
        transfers, wanted = [], {}
        if self.transfer is not None:
            state, running, here = self.transfer
            wish = Wish(FILE.id, FILE.sha256, FILE.size_bytes, Priority.NOW, state, NOW)
            transfers = [Transfer(wish, here, running, None)]
            wanted = {FILE.id: FILE.sha256}
        return Overview(transfers, [], self.held, wanted, {}, DownloadRules(), 0)

    async def want(self, materials: list[Material], *_: object) -> int:
        self.asked.append(f"want {materials[0].id}")
        return 1

    async def pause(self, sha256: str) -> None:
        self.asked.append("pause")

    async def resume(self, sha256: str) -> None:
        self.asked.append("resume")

    def move(self, transfer: tuple[WishState, bool, int] | None) -> None:
        self.transfer = transfer
        self.listeners.tell(None)


class School:
    """The wire: places in seminars."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.refusal: ConflictError | None = None

    async def register(self, identity: str) -> Seminar:
        self.asked.append(f"register {identity}")
        if self.refusal is not None:
            raise self.refusal
        return seminar(identity, registered=True, taken=5)

    async def give_back(self, identity: str) -> Seminar:
        self.asked.append(f"give back {identity}")
        return seminar(identity)


class Scene:
    """A page over a real store."""

    def __init__(self, store: AccountStore) -> None:
        self.frame, self.downloads, self.school, self.hints = Frame(), PlayedDownloads(), School(), 0
        played: Any = self.downloads
        api: Any = self.school
        service = RecordingsService(store.cache, played, lambda: api, lambda: NOW, self._hint)
        self.page = RecordingsPage(service, self.frame)

    def _hint(self) -> None:
        self.hints += 1

    async def shown(self) -> "Scene":
        show(self.page)
        self.page.activated({})
        await until(lambda: self.page.stack.state() in ("content", "empty", "error"))
        return self


@pytest.fixture(autouse=True)
def school_zone() -> Any:
    i18n.set_time_zone(COLOMBO)
    yield
    i18n.set_time_zone(None)


async def put(store: AccountStore, *seminars: Seminar) -> None:
    changes = [change(Stream.RECORDINGS, RECORDING.id, RECORDING), change(Stream.MATERIALS, FILE.id, FILE)]
    changes += [change(Stream.SEMINARS, item.id, item) for item in seminars]
    await store.cache.apply(changes, "next")


@pytest.mark.parametrize(
    ("item", "standing"),
    [
        (seminar(), SeminarStanding.OPEN),
        (seminar(taken=10), SeminarStanding.FULL),
        (seminar(taken=10, registered=True), SeminarStanding.REGISTERED),
        (seminar(closes_at=NOW), SeminarStanding.CLOSED),
        (seminar(closes_at=NOW, registered=True), SeminarStanding.REGISTERED),
        (seminar(state=SeminarState.CANCELLED, registered=True), SeminarStanding.CANCELLED),
    ],
)
def test_how_somebody_stands_to_a_seminar(item: Seminar, standing: SeminarStanding) -> None:
    assert standing_of(item, NOW) is standing


def test_a_recording_is_fetched_by_the_downloads_and_played_by_the_reader(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put(store)
            scene = await Scene(store).shown()
            qtbot.addWidget(scene.page)
            await until(lambda: "waves" in scene.page.rows)
            row = scene.page.rows["waves"]
            assert row.button.text() == "Download" and "50 min" in row.accessibleName()
            row.button.click()
            await until(lambda: scene.downloads.asked == ["want waves"])
            scene.downloads.move((WishState.WAITING, True, 10_000_000))
            await until(lambda: row.item.file.state is FileState.RUNNING)
            assert row._bar.share() == 0.25 and row.button.text() == "Pause"
            row.button.click()
            scene.downloads.move((WishState.PAUSED, False, 10_000_000))
            await until(lambda: row.button.text() == "Go on")
            row.button.click()
            await until(lambda: scene.downloads.asked == ["want waves", "pause", "resume"])
            scene.downloads.held = {FILE.id: FILE.sha256}
            scene.downloads.move(None)
            await until(lambda: row.button.text() == "Play")
            row.button.click()
            assert scene.frame.visited == [("reader", {"material_id": "waves"})]

    run_qt(scenario())


def test_places_are_asked_of_the_school_and_only_with_a_network(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def agreed(_parent: QWidget, title: str, *_: object, **__: object) -> bool:
        asked.append(title)
        return len(asked) > 1

    monkeypatch.setattr(recordings_page, "confirm", agreed)

    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            over = seminar("over", starts_at=NOW - timedelta(days=2), ends_at=NOW - timedelta(days=1))
            await put(store, seminar(), seminar("full", taken=10), over)
            scene = await Scene(store).shown()
            qtbot.addWidget(scene.page)
            rows = scene.page.seminar_rows
            await until(lambda: len(rows) == 2)
            assert scene.hints == 1 and rows["full"].button is None and "over" not in rows
            scene.page.connection_changed(False)
            button = rows["hall"].button
            assert button is not None and "6 places left" in rows["hall"].accessibleName()
            button.click()
            assert notices.center().history[-1].title == "Registering needs a network" and scene.school.asked == []
            scene.page.connection_changed(True)
            scene.school.refusal = ConflictError("409", status=409, platform_code="seminar.full")
            button.click()
            await until(lambda: scene.hints == 2)
            assert notices.center().history[-1].title == "All places of this seminar are taken."
            scene.school.refusal = None
            button.click()
            await until(lambda: scene.hints == 3)
            assert notices.center().history[-1].title == "You have a place"

            await put(store, seminar(registered=True, taken=5))
            scene.page.data_changed(frozenset({"seminars"}))
            await until(lambda: rows["hall"].entry.standing is SeminarStanding.REGISTERED)
            for _ in range(2):
                back = rows["hall"].button
                assert back is not None
                back.click()
                await until(lambda: not scene.page.tasks.busy("attend"))
            assert len(asked) == 2 and scene.school.asked[-1] == "give back hall", "asked first, then done"
            assert scene.school.asked.count("give back hall") == 1

    run_qt(scenario())


def test_nothing_yet_and_never_fetched_are_different_words(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path / "a") as store:
            scene = await Scene(store).shown()
            qtbot.addWidget(scene.page)
            assert scene.page.stack.state() == "empty" and "No recordings yet" in scene.page.stack.empty.message()
        async with opened_store(tmp_path / "b", filled=False) as store:
            scene = await Scene(store).shown()
            qtbot.addWidget(scene.page)
            assert "Nothing on this computer yet" in scene.page.stack.empty.message()
            await asyncio.sleep(0)

    run_qt(scenario())

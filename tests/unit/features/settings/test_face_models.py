"""Getting face models: terms first, progress, stop, go on, and every way in which it can fail, in words.

The child process, the download and the installer are the real ones; the publisher is a small server on this computer.
"""

import asyncio
import hashlib
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learnup_desktop.base import paths
from learnup_desktop.base.errors import (
    DamagedFileError,
    DiskFullError,
    IntegrityFault,
    LearnUpError,
    ModelsMissingError,
    NetworkError,
    PlatformError,
    StorageError,
)
from learnup_desktop.base.settings import Settings
from learnup_desktop.face.installer import accept_licence
from learnup_desktop.face.manifest import read_manifest
from learnup_desktop.features.settings.face_models import FaceModelsService, Installed, ModelsStep, fault_word
from learnup_desktop.features.settings.models_widgets import LicenceDialog
from learnup_desktop.features.settings.service import SettingsService
from learnup_desktop.features.settings.settings_page import SettingsPage
from learnup_desktop.proctoring.installation import ModelsProcess
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import Banner, WrapLabel
from tests.platform_fixture import ROOT
from tests.unit.features.page_driver import show, until
from tests.unit.features.settings.models_server import ADDON, PACK, Publisher, serving

PERSON = "Nimali Perera (nimali)"
RunQt = Callable[[Coroutine[Any, Any, None]], None]
NO_ROOM = f"""
import errno, os, sys
sys.path.insert(0, {str(ROOT)!r})
def full(handle):
    raise OSError(errno.ENOSPC, "No space left on device")
os.fsync = full
from learnup_desktop.cli import main
sys.exit(main(["models", *sys.argv[1:]]))
"""


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    """A publisher whose manifest is the one in force, and a home of our own."""
    monkeypatch.setenv("LEARNUP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LEARNUP_MODELS_MANIFEST", str(tmp_path / "models.toml"))
    made = Publisher()
    with serving(made):
        made.write_manifest(tmp_path / "models.toml")
        yield made


@pytest.fixture
def service(publisher: Publisher) -> FaceModelsService:
    return FaceModelsService(ModelsProcess(paths.models_dir), PERSON)


async def accepted(service: FaceModelsService, source: Path | None = None) -> None:
    needed = await service.install(source)
    if needed:
        await service.install(source, accepted=True)


def installed(service: FaceModelsService) -> Installed:
    """What is here now."""
    return service.state.installed


def record() -> dict[str, Any]:
    document: dict[str, Any] = json.loads((paths.models_dir() / "installed.json").read_text())
    return document


async def test_terms_first_then_files_and_who_accepted_what(service: FaceModelsService, publisher: Publisher) -> None:
    await service.look()
    assert installed(service) is Installed.NONE
    needed = await service.install()
    assert [licence.title for licence in needed] == ["Terms of the tiny pack"]
    assert publisher.asked == [] and installed(service) is Installed.NONE
    steps: list[tuple[str, int]] = []

    def note() -> None:
        step = service.state.step_now
        if step is not None:
            steps.append((step.file, step.done))

    service.on_changed = note
    assert await service.install(accepted=True) == ()
    assert service.state.done and installed(service) is Installed.ALL
    assert {name for name, _ in steps} == {"liveness.onnx", "tiny.zip", *PACK}
    (line,) = record()["licences"]
    text = needed[0].text
    assert (line["accepted_by"], line["text_sha256"]) == (PERSON, hashlib.sha256(text.encode()).hexdigest())
    assert line["accepted_at"].endswith("Z")
    status = service.state.status
    assert status is not None and status.licences[0].accepted_by == PERSON
    assert {file.file for file in status.files} == {"liveness.onnx", *PACK}


async def test_stopped_and_gone_on_where_it_was(service: FaceModelsService, publisher: Publisher) -> None:
    publisher.stall_after = 100_000
    running = asyncio.ensure_future(accepted(service))
    assert await asyncio.to_thread(publisher.stalled.wait, 30)
    # The child is told of what came, and so are we.
    await until(lambda: service.state.step_now is not None and service.state.step_now.done > 50_000, 30)
    assert service.state.step is ModelsStep.WORKING
    assert await service.install() == ()  # one at a time
    service.stop()
    await running
    publisher.go_on.set()
    assert service.state.stopped and service.state.error is None
    assert service.state.resumable
    publisher.stall_after = None
    await accepted(service)
    assert installed(service) is Installed.ALL
    ranges = [wanted for path, wanted in publisher.asked if path == "/liveness.onnx"]
    assert ranges[0] == "" and int(ranges[1].removeprefix("bytes=").rstrip("-")) >= 50_000
    assert sum(path == "/liveness.onnx" for path, _ in publisher.asked) == 2


def _gone(publisher: Publisher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    publisher.url = "http://127.0.0.1:9"
    publisher.write_manifest(tmp_path / "models.toml")


def _in_trouble(publisher: Publisher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    publisher.status = 503


def _without_files(publisher: Publisher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    publisher.status = 404


def _lying(publisher: Publisher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    publisher.files["/liveness.onnx"] = bytes(len(ADDON))


@pytest.mark.parametrize(
    ("trouble", "kind", "word"),
    [
        (_gone, NetworkError, "network"),
        (_in_trouble, PlatformError, "server"),
        (_without_files, PlatformError, "server"),
        (_lying, IntegrityFault, "wrong_file"),
    ],
)
async def test_what_can_go_wrong_on_the_way(
    service: FaceModelsService,
    publisher: Publisher,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    trouble: Callable[[Publisher, pytest.MonkeyPatch, Path], None],
    kind: type[LearnUpError],
    word: str,
) -> None:
    trouble(publisher, monkeypatch, tmp_path)
    await accepted(service)
    assert isinstance(service.state.error, kind)
    assert fault_word(service.state.error) == word
    assert installed(service) is Installed.NONE and not service.state.done


async def test_a_full_disk_keeps_what_came(publisher: Publisher, tmp_path: Path) -> None:
    script = tmp_path / "full.py"
    script.write_text(NO_ROOM)
    # The terms were accepted while there was still room.
    accept_licence(paths.models_dir(), read_manifest().licences["terms"], by=PERSON)
    full = FaceModelsService(ModelsProcess(paths.models_dir, [sys.executable, str(script)]), PERSON)
    await accepted(full)
    assert isinstance(full.state.error, DiskFullError)
    assert fault_word(full.state.error) == "disk_full"
    assert full.state.resumable


async def test_a_folder_without_models_and_a_damaged_model(service: FaceModelsService, tmp_path: Path) -> None:
    empty, damaged = tmp_path / "empty", tmp_path / "damaged"
    empty.mkdir()
    damaged.mkdir()
    (damaged / "det.onnx").write_bytes(b"no model" * 100)
    for folder, kind in ((empty, ModelsMissingError), (damaged, DamagedFileError)):
        await accepted(service, folder)
        assert isinstance(service.state.error, kind)


async def test_known_files_of_a_folder_need_the_terms_too(service: FaceModelsService, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    for name, data in PACK.items():
        (folder / name).write_bytes(data)
    needed = await service.install(folder)
    assert [licence.id for licence in needed] == ["terms"]
    assert installed(service) is Installed.NONE
    await service.install(folder, accepted=True)
    status = service.state.status
    assert installed(service) is Installed.PART and status is not None and status.missing == ("liveness",)


@pytest.mark.models
async def test_files_that_nobody_knows_are_called_custom(
    service: FaceModelsService, publisher: Publisher, face_assets: Path
) -> None:
    assert await service.install(face_assets) == ()  # this manifest knows none of them: no terms of ours
    assert installed(service) is Installed.CUSTOM
    status = service.state.status
    assert status is not None and all(file.custom for file in status.files)
    with (paths.models_dir() / "addons" / "liveness.onnx").open("ab") as stream:
        stream.write(b"changed")
    await service.look()
    assert installed(service) is Installed.DAMAGED


def test_every_fault_has_words() -> None:
    kinds = (NetworkError, PlatformError, DiskFullError, DamagedFileError, IntegrityFault, ModelsMissingError)
    for error in (*(kind() for kind in kinds), StorageError(), LearnUpError()):
        key = f"models.fault.{fault_word(error)}"
        assert i18n.has_key(key) and i18n.has_key(f"{key}.advice")
    for word in Installed:
        assert i18n.has_key(f"models.installed.{word.value}")


# --- the card --------------------------------------------------------------------------------------------------------


def test_from_missing_to_installed_by_the_card(
    service: FaceModelsService, tmp_path: Path, run_qt: RunQt, qapp: QApplication, qtbot: QtBot
) -> None:
    async def dialog() -> LicenceDialog:
        def opened() -> LicenceDialog | None:
            return next((one for one in page.findChildren(LicenceDialog) if one.isVisible()), None)

        await until(opened, 30)
        found = opened()
        assert found is not None
        return found

    page = SettingsPage(SettingsService(Settings(tmp_path / "settings.json"), None, service))
    qtbot.addWidget(page)

    async def go() -> None:
        show(page, height=500)
        page.activated({"focus": "models"})
        await until(lambda: page.models_card is not None and service.state.status is not None, 30)
        card = page.models_card
        assert card is not None
        assert "not installed" in card.standing.accessibleName()
        assert "MB" in card.download.text()
        await until(lambda: not card.download.visibleRegion().isEmpty())  # scrolled to, since it was asked for
        card.download.click()
        asked = await dialog()
        said = " ".join(label.text() for label in asked.findChildren(WrapLabel))
        assert "For research only." in said and PERSON in said
        asked.reject()
        await until(lambda: service.state.step is ModelsStep.IDLE)
        assert not (paths.models_dir() / "installed.json").exists()
        card.download.click()
        (await dialog()).accept_button.click()
        await until(lambda: service.state.done, 30)
        assert "are installed" in card.standing.accessibleName()
        assert not card.download.isVisible() and card.fault.isVisible()
        assert PERSON in card._terms_text.text()
        card.read.click()
        shown = await dialog()
        assert not hasattr(shown, "accept_button")
        shown.reject()
        await until(lambda: not page.findChildren(LicenceDialog))

    run_qt(go())


def test_a_failure_says_what_to_do_and_can_be_tried_again(
    service: FaceModelsService, publisher: Publisher, tmp_path: Path, run_qt: RunQt, qtbot: QtBot
) -> None:
    page = SettingsPage(SettingsService(Settings(tmp_path / "settings.json"), None, service))
    qtbot.addWidget(page)

    async def go() -> None:
        show(page)
        page.activated({})
        await until(lambda: page.models_card is not None and service.state.status is not None, 30)
        card = page.models_card
        assert card is not None
        publisher.status = 503
        await accepted(service)
        assert isinstance(card.fault, Banner) and card.fault.isVisible()
        assert "server" in card.fault.accessibleName() and "LU-230" in card.fault.accessibleName()
        publisher.status = 200
        card.download.click()
        await until(lambda: service.state.done, 30)
        assert "ready" in card.fault.accessibleName()

    run_qt(go())

"""Bringing an emergency file back: kept here at once, sent once, told apart, refused in words."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import NotFoundError, OfflineError, RefusedError
from learnup_desktop.contract.exams import Head
from learnup_desktop.contract.seats import EmergencyAnswer
from learnup_desktop.domain.emergency import NONCE_BYTES, seal_emergency
from learnup_desktop.features.exams.emergency_desk import EmergencyDesk
from learnup_desktop.features.exams.emergency_page import EmergencyPage
from learnup_desktop.qt.widgets import Card, Pill
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import BRING_EMERGENCY
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.emergency_files import EmergencyFiles
from learnup_desktop.sync.outbox_pump import OutboxPump
from tests.conftest import RunQt
from tests.unit.features.exams.exam_desk import until

ATTEMPT = "0190a000-0000-7000-8000-00000000000a"
KEY = X25519PrivateKey.generate().public_key().public_bytes_raw()


class PlayedSchool:
    """Takes emergency files, or does not."""

    def __init__(self) -> None:
        self.taken: list[bytes] = []
        self.fault: Exception | None = None

    async def bring_emergency(self, file: bytes) -> EmergencyAnswer:
        if self.fault is not None:
            raise self.fault
        self.taken.append(file)
        return EmergencyAnswer(attempt_id=ATTEMPT, appended=3, head=Head(seq=3, hash="0" * 64))


class Frame:
    """The frame's side of a page."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_arguments, **_more: None


class Desk:
    """A page with what is behind it."""

    def __init__(self, store: AccountStore, folder: Path) -> None:
        self.school = PlayedSchool()
        files = EmergencyFiles(store.folder / "emergency", store.outbox, self.school)  # type: ignore[arg-type]  # played
        self.pump = OutboxPump(store.outbox)
        self.pump.register(BRING_EMERGENCY, files.handler())
        self.page = EmergencyPage(EmergencyDesk(files, store), Frame())
        self.page.show()
        self.file = folder / "stick.learnup-emergency"
        self.file.write_bytes(seal_emergency(ATTEMPT, "pc", [], KEY, secrets.token_bytes(NONCE_BYTES)))

    def words(self) -> list[str]:
        """What the list says of each file."""
        cards = [card for card in self.page.findChildren(Card) if card.objectName().startswith("emergency-")]
        return [pill.text() for card in cards for pill in card.findChildren(Pill)]

    def said(self) -> str:
        return self.page.said.accessibleName()


def with_desk(run_qt: RunQt, folder: Path, act: Callable[[Desk], Awaitable[None]]) -> None:
    QApplication.setQuitOnLastWindowClosed(False)

    async def go() -> None:
        store = await AccountStore.open(folder / "account", Sealer(b"k" * 32))
        desk = Desk(store, folder)
        try:
            await act(desk)
        finally:
            desk.page.deleteLater()
            await asyncio.sleep(0)
            await store.close()

    run_qt(go())


def test_a_file_waits_for_the_network_and_is_sent_once(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: Desk) -> None:
        desk.school.fault = OfflineError()
        desk.page.bring(desk.file)
        await until(lambda: desk.words() == ["On this PC"])
        kept = desk.file.read_bytes()
        desk.file.unlink()  # the stick may go
        desk.school.fault = None
        await desk.pump.flush()
        await until(lambda: desk.words() == ["At school"])
        assert desk.school.taken == [kept]
        desk.file.write_bytes(kept)
        desk.page.bring(desk.file)
        await until(lambda: "already" in desk.said())
        await desk.pump.flush()
        assert len(desk.school.taken) == 1 and desk.words() == ["At school"]

    with_desk(run_qt, tmp_path, act)


def test_what_is_no_emergency_file_is_refused_in_words(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: Desk) -> None:
        desk.file.write_bytes(b"a photograph of the beach")
        desk.page.bring(desk.file)
        await until(lambda: "no emergency file" in desk.said())
        assert desk.words() == []
        desk.page.bring(tmp_path / "nowhere")
        await until(lambda: "no emergency file" not in desk.said() and not desk.page.said.isHidden())

    with_desk(run_qt, tmp_path, act)


def test_a_file_that_the_school_does_not_take_says_why(run_qt: RunQt, tmp_path: Path) -> None:
    async def act(desk: Desk) -> None:
        desk.school.fault = NotFoundError("no", status=404, platform_code="not_found")
        desk.page.bring(desk.file)
        await until(lambda: desk.words() == ["On this PC"])
        await desk.pump.flush()
        await until(lambda: desk.words() == ["Not yours"])
        desk.school.fault = RefusedError("no", status=422, platform_code="validation")
        desk.page.bring(desk.file)  # again: the answer may be another today
        await until(lambda: "already" in desk.said())
        await desk.pump.flush()
        await until(lambda: desk.words() == ["Refused"])

    with_desk(run_qt, tmp_path, act)

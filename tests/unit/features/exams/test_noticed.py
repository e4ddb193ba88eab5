"""After the exam: the platform's and this PC's record as one, pictures, decisions, and a reply that is not lost."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.errors import NetworkError
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind
from learnup_desktop.contract.invigilation import Decision, IntegrityRecord
from learnup_desktop.features.exams import hand_in
from learnup_desktop.features.exams.flag_replies import LONGEST_REPLY, FlagReplies, Noticed, can_be_sent, merged
from learnup_desktop.features.exams.flags import flag_of
from learnup_desktop.features.exams.noticed_widgets import LARGEST_SIDE, NoticedRow, ReplyDialog, thumbnail
from learnup_desktop.features.exams.receipt_page import ReceiptPage
from learnup_desktop.features.exams.routes import exam_routes
from learnup_desktop.qt.theme import theme
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from tests.unit.features.exams.exam_desk import EXAM_ID, ExamDesk, PlayedWire, until

RunQt = Callable[[Coroutine[Any, Any, None]], None]
SEEN, GONE = "a" * 64, "b" * 64
START = 1_790_000_000_000


def jpeg(width: int = 320, height: int = 240) -> bytes:
    """A real picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    buffer = QBuffer()
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    assert writer.write(image)
    return bytes(buffer.data().data())


def event(name: str, started: int, ended: int | None, kind: IntegrityKind = IntegrityKind.NO_FACE) -> IntegrityEvent:
    return IntegrityEvent(id=name, kind=kind, started_ms=START + started, ended_ms=ended and START + ended)


class FlaggedWire(PlayedWire):
    """A platform that holds flags with evidence and takes replies."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[IntegrityRecord] = []
        self.replies: list[tuple[str, str]] = []
        self.cut_after_reply = False

    def hold(self, told: IntegrityEvent, **more: Any) -> None:
        self.records.append(
            IntegrityRecord(
                id=f"flag-{told.id}", attempt_id=self.attempt_id, event=told, received_at=self.started_at, **more
            )
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.online and "/evidence/" in request.url.path:
            self.requests.append(f"{request.method} {request.url.path}")
            if request.url.path.endswith(SEEN):
                return httpx.Response(200, content=jpeg())
            return httpx.Response(404, json=self._refuse(ErrorCode.NOT_FOUND, 404)[1])
        if self.online and request.url.path.endswith("/reply"):
            self._key_of_request = request.headers["Idempotency-Key"]
        answer = await super().handle_async_request(request)
        if self.cut_after_reply and request.url.path.endswith("/reply"):
            raise httpx.ReadTimeout("the answer was lost")
        return answer

    def _answer(self, path: str, body: dict[str, Any]) -> tuple[int, object]:
        if path.endswith("/integrity"):
            return 200, {"items": [record.to_wire() for record in self.records]}
        if path.endswith("/reply"):
            self.replies.append((self._key_of_request, body["text"]))
            index = next(i for i, record in enumerate(self.records) if f"/{record.id}/" in path)
            if self.records[index].decision is not None:
                return self._refuse(ErrorCode.BAD_REQUEST)
            self.records[index] = self.records[index].model_copy(update={"reply": body["text"]})
            return 200, self.records[index].to_wire()
        return super()._answer(path, body)


@pytest.fixture(autouse=True)
def look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The light theme, and quick retries."""
    monkeypatch.setattr(hand_in, "FIRST_WAIT_SECONDS", 0.05)
    theme().apply(qapp, "light", 100)
    qapp.setQuitOnLastWindowClosed(False)
    yield
    theme().apply(qapp, "light", 100)


async def _handed_in(folder: Path, *events: IntegrityEvent) -> tuple[ExamDesk, FlaggedWire, FlagReplies]:
    wire = FlaggedWire()
    desk = ExamDesk(folder, wire)
    await desk.open()
    sitting = await desk.start()
    for told in events:
        sitting.flags.take_event(told)
    sitting.hand_in()
    await until(lambda: sitting.receipt is not None)
    await desk.service.leave_sitting()
    return desk, wire, FlagReplies(desk.store.journal, PlatformClient(desk.transport).invigilation)


async def _page(desk: ExamDesk, replies: FlagReplies | None) -> tuple[MainWindow, ReceiptPage]:
    routes = exam_routes(lambda: desk.service, replies=(lambda: replies) if replies is not None else None)
    window = MainWindow(routes, AccountSummary("Nimali R.", "Grade 12", "student"))
    window.resize(1366, 768)
    window.show()
    window.navigate("exam-receipt", exam_id=EXAM_ID)
    page = window.current_page()
    assert isinstance(page, ReceiptPage)
    await until(lambda: bool(page.code()))
    return window, page


async def _close(desk: ExamDesk, window: MainWindow) -> None:
    window.hide()
    window.deleteLater()
    await desk.close()


async def _dialog(window: MainWindow) -> ReplyDialog:
    await until(lambda: any(not dialog.isHidden() for dialog in window.findChildren(ReplyDialog)))
    return next(dialog for dialog in window.findChildren(ReplyDialog) if not dialog.isHidden())


def test_both_records_are_one_list() -> None:
    wire = FlaggedWire()
    cut_off = event("begun", 5000, None)
    wire.hold(cut_off)
    wire.hold(event("elsewhere", 1000, 2000))
    local = [flag_of(event("begun", 5000, 9000)), flag_of(event("only-here", 7000, 8000))]
    both = merged(local, wire.records)
    assert [noticed.flag.id for noticed in both] == ["elsewhere", "begun", "only-here"]
    assert both[1].flag.seconds(0) == 4
    assert [noticed.can_reply for noticed in both] == [True, True, False]
    alone = merged([], wire.records[:1])[0]
    assert alone.flag.ended_ms == alone.flag.started_ms


def test_a_flag_says_until_when_its_pictures_are_kept_and_which_are_gone() -> None:
    wire = FlaggedWire()
    told = event("one", 0, 3000).model_copy(update={"evidence": (SEEN, GONE)})
    until_then = datetime(2026, 12, 24, 8, 0, tzinfo=UTC)
    wire.hold(told, evidence_held=[SEEN], evidence_until={SEEN: until_then}, evidence_deleted=[GONE])
    wire.hold(event("older platform", 0, 3000))
    first, second = merged([], wire.records)
    assert (first.kept_until, first.deleted) == (until_then, 1)
    assert (second.kept_until, second.deleted) == (None, 0)
    row = NoticedRow(first)
    assert "24 Dec 2026" in row.accessibleName()
    assert "deleted since their time was over: 1" in row.accessibleName()
    assert "deleted" not in NoticedRow(second).accessibleName()


def test_what_can_be_sent() -> None:
    assert can_be_sent("x" * LONGEST_REPLY)
    assert not can_be_sent("x" * (LONGEST_REPLY + 1))
    assert not can_be_sent(" \n")


def test_a_large_picture_is_made_small_and_no_picture_is_none(qapp: QApplication) -> None:
    assert thumbnail(jpeg(1920, 1080)).width() == LARGEST_SIDE
    assert thumbnail(jpeg(64, 48)).width() == 64
    assert thumbnail(b"not a picture").isNull()
    assert thumbnail(b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>").isNull()


def test_a_reply_that_was_lost_on_the_way_is_sent_under_the_same_key(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, wire, replies = await _handed_in(tmp_path)
        wire.hold(event("one", 0, 3000))
        (noticed,) = await replies.noticed(desk.exam, ())
        wire.cut_after_reply = True
        with pytest.raises(NetworkError):
            await replies.send(noticed, "My lamp failed.")
        assert replies.draft(noticed) == "My lamp failed."
        wire.cut_after_reply = False
        sent = await replies.send(noticed, "My lamp failed.")
        assert sent.record is not None
        assert replies.draft(sent) == sent.record.reply == "My lamp failed."
        await replies.send(sent, "My lamp failed twice.")
        keys = [key for key, _ in wire.replies]
        assert len(set(keys)) == 2
        assert keys[-1] != keys[0] == keys[1]
        with pytest.raises(ValueError):
            await replies.send(Noticed(noticed.flag), "Nobody holds this flag yet.")
        await desk.close()

    run_qt(go())


def test_pictures_decisions_and_a_reply_on_the_receipt(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        open_one, decided = event("open", 0, 6000), event("decided", 9000, 12_000, IntegrityKind.LOOKING_AWAY)
        desk, wire, replies = await _handed_in(tmp_path, open_one)
        seen = open_one.model_copy(update={"evidence": (SEEN, GONE, "c" * 64)})
        wire.hold(seen, evidence_held=[SEEN, GONE])
        wire.hold(decided, decision=Decision.EXPLAINED, decided_by="Kamala Perera", reply="I looked at my sheet.")
        window, page = await _page(desk, replies)
        card = page.noticed
        await until(lambda: set(card.rows) == {"open", "decided"} and card.rows["open"].picture_count() == 1)
        assert card.fault.isHidden()
        assert card.rows["decided"].reply.isHidden()
        told = card.rows["decided"].accessibleName()
        assert "I looked at my sheet." in told
        assert "Kamala Perera" in told
        assert "for 6 seconds" in card.rows["open"].accessibleName()

        card.rows["open"].reply.click()
        dialog = await _dialog(window)
        assert not dialog.send_button.isEnabled()
        QTest.keyClicks(dialog.field, "The lamp went out.")
        assert dialog.count.text().startswith("18 / ")
        wire.online = False
        dialog.send_button.click()
        await until(lambda: bool(dialog.problem.text()))
        assert "Not sent" in dialog.problem.text()
        assert dialog.text() == "The lamp went out."
        assert not dialog.field.isReadOnly()
        wire.online = True
        dialog.send_button.click()
        await until(lambda: "The lamp went out." in card.rows["open"].accessibleName())
        assert card.rows["open"].picture_count() == 1
        assert wire.replies == [(wire.replies[0][0], "The lamp went out.")]
        await _close(desk, window)

    run_qt(go())


def test_words_stay_when_the_dialog_is_closed_and_too_many_cannot_be_sent(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, wire, replies = await _handed_in(tmp_path)
        wire.hold(event("open", 0, 6000))
        window, page = await _page(desk, replies)
        card = page.noticed
        await until(lambda: "open" in card.rows)
        card.rows["open"].reply.click()
        dialog = await _dialog(window)
        dialog.field.setPlainText("x" * (LONGEST_REPLY + 1))
        assert not dialog.send_button.isEnabled()
        dialog.field.setPlainText("Half a thought")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await until(lambda: not card._tasks.busy())
        card.rows["open"].reply.click()
        again = await _dialog(window)
        assert again is not dialog
        assert again.text() == "Half a thought"
        assert not wire.replies
        again.reject()
        await asyncio.sleep(0.05)
        await _close(desk, window)

    run_qt(go())


def test_offline_the_own_record_is_shown_and_said_to_be_all(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, wire, replies = await _handed_in(tmp_path, event("here", 0, 6000))
        wire.online = False
        window, page = await _page(desk, replies)
        card = page.noticed
        await until(lambda: not card.fault.isHidden())
        assert "need the network" in card.fault.text()
        assert card.rows["here"].reply.isHidden()
        wire.online = True
        wire.hold(event("here", 0, 6000))
        card.again.click()
        await until(lambda: card.fault.isHidden())
        assert not card.rows["here"].reply.isHidden()
        await _close(desk, window)

    run_qt(go())

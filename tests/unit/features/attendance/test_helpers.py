"""Roll call and cards beside the grid: no proposal is a mark until the teacher says so, and hand marks stay."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.contract.face import ClassGallery, GalleryPerson
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.domain.student_card import Card, CardVerdict, card_text, signed_bytes
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.attendance.card_camera import CardCamera
from learnup_desktop.features.attendance.cards import CardDesk
from learnup_desktop.features.attendance.roll_call import RollCall
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.proctoring.roll_call import RollCallProcess
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    RollCard,
    RollFault,
    RollMessage,
    RollProposal,
    RollReady,
    RollRested,
    RollSeen,
    RollView,
)
from learnup_desktop.qt import notices
from learnup_desktop.qt.widgets import BaseButton
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, attendance, mark, opened_store

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32)
JPEG = cv2.imencode(".jpg", np.full((40, 40, 3), 120, np.uint8))[1].tobytes()


class Wire(RollCallProcess):
    """The process's wire: what is asked is remembered, what is heard is said by the test."""

    def __init__(self, on_message: Callable[[RollMessage], None]) -> None:
        super().__init__(on_message)
        self.hear = on_message
        self.begun: Begin | None = None
        self.asked: list[str] = []

    def start(self, begin: Begin) -> None:
        self.begun = begin

    def photo(self, path: Path) -> None:
        self.asked.append(path.name)

    def camera(self, name: str) -> None:
        self.asked.append(f"camera {name}")

    def cards(self, name: str) -> None:
        self.asked.append(f"cards {name}")

    def rest(self) -> None:
        self.asked.append("rest")

    def stop(self) -> None:
        self.asked.append("stopped")

    async def close(self) -> None:
        self.asked.append("closed")


def proposal(person: str, likeness: int = 710, candidates: Sequence[str] = (), live: int | None = None) -> RollProposal:
    return RollProposal(
        id=f"t{person or candidates}",
        person=person,
        candidates=tuple(candidates),
        likeness=likeness,
        next_likeness=220,
        agreeing=5,
        looks=6,
        live=live,
        picture=base64url_encode(JPEG),
    )


def seen(*proposals: RollProposal, unknown: int = 0) -> RollSeen:
    return RollSeen(source="0", faces=len(proposals) + unknown, unknown=unknown, proposals=proposals)


def card(student: str, days: float = 30, key: Ed25519PrivateKey = KEY) -> str:
    made = Card(student, NOW - timedelta(days=1), NOW + timedelta(days=days), "0123456789abcdef")
    return card_text(replace(made, signature=key.sign(signed_bytes(made))))


class Desk:
    """The page with both helpers over a real store."""

    def __init__(self, store: AccountStore, qtbot: QtBot) -> None:
        self.store = store
        self.clock = ManualClock(NOW)
        self.wires: list[Wire] = []
        service = AttendanceService(
            store.cache, store.marks, account_id="teacher", device_id="pc", now=self.clock.utc_now, zone=COLOMBO
        )
        roll_call = RollCall(store.galleries, lambda: Path("models"), lambda: "0", self._wire)
        self.page = AttendancePage(
            service,
            Frame(),
            roll_call,
            CardDesk(KEY.public_key().public_bytes_raw(), self.clock.utc_now, self._no_api),
            reader=CardCamera(lambda: "0", self._wire),
        )
        qtbot.addWidget(self.page)

    def _wire(self, on_message: Callable[[RollMessage], None]) -> Wire:
        self.wires.append(Wire(on_message))
        return self.wires[-1]

    def _no_api(self) -> Any:
        raise AssertionError("nobody prints cards here")

    async def open(self) -> None:
        show(self.page)
        self.page.activated({})
        await until(lambda: self.page.stack.state() == "content" and not self.page.tasks.busy())
        self.page.grid.finish()

    async def call_roll(self, *with_template: str) -> Wire:
        people = [
            GalleryPerson(student_id=person, enrolment_id=person, model="m", templates=["AAAA"], photo=JPEG)
            for person in with_template
        ]
        await self.store.galleries.put(ClassGallery(class_id="physics", people=people))
        self.page.head.roll_call.click()
        await until(lambda: not self.page.tasks.busy())
        return self.wires[-1]

    async def sent(self) -> list[Mark]:
        await until(lambda: not self.page.tasks.busy())
        operations = sorted(await self.store.outbox.operations(), key=lambda operation: operation.position)
        return [Mark.model_validate(wire) for operation in operations for wire in operation.body["marks"]]


@pytest.fixture
def scenario(run_qt: Callable[..., Any], qtbot: QtBot, tmp_path: Path) -> Callable[[Callable[[Desk], Any]], None]:
    def run(play: Callable[[Desk], Any]) -> None:
        async def whole() -> None:
            async with opened_store(tmp_path) as store:
                desk = Desk(store, qtbot)
                await desk.open()
                await play(desk)
                await until(lambda: not desk.page.tasks.busy())
                desk.page.tasks.close()

        run_qt(whole())

    return run


def test_proposals_become_marks_one_by_one(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0", "s1", "s2")
        helper = desk.page.helpers.roll_call
        assert helper is not None and wire.begun is not None
        assert [person.person for person in wire.begun.people] == ["s0", "s1", "s2"]
        assert "Fernando A., Kumaran V., Perera H." in helper.without.text()
        wire.hear(RollReady(people=3))
        helper.camera.click()
        assert wire.asked == ["camera 0"]
        wire.hear(seen(proposal("s0"), proposal("s1", 640), unknown=2))
        assert [tile.shown().text for tile in desk.page.grid.tiles()[:3]] == ["Is this right?", "Is this right?", ""]
        assert desk.page.grid.tiles()[0].shown().detail == "camera 0.71"
        assert await desk.sent() == []
        assert helper.name.text() == "Abeysekara D."
        assert all(picture.has_picture() for picture in helper.pictures)
        assert "5 of 6" in helper.detail.text() and "0.71" in helper.detail.text() and "0.22" in helper.detail.text()
        QTest.keyClicks(desk.page.grid.tiles()[0], "y")
        QTest.keyClicks(desk.page.grid.tiles()[0], "n")
        assert helper.open_proposals() == []
        (made,) = await desk.sent()
        assert (made.student_id, made.state, made.method) == ("s0", AttendanceState.PRESENT, MarkMethod.CAMERA)
        wire.hear(seen(proposal("s0"), proposal("s1", 650), unknown=2))
        assert helper.open_proposals() == [], "what was answered does not come again"
        helper.stop.click()
        wire.hear(RollRested(source="0"))
        helper.done.click()
        await until(lambda: not desk.page.tasks.busy())
        assert wire.asked[-3:] == ["rest", "stopped", "closed"]

    scenario(play)


def test_all_sure_ones_are_one_action_and_doubt_is_not_among_them(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0", "s1", "s2", "s3", "s4")
        wire.hear(RollReady(people=5))
        wire.hear(
            seen(
                proposal("s0"),
                proposal("s1", 600),
                proposal("s2", 480),
                proposal("s3", live=50),
                proposal("", 500, ("s4", "s5")),
            )
        )
        helper = desk.page.helpers.roll_call
        assert helper is not None
        helper.all_sure.click()
        assert {made.student_id for made in await desk.sent()} == {"s0", "s1"}
        desk.page.undo_button.click()
        assert all(made.withdrawn for made in (await desk.sent())[2:])
        wire.hear(seen(proposal("", 500, ("s4", "s5"))))
        assert helper.name.text() == "Which of these?"
        buttons = helper.which_box.findChildren(BaseButton)
        assert [button.text() for button in buttons] == ["Kumaran V.", "Perera H."]
        assert helper.yes.isHidden()
        buttons[1].click()
        assert (await desk.sent())[-1].student_id == "s5"

    scenario(play)


def test_a_mark_by_hand_is_never_proposed_over(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0")
        QTest.keyClicks(desk.page.grid.tiles()[0], "a")
        wire.hear(RollReady(people=1))
        wire.hear(seen(proposal("s0")))
        helper = desk.page.helpers.roll_call
        assert helper is not None and helper.open_proposals() == []
        QTest.keyClick(desk.page.grid.tiles()[0], Qt.Key.Key_Delete)
        wire.hear(seen(proposal("s0")))
        helper.yes.click()
        assert [made.method for made in await desk.sent()] == [MarkMethod.MANUAL] * 3
        standing = (await desk.store.marks.marks_for("now")).standing["s0"]
        assert (standing.state, standing.withdrawn) == (AttendanceState.PRESENT, False)

    scenario(play)


def test_who_is_marked_meanwhile_is_neither_asked_about_nor_listed(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0", "s1", "s2")
        wire.hear(RollReady(people=3))
        wire.hear(seen(proposal("s0"), proposal("s1", 640)))
        helper = desk.page.helpers.roll_call
        assert helper is not None and helper.name.text() == "Abeysekara D."
        QTest.keyClicks(desk.page.grid.tiles()[0], "a")
        assert helper.name.text() != "Abeysekara D.", "the teacher has answered by hand"
        assert [item.people for item in helper.open_proposals()] == [("s1",)]
        for tile in desk.page.grid.tiles()[3:5]:
            tile.setFocus()
            QTest.keyClicks(tile, "p")
        assert helper.without.text() == "By hand or card, since no face is enrolled: Perera H."
        desk.page.mark_rest_present()
        assert helper.without.isHidden() and helper.open_proposals() == []

    scenario(play)


def test_no_template_no_matching(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        helper = desk.page.helpers.roll_call
        assert helper is not None
        desk.page.head.roll_call.click()
        await until(lambda: not desk.page.tasks.busy())
        assert desk.wires == []
        assert "by card" in helper.words.text()
        assert not helper.camera.isEnabled()

    scenario(play)


@pytest.mark.parametrize("key", ["models_missing", "camera_busy", "photo_unusable", "something_new"])
def test_faults_are_said_in_words(scenario: Callable[..., None], key: str) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0")
        wire.hear(RollFault(key=key))
        helper = desk.page.helpers.roll_call
        assert helper is not None and len(helper.words.text()) > 20 and key not in helper.words.text()

    scenario(play)


def test_cards_mark_and_are_told_apart(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        desk.page.grid.set_current(1)
        QTest.keyClicks(desk.page.grid.tiles()[1], "a")
        QTest.keyClick(desk.page.grid.tiles()[1], Qt.Key.Key_F2)
        cards = desk.page.helpers.cards
        assert cards is not None and cards.edit.hasFocus()

        def scan(text: str) -> str:
            QTest.keyClicks(cards.edit, text)
            QTest.keyClick(cards.edit, Qt.Key.Key_Return)
            assert cards.edit.text() == ""
            return cards.said.accessibleName()

        assert scan(card("s0")) == "Abeysekara D. Present"
        assert "already in this lesson" in scan(card("s0"))
        assert "by hand" in scan(card("s1"))
        assert "too old" in scan(card("s2", days=-0.5))
        assert "Not in this class" in scan(card("stranger"))
        assert "Not a card of this school" in scan(card("s3", key=Ed25519PrivateKey.generate()))
        assert "could not be read" in scan("4006381333931")
        desk.clock.advance(30 * 60)
        assert scan(card("s4")) == "Kumaran V. Late 38 min"
        by_card = [(made.student_id, made.state) for made in await desk.sent() if made.method is MarkMethod.CARD]
        assert by_card == [("s0", AttendanceState.PRESENT), ("s4", AttendanceState.LATE)]
        cards.done.click()
        assert desk.page.grid.tiles()[desk.page.grid.current()].hasFocus()

    scenario(play)


def test_cards_held_to_the_camera_follow_the_scanner_s_rules(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        cards = desk.page.helpers.cards
        assert cards is not None
        desk.page.open_cards()
        cards.camera.click()
        (wire,) = desk.wires
        assert wire.asked == ["cards 0"]
        assert wire.begun is not None
        assert not wire.begun.faces
        wire.hear(RollView(picture=base64url_encode(JPEG)))
        assert cards.view.has_picture()

        def show_card(text: str) -> str:
            wire.hear(RollCard(source="0", text=text))
            return cards.said.accessibleName()

        assert show_card(card("s0")) == "Abeysekara D. Present"
        assert "already in this lesson" in show_card(card("s0"))
        assert "too old" in show_card(card("s2", days=-0.5))
        assert "Not in this class" in show_card(card("stranger"))
        assert "Not a card of this school" in show_card(card("s3", key=Ed25519PrivateKey.generate()))
        before = cards.said.accessibleName()
        assert show_card("https://a-poster-on-the-wall") == before
        assert [(made.student_id, made.method) for made in await desk.sent()] == [("s0", MarkMethod.CARD)]
        wire.hear(RollFault(key="camera_busy"))
        assert "Another program" in cards.camera_words.text()
        desk.page.deactivated()
        assert wire.asked[-1] == "stopped"
        wire.hear(RollCard(source="0", text=card("s4")))
        assert len(await desk.sent()) == 1

    scenario(play)


def test_leaving_lets_the_roll_call_s_camera_go_at_once(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        wire = await desk.call_roll("s0")
        desk.page.deactivated()
        # Before anything is awaited: signing out takes the page and its tasks away in this turn.
        assert wire.asked[-1] == "stopped"

    scenario(play)


def test_the_last_lesson_stands_beside_each_name(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        absent = mark("s0", AttendanceState.ABSENT, lesson_id="early")
        await desk.store.marks.put([absent])
        desk.page.open_lesson("now")
        await until(lambda: not desk.page.tasks.busy())
        first, second = desk.page.grid.tiles()[:2]
        assert first.shown().last is AttendanceState.ABSENT and "last lesson: Absent" in first.accessibleName()
        assert second.shown().last is None
        desk.page._refresh_marks()
        await until(lambda: not desk.page.tasks.busy())
        assert first.shown().last is AttendanceState.ABSENT

    scenario(play)


def test_by_keyboard_alone_with_minutes_and_note(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        page = desk.page
        QTest.keyClicks(page.grid.tiles()[0], "l")
        QTest.keyClick(page.grid.tiles()[0], Qt.Key.Key_Return)
        assert page.student.minutes.hasFocus()
        QTest.keyClicks(page.student.minutes, "17")
        QTest.keyClick(page.student.minutes, Qt.Key.Key_Return)
        assert page.grid.tiles()[0].hasFocus()
        assert page.grid.tiles()[0].shown().text == "Late 17 min"
        QTest.keyClick(page.grid.tiles()[0], Qt.Key.Key_Right)
        QTest.keyClicks(page.grid.tiles()[1], "p")
        QTest.keyClick(page.grid.tiles()[1], Qt.Key.Key_Return)
        assert page.student.reason.edit.hasFocus()
        QTest.keyClicks(page.student.reason.edit, "brought the key")
        QTest.keyClick(page.student.reason.edit, Qt.Key.Key_Return)
        assert page.grid.tiles()[1].hasFocus()
        assert [made.note for made in await desk.sent()][-1] == "brought the key"

    scenario(play)


def test_what_another_screen_changed_is_told(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        QTest.keyClicks(desk.page.grid.tiles()[0], "p")
        await desk.sent()
        said: list[str] = []
        notices.center().posted.connect(lambda notice: said.append(notice.text))
        await desk.store.cache.apply(
            [attendance(mark("s0", AttendanceState.LATE, 3), mark("s1", AttendanceState.PRESENT, 3, identity="new"))],
            "c",
        )
        desk.page.data_changed(frozenset({"attendance"}))
        await until(lambda: said)
        assert said == ["Abeysekara D.: Present → Late (by hand)"]

    scenario(play)


def test_the_history_here_without_a_network(scenario: Callable[..., None]) -> None:
    async def play(desk: Desk) -> None:
        page = desk.page
        QTest.keyClicks(page.grid.tiles()[0], "p")
        QTest.keyClicks(page.grid.tiles()[0], "a")
        await desk.sent()
        board = page.board()
        assert board is not None
        history = await page._service.history(board, "s0")
        assert not history.whole
        assert [(entry.mark.state, entry.standing) for entry in history.entries] == [
            (AttendanceState.ABSENT, True),
            (AttendanceState.PRESENT, False),
        ]

    scenario(play)


def test_verdicts_have_sounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from learnup_desktop.base import paths
    from learnup_desktop.qt.sounds import MELODIES, sound_file

    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    sound_file.cache_clear()
    assert set(MELODIES) == {verdict.value for verdict in CardVerdict}
    files = [sound_file(name) for name in MELODIES]
    assert len({file.read_bytes() for file in files}) == len(MELODIES)
    # Nothing is left behind where nobody clears up: the next start finds the same files.
    sound_file.cache_clear()
    written = files[0].stat().st_mtime_ns
    assert sound_file(next(iter(MELODIES))) == files[0] and files[0].stat().st_mtime_ns == written
    assert files[0].is_relative_to(tmp_path)
    sound_file.cache_clear()

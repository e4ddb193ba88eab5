"""Real pages in a real frame, offscreen: keys to journal, finish to receipt, and what is said when something lacks."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from learnup_desktop.contract.exams import AttemptCommand, ChoiceAnswer, EssayQuestion, TextAnswer
from learnup_desktop.contract.integrity import (
    Assurance,
    IntegrityEvent,
    IntegrityKind,
    Outcome,
    ProctoringPolicy,
    StudentExceptions,
)
from learnup_desktop.domain import proof
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.exams import checks, hand_in, watch
from learnup_desktop.features.exams.exams_page import ExamsPage
from learnup_desktop.features.exams.flags import Flag
from learnup_desktop.features.exams.lobby_page import LobbyPage
from learnup_desktop.features.exams.receipt_page import ReceiptPage
from learnup_desktop.features.exams.routes import exam_routes
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting_page import SittingPage
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.features.exams.words import camera_words, check_words, fix_word, flag_words
from learnup_desktop.lockdown.capabilities import NAMES, capabilities
from learnup_desktop.proctoring.messages import (
    CAMERA_FAULTS,
    MODEL_FAULTS,
    Advice,
    Fault,
    FaultKey,
    IdentityChecked,
    Status,
    StatusWord,
)
from learnup_desktop.qt import i18n
from learnup_desktop.qt.qr import QrCode
from learnup_desktop.qt.theme import theme
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from tests.unit.features.exams.exam_desk import EXAM_ID, ExamDesk, until

RunQt = Callable[[Coroutine[Any, Any, None]], None]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def look(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The light theme, and quick retries."""
    monkeypatch.setattr(hand_in, "FIRST_WAIT_SECONDS", 0.05)
    theme().apply(qapp, "light", 100)
    qapp.setQuitOnLastWindowClosed(False)
    yield
    theme().apply(qapp, "light", 100)


async def _window(tmp_path: Path) -> tuple[ExamDesk, MainWindow]:
    desk = ExamDesk(tmp_path)
    service = await desk.open()
    window = MainWindow(exam_routes(lambda: service), AccountSummary("Nimali R.", "Grade 12", "student"))
    window.resize(1366, 768)
    window.show()
    return desk, window


async def _sitting(desk: ExamDesk, window: MainWindow) -> SittingView:
    window.navigate("exam-lobby", exam_id=EXAM_ID)
    page = window.current_page()
    assert isinstance(page, LobbyPage)
    await until(lambda: page.lobby is not None)
    page.consent.setChecked(True)
    await until(page.start.isEnabled)
    page.start.click()
    await until(lambda: window.full_page() is not None)
    view = window.full_page()
    assert isinstance(view, SittingView)
    window.activateWindow()
    await until(window.isActiveWindow)
    return view


async def _close(desk: ExamDesk, window: MainWindow) -> None:
    full = window.full_page()
    window.leave_full_page()
    for widget in (full, window):
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    await desk.close()


def _key(view: SittingView, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.focusWidget() or view, key, modifier)


def test_an_exam_by_keyboard_from_lobby_to_receipt(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        view = await _sitting(desk, window)
        sitting = view.sitting
        first = sitting.sheet.questions[0]
        _key(view, Qt.Key.Key_B)
        assert sitting.sheet.answer(first.id) == ChoiceAnswer(choices=["b"])
        _key(view, Qt.Key.Key_3)
        assert sitting.sheet.answer(first.id) == ChoiceAnswer(choices=["c"])
        _key(view, Qt.Key.Key_F)
        assert sitting.sheet.flagged(first.id)
        _key(view, Qt.Key.Key_Right, ALT)
        assert sitting.sheet.current == 1
        _key(view, Qt.Key.Key_Return, CTRL)
        assert sitting.sheet.current == 2
        _key(view, Qt.Key.Key_Left, ALT)
        assert sitting.sheet.current == 1
        essay = next(i for i, question in enumerate(sitting.sheet.questions) if isinstance(question, EssayQuestion))
        sitting.go_to(essay)
        QTest.keyClicks(view.focusWidget(), "F is a letter here, and so is B 1")
        answer = sitting.sheet.answer(sitting.sheet.question.id)
        assert answer == TextAnswer(text="F is a letter here, and so is B 1")
        assert not sitting.sheet.flagged(sitting.sheet.question.id)
        await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        assert "at school" in view.bar.saved.text()

        sitting.go_to(len(sitting.sheet.questions) - 1)
        view.next.click()
        assert 1 in view.finish.unanswered()
        assert 0 not in view.finish.unanswered()
        _key(view, Qt.Key.Key_Escape)
        assert view.centre.currentIndex() == 0
        view.open_finish()
        view.finish.hand_in.click()
        await until(lambda: isinstance(window.current_page(), ReceiptPage))
        page = window.current_page()
        assert isinstance(page, ReceiptPage)
        await until(lambda: bool(page.code()))
        assert sitting.receipt is not None
        assert page.code() == sitting.receipt.code
        assert window.full_page() is None
        target = tmp_path / "receipt.json"
        await page.save_to(target)
        assert sitting.receipt.code in target.read_text(encoding="utf-8")
        paper = tmp_path / "receipt.pdf"
        page.save_pdf_to(paper)
        assert paper.read_bytes().startswith(b"%PDF")
        code = page.findChild(QrCode, "receipt-qr")
        assert code is not None
        assert proof.read_receipt(code.text.encode()) == sitting.receipt
        data = await desk.service.proof_files().journal_file(sitting.meta.attempt_id)
        assert proof.holds(proof.check_journal(sitting.receipt, proof.read_journal(data)))
        await _close(desk, window)

    run_qt(go())


def test_a_warning_says_what_to_do_and_leaves_the_keyboard_alone(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        view = await _sitting(desk, window)
        sitting = view.sitting
        essay = next(i for i, question in enumerate(sitting.sheet.questions) if isinstance(question, EssayQuestion))
        sitting.go_to(essay)
        field = view.focusWidget()
        QTest.keyClicks(field, "before ")
        now = sitting.now_ms()
        sitting.flags.take_event(
            IntegrityEvent(id="e", kind=IntegrityKind.NO_FACE, started_ms=now - 6000, ended_ms=now, light=30)
        )
        desk.service.take_command(
            AttemptCommand(attempt_id=desk.wire.attempt_id, command="warn", message="Five minutes more.")
        )
        cards = view.side.warnings.cards()
        assert cards[0].accessibleName().startswith("We could not see your face for 6 seconds.")
        assert "lamp" in cards[0].accessibleName()
        assert "Five minutes more." in cards[1].accessibleName()
        assert view.focusWidget() is field
        QTest.keyClicks(field, "after")
        assert sitting.sheet.answer(sitting.sheet.question.id) == TextAnswer(text="before after")
        assert view.side.warnings.more.isHidden()
        view.side.set_compact(True)
        assert [card.flag.id for card in view.side.warnings.cards()] == [cards[1].flag.id]
        assert not view.side.warnings.more.isHidden() and view.side.warnings.more.text() == "1 more to read"
        view.side.set_compact(False)
        cards = view.side.warnings.cards()
        cards[0].read.emit(cards[0].flag.id)
        assert len(view.side.warnings.cards()) == 1
        await _close(desk, window)

    run_qt(go())


def test_paused_offline_and_taken_over_are_said(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        view = await _sitting(desk, window)
        sitting = view.sitting
        attempt = desk.wire.attempt_id
        desk.service.take_command(AttemptCommand(attempt_id=attempt, command="pause"))
        assert "paused" in view.banner.accessibleName()
        assert not view.view().editor.isEnabled()
        desk.service.take_command(AttemptCommand(attempt_id=attempt, command="resume", deadline=sitting.deadline))
        assert not view.banner.isVisible()
        desk.wire.online = False
        _key(view, Qt.Key.Key_A)
        await until(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
        assert view.bar.saved.text().endswith("on this PC")
        assert "network" not in view.bar.saved.text()
        page = window.current_page()
        assert isinstance(page, SittingPage)
        page.connection_changed(False)
        assert view.bar.saved.text().startswith("No network · saved")
        page.connection_changed(True)
        assert "network" not in view.bar.saved.text()
        desk.wire.online, desk.wire.lease_lost = True, True
        desk.uploads.wake()
        await until(lambda: sitting.state is SittingState.READ_ONLY)
        assert "another PC" in view.banner.accessibleName()
        assert not view.bar.leave.isHidden()
        view.bar.leave.click()
        await until(lambda: window.full_page() is None)
        await _close(desk, window)

    run_qt(go())


def test_the_paper_changes_its_language_and_the_answer_stays(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        view = await _sitting(desk, window)
        _key(view, Qt.Key.Key_B)
        english = view.view()._text.text()
        view.set_paper_language("si")
        assert view.view()._text.text() == view.sitting.sheet.question.text.si != english
        assert view.sitting.sheet.answered_count() == 1
        assert view.bar.language.text() == i18n.LANGUAGES["si"]
        await _close(desk, window)

    run_qt(go())


def test_nothing_is_cut_off_at_200_percent(tmp_path: Path, run_qt: RunQt, qapp: QApplication) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        view = await _sitting(desk, window)
        theme().apply(qapp, "light", 200)
        for language in i18n.LANGUAGES:
            view.set_paper_language(language)
            for index in range(len(view.sitting.sheet.questions)):
                view.sitting.go_to(index)
                await asyncio.sleep(0.01)
                label = view.view()._text
                assert label.height() >= label.heightForWidth(label.width())
        assert view.minimumSizeHint().height() <= 768
        assert view.minimumSizeHint().width() <= 1366
        await _close(desk, window)

    run_qt(go())


def test_the_lobby_says_what_is_missing_and_how_to_mend_it(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        desk.wire.policy = desk.wire.policy.model_copy(update={"camera_required": True, "allow_camera_only": False})
        desk.wire.templates = ["A" * 2732]
        window.navigate("exam-lobby", exam_id=EXAM_ID)
        page = window.current_page()
        assert isinstance(page, LobbyPage)
        await until(lambda: page.lobby is not None and page.lobby.watch.state.ready)
        lobby = page.lobby
        assert lobby is not None
        assert not page.start.isEnabled()
        assert "agree" in page._start_text.text()
        page.consent.setChecked(True)
        await until(page.start.isEnabled)
        worker = desk.workers[-1]
        worker.say(IdentityChecked(similarity=120, matched=False))
        states = {check.kind: check for check in lobby.checks()}
        assert states[checks.CheckKind.IDENTITY].state is checks.CheckState.LOOK
        assert page.start.isEnabled()
        worker.say(Status(word=StatusWord.OK, light=120, assurance=Assurance.FULL, advice=(Advice.COME_CLOSER,)))
        assert "Come a little closer." in page._camera_word.text()
        worker.say(Fault(key=FaultKey.CAMERA_BUSY))
        assert not page.start.isEnabled()
        assert "Close that program." in page._camera_word.text()
        assert "another program" in page._rows[checks.CheckKind.CAMERA].accessibleName()
        desk.lockdown.displays = 2
        lobby.look_again()
        await until(lambda: "unplug" in page._rows[checks.CheckKind.DISPLAYS].accessibleName())
        window.navigate("exams")
        await until(lambda: not worker.running)
        await _close(desk, window)

    run_qt(go())


def test_the_lobby_says_what_is_arranged_and_what_this_pc_can_guarantee(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        desk.lockdown.displays = 2
        desk.lockdown.able = capabilities("wayland", "linux")
        holds = StudentExceptions(kinds=frozenset({IntegrityKind.SECOND_DISPLAY}), note="Large print on the second one")
        desk.wire.policy = desk.wire.policy.arranged(holds)
        desk.wire.exceptions = holds
        window.navigate("exam-lobby", exam_id=EXAM_ID)
        page = window.current_page()
        assert isinstance(page, LobbyPage)
        await until(lambda: page.lobby is not None and page.lobby.arrangement() == holds)
        await until(lambda: "arranged for you" in page._rows[checks.CheckKind.DISPLAYS].accessibleName())
        said = " ".join(label.text() for label in page._arranged_card.findChildren(QLabel))
        assert "A second display is allowed" in said
        assert "Large print" in said
        rows = [row.accessibleName() for row in page.computer.rows]
        assert len(rows) == len(NAMES)
        assert any("stays in front: no: Wayland" in row for row in rows)
        worker = desk.workers[-1]
        window.navigate("exams")
        await until(lambda: not worker.running)
        await _close(desk, window)

    run_qt(go())


def test_without_a_network_and_a_paper_the_lobby_says_so(tmp_path: Path, run_qt: RunQt) -> None:
    async def go() -> None:
        desk, window = await _window(tmp_path)
        desk.wire.online = False
        window.navigate("exams")
        page = window.current_page()
        assert isinstance(page, ExamsPage)
        await until(lambda: bool(page.cards))
        page.set_online(False)
        assert "as of" in page.stack.offline.accessibleName()
        page.cards[0].button.click()
        lobby = window.current_page()
        assert isinstance(lobby, LobbyPage)
        await until(lambda: checks.CheckKind.PAPER in lobby._rows)
        assert not lobby.start.isEnabled()
        await _close(desk, window)

    run_qt(go())


def test_every_reason_a_check_can_give_has_words() -> None:
    measured = [
        checks.Measured(),
        checks.Measured(paper_here=False),
        checks.Measured(paper_here=False, paper_fault="LU-300"),
        checks.Measured(paper_progress=0.4),
        checks.Measured(paper_here=True, templates=0, disk_free=1, clock_apart=900.0, displays=3),
        checks.Measured(paper_here=True, templates=2, disk_free=10**8, clock_apart=0.2, clock_asked=True),
        checks.Measured(clock_asked=True, disk_free=10**12),
    ]
    faults = [None, *FaultKey]
    for state in measured:
        for fault in faults:
            for word in StatusWord:
                for assurance in Assurance:
                    seen = watch.WatchState(ready=True, word=word, assurance=assurance, light=30)
                    if fault in CAMERA_FAULTS:
                        seen.camera_fault = fault
                    elif fault in MODEL_FAULTS:
                        seen.model_fault = fault
                    else:
                        seen.worker_fault = fault
                        seen.ready = fault is None
                    for check in checks.check_all(state, seen, proctored=True, camera_available=fault is not None):
                        text, detail = check_words(check)
                        assert "wrong in LearnUp" not in text + detail, check
                        assert detail != "…", check
                        fix_word(check.fix)


def test_what_lacks_is_named_by_itself() -> None:
    strict = checks.Measured(paper_here=True, policy=ProctoringPolicy(), templates=0, disk_free=10**12)
    files = frozenset({"detection", "recognition", "liveness"})
    cases = {
        # files are here, nobody is enrolled: only the enrolment is missing
        (files, False, 0): {checks.CheckKind.FACE},
        # enrolled with other files than these
        (files, True, 2): {checks.CheckKind.FACE},
        # enrolled, but no files
        (frozenset[str](), False, 2): {checks.CheckKind.MODELS},
        (frozenset[str](), False, 0): {checks.CheckKind.MODELS, checks.CheckKind.FACE},
    }
    for (models, foreign, templates), expected in cases.items():
        strict.templates = templates
        seen = watch.WatchState(
            ready=True,
            running=True,
            word=StatusWord.OK,
            assurance=Assurance.CAMERA_ONLY,
            models=models,
            template_fault=foreign,
            light=120,
        )
        told = checks.check_all(strict, seen, proctored=True, camera_available=True)
        assert {check.kind for check in told if check.state is checks.CheckState.BAD} == expected, told


def test_every_fault_of_the_camera_says_what_to_do() -> None:
    for fault in CAMERA_FAULTS:
        assert i18n.has_key(f"camera.{fault.value}"), fault
        seen = watch.WatchState(running=True, ready=True, word=StatusWord.CAMERA_LOST, camera_fault=fault)
        said, _, _ = camera_words(seen)
        assert said.count(".") == 2, said  # what it is, and what to do
        flag = Flag("1", IntegrityKind.CAMERA_LOST, Outcome.COULD_NOT_SEE, 0, 5000, detail=fault.value)
        assert flag_words(flag, 5000)[1] == f"{said} Keep writing."


def test_every_kind_of_flag_and_word_of_the_camera_has_a_sentence() -> None:
    for kind in IntegrityKind:
        for key in (f"exams.flag.{kind.value}", f"exams.flag.{kind.value}.do"):
            assert i18n.has_key(key), key
    for word in StatusWord:
        assert i18n.has_key(f"exams.status.{word.value}"), word

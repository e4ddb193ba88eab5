"""What the walk-through does in a client: press buttons, type keys, look at what is shown, and take a picture of it."""

import asyncio
import contextlib
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QBuffer, QEvent, QIODevice, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from learnup_desktop.app.application import Application
from learnup_desktop.app.exam_parts import models_root
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import (
    MultipleChoiceQuestion,
    NumericQuestion,
    Question,
    Receipt,
    SingleChoiceQuestion,
)
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.enrolment.enrolment_page import EnrolmentPage
from learnup_desktop.features.enrolment.service import CaptureStep
from learnup_desktop.features.exams.choice_widgets import ChoiceEditor
from learnup_desktop.features.exams.exams_page import ExamCardWidget, ExamsPage
from learnup_desktop.features.exams.lobby_page import LobbyPage
from learnup_desktop.features.exams.receipt_page import ReceiptPage
from learnup_desktop.features.exams.service import ExamGroup
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.features.timetable.timetable_page import TimetablePage
from learnup_desktop.features.timetable.timetable_widgets import LessonTile
from learnup_desktop.qt.widgets import StateStack
from learnup_desktop.shell.state_pill import SyncState
from learnup_desktop.sync.receipts import SigningKey, verify_receipt
from learnup_desktop.walkthrough.words import essay_text

PATIENCE_SECONDS = 60.0
SETTLE_SECONDS = 0.25
IDENTITY_SECONDS = 40.0
"""Models are loaded, the camera opens and a face is compared; an old PC may take half a minute for it."""

_ON_DISK = (Place.THIS_PC, Place.AT_SCHOOL)

Found = TypeVar("Found")
PageType = TypeVar("PageType", bound=QWidget)
Answered = dict[str, object]


class StepError(Exception):
    """What was waited for did not come."""


class Steps:
    """The steps, by name; each returns what it saw."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def do(self, step: str, arguments: dict[str, object]) -> Answered:
        """Do a step.

        Raises:
            StepError: no such step, or what it waits for did not come.
        """
        method = getattr(self, f"step_{step}", None)
        if method is None:
            raise StepError(f"no step {step}")
        path = arguments.pop("path", None)
        seen: Answered = await method(**arguments)
        if path is not None:
            await self._picture(Path(str(path)))
        return seen

    # --- everywhere ----------------------------------------------------------------------------------

    async def step_picture(self) -> Answered:
        """Only the picture."""
        await asyncio.sleep(SETTLE_SECONDS)
        return {}

    async def step_sign_in(self, username: str) -> Answered:
        """Press a demo account on the sign-in page; until its first page is there."""
        application = self._application
        page = application.sign_in_page
        if page is None:
            raise StepError("the sign-in page is not shown")
        name = f"demo-{username}"
        row = await self._until(lambda: next((row for row in page.demo_rows() if row.objectName() == name), None))
        began = time.perf_counter()
        await _act(partial(QTest.keyClick, row, Qt.Key.Key_Return))
        await self._until(lambda: application.session is not None and application.window.current_page() is not None)
        milliseconds = round((time.perf_counter() - began) * 1000)
        await self._synchronised()
        return {"ms": milliseconds}

    async def step_open(self, page: str) -> Answered:
        """Open a page of the navigation and wait until it shows something."""
        self._application.window.navigate(page)
        await self._settled()
        return {}

    async def step_timetable(self) -> Answered:
        """The week, coming from another page, and how many lessons are drawn in it."""
        await self.step_open("today")
        began = time.perf_counter()
        self._application.window.navigate("timetable")
        page = self._page(TimetablePage)
        await self._until(lambda: [tile for tile in page.findChildren(LessonTile) if tile.isVisible()])
        self._application.window.grab()  # laid out and painted, not only made
        milliseconds = round((time.perf_counter() - began) * 1000)
        await self._settled()
        tiles = [tile for tile in page.findChildren(LessonTile) if tile.isVisible()]
        return {"entries": len(tiles), "ms": milliseconds}

    async def step_wait_offline(self) -> Answered:
        """Until the pill says that there is no network."""
        await self._until(lambda: not self._state().online)
        return {}

    async def step_wait_online(self) -> Answered:
        """Until the pill says that there is one again."""
        await self._until(lambda: self._state().online)
        return {}

    async def step_wait_saved(self) -> Answered:
        """Until nothing waits on this computer any more."""
        await self._until(lambda: self._state().online and self._state().waiting + self._state().saving == 0)
        return {}

    # --- the student ---------------------------------------------------------------------------------

    async def step_enrol(self) -> Answered:
        """Enrol the face before the camera, where models are installed."""
        self._application.window.navigate("face")
        page = self._page(EnrolmentPage)
        await self._settled()
        page.consent.click()
        service = self._application.exam_parts.enrolment() if self._application.exam_parts else None
        if service is None:
            raise StepError("no enrolment for this account")
        page.begin_button.click()
        ended = (CaptureStep.COMPLETE, CaptureStep.FAILED)
        await self._until(lambda: service.capture.step in ended)
        if service.capture.step is CaptureStep.FAILED:
            return {"enrolled": False}
        await asyncio.sleep(SETTLE_SECONDS)
        page.send_button.click()
        await self._until(lambda: service.capture.step is CaptureStep.IDLE)
        await self._settled()
        return {"enrolled": True}

    async def step_lobby(self) -> Answered:
        """Enter the lobby of the exam that is open, agree, and wait until the identity check is done."""
        self._application.window.navigate("exams")
        exams = self._page(ExamsPage)
        await self._settled()
        card = await self._until(lambda: _open_exam(exams))
        card.button.click()
        page = self._page(LobbyPage)
        await self._until(lambda: page.lobby)
        lobby = page.lobby
        if lobby is None:
            raise StepError("the lobby did not open")
        page.consent.click()
        await self._until(lambda: lobby.watch.state.ready or lobby.watch.state.camera_fault)
        with contextlib.suppress(StepError):  # without models nobody is compared; the lobby says so, and the exam too
            await self._until(lambda: lobby.watch.state.identity, IDENTITY_SECONDS if models_here() else 0.0)
        await self._until(lobby.may_start)
        await asyncio.sleep(SETTLE_SECONDS * 4)
        identity = lobby.watch.state.identity
        return {
            "assurance": lobby.watch.state.assurance.value,
            "questions": lobby.exam.question_count,
            "similarity": identity.similarity if identity is not None else None,
        }

    async def step_start_exam(self) -> Answered:
        """Press Start."""
        page = self._page(LobbyPage)
        page.start.click()
        view = await self._until(self._sitting)
        self._application.window.activateWindow()  # as a window manager does; offscreen nobody else would
        return {"attemptId": view.sitting.meta.attempt_id}

    async def step_answer(self, number: int) -> Answered:
        """Answer question ``number`` (from 0) by mouse and keys, as its kind asks, until it is on this PC's disk."""
        view = self._sitting()
        if view is None:
            raise StepError("no exam is being sat")
        sheet = view.sitting.sheet
        while sheet.current != number:
            button = view.next if sheet.current < number else view.previous
            await _act(partial(QTest.mouseClick, button, Qt.MouseButton.LeftButton))
            await asyncio.sleep(0)
        question = sheet.question
        expected = await self._type(view, question)
        await self._until(lambda: sheet.answered(question.id))
        await self._until(lambda: sheet.place(question.id) in _ON_DISK)
        return {"questionId": question.id, "answer": expected}

    async def _type(self, view: SittingView, question: Question) -> dict[str, object]:
        if isinstance(question, SingleChoiceQuestion):
            await _act(partial(_click_choices, view, 1))
            return {"type": "choices", "choices": [question.choices[1].id]}
        if isinstance(question, MultipleChoiceQuestion):
            await _act(partial(_click_choices, view, 0, 2))
            return {"type": "choices", "choices": sorted([question.choices[0].id, question.choices[2].id])}
        text = "9.81" if isinstance(question, NumericQuestion) else essay_text(view.sitting.sheet.current)
        editor = view.view().editor
        editor.focus_editor()
        target: QWidget | None = editor.findChild(QPlainTextEdit) or editor.findChild(QLineEdit)
        if target is None:
            raise StepError(f"nothing to type into in a {type(editor).__name__}")
        for chunk in (text[start : start + 12] for start in range(0, len(text), 12)):
            await _act(partial(_type_text, target, chunk))
        return {"type": "text", "text": text}

    async def step_resume(self) -> Answered:
        """After a kill: the exam comes back by itself; on which question, and with how many answers."""
        view = await self._until(self._sitting)
        self._application.window.activateWindow()
        await asyncio.sleep(SETTLE_SECONDS)
        sheet = view.sitting.sheet
        return {"number": sheet.current, "answered": sheet.answered_count()}

    async def step_wait_at_school(self) -> Answered:
        """Until the platform holds every answer."""
        view = self._sitting()
        if view is None:
            raise StepError("no exam is being sat")
        await self._until(lambda: view.sitting.sheet.lowest_place() is Place.AT_SCHOOL)
        await asyncio.sleep(SETTLE_SECONDS)
        return {}

    async def step_submit(self) -> Answered:
        """Finish, look at what is open, hand in, and wait for the receipt."""
        view = self._sitting()
        if view is None:
            raise StepError("no exam is being sat")
        sitting = view.sitting
        view.left.finish.click()
        await asyncio.sleep(SETTLE_SECONDS)
        view.finish.hand_in.click()
        await self._until(lambda: isinstance(self._application.window.current_page(), ReceiptPage))
        page = self._page(ReceiptPage)
        await self._until(page.code)
        await asyncio.sleep(SETTLE_SECONDS)
        receipt = sitting.receipt
        if receipt is None:
            raise StepError("no receipt")
        return {"attemptId": receipt.attempt_id, "code": receipt.code, "verified": self._verified(sitting, receipt)}

    def _verified(self, sitting: Sitting, receipt: Receipt) -> bool:
        """Whether the platform's signature over the receipt holds, under the key pinned at sign-in."""
        session = self._application.session
        if session is None:
            return False
        try:
            verify_receipt(receipt, sitting.meta, SigningKey.of(session.known))
        except IntegrityFault:
            return False
        return True

    # --- the teacher ---------------------------------------------------------------------------------

    async def step_mark_roll(self) -> Answered:
        """All present, then the exceptions, by keyboard."""
        self._application.window.navigate("attendance")
        page = self._page(AttendancePage)
        await self._settled()
        board = await self._until(page.board)
        page.mark_rest_present()
        await asyncio.sleep(SETTLE_SECONDS)
        for key in (Qt.Key.Key_A, Qt.Key.Key_L, Qt.Key.Key_E):
            await _act(partial(QTest.keyClick, page.grid, key))
            await asyncio.sleep(0.05)
            await _act(partial(QTest.keyClick, page.grid, Qt.Key.Key_Right))
            await asyncio.sleep(0.05)
        marks = {student.id: mark.state.value for student in board.students if (mark := board.mark_of(student.id))}
        return {"lessonId": board.lesson.id, "marks": marks}

    # --- looking -------------------------------------------------------------------------------------

    def _state(self) -> SyncState:
        return self._application.window.sync_state()

    def _sitting(self) -> SittingView | None:
        page = self._application.window.full_page()
        return page if isinstance(page, SittingView) else None

    def _page(self, kind: type[PageType]) -> PageType:
        page = self._application.window.current_page()
        if not isinstance(page, kind):
            raise StepError(f"{kind.__name__} is not shown but {type(page).__name__}")
        return page

    async def _synchronised(self) -> None:
        """Until the first pull has filled the cache."""
        await self._until(lambda: self._state().online and self._state().as_of is not None)

    async def _settled(self) -> None:
        """Until every visible list of the page has left its loading state, and a moment more for painting."""
        page = self._application.window.current_page()
        if page is not None:
            stacks = page.findChildren(StateStack)
            await self._until(lambda: all(stack.state() != "loading" for stack in stacks if stack.isVisible()))
        await asyncio.sleep(SETTLE_SECONDS)

    async def _until(self, look: Callable[[], Found | None], patience: float = PATIENCE_SECONDS) -> Found:
        limit = time.perf_counter() + patience
        while True:
            found = look()
            if found:
                return found
            if time.perf_counter() > limit:
                raise StepError(f"waited {patience:.0f} s in vain at {traceback.extract_stack(limit=2)[0].lineno}")
            await asyncio.sleep(0.02)

    async def _picture(self, path: Path) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._application.window.grab().save(buffer, "PNG")
        await asyncio.to_thread(path.write_bytes, bytes(buffer.data().data()))


async def _act(action: Callable[[], None]) -> None:
    """Press or type from outside every task.

    QTest lets Qt handle events before it returns. Within a task those events would try to run other tasks inside this
    one, which asyncio refuses, and what was refused (the journal's writer, say) would never be woken again.
    """
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def run() -> None:
        action()
        done.set_result(None)

    QTimer.singleShot(0, run)
    await done


def _type_text(target: QWidget, text: str) -> None:
    """As an input method does it: whole characters of any script, which QTest's key clicks cannot."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(target, event)


def _click_choices(view: SittingView, *places: int) -> None:
    editor = view.view().editor
    if not isinstance(editor, ChoiceEditor):
        raise StepError(f"a choice question has a {type(editor).__name__}")
    for place in places:
        QTest.mouseClick(editor.rows[place], Qt.MouseButton.LeftButton)


def models_here() -> bool:
    """Whether any face model is installed, so that waiting for a comparison makes sense."""
    return any(models_root().rglob("*.onnx"))


def _open_exam(page: ExamsPage) -> ExamCardWidget | None:
    cards = page.findChildren(ExamCardWidget)
    return next((widget for widget in cards if widget.card.group is ExamGroup.OPEN), None)

"""A sitting without a widget: durable, resumable, obedient to time, commands and leases."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.base.errors import NetworkError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import (
    AttemptCommand,
    AttemptState,
    ChoiceAnswer,
    EntryKind,
    SingleChoiceQuestion,
    TextAnswer,
)
from learnup_desktop.contract.integrity import (
    Assurance,
    ComputerCapability,
    ComputerReport,
    IntegrityEvent,
    IntegrityKind,
    Outcome,
    StudentExceptions,
)
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.domain.journal import genesis_head, verify_chain
from learnup_desktop.features.exams import hand_in
from learnup_desktop.features.exams.presence import PresenceStep
from learnup_desktop.features.exams.service import ExamGroup
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.lockdown.capabilities import capabilities
from learnup_desktop.proctoring.messages import ChallengeProgress, EventClosed, EventOpened, Fault, FaultKey, Gap, Ready
from tests.unit.features.exams.exam_desk import EXAM_ID, ExamDesk, PlayedWire, until


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Handing in waits 50 ms, not seconds, between attempts."""
    monkeypatch.setattr(hand_in, "FIRST_WAIT_SECONDS", 0.05)


class OnlyOneAttempt(PlayedWire):
    """Another attempt has long been somebody else's."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if "/attempts/" in request.url.path and self.attempt_id not in request.url.path and self.online:
            self.requests.append(f"{request.method} {request.url.path}")
            status, body = self._refuse(ErrorCode.ATTEMPT_LEASE_LOST)
            return httpx.Response(status, json=body)
        return await super().handle_async_request(request)


def _answer(sitting: Sitting, index: int, text: str = "an answer") -> None:
    question = sitting.sheet.questions[index]
    if isinstance(question, SingleChoiceQuestion):
        sitting.edit(question.id, ChoiceAnswer(choices=[question.choices[1].id]))
    else:
        sitting.edit(question.id, TextAnswer(text=text))


async def test_from_the_lobby_to_a_verified_receipt(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    assert sitting.state is SittingState.SITTING
    for index in range(12):
        sitting.go_to(index)
        _answer(sitting, index)
    await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
    assert len(desk.wire.answers()) == 12
    sitting.hand_in()
    await until(lambda: sitting.state is SittingState.SUBMITTED)
    assert sitting.receipt is not None
    assert sitting.receipt.answered == 12
    assert sitting.receipt.head == desk.wire.head
    assert desk.wire.kinds()[0] is EntryKind.OPENED
    assert desk.wire.kinds()[-1] is EntryKind.SUBMIT
    assert EntryKind.CLOCK in desk.wire.kinds()
    cards = (await desk.service.exams()).cards
    assert (cards[0].group, cards[0].receipt) == (ExamGroup.DONE, sitting.receipt)
    await desk.close()


async def test_a_killed_client_resumes_on_the_same_question_without_a_network(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    _answer(sitting, 0)
    sitting.go_to(4)
    _answer(sitting, 4, "typed before the power went")
    sitting.toggle_flag()
    await until(lambda: sitting.sheet.lowest_place() >= Place.THIS_PC)
    await desk.crash()

    again = ExamDesk(tmp_path, desk.wire)
    desk.wire.online = False
    await again.open()
    unfinished = await again.service.unfinished()
    assert unfinished is not None
    assert unfinished.id == EXAM_ID
    resumed = await again.service.resume(EXAM_ID)
    assert resumed.sheet.current == 4
    assert resumed.sheet.answered_count() == 2
    assert resumed.sheet.flagged(resumed.sheet.question.id)
    assert 0 < resumed.seconds_left() <= 3600
    _answer(resumed, 5)
    await until(lambda: resumed.sheet.lowest_place() is Place.THIS_PC)
    gap = next(entry for entry in await again.entries() if entry.kind is EntryKind.GAP)
    assert (gap.body["what"], gap.body["reason"]) == ("sitting", "restart")
    verify_chain(desk.wire.attempt_id, await again.entries())

    desk.wire.online = True
    again.uploads.wake()
    await until(lambda: resumed.sheet.lowest_place() is Place.AT_SCHOOL)
    assert len(desk.wire.answers()) == 3
    await again.close()


async def test_handing_in_without_a_network_goes_on_until_the_receipt_is_there(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    desk.wire.online = False
    _answer(sitting, 0)
    sitting.hand_in()
    await until(lambda: sitting.hand_in_error is not None)
    assert isinstance(sitting.hand_in_error, NetworkError)
    assert sitting.state is SittingState.SUBMITTING
    assert not sitting.edit(sitting.sheet.questions[1].id, TextAnswer(text="too late"))
    cards = (await desk.service.exams()).cards
    assert cards[0].handing_in
    desk.wire.online = True
    await until(lambda: sitting.state is SittingState.SUBMITTED)
    assert desk.wire.kinds().count(EntryKind.SUBMIT) == 1
    await desk.close()


async def test_a_client_killed_while_handing_in_finishes_it_at_the_next_start(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    desk.wire.online = False
    _answer(sitting, 0)
    sitting.hand_in()
    await until(lambda: sitting.hand_in_error is not None)
    await desk.crash()

    desk.wire.online = True
    again = ExamDesk(tmp_path, desk.wire)
    await again.open()
    assert await again.service.unfinished() is None
    await again.service.finish_waiting()
    await again.service.finish_waiting()  # twice is harmless
    await until(lambda: desk.wire.receipt is not None)
    assert desk.wire.kinds().count(EntryKind.SUBMIT) == 1
    await until(lambda: not again.service._waiting)
    assert (await again.service.end_of(EXAM_ID)).receipt is not None
    assert again.service.sitting is None, "nobody sits: no paper is opened for it"
    await again.close()


async def test_every_attempt_that_waits_is_handed_in_whatever_becomes_of_the_others(tmp_path: Path) -> None:
    """The first is for an exam that is no longer here, and the platform will never take it."""
    desk = ExamDesk(tmp_path, OnlyOneAttempt())
    await desk.open()
    sitting = await desk.start()
    desk.wire.online = False
    _answer(sitting, 0)
    sitting.hand_in()
    await until(lambda: sitting.hand_in_error is not None)
    journal = desk.store.journal
    meta = await journal.meta(sitting.meta.attempt_id)
    assert meta is not None
    other = replace(meta, attempt_id=uuid7(), exam_id=uuid7(), started_at=meta.started_at - timedelta(days=1))
    await journal.begin(other, genesis_head(other.attempt_id))
    await journal.append(other.attempt_id, EntryKind.SUBMIT, 1, {"answered": 0})
    await desk.crash()

    desk.wire.online = True
    again = ExamDesk(tmp_path, desk.wire)
    await again.open()
    await again.service.finish_waiting()
    assert len(again.service._waiting) == 2
    await until(lambda: not again.service._waiting)
    assert (await again.service.end_of(EXAM_ID)).receipt is not None
    assert await again.store.journal.receipt(other.attempt_id) is None
    assert any(other.attempt_id in request for request in desk.wire.requests)
    await again.close()


async def test_handing_in_goes_on_when_another_exam_is_opened(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    desk.wire.online = False
    _answer(sitting, 0)
    sitting.hand_in()
    await until(lambda: sitting.hand_in_error is not None)
    await desk.service.leave_sitting()
    await desk.service.finish_waiting()
    assert list(desk.service._waiting) == [sitting.meta.attempt_id]
    resumed = await desk.service.resume(EXAM_ID)
    assert not desk.service._waiting, "the sitting does it itself, once it is open"
    desk.wire.online = True
    await until(lambda: resumed.state is SittingState.SUBMITTED)
    await desk.close()


async def test_an_answer_whose_entry_is_damaged_before_it_was_sent_is_written_again(tmp_path: Path) -> None:
    """Mending the chain cannot bring back an entry that is gone; what the student sees on the screen can."""
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    _answer(sitting, 0)
    await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
    desk.wire.online = False
    for index in (1, 2):
        _answer(sitting, index, f"answer {index}")
    await until(lambda: sitting.sheet.lowest_place() is Place.THIS_PC)
    lost, kept = (sitting.sheet.questions[index].id for index in (1, 2))
    seqs = {str(entry.body.get("questionId")): entry.seq for entry in await desk.entries() if entry.kind == "answer"}
    await desk.store._database.run(
        lambda connection: connection.execute("UPDATE entries SET body = x'00' WHERE seq = ?", (seqs[lost],))
    )
    desk.wire.online = True
    desk.uploads.wake()
    await until(lambda: {lost, kept} <= desk.wire.answers().keys(), 30)
    await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
    assert EntryKind.GAP in desk.wire.kinds()
    assert len(desk.wire.answers()) == 3
    await desk.close()


async def test_at_zero_it_is_handed_in_by_itself(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    desk.wire.deadline = desk.wire.now() + timedelta(seconds=0.8)
    await desk.open()
    sitting = await desk.start()
    _answer(sitting, 0)
    await until(lambda: sitting.state is SittingState.SUBMITTED)
    assert sitting.receipt is not None
    assert sitting.receipt.answered == 1
    await desk.close()


async def test_commands_move_the_deadline_pause_and_speak(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    attempt = desk.wire.attempt_id
    later = sitting.deadline + timedelta(minutes=10)
    desk.service.take_command(AttemptCommand(attempt_id=attempt, command="extend", deadline=later))
    assert sitting.deadline == later
    desk.service.take_command(AttemptCommand(attempt_id="another", command="pause"))
    assert sitting.state is SittingState.SITTING
    desk.service.take_command(AttemptCommand(attempt_id=attempt, command="pause"))
    left = sitting.seconds_left()
    assert not sitting.edit(sitting.sheet.questions[0].id, ChoiceAnswer(choices=["a"]))
    await asyncio.sleep(0.05)
    assert sitting.seconds_left() == left
    desk.service.take_command(
        AttemptCommand(attempt_id=attempt, command="resume", deadline=later + timedelta(minutes=5))
    )
    assert sitting.state is SittingState.SITTING
    desk.service.take_command(AttemptCommand(attempt_id=attempt, command="warn", message="Please sit straight."))
    assert [flag.message for flag in sitting.flags.unread()] == ["Please sit straight."]
    await desk.close()


async def test_what_the_platform_judges_counts_although_no_command_arrived(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    desk.wire.deadline += timedelta(minutes=7)
    desk.wire.state = AttemptState.PAUSED
    _answer(sitting, 0)
    await until(lambda: sitting.state is SittingState.PAUSED)
    assert sitting.deadline == desk.wire.deadline
    await desk.close()


async def test_a_lost_lease_makes_it_read_only_and_keeps_what_was_written(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    await until(lambda: bool(desk.wire.held))
    desk.wire.lease_lost = True
    _answer(sitting, 0)
    await until(lambda: sitting.state is SittingState.READ_ONLY)
    assert not sitting.edit(sitting.sheet.questions[1].id, TextAnswer(text="no"))
    assert any(entry.kind is EntryKind.ANSWER for entry in await desk.entries())
    await desk.close()


async def test_events_and_gaps_are_journaled_and_the_exam_goes_on(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    worker = desk.workers[-1]
    now = sitting.now_ms()
    event = IntegrityEvent(id="e1", kind=IntegrityKind.NO_FACE, started_ms=now - 4000, light=90)
    worker.say(EventOpened(event=event))
    gap = IntegrityEvent(
        id="g1",
        kind=IntegrityKind.WORKER_GAP,
        outcome=Outcome.COULD_NOT_SEE,
        started_ms=now - 900,
        ended_ms=now,
        detail="exit -9",
    )
    worker.say(Fault(key=FaultKey.WORKER_CRASHED, at_ms=now))
    assert not sitting.watch.state.ready
    worker.say(Gap(event=gap, reason="exit -9"))
    worker.say(Ready(assurance=Assurance.FULL, camera="played"))
    _answer(sitting, 0)
    await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
    bodies = {(entry.kind, entry.body.get("kind") or entry.body.get("what")) for entry in desk.wire.held}
    assert (EntryKind.INTEGRITY, "no_face") in bodies
    assert (EntryKind.INTEGRITY, "worker_gap") in bodies
    assert (EntryKind.GAP, "proctoring") in bodies
    assert [flag.kind for flag in sitting.flags.unread()] == [IntegrityKind.NO_FACE]  # a gap is nobody's fault
    await desk.close()


async def test_after_a_suspicion_the_student_shows_that_they_are_there_and_it_is_journaled(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    desk.wire.policy = desk.wire.policy.model_copy(
        update={"liveness_challenge": True, "challenge_after_suspicion": True}
    )
    await desk.open()
    sitting = await desk.start()
    presence = sitting.presence
    assert presence.step is PresenceStep.ASKED  # the lobby's challenge was not done
    presence.put_off()
    presence._asked_ms = None
    worker, now = desk.workers[-1], sitting.now_ms()
    event = IntegrityEvent(id="e1", kind=IntegrityKind.SPOOF_SUSPECTED, started_ms=now - 4000, ended_ms=now)
    worker.say(EventClosed(event=event))
    presence.turn()
    worker.say(ChallengeProgress(state="running", step="turn_left"))
    assert presence.progress is not None and presence.progress.step == "turn_left"
    presence.type_instead()
    assert presence.typed(presence.number)
    assert sitting.flags.unread()[-1].kind is IntegrityKind.SPOOF_SUSPECTED  # the question has its own place
    await until(lambda: _presence_ends(desk) == ["put_off", "typed"])
    await desk.close()


def _presence_ends(desk: ExamDesk) -> list[object]:
    """How each question to show that one is there ended, as the platform holds it."""
    asked = [entry.body for entry in desk.wire.held if entry.body.get("kind") == IntegrityKind.PRESENCE_CHECK]
    return [body["detail"] for body in asked if body.get("endedMs") is not None]


async def test_less_running_than_at_the_start_is_written_down(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    desk.workers[-1].say(Ready(assurance=Assurance.CAMERA_ONLY, camera="played"))
    await until(lambda: any(entry.body.get("what") == "assurance" for entry in desk.wire.held))
    meta = await desk.store.journal.meta(desk.wire.attempt_id)
    assert meta is not None
    assert meta.assurance == "camera_only"
    assert sitting.state is SittingState.SITTING
    await desk.close()


async def test_lockdown_reports_become_events_with_beginning_and_end(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    sitting.engage(desk.lockdown, None)
    assert desk.lockdown.report is not None
    closing = desk.lockdown.report(IntegrityKind.FOCUS_LOST, "")
    await asyncio.sleep(0.02)
    closing()
    await until(lambda: desk.wire.kinds().count(EntryKind.INTEGRITY) == 2)
    first, last = [entry.body for entry in desk.wire.held if entry.kind is EntryKind.INTEGRITY]
    assert first["id"] == last["id"]
    assert (first["endedMs"], last["endedMs"] is None) == (None, False)
    sitting.hand_in()
    await until(lambda: sitting.state is SittingState.SUBMITTED)
    assert desk.lockdown.report is None
    await desk.close()


async def test_a_virtual_machine_is_told_once_and_a_lost_focus_with_its_true_beginning(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    sitting.engage(desk.lockdown, None)
    assert desk.lockdown.report is not None
    for _ in range(2):  # the second as after a crash
        desk.lockdown.report(IntegrityKind.VIRTUAL_MACHINE, "qemu")()
    before = sitting.now_ms()
    desk.lockdown.report(IntegrityKind.FOCUS_LOST, "", ago_ms=60_000)()
    vm, focus = sitting.flags.all()
    assert (vm.kind, vm.detail) == (IntegrityKind.VIRTUAL_MACHINE, "qemu")
    assert before - 60_000 <= focus.started_ms < before
    assert [flag.kind for flag in sitting.flags.unread()] == [IntegrityKind.FOCUS_LOST]
    await desk.close()


async def test_the_opening_says_what_this_computer_can_guarantee(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    desk.lockdown.able = capabilities("wayland", "linux")
    await desk.open()
    await desk.start()
    await until(lambda: bool(desk.wire.held))
    report = ComputerReport.model_validate(desk.wire.held[0].body["computer"])
    assert report.capabilities[1] == ComputerCapability(name="on_top", certainty="not_here", why="wayland")
    assert desk.wire.held[0].body["exceptions"] == {**StudentExceptions(camera_only=True).to_wire(), "kinds": []}
    await desk.close()


@pytest.mark.parametrize("way", ["command", "log"])
async def test_what_a_teacher_arranges_in_mid_exam_holds_at_once_and_after_a_crash(tmp_path: Path, way: str) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    sitting.engage(desk.lockdown, None)
    assert desk.lockdown.report is not None
    closing = desk.lockdown.report(IntegrityKind.SECOND_DISPLAY, "2")
    kinds = frozenset({IntegrityKind.SECOND_DISPLAY, IntegrityKind.LOOKING_AWAY})
    holds = StudentExceptions(kinds=kinds, camera_only=True)
    expected = {"kinds": ["looking_away", "second_display"], "challengeExempt": False, "cameraOnly": True, "note": ""}
    if way == "command":
        attempt_id = sitting.meta.attempt_id
        desk.service.take_command(AttemptCommand(attempt_id=attempt_id, command="policy", exceptions=holds))
    else:
        desk.wire.exceptions = holds
        _answer(sitting, 0)
    await until(lambda: any(entry.body.get("exceptions", {}) == expected for entry in desk.wire.held))
    assert desk.lockdown.policy is not None
    assert not desk.lockdown.policy.wants(IntegrityKind.SECOND_DISPLAY)
    await until(lambda: desk.workers[-1].configuration is not None and desk.workers[-1].running)
    assert desk.workers[-1].configuration is not None
    assert not desk.workers[-1].configuration.policy.wants(IntegrityKind.LOOKING_AWAY)
    await until(lambda: any(entry.body.get("reason") == "policy" for entry in desk.wire.held))  # the camera was away
    closing()  # what had begun ends in the journal all the same
    assert desk.lockdown.report(IntegrityKind.SECOND_DISPLAY, "2") is not None
    displays = [flag for flag in sitting.flags.all() if flag.kind is IntegrityKind.SECOND_DISPLAY]
    assert [flag.ended_ms is not None for flag in displays] == [True]
    attempt_id = desk.wire.attempt_id
    await until(lambda: sitting.meta.policy["exceptions"])
    await desk.crash()
    again = ExamDesk(tmp_path, desk.wire)
    desk.wire.online = False
    await again.open()
    resumed = await again.service.resume(EXAM_ID)
    assert resumed.meta.attempt_id == attempt_id
    assert not resumed.policy.wants(IntegrityKind.LOOKING_AWAY)
    await again.close()


async def test_what_is_not_about_the_camera_leaves_it_running(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    started = desk.workers[-1].configuration
    holds = StudentExceptions(kinds=frozenset({IntegrityKind.SECOND_DISPLAY}), camera_only=True)
    command = AttemptCommand(attempt_id=sitting.meta.attempt_id, command="policy", exceptions=holds)
    desk.service.take_command(command)
    desk.service.take_command(command)  # said again, nothing changes
    desk.service.take_command(AttemptCommand(attempt_id=sitting.meta.attempt_id, command="policy"))
    await until(lambda: desk.wire.kinds().count(EntryKind.OPENED) == 2)
    assert desk.workers[-1].running
    assert desk.workers[-1].configuration is started
    assert EntryKind.GAP not in desk.wire.kinds()
    await desk.close()


async def test_the_status_tells_the_invigilator(tmp_path: Path) -> None:
    desk = ExamDesk(tmp_path)
    await desk.open()
    sitting = await desk.start()
    sitting.go_to(2)
    _answer(sitting, 2)
    await until(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL)
    status = sitting.status()
    assert (status.answered, status.question, status.worker_state) == (1, 3, "ok")
    assert status.head == desk.wire.head
    await desk.close()

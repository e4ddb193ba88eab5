"""After a suspicion: a turn of the head, a number instead, or not now; each of it journaled, none of it in the way."""

from random import Random

import pytest

from learnup_desktop.contract.integrity import INFORMATION_KINDS, IntegrityEvent, IntegrityKind, ProctoringPolicy
from learnup_desktop.features.exams.presence import QUIET_MS, PresenceCheck, PresenceStep
from learnup_desktop.features.exams.presence_widgets import PresencePanel
from learnup_desktop.proctoring.messages import ChallengeProgress

ASKING = ProctoringPolicy(challenge_after_suspicion=True)


class Desk:
    """A check with a played camera and a clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000
        self.asked: list[str] = []
        self.recorded: list[IntegrityEvent] = []
        self.check = PresenceCheck(self, self.recorded.append, lambda: self.now, lambda: None, Random(3))

    def challenge(self) -> None:
        self.asked.append("begin")

    def cancel_challenge(self) -> None:
        self.asked.append("cancel")

    def suspect(
        self,
        kind: IntegrityKind = IntegrityKind.SPOOF_SUSPECTED,
        policy: ProctoringPolicy = ASKING,
        *,
        over: bool = True,
    ) -> None:
        """A suspicion, told when it begins or when it is over."""
        event = IntegrityEvent(id="e", kind=kind, started_ms=self.now - 5000, ended_ms=self.now if over else None)
        self.check.after(event, policy)

    def step(self) -> PresenceStep:
        return self.check.step

    @property
    def details(self) -> list[str]:
        return [event.detail for event in self.recorded if event.ended_ms is not None]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_suspicion_that_is_over_is_asked_about_where_the_policy_says_so(desk: Desk) -> None:
    desk.suspect(policy=ProctoringPolicy())
    desk.suspect(policy=ASKING.model_copy(update={"challenge_exempt": True}))
    desk.suspect(IntegrityKind.NO_FACE)
    desk.suspect(over=False)
    assert desk.step() is PresenceStep.NONE and desk.recorded == []
    desk.suspect(IntegrityKind.IDENTITY_MISMATCH)
    assert desk.step() is PresenceStep.ASKED
    assert [event.kind for event in desk.recorded] == [IntegrityKind.PRESENCE_CHECK]
    assert IntegrityKind.PRESENCE_CHECK in INFORMATION_KINDS


def test_a_turn_that_the_camera_passes_is_recorded_and_one_that_fails_may_be_tried_again(desk: Desk) -> None:
    desk.suspect()
    desk.check.turn()
    desk.check.took(ChallengeProgress(state="failed", reason="face_lost"))
    assert desk.step() is PresenceStep.ASKED and desk.details == []
    desk.check.turn()
    desk.check.took(ChallengeProgress(state="running", step="turn_left"))
    desk.check.took(ChallengeProgress(state="passed"))
    assert desk.asked == ["begin", "begin"]
    assert desk.details == ["turned"] and desk.step() is PresenceStep.NONE


def test_the_way_by_keyboard_needs_no_camera_and_is_recorded_as_such(desk: Desk) -> None:
    desk.suspect()
    desk.check.turn()
    desk.check.type_instead()
    assert desk.asked == ["begin", "cancel"]
    assert not desk.check.typed("1") and desk.check.mistyped
    assert desk.check.typed(f" {desk.check.number[:3]} {desk.check.number[3:]} ")
    assert desk.details == ["typed"]


def test_it_can_be_put_off_and_nobody_is_asked_again_at_once(desk: Desk) -> None:
    desk.suspect()
    desk.check.put_off()
    desk.suspect()
    assert desk.details == ["put_off"] and desk.step() is PresenceStep.NONE
    desk.now += QUIET_MS
    desk.suspect()
    assert desk.step() is PresenceStep.ASKED
    desk.check.close()
    assert desk.details == ["put_off", "not_shown"]


@pytest.mark.usefixtures("qapp")
def test_the_panel_shows_the_step_and_is_worked_by_keyboard(desk: Desk) -> None:
    panel = PresencePanel(desk.check)
    assert panel.isHidden()
    desk.suspect()
    panel.refresh()
    assert not panel.isHidden() and not panel.turn.isHidden() and panel.field.isHidden()
    panel.type_instead.click()
    panel.refresh()
    assert not panel.field.isHidden() and panel.turn.isHidden()
    assert desk.check.number[:3] in panel.field.accessibleName()
    panel.field.setText(desk.check.number)
    panel.field.returnPressed.emit()
    panel.refresh()
    assert panel.isHidden() and desk.details == ["typed"]

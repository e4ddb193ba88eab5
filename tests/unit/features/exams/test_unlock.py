"""The offers of a lobby: another computer has the seat, there is no network."""

from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import ConflictError, OfflineError, RuleViolation
from learnup_desktop.contract.seats import TakeoverAnswer
from learnup_desktop.features.exams.seat import SeatAsking
from learnup_desktop.features.exams.seat_widgets import SeatPanel
from learnup_desktop.features.exams.unlock_widgets import UnlockPanel
from tests.conftest import RunQt
from tests.integration.exam_side import eventually

HELD = ConflictError(
    "held",
    status=409,
    platform_code="attempt.lease_held",
    details={"attemptId": "attempt-1", "deviceName": "Hall PC 7", "heldUntil": "2026-11-22T12:00:00.000Z"},
)


def test_a_code_is_offered_only_where_there_is_no_network(qapp: QApplication) -> None:
    panel = UnlockPanel(lambda: None)
    typed: list[str] = []
    panel.entered.connect(typed.append)
    panel.offer(HELD)
    assert panel.isHidden()
    panel.offer(OfflineError())
    assert not panel.isHidden()
    panel.button.click()
    assert typed == []
    panel.field.edit.setText("abcd-efgh")
    panel.button.click()
    assert typed == ["abcd-efgh"]
    panel.refuse()
    assert not panel.isHidden()
    panel.deleteLater()


def test_a_seat_is_asked_for_until_it_is_granted(run_qt: RunQt) -> None:
    answers = [TakeoverAnswer(granted=False, held_by="Hall PC 7", refused=True), TakeoverAnswer(granted=True)]

    async def ask() -> TakeoverAnswer:
        return answers.pop(0)

    async def go() -> None:
        panel = SeatPanel(lambda attempt_id: SeatAsking(attempt_id, ask))
        granted: list[bool] = []
        panel.granted.connect(lambda: granted.append(True))
        panel.offer(RuleViolation("something else"))
        assert panel.isHidden()
        panel.offer(HELD)
        assert not panel.isHidden()
        panel.button.click()
        assert not panel.button.isEnabled()
        await eventually(panel.button.isEnabled)
        assert granted == []
        panel.button.click()
        await eventually(lambda: bool(granted))
        panel.offer(None)
        assert panel.isHidden()
        panel.deleteLater()

    run_qt(go())

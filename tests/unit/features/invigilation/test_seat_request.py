"""What a teacher sees when a student's other computer asks for the seat."""

from PySide6.QtWidgets import QApplication

from learnup_desktop.contract.exams import AttemptState
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.features.invigilation.seat_widgets import SeatRequest


def _attempt(asked_by: str | None, aside: int) -> AttemptOverview:
    return AttemptOverview(
        student_id="s",
        student_name="Nimali",
        attempt_id="a",
        state=AttemptState.OPEN,
        device_name="Hall PC 7",
        seat_asked_by=asked_by,
        set_aside=aside,
    )


def test_it_is_there_only_when_something_is_to_decide_or_to_know(qapp: QApplication) -> None:
    request = SeatRequest()
    decided: list[bool] = []
    request.decided.connect(decided.append)
    request.show_attempt(_attempt(None, 0))
    assert request.isHidden()
    request.show_attempt(_attempt("Hall PC 8", 0))
    assert not request.isHidden()
    request.allow.click()
    request.refuse.click()
    assert decided == [True, False]
    request.show_attempt(_attempt(None, 3))
    assert not request.isHidden()
    buttons = request.allow.parentWidget()
    assert buttons is not None and buttons.isHidden()
    assert "3" in request.aside.text()
    request.deleteLater()

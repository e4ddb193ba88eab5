"""A practice paper says so wherever a student meets it, and an exam never does."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from learnup_desktop.contract.exams import ExamSummary
from learnup_desktop.features.exams.exams_page import ExamCardWidget
from learnup_desktop.features.exams.lobby_page import LobbyPage
from learnup_desktop.features.exams.receipt_page import ReceiptPage
from learnup_desktop.features.exams.routes import exam_routes
from learnup_desktop.features.exams.service import ExamCard, ExamGroup
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from tests.conftest import RunQt
from tests.unit.features.exams.exam_desk import EXAM_ID, ExamDesk, until


class PracticeDesk(ExamDesk):
    """A PC whose exam is a rehearsal, or is not."""

    def __init__(self, folder: Path, practice: bool) -> None:
        self._practice = practice
        super().__init__(folder)

    def _make_exam(self) -> ExamSummary:
        return super()._make_exam().model_copy(update={"practice": self._practice})


def says(widget: QWidget) -> bool:
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return any("ractice" in label.text() for label in labels)


@pytest.mark.parametrize("practice", [True, False])
def test_it_is_said_on_every_page(run_qt: RunQt, tmp_path: Path, practice: bool, qapp: QApplication) -> None:
    async def go() -> None:
        desk = PracticeDesk(tmp_path, practice)
        service = await desk.open()
        window = MainWindow(exam_routes(lambda: service), AccountSummary("Nimali R.", "Grade 12", "student"))
        window.show()
        card = ExamCardWidget(ExamCard(desk.exam, ExamGroup.OPEN), datetime.now(UTC))
        assert says(card) is practice
        window.navigate("exam-lobby", exam_id=EXAM_ID)
        lobby = window.current_page()
        assert isinstance(lobby, LobbyPage)
        await until(lambda: lobby.lobby is not None)
        lobby.consent.setChecked(True)
        await until(lobby.start.isEnabled)
        assert says(lobby) is practice
        lobby.start.click()
        await until(lambda: window.full_page() is not None)
        view = window.full_page()
        assert isinstance(view, SittingView)
        assert (says(view.bar) or not view.bar.practice.isHidden()) is practice
        view.sitting.hand_in()
        await until(lambda: isinstance(window.current_page(), ReceiptPage) and window.full_page() is None)
        receipt = window.current_page()
        assert isinstance(receipt, ReceiptPage)
        await until(lambda: bool(receipt.code()))
        assert says(receipt) is practice
        for widget in (card, window):
            widget.hide()
            widget.deleteLater()
        await desk.close()

    run_qt(go())

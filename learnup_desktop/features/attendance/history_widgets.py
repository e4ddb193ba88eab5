"""Every mark ever made about a student in a lesson, as a list: what, how, who, when, where, and which one counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.attendance import MarkEntry
from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.features.attendance.board import AttendanceBoard
from learnup_desktop.features.attendance.service import AttendanceService, History
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import STATE_TONES, method_words, state_words
from learnup_desktop.qt.dialogs import Choice, Dialog, open_dialog
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, Divider, ListRow, Pill, ScrollColumn, WrapLabel


class HistoryDialog(Dialog):
    """The history of one student in one lesson."""

    def __init__(self, parent: QWidget | None, student: RollStudent, history: History) -> None:
        super().__init__(parent, student.name, width=520)
        if not history.whole:
            told = self.tr("There is no network: these are the marks that this PC knows. The rest is at school.")
            self.body.addWidget(WrapLabel(told, "caption", "text-muted"))
        if not history.entries:
            self.body.addWidget(WrapLabel(self.tr("No mark yet.")))
        body = QWidget()
        column = Column(body, gap=2)
        self.rows: list[ListRow] = []
        for entry in history.entries:
            row = self._row(entry)
            self.rows.append(row)
            column.add(row, Divider())
        column.addStretch(1)
        if history.entries:
            scroll = ScrollColumn(body)
            scroll.setMinimumHeight(theme().px(220))
            self.body.addWidget(scroll, 1)
        self.add_choices([Choice("close", self.tr("Close"), "primary")])

    def _row(self, entry: MarkEntry) -> ListRow:
        mark = entry.mark
        title = state_words(mark.state, mark.minutes_late)
        if mark.withdrawn:
            title = self.tr("Mark taken away")
        parts: Sequence[str] = (
            method_words(mark.method),
            entry.marked_by_name,
            i18n.format_moment(mark.marked_at),
            entry.device_name,
            mark.note,
        )
        pill = Pill(self.tr("counts"), STATE_TONES[mark.state]) if entry.standing else None
        return ListRow(title, " · ".join(part for part in parts if part), trailing=pill, wrap=True)


async def open_history(
    parent: QWidget, service: AttendanceService, board: AttendanceBoard, student: RollStudent
) -> None:
    """Show every mark ever made about a student in a lesson.

    Raises:
        LearnUpError: as ``AttendanceService.history``.
    """
    await open_dialog(HistoryDialog(parent, student, await service.history(board, student.id)))

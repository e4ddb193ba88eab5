"""Bringing emergency files, many at once: how far it is, and what became of each file."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.features.invigilation.emergencies import Brought, Outcome
from learnup_desktop.features.invigilation.service import InvigilationService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Column, Label, ListRow, Pill, ProgressBar, ScrollColumn, Tone

EMERGENCY_SUFFIX = ".learnup-emergency"
_TONES: dict[Outcome, Tone] = {
    Outcome.MERGED: "positive",
    Outcome.ASIDE: "caution",
    Outcome.KNOWN: "neutral",
    Outcome.FOREIGN: "critical",
    Outcome.DAMAGED: "critical",
    Outcome.FAILED: "critical",
}


class EmergencyDialog(Dialog):
    """Sends the files one after the other while it is open; closing it stops behind the file under way.

    Args:
        parent: whose window is covered.
        service: sends them.
        paths: the files.
    """

    def __init__(self, parent: QWidget | None, service: InvigilationService, paths: Sequence[Path]) -> None:
        super().__init__(parent, QCoreApplication.translate("EmergencyDialog", "Emergency files"), width=560)
        self._paths = list(paths)
        self.results: list[Brought] = []
        self.progress, self.words = ProgressBar(), Label("", "caption", "text-muted")
        rows = QWidget()
        self._rows = Column(rows, gap=0)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.words)
        self.body.addWidget(ScrollColumn(rows))
        self.add_choice(Choice("close", self.tr("Close"), "primary"))
        self._show_progress()
        self.tasks = TaskScope(self)
        self.tasks.run(partial(self._bring, service))

    async def _bring(self, service: InvigilationService) -> None:
        for path in self._paths:
            brought = await service.bring(path)
            self.results.append(brought)
            self._rows.addWidget(self._row(brought))
            self._show_progress()

    def _show_progress(self) -> None:
        done, total = i18n.format_number(len(self.results)), i18n.format_number(len(self._paths))
        words = self.tr("{done} of {total} files").format(done=done, total=total)
        self.progress.set_value(len(self.results), max(1, len(self._paths)), description=words)
        self.words.setText(words)

    def _row(self, brought: Brought) -> ListRow:
        row = ListRow(brought.name, self._detail(brought), dense=True, wrap=True)
        row.add_trailing(Pill(self._outcome(brought.outcome), _TONES[brought.outcome]))
        row.setAccessibleName(f"{brought.name}, {self._outcome(brought.outcome)}, {self._detail(brought)}")
        return row

    def _outcome(self, outcome: Outcome) -> str:
        return {
            Outcome.MERGED: self.tr("taken"),
            Outcome.ASIDE: self.tr("set aside"),
            Outcome.KNOWN: self.tr("already there"),
            Outcome.FOREIGN: self.tr("not yours"),
            Outcome.DAMAGED: self.tr("damaged"),
            Outcome.FAILED: self.tr("not sent"),
        }[outcome]

    def _detail(self, brought: Brought) -> str:
        if brought.error is not None:
            said = i18n.translate_error(brought.error)
            return f"{said.title} {said.advice} ({brought.error.code})".strip()
        answer = brought.answer
        if answer is None:
            return {
                Outcome.FOREIGN: self.tr("Of a student or an exam that you do not teach. Its owner can bring it."),
                Outcome.DAMAGED: self.tr("Not a whole emergency file of this school. Ask for another copy."),
            }.get(brought.outcome, "")
        text = self.tr("New in the journal: {new}. Kept beside it: {aside}. Known already: {known}.")
        number = i18n.format_number
        return text.format(new=number(answer.appended), aside=number(answer.set_aside), known=number(answer.known))

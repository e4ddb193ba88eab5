"""The table of what a computer can guarantee in an exam: the same one for the student and for the teacher."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.integrity import ComputerCapability
from learnup_desktop.qt.computer_words import capability_words
from learnup_desktop.qt.widgets import CheckRow, Column, Tone, clear_layout

_TONES: dict[str, Tone] = {"sure": "positive", "mostly": "neutral", "not_here": "caution"}


class ComputerTable(QWidget):
    """One line a capability: what it is about, whether it can be relied on, and why not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, gap=2)
        self._shown: tuple[ComputerCapability, ...] | None = None
        self.rows: list[CheckRow] = []

    def show_capabilities(self, capabilities: Sequence[ComputerCapability]) -> None:
        """Show these; the same again changes nothing."""
        wanted = tuple(capabilities)
        if wanted != self._shown:
            self._shown = wanted
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        clear_layout(self._column)
        self.rows = []
        for capability in self._shown or ():
            words = capability_words(capability.name, capability.certainty, capability.why)
            detail = f"{words.certainty}: {words.why}" if words.why else words.certainty
            row = CheckRow(words.about, detail, _TONES.get(capability.certainty, "neutral"))
            row.setAccessibleName(f"{words.about}: {detail}")
            self.rows.append(row)
            self._column.addWidget(row)

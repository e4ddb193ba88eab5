"""The table of what a computer can guarantee in an exam: the same one for the student and for the teacher."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.integrity import ComputerCapability
from learnup_desktop.qt.computer_words import capability_words
from learnup_desktop.qt.widgets import Column, IconLabel, Row, WrapLabel, clear_layout

_ICONS: dict[str, tuple[str, str]] = {
    "sure": ("check-circle", "positive"),
    "mostly": ("circle-half-full", "text-muted"),
    "not_here": ("minus-circle-outline", "caution"),
}
"""Icon and colour token; each icon has a form of its own, so that nothing is said by colour alone."""


class CapabilityRow(QWidget):
    """One line: what it is about, and below it how far it can be relied on where that is not wholly."""

    def __init__(self, capability: ComputerCapability) -> None:
        super().__init__()
        words = capability_words(capability.name, capability.certainty, capability.why)
        detail = f"{words.certainty}: {words.why}" if words.why else words.certainty
        icon, tone = _ICONS.get(capability.certainty, ("help-circle-outline", "text-muted"))
        row = Row(self, gap=2)
        row.addWidget(IconLabel(icon, tone, size=18), 0, Qt.AlignmentFlag.AlignTop)
        text = Column(gap=0)
        text.add(WrapLabel(words.about))
        if capability.certainty != "sure":
            text.add(WrapLabel(detail, "caption", "text-muted"))
        row.addLayout(text, 1)
        self.setAccessibleName(f"{words.about}: {detail}")


class ComputerTable(QWidget):
    """One line a capability: what it is about, whether it can be relied on, and why not."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(self, gap=2)
        self._shown: tuple[ComputerCapability, ...] | None = None
        self.rows: list[CapabilityRow] = []

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
            row = CapabilityRow(capability)
            self.rows.append(row)
            self._column.addWidget(row)

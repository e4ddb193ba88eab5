"""Sections in a sitting: which one is open and how long yet, and the question before one leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.questions import Paper, Section
from learnup_desktop.features.exams.sheet import QuestionMark
from learnup_desktop.qt import i18n
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.widgets import Card, Column, Pill, PrimaryButton, Row, SecondaryButton, WrapLabel

SOON_SECONDS = 120
"""From here on the section's time is said in the tone of caution; the words say the same."""


class SectionPill(Pill):
    """The section's name and its own time."""

    def show_section(self, paper: Paper, name: str, language: str, seconds: float | None) -> None:
        """Say the section's name as the paper gives it, and its own time; nothing where there is no section."""
        section = next((item for item in paper.sections if item.id == name), None)
        if section is not None:
            name = section.title.text(language)
        elif 0 < len(name) <= 2:
            name = self.tr("Section {name}").format(name=name)
        if seconds is None:
            self.set(name, "neutral")
        else:
            minutes, rest = divmod(round(seconds), 60)
            text = self.tr("{section} · {time} left").format(section=name, time=f"{minutes}:{rest:02d}")
            self.set(text, "caution" if seconds <= SOON_SECONDS else "accent", icon="timer-outline")
        self.setVisible(bool(name))

    @staticmethod
    def instructions(paper: Paper, name: str, language: str) -> str:
        """What the paper says about the section."""
        section = next((item for item in paper.sections if item.id == name), None)
        return section.text.text(language) if section is not None and section.text is not None else ""


class LeaveSectionPanel(QWidget):
    """Leave the section? There is no way back.

    Attributes:
        confirmed: leave it now.
        cancelled: go on writing.
        chosen: index of a question to go back to.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, formulas: FormulaCache) -> None:
        super().__init__()
        self._section: Section | None = None
        self._following: Section | None = None
        self._open = 0
        self._language = "en"
        self._card = Card(gap=4, padding=6)
        self._title = WrapLabel("", "title")
        self._text = WrapLabel("", "body", "text-muted")
        self._next = PaperText(formulas, "body")
        self.back = SecondaryButton("", icon="arrow-left")
        self.leave = PrimaryButton("", icon="arrow-right", trailing=True)
        self.leave.setObjectName("leave-section")
        self.back.clicked.connect(self.cancelled)
        self.leave.clicked.connect(self.confirmed)
        buttons = Row(gap=3)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        self._card.add(self._title, self._text, self._next, buttons)
        column = Column(self, gap=0)
        column.addWidget(self._card)
        column.addStretch(1)

    def show_sections(self, section: Section, following: Section, marks: Sequence[QuestionMark], language: str) -> None:
        """What is left, and what comes."""
        self._section, self._following, self._language = section, following, language
        self._open = sum(not mark.answered for mark in marks if mark.reachable)
        self.retranslate()

    def retranslate(self) -> None:
        """Every text again."""
        self.back.setText(self.tr("Stay in this section"))
        self.leave.setText(self.tr("Leave this section"))
        if self._section is None or self._following is None:
            return
        self._title.setText(self.tr("Leave “{section}”?").format(section=self._section.title.text(self._language)))
        text = self.tr("You cannot come back to it. Its answers stay as they are.")
        if self._open:
            number = i18n.format_number(self._open)
            left = self.tr("Not answered yet: {n}.").format(n=number)
            text = f"{left} {text}"
        self._text.setText(text)
        name = self._following.title.text(self._language)
        if self._following.seconds is None:
            following = self.tr("Next: “{section}”.").format(section=name)
        else:
            length = i18n.format_duration(self._following.seconds)
            following = self.tr("Next: “{section}”, {length}. Its time begins at once.").format(
                section=name, length=length
            )
        words = self._following.text.text(self._language) if self._following.text is not None else ""
        self._next.setText(f"{following} {words}".strip())

"""What every answer editor is: it shows an answer, and says what the student made of it.

``set_answer`` shows what is there, ``edited`` carries what was typed or chosen. Typing never waits for anything, and
text moves by the clipboard inside the sitting only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.answers import Answer
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.qt.paper.formula import FormulaCache

LONGEST_TEXT = 100_000
"""As the contract bounds ``TextAnswer``."""


class Clipboard(Protocol):
    """What is used of ``lockdown.clipboard.InAppClipboard``."""

    def copy(self, text: str) -> None: ...
    def paste(self) -> str: ...
    def refuse(self) -> None: ...


@dataclass(frozen=True, slots=True)
class EditorTools:
    """What editors need besides their question.

    Attributes:
        clipboard: inside the sitting; None leaves the system's.
        images: of the paper, by name.
        formulas: drawn once for all questions.
        work: where drawings and photographs go; None where they cannot be kept.
        camera: photographs paper; None where there is none.
    """

    clipboard: Clipboard | None = None
    images: Mapping[str, bytes] = field(default_factory=dict)
    formulas: FormulaCache = field(default_factory=FormulaCache)
    work: WorkDesk | None = None
    camera: StudentCamera | None = None


def clean(text: str) -> str:
    """``text`` without halves of surrogate pairs, which no UTF-8 and so no journal can hold."""
    return text.encode("utf-8", "ignore").decode()


class AnswerEditor(QWidget):
    """Base of all editors.

    Attributes:
        edited: the new :data:`Answer`; only by the student's hand, never by ``set_answer``.
    """

    edited = Signal(object)

    def set_answer(self, answer: Answer | None) -> None:
        """Show what was answered; None for nothing."""
        raise NotImplementedError

    def set_language(self, language: str) -> None:
        """Show the paper's words in another language."""

    def set_read_only(self, read_only: bool) -> None:
        """Stop or take keystrokes."""
        self.setEnabled(not read_only)

    def choose(self, index: int) -> bool:
        """Press the choice at ``index`` from 0; False where there is none."""
        return False

    def takes_letters(self) -> bool:
        """Whether letters are typed here, so that they are no shortcuts."""
        return False

    def focus_editor(self) -> None:
        """Put the keyboard where the answer goes."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set the program's own words again."""

    def fills(self) -> bool:
        """Whether it takes all the height there is."""
        return False

"""Arranging something for one student: what is offered, what holds, and why."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.integrity import IntegrityKind, StudentExceptions
from learnup_desktop.qt.arrangement_words import OFFERED, kind_arranged
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.i18n import translate_key
from learnup_desktop.qt.widgets import CheckBox, TextField, WrapLabel

LONGEST_NOTE = 500
"""Characters, as the contract bounds ``StudentExceptions.note``."""


class ArrangementDialog(Dialog):
    """Boxes to tick and a note; ``wanted`` is what then holds.

    Args:
        parent: whose window is covered.
        name: the student.
        held: what is arranged now; kinds that are not offered here are kept.
    """

    def __init__(self, parent: QWidget | None, name: str, held: StudentExceptions | None) -> None:
        title = QCoreApplication.translate("ArrangementDialog", "Arranged for {name}")
        super().__init__(parent, title.format(name=name))
        self._held = held or StudentExceptions()
        self.body.addWidget(
            WrapLabel(self.tr("What is ticked is not recorded for this student, who sees it."), tone="text-muted")
        )
        self.kinds: dict[IntegrityKind, CheckBox] = {}
        for kind in OFFERED:
            self.kinds[kind] = self._box(kind_arranged(kind), kind in self._held.kinds)
        self.challenge = self._box(translate_key("arranged.challenge_exempt"), self._held.challenge_exempt)
        self.camera_only = self._box(translate_key("arranged.camera_only"), self._held.camera_only)
        self.note = TextField(self.tr("Why (the student reads it)"), self._held.note)
        self.note.edit.setMaxLength(LONGEST_NOTE)
        self.body.addWidget(self.note)
        self.add_choice(Choice("cancel", self.tr("Cancel")))
        self.add_choice(Choice("save", self.tr("Arrange"), "primary"))

    def wanted(self) -> StudentExceptions:
        """What the boxes say."""
        kept = self._held.kinds - set(OFFERED)
        ticked = {kind for kind, box in self.kinds.items() if box.isChecked()}
        return StudentExceptions(
            kinds=frozenset(kept | ticked),
            challenge_exempt=self.challenge.isChecked(),
            camera_only=self.camera_only.isChecked(),
            note=self.note.text(),
        )

    def _box(self, text: str, on: bool) -> CheckBox:
        box = CheckBox(text)
        box.setChecked(on)
        self.body.addWidget(box)
        return box

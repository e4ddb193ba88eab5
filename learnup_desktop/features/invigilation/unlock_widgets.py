"""The unlock code on the invigilator's screen: large enough to read out, and as a QR code."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.exams import UnlockCode
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.qr import QrCode
from learnup_desktop.qt.widgets import Label, WrapLabel

GROUPS_A_LINE = 5


class UnlockDialog(Dialog):
    """One exam's code.

    Args:
        parent: whose window is covered.
        unlock: the code.
    """

    def __init__(self, parent: QWidget | None, unlock: UnlockCode) -> None:
        super().__init__(parent, QCoreApplication.translate("UnlockDialog", "Unlock code"))
        self.body.addWidget(
            WrapLabel(
                self.tr(
                    "For a hall without a network. Read it out when the exam begins, and not before: who has it can"
                    " open the paper."
                ),
                tone="text-muted",
            )
        )
        groups = unlock.code.split("-")
        for start in range(0, len(groups), GROUPS_A_LINE):
            line = Label(" ".join(groups[start : start + GROUPS_A_LINE]), "title")
            line.set_selectable()
            self.body.addWidget(line)
        qr = QrCode(unlock.qr)
        qr.setAccessibleName(self.tr("The code as a QR code"))
        self.body.addWidget(qr)
        self.add_choice(Choice("close", self.tr("Close"), "primary"))

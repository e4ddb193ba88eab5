"""Starting without a network: the code that the invigilator reads out, typed where a start reached nobody."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError, NetworkError
from learnup_desktop.qt.widgets import Column, PrimaryButton, Row, TextField, WrapLabel


class UnlockPanel(QWidget):
    """Offers to start with a code when a start found no network.

    Attributes:
        entered: the code as it was typed.
    """

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text = WrapLabel("", "body", "text-muted")
        self.field = TextField("")
        self.field.setObjectName("unlock-code")
        self.field.edit.returnPressed.connect(self._enter)
        self.button = PrimaryButton("", icon="lock-open-outline")
        self.button.setObjectName("unlock")
        self.button.clicked.connect(self._enter)
        row = Row()
        row.addWidget(self.button)
        row.addStretch(1)
        column = Column(self, gap=3)
        column.add(self._text, self.field, row)
        self.hide()
        self.retranslate()

    def offer(self, error: LearnUpError | None) -> None:
        """Show the offer when ``error`` says that there is no network; hide otherwise."""
        self.setVisible(isinstance(error, NetworkError))

    def refuse(self) -> None:
        """What was typed is no code of this exam."""
        self.field.set_error(self.tr("This is not the code of this exam. Please compare it group by group."))
        self.show()

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.setText(
            self.tr("Is there no network in your hall? The invigilator has a code that opens this exam's paper.")
        )
        self.field.set_label(self.tr("Unlock code"))
        self.button.setText(self.tr("Start with the code"))

    def _enter(self) -> None:
        self.field.set_error("")
        if self.field.text().strip():
            self.entered.emit(self.field.text())

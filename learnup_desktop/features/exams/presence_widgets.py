"""Beside the question: "show that you are there", by a turn of the head or by a number. It takes no focus by itself."""

from PySide6.QtWidgets import QLineEdit, QWidget

from learnup_desktop.features.exams.presence import PresenceCheck, PresenceStep
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Banner, Column, FlowRow, PrimaryButton, SecondaryButton


class PresencePanel(QWidget):
    """Shows a ``PresenceCheck`` while it asks.

    Args:
        check: what is asked.
    """

    def __init__(self, check: PresenceCheck) -> None:
        super().__init__()
        self._check = check
        self._shown: object = None
        self.banner = Banner("", "", "accent", icon="account-convert")
        self.turn = PrimaryButton("", icon="camera-outline")
        self.turn.setObjectName("presence-turn")
        self.turn.clicked.connect(check.turn)
        self.type_instead = SecondaryButton("", icon="keyboard-outline")
        self.type_instead.setObjectName("presence-type")
        self.type_instead.clicked.connect(self._type_instead)
        self.later = SecondaryButton("")
        self.later.setObjectName("presence-later")
        self.later.clicked.connect(check.put_off)
        self.field = QLineEdit()
        self.field.setObjectName("presence-number")
        self.field.setMaxLength(12)
        self.field.returnPressed.connect(self._typed)
        theme().dress(self.field)
        self.done = PrimaryButton("", icon="check")
        self.done.setObjectName("presence-done")
        self.done.clicked.connect(self._typed)
        controls = FlowRow(gap=2)
        for control in (self.field, self.done, self.turn, self.type_instead, self.later):
            controls.addWidget(control)
        column = Column(self, gap=2)
        column.add(self.banner, controls)
        self.retranslate()

    @property
    def asks(self) -> bool:
        """Whether there is something to answer."""
        return self._check.step is not PresenceStep.NONE

    def retranslate(self) -> None:
        """Set every text again."""
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Show where it stands; what is as it was costs nothing."""
        check = self._check
        shown = check.step, check.progress, check.number, check.mistyped, i18n.language()
        if shown == self._shown:
            return
        self._shown = shown
        self.turn.setText(self.tr("Turn my head"))
        self.type_instead.setText(self.tr("Type a number instead"))
        self.later.setText(self.tr("Not now"))
        self.done.setText(self.tr("Done"))
        typing = check.step is PresenceStep.TYPING
        self.setVisible(self.asks)
        self.field.setVisible(typing)
        self.done.setVisible(typing)
        self.turn.setVisible(check.step is PresenceStep.ASKED)
        self.type_instead.setVisible(not typing)
        title = self.tr("Show that you are there")
        text = self.tr("The camera was not sure. Turn your head as it says, or type a number. It decides nothing.")
        if typing:
            title = self.tr("Type this number: {number}").format(number=_spaced(check.number))
            text = self.tr("That was another number. Try again.") if check.mistyped else ""
            self.field.setAccessibleName(title)
        elif check.step is PresenceStep.TURNING:
            step = check.progress.step if check.progress is not None else ""
            title = i18n.translate_key(f"exams.challenge.{step or 'look_straight'}")
            text = self.tr("You can go on writing afterwards.")
        elif check.progress is not None:
            text = self.tr("That did not work. Try again with light on your face, or type a number instead.")
        self.banner.set(title, text, "accent")

    def _type_instead(self) -> None:
        self._check.type_instead()
        self.field.clear()
        # Asked for by the student, so the keyboard may follow.
        self.field.setFocus()

    def _typed(self) -> None:
        self._check.typed(self.field.text())
        self.field.clear()


def _spaced(number: str) -> str:
    return f"{number[:3]} {number[3:]}"

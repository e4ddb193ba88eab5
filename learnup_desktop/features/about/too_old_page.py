"""The school needs a newer LearnUp than this: said plainly, with what to do and what stays."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.widgets import EmptyState, PageFrame


class TooOldPage(PageFrame):
    """Takes the whole window until somebody goes on offline.

    Args:
        own: this version.
        needed: the oldest that the school takes.
        comes: whether the new version comes by itself (from the next start).

    Attributes:
        left: the person wants to go on with what is on this computer.
    """

    left = Signal()

    def __init__(self, own: str, needed: str, *, comes: bool, parent: QWidget | None = None) -> None:
        super().__init__()
        self._facts = (own, needed, comes)
        self.state = EmptyState(icon="update")
        self.state.action_requested.connect(self.left)
        self.add(self.state, stretch=1)
        self.retranslate()

    def retranslate(self) -> None:
        own, needed, comes = self._facts
        translate = QCoreApplication.translate
        what = (
            translate("TooOldPage", "It comes by itself: close LearnUp, wait a few minutes and open it again.")
            if comes
            else translate("TooOldPage", "Ask whoever looks after this computer to install it.")
        )
        text = translate(
            "TooOldPage",
            "This is version {own}; your school works with {needed} or newer. {what}\n\nEverything you wrote is kept "
            "on this computer and is sent by the new version. What is here can be used meanwhile.",
        ).format(own=own, needed=needed, what=what)
        title = translate("TooOldPage", "LearnUp needs its new version")
        self.state.set(title, text, icon="update", action=translate("TooOldPage", "Go on without the school"))

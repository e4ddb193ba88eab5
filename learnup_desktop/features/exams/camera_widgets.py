"""What the camera shows the student during an exam: the small self-view with one calm word."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, IconLabel, Row, Tone, WrapLabel, follow_theme, round_box
from learnup_desktop.qt.widgets.camera import CameraPicture, FrameSource


class SelfView(QFrame):
    """The student's own picture with one status word below; never red."""

    def __init__(self, frames: FrameSource) -> None:
        super().__init__()
        self.picture = CameraPicture(frames)
        self._icon = IconLabel("progress-clock", "text-muted", size=16)
        self._word = WrapLabel("", "caption")
        foot = Row(gap=2, margins=(3, 2, 3, 2.5))
        foot.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._word, 1)
        column = Column(self, gap=0)
        column.addWidget(self.picture)
        column.addLayout(foot)
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow_theme(self._retheme)

    def set_word(self, text: str, tone: Tone, icon: str) -> None:
        """Say how the camera sees the student."""
        self._word.setText(text)
        self._icon.set(icon, "text-muted" if tone == "neutral" else tone)
        self.setAccessibleName(text)

    def word(self) -> str:
        """What is said."""
        return self._word.text()

    def _retheme(self) -> None:
        self._column.setContentsMargins(1, 1, 1, 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        fill, border = look.color("surface-raised"), look.color("border")
        round_box(QPainter(self), self.rect(), look.radius("card"), fill=fill, border=border)

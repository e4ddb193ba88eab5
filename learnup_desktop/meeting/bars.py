"""The bars that stay on top of everything: what is left of a class in the background, and that one's screen is seen."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from learnup_desktop.meeting.head import show_media
from learnup_desktop.meeting.messages import Told
from learnup_desktop.meeting.words import state_tone, state_words
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    CriticalButton,
    ElidedLabel,
    IconButton,
    IconLabel,
    Label,
    PrimaryButton,
    Row,
    Tone,
    follow_theme,
    round_box,
    tone_color,
)


class _Bar(QWidget):
    """A frameless window on top of all others that can be dragged by its ground and takes no focus when it appears."""

    def __init__(self) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # macOS hides tool windows of a program that is not in front, which is when this one is needed.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.row = Row(self, gap=2, margins=(3, 2, 2, 2))
        self._grip: QPoint | None = None
        self._moved = False
        follow_theme(self.update)

    def appear(self) -> None:
        """Show it, where the person put it or at its own place."""
        self.adjustSize()
        screen = QGuiApplication.primaryScreen()
        if not self._moved and screen is not None:
            room = screen.availableGeometry()
            self.move(self._place(room.left(), room.right(), room.top(), room.bottom()))
        self.show()
        self.raise_()

    def _place(self, left: int, right: int, top: int, bottom: int) -> QPoint:
        return QPoint((left + right - self.width()) // 2, top + theme().space(2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._moved = True
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border = look.color("surface-raised"), self._border()
        round_box(painter, self.rect(), look.radius("card"), fill=fill, border=border, width=look.px(2))

    def _border(self) -> QColor:
        return theme().color("border")


class MiniBar(_Bar):
    """The class while its window is not seen: microphone, camera, hand, back to it, leave.

    Attributes:
        pressed: ``microphone camera hand show leave``.
    """

    pressed = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self._title = ElidedLabel(title, "body", bold=True)
        self._title.setMaximumWidth(theme().px(220))
        self._state = Label("", "caption", "text-muted")
        self._microphone = IconButton("microphone-off", "", boxed=True)
        self._camera = IconButton("video-off-outline", "", boxed=True)
        self._hand = IconButton("hand-back-right-outline", "", boxed=True)
        self._back = PrimaryButton(icon="arrow-expand")
        self._leave = CriticalButton(icon="phone-hangup")
        self._tone: Tone = "neutral"
        self.row.add(self._title, self._state)
        for name, button in (
            ("microphone", self._microphone),
            ("camera", self._camera),
            ("hand", self._hand),
            ("show", self._back),
            ("leave", self._leave),
        ):
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
            self.row.addWidget(button)
        self.show_told(Told(state="connecting"))

    def _place(self, left: int, right: int, top: int, bottom: int) -> QPoint:
        gap = theme().space(4)
        return QPoint(right - self.width() - gap, bottom - self.height() - gap)

    def show_told(self, told: Told) -> None:
        """Follow the meeting. A button says what pressing it does."""
        self._state.setText(state_words(told.state))
        self._tone = state_tone(told.state)
        live = told.state == "joined"
        for button in (self._microphone, self._camera, self._hand):
            button.setEnabled(live)
        show_media(self._microphone, self._camera, self._hand, told)
        self._back.setText(self.tr("Back to the class"))
        self._leave.setText(self.tr("Leave"))
        self.adjustSize()
        self.update()

    def _border(self) -> QColor:
        return theme().color("border") if self._tone in ("neutral", "positive") else tone_color(self._tone)


class SharingBar(_Bar):
    """Somebody who shares forgets it: this says so above everything, and ends it.

    Attributes:
        stopped: the button was pressed.
    """

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        words = self.tr("The class sees your screen")
        self.setWindowTitle(words)
        self.row.add(IconLabel("monitor-share", "critical"), Label(words, "body", bold=True))
        button = CriticalButton(self.tr("Stop showing"), icon="stop")
        button.clicked.connect(self.stopped)
        self.row.addWidget(button)

    def _border(self) -> QColor:
        return theme().color("critical")

"""Notices on screen: toasts at the lower right of a window, above its content.

Good news and information go away by themselves, unless pointed at or focused. Warnings stay until their reader closes
them: nobody has to read against the clock.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from learnup_desktop.qt import notices
from learnup_desktop.qt.notices import Notice
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import TONE_ICONS, Tone, follow_theme, round_box, tone_color
from learnup_desktop.qt.widgets.buttons import IconButton, QuietButton
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel
from learnup_desktop.qt.widgets.text import Label, WrapLabel

_TONES: dict[notices.Level, Tone] = {
    "info": "accent",
    "positive": "positive",
    "caution": "caution",
    "critical": "critical",
}
_SHOWN_MS = 6000
_MOST = 3


class Toast(QFrame):
    """One notice."""

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self._tone = _TONES[notice.level]
        row = Row(self, gap=3, margins=(4, 3, 2, 3))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(TONE_ICONS[self._tone], self._tone), 0, top)
        words = Column(gap=1)
        words.addWidget(WrapLabel(notice.title, "body", bold=True))
        if notice.text:
            words.addWidget(WrapLabel(notice.text, "caption", "text-muted"))
        if notice.code:
            code = Label(self.tr("Code for support: {code}").format(code=notice.code), "caption", "text-muted")
            code.set_selectable()
            words.addWidget(code)
        if notice.action is not None:
            button = QuietButton(notice.action.text)
            button.clicked.connect(self._act)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self._close = IconButton("close", self.tr("Close"), size=28)
        self._close.clicked.connect(self.dismiss)
        row.addWidget(self._close, 0, top)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{notice.title} {notice.text} {notice.code}".strip())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._start()
        follow_theme(self._retheme)

    def dismiss(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _start(self) -> None:
        if self.notice.level in ("info", "positive") and not self.underMouse():
            self._timer.start(_SHOWN_MS)

    def _act(self) -> None:
        if self.notice.action is not None:
            self.notice.action.run()
        self.dismiss()

    def _retheme(self) -> None:
        self.setFixedWidth(theme().px(380))
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        round_box(
            QPainter(self),
            self.rect(),
            theme().radius("card"),
            fill=theme().color("surface-raised"),
            border=tone_color(self._tone),
        )


class ToastHost(QObject):
    """Shows the process's notices in a window, newest at the bottom.

    Args:
        window: the widget over whose lower right corner they stand.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toasts: list[Toast] = []
        window.installEventFilter(self)
        notices.center().posted.connect(self.show_notice)
        notices.center().withdrawn.connect(self.withdraw)

    def toasts(self) -> list[Toast]:
        """What is on screen, oldest first."""
        return list(self._toasts)

    def show_notice(self, notice: Notice) -> None:
        """Put a toast up; one with the same key is replaced."""
        if notice.key:
            self.withdraw(notice.key)
        toast = Toast(notice, self._window)
        toast.closed.connect(lambda: self._remove(toast))
        self._toasts.append(toast)
        while len(self._toasts) > _MOST:
            self._toasts[0].dismiss()
        toast.show()
        self._place()

    def withdraw(self, key: str) -> None:
        """Take away what was said under a key."""
        for toast in [toast for toast in self._toasts if toast.notice.key == key]:
            toast.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._toasts:
            self._place()
        return False

    def _remove(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            toast.deleteLater()
            self._place()

    def _place(self) -> None:
        gap = theme().space(3)
        edge = theme().space(6)
        bottom = self._window.height() - edge
        for toast in reversed(self._toasts):
            width = min(toast.width(), self._window.width() - 2 * edge)
            layout = toast.layout()
            height = layout.totalHeightForWidth(width) if layout is not None else toast.sizeHint().height()
            toast.resize(width, height)
            bottom -= height
            toast.move(QPoint(self._window.width() - edge - width, bottom))
            toast.raise_()
            bottom -= gap

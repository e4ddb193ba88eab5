"""The four states of every list (loading, empty, error, offline) and the stack that switches between them."""

from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.qt import i18n
from learnup_desktop.qt.painting import painting
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets._paint import follow_theme, mixed, round_box, show_if
from learnup_desktop.qt.widgets.buttons import BaseButton, PrimaryButton, SecondaryButton
from learnup_desktop.qt.widgets.cards import Banner
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.pills import IconLabel
from learnup_desktop.qt.widgets.text import Label, WrapLabel

State = Literal["loading", "empty", "error", "content"]


class Skeleton(QWidget):
    """Grey shapes where rows will be. They do not move.

    Nothing is drawn twice on an old PC, and nobody is made dizzy.
    """

    def __init__(self, rows: int = 4, *, row_height: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._row_height = row_height
        self.setAccessibleName(QCoreApplication.translate("States", "Loading"))
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        self.setMinimumHeight(self._rows * theme().px(self._row_height))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        fill = mixed(look.color("surface-raised"), look.color("text-muted"), 0.16)
        height = look.px(self._row_height)
        disc = look.px(36)
        for row in range(self._rows):
            top = row * height + (height - disc) / 2
            round_box(painter, QRectF(0, top, disc, disc), disc / 2, fill=fill)
            left = disc + look.px(12)
            room = max(0, self.width() - left)
            for line, share in ((top + look.px(4), 0.42 + 0.07 * (row % 3)), (top + look.px(22), 0.28)):
                round_box(painter, QRectF(left, line, room * share, look.px(10)), look.radius("chip"), fill=fill)


class _Message(QWidget):
    """Icon, heading, sentence, button, in the middle."""

    action_requested = Signal()

    def __init__(self, icon: str, tone: str, button: BaseButton) -> None:
        super().__init__()
        column = Column(self, gap=2, margins=(6, 8, 6, 8))
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconLabel(icon, tone, size=40)
        self._title = WrapLabel("", "heading")
        self._text = WrapLabel("", "body", "text-muted")
        self._code = Label("", "caption", "text-muted")
        self._button = button
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(self._icon, 0, middle)
        column.add(self._title, self._text)
        column.addWidget(self._code, 0, middle)
        buttons = Row(margins=(0, 2, 0, 0))
        buttons.addStretch(1)
        buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)
        button.clicked.connect(self.action_requested)

    def _set(self, icon: str, title: str, text: str, action: str, code: str = "") -> None:
        self._icon.set(icon)
        self._title.setText(title)
        self._text.setText(text)
        show_if(self._text, bool(text))
        self._code.setText(code)
        if code:
            # Only then: what makes a text selectable takes longer than all else here.
            self._code.set_selectable()
        show_if(self._code, bool(code))
        self._button.setText(action)
        self._button.updateGeometry()
        show_if(self._button, bool(action))
        self.setAccessibleName(f"{title}. {text} {code}".strip())

    def message(self) -> str:
        """What is said, for screen readers and tests."""
        return self.accessibleName()


class EmptyState(_Message):
    """Nothing here, and what to do about it."""

    def __init__(self, title: str = "", text: str = "", *, icon: str = "tray", action: str = "") -> None:
        super().__init__(icon, "text-muted", PrimaryButton())
        self.set(title, text, icon=icon, action=action)

    def set(self, title: str, text: str = "", *, icon: str = "tray", action: str = "") -> None:
        """Change everything."""
        self._set(icon, title, text, action)


class ErrorState(_Message):
    """What happened, what to do, a code for support, and a way to try again."""

    def __init__(self, title: str = "", text: str = "", *, code: str = "", icon: str = "alert-circle-outline") -> None:
        super().__init__(icon, "caution", SecondaryButton(icon="refresh"))
        self.set(title, text, code=code, icon=icon)

    def set(self, title: str, text: str = "", *, code: str = "", icon: str = "alert-circle-outline") -> None:
        """Change everything."""
        translate = QCoreApplication.translate
        support = translate("States", "Code for support: {code}").format(code=code) if code else ""
        self._set(icon, title, text, translate("States", "Try again"), support)


class OfflineBanner(Banner):
    """What is below was true at a time, since there is no network now."""

    def __init__(self, as_of: datetime | None = None, parent: QWidget | None = None) -> None:
        super().__init__("", tone="caution", icon="cloud-off-outline", parent=parent)
        self._as_of = as_of
        self.set_as_of(as_of)

    def set_as_of(self, as_of: datetime | None) -> None:
        """The moment of the data; None when it is not known."""
        self._as_of = as_of
        translate = QCoreApplication.translate
        text = translate("States", "You are offline.")
        if as_of is not None:
            text = translate("States", "You are offline. This is as of {time}.").format(time=i18n.format_moment(as_of))
        self.set(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_as_of(self._as_of)
        super().changeEvent(event)


class StateStack(QWidget):
    """One place that is loading, empty, in error, or shows its content, perhaps offline.

    Args:
        content: what to show when there is something.
        empty: what to say when there is nothing.
        skeleton_rows: how many grey rows stand for what is loading.

    Attributes:
        retry_requested: the button of the error state was pressed.
        empty_action_requested: the button of the empty state was pressed.
    """

    retry_requested = Signal()
    empty_action_requested = Signal()

    def __init__(
        self,
        content: QWidget,
        *,
        empty: EmptyState | None = None,
        skeleton_rows: int = 4,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state: State = "loading"
        self._error: LearnUpError | None = None
        self.content = content
        self.empty = (
            empty if empty is not None else EmptyState(QCoreApplication.translate("States", "Nothing here yet"))
        )
        self.skeleton = Skeleton(skeleton_rows)
        # Most lists never have an error and are never offline, and these two are half of what a stack would be made of.
        self._error_state: ErrorState | None = None
        self._offline: OfflineBanner | None = None
        # Not a QStackedLayout: that would always be as tall as its tallest page.
        self._column = Column(self, gap=3)
        self._pages: dict[State, QWidget] = {"loading": self.skeleton, "empty": self.empty, "content": content}
        for page in self._pages.values():
            self._column.addWidget(page, 1)
        self.empty.action_requested.connect(self.empty_action_requested)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._show("loading")

    def state(self) -> State:
        """What is shown now."""
        return self._state

    @property
    def error(self) -> ErrorState:
        """What is shown when something went wrong."""
        if self._error_state is None:
            self._error_state = self._pages["error"] = ErrorState()
            show_if(self._error_state, False)
            self._error_state.action_requested.connect(self.retry_requested)
            self._column.addWidget(self._error_state, 1)
        return self._error_state

    @property
    def offline(self) -> OfflineBanner:
        """The line above all else that says how old this is."""
        if self._offline is None:
            self._offline = OfflineBanner()
            self._offline.hide()
            self._column.insertWidget(0, self._offline)
        return self._offline

    def show_loading(self) -> None:
        """Grey rows; what is already on screen stays, since old data is better than none."""
        if self._state != "content":
            self._show("loading")

    def show_content(self) -> None:
        """The content."""
        self._show("content")

    def show_empty(self) -> None:
        """Nothing here."""
        self._show("empty")

    def show_error(self, error: LearnUpError) -> None:
        """What happened, in the user's language, with its code."""
        self._error = error
        said = i18n.translate_error(error)
        self.error.set(said.title, said.advice, code=error.code)
        self._show("error")

    def set_offline(self, offline: bool, as_of: datetime | None = None) -> None:
        """Put the line "as of 14:05" above whatever is shown, or take it away."""
        if offline or self._offline is not None:
            self.offline.set_as_of(as_of)
            show_if(self.offline, offline)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._state == "error" and self._error is not None:
            self.show_error(self._error)
        super().changeEvent(event)

    def _show(self, state: State) -> None:
        if state != self._state:
            painting().in_next_turn(self)
        self._state = state
        for name, page in self._pages.items():
            show_if(page, name == state)

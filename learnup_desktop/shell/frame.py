"""The parts of the frame: side bar and top bar. The window puts them together."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from learnup_desktop.qt.icons import paint_brand
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Column,
    Divider,
    ElidedLabel,
    NavigationList,
    Row,
    ScrollColumn,
    SearchBox,
    StatePill,
    focus_ring,
    follow_theme,
    mixed,
    round_box,
    shows_focus,
)

NAVIGATION_WIDTH = 207
COLLAPSED_WIDTH = 68
BAR_HEIGHT = 55
GUTTER = 3
"""Empty at both sides of the navigation, grid units."""


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """Who is signed in, for the foot of the navigation.

    Attributes:
        name: as people say it.
        detail: "Grade 12 · English", "Teacher · Physics".
        role: "student", "teacher" or "admin"; decides which routes are shown.
    """

    name: str
    detail: str
    role: str


class Brand(QWidget):
    """Mark and name."""

    def __init__(self) -> None:
        super().__init__()
        self._collapsed = False
        self.setAccessibleName("LearnUp")
        follow_theme(self._retheme)

    def set_collapsed(self, collapsed: bool) -> None:
        """The mark alone."""
        self._collapsed = collapsed
        self.update()

    def _retheme(self) -> None:
        self.setFixedHeight(theme().px(28))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        side = look.px(28)
        left = (self.width() - side) / 2 if self._collapsed else look.px(12)
        paint_brand(painter, QRectF(left, 0, side, side))
        if not self._collapsed:
            painter.setFont(look.font("brand"))
            painter.setPen(look.color("text"))
            area = QRectF(left + side + look.px(10), 0, self.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "LearnUp")


class AccountButton(QPushButton):
    """Who is signed in; pressing it opens the account menu."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ring = False
        self._row = Row(self, gap=3, margins=(3, 1.5, 2, 1.5))
        self._avatar = Avatar()
        self._name = ElidedLabel("", bold=True)
        self._detail = ElidedLabel("", "caption", "text-muted")
        self._words = QWidget()
        words = Column(self._words, gap=0)
        words.addStretch(1)
        words.add(self._name, self._detail)
        words.addStretch(1)
        self._row.addWidget(self._avatar)
        self._row.addWidget(self._words, 1)
        for child in (self._avatar, self._words):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = shows_focus(event.reason())
        super().focusInEvent(event)

    def set_account(self, account: AccountSummary) -> None:
        """Show somebody."""
        self._avatar.set_name(account.name)
        self._name.setText(account.name)
        self._detail.setText(account.detail)
        self.setAccessibleName(f"{account.name}, {account.detail}")

    def set_collapsed(self, collapsed: bool) -> None:
        """The initials alone."""
        self._words.setVisible(not collapsed)
        # The collapsed bar has 44 px, the initials take 36.
        self._row.set_spacing(margins=(1, 1.5, 1, 1.5) if collapsed else (3, 1.5, 2, 1.5))
        self.setToolTip(self._name.text() if collapsed else "")

    def sizeHint(self) -> QSize:
        look = theme()
        words = self._name.sizeHint().height() + self._detail.sizeHint().height()
        return QSize(look.px(160), max(look.px(36), words) + look.px(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        if self.underMouse():
            fill = mixed(look.color("surface-raised"), look.color("text"), 0.05)
            round_box(painter, self.rect(), look.radius("control"), fill=fill)
        if self.hasFocus() and self._ring:
            focus_ring(painter, self.rect(), look.radius("control"))


class SideBar(QWidget):
    """Brand, destinations, and at the foot Settings and the account.

    Attributes:
        selected: name of the chosen destination.
    """

    selected = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._collapsed = False
        self.brand = Brand()
        self.main = NavigationList()
        self.foot = NavigationList()
        self.account = AccountButton()
        self.setContentsMargins(0, 0, 1, 0)
        column = Column(self, gap=0, margins=(GUTTER, 5, 0, 2.75))
        head, foot = Column(gap=0, margins=(0, 0, GUTTER, 0)), Column(gap=0, margins=(0, 0, GUTTER, 0))
        head.addWidget(self.brand)
        head.add_gap(5)
        # At 200 % in a low window the destinations scroll instead of being squeezed.
        self._holder = QWidget()
        inner = Column(self._holder, gap=0)
        inner.addWidget(self.main)
        inner.addStretch(1)
        self._scroll = ScrollColumn(self._holder)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_gutter)
        foot.addWidget(self.foot)
        foot.add_gap(2.5)
        foot.addWidget(Divider())
        foot.add_gap(1)
        foot.addWidget(self.account)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.main.selected.connect(self._selected)
        self.foot.selected.connect(self._selected)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        follow_theme(self._retheme)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words again; the items' come from the routes."""
        self.main.setAccessibleName(self.tr("Pages"))
        self.foot.setAccessibleName(self.tr("Program"))

    def set_current(self, name: str | None) -> None:
        """Mark a destination."""
        self.main.set_current(name)
        self.foot.set_current(name)

    def is_collapsed(self) -> bool:
        """Whether only icons are shown."""
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Icons only, or icons and words."""
        self._collapsed = collapsed
        for part in (self.brand, self.main, self.foot, self.account):
            part.set_collapsed(collapsed)
        self._retheme()

    def _selected(self, name: str) -> None:
        self.set_current(name)
        self.selected.emit(name)

    def _keep_gutter(self) -> None:
        """The scroll bar stands in the margin beside the destinations, not on them."""
        bar = self._scroll.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > bar.minimum() else 0
        self._holder.setContentsMargins(0, 0, max(0, theme().space(GUTTER) - taken), 0)

    def _retheme(self) -> None:
        self._keep_gutter()
        self.setFixedWidth(theme().px(COLLAPSED_WIDTH if self._collapsed else NAVIGATION_WIDTH) + 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface-raised"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("border"))


class TopBar(QWidget):
    """Title, search, state."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 1)
        self._row = Row(self, gap=4, margins=(6, 0, 6, 0))
        self.title = ElidedLabel("", "title")
        self.search = SearchBox("")
        self.pill = StatePill()
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.search)
        self._row.addWidget(self.pill)
        follow_theme(self._retheme)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words again."""
        self.search.setText(self.tr("Search pages, classes, notes"))
        self.search.updateGeometry()

    def fit(self) -> None:
        """Shrink the search to its icon when the title would have no room beside it."""
        look = theme()
        self.search.set_compact(False)
        taken = self.search.sizeHint().width() + self.pill.sizeHint().width() + look.space(20)
        self.search.set_compact(self.width() - taken < look.px(160))

    def _retheme(self) -> None:
        needed = max(self.title.sizeHint().height(), self.search.sizeHint().height(), self.pill.sizeHint().height())
        self.setFixedHeight(max(theme().px(BAR_HEIGHT), needed + theme().px(16)) + 1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface-raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("border"))

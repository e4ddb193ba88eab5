"""Licences: everything that is shipped, with its licence in full; what the LGPL has us say about Qt on top."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.features.about.service import AboutService, Component, Notices
from learnup_desktop.qt import i18n
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Banner,
    Column,
    Label,
    PageFrame,
    QuietButton,
    Row,
    SearchEdit,
    StateStack,
    WrapLabel,
    follow_theme,
)

_LIST_WIDTH = 280


class NoticesPage(PageFrame):
    """A list to look through on the left, the chosen licence on the right."""

    def __init__(self, service: AboutService) -> None:
        super().__init__(scroll=False, maximum_width=1200)
        self._service = service
        self.tasks = TaskScope(self)
        self._notices = Notices("", ())
        self.relinking = Banner("", tone="neutral", icon="scale-balance")
        self.search = SearchEdit()
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name = WrapLabel("", "heading")
        self.licence = WrapLabel("", "body", "text-muted")
        self.home = QuietButton(icon="open-in-new")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.count = Label("", "caption", "text-muted")
        self.stack = StateStack(self._two_parts())
        self.add(self.relinking)
        self.add(self.stack, stretch=1)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda item, _: self._show(item))
        self.home.clicked.connect(self._open_home)
        self.stack.retry_requested.connect(self._load)
        follow_theme(self._dress)
        self.relinking.hide()
        self.retranslate()

    def _two_parts(self) -> QWidget:
        whole = QWidget()
        row = Row(whole, gap=4)
        left, right = QWidget(), QWidget()
        left_column, right_column = Column(left, gap=2), Column(right, gap=2)
        left_column.add(self.search)
        left_column.addWidget(self.list, 1)
        left_column.add(self.count)
        right_column.add(self.name, self.licence)
        right_column.addWidget(self.home, 0, Qt.AlignmentFlag.AlignLeft)
        right_column.addWidget(self.text, 1)
        self._left = left
        row.addWidget(left)
        row.addWidget(right, 1)
        return whole

    def _dress(self) -> None:
        theme().dress(self.list)
        theme().dress(self.text)
        self._left.setFixedWidth(theme().px(_LIST_WIDTH))

    def retranslate(self) -> None:
        self.search.set_placeholder(self.tr("Find a library or licence"))
        self.list.setAccessibleName(self.tr("What LearnUp is made of"))
        self.text.setAccessibleName(self.tr("The licence in full"))
        self.home.setText(self.tr("Its web page"))
        self._tell_count()
        self._show(self.list.currentItem())

    def activated(self, parameters: dict[str, object]) -> None:
        self._load()

    def _load(self) -> None:
        self.stack.show_loading()
        self.tasks.latest("load", self._service.notices, on_success=self._loaded, on_failure=self._failed)

    def _failed(self, error: LearnUpError) -> None:
        self.stack.show_error(error)

    def _loaded(self, notices: Notices) -> None:
        self._notices = notices
        self.relinking.set(self.tr("About Qt"), notices.relinking)
        self.relinking.setVisible(bool(notices.relinking))
        self._fill()
        self.stack.show_content()

    def _fill(self) -> None:
        self.list.clear()
        for component in self._notices.found(self.search.text()):
            item = QListWidgetItem(f"{component.name} {component.version}".strip())
            item.setData(Qt.ItemDataRole.UserRole, component)
            item.setToolTip(f"{component.name} {component.version}\n{component.licence}".strip())
            self.list.addItem(item)
        self._tell_count()
        self.list.setCurrentRow(0)
        if self.list.count() == 0:
            self._show(None)

    def _tell_count(self) -> None:
        self.count.setText(self.tr("{count} parts").format(count=i18n.format_number(self.list.count())))

    def _show(self, item: QListWidgetItem | None) -> None:
        component: Component | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.name.setText(f"{component.name} {component.version}".strip() if component else self.tr("Nothing found"))
        self.licence.setText(component.licence if component else "")
        self.home.setVisible(component is not None and component.home.startswith("https://"))
        texts = component.texts if component else ()
        none = self.tr("Its licence is kept with the library itself.") if component else ""
        self.text.setPlainText(("\n\n" + "─" * 40 + "\n\n").join(texts) or none)

    def _open_home(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            QDesktopServices.openUrl(QUrl(item.data(Qt.ItemDataRole.UserRole).home))

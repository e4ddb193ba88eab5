"""The panel behind the state pill: every local write with its state and receipt, and a way to export them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from learnup_desktop.qt import dialogs, i18n, notices
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    Divider,
    EmptyState,
    IconButton,
    IconLabel,
    Label,
    ListRow,
    Pill,
    Row,
    ScrollColumn,
    SecondaryButton,
    StateStack,
    Tone,
    clear_layout,
    follow_theme,
    round_box,
)
from learnup_desktop.shell.ledger import LedgerEntry, LedgerProvider, LedgerState

_LOOKS: dict[LedgerState, tuple[Tone, str]] = {
    LedgerState.SAVED_HERE: ("caution", "laptop"),
    LedgerState.SENDING: ("accent", "cloud-upload-outline"),
    LedgerState.ACKNOWLEDGED: ("positive", "check-circle"),
    LedgerState.NEEDS_ATTENTION: ("critical", "alert-circle-outline"),
}


def _state_words(state: LedgerState) -> str:
    translate = QCoreApplication.translate
    return {
        LedgerState.SAVED_HERE: translate("Ledger", "On this computer"),
        LedgerState.SENDING: translate("Ledger", "Sending"),
        LedgerState.ACKNOWLEDGED: translate("Ledger", "At school"),
        LedgerState.NEEDS_ATTENTION: translate("Ledger", "Needs attention"),
    }[state]


class LedgerPanel(QFrame):
    """The list behind the pill, over the right side of the window. Escape closes it.

    Args:
        provider: where the entries come from.
        parent: the window.
    """

    def __init__(self, provider: LedgerProvider, parent: QWidget) -> None:
        super().__init__(parent)
        self._provider = provider
        self._tasks = TaskScope(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What was written here"))
        column = Column(self, gap=3, margins=(5, 5, 5, 5))
        head = Row(gap=2)
        head.addWidget(Label(self.tr("What was written here"), "heading"))
        head.addStretch(1)
        close = IconButton("close", self.tr("Close"))
        close.clicked.connect(self.hide)
        head.addWidget(close)
        self._rows = Column(gap=0)
        rows = QWidget()
        rows.setLayout(self._rows)
        empty = EmptyState(
            self.tr("Nothing is waiting"),
            self.tr("What you write appears here until it is at school."),
            icon="check-all",
        )
        self.stack = StateStack(ScrollColumn(rows), empty=empty)
        self.stack.retry_requested.connect(self.reload)
        self._export = SecondaryButton(self.tr("Export"), icon="download")
        self._export.clicked.connect(self._export_pressed)
        foot = Row()
        foot.addStretch(1)
        foot.addWidget(self._export)
        column.addLayout(head)
        column.addWidget(Divider())
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        follow_theme(self._retheme)

    def reload(self) -> None:
        """Ask the provider again."""
        self.stack.show_loading()
        self._tasks.latest("entries", self._provider.entries, on_success=self._show, on_failure=self.stack.show_error)

    def _show(self, entries: Sequence[LedgerEntry]) -> None:
        clear_layout(self._rows)
        for entry in entries:
            self._rows.addWidget(self._row(entry))
            self._rows.addWidget(Divider())
        self._rows.addStretch(1)
        if entries:
            self.stack.show_content()
        else:
            self.stack.show_empty()

    def _row(self, entry: LedgerEntry) -> QWidget:
        tone, icon = _LOOKS[entry.state]
        details = (i18n.format_moment(entry.at), entry.detail, entry.receipt)
        row = ListRow(
            entry.title,
            " · ".join(part for part in details if part),
            leading=IconLabel(icon, tone),
            trailing=Pill(_state_words(entry.state), tone, small=True),
            wrap=True,
        )
        if entry.state is LedgerState.NEEDS_ATTENTION:
            again = IconButton("refresh", self.tr("Send again"))
            again.clicked.connect(lambda: self._retry(entry.identifier))
            row.add_trailing(again)
        return row

    def _retry(self, identifier: str) -> None:
        async def work() -> None:
            await self._provider.retry(identifier)

        self._tasks.run(work, on_finished=self.reload)

    def _export_pressed(self) -> None:
        async def work() -> Path | None:
            target = await dialogs.choose_file_to_save(
                self.window(), self.tr("Export what was written here"), "learnup-ledger.json", "JSON (*.json)"
            )
            if target is not None:
                await self._provider.export(target)
            return target

        def done(target: Path | None) -> None:
            if target is not None:
                notices.say_text("positive", self.tr("Exported"), str(target))

        self._tasks.run(work, on_success=done)

    def place(self, area_width: int, top: int, area_height: int) -> None:
        """Put it at the right, below the top bar."""
        width = min(theme().px(460), area_width)
        self.setGeometry(area_width - width, top, width, area_height - top)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _retheme(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        round_box(QPainter(self), self.rect(), 0, fill=theme().color("surface-raised"), border=theme().color("border"))

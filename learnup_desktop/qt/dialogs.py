"""Questions without a nested loop.

``exec()`` on a dialog or menu runs a second event loop inside the first: asyncio tasks starve, autosave among them.
Here dialogs are opened, not executed, and awaited.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets.buttons import BaseButton, CriticalButton, PrimaryButton, SecondaryButton
from learnup_desktop.qt.widgets.layout import Column, Row
from learnup_desktop.qt.widgets.text import Label, WrapLabel

Weight = Literal["primary", "secondary", "critical"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question.

    Attributes:
        value: what :func:`ask` returns for it.
        text: its words: a verb, not "Yes".
        weight: how it looks; the first primary one is pressed by Enter.
    """

    value: str
    text: str
    weight: Weight = "secondary"


_BUTTONS: dict[Weight, type[BaseButton]] = {
    "primary": PrimaryButton,
    "secondary": SecondaryButton,
    "critical": CriticalButton,
}


class Dialog(QDialog):
    """A window-modal dialog in the theme: heading, :attr:`body`, buttons. Escape closes it.

    Attributes:
        chosen: value of the pressed button; None when it was closed otherwise.
    """

    def __init__(self, parent: QWidget | None, title: str, *, width: int = 460) -> None:
        super().__init__(parent)
        self.chosen: str | None = None
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(theme().px(width))
        self.setBackgroundRole(QPalette.ColorRole.Base)
        column = Column(self, gap=4, margins=(6, 6, 6, 6))
        self._title = WrapLabel(title, "title")
        column.addWidget(self._title)
        self.body = Column(gap=3)
        column.addLayout(self.body, 1)
        self._buttons = Row(gap=3)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def add_choices(self, choices: Sequence[Choice]) -> None:
        """Append buttons from left to right."""
        for choice in choices:
            self.add_choice(choice)

    def add_choice(self, choice: Choice) -> BaseButton:
        """Append one button that ends the dialog with the choice's value."""
        button = _BUTTONS[choice.weight](choice.text)
        button.setAutoDefault(False)
        if choice.weight == "primary":
            button.setDefault(True)
            button.setFocus()
        button.clicked.connect(lambda: self._choose(choice.value))
        self._buttons.addWidget(button)
        return button

    def _choose(self, value: str) -> None:
        self.chosen = value
        self.accept()


async def open_dialog(dialog: QDialog) -> int:
    """Show a dialog and wait for its end without blocking the loop; the dialog is deleted afterwards.

    Returns:
        ``QDialog.DialogCode`` as an int; ``Rejected`` when its parent was destroyed meanwhile.

    Raises:
        asyncio.CancelledError: the waiting task was cancelled; the dialog is closed.
    """
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def end(code: int) -> None:
        if not ended.done():
            ended.set_result(code)

    dialog.finished.connect(end)
    dialog.destroyed.connect(lambda: end(int(QDialog.DialogCode.Rejected)))
    dialog.open()
    try:
        code = await ended
    except asyncio.CancelledError:
        if isValid(dialog):
            dialog.reject()
            dialog.deleteLater()
        raise
    if isValid(dialog):
        dialog.deleteLater()
    return code


async def ask(
    parent: QWidget | None, title: str, text: str, buttons: Sequence[Choice], *, detail: str = ""
) -> str | None:
    """Ask a question.

    Args:
        parent: whose window is covered.
        title: the question.
        text: what each answer means.
        buttons: the answers, the wanted one last.
        detail: something to copy, such as a code for support.

    Returns:
        The value of the pressed button, None when closed with Escape or the window's button.
    """
    dialog = Dialog(parent, title)
    if text:
        dialog.body.addWidget(WrapLabel(text, tone="text-muted"))
    if detail:
        label = Label(detail, "caption", "text-muted")
        label.set_selectable()
        dialog.body.addWidget(label)
    dialog.add_choices(buttons)
    await open_dialog(dialog)
    return dialog.chosen


async def confirm(parent: QWidget | None, title: str, text: str, action: str, *, critical: bool = False) -> bool:
    """Ask whether to do something; ``action`` is the verb on the button."""
    keep = Choice("cancel", QCoreApplication.translate("Dialogs", "Cancel"))
    return await ask(parent, title, text, [keep, Choice("do", action, "critical" if critical else "primary")]) == "do"


async def tell(parent: QWidget | None, title: str, text: str, *, detail: str = "") -> None:
    """Say something that must be read before going on."""
    close = Choice("close", QCoreApplication.translate("Dialogs", "Close"), "primary")
    await ask(parent, title, text, [close], detail=detail)


async def choose_file_to_save(parent: QWidget | None, title: str, name: str, filters: str = "") -> Path | None:
    """Let the user say where to save; None when they changed their mind."""
    dialog = QFileDialog(parent, title, name, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return await _chosen_file(dialog)


async def choose_file_to_open(parent: QWidget | None, title: str, filters: str = "") -> Path | None:
    """Let the user choose an existing file; None when they changed their mind."""
    dialog = QFileDialog(parent, title, "", filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return await _chosen_file(dialog)


async def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """Let the user choose a folder; None when they changed their mind."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return await _chosen_file(dialog)


async def choose_files_to_open(parent: QWidget | None, title: str, filters: str = "") -> list[Path]:
    """Let the user choose existing files; none when they changed their mind."""
    dialog = QFileDialog(parent, title, "", filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    code = await open_dialog(dialog)
    return [Path(file) for file in dialog.selectedFiles()] if code == QDialog.DialogCode.Accepted else []


async def _chosen_file(dialog: QFileDialog) -> Path | None:
    code = await open_dialog(dialog)
    files = dialog.selectedFiles() if code == QDialog.DialogCode.Accepted else []
    return Path(files[0]) if files else None


async def open_menu(menu: QMenu, at: QPoint) -> object | None:
    """Show a menu at a global position and wait; the menu is deleted afterwards.

    Returns:
        The chosen action's data, its text when it has none; None when the menu was closed without a choice.
    """
    ended: asyncio.Future[object | None] = asyncio.get_running_loop().create_future()
    chosen: list[object] = []

    def choose(action: QAction) -> None:
        data = action.data()
        chosen.append(action.text() if data is None else data)

    def end() -> None:
        # aboutToHide comes before triggered: look once the loop has turned.
        asyncio.get_running_loop().call_soon(finish)

    def finish() -> None:
        if not ended.done():
            ended.set_result(chosen[0] if chosen else None)

    theme().dress(menu)
    menu.triggered.connect(choose)
    menu.aboutToHide.connect(end)
    menu.popup(at)
    try:
        return await ended
    finally:
        if isValid(menu):
            menu.close()
            menu.deleteLater()

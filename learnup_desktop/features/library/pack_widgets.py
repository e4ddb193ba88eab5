"""Carrying study material by USB stick: to one, from one, and what became of it in words."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import NetworkError
from learnup_desktop.features.library.service import LibraryService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import choose_folder, tell
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Column, ProgressBar, QuietButton, WrapLabel, show_if

if TYPE_CHECKING:
    from collections.abc import Sequence

    from learnup_desktop.contract.materials import ManifestItem
    from learnup_desktop.sync.packs import PackReport

MOST_TITLES = 5
"""Titles that are named before the rest is counted."""


class PackActions(QWidget):
    """A bar while files are copied, one thing at a time, and the buttons, which the page puts beside its own.

    Attributes:
        export, take: the buttons; the page gives them their place.
    """

    def __init__(self, service: LibraryService, tasks: TaskScope) -> None:
        super().__init__()
        self._service = service
        self._tasks = tasks
        self.export = QuietButton(icon="usb-flash-drive-outline")
        self.export.clicked.connect(lambda: tasks.latest("pack", self._ask_export))
        self.take = QuietButton(icon="usb-flash-drive")
        self.take.clicked.connect(lambda: tasks.latest("pack", self._ask_take))
        self._words = WrapLabel("", "caption", "text-muted")
        self._bar = ProgressBar(thickness=4)
        Column(self, gap=2).add(self._bar, self._words)
        self._show_progress(None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.export.setText(self.tr("Copy to a USB stick"))
        self.take.setText(self.tr("Take from a USB stick"))

    async def _ask_export(self) -> None:
        if not await self._service.exportable():
            notices.say_text("info", self.tr("Nothing to copy yet"), self.tr("Download something first."))
            return
        place = await choose_folder(self, self.tr("Copy to a USB stick"))
        if place is not None:
            await self.copy_to(place)

    async def copy_to(self, place: Path) -> None:
        """Write a pack there and say what became of it."""
        try:
            report = await self._service.export_pack(place, self._progress)
        except NetworkError:
            title = self.tr("The school has to sign the list first")
            notices.say_text("caution", title, self.tr("Connect once, then copy. The files themselves are here."))
            return
        finally:
            self._show_progress(None)
        words = self.tr("{count} files copied, {already} were on the stick already.").format(
            count=i18n.format_number(report.taken), already=i18n.format_number(report.already)
        )
        where = self.tr("Take the stick out the safe way, and choose “Take from a USB stick” on the other computer.")
        notices.say_text("positive", words, where, key="library.pack")

    async def _ask_take(self) -> None:
        place = await choose_folder(self, self.tr("Take from a USB stick"))
        if place is not None:
            await self.take_from(place)

    async def take_from(self, place: Path) -> None:
        """Import what is there and say what became of it."""
        try:
            report = await self._service.import_pack(place, self._progress)
        finally:
            self._show_progress(None)
        words = self.tr("{count} files taken, {already} were here already.").format(
            count=i18n.format_number(report.taken), already=i18n.format_number(report.already)
        )
        problems = self._problems(report)
        if problems:
            await tell(self, words, problems)
        else:
            notices.say_text("positive", words, key="library.pack")

    def _problems(self, report: "PackReport") -> str:
        parts = []
        if report.damaged:
            text = self.tr("Not what the school signed, and left out: {titles}.")
            parts.append(text.format(titles=_titles(report.damaged)))
        if report.missing:
            parts.append(self.tr("Not on the stick: {titles}.").format(titles=_titles(report.missing)))
        if report.not_yours:
            text = self.tr("{count} files belong to classes you are not in, or the school has newer ones.")
            parts.append(text.format(count=i18n.format_number(report.not_yours)))
        return " ".join(parts)

    def _progress(self, done: int, total: int) -> None:
        self._show_progress((done, total))

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        for button in (self.export, self.take):
            button.setEnabled(progress is None)
        show_if(self._bar, progress is not None)
        show_if(self._words, progress is not None)
        if progress is not None:
            done, total = progress
            words = self.tr("{here} of {size}").format(here=i18n.format_bytes(done), size=i18n.format_bytes(total))
            self._words.setText(words)
            self._bar.set_value(done, max(1, total), tone="accent", description=words)


def _titles(items: "Sequence[ManifestItem]") -> str:
    named = [item.title.text(i18n.language()) for item in items[:MOST_TITLES]]
    more = len(items) - len(named)
    return ", ".join([*named, *([f"+{i18n.format_number(more)}"] if more else [])])

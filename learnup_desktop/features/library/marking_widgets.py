"""Highlights, notes, bookmarks and cards of the open document: between viewer, panel and service."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from learnup_desktop.contract.study import Anchor, Annotation, AnnotationKind, Colour
from learnup_desktop.domain.anchors import Place, anchor_at
from learnup_desktop.features.library.marks import AllPages, Mark, MarksService, Restore, Words
from learnup_desktop.features.library.media_words import clock_words
from learnup_desktop.features.library.note_dialog_widgets import CardDialog, NoteDialog
from learnup_desktop.features.library.notes_widgets import NotesPanel
from learnup_desktop.features.library.viewer_widgets import Viewer
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import choose_file_to_save, open_dialog, open_menu
from learnup_desktop.qt.tasks import TaskScope

_FILES = "Markdown (*.md)"
_SHORTCUTS = {"highlight": "Ctrl+H", "note": "Ctrl+M", "bookmark": "Ctrl+D", "card": "Ctrl+J"}


class Marking(QObject):
    """What a reader page does with marks.

    Args:
        page: the reader; its shortcuts work while it has the focus.
        service: writes and finds them.
        tasks: of the page.

    Attributes:
        panel: to be placed beside the viewer.
        marks: of the open document, in its order.
    """

    def __init__(self, page: QWidget, service: MarksService, tasks: TaskScope) -> None:
        super().__init__(page)
        self._page = page
        self._service = service
        self._tasks = tasks
        self._viewer: Viewer | None = None
        self._material_id = self._sha256 = self._title = ""
        self._all_pages: AllPages | None = None
        self._pen = Colour.YELLOW
        self.marks: list[Mark] = []
        self.panel = NotesPanel()
        self.panel.chosen.connect(self.go_to)
        self.panel.menu_wanted.connect(
            lambda mark, at: tasks.latest("mark menu", partial(self.panel.ask_menu, mark, at))
        )
        self.panel.edit_asked.connect(lambda mark: self._run(partial(self._edit, mark)))
        self.panel.delete_asked.connect(self.delete)
        self.panel.card_asked.connect(lambda mark: self._run(partial(self._card_from, mark)))
        self.panel.wanted.connect(self.start)
        self.panel.export_asked.connect(lambda: self._run(self._export))
        for name, keys in _SHORTCUTS.items():
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.start, name))
        stop = service.subscribe(self._written)
        page.destroyed.connect(lambda *_: stop())

    def open(self, viewer: Viewer, material_id: str, sha256: str, title: str, all_pages: AllPages) -> None:
        """Show the marks of a document."""
        self._viewer, self._material_id, self._sha256, self._title = viewer, material_id, sha256, title
        self._all_pages = all_pages
        viewer.menu_asked.connect(lambda at: self._tasks.latest("mark menu", partial(self._ask_menu, at)))
        self.reload()

    def close(self) -> None:
        """No document is open."""
        self._viewer = None
        self._tasks.cancel("marks")
        self._show([])

    def reload(self) -> None:
        """Read them again: another computer may have written."""
        viewer, all_pages = self._viewer, self._all_pages
        if viewer is not None and all_pages is not None:
            load = partial(self._service.of_document, self._material_id, viewer.page_text, all_pages)
            self._tasks.latest("marks", load, on_success=self._show)

    # -- what a person can do -----------------------------------------------------------------------------------------

    def start(self, what: str) -> None:
        """Write something new: ``highlight``, ``note``, ``bookmark`` or ``card``."""
        if self._viewer is None:
            return
        places = self._viewer.selections()
        if what in ("highlight", "card") and not places:
            text = self.tr("Select words with the mouse, with Shift and the arrow keys, or find them with Ctrl+F.")
            notices.say_text("info", self.tr("No words are selected"), text, key="reader.no-selection")
            return
        begin: dict[str, Callable[[], Coroutine[Any, Any, object]]] = {
            "highlight": partial(self._highlight, places, self._pen),
            "note": partial(self._note, self._anchor(places)),
            "bookmark": partial(self._bookmark, self._viewer.moment()),
            "card": partial(self._card, self._anchor(places), ""),
        }
        self._run(begin[what])

    def go_to(self, mark: Mark) -> None:
        """Show where a mark is."""
        if self._viewer is None:
            return
        if mark.place is not None:
            self._viewer.go_to_words(mark.place)
        elif not mark.lost or mark.annotation.anchor.page is not None:
            self._viewer.go_to_moment(mark.annotation.anchor)

    def delete(self, mark: Mark) -> None:
        """Take a mark away; a notice offers to bring it back."""
        self._run(partial(self._delete, mark))

    # -- inside -------------------------------------------------------------------------------------------------------

    def _run(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self._tasks.run(work)

    def _anchor(self, places: Sequence[Place]) -> Anchor:
        assert self._viewer is not None
        if not places:
            return self._viewer.moment()
        return anchor_at(self._viewer.page_text(places[0].page), places[0], self._sha256)

    async def _highlight(self, places: Sequence[Place], pen: Colour) -> None:
        self._pen = pen
        for place in places:
            anchor = self._anchor([place])
            await self._service.add(self._material_id, AnnotationKind.HIGHLIGHT, anchor, colour=pen)

    async def _note(self, anchor: Anchor) -> None:
        dialog = NoteDialog(self._page, self.tr("Write a note"), anchor.exact, colour=self._pen)
        await open_dialog(dialog)
        if dialog.chosen == "save" and dialog.text():
            kind, colour = AnnotationKind.NOTE, dialog.colour()
            await self._service.add(self._material_id, kind, anchor, text=dialog.text(), colour=colour)

    async def _bookmark(self, anchor: Anchor) -> None:
        held = next((mark for mark in self.marks if _is_bookmark_at(mark, anchor)), None)
        if held is not None:
            await self._delete(held)
        else:
            await self._service.add(self._material_id, AnnotationKind.BOOKMARK, anchor)

    async def _card(self, anchor: Anchor, source_id: str) -> None:
        dialog = CardDialog(self._page, self.tr("Make a card"), " ".join(anchor.exact.split()))
        await open_dialog(dialog)
        if dialog.chosen == "save":
            await self._service.add(
                self._material_id,
                AnnotationKind.CARD,
                anchor,
                text=dialog.back(),
                front=dialog.front(),
                source_id=source_id,
            )
            notices.say_text(
                "positive", self.tr("Card made"), self.tr("It waits for you under Study."), key="reader.card"
            )

    async def _card_from(self, mark: Mark) -> None:
        await self._card(mark.annotation.anchor, mark.annotation.id)

    async def _edit(self, mark: Mark) -> None:
        said, annotation = mark.said, mark.annotation
        if mark.kind is AnnotationKind.CARD:
            card = CardDialog(self._page, self.tr("Edit the card"), said.front, said.text)
            await open_dialog(card)
            if card.chosen == "save":
                await self._service.change(annotation, text=card.back(), front=card.front(), colour=said.colour)
            return
        quote = annotation.anchor.exact if mark.kind is not AnnotationKind.BOOKMARK else ""
        title = self.tr("Edit the note")
        note = NoteDialog(self._page, title, quote, said.text, said.colour, divided=said.divided)
        await open_dialog(note)
        if note.chosen == "save":
            await self._service.change(annotation, text=note.text(), front="", colour=note.colour())

    async def _delete(self, mark: Mark) -> None:
        restore = await self._service.remove(mark.annotation)
        undo = notices.Action(self.tr("Undo"), partial(self._restore, restore))
        words = {
            AnnotationKind.HIGHLIGHT: self.tr("Highlight deleted"),
            AnnotationKind.NOTE: self.tr("Note deleted"),
            AnnotationKind.BOOKMARK: self.tr("Bookmark deleted"),
            AnnotationKind.CARD: self.tr("Card deleted"),
        }
        notices.say_text("info", words[mark.kind], action=undo, key="reader.deleted")

    def _restore(self, restore: Restore) -> None:
        self._tasks.run(restore)

    async def _export(self) -> None:
        title = self.tr("Save your notes")
        target = await choose_file_to_save(self._page, title, f"{self._title[:60]}.md", _FILES)
        if target is None:
            return
        words = Words(
            heading=self.tr("Notes on {title}"),
            page=self.tr("Page {number}"),
            at=self.tr("At {time}"),
            lost=self.tr("Place not found"),
            bookmark=self.tr("Bookmark"),
            card=self.tr("Card"),
            clock=clock_words,
            number=i18n.format_number,
        )
        await self._service.export(target, self._title, self.marks, words)
        notices.say_text("positive", self.tr("Notes saved"), str(target), key="reader.exported")

    async def _ask_menu(self, at: QPoint) -> None:
        menu = QMenu(self._page)
        choices = [
            ("note", self.tr("Write a note")),
            ("card", self.tr("Make a card")),
            ("bookmark", self.tr("Bookmark this place")),
        ]
        places = self._viewer.selections() if self._viewer is not None else []
        names = (self.tr("yellow"), self.tr("green"), self.tr("blue"), self.tr("pink"))
        pens = [
            (str(pen), self.tr("Highlight in {colour}").format(colour=name))
            for pen, name in zip(Colour, names, strict=True)
        ]
        for value, words in [*(pens if places else ()), *choices]:
            action = QAction(words, menu)
            action.setData(value)
            action.setEnabled(bool(places) or value != "card")
            menu.addAction(action)
        chosen = await open_menu(menu, at)
        if chosen in list(Colour):
            await self._highlight(places, Colour(str(chosen)))
        elif isinstance(chosen, str):
            self.start(chosen)

    def _written(self, material_id: str) -> None:
        if material_id == self._material_id:
            self.reload()

    def _show(self, marks: list[Mark]) -> None:
        self.marks = marks
        self.panel.set_marks(marks)
        if self._viewer is not None:
            inked = (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE)
            drawn = [(mark.place, str(mark.said.colour)) for mark in marks if mark.place and mark.kind in inked]
            bookmarked = (mark.page for mark in marks if mark.kind is AnnotationKind.BOOKMARK)
            self._viewer.show_marks(drawn, frozenset(page for page in bookmarked if page is not None))


def _is_bookmark_at(mark: Mark, anchor: Anchor) -> bool:
    """Pressing the bookmark again on the same page takes it away."""
    held: Annotation = mark.annotation
    same = (held.anchor.page, held.anchor.start, held.anchor.milliseconds) == (
        anchor.page,
        anchor.start,
        anchor.milliseconds,
    )
    return mark.kind is AnnotationKind.BOOKMARK and same

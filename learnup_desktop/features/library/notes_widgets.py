"""The panel beside a document: everything written on it, to jump to, to search, to change and to take away."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from learnup_desktop.contract.study import AnnotationKind
from learnup_desktop.features.library.marks import Mark
from learnup_desktop.features.library.media_words import clock_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import open_menu
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Column,
    Divider,
    EmptyState,
    FlowRow,
    IconButton,
    Label,
    ListRow,
    QuietButton,
    Row,
    ScrollColumn,
    SearchEdit,
    WrapLabel,
    clear_layout,
    follow_theme,
    round_box,
    show_if,
)

_ICONS = {
    AnnotationKind.HIGHLIGHT: "marker",
    AnnotationKind.NOTE: "note-text-outline",
    AnnotationKind.BOOKMARK: "bookmark-outline",
    AnnotationKind.CARD: "cards-outline",
}
_LONGEST_LINE = 180


class _Badge(QWidget):
    """What kind it is, on the colour of its pen."""

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self._icon = _ICONS[mark.kind]
        coloured = mark.kind in (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE)
        self._pen = str(mark.said.colour) if coloured else ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_theme(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(28), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        fill = look.marker_color(self._pen) if self._pen else look.color("surface-sunken")
        round_box(painter, self.rect(), look.radius("chip"), fill=fill)
        side = look.px(5)
        paint_icon(painter, self._icon, self.rect().adjusted(side, side, -side, -side).toRectF(), look.color("text"))


class NotesPanel(QWidget):
    """The list with its head.

    Attributes:
        chosen: a mark to go to.
        menu_wanted: a mark's menu, at a global position; :meth:`ask_menu` shows it.
        edit_asked, delete_asked, card_asked: what a mark's menu asks for.
        wanted: something new is to be written: ``highlight``, ``note``, ``bookmark`` or ``card``.
        export_asked: all of it into a file.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object)
    edit_asked = Signal(object)
    delete_asked = Signal(object)
    card_asked = Signal(object)
    wanted = Signal(str)
    export_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._marks: Sequence[Mark] = ()
        self._title = Label("", "heading")
        self.export = IconButton("export-variant", "")
        self.export.clicked.connect(self.export_asked)
        head = Row(gap=2)
        head.addWidget(self._title, 1)
        head.addWidget(self.export)
        self.makers = {
            name: QuietButton(icon=icon)
            for name, icon in (
                ("highlight", "marker"),
                ("note", "note-plus-outline"),
                ("bookmark", "bookmark-outline"),
                ("card", "cards-outline"),
            )
        }
        buttons = FlowRow(gap=1)
        for name, button in self.makers.items():
            button.clicked.connect(partial(self.wanted.emit, name))
            buttons.add(button)
        self.search = SearchEdit()
        self.search.textChanged.connect(self._rebuild)
        rows = QWidget()
        self._rows = Column(rows, gap=0)
        self._scroll = ScrollColumn(rows)
        self.empty = EmptyState(icon="marker")
        column = Column(self, gap=2, margins=(0, 3, 3, 2))
        column.addLayout(head)
        column.add(buttons, self.search)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.empty, 1)
        self._gradual = Gradual(self)
        self.retranslate()
        follow_theme(self._retheme)

    def retranslate(self) -> None:
        """Set every text again."""
        self.export.set_label(self.tr("Save all as Markdown"))
        words = (self.tr("Highlight"), self.tr("Note"), self.tr("Bookmark"), self.tr("Card"))
        keys = ("Ctrl+H", "Ctrl+M", "Ctrl+D", "Ctrl+J")
        for button, word, key in zip(self.makers.values(), words, keys, strict=True):
            button.setText(word)
            button.setToolTip(f"{word} ({key})")
        self.search.set_placeholder(self.tr("Find in your notes"))
        self.setAccessibleName(self.tr("Your notes"))
        self._rebuild()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these."""
        self._marks = marks
        self._rebuild()

    def marks(self) -> list[Mark]:
        """What is shown: those that the search finds."""
        needle = self.search.text().strip().casefold()

        def found(mark: Mark) -> bool:
            texts = (*mark.said.texts, *mark.said.fronts, mark.annotation.anchor.exact)
            return not needle or any(needle in text.casefold() for text in texts)

        return [mark for mark in self._marks if found(mark)]

    def _retheme(self) -> None:
        self.setFixedWidth(theme().px(300))

    def _rebuild(self) -> None:
        shown = self.marks()
        count = i18n.format_number(len(self._marks))
        self._title.setText(self.tr("Notes ({count})").format(count=count) if self._marks else self.tr("Notes"))
        clear_layout(self._rows)
        self._gradual.start(self._build(shown))
        self.export.setEnabled(bool(self._marks))
        show_if(self.search, len(self._marks) > 3 or bool(self.search.text()))
        self._scroll.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if self._marks:
            self.empty.set(
                self.tr("Nothing found"), self.tr("Look for words of the text or of your note."), icon="marker"
            )
        else:
            text = self.tr("Select words and highlight them, or write a note on this page. All stays on this PC.")
            self.empty.set(self.tr("No notes yet"), text, icon="marker")

    def _build(self, marks: Sequence[Mark]) -> Iterator[object]:
        lost_said = False
        for mark in marks:
            if mark.lost and not lost_said:
                lost_said = True
                self._rows.add(WrapLabel(self.tr("Place not found in the new version"), "caption", "caution"))
            self._add_row(mark)
            yield mark
        self._rows.addStretch(1)

    def _add_row(self, mark: Mark) -> None:
        more = IconButton("dots-vertical", self.tr("More"))
        row = ListRow(*self._words(mark), leading=_Badge(mark), trailing=more, clickable=True, wrap=True, strong=False)
        row.clicked.connect(partial(self.chosen.emit, mark))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        more.clicked.connect(partial(self._menu_at, mark, more))
        row.customContextMenuRequested.connect(lambda _: self._menu_at(mark, more))
        self._rows.add(row, Divider())

    def _words(self, mark: Mark) -> tuple[str, str]:
        names = {
            AnnotationKind.HIGHLIGHT: self.tr("Highlight"),
            AnnotationKind.NOTE: self.tr("Note"),
            AnnotationKind.BOOKMARK: self.tr("Bookmark"),
            AnnotationKind.CARD: self.tr("Card"),
        }
        where = ""
        if mark.milliseconds is not None:
            where = clock_words(mark.milliseconds)
        elif mark.lost:
            where = self.tr("Place not found")
        elif mark.page is not None:
            where = self.tr("Page {number}").format(number=i18n.format_number(mark.page + 1))
        said = mark.said.front or mark.said.text
        quote = mark.annotation.anchor.exact
        parts = [names[mark.kind], where]
        if mark.said.divided:
            parts.append(self.tr("written on two computers"))
        title = said or quote or names[mark.kind]
        if said and quote and mark.kind is not AnnotationKind.CARD:
            parts.append(f"“{_short(quote, 60)}”")
        return _short(title, _LONGEST_LINE), " · ".join(part for part in parts if part)

    def _menu_at(self, mark: Mark, beside: QWidget) -> None:
        self.menu_wanted.emit(mark, beside.mapToGlobal(QPoint(0, beside.height())))

    async def ask_menu(self, mark: Mark, at: QPoint) -> None:
        """Let somebody choose what to do with a mark."""
        menu = QMenu(self)
        choices = [("edit", self.tr("Edit"))]
        if mark.kind in (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE):
            choices.append(("card", self.tr("Make a card")))
        choices.append(("delete", self.tr("Delete")))
        for value, words in choices:
            action = QAction(words, menu)
            action.setData(value)
            menu.addAction(action)
        chosen = await open_menu(menu, at)
        signals = {"edit": self.edit_asked, "card": self.card_asked, "delete": self.delete_asked}
        if isinstance(chosen, str):
            signals[chosen].emit(mark)


def _short(text: str, length: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= length else f"{words[: length - 1]}…"

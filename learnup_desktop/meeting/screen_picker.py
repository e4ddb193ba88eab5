"""Which screen or window the others are to see. Nothing is chosen beforehand: sharing is never a slip of Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWebEngineCore import QWebEngineDesktopMediaRequest
from PySide6.QtWidgets import QLabel, QWidget

from learnup_desktop.meeting.thumbnails import SIZE, WindowPictures, screen_pictures
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    BaseButton,
    Card,
    Column,
    ElidedLabel,
    EmptyState,
    FlowGrid,
    IconLabel,
    Label,
    ScrollColumn,
    WrapLabel,
)

SHARE, CANCEL = "share", "cancel"


@dataclass(frozen=True, slots=True)
class Source:
    """A screen or a window: ``row`` in its model."""

    screen: bool
    row: int
    title: str


def sources_of(request: QWebEngineDesktopMediaRequest) -> list[Source]:
    """What can be shared now."""
    found = []
    for screen, model in ((True, request.screensModel()), (False, request.windowsModel())):
        for row in range(model.rowCount(QModelIndex())):
            title = str(model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole) or "")
            found.append(Source(screen, row, title))
    return found


class _SourceCard(Card):
    """A picture with its title below; its place is kept while there is no picture."""

    def __init__(self, source: Source, title: str) -> None:
        super().__init__(clickable=True, padding=2, gap=2)
        self.source = source
        self.setAccessibleName(title)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon = IconLabel("monitor" if source.screen else "application-outline", size=40)
        place = QWidget()
        place.setFixedSize(self._room())
        inside = Column(place)
        inside.addWidget(self._icon, 1, Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self._picture, 1)
        self._picture.hide()
        self.add(place, ElidedLabel(title, "caption"))

    def _room(self) -> QSize:
        return QSize(theme().px(SIZE.width()), theme().px(SIZE.height()))

    def show_picture(self, picture: QPixmap) -> None:
        """Put the picture in the icon's place."""
        how = Qt.AspectRatioMode.KeepAspectRatio
        self._picture.setPixmap(picture.scaled(self._room(), how, Qt.TransformationMode.SmoothTransformation))
        self._icon.hide()
        self._picture.show()


class ScreenPicker(Dialog):
    """See the module; ``picked`` is the answer once the dialog ends with ``chosen == SHARE``.

    Args:
        parent: whose window is covered.
        sources: of :func:`sources_of`.
    """

    def __init__(self, parent: QWidget | None, sources: Sequence[Source]) -> None:
        super().__init__(parent, "", width=820)
        title = self.tr("What do you want to show?")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.picked: Source | None = None
        self._pictures: WindowPictures | None = None
        self._cards: list[_SourceCard] = []
        words = self.tr("The others see all of it, messages that pop up too. Close what is private first.")
        self.body.addWidget(WrapLabel(words, "body", "text-muted"))
        self.body.addWidget(self._list(sources), 1)
        self.setMinimumHeight(theme().px(520))
        cancel = self.add_choice(Choice(CANCEL, self.tr("Cancel")))
        self._share: BaseButton = self.add_choice(Choice(SHARE, self.tr("Share"), "primary"))
        self._share.setEnabled(False)
        # A card with the focus looks as if it were chosen.
        cancel.setFocus()
        self._fill(sources)

    def _list(self, sources: Sequence[Source]) -> QWidget:
        if not sources:
            empty = EmptyState()
            empty.set(
                self.tr("There is nothing to show"),
                self.tr("This computer lets no program see its screen. Your teacher can also be sent a file."),
                icon="monitor-off",
            )
            return empty
        content = QWidget()
        column = Column(content, gap=3)
        for screen, heading in ((True, self.tr("Screens")), (False, self.tr("Windows"))):
            mine = [source for source in sources if source.screen == screen]
            if not mine:
                continue
            column.addWidget(Label(heading, "heading"))
            grid = FlowGrid(minimum_column=SIZE.width() + 20)
            for source in mine:
                card = _SourceCard(source, source.title or self._name(source))
                card.clicked.connect(lambda card=card: self.pick(card.source))
                self._cards.append(card)
                grid.add(card)
            column.addWidget(grid)
        column.addStretch(1)
        return ScrollColumn(content)

    def _name(self, source: Source) -> str:
        words = self.tr("Screen {number}") if source.screen else self.tr("Window {number}")
        return words.format(number=source.row + 1)

    def _fill(self, sources: Sequence[Source]) -> None:
        screens = screen_pictures() if any(source.screen for source in sources) else []
        for card in self._cards:
            if card.source.screen and card.source.row < len(screens):
                picture = screens[card.source.row]
                if picture is not None:
                    card.show_picture(picture)
        titles = [source.title for source in sources if not source.screen and source.title]
        if titles:
            self._pictures = WindowPictures(titles, self._window_taken, self)
            self.finished.connect(self._pictures.stop)

    def _window_taken(self, title: str, picture: QPixmap) -> None:
        for card in self._cards:
            if not card.source.screen and card.source.title == title:
                card.show_picture(picture)

    def pick(self, source: Source) -> None:
        """Choose; the button says the rest."""
        self.picked = source
        self._share.setEnabled(True)
        for card in self._cards:
            card.set_outline("accent" if card.source == source else None)

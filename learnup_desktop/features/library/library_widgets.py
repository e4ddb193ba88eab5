"""A line of the library: what it is, how it stands on this computer, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.domain.downloads import Hold
from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.library.service import Item
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import (
    Column,
    ElidedLabel,
    IconButton,
    IconLabel,
    Pill,
    ProgressBar,
    Row,
    Tone,
    WrapLabel,
    show_if,
)

_ICONS = {
    "application/pdf": "file-pdf-box",
    "text/markdown": "text-box-outline",
    "text/html": "text-box-outline",
    "text/plain": "text-box-outline",
}
_GROUP_ICONS = {"image": "image-outline", "video": "play-circle-outline", "audio": "volume-high"}


def media_icon(media_type: str) -> str:
    """The icon of a kind of file."""
    plain = media_type.partition(";")[0].strip().lower()
    return _ICONS.get(plain) or _GROUP_ICONS.get(plain.partition("/")[0], "file-document-outline")


def media_word(media_type: str) -> str:
    """``PDF``, ``Notes``, ``Video``: what people call it."""
    translate = QCoreApplication.translate
    plain = media_type.partition(";")[0].strip().lower()
    if plain == "application/pdf":
        return "PDF"
    words = {
        "text": translate("Library", "Notes"),
        "image": translate("Library", "Picture"),
        "video": translate("Library", "Video"),
        "audio": translate("Library", "Recording"),
    }
    return words.get(plain.partition("/")[0], translate("Library", "Document"))


def hold_words(hold: Hold) -> str:
    """Why a download waits."""
    translate = QCoreApplication.translate
    return {
        Hold.METERED: translate("Library", "Waits: this network counts data"),
        Hold.OFF_PEAK: translate("Library", "Waits for the hours you set"),
        Hold.DAILY_LIMIT: translate("Library", "Waits: today's limit is used up"),
        Hold.DISK_FLOOR: translate("Library", "Waits: this disk is nearly full"),
        Hold.QUOTA: translate("Library", "Waits: the space for study files is full"),
    }[hold]


def error_words(error: str | None) -> str:
    """Why a download failed, in one sentence with what to do."""
    translate = QCoreApplication.translate
    sentences = {
        "empty": translate("Library", "The school has put up an empty file. Tell your teacher."),
        "wrong_bytes": translate("Library", "What arrives is not what the school announced. Try again later."),
        "LU-220": translate("Library", "The school no longer has this file."),
    }
    return sentences.get(error or "", translate("Library", "The school refuses this file. Tell your teacher."))


class ItemRow(QWidget):
    """One material.

    Attributes:
        wanted: the main button: open, download, pause, resume or try again, by how the item stands.
        menu_asked: the button with the dots.
    """

    wanted = Signal()
    menu_asked = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__()
        row = Row(self, gap=3, margins=(0, 2.5, 0, 2.5))
        self.item = item
        self._icon = IconLabel(media_icon(item.material.media_type), "text-muted")
        words = Column(gap=1)
        self._title = WrapLabel("", "body", bold=True)
        self._detail = ElidedLabel("", "caption", "text-muted")
        self._bar = ProgressBar(thickness=4)
        words.add(self._title, self._detail, self._bar)
        self._pill = Pill("", small=True)
        self.action = IconButton("download", "", boxed=True)
        self.more = IconButton("dots-vertical", "")
        self.action.clicked.connect(self.wanted)
        self.more.clicked.connect(self.menu_asked)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.add(self._pill, self.action, self.more)
        self.show_item(item)

    def show_item(self, item: Item) -> None:
        """Show how the item stands now."""
        self.item = item
        title = item.material.title.text(i18n.language())
        self._title.setText(title)
        detail = self._words(item)
        self._detail.setText(detail)
        moving = item.file.state in (FileState.RUNNING, FileState.PAUSED) or (
            item.file.state is FileState.WAITING and item.file.arrived > 0
        )
        show_if(self._bar, moving)
        if moving:
            tone: Tone = "accent" if item.file.state is FileState.RUNNING else "neutral"
            self._bar.set_value(item.file.arrived, max(1, item.material.size_bytes), tone=tone, description=detail)
        self._show_pill(item)
        self._show_action(item, title)
        self.more.set_label(self.tr("More about {title}").format(title=title))
        self.setAccessibleName(f"{title}, {detail}")

    def _words(self, item: Item) -> str:
        size = i18n.format_bytes(item.material.size_bytes)
        if item.file.state is FileState.FAILED:
            return error_words(item.file.error)
        if item.file.hold is not None:
            return hold_words(item.file.hold)
        if item.file.state in (FileState.RUNNING, FileState.PAUSED):
            return self.tr("{here} of {size}").format(here=i18n.format_bytes(item.file.arrived), size=size)
        parts = [media_word(item.material.media_type), size]
        if item.material.due_at is not None:
            due = i18n.format_date(i18n.local(item.material.due_at), weekday=True)
            parts.append(self.tr("due {date}").format(date=due))
        if item.material.access_ends_at is not None:
            until = i18n.format_date(i18n.local(item.material.access_ends_at), weekday=True)
            parts.append(self.tr("yours until {date}").format(date=until))
        return " · ".join(parts)

    def _show_pill(self, item: Item) -> None:
        if item.file.state is FileState.HERE:
            if item.pinned:
                self._pill.set(self.tr("Kept"), "accent", "pin-outline")
            else:
                self._pill.set(self.tr("On this PC"), "positive", "check")
        elif item.file.state is FileState.UPDATING:
            self._pill.set(self.tr("New version on its way"), "accent", "update")
        elif item.file.state is FileState.WAITING:
            self._pill.set(self.tr("Waiting"), "neutral", "clock-outline")
        elif item.file.state is FileState.PAUSED:
            self._pill.set(self.tr("Paused"), "neutral", "pause")
        elif item.file.state is FileState.FAILED:
            self._pill.set(self.tr("Failed"), "critical", "alert-circle-outline")
        show_if(self._pill, item.file.state not in (FileState.ONLINE, FileState.RUNNING))

    def _show_action(self, item: Item, title: str) -> None:
        actions = {
            FileState.ONLINE: ("download", self.tr("Download {title}")),
            FileState.WAITING: ("pause", self.tr("Pause {title}")),
            FileState.RUNNING: ("pause", self.tr("Pause {title}")),
            FileState.PAUSED: ("play", self.tr("Go on with {title}")),
            FileState.FAILED: ("refresh", self.tr("Try {title} again")),
        }
        icon, words = actions.get(item.file.state, ("book-open-variant", self.tr("Open {title}")))
        self.action.set_icon_name(icon)
        self.action.set_label(words.format(title=title))

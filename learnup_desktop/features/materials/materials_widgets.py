"""Rows of material and of uploads, and the form that says what a file is."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.features.materials.service import Entry
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.widgets import (
    Column,
    ComboBox,
    ElidedLabel,
    IconButton,
    IconLabel,
    Label,
    Pill,
    ProgressBar,
    Row,
    Switch,
    TextField,
    show_if,
)
from learnup_desktop.sync.material_uploads import Upload, UploadState

DAYS = (None, 0, 1, 3, 7, 14, 30)
"""Due dates that are offered, in days from today."""


def due_words(days: int | None) -> str:
    """``In 3 days``, as a choice."""
    translate = QCoreApplication.translate
    if days is None:
        return translate("Materials", "No date")
    if days < 2:
        return translate("Materials", "Today") if days == 0 else translate("Materials", "Tomorrow")
    return translate("Materials", "In {count} days").format(count=i18n.format_number(days))


def upload_error(code: str) -> str:
    """Why an upload stopped, with what to do."""
    translate = QCoreApplication.translate
    words: dict[str, str] = {
        ErrorCode.MATERIAL_KIND: translate(
            "Materials", "The school does not take this kind of file, or it is not one."
        ),
        ErrorCode.UPLOAD_WRONG: translate("Materials", "It arrived damaged twice. Choose the file once more."),
        ErrorCode.NOT_FOUND: translate("Materials", "You no longer teach this class."),
        ErrorCode.TOO_LARGE: translate("Materials", "The school does not take files of this size."),
    }
    return words.get(code, translate("Materials", "The school refuses this file. Ask the office."))


class MaterialRow(QWidget):
    """One material.

    Attributes:
        toggled: publish, or take back.
        menu_asked: the button with the dots.
    """

    toggled = Signal()
    menu_asked = Signal()

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        material = entry.material
        title = material.title.text(i18n.language())
        row = Row(self, gap=3, margins=(0, 2.5, 0, 2.5))
        words = Column(gap=1)
        parts = [i18n.format_bytes(material.size_bytes)]
        if material.due_at is not None:
            due = i18n.format_date(i18n.local(material.due_at), weekday=True)
            parts.append(self.tr("due {date}").format(date=due))
        words.add(ElidedLabel(title, "body", bold=True), ElidedLabel(" · ".join(parts), "caption", "text-muted"))
        pill = Pill("", small=True)
        if entry.waits:
            pill.set(self.tr("Not at school yet"), "caution", "cloud-upload-outline")
        elif material.published:
            pill.set(self.tr("Published"), "positive", "check")
        else:
            pill.set(self.tr("Draft"), "neutral", "eye-off-outline")
        label = self.tr("Take {title} back") if material.published else self.tr("Publish {title}")
        icon = "eye-off-outline" if material.published else "publish"
        self.toggle = IconButton(icon, label.format(title=title), boxed=True)
        self.toggle.clicked.connect(self.toggled)
        self.more = IconButton("dots-vertical", self.tr("More about {title}").format(title=title))
        self.more.clicked.connect(self.menu_asked)
        row.addWidget(IconLabel("file-document-outline", "text-muted"))
        row.addLayout(words, 1)
        row.add(pill, self.toggle, self.more)
        self.setAccessibleName(f"{title}, {', '.join(parts)}, {pill.text()}")


class UploadRow(QWidget):
    """A file on its way.

    Attributes:
        pressed: pause or go on.
        cancelled: do not put it up.
    """

    pressed = Signal()
    cancelled = Signal()

    def __init__(self, upload: Upload) -> None:
        super().__init__()
        row = Row(self, gap=3, margins=(0, 2.5, 0, 2.5))
        words = Column(gap=1)
        self._title = ElidedLabel("", "body", bold=True)
        self._detail = ElidedLabel("", "caption", "text-muted")
        self._bar = ProgressBar(thickness=4)
        words.add(self._title, self._detail, self._bar)
        self.action, self.cancel = IconButton("pause", "", boxed=True), IconButton("close", "")
        self.action.clicked.connect(self.pressed)
        self.cancel.clicked.connect(self.cancelled)
        row.addWidget(IconLabel("upload", "accent"))
        row.addLayout(words, 1)
        row.add(self.action, self.cancel)
        self.show_upload(upload)

    def show_upload(self, upload: Upload) -> None:
        """Show how it stands now."""
        self.upload = upload
        texts = upload.material.get("title")
        named = [str(text) for text in texts.values() if text] if isinstance(texts, dict) else []
        title = named[0] if named else str(upload.material.get("fileName", ""))
        self._title.setText(title)
        here, size = i18n.format_bytes(upload.sent), i18n.format_bytes(upload.size)
        detail = self.tr("{here} of {size} at school").format(here=here, size=size)
        if upload.state is UploadState.FAILED:
            detail = upload_error(upload.error)
        elif upload.state is UploadState.PAUSED:
            detail = self.tr("Paused · {progress}").format(progress=detail)
        elif not upload.running:
            detail = self.tr("Waits for the network · {progress}").format(progress=detail)
        self._detail.setText(detail)
        show_if(self._bar, upload.state is not UploadState.FAILED)
        self._bar.set_value(upload.sent, max(1, upload.size), tone="accent", description=detail)
        stopped = upload.state is not UploadState.WAITING
        self.action.set_icon_name("play" if stopped else "pause")
        words = self.tr("Go on with {title}") if stopped else self.tr("Pause {title}")
        self.action.set_label(words.format(title=title))
        self.cancel.set_label(self.tr("Do not put up {title}").format(title=title))
        self.setAccessibleName(f"{title}, {detail}")


class MaterialForm(Dialog):
    """What a file is: title, class, date, and whether it is shown at once."""

    def __init__(self, parent: QWidget | None, classes: Sequence[SchoolClass], title: str, size: str) -> None:
        super().__init__(parent, QCoreApplication.translate("Materials", "Put up a file"))
        self.title = TextField(self.tr("Title"), title)
        self.school_class, self.due = ComboBox(), ComboBox()
        self.school_class.set_choices([(item.id, item.name.text(i18n.language())) for item in classes])
        self.school_class.setAccessibleName(self.tr("Class"))
        self.due.set_choices([(-1 if days is None else days, due_words(days)) for days in DAYS])
        self.due.setAccessibleName(self.tr("To be handed in"))
        self.publish = Switch(self.tr("Show it to the class at once"))
        self.publish.setChecked(True)
        shown = Row(gap=3)
        shown.add(self.publish)
        shown.addWidget(Label(self.tr("Show it to the class at once")), 1)
        self.body.add(Label(size, "caption", "text-muted"), self.title, Label(self.tr("Class"), "label"))
        self.body.add(self.school_class, Label(self.tr("To be handed in"), "label"), self.due)
        self.body.addLayout(shown)
        self.add_choice(Choice("cancel", self.tr("Cancel")))
        self._save = self.add_choice(Choice("add", self.tr("Put up"), "primary"))
        self.title.edit.textChanged.connect(lambda: self._save.setEnabled(bool(self.title.text())))
        self._save.setEnabled(bool(title))

    def days(self) -> int | None:
        """The chosen date, in days from today."""
        chosen = int(self.due.currentData())
        return None if chosen < 0 else chosen

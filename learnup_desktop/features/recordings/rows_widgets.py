"""A line for a recording and one for a seminar: what it is, how it stands, and what can be done."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.domain.file_standing import FileState
from learnup_desktop.features.recordings.service import RecordingItem, SeminarEntry, SeminarStanding
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import (
    BaseButton,
    Column,
    IconLabel,
    Pill,
    PrimaryButton,
    ProgressBar,
    Row,
    SecondaryButton,
    Tone,
    TurningPair,
    WrapLabel,
    show_if,
)


class RecordingRow(QWidget):
    """One recording.

    Attributes:
        wanted: the button: play, download, pause or go on, by how the file stands.
    """

    wanted = Signal()

    def __init__(self, item: RecordingItem) -> None:
        super().__init__()
        self.item = item
        sound = item.material.media_type.startswith("audio/")
        said, side = QWidget(), QWidget()
        line, buttons, words = Row(said, gap=3), Row(side, gap=3), Column(gap=1)
        self._title, self._detail = WrapLabel("", "body", bold=True), WrapLabel("", "caption", "text-muted")
        self._bar = ProgressBar(thickness=4)
        words.add(self._title, self._detail, self._bar)
        self._pill = Pill("", "positive", small=True, icon="check")
        self.button = SecondaryButton(icon="download")
        self.button.clicked.connect(self.wanted)
        line.addWidget(IconLabel("volume-high" if sound else "play-circle-outline", "text-muted"))
        line.addLayout(words, 1)
        buttons.add(self._pill, self.button)
        Column(self, margins=(0, 2.5, 0, 2.5)).add(TurningPair(said, side))
        self.show_item(item)

    def show_item(self, item: RecordingItem) -> None:
        """Show how the file stands now."""
        self.item = item
        title = item.recording.title.text(i18n.language())
        detail = self._words(item)
        self._title.setText(title)
        self._detail.setText(detail)
        file = item.file
        moving = file.state in (FileState.RUNNING, FileState.PAUSED) or file.arrived > 0
        show_if(self._bar, moving and not file.readable)
        tone: Tone = "accent" if file.state is FileState.RUNNING else "neutral"
        self._bar.set_value(file.arrived, max(1, item.material.size_bytes), tone=tone, description=detail)
        self._pill.set(self.tr("On this PC"), "positive", "check")
        show_if(self._pill, file.readable)
        icon, text = {
            FileState.HERE: ("play", self.tr("Play")),
            FileState.UPDATING: ("play", self.tr("Play")),
            FileState.ONLINE: ("download", self.tr("Download")),
            FileState.WAITING: ("pause", self.tr("Pause")),
            FileState.RUNNING: ("pause", self.tr("Pause")),
            FileState.PAUSED: ("download", self.tr("Go on")),
            FileState.FAILED: ("refresh", self.tr("Try again")),
        }[file.state]
        self.button.setText(text)
        self.button.set_icon_name(icon)
        self.button.setAccessibleName(f"{text}: {title}")
        self.setAccessibleName(f"{title}, {detail}")

    def _words(self, item: RecordingItem) -> str:
        size = i18n.format_bytes(item.material.size_bytes)
        if item.file.state is FileState.FAILED:
            return self.tr("The file could not be fetched. Try again, or tell your teacher.")
        if item.file.hold is not None:
            return self.tr("Waits: the library says why")
        if item.file.state in (FileState.RUNNING, FileState.PAUSED):
            return self.tr("{here} of {size}").format(here=i18n.format_bytes(item.file.arrived), size=size)
        parts = [i18n.format_date(i18n.local(item.recording.recorded_at), weekday=True), item.recording.teacher_name]
        if item.recording.duration_seconds:
            parts.append(i18n.format_duration(item.recording.duration_seconds))
        return " · ".join(part for part in (*parts, size) if part)


class SeminarRow(QWidget):
    """One seminar.

    Attributes:
        wanted: register, or give the place back.
    """

    wanted = Signal()

    def __init__(self, entry: SeminarEntry, now: datetime) -> None:
        super().__init__()
        self.entry = entry
        seminar, language = entry.seminar, i18n.language()
        said, side = QWidget(), QWidget()
        words, buttons = Column(said, gap=1), Row(side, gap=3)
        self._title = WrapLabel(seminar.title.text(language), "body", bold=True)
        times = i18n.format_time_range(seminar.starts_at, seminar.ends_at)
        when = f"{i18n.format_date(i18n.local(seminar.starts_at), weekday=True)} · {times}"
        place = self.tr("online") if seminar.online else seminar.place
        facts = " · ".join(part for part in (when, place, seminar.speaker) if part)
        words.add(self._title, WrapLabel(facts, "caption", "text-muted"))
        if summary := seminar.summary.text(language):
            words.add(WrapLabel(summary, "caption"))
        self._standing = self._standing_text(now)
        words.add(WrapLabel(self._standing, "caption", "text-muted"))
        pill = self._pill()
        if pill is not None:
            buttons.add(pill)
        self.button = self._button(seminar.title.text(language))
        if self.button is not None:
            self.button.clicked.connect(self.wanted)
            buttons.add(self.button)
        Column(self, margins=(0, 3, 0, 3)).add(TurningPair(said, side))
        self.setAccessibleName(f"{self._title.text()}, {facts}, {self._standing}")

    def _pill(self) -> Pill | None:
        looks: dict[SeminarStanding, tuple[str, Tone, str]] = {
            SeminarStanding.REGISTERED: (self.tr("You have a place"), "positive", "check"),
            SeminarStanding.FULL: (self.tr("Full"), "neutral", "account-multiple"),
            SeminarStanding.CANCELLED: (self.tr("Cancelled"), "critical", "close"),
        }
        look = looks.get(self.entry.standing)
        return Pill(look[0], look[1], icon=look[2], small=True) if look is not None else None

    def _button(self, title: str) -> BaseButton | None:
        if self.entry.standing is SeminarStanding.OPEN:
            button: BaseButton = PrimaryButton(self.tr("Register"))
        elif self.entry.standing is SeminarStanding.REGISTERED:
            button = SecondaryButton(self.tr("Give back"))
        else:
            return None
        button.setAccessibleName(f"{button.text()}: {title}")
        return button

    def _standing_text(self, now: datetime) -> str:
        seminar, standing = self.entry.seminar, self.entry.standing
        closes = i18n.format_moment(seminar.closes_at, now)
        if standing is SeminarStanding.CANCELLED:
            return self.tr("It does not take place.")
        if standing is SeminarStanding.CLOSED:
            return self.tr("Registration closed {time}").format(time=closes)
        if standing is SeminarStanding.REGISTERED:
            return self.tr("You can give your place back until {time}").format(time=closes)
        if standing is SeminarStanding.FULL:
            return self.tr("All {count} places are taken").format(count=i18n.format_number(seminar.capacity))
        left = i18n.format_number(seminar.capacity - seminar.taken)
        return self.tr("{count} places left · register until {time}").format(count=left, time=closes)

"""What stands around the question: the bar with time and saving, the warnings, the student's own picture."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from learnup_desktop.features.exams.camera_widgets import SelfView
from learnup_desktop.features.exams.flags import Flag
from learnup_desktop.features.exams.presence import PresenceCheck
from learnup_desktop.features.exams.presence_widgets import PresencePanel
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting_parts import SavedState
from learnup_desktop.features.exams.watch import WatchState
from learnup_desktop.features.exams.words import camera_words, flag_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Banner,
    Column,
    CountdownLabel,
    ElidedLabel,
    IconButton,
    Label,
    Pill,
    PillButton,
    Row,
    SecondaryButton,
    Tone,
    follow_theme,
    show_if,
)
from learnup_desktop.qt.widgets.camera import FrameSource


class SavedPill(Pill):
    """Where the answers are, since when, and whether the line to the school is cut."""

    def __init__(self) -> None:
        super().__init__("", "neutral", icon="content-save-outline")
        self.short = False
        self._online = True
        self._saved: SavedState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_online(self, online: bool) -> None:
        """The platform is reached, or is not."""
        self._online = online
        if self._saved is not None:
            self.show_saved(self._saved)

    def show_saved(self, saved: SavedState) -> None:
        """Say it."""
        self._saved = saved
        ago = i18n.format_duration(max(1.0, saved.seconds or 0.0))
        if saved.fault is not None:
            said = i18n.translate_error(saved.fault)
            text = self.tr("Kept in memory: {reason}").format(reason=said.title)
            self._say(text, self.tr("In memory"), "caution", "content-save-alert-outline")
        elif not self._online and saved.place is not Place.MEMORY:
            self._say_cut(saved.place, ago)
        elif saved.place is Place.NOWHERE:
            text = self.tr("Saved as you write")
            self._say(text, text, "neutral", "content-save-outline")
        elif saved.place is Place.MEMORY:
            text = self.tr("Saving…")
            self._say(text, text, "neutral", "content-save-outline")
        elif saved.place is Place.THIS_PC:
            text = self.tr("Saved {ago} ago · on this PC").format(ago=ago)
            self._say(text, self.tr("On this PC"), "caution", "content-save-check-outline")
        else:
            text = self.tr("Saved {ago} ago · on this PC and at school").format(ago=ago)
            self._say(text, self.tr("At school"), "positive", "content-save-check-outline")

    def _say_cut(self, place: Place, ago: str) -> None:
        """The line is cut: that is said whatever was saved last, so that nobody waits for it."""
        if place is Place.THIS_PC:
            text, short = self.tr("No network · saved {ago} ago on this PC"), self.tr("No network · on this PC")
            self._say(text.format(ago=ago), short, "caution", "cloud-off-outline")
        elif place is Place.NOWHERE:
            text = self.tr("No network · saved on this PC as you write")
            self._say(text, self.tr("No network"), "caution", "cloud-off-outline")
        else:
            text = self.tr("No network · all you wrote is at school")
            self._say(text, self.tr("No network · at school"), "positive", "cloud-off-outline")

    def _say(self, text: str, short: str, tone: Tone, icon: str) -> None:
        shown = short if self.short else text
        if shown != self.text() or tone != self.tone():
            self.set(shown, tone, icon)
        self.setAccessibleName(text)
        self.setToolTip(text if self.short else "")


class SittingBar(QWidget):
    """The top: exam and student, saving, the paper's language, time left.

    Attributes:
        language_requested: the student wants the paper in another language.
        map_requested: the student wants to see the question map, where there is no room for it.
    """

    language_requested = Signal()
    map_requested = Signal()

    def __init__(self, seconds_left: Callable[[], float]) -> None:
        super().__init__()
        self._practising, self._compact, self._name = False, False, ""
        self._title = ElidedLabel("", "strong")
        self._person = ElidedLabel("", "caption", "text-muted")
        self.practice = Pill("", "accent", icon="school-outline")
        self.practice.setObjectName("practice")
        self.practice.hide()
        self.saved = SavedPill()
        self.map_button = PillButton("", icon="format-list-numbered")
        self.map_button.clicked.connect(self.map_requested)
        self.language = PillButton("", icon="translate")
        self.language.setObjectName("paper-language")
        self.language.clicked.connect(self.language_requested)
        self.leave = SecondaryButton("", icon="exit-to-app")
        self.leave.hide()
        self.countdown = CountdownLabel(seconds_left)
        self.countdown.setObjectName("countdown")
        names = Column(gap=0)
        names.addStretch(1)
        names.add(self._title, self._person)
        names.addStretch(1)
        self._row = Row(self, gap=5, margins=(6, 2, 6, 2))
        self._row.addLayout(names, 1)
        self._row.add(self.practice, self.leave, self.map_button, self.saved, self.language, self.countdown)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_theme(self._retheme)

    def set_words(self, title: str, person: str, language: str, *, practice: bool = False) -> None:
        """Exam, student, and the name of the paper's language; ``practice`` says quietly that nothing counts."""
        self.practice.set(self.tr("Practice"), "accent", icon="school-outline")
        self.practice.setToolTip(self.tr("A practice paper: its marks do not count"))
        self._practising, self._name = practice, person
        self._title.setText(title)
        self._show_practice()
        self.language.set(language)
        self.language.setAccessibleName(self.tr("Language of the paper: {language}").format(language=language))
        self.leave.setText(self.tr("Leave"))
        self.countdown.setToolTip(self.tr("Time left, by the server's clock"))

    def set_compact(self, compact: bool) -> None:
        """Say less where there is little room; screen readers still hear all of it."""
        self._compact = compact
        self._show_practice()
        self.map_button.setVisible(compact)
        self.saved.short = compact
        self._row.set_spacing(gap=3 if compact else 5, margins=(3, 1, 3, 1) if compact else (6, 2, 6, 2))

    def _show_practice(self) -> None:
        """As a word of its own, or before the student's name where it would take the title's room."""
        before_name = self._practising and self._compact
        show_if(self.practice, self._practising and not self._compact)
        self._person.setText(f"{self.tr('Practice')} · {self._name}" if before_name else self._name)

    def set_leave(self, possible: bool) -> None:
        """Offer to leave an exam that can only be read any more."""
        self.leave.setVisible(possible)

    def _retheme(self) -> None:
        self.setMinimumHeight(theme().px(56))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface-raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("border"))


class WarningCard(Banner):
    """What was noticed, for how long, and what to do. Stays until it is read; never in the way of typing.

    Attributes:
        read: the student has read it.
    """

    read = Signal(str)

    def __init__(self, flag: Flag, now_ms: int) -> None:
        self.flag = flag
        close = IconButton("close", "", size=24)
        super().__init__("", "", "caution", icon="lightbulb-on-outline", action=close)
        self._close = close
        # Focus stays with the answer: a warning is reached by Tab only when somebody wants it.
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: self.read.emit(self.flag.id))
        self.show_flag(flag, now_ms)

    def show_flag(self, flag: Flag, now_ms: int) -> None:
        """Say how it stands now."""
        self.flag = flag
        self._close.set_label(self.tr("I have read it"))
        self.set(*flag_words(flag, now_ms))


class Flags(Protocol):
    """What is used of ``flags.FlagRecorder``."""

    def unread(self) -> list[Flag]: ...
    def put_away(self, flag_id: str) -> None: ...


class WarningList(QWidget):
    """The newest warnings, at most two: more would be noise in an exam."""

    def __init__(self, flags: Flags, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self.most = 2
        self._flags = flags
        self._now_ms = now_ms
        self._column = Column(self, gap=2)
        self._cards: dict[str, WarningCard] = {}
        # Where there is room for one only, the student knows of the others; each appears when the one before is read.
        self.more = Label("", "caption", "text-muted")
        self.more.hide()
        self._column.addWidget(self.more)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def cards(self) -> list[WarningCard]:
        """What is shown, oldest first."""
        return list(self._cards.values())

    def refresh(self) -> None:
        """Show what there is to read now."""
        unread = self._flags.unread()
        shown = unread[-self.most :]
        behind = len(unread) - len(shown)
        self.more.setText(self.tr("{n} more to read").format(n=i18n.format_number(behind)))
        show_if(self.more, behind > 0)
        now = self._now_ms()
        for gone in [key for key in self._cards if all(flag.id != key for flag in shown)]:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for flag in shown:
            existing = self._cards.get(flag.id)
            if existing is not None:
                existing.show_flag(flag, now)
                continue
            card = WarningCard(flag, now)
            card.read.connect(self._flags.put_away)
            self._cards[flag.id] = card
            self._column.insertWidget(self._column.count() - 1, card)


class SideColumn(QWidget):
    """The right: warnings above the self-view, both at the foot; a line below the question where there is no room."""

    def __init__(
        self,
        flags: Flags,
        presence: PresenceCheck,
        now_ms: Callable[[], int],
        frames: FrameSource,
        *,
        watched: bool,
    ) -> None:
        super().__init__()
        self.warnings = WarningList(flags, now_ms)
        self.presence = PresencePanel(presence)
        said = QWidget()
        column = Column(said, gap=3)
        column.add(self.presence, self.warnings)
        self.self_view = SelfView(frames)
        self.self_view.setVisible(watched)
        self._compact = False
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addStretch(1)
        self._box.addWidget(said)
        self._box.addWidget(self.self_view)
        follow_theme(self._retheme)

    def set_compact(self, compact: bool) -> None:
        """Where there is little room the word stays and the picture goes."""
        if compact != self._compact:
            self._compact = compact
            self.self_view.picture.setVisible(not compact)
            self.warnings.most = 1 if compact else 2
            self.warnings.refresh()
            directions = QBoxLayout.Direction
            self._box.setDirection(directions.RightToLeft if compact else directions.TopToBottom)
            self._box.setStretch(0, 0 if compact else 1)
            self._box.setStretch(1, 3 if compact else 0)
            self._box.setStretch(2, 2 if compact else 0)
            top = Qt.AlignmentFlag.AlignTop if compact else Qt.AlignmentFlag(0)
            self._box.setAlignment(self.self_view, top)
            self._make_room()
            self._retheme()

    def _make_room(self) -> None:
        """Below the question there is room for one thing: what is asked comes before what was noticed."""
        self.warnings.setVisible(not (self._compact and self.presence.asks))

    def show_camera(self, state: WatchState) -> None:
        """Say how the camera sees the student."""
        self.self_view.set_word(*camera_words(state))
        self.presence.refresh()
        self._make_room()

    def _retheme(self) -> None:
        space = theme().space
        sides, ends = space(5), space(2 if self._compact else 5)
        self._box.setContentsMargins(sides, ends, sides, ends)
        self._box.setSpacing(space(3))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = (0, 0, self.width(), 1) if self._compact else (0, 0, 1, self.height())
        QPainter(self).fillRect(*edge, theme().color("border"))

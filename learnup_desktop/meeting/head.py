"""The line above the meeting, and the card that asks for a room's password."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.meeting.low_line import Mode
from learnup_desktop.meeting.messages import Told
from learnup_desktop.meeting.words import state_tone, state_words
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    ComboBox,
    CriticalButton,
    ElidedLabel,
    FlowRow,
    IconButton,
    PasswordField,
    Pill,
    PrimaryButton,
    QuietButton,
    Row,
    SecondaryButton,
    TurningPair,
    WrapLabel,
    show_if,
)


class MeetingHead(QWidget):
    """Title, how it stands, and the buttons that Jitsi's own line does not have or hides.

    Args:
        title: of the class.
        moderator: whether the teacher's buttons are shown.

    Attributes:
        pressed: ``microphone camera hand share record panel back leave``.
        mode_chosen: what to ask of the line.
    """

    pressed = Signal(str)
    mode_chosen = Signal(str)

    def __init__(self, title: str, *, moderator: bool) -> None:
        super().__init__()
        stands = QWidget()
        line = Row(stands, gap=2)
        line.addWidget(ElidedLabel(title, "heading"), 1)
        buttons = QWidget()
        row = FlowRow(buttons, trailing=True)
        self.state = Pill("", "caution")
        self.recording = Pill(self.tr("Recording"), "critical", icon="record-rec")
        self._modes: tuple[Mode, ...] = ("auto", "saving", "sound")
        self.mode = ComboBox()
        self.mode.setAccessibleName(self.tr("What to ask of the line"))
        for mode, words in zip(
            self._modes, (self.tr("Automatic"), self.tr("Save data"), self.tr("Sound only")), strict=True
        ):
            self.mode.addItem(words, mode)
        self.mode.activated.connect(lambda index: self.mode_chosen.emit(self._modes[index]))
        self.microphone = IconButton("microphone-off", "", boxed=True)
        self.camera = IconButton("video-off-outline", "", boxed=True)
        self.hand = IconButton("hand-back-right-outline", "", boxed=True)
        self.share = IconButton("monitor-share", self.tr("Show my screen"), boxed=True)
        self.record = IconButton("record-rec", self.tr("Record"), boxed=True)
        self.side = IconButton("dock-right", self.tr("People, chat and materials"), boxed=True)
        self.back = QuietButton(self.tr("To LearnUp"), icon="arrow-collapse")
        self.leave = CriticalButton(self.tr("Leave"), icon="phone-hangup")
        line.add(self.state, self.recording)
        row.add(self.mode)
        for name, button in (
            ("microphone", self.microphone),
            ("camera", self.camera),
            ("hand", self.hand),
            ("share", self.share),
            ("record", self.record),
            ("panel", self.side),
            ("back", self.back),
            ("leave", self.leave),
        ):
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
            row.addWidget(button)
        Column(self, margins=(3, 2, 3, 2)).addWidget(TurningPair(stands, buttons))
        self.record.setVisible(moderator)
        self.recording.hide()

    def show_told(self, told: Told, mode: Mode) -> None:
        """Follow the meeting. A button says what pressing it does."""
        self.state.set(state_words(told.state), state_tone(told.state))
        show_if(self.recording, told.recording)
        self.mode.setCurrentIndex(self._modes.index(mode))
        live = told.state == "joined"
        for button in (self.microphone, self.camera, self.hand, self.share, self.record):
            button.setEnabled(live)
        show_media(self.microphone, self.camera, self.hand, told)
        self.share.set_label(self.tr("Stop showing my screen") if told.sharing else self.tr("Show my screen"))
        self.share.set_icon_name("monitor-off" if told.sharing else "monitor-share")
        self.record.set_label(self.tr("Stop recording") if told.recording else self.tr("Record"))


def show_media(microphone: IconButton, camera: IconButton, hand: IconButton, told: Told) -> None:
    """Name and picture of the three buttons that head and mini bar share."""
    translate = QCoreApplication.translate
    microphone.set_icon_name("microphone-off" if told.audio_muted else "microphone")
    microphone.set_label(
        translate("Meeting", "Switch microphone on") if told.audio_muted else translate("Meeting", "Mute")
    )
    camera.set_icon_name("video-off-outline" if told.video_muted else "video-outline")
    camera.set_label(
        translate("Meeting", "Switch camera on") if told.video_muted else translate("Meeting", "Switch camera off")
    )
    hand.set_icon_name("hand-back-right" if told.hand_raised else "hand-back-right-outline")
    hand.set_label(translate("Meeting", "Lower hand") if told.hand_raised else translate("Meeting", "Raise hand"))


class PasswordCard(QWidget):
    """Asks for the password of the room.

    Attributes:
        given: the password.
        given_up: the person has none.
    """

    given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        outer = Column(self, margins=(6, 6, 6, 6))
        card = Card(self.tr("This class asks for a password"))
        card.add(WrapLabel(self.tr("Your teacher has it."), "body", "text-muted"))
        self.field = PasswordField(self.tr("Password of the class"))
        self.field.edit.returnPressed.connect(self._give)
        join = PrimaryButton(self.tr("Join"))
        join.clicked.connect(self._give)
        leave = SecondaryButton(self.tr("Leave"))
        leave.clicked.connect(self.given_up)
        buttons = Row(gap=2)
        buttons.addStretch(1)
        buttons.add(leave, join)
        card.add(self.field, buttons)
        card.setMaximumWidth(520)
        outer.addStretch(1)
        row = Row()
        row.addStretch(1)
        row.addWidget(card, 3)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)

    def edit_focus(self) -> None:
        """To the field."""
        self.field.edit.setFocus()

    def _give(self) -> None:
        words = self.field.edit.text()
        if words:
            self.field.edit.clear()
            self.given.emit(words)

"""Camera, microphone and speaker: chosen, remembered, and tried out before joining. What is tried stays here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.settings import MEETING_CAMERA, MEETING_MICROPHONE, MEETING_SPEAKER, Setting, Settings
from learnup_desktop.domain.meetings import JoinChoices
from learnup_desktop.features.live.devices import Devices, DeviceState, chosen_name
from learnup_desktop.features.live.devices_widgets import CameraPreview, MediaDevices
from learnup_desktop.qt import notices
from learnup_desktop.qt.widgets import (
    Card,
    CheckBox,
    Column,
    ComboField,
    IconLabel,
    ProgressBar,
    Row,
    SecondaryButton,
    SideBySide,
    WrapLabel,
    show_if,
)

SYSTEM_CHOICE = ""
"""The device that the system prefers."""
_QUIET = 0.02
"""Below this the meter says nothing: it would tremble."""


class DevicePanel(QWidget):
    """Two cards: what others see, and what is said and heard.

    Args:
        devices: this computer's; nothing of them is used before :meth:`start`.
        settings: remembers which were chosen.
    """

    def __init__(self, devices: Devices, settings: Settings) -> None:
        super().__init__()
        self._devices = devices
        self._settings = settings
        self._trying = False
        if isinstance(devices, MediaDevices):
            devices.setParent(self)
        devices.listen(self._devices_changed, self._heard)
        Column(self).add(SideBySide(self._make_camera(), self._make_sound(), side_share=0.45))

    def _make_camera(self) -> Card:
        self.camera_card = Card(" ", gap=3)
        self.preview: CameraPreview | None = None
        if isinstance(self._devices, MediaDevices):
            self.preview = CameraPreview(self._devices.sink)
            self.camera_card.add(self.preview)
        self.camera = ComboField("")
        self.camera.changed.connect(partial(self._chosen, MEETING_CAMERA))
        self._camera_word, self._camera_icon = WrapLabel("", "caption", "text-muted"), IconLabel("video-outline")
        self.video_on = CheckBox()
        self.camera_card.add(self._line(self._camera_icon, self._camera_word), self.camera, self.video_on)
        return self.camera_card

    def _make_sound(self) -> Card:
        self.sound_card = Card(" ", gap=3)
        self.microphone, self.speaker = ComboField(""), ComboField("")
        self.microphone.changed.connect(partial(self._chosen, MEETING_MICROPHONE))
        self.speaker.changed.connect(partial(self._chosen, MEETING_SPEAKER))
        self.meter = ProgressBar(thickness=10)
        self._microphone_word = WrapLabel("", "caption", "text-muted")
        self._microphone_icon = IconLabel("microphone")
        self.audio_on = CheckBox()
        self.play = SecondaryButton(icon="volume-high")
        self.play.clicked.connect(self._play)
        self._speaker_word = WrapLabel("", "caption", "text-muted")
        word = self._line(self._microphone_icon, self._microphone_word)
        self.sound_card.add(self.microphone, self.meter, word, self.audio_on, self.speaker)
        test = Row(gap=3)
        test.addWidget(self.play)
        test.addWidget(self._speaker_word, 1)
        self.sound_card.add(test)
        return self.sound_card

    @staticmethod
    def _line(icon: QWidget, word: QWidget) -> Row:
        row = Row(gap=2)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(word, 1)
        return row

    def retranslate(self) -> None:
        """Set every text again."""
        self.camera_card.set_title(self.tr("Camera"))
        self.sound_card.set_title(self.tr("Sound"))
        self.camera.set_label(self.tr("Which camera"))
        self.microphone.set_label(self.tr("Which microphone"))
        self.speaker.set_label(self.tr("Where you hear the class"))
        self.video_on.setText(self.tr("Others see me as soon as I join"))
        self.audio_on.setText(self.tr("Others hear me as soon as I join"))
        self.play.setText(self.tr("Play a test sound"))
        self.meter.setAccessibleName(self.tr("How loud you are"))
        if self.preview is not None:
            self.preview.setAccessibleName(self.tr("Your camera's picture; only you see it"))
        self._show_devices()

    def forget_choices(self) -> None:
        """Another lesson: nobody is heard or seen again because they were before."""
        self.video_on.setChecked(False)
        self.audio_on.setChecked(False)
        self._speaker_word.setText("")

    def choices(self) -> JoinChoices:
        """What is chosen now."""
        return JoinChoices(
            camera=self._wanted(MEETING_CAMERA, self._devices.cameras()),
            microphone=self._wanted(MEETING_MICROPHONE, self._devices.microphones()),
            speaker=self._wanted(MEETING_SPEAKER, self._devices.speakers()),
            audio_on=self.audio_on.isChecked(),
            video_on=self.video_on.isChecked(),
        )

    def start(self) -> None:
        """Show the camera's picture and how loud the microphone is. Doing so twice is harmless."""
        if self._trying:
            return
        self._trying = True
        self._devices.use_camera(self._wanted(MEETING_CAMERA, self._devices.cameras()))
        self._devices.use_microphone(self._wanted(MEETING_MICROPHONE, self._devices.microphones()))

    def stop(self) -> None:
        """Let go of the devices."""
        if self._trying:
            self._trying = False
            self._devices.stop()

    def _wanted(self, setting: Setting[str], offered: Sequence[str]) -> str | None:
        return chosen_name(self._settings.get(setting), offered)

    def _chosen(self, setting: Setting[str], name: object) -> None:
        try:
            self._settings.set(setting, str(name or SYSTEM_CHOICE))
        except StorageError as error:
            notices.report(error)
        if not self._trying:
            return
        if setting is MEETING_CAMERA:
            self._devices.use_camera(self._wanted(setting, self._devices.cameras()))
        elif setting is MEETING_MICROPHONE:
            self._devices.use_microphone(self._wanted(setting, self._devices.microphones()))

    def _devices_changed(self) -> None:
        self._show_devices()
        # Something was plugged in while nothing was there.
        if self._trying and self._devices.cameras() and self._devices.camera_state() is DeviceState.MISSING:
            self._devices.use_camera(self._wanted(MEETING_CAMERA, self._devices.cameras()))
        heard = self._devices.microphone_state()
        if self._trying and self._devices.microphones() and heard is DeviceState.MISSING:
            self._devices.use_microphone(self._wanted(MEETING_MICROPHONE, self._devices.microphones()))

    def _show_devices(self) -> None:
        for field, setting, offered in (
            (self.camera, MEETING_CAMERA, self._devices.cameras()),
            (self.microphone, MEETING_MICROPHONE, self._devices.microphones()),
            (self.speaker, MEETING_SPEAKER, self._devices.speakers()),
        ):
            choices: list[tuple[object, str]] = [(SYSTEM_CHOICE, self.tr("As the computer prefers"))]
            field.combo.blockSignals(True)
            field.set_choices([*choices, *((name, name) for name in offered)])
            field.set_value(self._wanted(setting, offered) or SYSTEM_CHOICE)
            field.combo.blockSignals(False)
            show_if(field, bool(offered))
        camera, microphone = self._devices.camera_state(), self._devices.microphone_state()
        self._camera_word.setText(self._camera_text(camera))
        self._camera_icon.set("video-outline" if camera is DeviceState.ON else "video-off-outline", "text-muted")
        if self.preview is not None:
            self.preview.set_icon("progress-clock" if camera is DeviceState.ASKING else "video-off-outline")
        self._microphone_word.setText(self._microphone_text(microphone))
        self._microphone_icon.set("microphone" if microphone is DeviceState.ON else "microphone-off", "text-muted")
        show_if(self.meter, microphone is DeviceState.ON)
        for box, state in ((self.video_on, camera), (self.audio_on, microphone)):
            there = state not in (DeviceState.MISSING, DeviceState.DENIED)
            box.setEnabled(there)
            if not there:
                box.setChecked(False)
        self.play.setEnabled(bool(self._devices.speakers()))
        if not self._devices.speakers():
            self._speaker_word.setText(self.tr("No speaker found. Plug in a headset."))

    def _camera_text(self, state: DeviceState) -> str:
        return {
            DeviceState.ON: self.tr("Only you see this. Nothing is sent before you join."),
            DeviceState.ASKING: self.tr("Allow LearnUp to use the camera when your computer asks."),
            DeviceState.MISSING: self.tr("No camera found. You can join without one, or plug one in."),
            DeviceState.DENIED: self.tr(
                "This computer does not let LearnUp use the camera. Allow it in the system's settings."
            ),
            DeviceState.BUSY: self.tr("The camera gives no picture. Close other programs that use it."),
            DeviceState.OFF: self.tr("The camera is off."),
        }[state]

    def _microphone_text(self, state: DeviceState) -> str:
        return {
            DeviceState.ON: self.tr("Say something: the bar should move. If not, choose another microphone."),
            DeviceState.ASKING: self.tr("Allow LearnUp to use the microphone when your computer asks."),
            DeviceState.MISSING: self.tr("No microphone found. You can listen and write in the chat, or plug one in."),
            DeviceState.DENIED: self.tr(
                "This computer does not let LearnUp use the microphone. Allow it in the system's settings."
            ),
            DeviceState.BUSY: self.tr("The microphone gives no sound. Close other programs that use it."),
            DeviceState.OFF: self.tr("The microphone is off."),
        }[state]

    def _heard(self, level: float) -> None:
        self.meter.set_value(level if level > _QUIET else 0.0, tone="positive")

    def _play(self) -> None:
        played = self._devices.play_chime(self._wanted(MEETING_SPEAKER, self._devices.speakers()))
        heard = self.tr("You should hear two notes. If not, choose another speaker and look at the volume.")
        self._speaker_word.setText(heard if played else self.tr("This speaker plays nothing. Choose another one."))

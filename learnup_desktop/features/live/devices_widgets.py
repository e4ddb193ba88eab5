"""The computer's camera, microphone and speaker by QtMultimedia, for trying them out before joining.

Nothing is recorded and nothing leaves this computer. What was asked for is let go of by ``stop``, at once.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCameraPermission,
    QCoreApplication,
    QIODevice,
    QMicrophonePermission,
    QObject,
    QPermission,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtMultimedia import (
    QAudioDevice,
    QAudioFormat,
    QAudioSink,
    QAudioSource,
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QtAudio,
    QVideoFrame,
    QVideoSink,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from learnup_desktop.features.live.devices import DeviceState
from learnup_desktop.features.live.sound import SampleKind, chime, loudness
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import follow_theme

METER_RATE = 16_000
"""Samples a second that a meter needs; a device that cannot is taken as it is."""
_KINDS = {
    QAudioFormat.SampleFormat.UInt8: SampleKind.UINT8,
    QAudioFormat.SampleFormat.Int16: SampleKind.INT16,
    QAudioFormat.SampleFormat.Int32: SampleKind.INT32,
    QAudioFormat.SampleFormat.Float: SampleKind.FLOAT,
}
Device = TypeVar("Device", QAudioDevice, QCameraDevice)


class MediaDevices(QObject):
    """See ``devices.Devices``.

    Attributes:
        sink: gets the camera's pictures, for :class:`CameraPreview`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_changed: Callable[[], None] = lambda: None
        self._on_level: Callable[[float], None] = lambda _: None
        self.sink = QVideoSink(self)
        self._known = QMediaDevices(self)
        for signal in (
            self._known.videoInputsChanged,
            self._known.audioInputsChanged,
            self._known.audioOutputsChanged,
        ):
            signal.connect(self._told)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._camera: QCamera | None = None
        self._camera_state = DeviceState.OFF
        self._source: QAudioSource | None = None
        self._heard: QIODevice | None = None
        self._kind = SampleKind.INT16
        self._microphone_state = DeviceState.OFF
        self._player: QAudioSink | None = None
        self._playing: QBuffer | None = None
        self._asked = 0

    def listen(self, on_changed: Callable[[], None], on_level: Callable[[float], None]) -> None:
        """See ``devices.Devices``."""
        self._on_changed, self._on_level = on_changed, on_level

    # -- what there is ------------------------------------------------------------------------------------------------

    def cameras(self) -> list[str]:
        """Names of the cameras."""
        return _names(QMediaDevices.videoInputs())

    def microphones(self) -> list[str]:
        """Names of the microphones."""
        return _names(QMediaDevices.audioInputs())

    def speakers(self) -> list[str]:
        """Names of the speakers."""
        return _names(QMediaDevices.audioOutputs())

    def camera_state(self) -> DeviceState:
        """How the camera stands."""
        return self._camera_state

    def microphone_state(self) -> DeviceState:
        """How the microphone stands."""
        return self._microphone_state

    # -- trying -------------------------------------------------------------------------------------------------------

    def use_camera(self, name: str | None) -> None:
        """Show this camera's picture, once the system allows it."""
        self._end_camera()
        device = _find(QMediaDevices.videoInputs(), name, QMediaDevices.defaultVideoInput())
        if device is None:
            self._set_camera(DeviceState.MISSING)
            return
        self._set_camera(DeviceState.ASKING)
        self._ask(QCameraPermission(), lambda allowed: self._start_camera(device, allowed))

    def use_microphone(self, name: str | None) -> None:
        """Listen to this microphone, once the system allows it."""
        self._end_microphone()
        device = _find(QMediaDevices.audioInputs(), name, QMediaDevices.defaultAudioInput())
        if device is None:
            self._set_microphone(DeviceState.MISSING)
            return
        self._set_microphone(DeviceState.ASKING)
        self._ask(QMicrophonePermission(), lambda allowed: self._start_microphone(device, allowed))

    def play_chime(self, name: str | None) -> bool:
        """Play the chime on this speaker; False when there is none."""
        self._end_chime()
        device = _find(QMediaDevices.audioOutputs(), name, QMediaDevices.defaultAudioOutput())
        if device is None:
            return False
        sound = device.preferredFormat()
        sound.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        if not device.isFormatSupported(sound):
            return False
        self._playing = QBuffer(self)
        self._playing.setData(QByteArray(chime(sound.sampleRate(), sound.channelCount())))
        self._playing.open(QIODevice.OpenModeFlag.ReadOnly)
        self._player = QAudioSink(device, sound, self)
        self._player.start(self._playing)
        return self._player.error() == QtAudio.Error.NoError

    def stop(self) -> None:
        """Let go of everything at once."""
        self._asked += 1  # what the system still answers is no longer wanted
        self._end_camera()
        self._end_microphone()
        self._end_chime()
        self._camera_state = self._microphone_state = DeviceState.OFF
        self._on_changed()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _ask(self, permission: QCameraPermission | QMicrophonePermission, go_on: Callable[[bool], None]) -> None:
        """Go on when the system has said whether we may; where it does not ask anybody that is at once."""
        app = QCoreApplication.instance()
        assert app is not None
        status = app.checkPermission(permission)
        if status != Qt.PermissionStatus.Undetermined:
            go_on(status == Qt.PermissionStatus.Granted)
            return
        asked = self._asked

        def answered(answer: QPermission) -> None:
            if asked == self._asked:
                go_on(answer.status() == Qt.PermissionStatus.Granted)

        app.requestPermission(permission, self, answered)

    def _start_camera(self, device: QCameraDevice, allowed: bool) -> None:
        if not allowed:
            self._set_camera(DeviceState.DENIED)
            return
        camera = self._camera = QCamera(device, self)
        camera.errorOccurred.connect(lambda *_: self._set_camera(DeviceState.BUSY))
        self._session.setCamera(camera)
        camera.start()
        if self._camera_state is DeviceState.ASKING:
            self._set_camera(DeviceState.ON)

    def _start_microphone(self, device: QAudioDevice, allowed: bool) -> None:
        if not allowed:
            self._set_microphone(DeviceState.DENIED)
            return
        sound = _meter_format(device)
        self._kind = _KINDS.get(sound.sampleFormat(), SampleKind.INT16)
        self._source = QAudioSource(device, sound, self)
        self._heard = self._source.start()
        if self._heard is None or self._source.error() != QtAudio.Error.NoError:
            self._end_microphone()
            self._set_microphone(DeviceState.BUSY)
            return
        self._heard.readyRead.connect(self._hear)
        self._set_microphone(DeviceState.ON)

    def _hear(self) -> None:
        if self._heard is not None:
            self._on_level(loudness(bytes(self._heard.readAll().data()), self._kind))

    def _end_camera(self) -> None:
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # Qt takes nullptr; the stub does not say so
            camera.deleteLater()
        self.sink.setVideoFrame(QVideoFrame())

    def _end_microphone(self) -> None:
        source, self._source = self._source, None
        if self._heard is not None:
            self._heard.readyRead.disconnect(self._hear)
            self._heard = None
        if source is not None:
            source.stop()
            source.deleteLater()
        self._on_level(0.0)

    def _end_chime(self) -> None:
        player, self._player = self._player, None
        playing, self._playing = self._playing, None
        if player is not None:
            player.stop()
            player.deleteLater()
        if playing is not None:
            playing.close()
            playing.deleteLater()

    def _set_camera(self, state: DeviceState) -> None:
        self._camera_state = state
        self._on_changed()

    def _set_microphone(self, state: DeviceState) -> None:
        self._microphone_state = state
        self._on_changed()

    def _told(self) -> None:
        self._on_changed()


class CameraPreview(QWidget):
    """The camera's picture as in a mirror, or an icon while there is none."""

    def __init__(self, sink: QVideoSink) -> None:
        super().__init__()
        self._frame = QVideoFrame()
        self._icon = "video-off-outline"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sink.videoFrameChanged.connect(self._arrived)
        follow_theme(self._retheme)

    def set_icon(self, name: str) -> None:
        """What stands in the picture's place while there is none."""
        self._icon = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(270))

    def _retheme(self) -> None:
        self.setFixedHeight(theme().px(270))
        self.update()

    def _arrived(self, frame: QVideoFrame) -> None:
        self._frame = frame
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), look.radius("control"), look.radius("control"))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.black))
        if not self._frame.isValid():
            side = look.px(48)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, self._icon, middle, QColor(Qt.GlobalColor.lightGray))
            return
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        options = QVideoFrame.PaintOptions()
        options.aspectRatioMode = Qt.AspectRatioMode.KeepAspectRatio
        self._frame.paint(painter, QRectF(self.rect()), options)


def _names(devices: Sequence[QAudioDevice] | Sequence[QCameraDevice]) -> list[str]:
    return list(dict.fromkeys(device.description() for device in devices))


def _find(devices: Sequence[Device], name: str | None, preferred: Device) -> Device | None:
    """The device of this name, else the one that the system prefers, else the first."""
    if not devices:
        return None
    named = next((device for device in devices if device.description() == name), None)
    if named is not None:
        return named
    return devices[0] if preferred.isNull() else preferred


def _meter_format(device: QAudioDevice) -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(METER_RATE)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted if device.isFormatSupported(wanted) else device.preferredFormat()

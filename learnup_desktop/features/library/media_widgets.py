"""Videos and recordings: Qt's own player (FFmpeg inside, so that H.264 and AAC play on Linux too), speed, captions.

A page with QtWebEngine could not play them: it comes without those codecs.
"""

from PySide6.QtCore import QEvent, QMarginsF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtMultimedia import QAudioOutput, QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from learnup_desktop.contract.study import Anchor
from learnup_desktop.features.library.media_words import clock_words
from learnup_desktop.features.library.viewer_widgets import Viewer, memory_device
from learnup_desktop.qt import i18n
from learnup_desktop.qt.icons import paint_icon
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Column, ComboBox, IconButton, Label, Row, follow_theme

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)
JUMP_MILLISECONDS = 10_000
_NO_CAPTIONS = -1


class _Screen(QWidget):
    """The picture, or a note for what has only sound."""

    def __init__(self, sink: QVideoSink) -> None:
        super().__init__()
        self._sink = sink
        self._frame = QVideoFrame()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        sink.videoFrameChanged.connect(self._arrived)
        sink.subtitleTextChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(640), theme().px(360))

    def _arrived(self, frame: QVideoFrame) -> None:
        # The last picture stays when the player stops.
        if frame.isValid():
            self._frame = frame
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._frame.isValid():
            side = theme().px(64)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(QRectF(self.rect()).center())
            paint_icon(painter, "music-note-outline", middle, QColor(Qt.GlobalColor.gray))
        else:
            options = QVideoFrame.PaintOptions()
            options.aspectRatioMode = Qt.AspectRatioMode.KeepAspectRatio
            self._frame.paint(painter, QRectF(self.rect()), options)
        self._paint_caption(painter, self._sink.subtitleText())

    def _paint_caption(self, painter: QPainter, words: str) -> None:
        if not words:
            return
        painter.setFont(theme().font("heading"))
        room = QRectF(self.rect()).adjusted(*(theme().px(side) for side in (24, 0, -24, -16)))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        bounds = painter.boundingRect(room, int(flags), words)
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlphaF(0.7)
        painter.fillRect(bounds.marginsAdded(_margins(theme().px(6))), shade)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(bounds, int(flags), words)


class MediaViewer(Viewer):
    """One video or recording.

    Space plays and pauses, the arrow keys jump ten seconds; it pauses when the page is left.

    Args:
        path: of the file.
        title: what it is called.
        opened: its bytes in place of the file, of a publication that is nowhere but in memory.
    """

    def __init__(self, path: str, title: str, opened: bytes | None = None) -> None:
        super().__init__()
        self._start_at: int | None = None
        self._sink = QVideoSink(self)
        self._sound = QAudioOutput(self)
        self.player = QMediaPlayer(self)
        self.player.setVideoSink(self._sink)
        self.player.setAudioOutput(self._sound)
        self.picture = _Screen(self._sink)
        self.picture.setAccessibleName(title)
        self.play = IconButton("play", "", boxed=True)
        self.play.clicked.connect(self.toggle)
        self.back, self.ahead = IconButton("rewind-10", ""), IconButton("fast-forward-10", "")
        self.back.clicked.connect(lambda: self.jump(-JUMP_MILLISECONDS))
        self.ahead.clicked.connect(lambda: self.jump(JUMP_MILLISECONDS))
        self.bar = QSlider(Qt.Orientation.Horizontal)
        self.bar.sliderMoved.connect(self.player.setPosition)
        self.time = Label("", "caption", "text-muted")
        self.speed = ComboBox()
        self.speed.set_choices([(speed, f"{i18n.format_number(speed)}×") for speed in SPEEDS])
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.currentIndexChanged.connect(lambda index: self.player.setPlaybackRate(SPEEDS[index]))
        self.captions = ComboBox()
        self.captions.hide()
        self.captions.currentIndexChanged.connect(lambda index: self.player.setActiveSubtitleTrack(index - 1))
        self._fault = Label("", "body", "critical")
        self._fault.hide()
        controls = QWidget()
        row = Row(controls, gap=2, margins=(3, 2, 3, 2))
        row.add(self.play, self.back, self.ahead)
        row.addWidget(self.bar, 1)
        row.add(self.time, self.speed, self.captions)
        column = Column(self, gap=0)
        column.addWidget(self.picture, 1)
        column.add(self._fault, controls)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._connect()
        if opened is None:
            self.player.setSource(QUrl.fromLocalFile(path))
        else:
            self.player.setSourceDevice(memory_device(opened, self))
        self._retranslate()
        follow_theme(self._retheme)

    def _connect(self) -> None:
        self.player.positionChanged.connect(self._moved)
        self.player.durationChanged.connect(self._measured)
        self.player.mediaStatusChanged.connect(lambda _: self._go_to_start())
        self.player.playbackStateChanged.connect(lambda _: self._retranslate())
        self.player.tracksChanged.connect(self._tracks)
        self.player.errorOccurred.connect(lambda *_: self._failed())

    # -- what a person can do -----------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play or pause."""
        if self.player.playbackState() == QMediaPlayer.PlaybackState.PlayingState:
            self.player.pause()
        else:
            self.player.play()

    def jump(self, milliseconds: int) -> None:
        """Go ahead or back."""
        self.player.setPosition(min(max(self.player.position() + milliseconds, 0), self.player.duration()))

    def moment(self) -> Anchor:
        return Anchor(milliseconds=self.player.position())

    def go_to_moment(self, anchor: Anchor) -> None:
        self._start_at = anchor.milliseconds or 0
        self._go_to_start()

    def progress(self) -> float:
        return self.player.position() / max(1, self.player.duration())

    def place(self) -> dict[str, float]:
        # Who has seen it to the end begins anew the next time.
        over = self.player.duration() > 0 and self.player.position() >= self.player.duration() - 1000
        return {"seconds": 0.0 if over else self.player.position() / 1000, "speed": self.player.playbackRate()}

    def restore(self, place: dict[str, float]) -> None:
        speed = place.get("speed", 1.0)
        if speed in SPEEDS:
            self.speed.setCurrentIndex(SPEEDS.index(speed))
        self._start_at = max(0, round(place.get("seconds", 0.0) * 1000)) or None
        self._go_to_start()

    # -- events -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        jumps = {Qt.Key.Key_Left: -JUMP_MILLISECONDS, Qt.Key.Key_Right: JUMP_MILLISECONDS}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key in jumps:
            self.jump(jumps[key])
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.player.pause()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _retheme(self) -> None:
        self.bar.setMinimumHeight(theme().px(20))

    def _retranslate(self) -> None:
        playing = self.player.playbackState() == QMediaPlayer.PlaybackState.PlayingState
        self.play.set_icon_name("pause" if playing else "play")
        self.play.set_label(self.tr("Pause") if playing else self.tr("Play"))
        self.back.set_label(self.tr("Ten seconds back"))
        self.ahead.set_label(self.tr("Ten seconds ahead"))
        self.bar.setAccessibleName(self.tr("Position"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.captions.setAccessibleName(self.tr("Captions"))

    def _measured(self, milliseconds: int) -> None:
        self.bar.setRange(0, milliseconds)
        self._moved(self.player.position())

    def _go_to_start(self) -> None:
        # A place set before the file is loaded is forgotten by the player.
        ready = (QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.BufferedMedia)
        if self._start_at is not None and self.player.mediaStatus() in ready:
            if self._start_at < self.player.duration():
                self.player.setPosition(self._start_at)
            self._start_at = None

    def _moved(self, position: int) -> None:
        if not self.bar.isSliderDown():
            self.bar.setValue(position)
        self.time.setText(f"{clock_words(position)} / {clock_words(self.player.duration())}")
        self.told.emit()

    def _tracks(self) -> None:
        tracks = self.player.subtitleTracks()
        names = [
            track.stringValue(QMediaMetaData.Key.Title)
            or track.stringValue(QMediaMetaData.Key.Language)
            or self.tr("Captions {number}").format(number=i18n.format_number(number + 1))
            for number, track in enumerate(tracks)
        ]
        self.captions.set_choices([(_NO_CAPTIONS, self.tr("No captions")), *enumerate(names)])
        self.captions.setVisible(bool(tracks))

    def _failed(self) -> None:
        self._fault.setText(self.tr("This recording cannot be played here. Tell your teacher."))
        self._fault.show()
        self.play.setEnabled(False)


def _margins(side: int) -> QMarginsF:
    return QMarginsF(side, side, side, side)

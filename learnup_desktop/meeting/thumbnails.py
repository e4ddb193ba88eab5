"""Small pictures of screens and windows for the picker, by Qt; where the system gives none (Wayland), there is none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPixmap

SIZE = QSize(220, 124)
MOST_WINDOWS = 24
WINDOW_MS = 700
"""How long a window has to draw itself for us; one that is minimised never does."""


def screen_pictures() -> list[QPixmap | None]:
    """One a screen, in Qt's order, which is Chromium's."""
    found: list[QPixmap | None] = []
    for screen in QGuiApplication.screens():
        grabbed = screen.grabWindow(0)
        found.append(None if grabbed.isNull() else _small(grabbed))
    return found


def _small(picture: QPixmap) -> QPixmap:
    return picture.scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


class WindowPictures(QObject):
    """Takes a frame of one window after the other.

    Args:
        titles: of the windows, as the picker shows them.
        taken: called with a title and its picture.
        parent: owner; with it, it ends.
    """

    def __init__(self, titles: Sequence[str], taken: Callable[[str, QPixmap], object], parent: QObject) -> None:
        super().__init__(parent)
        # Loaded here: its decoders are of no use to a meeting in which nobody shares.
        from PySide6.QtMultimedia import QMediaCaptureSession, QVideoSink, QWindowCapture

        self._taken = taken
        wanted = list(titles)[:MOST_WINDOWS]
        self._left = [window for window in QWindowCapture.capturableWindows() if window.description() in wanted]
        self._capture = QWindowCapture(self)
        self._sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setWindowCapture(self._capture)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._frame)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._next)
        self._title = ""
        self._next()

    def stop(self) -> None:
        """Take no more."""
        self._left.clear()
        self._late.stop()
        self._title = ""
        self._capture.stop()

    def _next(self) -> None:
        self._capture.stop()
        self._title = ""
        if not self._left:
            return
        window = self._left.pop(0)
        self._title = window.description()
        self._capture.setWindow(window)
        self._capture.start()
        self._late.start(WINDOW_MS)

    def _frame(self) -> None:
        frame = self._sink.videoFrame()
        if not self._title or not frame.isValid():
            return
        image = frame.toImage()
        title, self._title = self._title, ""
        if not image.isNull():
            self._taken(title, _small(QPixmap.fromImage(image)))
        # Not from within the frame's own signal.
        QTimer.singleShot(0, self, self._next)

"""QR codes on the screen and on paper: always dark on light, whatever the theme, since cameras want it so."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_MODULES = 4
"""The light margin that ISO/IEC 18004 asks for."""


def qr_image(text: str) -> QImage:
    """The code of ``text``, one pixel a module, with its margin; error correction M (15 % may be covered)."""
    import segno

    matrix = segno.make(text, error="m", micro=False).matrix
    size = len(matrix) + 2 * QUIET_MODULES
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                painter.fillRect(column + QUIET_MODULES, row + QUIET_MODULES, 1, 1, Qt.GlobalColor.black)
    painter.end()
    return image


class QrCode(QWidget):
    """A QR code, drawn in whole pixels a module so that no camera has to guess.

    Args:
        text: what it says.
        side: preferred side in device independent pixels.
        image: :func:`qr_image` of the text, where it was made on a thread; a long text takes more than half a frame.
    """

    def __init__(self, text: str, side: int = 220, image: QImage | None = None) -> None:
        super().__init__()
        self.text = text
        self._image = image if image is not None else qr_image(text)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A whole number of pixels a module, not smaller than asked for."""
        modules = self._image.width()
        side = -(-self._side // modules) * modules
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, scaled by whole numbers."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        painter.drawImage(QRect(0, 0, side, side), self._image)
        painter.end()

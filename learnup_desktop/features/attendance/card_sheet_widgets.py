"""Student cards on paper: eight to an A4 page, 85.6 by 54 mm (ISO/IEC 7810 ID-1), with lines to cut along."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen

from learnup_desktop.contract.attendance import StudentCard
from learnup_desktop.qt import i18n
from learnup_desktop.qt.pdf import pdf_file
from learnup_desktop.qt.qr import qr_image
from learnup_desktop.qt.theme import theme

CARD_MM = (85.6, 54.0)
COLUMNS, ROWS = 2, 4
A_PAGE = COLUMNS * ROWS
_DPI = 300
_A4_MM = (210.0, 297.0)
_CODE_MM = 38.0


def write_card_sheet(path: Path, title: str, cards: Sequence[StudentCard]) -> int:
    """Write the cards as a PDF; how many pages it has.

    Args:
        path: of the file; what is there is replaced when the sheet is whole.
        title: the class, on every card.
        cards: in the order they are to be cut.

    Raises:
        StorageError: the file cannot be written.
    """
    with pdf_file(path, title) as writer:
        writer.setResolution(_DPI)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        with QPainter(writer) as painter:
            for number, card in enumerate(cards):
                if number and number % A_PAGE == 0:
                    writer.newPage()
                _draw(painter, _place(number % A_PAGE), title, card)
    return max(1, -(-len(cards) // A_PAGE))


def _mm(length: float) -> float:
    return length * _DPI / 25.4


def _place(number: int) -> QRectF:
    width, height = CARD_MM
    left = (_A4_MM[0] - COLUMNS * width) / 2 + number % COLUMNS * width
    top = (_A4_MM[1] - ROWS * height) / 2 + number // COLUMNS * height
    return QRectF(_mm(left), _mm(top), _mm(width), _mm(height))


def _draw(painter: QPainter, box: QRectF, title: str, card: StudentCard) -> None:
    # On paper it is dark on white whatever the theme.
    pen = QPen(Qt.GlobalColor.lightGray)
    pen.setWidthF(_mm(0.15))
    painter.setPen(pen)
    painter.drawRect(box)
    side = _mm(_CODE_MM)
    code = QRectF(box.right() - side - _mm(4), box.center().y() - side / 2, side, side)
    painter.drawImage(code, qr_image(card.payload))
    painter.setPen(Qt.GlobalColor.black)
    room = QRectF(box.left() + _mm(5), box.top() + _mm(6), code.left() - box.left() - _mm(7), box.height() - _mm(12))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
    top = room.top()
    until = QCoreApplication.translate("CardSheet", "valid until {date}").format(
        date=i18n.format_date(i18n.local(card.expires_at), year=True)
    )
    lines = (
        (title, 8.0, False),
        (card.student_name, 13.0, True),
        (card.index_number, 11.0, False),
        (until, 7.0, False),
    )
    for text, points, bold in lines:
        font = QFont(theme().font("body"))
        font.setPointSizeF(points)
        font.setBold(bold)
        painter.setFont(font)
        wanted = painter.boundingRect(QRectF(room.left(), top, room.width(), room.height()), int(flags), text)
        if wanted.height() > 3 * QFontMetricsF(font, painter.device()).height():
            wanted.setHeight(3 * QFontMetricsF(font, painter.device()).height())
        painter.drawText(wanted, int(flags), text)
        top = wanted.bottom() + _mm(1.2)

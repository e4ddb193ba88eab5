"""A register on paper: A4 across, the head again on every page, dark on white whatever the theme.

Text is laid out by Qt with the shipped fonts, so that Sinhala and Tamil are shaped as on the screen, and is embedded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.domain.register import Register, RegisterLine
from learnup_desktop.features.attendance_record.register_table import RegisterWords, cell_of
from learnup_desktop.qt import i18n
from learnup_desktop.qt.pdf import pdf_file
from learnup_desktop.qt.theme import theme

_DPI = 300
_MARGIN_MM = 12.0
_ROW_MM, _HEAD_MM = 5.6, 24.0
_NUMBER_MM, _NAME_MM, _COUNT_MM, _SHARE_MM = 21.0, 50.0, 8.0, 14.0
_WIDEST_CELL_MM = 11.0
_MUTED = Qt.GlobalColor.darkGray
_SHADE = QColor(Qt.GlobalColor.lightGray).lighter(118)


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands around the table.

    Attributes:
        page: ``Page {n} of {all}``.
        legend: what the letters mean.
        foot: when it was written, and how much is known.
    """

    title: str
    month: str
    page: str
    legend: str
    foot: str


def write_register_pdf(path: Path, register: Register, words: RegisterWords, around: PageWords) -> int:
    """Write the register; how many pages it has.

    Args:
        path: of the file; replaced only when it is whole.
        register: of one month.
        words: of the table.
        around: of the page.

    Raises:
        StorageError: the disk refused.
    """
    with pdf_file(path, f"{around.title} · {around.month}") as writer:
        writer.setResolution(_DPI)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
        )
        with QPainter(writer) as painter:
            return _Sheet(painter, writer, register, words, around).draw()


def _mm(length: float) -> float:
    return length * _DPI / 25.4


class _Sheet:
    """One register being drawn."""

    def __init__(
        self, painter: QPainter, writer: QPdfWriter, register: Register, words: RegisterWords, around: PageWords
    ) -> None:
        self._painter, self._writer = painter, writer
        self._register, self._words, self._around = register, words, around
        margin = _mm(_MARGIN_MM)
        self._area = QRectF(margin, margin, _mm(297) - 2 * margin, _mm(210) - 2 * margin)
        fixed = _mm(_NUMBER_MM + _NAME_MM + _COUNT_MM * len(AttendanceState) + _SHARE_MM)
        lessons = max(1, len(register.lessons))
        self._cell = min(_mm(_WIDEST_CELL_MM), (self._area.width() - fixed) / lessons)
        self._width = fixed + self._cell * lessons

    def draw(self) -> int:
        lines, room = self._register.lines, self._area.height() - _mm(13 + _HEAD_MM + 12)
        a_page = max(1, int(room / _mm(_ROW_MM)))
        parts = [lines[start : start + a_page] for start in range(0, len(lines), a_page)] or [()]
        for number, part in enumerate(parts, 1):
            if number > 1:
                self._writer.newPage()
            self._page(part, number, len(parts))
        return len(parts)

    def _page(self, lines: Sequence[RegisterLine], number: int, pages: int) -> None:
        area = self._area
        top = QRectF(area.left(), area.top(), area.width(), _mm(7))
        self._write(top, self._around.title, 13.0, bold=True)
        self._write(top, self._around.month, 11.0, align=Qt.AlignmentFlag.AlignRight)
        self._write(top.translated(0, _mm(6)), self._around.legend, 8.0, color=_MUTED)
        y = area.top() + _mm(13)
        self._heads(y)
        y += _mm(_HEAD_MM)
        for place, line in enumerate(lines):
            self._line(line, y, shaded=place % 2 == 1)
            y += _mm(_ROW_MM)
        if number == pages:
            self._total(y)
        foot = QRectF(area.left(), area.bottom() - _mm(5), area.width(), _mm(5))
        self._write(foot, self._around.foot, 7.5, color=_MUTED)
        page = self._around.page.format(n=i18n.format_number(number), all=i18n.format_number(pages))
        self._write(foot, page, 7.5, align=Qt.AlignmentFlag.AlignRight, color=_MUTED)

    def _heads(self, y: float) -> None:
        left, height, words = self._area.left(), _mm(_HEAD_MM), self._words
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        self._write(QRectF(left, y, _mm(_NUMBER_MM), height), words.number, 8.0, bold=True, align=low)
        left += _mm(_NUMBER_MM)
        self._write(QRectF(left, y, _mm(_NAME_MM), height), words.name, 8.0, bold=True, align=low)
        left += _mm(_NAME_MM)
        for lesson in self._register.lessons:
            day = i18n.local(lesson.starts_at)
            text = f"{i18n.format_number(day.day)} {i18n.format_weekday(day.date(), short=True)} {day:%H:%M}"
            self._upright(QRectF(left, y, self._cell, height), text)
            left += self._cell
        for state in AttendanceState:
            self._upright(QRectF(left, y, _mm(_COUNT_MM), height), words.counts[state])
            left += _mm(_COUNT_MM)
        self._upright(QRectF(left, y, _mm(_SHARE_MM), height), words.attended)
        self._rule(y + height, 0.3)

    def _line(self, line: RegisterLine, y: float, *, shaded: bool) -> None:
        height, left = _mm(_ROW_MM), self._area.left()
        if shaded:
            self._painter.fillRect(QRectF(left, y, self._width, height), _SHADE)
        self._write(QRectF(left, y, _mm(_NUMBER_MM), height), line.student.index_number, 8.0)
        left += _mm(_NUMBER_MM)
        self._write(QRectF(left, y, _mm(_NAME_MM - 1), height), line.student.name, 8.5)
        left += _mm(_NAME_MM)
        centre = partial(self._write, align=Qt.AlignmentFlag.AlignHCenter)
        for mark in line.marks:
            absent = mark is not None and mark.state is AttendanceState.ABSENT
            centre(QRectF(left, y, self._cell, height), cell_of(mark, self._words) or "·", 8.0, bold=absent)
            left += self._cell
        for state in AttendanceState:
            centre(QRectF(left, y, _mm(_COUNT_MM), height), i18n.format_number(line.counts[state]), 8.0)
            left += _mm(_COUNT_MM)
        share = "–" if line.rate is None else i18n.format_percent(line.rate)
        centre(QRectF(left, y, _mm(_SHARE_MM), height), share, 8.0)
        self._rule(y + height, 0.1)

    def _total(self, y: float) -> None:
        height, left = _mm(_ROW_MM), self._area.left()
        self._write(QRectF(left, y, _mm(_NUMBER_MM + _NAME_MM), height), self._words.held, 8.0, bold=True)
        left += _mm(_NUMBER_MM + _NAME_MM)
        for count in self._register.held:
            box = QRectF(left, y, self._cell, height)
            self._write(box, i18n.format_number(count), 8.0, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
            left += self._cell

    def _write(
        self,
        box: QRectF,
        text: str,
        points: float,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        color: Qt.GlobalColor = Qt.GlobalColor.black,
    ) -> None:
        font = self._font(points, bold=bold)
        self._painter.setFont(font)
        self._painter.setPen(color)
        shown = QFontMetricsF(font, self._writer).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if not align & Qt.AlignmentFlag.AlignBottom:
            align |= Qt.AlignmentFlag.AlignVCenter
        self._painter.drawText(box, int(align), shown)

    def _upright(self, box: QRectF, text: str) -> None:
        """Read from below: as many days as a month has stand side by side."""
        self._painter.save()
        self._painter.translate(box.left(), box.bottom() - _mm(1))
        self._painter.rotate(-90)
        self._write(QRectF(0, 0, box.height() - _mm(1), box.width()), text, 7.5)
        self._painter.restore()

    def _rule(self, y: float, width_mm: float) -> None:
        pen = QPen(Qt.GlobalColor.gray)
        pen.setWidthF(_mm(width_mm))
        self._painter.setPen(pen)
        self._painter.drawLine(int(self._area.left()), int(y), int(self._area.left() + self._width), int(y))

    def _font(self, points: float, *, bold: bool) -> QFont:
        font = QFont(theme().font("body"))
        font.setPointSizeF(points)
        font.setBold(bold)
        return font

"""Student cards on paper: eight to a page, and what is printed is read back by the camera's reader."""

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import StorageError
from learnup_desktop.contract.attendance import StudentCard
from learnup_desktop.features.attendance.card_sheet_widgets import write_card_sheet
from learnup_desktop.proctoring.codes import CodeReader
from learnup_desktop.qt.theme import theme
from tests.unit.features.school import NOW

NAMES = ("Nimali Perera", "නිමාලි බණ්ඩාර", "அபிநயா குமரன்")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
DOTS_PER_MM = 8
"""200 dots an inch: what a cheap printer and a webcam leave of it."""


def cards(count: int) -> list[StudentCard]:
    """As long as signed ones."""
    return [
        StudentCard(
            student_id=f"s{n}",
            student_name=NAMES[n % 3],
            index_number=f"S2026{n:03}",
            payload="LUC1:" + (LETTERS[n:] + LETTERS[:n]) * 5,
            expires_at=NOW + timedelta(days=400),
        )
        for n in range(count)
    ]


def test_eight_to_a_page_and_each_code_is_read_back(qapp: QApplication, tmp_path: Path) -> None:
    theme().apply(qapp, "dark", 200)  # on paper it is dark on white and of one size, whatever the screen has
    made, path = cards(9), tmp_path / "cards.pdf"
    try:
        assert write_card_sheet(path, "12 Physics", made) == 2
    finally:
        theme().apply(qapp, "light", 100)
    data = path.read_bytes()
    assert b"NotoSansSinhala" in data
    assert b"NotoSansTamil" in data
    document = QPdfDocument()
    document.load(str(path))
    assert document.pageCount() == 2
    assert [round(side * 25.4 / 72) for side in document.pagePointSize(0).toTuple()] == [210, 297]
    page = _printed(document, 0)
    document.close()
    # Where ID-1 cards lie, two across and four down, about the middle of the page.
    reader, found = CodeReader(), []
    for place in range(8):
        left = (210 - 2 * 85.6) / 2 + place % 2 * 85.6
        top = (297 - 4 * 54) / 2 + place // 2 * 54
        box = [round(side * DOTS_PER_MM) for side in (top, top + 54, left, left + 85.6)]
        card = np.ascontiguousarray(page[box[0] : box[1], box[2] : box[3]])
        found.append(next((text for _ in range(4) if (text := reader.read(card)) is not None), None))
    assert found == [card.payload for card in made[:8]]


def test_a_sheet_that_cannot_be_written_says_so(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        write_card_sheet(tmp_path / "nowhere" / "cards.pdf", "12 Physics", cards(1))


def _printed(document: QPdfDocument, number: int) -> np.ndarray:
    """BGR, as on white paper."""
    size = QSize(210 * DOTS_PER_MM, 297 * DOTS_PER_MM)
    paper = QImage(size, QImage.Format.Format_RGB888)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    lines = np.frombuffer(paper.constBits(), np.uint8).reshape(size.height(), paper.bytesPerLine())
    return lines[:, : 3 * size.width()].reshape(size.height(), size.width(), 3)[:, :, ::-1].copy()

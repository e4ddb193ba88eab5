"""A PDF is whole or it is not there, and what was there before stays until then."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPdfWriter

from learnup_desktop.base.errors import StorageError
from learnup_desktop.qt.pdf import pdf_file


def draw(writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    painter.drawText(QPoint(100, 100), "one line")
    painter.end()


@pytest.mark.usefixtures("qapp")
def test_it_is_there_when_the_block_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    with pdf_file(path, "Register") as writer:
        draw(writer)
        assert not path.exists()
    # The writer is still named here.
    assert writer.title() == "Register"
    written = path.read_bytes()
    assert written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")
    assert [each.name for each in tmp_path.iterdir()] == ["register.pdf"]


@pytest.mark.usefixtures("qapp")
def test_what_was_there_stays_when_drawing_fails(tmp_path: Path) -> None:
    path = tmp_path / "register.pdf"
    path.write_bytes(b"before")

    def failing() -> None:
        with pdf_file(path, "Register") as writer:
            draw(writer)
            raise LookupError("a name is missing")

    with pytest.raises(LookupError):
        failing()
    assert path.read_bytes() == b"before" and len(list(tmp_path.iterdir())) == 1


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError), pdf_file(tmp_path / "gone" / "register.pdf", "Register") as writer:
        draw(writer)

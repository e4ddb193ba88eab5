"""The reader opens what is here, searches it, and opens it again where one stopped; hostile files do nothing."""

import io
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import DownloadRules
from learnup_desktop.features.library.marks import MarksService
from learnup_desktop.features.library.pdf_text_widgets import PagePoint, PageText
from learnup_desktop.features.library.reader_page import ReaderPage
from learnup_desktop.features.library.reading import Kind, ReaderService, kind_of, safe_file_name
from learnup_desktop.features.library.viewer_widgets import ImageViewer, PdfViewer, TextViewer
from learnup_desktop.qt.document_text import document_pages
from learnup_desktop.sync.downloads import Downloads
from learnup_platform.plain_pdf import text_pdf
from tests.unit.api.wire import scripted
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, change, opened_store
from tests.unit.sync.shelf import Shelf, material

RunQt = Callable[..., Any]


def long_pdf() -> bytes:
    """A document of three pages."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setResolution(72)
    painter = QPainter(writer)
    for number in range(3):
        painter.drawText(72, 100, f"Page {number + 1}: simple harmonic motion")
        painter.drawText(72, 700, "resonance" if number == 2 else "damping")
        if number < 2:
            writer.newPage()
    painter.end()
    return bytes(buffer.data().data())


def png(width: int = 60, height: int = 40) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


@asynccontextmanager
async def reader(
    folder: Path, qtbot: QtBot, files: dict[str, tuple[str, bytes]]
) -> AsyncIterator[tuple[ReaderPage, ReaderService]]:
    shelf = Shelf({key: data for key, (_, data) in files.items()})
    async with opened_store(folder) as store, scripted(shelf) as transport:
        made = [material(key, data, media_type=kind, class_id="physics") for key, (kind, data) in files.items()]
        await store.cache.apply([change(Stream.MATERIALS, item.id, item) for item in made], "next")
        rules = DownloadRules(floor_bytes=0)
        downloads = Downloads(
            PlatformClient(transport).materials, store.blobs, store.downloads, SystemClock(), COLOMBO, rules
        )
        await downloads.want(made)
        while (await downloads.overview()).transfers:
            import asyncio

            await asyncio.sleep(0.01)
        marks = MarksService(store.annotations, SystemClock().utc_now)
        service = ReaderService(store.cache, downloads, store.places, folder / "handed-over", marks, document_pages)
        page = ReaderPage(service, Frame())
        qtbot.addWidget(page)
        show(page)
        try:
            yield page, service
        finally:
            page.keep_place()
            await page.tasks.wait_closed()
            page.tasks.close()
            await page.tasks.wait_closed()
            await downloads.close()


def test_a_pdf_is_searched_selected_and_opened_where_one_stopped(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"book": ("application/pdf", long_pdf())}) as (page, service):
            page.activated({"material_id": "book"})
            await until(lambda: page.viewer is not None)
            viewer = page.viewer
            assert isinstance(viewer, PdfViewer)
            assert page.position.text() == "Page 1 of 3"
            page.search.setText("resonance")
            await until(lambda: viewer.hits() == (1, 1))
            await until(lambda: viewer.pages.page() == 2)
            assert page.hits.text() == "1 of 1"
            page.search.setText("harmonic")
            await until(lambda: viewer.hits()[1] == 3)
            before = viewer.hits()[0]
            page.after.click()
            assert viewer.hits()[0] == before % 3 + 1
            page.search.setText("nowhere at all")
            await until(lambda: page.hits.text() == "Not found")
            viewer.pages.select(PagePoint(0, 60, 80), PagePoint(1, 500, 120))
            assert "simple harmonic motion" in viewer.pages.selected_text()
            assert viewer.pages.selected_text().count("Page") == 2
            viewer.pages.copy()
            assert "damping" in QGuiApplication.clipboard().text()
            width = viewer.pages.page_rect(0).width()
            page.larger.click()
            assert viewer.pages.page_rect(0).width() > width * 1.15
            viewer.pages.go_to(1, 0.25)
            kept = viewer.place()
            assert (round(kept["page"]), round(kept["share"], 1)) == (1, 0.2) or round(kept["share"], 2) == 0.25
            page.keep_place()
            await until(lambda: not page.tasks.busy())
            again = ReaderPage(service, Frame())
            qtbot.addWidget(again)
            show(again)
            again.activated({"material_id": "book"})
            await until(lambda: isinstance(again.viewer, PdfViewer) and again.viewer.pages.page() >= 1)
            again.activated({"material_id": "book", "page": 2, "find": "resonance"})
            assert isinstance(again.viewer, PdfViewer)
            found = again.viewer
            await until(lambda: found.hits() == (1, 1) and found.pages.page() == 2)
            again.viewer = None
            again.tasks.close()

    run_qt(play(), 60.0)


def test_words_are_selected_by_keys_alone_over_lines_and_pages(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"book": ("application/pdf", long_pdf())}) as (page, _):
            page.activated({"material_id": "book"})
            await until(lambda: page.viewer is not None)
            assert isinstance(page.viewer, PdfViewer)
            pages = page.viewer.pages
            shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

            def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
                QTest.keyClick(pages, key, modifiers)
                return pages.selected_text().replace("\r\n", "\n")

            # Without a cursor of one's own Shift selects from the first letter that is seen.
            assert press(Qt.Key.Key_Right, shift) == "P"
            assert press(Qt.Key.Key_Right, shift | control) == "Page "
            assert press(Qt.Key.Key_End, shift) == "Page 1: simple harmonic motion"
            assert press(Qt.Key.Key_Left, shift) == "Page 1: simple harmonic motio"
            top = pages.verticalScrollBar().value()
            press(Qt.Key.Key_Down)
            assert pages.verticalScrollBar().value() > top, "alone the arrows scroll"
            pages.go_to(0)
            assert press(Qt.Key.Key_F7) and pages.walking
            assert press(Qt.Key.Key_Home) == ""
            assert press(Qt.Key.Key_Right, control) == "" and press(Qt.Key.Key_Right, shift | control) == "1: "
            assert press(Qt.Key.Key_Home) == "" and press(Qt.Key.Key_Down) == ""
            assert press(Qt.Key.Key_End, shift) == "damping"
            # From the last line of a page the next one is the first of the page behind it, which comes into view.
            assert press(Qt.Key.Key_Down) == ""
            assert press(Qt.Key.Key_Home, shift).startswith("Page 2")
            assert pages.page_rect(1).top() < pages.viewport().height()
            assert press(Qt.Key.Key_Up) == "" and press(Qt.Key.Key_End) == "" and press(Qt.Key.Key_Left, shift) == "g"
            press(Qt.Key.Key_Escape)
            assert not pages.walking
            assert press(Qt.Key.Key_A, control).count(f"Page {pages.page() + 1}: simple") == 1
            press(Qt.Key.Key_F7)
            assert press(Qt.Key.Key_End, control) == "" and pages.page() == 2
            assert press(Qt.Key.Key_Home, control | shift) == pages.document.getAllText(2).text().replace("\r\n", "\n")

    run_qt(play(), 60.0)


def test_a_cursor_never_stands_inside_a_letter(qtbot: QtBot) -> None:
    from PySide6.QtPdf import QPdfDocument

    text = PageText(QPdfDocument(), 0)
    assert (text.count, text.lines, text.boundary(1, 1), text.cursor(0)) == (0, [], 0, None)
    text.text = "ක්‍රියා தொடு"
    text.count = len(text.text)
    stops = [0]
    while (further := text.step(stops[-1], forward=True, word=False)) is not None:
        stops.append(further)
    letters = [text.text[first:last] for first, last in itertools.pairwise(stops)]
    assert letters[-3:] == [" ", "தொ", "டு"] and "".join(letters) == text.text
    assert all(letter[0] not in "\u0dd2\u0dcf\u0bca\u0bc1" for letter in letters)
    assert text.step(stops[-1], forward=False, word=True) == text.text.index("த")


def test_a_point_of_the_view_is_the_same_point_of_the_page_at_every_zoom(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path
) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"book": ("application/pdf", long_pdf())}) as (page, _):
            page.activated({"material_id": "book"})
            await until(lambda: page.viewer is not None)
            assert isinstance(page.viewer, PdfViewer)
            pages = page.viewer.pages
            for zoom in (0.5, 1.0, 2.0):
                pages.set_zoom(zoom)
                pages.go_to(0)
                spot = pages.page_rect(0).topLeft() + QPointF(72, 100) * pages.scale()
                place = pages.point_at(spot)
                assert place is not None
                assert (place.page, round(place.x), round(place.y)) == (0, 72, 100)

    run_qt(play(), 60.0)


def test_text_of_every_kind_is_read_and_fetches_and_runs_nothing(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url))
    hostile = (
        b"<html><head><script>document.title='ran'</script><link rel=stylesheet href='http://127.0.0.1:9/x.css'></head>"
        b"<body><img src='file:///etc/passwd'><img src='http://127.0.0.1:9/x.png'>"
        b"<a href='file:///etc/passwd'>file</a> <a href='javascript:alert(1)'>script</a> <h1>Waves</h1></body></html>"
    )
    sinhala = "# ප්‍රභාසංශ්ලේෂණය\n\nහරිත ශාක".encode()
    files = {
        "html": ("text/html", hostile),
        "notes": ("text/markdown; charset=utf-8", sinhala),
        "plain": ("text/plain", b"\xef\xbb\xbfline\r\nbad \xff byte"),
    }

    async def play() -> None:
        async with reader(tmp_path, qtbot, files) as (page, _):
            texts = {}
            for key in files:
                page.activated({"material_id": key})
                await until(lambda: isinstance(page.viewer, TextViewer) and page.stack.state() == "content")
                assert isinstance(page.viewer, TextViewer)
                texts[key] = page.viewer.browser.toPlainText()
                if key == "html":
                    for address in ("file:///etc/passwd", "javascript:alert(1)"):
                        page.viewer.browser.anchorClicked.emit(QUrl(address))
                    page.search.setText("waves")
                    await until(lambda: page.hits.text() == "1 of 1")
            assert "Waves" in texts["html"]
            assert "ran" not in texts["html"]
            assert "root:" not in texts["html"]
            assert texts["notes"] == "ප්‍රභාසංශ්ලේෂණය\nහරිත ශාක"
            assert texts["plain"] == "line\nbad \N{REPLACEMENT CHARACTER} byte"
            assert opened == []

    run_qt(play(), 60.0)


def test_a_picture_is_shown_and_what_is_none_says_so(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    files = {
        "picture": ("image/png", png()),
        "no-picture": ("image/png", b"not a picture"),
        "no-pdf": ("application/pdf", b"%PDF-1.7 not really"),
        "slides": ("application/vnd.oasis.opendocument.presentation", b"PK"),
        "program": ("application/x-msdownload", b"MZ"),
    }

    async def play() -> None:
        async with reader(tmp_path, qtbot, files) as (page, service):
            page.activated({"material_id": "picture"})
            await until(lambda: isinstance(page.viewer, ImageViewer))
            for key in ("no-picture", "no-pdf"):
                page.activated({"material_id": key})
                await until(lambda: page.stack.state() == "empty")
                assert "damaged or not what its name says" in page.stack.empty.message()
                page.stack.show_loading()
            page.activated({"material_id": "slides"})
            await until(lambda: page.stack.state() == "empty" and "another program" in page.stack.empty.message())
            copy = await service.copy_for_system(await service.open("slides"), "en")
            assert copy.name == "slides.odp"
            assert copy.read_bytes() == b"PK"
            with pytest.raises(RuleViolation):
                await service.copy_for_system(await service.open("program"), "en")
            page.activated({"material_id": "nowhere"})
            await until(lambda: page.stack.state() == "error")

    run_qt(play(), 60.0)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Waves", "Waves.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("C:\\Windows\\x", "C Windows x.pdf"),
        ("CON", "LearnUp CON.pdf"),
        ("a\x00b\nc", "a b c.pdf"),
        (" . ", "LearnUp.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
        ("සටහන්: නියම", "සටහන් නියම.pdf"),
    ],
)
def test_a_hostile_title_makes_a_harmless_file_name(title: str, name: str) -> None:
    assert safe_file_name(title, "application/pdf; x=y") == name


def test_what_a_system_would_run_is_never_handed_over() -> None:
    for media_type in ("application/x-msdownload", "application/x-sh", "text/javascript", "application/octet-stream"):
        with pytest.raises(RuleViolation):
            safe_file_name("x", media_type)


def test_a_text_too_long_to_lay_out_is_for_another_program() -> None:
    small = material("m", b"x", media_type="text/plain")
    assert kind_of(small) is Kind.TEXT
    assert kind_of(small.model_copy(update={"size_bytes": 5_000_000})) is Kind.SYSTEM
    assert kind_of(small.model_copy(update={"media_type": "application/pdf", "size_bytes": 5_000_000})) is Kind.PDF


def test_the_demo_pdf_is_one(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    data = text_pdf("Sheet", ["V = I R"])
    assert io.BytesIO(data).read(5) == b"%PDF-"

    async def play() -> None:
        async with reader(tmp_path, qtbot, {"sheet": ("application/pdf", data)}) as (page, _):
            page.activated({"material_id": "sheet"})
            await until(lambda: page.viewer is not None)
            page.search.setText("I R")
            await until(lambda: page.viewer is not None and page.viewer.hits() == (1, 1))

    run_qt(play(), 60.0)

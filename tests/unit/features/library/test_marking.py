"""Highlights, notes, bookmarks and cards in the reader: made, drawn, found again, changed, deleted and brought back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from pytestqt.qtbot import QtBot

from learnup_desktop.contract.study import Anchor, AnnotationKind, Colour
from learnup_desktop.domain.anchors import Place, anchor_at
from learnup_desktop.features.library.marks import Words, as_markdown
from learnup_desktop.features.library.note_dialog_widgets import CardDialog, NoteDialog
from learnup_desktop.features.library.pdf_text_widgets import PagePoint
from learnup_desktop.features.library.reader_page import ReaderPage
from learnup_desktop.features.library.viewer_widgets import PdfViewer, TextViewer
from learnup_desktop.qt import notices
from learnup_desktop.qt.theme import theme
from tests.unit.features.library.test_reader_page import long_pdf, png, reader
from tests.unit.features.page_driver import until

RunQt = Callable[..., Any]
NOTES = "# Waves\n\nA wave carries energy, not matter. Sound is a wave.\n\nLight is faster than sound.\n"


async def opened(page: ReaderPage, material_id: str) -> None:
    page.activated({"material_id": material_id, "notes": True})
    await until(lambda: page.viewer is not None and not page.tasks.busy())


async def answer(page: ReaderPage, kind: type[Any], fill: Callable[[Any], None]) -> None:
    await until(lambda: page.findChild(kind) is not None)
    dialog = page.findChild(kind)
    assert dialog is not None
    fill(dialog)
    dialog._choose("save")
    await until(lambda: not page.tasks.busy())


def test_words_of_a_pdf_are_marked_and_the_marker_is_drawn_at_every_zoom(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path
) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"book": ("application/pdf", long_pdf())}) as (page, _):
            await opened(page, "book")
            viewer = page.viewer
            assert isinstance(viewer, PdfViewer)
            viewer.pages.select(PagePoint(0, 60, 98), PagePoint(0, 500, 98))
            (place,) = viewer.selections()
            words = viewer.page_text(0)[place.start : place.end]
            assert "simple harmonic motion" in words
            QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: len(page.marking.marks) == 1)
            mark = page.marking.marks[0]
            assert (mark.kind, mark.place, mark.annotation.anchor.exact) == (AnnotationKind.HIGHLIGHT, place, words)
            viewer.pages.select(PagePoint(0, 0, 0), PagePoint(0, 0, 0))
            pen = theme().marker_color("yellow", paper=True)
            for zoom in (0.6, 1.7):
                viewer.pages.set_zoom(zoom)
                viewer.pages.go_to(0)
                picture = viewer.pages.viewport().grab().toImage()
                colours = {
                    picture.pixelColor(x, y).name()
                    for x in range(0, picture.width(), 3)
                    for y in range(0, picture.height(), 3)
                }
                assert pen.name() in colours

    run_qt(play(), 60.0)


def test_the_hit_of_a_search_is_marked_without_a_mouse(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"book": ("application/pdf", long_pdf())}) as (page, _):
            await opened(page, "book")
            page.search.setText("resonance")
            await until(lambda: page.viewer is not None and page.viewer.hits() == (1, 1))
            page.marking.start("highlight")
            await until(lambda: len(page.marking.marks) == 1)
            assert page.marking.marks[0].annotation.anchor.exact == "resonance"
            assert page.marking.marks[0].page == 2

    run_qt(play(), 60.0)


def test_a_note_is_written_changed_deleted_and_brought_back(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"waves": ("text/markdown", NOTES.encode())}) as (page, _):
            await opened(page, "waves")
            viewer = page.viewer
            assert isinstance(viewer, TextViewer)
            start = viewer.page_text(0).index("Sound")
            viewer.go_to_words(Place(0, start, start + 15))
            page.marking.start("note")

            def write(dialog: NoteDialog) -> None:
                dialog.findChild(QPlainTextEdit).setPlainText("What about light?")  # type: ignore[union-attr]  # made
                dialog._colour.set_value("blue")

            await answer(page, NoteDialog, write)
            await until(lambda: len(page.marking.marks) == 1)
            mark = page.marking.marks[0]
            assert (mark.annotation.anchor.exact, mark.said.text, mark.said.colour) == (
                "Sound is a wave",
                "What about light?",
                Colour.BLUE,
            )
            (drawn,) = viewer.browser.extraSelections()
            assert drawn.cursor.selectedText() == "Sound is a wave"
            assert drawn.format.background().color() == theme().marker_color("blue")

            page.marking.panel.edit_asked.emit(mark)
            await answer(page, NoteDialog, lambda dialog: dialog._note.setPlainText("Light is no sound."))
            await until(lambda: page.marking.marks[0].said.text == "Light is no sound.")
            page.marking.delete(page.marking.marks[0])
            await until(lambda: not page.marking.marks)
            undo = notices.center().history[-1].action
            assert undo is not None
            undo.run()
            await until(lambda: len(page.marking.marks) == 1)
            assert page.marking.marks[0].said.text == "Light is no sound."

    run_qt(play(), 60.0)


def test_a_card_is_made_from_words_by_hiding_some(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"waves": ("text/markdown", NOTES.encode())}) as (page, _):
            await opened(page, "waves")
            viewer = page.viewer
            assert isinstance(viewer, TextViewer)
            start = viewer.page_text(0).index("A wave carries")
            viewer.go_to_words(Place(0, start, start + len("A wave carries energy")))
            page.marking.start("card")

            def hide(dialog: CardDialog) -> None:
                dialog._choose("save")  # no answer yet: it stays open
                assert dialog.isVisible()
                cursor = dialog._front.textCursor()
                at = dialog.front().index("energy")
                cursor.setPosition(at)
                cursor.setPosition(at + len("energy"), cursor.MoveMode.KeepAnchor)
                dialog._front.setTextCursor(cursor)
                dialog.hide_words.click()

            await answer(page, CardDialog, hide)
            await until(lambda: len(page.marking.marks) == 1)
            card = page.marking.marks[0]
            assert (card.kind, card.said.front, card.said.text) == (AnnotationKind.CARD, "A wave carries […]", "energy")

    run_qt(play(), 60.0)


def test_notes_are_searched_exported_and_kept_when_the_document_is_renewed(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path
) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"waves": ("text/markdown", NOTES.encode())}) as (page, service):
            marks = service.marks
            before = "A cover. A wave carries energy, not matter. Tides have gone. Sound is a wave."
            for words, text in (("Sound is a wave", "ear"), ("Tides have gone", "moon")):
                start = before.index(words)
                anchor = anchor_at(before, Place(0, start, start + len(words)), "0" * 64)
                await marks.add("waves", AnnotationKind.NOTE, anchor, text=text)
            await marks.add("waves", AnnotationKind.BOOKMARK, Anchor(page=0))
            await opened(page, "waves")
            await until(lambda: len(page.marking.marks) == 3)
            found = {mark.said.text: mark for mark in page.marking.marks}
            viewer = page.viewer
            assert viewer is not None
            place = found["ear"].place
            assert place is not None
            assert viewer.page_text(0)[place.start : place.end] == "Sound is a wave"
            assert found["moon"].lost
            assert page.marking.marks[-1] is found["moon"]
            panel = page.marking.panel
            panel.search.setText("EAR")
            assert [mark.said.text for mark in panel.marks()] == ["ear"]
            panel.search.setText("Tides")
            assert [mark.said.text for mark in panel.marks()] == ["moon"]

            words_of = Words(
                "Notes on {title}", "Page {number}", "At {time}", "Place not found", "Bookmark", "Card", str, str
            )
            text = as_markdown("Waves", page.marking.marks, words_of)
            assert text.startswith("# Notes on Waves\n")
            assert "> Sound is a wave\n\near\n" in text
            assert "**Place not found**\n\n> Tides have gone\n\nmoon\n" in text
            target = tmp_path / "notes.md"
            await marks.export(target, "Waves", page.marking.marks, words_of)
            assert target.read_text(encoding="utf-8") == text

    run_qt(play(), 60.0)


def test_a_bookmark_is_set_and_taken_away_by_the_same_key_and_a_picture_takes_notes(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path
) -> None:
    async def play() -> None:
        files = {"book": ("application/pdf", long_pdf()), "map": ("image/png", png())}
        async with reader(tmp_path, qtbot, files) as (page, _):
            await opened(page, "book")
            viewer = page.viewer
            assert isinstance(viewer, PdfViewer)
            viewer.pages.go_to(1, 0.2)
            page.marking.start("bookmark")
            await until(lambda: [mark.page for mark in page.marking.marks] == [viewer.pages.page()])
            page.marking.start("bookmark")
            await until(lambda: not page.marking.marks)
            page.marking.start("highlight")
            assert notices.center().history[-1].key == "reader.no-selection"

            await opened(page, "map")
            page.marking.start("note")
            await answer(page, NoteDialog, lambda dialog: dialog._note.setPlainText("The river is in the east."))
            await until(lambda: len(page.marking.marks) == 1)
            assert page.marking.marks[0].place is None
            assert not page.marking.marks[0].lost

    run_qt(play(), 60.0)


def test_every_control_of_the_panel_has_a_name(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"waves": ("text/markdown", NOTES.encode())}) as (page, service):
            await service.marks.add("waves", AnnotationKind.NOTE, Anchor(page=0), text="kept")
            await opened(page, "waves")
            await until(lambda: len(page.marking.marks) == 1)
            for button in page.marking.panel.findChildren(QAbstractButton):
                if button.isVisibleTo(page.marking.panel):
                    assert button.accessibleName() or button.text()

    run_qt(play(), 60.0)

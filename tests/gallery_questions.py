"""Renders every kind of question in the sitting to PNG: ``python -m tests.gallery_questions OUT``.

The practice paper is sat on a PC of its own (``exam_desk``), every question half answered, in light and dark, at 100
and 200 %, in three languages; with calculator, formula sheet and the question before a section is left.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.answers import (
    Answer,
    BlanksAnswer,
    ChoiceAnswer,
    MatchesAnswer,
    OrderAnswer,
    PartsAnswer,
    TextAnswer,
)
from learnup_desktop.contract.exams import AttemptStarted, ExamSummary, PaperHeader
from learnup_desktop.contract.questions import MatchingQuestion, OrderingQuestion, Paper, Question
from learnup_desktop.domain.sealed_paper import seal_paper
from learnup_desktop.features.exams.drawing_widgets import DrawingEditor
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_platform.demo.exam_practice import practice_paper
from tests.gallery import draw_on_loop
from tests.painted import painted
from tests.unit.features.exams.exam_desk import CONTENT_KEY, EXAM_ID, ExamDesk, PlayedWire, until

SETTLE_SECONDS = 0.35
ESSAY = {
    "en": "First I would measure how much each building uses in one day, because nobody can save what nobody sees.",
    "si": "මම පළමුව එක් එක් ගොඩනැගිල්ල දිනකට භාවිත කරන විදුලිය මනින්නෙමි. නොපෙනෙන දෙයක් ඉතිරි කළ නොහැකි බැවිනි.",
    "ta": "முதலில் ஒவ்வொரு கட்டடமும் ஒரு நாளில் எவ்வளவு பயன்படுத்துகிறது என்பதை அளப்பேன்; காணாததைச் சேமிக்க முடியாது.",
}


class _KeyedWire(PlayedWire):
    """Gives a key, so that drawings can be kept."""

    def start(self) -> AttemptStarted:
        return super().start().model_copy(update={"evidence_key": bytes(range(32))})


class PracticeDesk(ExamDesk):
    """A PC with the practice paper.

    Args:
        timed: leave the sections their own times.
    """

    def __init__(self, folder: Path, *, timed: bool = False) -> None:
        self._timed = timed
        super().__init__(folder, _KeyedWire())

    def _make_exam(self) -> ExamSummary:
        written = practice_paper()
        paper = written.paper(EXAM_ID)
        if not self._timed:
            open_ones = [section.model_copy(update={"seconds": None}) for section in paper.sections]
            paper = paper.model_copy(update={"sections": open_ones})
        now = datetime.now(UTC)
        header = PaperHeader(exam_id=EXAM_ID, version=1, key_id="k", opens_at=now)
        self.wire.sealed = seal_paper(Paper.model_validate(paper.to_wire()), written.images, header, CONTENT_KEY)
        return ExamSummary(
            id=EXAM_ID,
            class_id="class",
            title=written.title,
            subject=written.title,
            opens_at=now - timedelta(minutes=5),
            closes_at=now + timedelta(hours=8),
            duration_seconds=3600,
            question_count=13,
            total_marks=49,
            practice=True,
            rules=[],
            paper_sha256=sha256_hex(self.wire.sealed),
            paper_bytes=len(self.wire.sealed),
        )


def some_answer(question: Question, language: str) -> Answer | None:
    """What a student in the middle of the question might have written."""
    match question:
        case MatchingQuestion():
            return MatchesAnswer(matches={"i1": question.choices[0].id, "i3": question.choices[2].id})
        case OrderingQuestion():
            return OrderAnswer(order=[item.id for item in reversed(question.items)])
    by_kind: dict[str, Answer] = {
        "single": ChoiceAnswer(choices=["a"]),
        "multiple": ChoiceAnswer(choices=["a", "c"]),
        "true_false": ChoiceAnswer(choices=["true"]),
        "numeric": TextAnswer(text="2.70"),
        "short": TextAnswer(text={"en": "Lenz's law", "si": "ලෙන්ස් නියමය", "ta": "லென்சின் விதி"}[language]),
        "blanks": BlanksAnswer(blanks={"gas": "CO₂", "energy": "light"}),
        "essay": TextAnswer(text=ESSAY[language]),
        "structured": PartsAnswer(parts={"a": TextAnswer(text="2.0"), "b": TextAnswer(text="2.0 A")}),
    }
    return by_kind.get(question.kind)


def draw_rays(editor: DrawingEditor) -> None:
    """A lens and two rays, with the mouse."""
    pad = editor.pad
    width, height = pad.width(), pad.height()
    lines = (
        ((0.05, 0.5), (0.95, 0.5)),
        ((0.5, 0.15), (0.5, 0.85)),
        ((0.25, 0.5), (0.25, 0.3)),
        ((0.25, 0.3), (0.5, 0.3)),
        ((0.5, 0.3), (0.9, 0.82)),
        ((0.25, 0.3), (0.9, 0.82)),
    )
    for start, end in lines:
        first = QPointF(start[0] * width, start[1] * height).toPoint()
        last = QPointF(end[0] * width, end[1] * height).toPoint()
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(pad, (first + last) / 2)
        QTest.mouseMove(pad, last)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=last)


class QuestionGallery:
    """Draws.

    Args:
        out: where the pictures go.
        options: ``theme``, ``zoom`` and ``language`` are lists; ``only`` parts of names.
    """

    def __init__(self, qt_app: QApplication, out: Path, options: argparse.Namespace) -> None:
        self._qt_app = qt_app
        self._out = out
        self._options = options
        self.written: list[Path] = []

    async def draw(self) -> None:
        """Everything."""
        self._out.mkdir(parents=True, exist_ok=True)
        for language in self._options.language:
            i18n.set_language(language)
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                await self._on_desk(PracticeDesk(Path(folder) / "open"), language, self._draw_questions)
                await self._on_desk(PracticeDesk(Path(folder) / "timed", timed=True), language, self._draw_sections)
        i18n.set_language("en")
        theme().apply(self._qt_app, "light", 100)

    async def _on_desk(self, desk: PracticeDesk, language: str, work: "Callable[[SittingView, str], object]") -> None:
        await desk.open()
        view: SittingView | None = None
        try:
            sitting = await desk.start()
            view = SittingView(sitting, None, language)
            # As in its window: a view alone would grow with what it passes through while the zoom changes.
            view.setFixedSize(*self._options.size)
            view.show()
            outcome = work(view, language)
            assert asyncio.iscoroutine(outcome)
            await outcome
        finally:
            if view is not None:
                view.close()
                view.deleteLater()
            await desk.close()

    async def _draw_questions(self, view: SittingView, language: str) -> None:
        sheet = view.sitting.sheet
        for index, question in enumerate(sheet.questions):
            if not self._wanted(f"question-{question.kind}-{question.id}"):
                continue
            view.sitting.go_to(index)
            answer = some_answer(question, language)
            if answer is not None:
                view.sitting.edit(question.id, answer)
                view.view().set_answer(answer)
            await asyncio.sleep(SETTLE_SECONDS)
            editor = view.view().editor
            if isinstance(editor, DrawingEditor):
                draw_rays(editor)
                await until(lambda question=question: sheet.answered(question.id))  # type: ignore[misc]  # bound now
            await self._everywhere(view, f"question-{question.kind}-{question.id}", language)
        for tool in ("calculator", "formulas"):
            if self._wanted(f"question-tool-{tool}"):
                view.tools.toggle(tool)
                view._arrange()
                if tool == "calculator" and view.tools.calculator is not None:
                    view.tools.calculator.line.setText("2π√(1÷9.8)")
                    view.tools.calculator.evaluate()
                await self._everywhere(view, f"question-tool-{tool}", language)
                view.tools.put_away()

    async def _draw_sections(self, view: SittingView, language: str) -> None:
        if self._wanted("question-section question-section-leave"):
            await self._everywhere(view, "question-section", language)
            view.open_leave_section()
            await self._everywhere(view, "question-section-leave", language)

    async def _everywhere(self, view: SittingView, name: str, language: str) -> None:
        for zoom in self._options.zoom:
            for scheme in self._options.theme:
                theme().apply(self._qt_app, scheme, zoom)
                await asyncio.sleep(SETTLE_SECONDS)
                await painted()
                target = self._out / f"{name}-{language}-{scheme}-{zoom}.png"
                view.grab().save(str(target))
                self.written.append(target)
                print(target, flush=True)

    def _wanted(self, name: str) -> bool:
        return not self._options.only or any(part in name for part in self._options.only)


async def draw_questions(qt_app: QApplication, out: Path, options: argparse.Namespace) -> list[Path]:
    """The part of ``tests.gallery``: its options have one language and one zoom."""
    own = argparse.Namespace(
        theme=options.theme, zoom=[options.zoom], language=[options.language], size=options.size, only=options.only
    )
    gallery = QuestionGallery(qt_app, out, own)
    await gallery.draw()
    return gallery.written


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery_questions", description=__doc__)
    parser.add_argument("out", type=Path, help="folder for the pictures")
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--theme", action="append", default=[], choices=("light", "dark", "contrast"))
    parser.add_argument("--language", action="append", default=[], choices=("en", "si", "ta"))
    parser.add_argument("--zoom", action="append", default=[], type=int)
    parser.add_argument("--size", default=(1366, 768), type=lambda text: tuple(int(part) for part in text.split("x")))
    options = parser.parse_args(arguments)
    options.theme = options.theme or ["light", "dark"]
    options.language = options.language or ["en", "si", "ta"]
    options.zoom = options.zoom or [100, 200]
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw and say what was written."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    return draw_on_loop(lambda qt_app: QuestionGallery(qt_app, options.out, options))


if __name__ == "__main__":
    sys.exit(main())

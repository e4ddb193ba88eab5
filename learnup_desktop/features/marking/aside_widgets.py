"""Answers that were set aside, each beside the one that counts, with who, when and where; a teacher takes or keeps."""

from collections.abc import Iterator
from functools import partial

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.questions import Question
from learnup_desktop.contract.results import ExamResults
from learnup_desktop.contract.seats import (
    SetAside,
    SetAsideDecision,
    SetAsideReason,
    SetAsideVerdict,
    StudentSetAside,
)
from learnup_desktop.domain.answer_text import answer_lines
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    EmptyState,
    FlowRow,
    Label,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    SideBySide,
    TextField,
    WrapLabel,
    clear_layout,
    show_if,
)


class AsideView(QWidget):
    """A card an answer, by student.

    Attributes:
        decided: attempt and :class:`SetAsideDecision`.
    """

    decided = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ExamResults, list[StudentSetAside]] | None = None
        self._building = Gradual(self)
        self.about = WrapLabel("", "body", "text-muted")
        self.nothing = EmptyState("", icon="tray")
        self._cards = Column(gap=3)
        Column(self, gap=3).add(self.about, self.nothing, self._cards)

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.about.setText(
            self.tr(
                "What students wrote and what does not count by itself: it came late, from a computer that had lost its"
                " seat, or in an emergency file. Nothing is thrown away. You decide what counts."
            )
        )
        self.nothing.set(
            self.tr("Nothing was set aside"), self.tr("Every answer that was written counts."), icon="tray"
        )
        if self._shown is not None:
            self.show_aside(*self._shown)

    def show_aside(self, results: ExamResults, aside: list[StudentSetAside]) -> None:
        """Show what is set aside of an exam."""
        self._shown = (results, aside)
        show_if(self.nothing, not aside)
        self._building.start(self._build(results, aside))

    def _build(self, results: ExamResults, aside: list[StudentSetAside]) -> Iterator[None]:
        clear_layout(self._cards)
        questions = {question.id: (number, question) for number, question in enumerate(results.questions, 1)}
        for student in aside:
            for item in student.items:
                number, question = questions.get(item.question_id, (0, None))
                card = AsideCard(student, item, number, question)
                card.decided.connect(self.decided)
                self._cards.addWidget(card)
                yield


class AsideCard(Card):
    """One answer that was set aside.

    Args:
        student: whose it is.
        item: the answer.
        number, question: 0 and None for a question that is not in the paper.
    """

    decided = Signal(str, object)

    def __init__(self, student: StudentSetAside, item: SetAside, number: int, question: Question | None) -> None:
        super().__init__(gap=2)
        self._attempt_id, self._item, self._question = student.attempt_id, item, question
        name = i18n.format_number(number) if number else item.question_id
        heading = Row(gap=2)
        title = self.tr("{name} · question {number}").format(name=student.student_name, number=name)
        heading.addWidget(Label(title, "heading"))
        heading.addStretch(1)
        if item.verdict is not None:
            taken = item.verdict is SetAsideVerdict.TAKE
            pill = Pill(self.tr("counts now") if taken else self.tr("stays aside"), "positive" if taken else "neutral")
            heading.addWidget(pill)
        self.add(heading, WrapLabel(self._why(), "body"), WrapLabel(self._where(), "caption", "text-muted"))
        self.add(SideBySide(self._stands(), self._aside(), side_share=0.5, breakpoint=620))
        if item.decided_at is not None:
            self.add(WrapLabel(self._said(), "caption", "text-muted"))
        self._add_choices()
        self.setAccessibleName(title)

    def _why(self) -> str:
        words = {
            SetAsideReason.LOST_SEAT: self.tr("Written on a computer that had lost its seat to another one."),
            SetAsideReason.AFTER_END: self.tr("Arrived after the exam was handed in."),
            SetAsideReason.EMERGENCY: self.tr("From an emergency file."),
            SetAsideReason.LATE: self.tr("Arrived after the time was over."),
            SetAsideReason.WITHDRAWN: self.tr("The question was withdrawn."),
            SetAsideReason.CANCELLED: self.tr("The exam was cancelled."),
            SetAsideReason.UNFIT: self.tr("Not in the form that the question asks for, or outside its section's time."),
            SetAsideReason.REPLACED: self.tr("It counted until another answer was taken in its place."),
        }
        said = words[self._item.reason]
        if self._item.marked:
            said += " " + self.tr("The question had been marked already; the mark was not changed.")
        return said

    def _where(self) -> str:
        item = self._item
        words = [self.tr("arrived {time}").format(time=i18n.format_moment(item.received_at))]
        if item.late_seconds is not None:
            late = i18n.format_duration(item.late_seconds)
            words.append(self.tr("{length} after the end").format(length=late))
        device = item.device_name or item.device_id
        if device:
            words.append(self.tr("on {device}").format(device=device))
        return " · ".join(words)

    def _stands(self) -> QWidget:
        standing = self._item.standing
        lines = answer_lines(self._question, standing.answer, i18n.language()) if standing is not None else []
        when = i18n.format_moment(standing.received_at) if standing is not None else ""
        return _version(self.tr("Counts"), lines or [self.tr("Nothing")], when, "positive")

    def _aside(self) -> QWidget:
        when = i18n.format_moment(self._item.received_at)
        return _version(self.tr("Set aside"), self._lines() or [self.tr("Nothing")], when, "caution")

    def _lines(self) -> list[str]:
        try:
            answer = _ANSWER.validate_python(self._item.answer)
        except ValidationError:
            return [str(self._item.answer)]
        return answer_lines(self._question, answer, i18n.language())

    def _said(self) -> str:
        item, when = self._item, self._item.decided_at
        moment = i18n.format_moment(when) if when is not None else ""
        said = self.tr("Decided by {name}, {time}").format(name=item.decided_by, time=moment)
        return f"{said}: {item.decision_reason}" if item.decision_reason else said

    def _add_choices(self) -> None:
        if self._item.reason in (SetAsideReason.WITHDRAWN, SetAsideReason.CANCELLED):
            return
        self.reason = TextField(self.tr("Why (stays in the record)"))
        self.reason.edit.setMaxLength(500)
        self.take, self.keep = PrimaryButton(self.tr("Let this one count")), SecondaryButton(self.tr("Keep it aside"))
        taken = self._item.verdict is SetAsideVerdict.TAKE
        self.take.setEnabled(self._item.takable and not taken)
        self.keep.setEnabled(self._item.verdict is not SetAsideVerdict.KEEP)
        self.take.clicked.connect(partial(self._decide, SetAsideVerdict.TAKE))
        self.keep.clicked.connect(partial(self._decide, SetAsideVerdict.KEEP))
        buttons = FlowRow(gap=2)
        buttons.add(self.take, self.keep)
        self.add(self.reason, buttons)

    def _decide(self, verdict: SetAsideVerdict) -> None:
        decision = SetAsideDecision(key=self._item.key, verdict=verdict, reason=self.reason.text())
        self.decided.emit(self._attempt_id, decision)


_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)


def _version(title: str, lines: list[str], when: str, tone: str) -> QWidget:
    """One of the two answers."""
    box = Card(gap=1, padding=3)
    box.set_outline("positive" if tone == "positive" else "caution")
    text = WrapLabel("\n".join(lines), "body")
    text.set_selectable()
    box.add(Label(title, "label", bold=True), text, Label(when, "caption", "text-muted"))
    return box

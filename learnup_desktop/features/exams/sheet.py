"""The answer sheet: what the student has answered, and where each answer is, worked out from edits and journal alone.

It holds no file and no network, so that a resumed sitting and a running one go through the same code: both only see
edits, journal entries that were written, and heads that the platform acknowledged.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from pydantic import TypeAdapter, ValidationError

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.answers import Answer
from learnup_desktop.contract.exams import EntryKind, Head, JournalEntry
from learnup_desktop.contract.questions import Question
from learnup_desktop.domain.answer_forms import files_of, says_something


class Place(IntEnum):
    """Where the newest answer to a question is; the lowest one of several is what has to be said."""

    MEMORY = 0
    """Typed, but not yet in the journal: a crash now would lose it."""
    THIS_PC = 1
    """In the journal, fsynced."""
    AT_SCHOOL = 2
    """The platform has acknowledged a head that contains it."""
    NOWHERE = 3
    """Never answered: there is nothing that could be lost."""


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """What the question map shows of one question; ``index`` counts from 0, ``reachable`` says it can be opened now."""

    index: int
    question_id: str
    answered: bool
    flagged: bool
    current: bool
    place: Place
    reachable: bool = True


def answer_from_wire(wire: object) -> Answer:
    """An answer out of a journal body.

    Raises:
        RuleViolation: the body holds no answer of this contract.
    """
    try:
        return _answers().validate_python(wire)
    except ValidationError as error:
        raise RuleViolation("a journal entry holds no answer") from error


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


class AnswerSheet:
    """Answers, flags and the current question of one attempt."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = list(questions)
        self._index = {question.id: index for index, question in enumerate(self.questions)}
        self._answers: dict[str, Answer] = {}
        self._written: dict[str, tuple[int, Answer]] = {}
        self._flags: set[str] = set()
        self._acknowledged = 0
        self._sent: set[str] = set()
        self.current = 0

    # --- what happens ------------------------------------------------------------------------------------------------

    def restore(self, entries: Iterable[JournalEntry], acknowledged: Head) -> None:
        """Take over what the journal holds: answers, flags and the question that was open."""
        for entry in entries:
            question_id = str(entry.body.get("questionId", ""))
            if question_id not in self._index:
                continue
            if entry.kind is EntryKind.ANSWER:
                self._answers[question_id] = answer_from_wire(entry.body["answer"])
                self.written(entry)
            elif entry.kind is EntryKind.NAVIGATION:
                self.current = self._index[question_id]
            elif entry.kind is EntryKind.BOOKMARK:
                self.flag(question_id, bool(entry.body.get("on")))
        self.acknowledged(acknowledged)

    def edit(self, question_id: str, answer: Answer) -> bool:
        """Take the newest answer; False when it is the one that is there already.

        Raises:
            RuleViolation: the paper has no such question.
        """
        if question_id not in self._index:
            raise RuleViolation(f"the paper has no question {question_id}")
        if self._answers.get(question_id) == answer:
            return False
        if question_id not in self._answers and not says_something(answer):
            return False
        self._answers[question_id] = answer
        return True

    def flag(self, question_id: str, on: bool) -> None:
        """Set or take away the student's own flag."""
        if on:
            self._flags.add(question_id)
        else:
            self._flags.discard(question_id)

    def written(self, entry: JournalEntry) -> None:
        """An answer entry is in the journal."""
        if entry.kind is EntryKind.ANSWER:
            self._written[str(entry.body["questionId"])] = (entry.seq, answer_from_wire(entry.body["answer"]))

    def place_again(self, entries: Iterable[JournalEntry], acknowledged: Head) -> list[tuple[str, Answer]]:
        """Take over the places of a mended journal; what was typed stays as it is.

        Returns:
            Answers that are neither in it nor held by the platform, though they were written: to be written again.
        """
        held, self._acknowledged = self._acknowledged, acknowledged.seq
        found = {str(item.body["questionId"]): item for item in entries if item.kind is EntryKind.ANSWER}
        lost = []
        for question_id, (seq, answer) in list(self._written.items()):
            entry = found.get(question_id)
            if entry is not None and answer_from_wire(entry.body["answer"]) == answer:
                self._written[question_id] = (entry.seq, answer)
            elif seq > min(held, acknowledged.seq):
                # Not the newest one there: damaged, or written while the journal was being read; again is harmless.
                del self._written[question_id]
                lost.append((question_id, answer))
        return [(question_id, answer) for question_id, answer in lost if self._answers.get(question_id) == answer]

    def acknowledged(self, head: Head) -> None:
        """The platform holds everything up to ``head``."""
        self._acknowledged = max(self._acknowledged, head.seq)

    def files_sent(self, sent: Callable[[str], bool]) -> bool:
        """Ask of every drawing and photograph whether the platform holds it; True when one more is there."""
        waiting = {file.sha256 for answer in self._answers.values() for file in files_of(answer)} - self._sent
        arrived = {sha256 for sha256 in waiting if sent(sha256)}
        self._sent |= arrived
        return bool(arrived)

    # --- what is the case --------------------------------------------------------------------------------------------

    def answer(self, question_id: str) -> Answer | None:
        """The newest answer, wherever it is."""
        return self._answers.get(question_id)

    def flagged(self, question_id: str) -> bool:
        """Whether the student has flagged it."""
        return question_id in self._flags

    def answered(self, question_id: str) -> bool:
        """Whether there is an answer that says anything."""
        answer = self._answers.get(question_id)
        return answer is not None and says_something(answer)

    def place(self, question_id: str) -> Place:
        """Where the newest answer is."""
        answer = self._answers.get(question_id)
        if answer is None:
            return Place.NOWHERE
        seq, written = self._written.get(question_id, (0, None))
        if written != answer:
            return Place.MEMORY
        there = seq <= self._acknowledged and all(file.sha256 in self._sent for file in files_of(answer))
        return Place.AT_SCHOOL if there else Place.THIS_PC

    def lowest_place(self) -> Place:
        """The place of the answer that is least safe; ``NOWHERE`` when nothing was answered yet."""
        return min((self.place(question_id) for question_id in self._answers), default=Place.NOWHERE)

    @property
    def question(self) -> Question:
        """The question that is open."""
        return self.questions[self.current]

    def index_of(self, question_id: str) -> int:
        """Position of a question, from 0."""
        return self._index[question_id]

    def marks(self) -> list[QuestionMark]:
        """The question map."""
        return [
            QuestionMark(
                index=index,
                question_id=question.id,
                answered=self.answered(question.id),
                flagged=self.flagged(question.id),
                current=index == self.current,
                place=self.place(question.id),
            )
            for index, question in enumerate(self.questions)
        ]

    def answered_count(self) -> int:
        """How many questions have an answer that says anything."""
        return sum(self.answered(question.id) for question in self.questions)

    def unanswered(self) -> list[int]:
        """Positions, from 0, of what is still open."""
        return [index for index, question in enumerate(self.questions) if not self.answered(question.id)]

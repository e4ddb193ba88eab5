"""Where each answer is: memory, this PC, the school; and what a journal brings back."""

import pytest

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.exams import (
    Answer,
    Choice,
    ChoiceAnswer,
    EntryKind,
    Head,
    JournalEntry,
    Question,
    ShortAnswerQuestion,
    SingleChoiceQuestion,
    TextAnswer,
)
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.journal import genesis_head, head_of, make_entry
from learnup_desktop.features.exams.sheet import AnswerSheet, Place

WORDS = LocalizedText(en="words")
QUESTIONS: list[Question] = [
    SingleChoiceQuestion(
        id="q1", marks=1, text=WORDS, choices=[Choice(id="a", text=WORDS), Choice(id="b", text=WORDS)]
    ),
    ShortAnswerQuestion(id="q2", marks=1, text=WORDS),
    ShortAnswerQuestion(id="q3", marks=1, text=WORDS),
]


class Chain:
    """A journal in memory."""

    def __init__(self) -> None:
        self.head = genesis_head("attempt")
        self.entries: list[JournalEntry] = []

    def add(self, kind: EntryKind, body: dict[str, object]) -> JournalEntry:
        entry = make_entry(self.head, kind, 1000 + self.head.seq, body)
        self.head = head_of(entry)
        self.entries.append(entry)
        return entry

    def answer(self, question_id: str, answer: Answer) -> JournalEntry:
        return self.add(EntryKind.ANSWER, {"questionId": question_id, "answer": answer.to_wire()})


def test_an_answer_goes_from_memory_to_this_pc_to_school() -> None:
    sheet, chain = AnswerSheet(QUESTIONS), Chain()
    assert sheet.place("q2") is Place.NOWHERE
    sheet.edit("q2", TextAnswer(text="ice"))
    assert sheet.place("q2") is Place.MEMORY
    entry = chain.answer("q2", TextAnswer(text="ice"))
    sheet.written(entry)
    assert sheet.place("q2") is Place.THIS_PC
    sheet.acknowledged(head_of(entry))
    assert sheet.place("q2") is Place.AT_SCHOOL
    sheet.edit("q2", TextAnswer(text="ice cream"))
    assert sheet.place("q2") is Place.MEMORY


def test_the_least_safe_answer_is_the_one_that_is_told() -> None:
    sheet, chain = AnswerSheet(QUESTIONS), Chain()
    assert sheet.lowest_place() is Place.NOWHERE
    for question_id in ("q2", "q3"):
        sheet.edit(question_id, TextAnswer(text="x"))
        sheet.written(chain.answer(question_id, TextAnswer(text="x")))
    sheet.acknowledged(Head(seq=1, hash=chain.entries[0].hash))
    assert sheet.lowest_place() is Place.THIS_PC


def test_an_acknowledgement_never_goes_back() -> None:
    sheet, chain = AnswerSheet(QUESTIONS), Chain()
    sheet.edit("q2", TextAnswer(text="x"))
    entry = chain.answer("q2", TextAnswer(text="x"))
    sheet.written(entry)
    sheet.acknowledged(head_of(entry))
    sheet.acknowledged(genesis_head("attempt"))
    assert sheet.place("q2") is Place.AT_SCHOOL


def test_a_journal_brings_back_answers_flags_and_the_open_question() -> None:
    chain = Chain()
    chain.add(EntryKind.OPENED, {"deviceId": "d"})
    chain.answer("q1", ChoiceAnswer(choices=["a"]))
    chain.answer("q1", ChoiceAnswer(choices=["b"]))
    chain.add(EntryKind.BOOKMARK, {"questionId": "q3", "on": True})
    chain.add(EntryKind.NAVIGATION, {"questionId": "q2"})
    chain.answer("q2", TextAnswer(text="ice"))
    chain.answer("another paper's", TextAnswer(text="x"))
    sheet = AnswerSheet(QUESTIONS)
    sheet.restore(chain.entries, Head(seq=3, hash=chain.entries[2].hash))
    assert sheet.answer("q1") == ChoiceAnswer(choices=["b"])
    assert sheet.current == 1
    marks = sheet.marks()
    assert [mark.answered for mark in marks] == [True, True, False]
    assert [mark.flagged for mark in marks] == [False, False, True]
    assert [mark.place for mark in marks] == [Place.AT_SCHOOL, Place.THIS_PC, Place.NOWHERE]


def test_an_emptied_answer_is_kept_but_does_not_count() -> None:
    sheet = AnswerSheet(QUESTIONS)
    assert not sheet.edit("q2", TextAnswer(text="  "))  # nothing was ever there
    assert sheet.edit("q2", TextAnswer(text="ice"))
    assert sheet.edit("q2", TextAnswer(text=""))
    assert sheet.answered_count() == 0
    assert sheet.unanswered() == [0, 1, 2]
    assert sheet.place("q2") is Place.MEMORY


def test_the_same_answer_again_is_no_edit() -> None:
    sheet = AnswerSheet(QUESTIONS)
    assert sheet.edit("q1", ChoiceAnswer(choices=["a"]))
    assert not sheet.edit("q1", ChoiceAnswer(choices=["a"]))


def test_a_question_of_another_paper_is_refused() -> None:
    with pytest.raises(RuleViolation):
        AnswerSheet(QUESTIONS).edit("nowhere", TextAnswer(text="x"))


def test_a_mended_journal_moves_places_and_tells_what_is_lost() -> None:
    """q1 was appended again later in the chain, q2 was damaged, q3 had been typed over meanwhile."""
    sheet, before = AnswerSheet(QUESTIONS), Chain()
    for question_id in ("q1", "q2", "q3"):
        answer: Answer = ChoiceAnswer(choices=["a"]) if question_id == "q1" else TextAnswer(text="x")
        sheet.edit(question_id, answer)
        sheet.written(before.answer(question_id, answer))
    sheet.edit("q3", TextAnswer(text="newer"))
    after = Chain()
    gap = after.add(EntryKind.GAP, {"what": "journal"})
    moved = after.answer("q1", ChoiceAnswer(choices=["a"]))

    assert sheet.place_again(after.entries, head_of(gap)) == [("q2", TextAnswer(text="x"))]
    assert sheet.place("q1") is Place.THIS_PC
    assert sheet.place("q2") is sheet.place("q3") is Place.MEMORY
    sheet.acknowledged(head_of(moved))
    assert sheet.place("q1") is Place.AT_SCHOOL


def test_a_platform_that_went_back_no_longer_holds_what_came_after() -> None:
    sheet, chain = AnswerSheet(QUESTIONS), Chain()
    for question_id in ("q2", "q3"):
        sheet.edit(question_id, TextAnswer(text="x"))
        sheet.written(chain.answer(question_id, TextAnswer(text="x")))
    sheet.acknowledged(chain.head)
    assert sheet.place_again(chain.entries, head_of(chain.entries[0])) == []
    assert (sheet.place("q2"), sheet.place("q3")) == (Place.AT_SCHOOL, Place.THIS_PC)

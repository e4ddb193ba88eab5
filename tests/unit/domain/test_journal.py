"""The hash chain finds every way of tampering with a journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.domain.journal import (
    extend_head,
    genesis_head,
    head_of,
    is_answered,
    latest_answers,
    make_entry,
    verify_chain,
)

ATTEMPT = "0190-attempt"


def chain_of(texts: list[str]) -> list[JournalEntry]:
    head, entries = genesis_head(ATTEMPT), []
    for number, text in enumerate(texts):
        body: dict[str, object] = {"questionId": f"q{number % 3}", "answer": {"type": "text", "text": text}}
        entries.append(make_entry(head, EntryKind.ANSWER, 1_000 + number, body))
        head = head_of(entries[-1])
    return entries


@given(st.lists(st.text(max_size=20), max_size=12))
def test_an_honest_chain_verifies_and_survives_the_wire(texts: list[str]) -> None:
    entries = [JournalEntry.model_validate(entry.to_wire()) for entry in chain_of(texts)]
    assert verify_chain(ATTEMPT, entries).seq == len(texts)


@given(st.lists(st.text(max_size=8), min_size=2, max_size=10), st.data())
def test_every_mutation_is_found(texts: list[str], data: st.DataObject) -> None:
    entries = chain_of(texts)
    expected = head_of(entries[-1])
    place = data.draw(st.integers(0, len(entries) - 1))
    kind = data.draw(st.sampled_from(["edit", "delete", "swap", "duplicate", "truncate", "time", "kind"]))
    mutated = list(entries)
    victim = mutated[place]
    if kind == "edit":
        mutated[place] = victim.model_copy(
            update={"body": {**victim.body, "answer": {"type": "text", "text": "\0new"}}}
        )
    elif kind == "delete":
        del mutated[place]
    elif kind == "swap":
        other = (place + 1) % len(mutated)
        mutated[place], mutated[other] = mutated[other], mutated[place]
    elif kind == "duplicate":
        mutated.insert(place, victim)
    elif kind == "truncate":
        mutated = mutated[:place]
    elif kind == "time":
        mutated[place] = victim.model_copy(update={"at_ms": victim.at_ms + 1})
    else:
        mutated[place] = victim.model_copy(update={"kind": EntryKind.NAVIGATION})
    with pytest.raises(IntegrityFault):
        verify_chain(ATTEMPT, mutated, expected)


def test_a_rewritten_tail_does_not_pass_for_the_acknowledged_one() -> None:
    acknowledged = head_of(chain_of(["a", "b", "c"])[-1])
    with pytest.raises(IntegrityFault):
        verify_chain(ATTEMPT, chain_of(["a", "b", "x", "d"]), acknowledged)


def test_a_chain_belongs_to_its_attempt() -> None:
    with pytest.raises(IntegrityFault):
        verify_chain("another", chain_of(["a"]))


def test_a_float_in_a_body_is_refused_when_made_and_when_checked() -> None:
    with pytest.raises(TypeError):
        make_entry(genesis_head(ATTEMPT), EntryKind.CLOCK, 1, {"offsetMs": 0.5})
    entry = chain_of(["a"])[0].model_copy(update={"body": {"offsetMs": 0.5}})
    with pytest.raises(IntegrityFault):
        extend_head(genesis_head(ATTEMPT), [entry])


def test_the_last_answer_of_each_question_counts() -> None:
    latest = latest_answers(chain_of(["first", "b", "c", "second"]))
    assert latest["q0"].body["answer"] == {"type": "text", "text": "second"}
    assert len(latest) == 3


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"type": "text", "text": "  "}, False),
        ({"type": "text", "text": "0"}, True),
        ({"type": "choices", "choices": []}, False),
        ({"type": "choices", "choices": ["a"]}, True),
    ],
)
def test_an_emptied_answer_is_no_answer(answer: dict[str, object], expected: bool) -> None:
    assert is_answered(answer) is expected

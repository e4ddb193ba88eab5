"""Sections with their own time: the client's walk and the platform's are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.contract.questions import Paper, Section, ShortAnswerQuestion
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.journal import genesis_head, make_entry
from learnup_desktop.domain.sections import GRACE_MS, SectionWalk, is_sequential

WORDS = LocalizedText(en="?")
START = 1_790_000_000_000


def paper(*seconds: int | None) -> Paper:
    sections = [Section(id=f"s{n}", title=WORDS, seconds=length) for n, length in enumerate(seconds)]
    questions = [ShortAnswerQuestion(id=f"q{n}", section=f"s{n}", marks=1, text=WORDS) for n in range(len(seconds))]
    return Paper(exam_id="e", title=WORDS, questions=list(questions), sections=sections)


def entry(body: dict[str, object], at_ms: int) -> JournalEntry:
    return make_entry(genesis_head("a"), EntryKind.SECTION, at_ms, body)


def test_without_times_everything_is_open() -> None:
    walk = SectionWalk(paper(None, None))
    assert not is_sequential(paper(None, None))
    assert walk.open_to("q0") and walk.open_to("q1")
    assert walk.within("q1", START, 0)
    assert not walk.follow(entry({"sectionId": "s1", "endsMs": None}, START))
    with pytest.raises(RuleViolation):
        walk.enter_next(START)


def test_one_after_another_and_never_back() -> None:
    walk = SectionWalk(paper(60, None))
    assert not walk.open_to("q0")
    assert walk.enter_next(START) == {"sectionId": "s0", "endsMs": START + 60_000}
    assert walk.open_to("q0") and not walk.open_to("q1")
    assert walk.enter_next(START + 5000) == {"sectionId": "s1", "endsMs": None}
    assert walk.open_to("q1") and not walk.open_to("q0")
    assert walk.last
    with pytest.raises(RuleViolation):
        walk.enter_next(START)


def test_answers_count_within_their_sections_time() -> None:
    walk = SectionWalk(paper(60, 60))
    assert not walk.within("q0", START, 0)
    walk.enter_next(START)
    assert walk.within("q0", START + 60_000 + GRACE_MS, 0)
    assert not walk.within("q0", START + 60_001 + GRACE_MS, 0)
    assert not walk.within("q1", START + 1000, 0)


def test_given_time_moves_the_end_but_a_client_cannot_give_itself_any() -> None:
    walk = SectionWalk(paper(60, 60))
    walk.enter_next(START)
    body = walk.move_end(30_000)
    assert body == {"sectionId": "s0", "endsMs": START + 90_000}
    late = START + 90_000
    assert walk.within("q0", late, 30_000)
    assert not walk.within("q0", late, 0)


def test_steps_that_are_no_steps_are_ignored() -> None:
    walk = SectionWalk(paper(60, 60, 60))
    assert not walk.follow(entry({"sectionId": "s1", "endsMs": 1}, START))
    assert not walk.follow(entry({"sectionId": "nowhere"}, START))
    assert walk.follow(entry({"sectionId": "s0", "endsMs": START + 60_000}, START))
    assert walk.follow(entry({"sectionId": "s1", "endsMs": True}, START + 1))
    assert walk.state.ends_ms is None
    assert not walk.follow(entry({"sectionId": "s0", "endsMs": START}, START + 2))


@given(st.lists(st.one_of(st.none(), st.integers(-60_000, 600_000)), max_size=12))
def test_the_platform_follows_every_walk_of_a_client(moves: list[int | None]) -> None:
    client, platform = SectionWalk(paper(60, None, 30, 90)), SectionWalk(paper(60, None, 30, 90))
    now = START
    for move in [None, *moves]:
        now += 1000
        if move is None and client.last:
            continue
        body = client.enter_next(now) if move is None else client.move_end(move)
        if body is not None:
            assert platform.follow(entry(body, now))
        assert platform.state == client.state
        assert platform.section == client.section

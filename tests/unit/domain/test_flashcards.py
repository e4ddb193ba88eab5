"""A card's state is its log and nothing else, so logs written apart give one state when they are put together."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.study import Annotation, AnnotationKind, Review
from learnup_desktop.domain.annotations import add_review, join, undo_review
from learnup_desktop.domain.flashcards import looked_at, next_dues, schedule, session_order, statistics

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
COLOMBO = ZoneInfo("Asia/Colombo")


def card(name: str = "c", *reviews: tuple[float, int]) -> Annotation:
    """A card with reviews of ``(minutes after noon, rating)``."""
    blank = Annotation(id=name, material_id="m", kind=AnnotationKind.CARD, created_at=NOON)
    log = tuple(
        Review(id=f"{name}{number}", at=NOON + timedelta(minutes=minutes), rating=rating, milliseconds=4000)
        for number, (minutes, rating) in enumerate(reviews)
    )
    return blank.model_copy(update={"reviews": log})


def test_a_new_card_is_due_at_once_and_good_twice_makes_it_wait_days() -> None:
    fresh = schedule(card())
    assert (fresh.new, fresh.due) == (True, NOON)
    once = schedule(card("c", (0, 3)))
    assert once.learning
    assert once.due == NOON + timedelta(minutes=10)
    twice = schedule(card("c", (0, 3), (10, 3)))
    assert not twice.learning
    assert twice.due >= NOON + timedelta(days=1)
    assert twice.stability == pytest.approx(2.3065, abs=0.01)  # FSRS-6's initial stability of "good"


@given(
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(1, 4)), max_size=8),
    st.lists(st.tuples(st.integers(0, 20_000), st.integers(1, 4)), max_size=8),
)
def test_logs_of_two_computers_give_one_state(here: list[tuple[int, int]], there: list[tuple[int, int]]) -> None:
    def log(device: str, looks: list[tuple[int, int]]) -> Annotation:
        made = card()
        for number, (minutes, rating) in enumerate(looks):
            look = Review(id=f"{device}{number}", at=NOON + timedelta(minutes=minutes), rating=rating)
            made = join(made, add_review(made, look))
        return made

    first, second = log("a", here), log("b", there)
    assert schedule(join(first, second)) == schedule(join(second, first))
    assert len(join(first, second).reviews) == len(here) + len(there)


def test_taking_a_review_back_is_as_if_it_had_not_been() -> None:
    before = card("c", (0, 3), (10, 3))
    after = join(before, add_review(before, Review(id="slip", at=NOON + timedelta(days=3), rating=1)))
    assert schedule(after) != schedule(before)
    assert schedule(join(after, undo_review(after, "slip"))) == schedule(before)


def test_the_buttons_say_when_a_card_comes_round() -> None:
    dues = next_dues(card("c", (0, 3), (10, 3)), NOON + timedelta(days=2))
    assert dues[1] < dues[2] <= dues[3] <= dues[4]
    assert dues[1] == NOON + timedelta(days=2, minutes=10)


def test_a_session_takes_what_is_learned_then_what_waits_longest_then_new_ones_up_to_the_limit() -> None:
    learning, old, older = card("learning", (0, 1)), card("old", (0, 3), (10, 3)), card("older", (-3000, 3), (-2900, 3))
    fresh = card("fresh")
    now = NOON + timedelta(days=30)
    order = session_order([fresh, old, older, learning], now, 10)
    assert [item.id for item in order] == ["learning", "older", "old", "fresh"]
    assert [item.id for item in session_order([fresh, old, older, learning], now, 2)] == ["learning", "older"]
    assert session_order([fresh], now, 0) == []


def test_a_card_being_learned_comes_early_rather_than_letting_somebody_wait() -> None:
    soon = card("soon", (0, 3))
    assert session_order([soon], NOON + timedelta(minutes=1), 5) == [soon]
    later = card("later", (0, 3), (10, 3))
    assert session_order([later], NOON + timedelta(minutes=11), 5) == []


def test_statistics_are_facts_by_local_days() -> None:
    # 20:00 UTC is the next day in Colombo.
    cards = [card("a", (0, 3), (8 * 60, 1)), card("b", (0, 3), (10, 3)), card("fresh")]
    found = statistics(cards, NOON + timedelta(hours=9), COLOMBO)
    assert found.days[-1] == (datetime(2026, 3, 3).date(), 1)
    assert found.days[-2] == (datetime(2026, 3, 2).date(), 3)
    assert len(found.days) == 14
    assert (found.cards, found.new, found.known_per_mille, found.seconds) == (3, 1, 500, 16)
    assert found.ahead[0][1] == 2  # the one not known and the new one
    assert len(looked_at(cards, datetime(2026, 3, 2).date(), COLOMBO)) == 2


def test_trying_answers_out_leaves_the_kept_state_of_a_card_alone() -> None:
    held = card("c", (0, 3), (10, 3))
    before = schedule(held)
    dues = next_dues(held, NOON + timedelta(days=3))
    assert schedule(held) == before
    assert next_dues(held, NOON + timedelta(days=3)) == dues
    assert schedule(card("d", (0, 3), (10, 1))).due < before.due

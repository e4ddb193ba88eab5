"""Merging annotations: the order does not matter, repeats do nothing, nothing that somebody wrote is lost."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.contract.study import Annotation, AnnotationKind, Colour, ReadingPlace, Review, Version
from learnup_desktop.domain.annotations import (
    add_review,
    content,
    delete,
    edit,
    holds,
    join,
    join_places,
    standing_reviews,
    undo_review,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BLANK = Annotation(id="a", material_id="m", kind=AnnotationKind.CARD, created_at=NOON)


def version(name: str, text: str = "", minutes: int = 0, colour: Colour = Colour.YELLOW) -> Version:
    return Version(id=name, at=NOON + timedelta(minutes=minutes), text=text or name, colour=colour)


def review(name: str, minutes: int = 0, rating: int = 3) -> Review:
    return Review(id=name, at=NOON + timedelta(minutes=minutes), rating=rating)


names = st.sampled_from([f"v{number}" for number in range(6)])
moments = st.integers(0, 5)
parts = st.builds(
    lambda versions, replaced, reviews, undone, created: BLANK.model_copy(
        update={
            "created_at": NOON + timedelta(minutes=created),
            "versions": tuple(versions),
            "replaced": tuple(replaced),
            "reviews": tuple(reviews),
            "undone": tuple(undone),
        }
    ),
    st.lists(st.builds(version, names, st.sampled_from(["", "x"]), moments), max_size=3),
    st.lists(names, max_size=3),
    st.lists(st.builds(review, names, moments), max_size=3),
    st.lists(names, max_size=2),
    moments,
)


@given(parts, parts, parts)
def test_order_and_repeats_do_not_matter(a: Annotation, b: Annotation, c: Annotation) -> None:
    assert join(a, b) == join(b, a)
    assert join(join(a, b), c) == join(a, join(b, c))
    once = join(a, b)
    assert join(once, b) == once == join(once, a)
    assert holds(once, a)
    assert holds(once, b)


actions = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["edit", "delete", "review", "undo", "sync"]), st.integers(0, 2)),
    max_size=40,
)


@given(actions)
def test_computers_that_write_without_each_other_end_alike_and_lose_nothing(steps: list[tuple[int, str, int]]) -> None:
    """Three computers edit, delete, review and now and then exchange everything; a text goes only by who saw it."""
    here = [BLANK, BLANK, BLANK]
    told: dict[str, bool] = {}  # text: whether somebody who saw it replaced it
    reviews: set[str] = set()
    undone: set[str] = set()
    for number, (device, action, other) in enumerate(steps):
        before = here[device]
        if action in ("edit", "delete"):
            told |= {item.id: True for item in before.versions}
        if action == "edit":
            part = edit(before, version(f"n{number}"))
            told[f"n{number}"] = False
        elif action == "delete":
            part = delete(before)
        elif action == "review":
            part = add_review(before, review(f"r{number}", number))
            reviews.add(f"r{number}")
        elif action == "undo" and standing_reviews(before):
            last = standing_reviews(before)[-1].id
            part = undo_review(before, last)
            undone.add(last)
        else:
            part = here[other]
        here[device] = join(before, part)
    merged = join(join(here[0], here[1]), here[2])
    assert join(here[2], join(here[1], here[0])) == merged
    assert {item.id for item in merged.versions} == {name for name, replaced in told.items() if not replaced}
    assert {item.id for item in standing_reviews(merged)} == reviews - undone


def test_two_edits_of_one_note_both_stay_until_somebody_has_seen_both() -> None:
    note = join(BLANK, edit(BLANK, version("v0", "first")))
    here = join(note, edit(note, version("v1", "from the hall", 1)))
    there = join(note, edit(note, version("v2", "from home", 2, Colour.PINK)))
    both = join(here, there)
    said = content(both)
    assert said is not None
    assert said.texts == ("from home", "from the hall")
    assert said.divided
    assert said.colour is Colour.PINK
    settled = content(join(both, edit(both, version("v3", "one text", 3))))
    assert settled is not None
    assert settled.texts == ("one text",)
    assert not settled.divided


def test_an_edit_survives_a_deletion_that_did_not_know_of_it() -> None:
    note = join(BLANK, edit(BLANK, version("v0")))
    gone = join(note, delete(note))
    assert content(gone) is None
    edited = join(note, edit(note, version("v1", "still wanted")))
    said = content(join(gone, edited))
    assert said is not None
    assert said.texts == ("still wanted",)


def test_a_deletion_is_undone_by_saying_the_same_again() -> None:
    note = join(BLANK, edit(BLANK, version("v0", "text")))
    gone = join(note, delete(note))
    back = content(join(gone, edit(gone, version("v1", "text"))))
    assert back is not None
    assert back.texts == ("text",)


places = st.builds(
    lambda at, page, furthest: ReadingPlace(
        material_id="m", at=NOON + timedelta(minutes=at), place={"page": page}, furthest=furthest
    ),
    moments,
    st.integers(0, 3),
    st.integers(0, 1000),
)


@given(places, places, places)
def test_the_latest_place_stands_and_the_furthest_is_kept(a: ReadingPlace, b: ReadingPlace, c: ReadingPlace) -> None:
    assert join_places(a, b) == join_places(b, a)
    assert join_places(join_places(a, b), c) == join_places(a, join_places(b, c))
    merged = join_places(a, b)
    assert join_places(merged, a) == merged
    assert merged.at == max(a.at, b.at)
    assert merged.furthest == max(a.furthest, b.furthest)

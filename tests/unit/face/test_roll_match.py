"""One to many over made-up templates: who is named, who is one of several, and who is only counted."""

import numpy as np
import pytest
from numpy.typing import NDArray

from learnup_desktop.face.identity import Template
from learnup_desktop.face.roll_match import ClassMatcher, Ranked, Verdict, judge, one_each

DIMENSION = 64


def direction(seed: int) -> NDArray[np.float32]:
    vector = np.random.default_rng(seed).normal(size=DIMENSION).astype(np.float32)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def between(first: NDArray[np.float32], second: NDArray[np.float32], share: float) -> NDArray[np.float32]:
    mixed = (1 - share) * first + share * second
    return np.asarray(mixed / np.linalg.norm(mixed), np.float32)


def look(person: str, similarity: float, after: str = "z", next_similarity: float = 0.1) -> Ranked:
    return Ranked(person, similarity, after, next_similarity)


def test_the_best_of_a_persons_templates_counts_and_other_models_do_not() -> None:
    people = [
        ("b", Template(direction(1), "m")),
        ("a", Template(direction(2), "m")),
        ("b", Template(direction(3), "m")),
        ("c", Template(direction(4), "other")),
    ]
    matcher = ClassMatcher(people, "m")
    assert (len(matcher), matcher.left_out) == (2, frozenset("c"))
    for seed, person in ((1, "b"), (2, "a"), (3, "b")):
        (found,) = matcher.rank(direction(seed)[np.newaxis])
        assert found is not None
        assert (found.person, round(found.similarity, 5)) == (person, 1.0)
        assert found.next_person == ("a" if person == "b" else "b")


def test_a_product_of_many_faces_is_each_face_alone() -> None:
    matcher = ClassMatcher([(f"{number:02}", Template(direction(number), "m")) for number in range(60)], "m")
    faces = np.stack([direction(seed) for seed in range(45, 70)])
    together = matcher.rank(faces)
    for face, found in zip(faces, together, strict=True):
        (alone,) = matcher.rank(face[np.newaxis])
        assert found is not None and alone is not None
        assert found.person == alone.person
        assert found.similarity == pytest.approx(alone.similarity, abs=1e-6)


@pytest.mark.parametrize(
    "people", [[], [("a", Template(direction(1), "other"))], [("a", Template(np.ones(3, np.float32), "m"))]]
)
def test_nobody_is_ranked_where_nothing_can_be_compared(people: list[tuple[str, Template]]) -> None:
    assert ClassMatcher(people, "m").rank(np.stack([direction(1), direction(2)])) == [None, None]
    assert judge([None, None]).unknown


def test_an_only_person_has_no_next() -> None:
    (found,) = ClassMatcher([("a", Template(direction(1), "m"))], "m").rank(direction(1)[np.newaxis])
    assert found is not None and (found.person, found.next_person) == ("a", "")
    assert judge([found]).person == "a"


def test_several_looks_must_agree() -> None:
    good, poor = look("a", 0.7), look("b", 0.2)
    assert judge([good] * 3 + [poor] * 2).person == "a"
    assert judge([good] * 2 + [poor] * 3).unknown
    assert judge([look("a", 0.7)] * 3 + [look("b", 0.7)] * 3).candidates == ("a", "b")
    assert judge([look("a", 0.379)] * 5).unknown
    named = judge([good] * 5 + [poor])
    assert (named.agreeing, named.looks, named.similarity) == (5, 6, 0.7)


def test_two_that_are_nearly_equal_are_which_of_these() -> None:
    twins = judge([look("a", 0.62, "b", 0.58)] * 4)
    assert (twins.person, twins.candidates) == ("", ("a", "b"))
    assert not twins.unknown
    first, second = direction(1), direction(2)
    matcher = ClassMatcher([("a", Template(between(first, second, 0.45), "m")), ("b", Template(second, "m"))], "m")
    assert judge(matcher.rank(between(first, second, 0.7)[np.newaxis])).candidates in (("a", "b"), ("b", "a"))


def test_nobody_is_two_people_in_one_picture() -> None:
    strong, weak = judge([look("a", 0.8)]), judge([look("a", 0.5)])
    other, nobody = judge([look("b", 0.6)]), judge([look("c", 0.1)])
    judged = one_each([weak, other, strong, nobody])
    assert [verdict.person for verdict in judged] == ["", "b", "a", ""]
    assert judged[0].candidates == ("a",)
    assert judged[3].unknown


def test_noise_is_never_named() -> None:
    matcher = ClassMatcher([(str(seed), Template(direction(seed), "m")) for seed in range(40)], "m")
    wide = np.random.default_rng(999).normal(size=(300, DIMENSION)).astype(np.float32)
    wide /= np.linalg.norm(wide, axis=1, keepdims=True)
    verdicts: list[Verdict] = [judge([found], threshold=0.55) for found in matcher.rank(wide)]
    assert all(verdict.unknown for verdict in verdicts)

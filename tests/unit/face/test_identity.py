"""Templates: the stored form, likeness, and the search of a class."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.face.analyser import Vector
from learnup_desktop.face.identity import Gallery, Template, best_similarity, merge


def unit(seed: int, size: int = 128) -> Vector:
    vector = np.random.default_rng(seed).normal(size=size).astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector))


@given(st.integers(0, 1000), st.sampled_from([128, 512]))
def test_a_template_comes_back_as_it_was(seed: int, size: int) -> None:
    template = Template(unit(seed, size), "model")
    back = Template.decode(template.encode(), "model", dimension=size)
    assert back.dimension == size
    assert np.allclose(back.vector, template.vector, atol=1e-6)


@given(st.text(max_size=60) | st.binary(max_size=60).map(base64url_encode))
def test_any_text_is_a_template_of_unit_length_or_a_value_error(text: str) -> None:
    with np.errstate(all="ignore"):
        try:
            template = Template.decode(text, "model")
        except ValueError:
            return
    assert abs(float(np.linalg.norm(template.vector)) - 1) < 1e-3


def test_another_dimension_is_refused() -> None:
    with pytest.raises(ValueError, match="template"):
        Template.decode(Template(unit(1), "model").encode(), "model", dimension=512)


def test_the_best_of_several_templates_counts_and_other_models_do_not() -> None:
    mine, other = Template(unit(1), "a"), Template(unit(2), "a")
    assert best_similarity([other, mine], unit(1), "a") == pytest.approx(1.0)
    assert best_similarity([Template(unit(1), "b")], unit(1), "a") is None
    assert best_similarity([], unit(1), "a") is None


def test_the_mean_of_templates_is_near_all_of_them() -> None:
    noisy = [Template(unit(1) + 0.3 * unit(seed), "a") for seed in range(2, 6)]
    similarity = best_similarity([merge(noisy)], unit(1), "a")
    assert similarity is not None and similarity > 0.9
    with pytest.raises(RuleViolation):
        merge([])
    with pytest.raises(RuleViolation):
        merge([Template(unit(1), "a"), Template(unit(1), "b")])


def test_a_gallery_finds_each_person_once_best_first() -> None:
    people = [("ann", Template(unit(1), "a")), ("ann", Template(unit(1) * 1, "a")), ("ben", Template(unit(2), "a"))]
    gallery = Gallery([*people, ("cat", Template(unit(3), "b"))], "a")
    assert len(gallery) == 3 and gallery.skipped == 1
    (match,) = gallery.search(unit(1))
    assert (match.person, round(match.similarity, 3)) == ("ann", 1.0)
    assert gallery.search(unit(9)) == []
    assert [match.person for match in gallery.search(unit(1), threshold=-1.0)] == ["ann", "ben"]


def test_nobody_is_found_in_an_empty_gallery() -> None:
    assert Gallery([], "a").search(unit(1)) == []


def test_one_is_found_in_a_school_of_five_thousand() -> None:
    gallery = Gallery([(str(seed), Template(unit(seed, 512), "a")) for seed in range(5000)], "a")
    assert gallery.search(unit(4321, 512))[0].person == "4321"

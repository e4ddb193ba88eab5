"""Canonical JSON is one byte form; ids sort by time; the clock's units hold."""

import json
import uuid
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.canonical import canonical_json, sha256_hex
from learnup_desktop.base.clock import ManualClock, SystemClock, epoch_milliseconds, from_epoch_milliseconds
from learnup_desktop.base.ids import uuid7

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(plain)
def test_it_round_trips_and_is_stable(value: object) -> None:
    encoded = canonical_json(value)
    assert json.loads(encoded) == value
    assert canonical_json(json.loads(encoded)) == encoded


def test_key_order_does_not_matter_and_scripts_stay_readable() -> None:
    assert canonical_json({"b": 1, "a": "සිංහල"}) == '{"a":"සිංහල","b":1}'.encode()


@pytest.mark.parametrize("value", [1.5, {"a": [0.0]}, {1: "a"}, b"bytes", {"a": {1, 2}}])
def test_what_languages_disagree_on_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


def test_sha256() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_ids_are_uuid7_distinct_and_sorted_by_millisecond() -> None:
    made = [uuid7() for _ in range(500)]
    assert len(set(made)) == 500
    assert all(uuid.UUID(item).version == 7 and uuid.UUID(item).variant == uuid.RFC_4122 for item in made)
    assert [item[:13] for item in made] == sorted(item[:13] for item in made)


def test_epoch_milliseconds_round_trip() -> None:
    moment = datetime(2026, 11, 22, 12, 0, 0, 123_000, tzinfo=UTC)
    assert from_epoch_milliseconds(epoch_milliseconds(moment)) == moment


def test_clocks() -> None:
    manual = ManualClock(datetime(2026, 11, 22, tzinfo=UTC))
    manual.advance(1.5)
    assert (manual.monotonic(), manual.utc_now().microsecond) == (1.5, 500_000)
    system = SystemClock()
    assert system.monotonic() <= system.monotonic()
    assert system.utc_now().tzinfo is UTC

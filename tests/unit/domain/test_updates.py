"""Which version is newer, which one is taken, and when a computer is left alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.domain.downloads import Conditions, DownloadRules, MeteredRule, background_bytes
from learnup_desktop.domain.updates import (
    LESSON_MARGIN,
    Release,
    Span,
    UpdatePolicy,
    busy_until,
    choose,
    is_newer,
    version_key,
)
from learnup_desktop.updates.launch import sort_key

NOON = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
versions = st.builds(
    lambda numbers, word: ".".join(map(str, numbers)) + word,
    st.lists(st.integers(0, 30), min_size=3, max_size=3),
    st.sampled_from(["", "-beta.1", "-beta.2", "-rc.1"]),
)


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("1.0.1", "1.0.0"),
        ("1.10.0", "1.9.9"),
        ("2.0", "1.99.99"),
        ("1.0.0", "1.0.0-beta.3"),
        ("1.0.0-rc.1", "1.0.0-beta.9"),
    ],
)
def test_versions_are_compared_by_their_numbers(newer: str, older: str) -> None:
    assert is_newer(newer, older)
    assert not is_newer(older, newer)


@pytest.mark.parametrize("text", ["", "1", "1.2.3.4", "v1.2", "1.2.3-", "1.2/3", "../1.2", "1.2.3-BETA", "1.2.9999999"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a version"):
        version_key(text)


@given(versions, versions)
def test_the_launchers_order_is_the_same(one: str, other: str) -> None:
    assert (sort_key(one) > sort_key(other)) == is_newer(one, other)


def release(version: str) -> Release:
    return Release(version, f"manifests/{version}.json", 1)


OFFERED = [release(version) for version in ("1.3.9", "1.4.1", "1.4.2", "1.5.0", "2.0.0-beta.1")]


@pytest.mark.parametrize(
    ("policy", "refused", "taken"),
    [
        (UpdatePolicy(), (), "2.0.0-beta.1"),
        (UpdatePolicy(pinned="1.4"), (), "1.4.2"),
        (UpdatePolicy(pinned="1.4.1"), (), "1.4.1"),
        (UpdatePolicy(pinned="1.3"), (), None),
        (UpdatePolicy(pinned="1"), ("1.5.0",), "1.4.2"),
        (UpdatePolicy(enabled=False), (), None),
    ],
)
def test_what_a_computer_takes(policy: UpdatePolicy, refused: tuple[str, ...], taken: str | None) -> None:
    chosen = choose(OFFERED, "1.4.0", policy, refused)
    assert (chosen.version if chosen else None) == taken


@given(st.lists(versions, max_size=6), versions)
def test_never_an_older_one(offered: list[str], own: str) -> None:
    chosen = choose([release(version) for version in offered], own, UpdatePolicy())
    assert chosen is None or is_newer(chosen.version, own)


def span(begins: float, ends: float) -> Span:
    return Span(NOON + timedelta(minutes=begins), NOON + timedelta(minutes=ends))


@pytest.mark.parametrize(
    ("spans", "until"),
    [
        ([], None),
        ([span(-60, -1)], None),
        ([span(-30, 60)], 60),
        ([span(9, 60)], 60),
        ([span(11, 60)], None),
        ([span(65, 120), span(-30, 60)], 120),
        ([span(-30, 60), span(71, 120)], 60),
        ([span(-30, 90), span(-20, 60)], 90),
    ],
)
def test_left_alone_for_exams_and_lessons(spans: list[Span], until: float | None) -> None:
    expected = None if until is None else NOON + timedelta(minutes=until)
    assert timedelta(minutes=10) == LESSON_MARGIN
    assert busy_until(spans, NOON) == expected


def test_an_update_keeps_to_the_budget_of_downloads() -> None:
    now = Conditions(NOON.time(), fetched_today=40)
    assert background_bytes(DownloadRules(), now) is None
    assert background_bytes(DownloadRules(daily_bytes=100), now) == 60
    assert background_bytes(DownloadRules(daily_bytes=10), now) == 0
    metered = Conditions(NOON.time(), metered=True)
    assert background_bytes(DownloadRules(metered=MeteredRule.ASK), metered) == 0
    night = DownloadRules(window=(NOON.replace(hour=22).time(), NOON.replace(hour=5).time()))
    assert background_bytes(night, now) == 0

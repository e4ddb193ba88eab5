"""A card's text goes through print, camera and scanner, and what it means is told apart with no network."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.base.ids import uuid7
from learnup_desktop.domain.student_card import (
    Card,
    CardVerdict,
    card_text,
    judge_card,
    read_card,
    signed_bytes,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"s" * 32)
PUBLIC = KEY.public_key().public_bytes_raw()
NOW = datetime(2026, 11, 18, 4, tzinfo=UTC)
STUDENT = uuid7()


def card(student: str = STUDENT, key: Ed25519PrivateKey = KEY, days: float = 30) -> Card:
    made = Card(student, NOW - timedelta(days=9), NOW + timedelta(days=days), "0123456789abcdef")
    return replace(made, signature=key.sign(signed_bytes(made)))


@given(st.one_of(st.uuids().map(str), st.text("abcdefgh-0123456789", min_size=1, max_size=64)))
def test_what_is_written_is_read(student: str) -> None:
    made = card(student)
    assert read_card(card_text(made)) == made
    assert read_card(card_text(made).lower()) == made
    assert len(card_text(made)) <= 400


@pytest.mark.parametrize(
    "text", ["", "LUC1:", "LUR1:AAAA", "LUC1:A", "LUC1:!!!!", "https://example.org", "LUC1:" + "A" * 999]
)
def test_what_is_no_card_is_said_to_be_none(text: str) -> None:
    with pytest.raises(IntegrityFault):
        read_card(text)
    assert judge_card(text, PUBLIC, NOW, frozenset({STUDENT}), frozenset()) == (CardVerdict.UNREADABLE, "")


def test_cards_are_told_apart() -> None:
    roll, nobody = frozenset({STUDENT}), frozenset[str]()

    def judged(made: Card, seen: frozenset[str] = nobody) -> tuple[CardVerdict, str]:
        return judge_card(card_text(made), PUBLIC, NOW, roll, seen)

    assert judged(card()) == (CardVerdict.WELCOME, STUDENT)
    assert judged(card(), roll) == (CardVerdict.REPEATED, STUDENT)
    assert judged(card(days=0)) == (CardVerdict.EXPIRED, STUDENT)
    assert judged(card("another")) == (CardVerdict.OTHER_CLASS, "another")
    assert judged(card(key=Ed25519PrivateKey.generate())) == (CardVerdict.FOREIGN, "")
    longer = replace(card(days=0), expires_at=NOW + timedelta(days=999))
    assert judged(longer) == (CardVerdict.FOREIGN, "")


def test_a_signature_over_the_same_bytes_without_the_prefix_is_no_card_s() -> None:
    made = card()
    other = replace(made, signature=KEY.sign(signed_bytes(made).removeprefix(b"LUC1:")))
    assert judge_card(card_text(other), PUBLIC, NOW, frozenset({STUDENT}), frozenset())[0] is CardVerdict.FOREIGN

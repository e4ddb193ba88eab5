"""Cards are opened once, not after every answer, and what is given is always what is sealed on the disk."""

from datetime import UTC, datetime, timedelta

import pytest

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.study import Annotation, AnnotationKind, Review, Version
from learnup_desktop.domain.annotations import add_review, delete
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer

NOW = datetime(2026, 11, 18, 6, 30, tzinfo=UTC)


def card(number: int) -> Annotation:
    at = NOW + timedelta(minutes=number)
    version = Version(id=uuid7(), at=at, text=f"answer {number}", front=f"question {number}")
    return Annotation(id=uuid7(), material_id="book", kind=AnnotationKind.CARD, created_at=at, versions=(version,))


async def test_only_what_was_written_since_is_opened_again(
    store: AccountStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [await store.annotations.put(card(number)) for number in range(5)]
    assert await store.annotations.cards() == made
    opened: list[bytes] = []
    really_open = Sealer.open

    def counting(self: Sealer, sealed: bytes, associated: bytes) -> bytes:
        if associated.startswith(b"card:"):
            opened.append(associated)
        return really_open(self, sealed, associated)

    monkeypatch.setattr(Sealer, "open", counting)
    assert await store.annotations.cards() == made and opened == []
    looked = await store.annotations.put(add_review(made[2], Review(id=uuid7(), at=NOW, rating=3)))
    opened.clear()
    assert await store.annotations.cards() == [made[0], made[1], looked, made[3], made[4]]
    assert [name.rpartition(b":")[2] for name in opened] == [looked.id.encode()]
    await store.annotations.put(delete(made[0]))
    assert await store.annotations.cards() == [made[1], looked, made[3], made[4]]

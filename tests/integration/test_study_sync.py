"""Two computers of one account study without a network and meet again on the real platform: nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.study import Anchor, Annotation, AnnotationKind, Review, Version
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.annotations import add_review, content, delete, edit, standing_reviews
from learnup_desktop.domain.flashcards import schedule
from tests.integration.client_side import ClientSide, signed_in
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


def note(side: ClientSide, material_id: str, kind: AnnotationKind = AnnotationKind.NOTE) -> Annotation:
    anchor = Anchor(page=1, start=4, end=9, exact="light", prefix="the ", suffix=" is")
    now = side.sync.clock.now()
    return Annotation(id=uuid7(), material_id=material_id, kind=kind, created_at=now, anchor=anchor)


def says(side: ClientSide, text: str, front: str = "") -> Version:
    return Version(id=uuid7(), at=side.sync.clock.now(), text=text, front=front)


async def meet(*sides: ClientSide) -> None:
    """Everybody sends, then everybody pulls."""
    for side in sides:
        left = await side.sync.outbox.flush()
        assert (left.waiting, left.attention) == (0, 0)
    for side in sides:
        await side.sync.engine.pull()


async def test_edits_of_two_computers_without_a_network_all_stay(platform: RunningPlatform, tmp_path: Path) -> None:
    async with (
        signed_in(platform.url, tmp_path / "hall", "nimali", "study-hall") as hall,
        signed_in(platform.url, tmp_path / "home", "nimali", "study-home") as home,
        signed_in(platform.url, tmp_path / "other", "kasun", "study-other") as other,
    ):
        await hall.sync.engine.pull()
        material = (await hall.store.cache.all(Stream.MATERIALS, Material))[0].id

        shared = note(hall, material)
        await hall.store.annotations.put(edit(shared, says(hall, "first")))
        card = note(hall, material, AnnotationKind.CARD)
        await hall.store.annotations.put(edit(card, says(hall, "300 000 km/s", "Speed of light?")))
        gone = note(hall, material)
        await hall.store.annotations.put(edit(gone, says(hall, "to be deleted")))
        await meet(hall, home)
        seen = {item.id: item for item in await home.store.annotations.of_material(material)}
        assert {shared.id, card.id, gone.id} <= seen.keys()

        # Apart: both edit one note, both review one card, one deletes what the other edits.
        here = {item.id: item for item in await hall.store.annotations.of_material(material)}
        await hall.store.annotations.put(edit(here[shared.id], says(hall, "from the hall")))
        await home.store.annotations.put(edit(seen[shared.id], says(home, "from home")))
        await hall.store.annotations.put(delete(here[gone.id]))
        await home.store.annotations.put(edit(seen[gone.id], says(home, "still wanted")))
        now = hall.sync.clock.now()
        for number in range(3):
            look = Review(id=uuid7(), at=now + timedelta(minutes=number), rating=3)
            await hall.store.annotations.put(add_review(here[card.id], look))
        await home.store.annotations.put(add_review(seen[card.id], Review(id=uuid7(), at=now, rating=1)))
        own = note(home, material)
        await home.store.annotations.put(edit(own, says(home, "only at home")))
        await meet(hall, home)
        await meet(hall, home)

        first = {item.id: item for item in await hall.store.annotations.of_material(material)}
        second = {item.id: item for item in await home.store.annotations.of_material(material)}
        assert first == second
        assert first.keys() >= {shared.id, card.id, gone.id, own.id}
        told = content(first[shared.id])
        assert told is not None
        assert set(told.texts) == {"from the hall", "from home"}
        kept = content(first[gone.id])
        assert kept is not None
        assert kept.texts == ("still wanted",)
        assert len(standing_reviews(first[card.id])) == 4
        assert schedule(first[card.id]) == schedule(second[card.id])

        await other.sync.engine.pull()
        assert await other.store.annotations.everything() == []


async def test_the_latest_reading_place_stands_on_every_computer(platform: RunningPlatform, tmp_path: Path) -> None:
    async with (
        signed_in(platform.url, tmp_path / "hall", "kasun", "place-hall") as hall,
        signed_in(platform.url, tmp_path / "home", "kasun", "place-home") as home,
    ):
        await home.store.places.keep("material-x", {"page": 9.0, "share": 0.5}, 0.9)
        await hall.store.places.keep("material-x", {"page": 2.0, "share": 0.25}, 0.2)
        for side in (home, hall, hall):
            await side.store.places.send("material-x")
        assert len(await hall.store.outbox.operations(target="place:material-x")) == 1
        await meet(hall, home)
        await meet(hall, home)
        for side in (hall, home):
            assert await side.store.places.place("material-x") == {"page": 2.0, "share": 0.25}
            reading = await side.store.places.reading("material-x")
            assert reading is not None
            assert reading.furthest == 900
        await hall.store.places.send("material-x")  # the platform has it: nothing to send
        assert (await hall.store.outbox.counts()).waiting == 0


async def test_what_was_written_outlives_the_cache_and_the_network(platform: RunningPlatform, tmp_path: Path) -> None:
    async with signed_in(platform.url, tmp_path / "pc", "dinuka", "study-pc") as side:
        await side.sync.engine.pull()
        mine = note(side, "material-y")
        await side.store.annotations.put(edit(mine, says(side, "kept")))
        await side.sync.outbox.flush()
    (tmp_path / "pc" / "cache.db").unlink()
    async with signed_in(platform.url, tmp_path / "pc", "dinuka", "study-pc") as side:
        found = [content(item) for item in await side.store.annotations.of_material("material-y")]
        assert [item.text for item in found if item is not None] == ["kept"]

"""Rules of study on the platform: what a computer sends is merged into what is here by ``domain.annotations`` alone."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.contract.study import Annotation, AnnotationsTaken, PlacesTaken, ReadingPlace
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.annotations import join, join_places
from learnup_platform.db.models_study import AnnotationRecord, ReadingPlaceRecord
from learnup_platform.modules.study import queries
from learnup_platform.modules.sync.versions import of_account, touch
from learnup_platform.principal import Principal

MOST_ANNOTATIONS = 50_000
"""Of one account, deleted ones too: fifty a day for three school years."""
LARGEST_ANNOTATION = 256 * 1024
"""Bytes of one annotation with its log: some 1,500 reviews of one card, or thirty notes of full length at once."""
CLOCK_TOLERANCE = timedelta(minutes=2)
"""A place from further in the future comes from a wrong clock; it is dated now, or no later one could replace it."""


async def take_annotations(
    session: AsyncSession, principal: Principal, sent: Sequence[Annotation], now: datetime
) -> AnnotationsTaken:
    """Merge what was sent into what is here. What would grow over the limits is refused and changes nothing."""
    account = principal.account_id
    await queries.lock_account(session, account)
    records = await queries.annotations(session, account, {item.id for item in sent})
    room = MOST_ANNOTATIONS - await queries.annotation_count(session, account)
    standing = {name: queries.annotation_of(record) for name, record in records.items()}
    refused: list[str] = []
    for part in sent:
        held = standing.get(part.id)
        merged = join(part if held is None else held, part)
        document = merged.to_wire()
        if (held is None and room <= 0) or len(canonical_json(document)) > LARGEST_ANNOTATION:
            refused.append(part.id)
            continue
        standing[part.id] = merged
        if merged == held:
            continue
        if part.id not in records:
            records[part.id] = AnnotationRecord(account_id=account, id=part.id)
            session.add(records[part.id])
            room -= 1
        records[part.id].document = document
        records[part.id].changed_at = now
        touch(session, Stream.ANNOTATIONS, part.id, of_account(account))
    taken = [standing[name] for name in dict.fromkeys(item.id for item in sent) if name in standing]
    return AnnotationsTaken(annotations=taken, refused=list(dict.fromkeys(refused)))


async def take_places(
    session: AsyncSession, principal: Principal, sent: Sequence[ReadingPlace], now: datetime
) -> PlacesTaken:
    """Merge reading places."""
    account = principal.account_id
    await queries.lock_account(session, account)
    records = await queries.places(session, account, {item.material_id for item in sent})
    standing = {name: queries.place_of(record) for name, record in records.items()}
    for place in sent:
        fresh = place.model_copy(update={"at": now}) if place.at > now + CLOCK_TOLERANCE else place
        held = standing.get(place.material_id)
        merged = fresh if held is None else join_places(held, fresh)
        standing[place.material_id] = merged
        if merged == held:
            continue
        if place.material_id not in records:
            records[place.material_id] = ReadingPlaceRecord(account_id=account, material_id=place.material_id)
            session.add(records[place.material_id])
        records[place.material_id].document = merged.to_wire()
        records[place.material_id].changed_at = now
        touch(session, Stream.PLACES, place.material_id, of_account(account))
    return PlacesTaken(places=[standing[name] for name in dict.fromkeys(item.material_id for item in sent)])

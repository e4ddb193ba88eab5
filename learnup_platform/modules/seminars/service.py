"""Rules of seminars: who announces them, and giving places away, never more than there are."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.recordings import NewSeminar, Seminar, SeminarState
from learnup_desktop.contract.sync import Stream
from learnup_platform.access import require_class
from learnup_platform.db.models_seminars import SeminarPlaceRecord, SeminarRecord
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.seminars import queries, views
from learnup_platform.modules.sync.versions import EVERYONE, of_account, of_class, touch
from learnup_platform.principal import Principal

LONGEST_SEMINAR = timedelta(days=3)


async def announce(session: AsyncSession, principal: Principal, request: NewSeminar, now: datetime) -> Seminar:
    """Announce a seminar. A repeat gives what is there.

    Raises:
        PlatformFault: 404, not a class one teaches, or everybody's and one is no administrator; 422, times that make no
            sense.
    """
    if request.class_id is not None:
        await require_class(session, principal, request.class_id, teaching=True)
    elif not principal.is_admin:
        raise not_found()
    if await session.get(SeminarRecord, request.id) is None:
        _check_times(request, now)
        record = SeminarRecord(
            id=request.id,
            class_id=request.class_id,
            title=request.title,
            summary=request.summary,
            speaker=request.speaker,
            place=request.place,
            online=request.online,
            starts_at=request.starts_at,
            ends_at=request.ends_at,
            closes_at=request.closes_at,
            capacity=request.capacity,
            created_by=principal.account_id,
        )
        session.add(record)
        _touch_all(session, record)
        await session.flush()
    return await one(session, principal, request.id)


async def one(session: AsyncSession, principal: Principal, seminar_id: str) -> Seminar:
    """A seminar as the account stands to it.

    Raises:
        PlatformFault: 404.
    """
    wanted = queries.seminars_visible(principal).where(SeminarRecord.id == seminar_id)
    row = (await session.execute(wanted)).one_or_none()
    if row is None:
        raise not_found()
    return views.seminar(row)


async def register(session: AsyncSession, principal: Principal, seminar_id: str, now: datetime) -> Seminar:
    """Take a place. Who has one keeps it.

    Raises:
        PlatformFault: 404; 409 ``seminar.full``, ``seminar.closed`` or ``seminar.cancelled``.
    """
    await queries.lock_seminar(session, seminar_id)
    seen = await one(session, principal, seminar_id)
    if seen.registered:
        return seen
    _check_open(seen, now)
    taken = await queries.taken_places(session, seminar_id)
    if taken >= seen.capacity:
        raise PlatformFault(409, ErrorCode.SEMINAR_FULL)
    session.add(SeminarPlaceRecord(seminar_id=seminar_id, account_id=principal.account_id, registered_at=now))
    await session.flush()
    await _changed(session, principal, seminar_id, filled=taken + 1 == seen.capacity)
    return await one(session, principal, seminar_id)


async def give_back(session: AsyncSession, principal: Principal, seminar_id: str, now: datetime) -> Seminar:
    """Give the place back, while one can register. Who has none has none.

    Raises:
        PlatformFault: 404; 409 ``seminar.closed``.
    """
    await queries.lock_seminar(session, seminar_id)
    seen = await one(session, principal, seminar_id)
    place = await session.get(SeminarPlaceRecord, (seminar_id, principal.account_id))
    if place is None:
        return seen
    if seen.state is SeminarState.PLANNED:
        _check_open(seen, now)
    was_full = await queries.taken_places(session, seminar_id) >= seen.capacity
    await session.delete(place)
    await session.flush()
    await _changed(session, principal, seminar_id, filled=was_full)
    return await one(session, principal, seminar_id)


async def cancel(session: AsyncSession, principal: Principal, seminar_id: str) -> Seminar:
    """It does not take place. Places stay, so that the school knows whom to tell.

    Raises:
        PlatformFault: 404, not one's own (administrators: none at all).
    """
    record = await session.get(SeminarRecord, seminar_id)
    if record is None or not (principal.is_admin or record.created_by == principal.account_id):
        raise not_found()
    if record.state is not SeminarState.CANCELLED:
        record.state = SeminarState.CANCELLED
        _touch_all(session, record)
        await session.flush()
    return await one(session, principal, seminar_id)


def _check_open(seminar: Seminar, now: datetime) -> None:
    if seminar.state is SeminarState.CANCELLED:
        raise PlatformFault(409, ErrorCode.SEMINAR_CANCELLED)
    if now >= seminar.closes_at:
        raise PlatformFault(409, ErrorCode.SEMINAR_CLOSED)


def _check_times(request: NewSeminar, now: datetime) -> None:
    length = request.ends_at - request.starts_at
    if not timedelta() < length <= LONGEST_SEMINAR or not now < request.closes_at <= request.ends_at:
        fields = [{"field": "body.startsAt", "problem": "a seminar begins, ends and closes in this order, ahead"}]
        raise PlatformFault(422, ErrorCode.VALIDATION, details={"fields": fields})


async def _changed(session: AsyncSession, principal: Principal, seminar_id: str, *, filled: bool) -> None:
    """The account's own place is news to its computers; to everybody only whether there are places at all.

    A thousand registrations in the minute after an announcement must not make a thousand clients pull a thousand times.
    """
    record = await session.get_one(SeminarRecord, seminar_id)
    if filled:
        _touch_all(session, record)
    else:
        touch(session, Stream.SEMINARS, seminar_id, of_account(principal.account_id))


def _touch_all(session: AsyncSession, record: SeminarRecord) -> None:
    audience = EVERYONE if record.class_id is None else of_class(record.class_id)
    touch(session, Stream.SEMINARS, record.id, audience)

"""Who may join a lesson's meeting, when, and as what; opening it, ending it, and standing in for its teacher."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.auth import Role
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.meetings import MeetingStarted, MeetingTicket
from learnup_desktop.contract.realtime import ServerEvent
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.meetings import Joinable, join_window, joinable
from learnup_platform.access import is_on_roll, lesson_audiences, stands_in
from learnup_platform.context import PlatformContext
from learnup_platform.db.models_academic import ClassRecord, LessonRecord
from learnup_platform.db.models_meetings import MeetingEntryRecord, SubstituteRecord
from learnup_platform.db.models_people import AccountRecord
from learnup_platform.events import publish
from learnup_platform.http.errors import PlatformFault, not_found
from learnup_platform.modules.meetings.tokens import Guest, make_token, room_of, token_end
from learnup_platform.modules.sync.versions import of_account, of_class, touch
from learnup_platform.principal import Principal

JOINS_PER_WINDOW = 20
"""Tokens for one account in a window of the rate limit: a poor line rejoins often, a faulty program more often."""
_REFUSED = {
    Joinable.NOT_ONLINE: ErrorCode.MEETING_NOT_ONLINE,
    Joinable.CANCELLED: ErrorCode.MEETING_CANCELLED,
    Joinable.TOO_EARLY: ErrorCode.MEETING_TOO_EARLY,
    Joinable.OVER: ErrorCode.MEETING_OVER,
}


async def join(
    context: PlatformContext, session: AsyncSession, principal: Principal, lesson_id: str, now: datetime
) -> MeetingTicket:
    """A ticket for one join. The first one of who teaches the lesson opens the meeting and tells the class.

    Raises:
        PlatformFault: 404, not one's lesson (administrators have none); 409 with a ``meeting.*`` code; 429.
    """
    lesson, school_class, moderator = await _lesson_of(session, principal, lesson_id)
    await _check_rate(context, principal)
    domain = context.settings.jitsi_domain
    if domain is None:
        raise PlatformFault(409, ErrorCode.MEETING_NOT_CONFIGURED)
    _check_open(lesson, moderator, now)
    window = join_window(lesson.starts_at, lesson.ends_at)
    room = room_of(context.keys.sealing_key, lesson.id)
    expires_at = token_end(now, window.closes_at)
    guest = Guest(principal.account_id, principal.name, moderator)
    token = make_token(context.keys.jitsi_secret, context.settings.jitsi_app_id, domain, room, guest, now, expires_at)
    _log(session, lesson, principal, now, "joined")
    if moderator and (lesson.meeting_started_at is None or lesson.meeting_ended_at is not None):
        await _open(session, lesson, school_class, principal, now)
    return MeetingTicket(
        lesson_id=lesson.id,
        class_id=lesson.class_id,
        domain=domain,
        room=room,
        jwt=token,
        expires_at=expires_at,
        moderator=moderator,
        subject=lesson.topic,
        class_name=school_class.name,
        display_name=principal.name,
        starts_at=lesson.starts_at,
        ends_at=lesson.ends_at,
        opens_at=window.opens_at,
        closes_at=window.closes_at,
    )


async def end(session: AsyncSession, principal: Principal, lesson_id: str, now: datetime) -> None:
    """It is over for everybody; students get no ticket any more, unless the teacher opens it again.

    Raises:
        PlatformFault: 404, not a lesson one teaches.
    """
    lesson, _, moderator = await _lesson_of(session, principal, lesson_id)
    if not moderator:
        raise not_found()
    if lesson.meeting_started_at is None or lesson.meeting_ended_at is not None:
        return
    lesson.meeting_ended_at = now
    _log(session, lesson, principal, now, "ended")
    touch(session, Stream.LESSONS, lesson.id, *await lesson_audiences(session, lesson))


async def substitute(
    session: AsyncSession, principal: Principal, lesson_id: str, teacher_id: str | None, now: datetime
) -> None:
    """Let another teacher take a lesson, or (None) nobody but its own.

    Raises:
        PlatformFault: 404, no such lesson or teacher.
    """
    lesson = await session.get(LessonRecord, lesson_id)
    teacher = None if teacher_id is None else await session.get(AccountRecord, teacher_id)
    if lesson is None or (teacher_id is not None and (teacher is None or teacher.role is not Role.TEACHER)):
        raise not_found()
    held = await session.get(SubstituteRecord, lesson_id)
    if held is not None:
        touch(session, Stream.LESSONS, lesson.id, of_account(held.teacher_id))
        await session.delete(held)
        await session.flush()
    if teacher is not None:
        session.add(
            SubstituteRecord(
                lesson_id=lesson.id, teacher_id=teacher.id, assigned_by=principal.account_id, assigned_at=now
            )
        )
        touch(session, Stream.LESSONS, lesson.id, of_account(teacher.id))
    _log(session, lesson, principal, now, "substitute_set" if teacher is not None else "substitute_removed")


async def _lesson_of(
    session: AsyncSession, principal: Principal, lesson_id: str
) -> tuple[LessonRecord, ClassRecord, bool]:
    """The lesson, its class, and whether the account teaches it; a room is for those who teach or learn in it."""
    lesson = await session.get(LessonRecord, lesson_id)
    if lesson is None:
        raise not_found()
    school_class = await session.get_one(ClassRecord, lesson.class_id)
    if principal.is_student:
        if not await is_on_roll(session, school_class.id, principal.account_id):
            raise not_found()
        return lesson, school_class, False
    teaches = principal.role is Role.TEACHER and school_class.teacher_id == principal.account_id
    if not teaches and not await stands_in(session, principal, lesson.id):
        raise not_found()
    return lesson, school_class, True


async def _check_rate(context: PlatformContext, principal: Principal) -> None:
    wait = await context.limiter.wait_seconds(f"meeting:{principal.account_id}", JOINS_PER_WINDOW)
    if wait:
        raise PlatformFault(
            429, ErrorCode.RATE_LIMITED, details={"retryAfter": wait}, headers={"Retry-After": str(wait)}
        )


def _check_open(lesson: LessonRecord, moderator: bool, now: datetime) -> None:
    found = joinable(
        online=lesson.online, state=lesson.state, starts_at=lesson.starts_at, ends_at=lesson.ends_at, now=now
    )
    if found is not Joinable.OPEN:
        window = join_window(lesson.starts_at, lesson.ends_at)
        details = {"opensAt": wire_time(window.opens_at), "closesAt": wire_time(window.closes_at)}
        raise PlatformFault(409, _REFUSED[found], details=details)
    if lesson.meeting_ended_at is not None and not moderator:
        raise PlatformFault(409, ErrorCode.MEETING_ENDED, details={"endedAt": wire_time(lesson.meeting_ended_at)})


async def _open(
    session: AsyncSession, lesson: LessonRecord, school_class: ClassRecord, principal: Principal, now: datetime
) -> None:
    lesson.meeting_started_at, lesson.meeting_ended_at = now, None
    _log(session, lesson, principal, now, "started")
    touch(session, Stream.LESSONS, lesson.id, *await lesson_audiences(session, lesson))
    started = MeetingStarted(
        lesson_id=lesson.id,
        class_id=lesson.class_id,
        subject=lesson.topic,
        class_name=school_class.name,
        teacher_name=principal.name,
    )
    publish(session, of_class(lesson.class_id), ServerEvent.MEETING_STARTED, started)


def _log(session: AsyncSession, lesson: LessonRecord, principal: Principal, now: datetime, action: str) -> None:
    session.add(
        MeetingEntryRecord(id=uuid7(), lesson_id=lesson.id, account_id=principal.account_id, at=now, action=action)
    )

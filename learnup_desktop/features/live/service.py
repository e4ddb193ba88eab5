"""Use cases of a live class: may it be joined, a ticket for one join, and the stay in it.

A ticket lives in memory, for one join. The stay is on this computer's disk from the first moment, and goes to the
platform whenever there is a network.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import EngagedError, NotFoundError
from learnup_desktop.contract.classes import ClassRoll, Lesson, Material, RollStudent
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.engagements import Engagement, Engagements, Hold
from learnup_desktop.domain.meetings import Joinable, JoinWindow, join_state, join_window

if TYPE_CHECKING:
    from learnup_desktop.api.meetings import MeetingsApi
    from learnup_desktop.features.live.meeting import LiveMeeting
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.stays import OpenStay, Stays

MATERIALS_LOOKED_AT, MATERIALS_SHOWN = 300, 40
"""The newest of all classes, and those of one."""


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson on the way in.

    Attributes:
        standing: whether it may be joined now.
        window: from when until when.
        as_of: when the cache last agreed with the platform.
    """

    lesson: Lesson
    standing: Joinable
    window: JoinWindow
    as_of: datetime | None


class Visit:
    """One time in one meeting, from beginning to join until the page is left. Times are the platform's.

    Attributes:
        ticket: what it was begun with; the page may get others to rejoin.
    """

    def __init__(self, ticket: MeetingTicket, hold: Hold, stays: "Stays | None", on_closed: Callable[[], None]) -> None:
        self.ticket = ticket
        self._hold = hold
        self._stays = stays
        self._stay: OpenStay | None = None
        self._on_closed = on_closed

    async def joined(self, at: datetime) -> None:
        """The meeting let us in. Again after a rejoin: that begins another stay.

        Raises:
            StorageError: not stored.
        """
        if self._stays is not None and self._stay is None:
            self._stay = await self._stays.begin(self.ticket.lesson_id, at)

    async def seen(self, at: datetime) -> None:
        """Still in it: to be called about every half minute, so that a crash costs no more than that.

        Raises:
            StorageError: not stored.
        """
        if self._stays is not None and self._stay is not None:
            await self._stays.seen(self._stay, at)

    async def left(self, at: datetime) -> None:
        """Out of it: by leaving, or because the line is gone.

        Raises:
            StorageError: not stored.
        """
        stay, self._stay = self._stay, None
        if self._stays is not None and stay is not None:
            await self._stays.end(stay, at)

    async def close(self, at: datetime) -> None:
        """The page is left; exams may be entered again. Doing so twice is harmless.

        Raises:
            StorageError: the end of the stay was not stored; it is made up at the next start.
        """
        self._hold.end()
        self._on_closed()
        await self.left(at)


class LiveService:
    """Live classes of one account.

    Args:
        cache: of the account.
        api: the platform's routes; made when first needed.
        now: server time, aware.
        engagements: shared with exams.
        stays: where stays are kept; None for who teaches, whose presence nobody records.
        name: under which the account is seen in a meeting.

    Attributes:
        visit: the meeting that goes on now.
        meeting: its window's process; a page that comes back finds it here.
        teaches: whether the account leads the class.
    """

    def __init__(
        self,
        cache: "Cache",
        api: "Callable[[], MeetingsApi]",
        now: Callable[[], datetime],
        engagements: Engagements,
        stays: "Stays | None",
        name: str,
    ) -> None:
        self._cache = cache
        self._api = api
        self.now = now
        self.engagements = engagements
        self._stays = stays
        self.name = name
        self.teaches = stays is None
        self.visit: Visit | None = None
        self.meeting: LiveMeeting | None = None

    async def lesson(self, lesson_id: str) -> LessonView | None:
        """A lesson as it stands now; None while nothing was ever fetched, as behind a link on a new computer.

        Raises:
            NotFoundError: it is not on this computer.
            StorageError: the cache cannot be read.
        """
        lesson = await self._cache.get(Stream.LESSONS, lesson_id, Lesson)
        as_of = await self._cache.as_of()
        if lesson is None and as_of is not None:
            raise NotFoundError(f"lesson {lesson_id} is not cached")
        if lesson is None:
            return None
        window = join_window(lesson.starts_at, lesson.ends_at)
        return LessonView(lesson, join_state(lesson, self.now()), window, as_of)

    async def beside(self, class_id: str) -> tuple[list[RollStudent], list[Material]]:
        """What stands beside a class's meeting: its roll (only who teaches has it) and its newest materials.

        Raises:
            StorageError: the cache cannot be read.
        """
        roll = await self._cache.get(Stream.ROLLS, class_id, ClassRoll)
        newest = await self._cache.newest(Stream.MATERIALS, Material, MATERIALS_LOOKED_AT)
        materials = [item for item in newest if item.class_id == class_id and item.published]
        return (roll.students if roll is not None else []), materials[:MATERIALS_SHOWN]

    async def ticket(self, lesson_id: str) -> MeetingTicket:
        """A ticket for one join.

        Raises:
            EngagedError: an exam goes on.
            NotFoundError, ConflictError: it may not be joined, see ``MeetingsApi.join``.
            NetworkError, PlatformError: any other of the tree.
        """
        other = self.engagements.in_the_way(Engagement.MEETING)
        if other is not None:
            raise EngagedError(other.value)
        return await self._api().join(lesson_id)

    def enter(self, ticket: MeetingTicket) -> Visit:
        """Begin a visit. Until it is closed no exam is entered.

        Raises:
            EngagedError: an exam goes on, or another meeting.
        """
        if self.visit is not None:
            raise EngagedError(Engagement.MEETING.value)
        hold = self.engagements.begin(Engagement.MEETING)
        visit = self.visit = Visit(ticket, hold, self._stays, lambda: self._closed(visit))
        return visit

    async def end_for_all(self, lesson_id: str) -> None:
        """Say to the platform that the meeting is over for everybody.

        Raises:
            NetworkError, PlatformError: not said.
        """
        await self._api().end(lesson_id)

    async def close(self) -> None:
        """The account is being closed: end what goes on.

        Raises:
            StorageError: the end of the stay was not stored; it is made up at the next start.
        """
        meeting, self.meeting = self.meeting, None
        if meeting is not None:
            await meeting.close()
        if self.visit is not None:
            await self.visit.close(self.now())

    def _closed(self, visit: Visit) -> None:
        if self.visit is visit:
            self.visit = None

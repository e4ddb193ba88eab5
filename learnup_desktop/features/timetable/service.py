"""Use cases of the timetable: a week out of the cache, and the same as a calendar file. Neither needs a network."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.domain.ics import timetable_calendar
from learnup_desktop.domain.timetable import local_day, week_start
from learnup_desktop.features.timetable.week import WeekPlan, plan_week

if TYPE_CHECKING:
    from learnup_desktop.features.timetable.calendar_file import CalendarFile
    from learnup_desktop.store.cache import Cache

EXPORT_BACK = timedelta(days=7)
"""An exported calendar begins a week ago, so that a change of last week is still taken over."""

EXPORT_AHEAD = timedelta(days=400)
"""A school year and some: what is planned further ahead is no plan yet, and a telephone would choke on it."""


class TimetableService:
    """Reads the timetable.

    Args:
        cache: of the account.
        now: server time, aware.
        zone: where the person is.

    Attributes:
        kept: the calendar file that is kept up to date; None where there is no such thing.
    """

    def __init__(self, cache: "Cache", now: Callable[[], datetime], zone: tzinfo) -> None:
        self._cache = cache
        self.now = now
        self._zone = zone
        self.kept: CalendarFile | None = None

    def today(self) -> date:
        """The local day."""
        return local_day(self.now(), self._zone)

    def this_week(self) -> date:
        """The Monday of this week."""
        return week_start(self.today())

    async def week(self, first: date) -> WeekPlan:
        """The seven days from ``first``.

        Raises:
            StorageError: the cache cannot be read.
        """
        start = datetime.combine(first, time(), self._zone)
        # A day on both sides: where clocks change, or the zone does, no lesson of the week's edge is missed.
        span = (start - timedelta(days=1), start + timedelta(days=8))
        lessons = await self._cache.lessons_between(*span, include_moved_away=True)
        return plan_week(lessons, first, self._zone, await self._cache.as_of())

    async def calendar(
        self, name: str, language: str, *, previous: bytes = b"", refresh: timedelta | None = None
    ) -> bytes:
        """Everything from a week ago to a year ahead as an iCalendar file; see ``domain.ics.timetable_calendar``.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self.now()
        lessons = await self._cache.lessons_between(now - EXPORT_BACK, now + EXPORT_AHEAD)
        # Thousands of lessons take longer to write than the loop may wait.
        return await asyncio.to_thread(
            timetable_calendar,
            lessons,
            name=name,
            language=language,
            written_at=now,
            previous=previous,
            refresh=refresh,
        )

"""Use cases of the timetable: a week out of the cache, and the same as a calendar file. Neither needs a network."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.ics import timetable_calendar
from learnup_desktop.domain.timetable import local_day, week_start
from learnup_desktop.features.timetable.week import WeekPlan, plan_week

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache

EXPORT_BACK = timedelta(days=7)
"""An exported calendar begins a week ago, so that a change of last week is still taken over."""


class TimetableService:
    """Reads the timetable.

    Args:
        cache: of the account.
        now: server time, aware.
        zone: where the person is.
    """

    def __init__(self, cache: "Cache", now: Callable[[], datetime], zone: tzinfo) -> None:
        self._cache = cache
        self.now = now
        self._zone = zone

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
        lessons = await self._cache.all(Stream.LESSONS, Lesson)
        return plan_week(lessons, first, self._zone, await self._cache.as_of())

    async def calendar(self, name: str, language: str) -> bytes:
        """Everything from a week ago on as an iCalendar file.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self.now()
        lessons = await self._cache.all(Stream.LESSONS, Lesson)
        wanted = sorted(
            (lesson for lesson in lessons if lesson.ends_at >= now - EXPORT_BACK),
            key=lambda lesson: (lesson.starts_at, lesson.id),
        )
        return timetable_calendar(wanted, name=name, language=language, written_at=now)

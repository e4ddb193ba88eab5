"""Use cases of classes: the list, and one class with its roll and coming lessons, all from the cache."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from learnup_desktop.base.errors import NotFoundError
from learnup_desktop.contract.classes import ClassRoll, Lesson, RollStudent, SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.timetable import next_lesson

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache

LOOK_AHEAD = timedelta(days=14)
LESSONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """A class in the list."""

    school_class: SchoolClass
    upcoming: Lesson | None


@dataclass(frozen=True, slots=True)
class ClassDetail:
    """One class.

    Attributes:
        students: its roll by name; None for who may not see it (only teachers are sent rolls).
        lessons: going on and coming, by time.
        as_of: when the cache last agreed with the platform.
    """

    school_class: SchoolClass
    students: tuple[RollStudent, ...] | None
    lessons: tuple[Lesson, ...]
    as_of: datetime | None


class ClassesService:
    """Reads classes.

    Args:
        cache: of the account.
        now: server time, aware.
    """

    def __init__(self, cache: "Cache", now: Callable[[], datetime]) -> None:
        self._cache = cache
        self.now = now

    async def classes(self) -> list[ClassEntry]:
        """Every class of this account, by name in English, each with its next lesson.

        Raises:
            StorageError: the cache cannot be read.
        """
        lessons = await self._coming()
        entries = [
            ClassEntry(item, next_lesson((lesson for lesson in lessons if lesson.class_id == item.id), self.now()))
            for item in await self._cache.all(Stream.CLASSES, SchoolClass)
        ]
        return sorted(entries, key=lambda entry: (entry.school_class.name.text("en").casefold(), entry.school_class.id))

    async def detail(self, class_id: str) -> ClassDetail:
        """One class.

        Raises:
            NotFoundError: it is not in the cache.
            StorageError: the cache cannot be read.
        """
        found = await self._cache.get(Stream.CLASSES, class_id, SchoolClass)
        if found is None:
            raise NotFoundError(f"class {class_id} is not cached")
        roll = await self._cache.get(Stream.ROLLS, class_id, ClassRoll)
        students = None
        if roll is not None:
            students = tuple(sorted(roll.students, key=lambda student: (student.name.casefold(), student.index_number)))
        lessons = [lesson for lesson in await self._coming() if lesson.class_id == class_id]
        return ClassDetail(found, students, tuple(lessons[:LESSONS_SHOWN]), await self._cache.as_of())

    async def _coming(self) -> list[Lesson]:
        now = self.now()
        return await self._cache.lessons_between(now, now + LOOK_AHEAD)

"""Use cases of messages: the school's announcements out of the cache, and which of them were read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.read_marks import ReadMarks

MOST = 300
"""Announcements listed: more than a school makes in a year."""


@dataclass(frozen=True, slots=True)
class MessagesView:
    """Everything the page shows.

    Attributes:
        announcements: the newest first.
        unread: ids of those nobody has read yet with this account.
        classes: by id, for whom an announcement is.
        as_of: when the cache last agreed with the platform, None if never.
    """

    announcements: tuple[Announcement, ...]
    unread: frozenset[str]
    classes: dict[str, SchoolClass]
    as_of: datetime | None


class MessagesService:
    """Announcements of one account.

    Args:
        cache: of the account.
        marks: what was read here.
        now: server time, aware.
    """

    def __init__(self, cache: "Cache", marks: "ReadMarks", now: Callable[[], datetime]) -> None:
        self._cache = cache
        self._marks = marks
        self.now = now

    async def view(self) -> MessagesView:
        """What the cache has.

        Raises:
            StorageError: the disk cannot be read.
        """
        announcements = await self._cache.newest(Stream.ANNOUNCEMENTS, Announcement, MOST)
        unread = await self._marks.unread(announcements)
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        return MessagesView(
            tuple(announcements),
            frozenset(item.id for item in unread),
            {item.id: item for item in classes},
            await self._cache.as_of(),
        )

    async def read(self, announcements: Iterable[Announcement]) -> None:
        """Note that these were read; the platform is told when there is a network.

        Raises:
            StorageError: not stored.
        """
        for announcement in announcements:
            await self._marks.read(announcement)


def has_words(announcement: Announcement, needle: str) -> bool:
    """Whether ``needle`` is in its title or text, in any language, or in its author's name."""
    wanted = needle.strip().casefold()
    texts = [announcement.author_name]
    for said in (announcement.title, announcement.body):
        texts += [said.en or "", said.si or "", said.ta or ""]
    return any(wanted in text.casefold() for text in texts)

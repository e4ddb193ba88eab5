"""Galleries ahead of need: whenever a roll has changed, its class's gallery is fetched again, deletions included."""

import asyncio
from typing import TYPE_CHECKING

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import LearnUpError, NotFoundError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import cancel_and_wait
from learnup_desktop.contract.classes import ClassRoll
from learnup_desktop.contract.face import ClassGallery
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.api.face import FaceApi
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.store.galleries import GalleryStore

_log = get_logger(__name__)


class GallerySync:
    """Galleries of the classes whose rolls the account has, which only who teaches has.

    Args:
        face: where they come from.
        galleries: where they are kept.
        cache: has the rolls.
    """

    def __init__(self, face: "FaceApi", galleries: "GalleryStore", cache: "Cache") -> None:
        self._face = face
        self._galleries = galleries
        self._cache = cache
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self.last_error: LearnUpError | None = None

    def wake(self) -> None:
        """Rolls have changed, or the network is back: bring all galleries up to date."""
        if self._task is not None and not self._task.done():
            self._again = True
            return
        self._task = spawn(self._run(), "galleries")

    async def close(self) -> None:
        """Stop; what was fetched stays."""
        if self._task is not None:
            await cancel_and_wait(self._task)

    async def wait(self) -> None:
        """Return when nothing is being fetched; for tests and for who is about to call the roll."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        while True:
            self._again = False
            try:
                await self._bring_up_to_date()
                self.last_error = None
            except LearnUpError as error:
                # The next roll that changes, or the network's return, tries again.
                self.last_error = error
                _log.info("galleries are not up to date", code=error.code)
                return
            if not self._again:
                return

    async def _bring_up_to_date(self) -> None:
        rolls = await self._cache.all(Stream.ROLLS, ClassRoll)
        await self._galleries.keep_only(frozenset(roll.class_id for roll in rolls))
        for roll in rolls:
            if not any(student.face_enrolled for student in roll.students):
                # Nobody to ask for; and who was deleted is deleted here even when the platform does not answer.
                await self._galleries.put(ClassGallery(class_id=roll.class_id, people=[]))
                continue
            await self._drop_deleted(roll)
            try:
                await self._galleries.put(await self._face.gallery(roll.class_id))
            except NotFoundError:
                await self._galleries.put(ClassGallery(class_id=roll.class_id, people=[]))

    async def _drop_deleted(self, roll: ClassRoll) -> None:
        """Take out who has no template any more by the roll, before the platform is asked for the rest.

        Raises:
            StorageError: not written.
        """
        held = await self._galleries.get(roll.class_id)
        enrolled = {student.id for student in roll.students if student.face_enrolled}
        if held is not None and any(person.student_id not in enrolled for person in held.people):
            left = [person for person in held.people if person.student_id in enrolled]
            await self._galleries.put(held.model_copy(update={"people": left}))

"""The school's rule about absences, as an administrator reads and sets it. Qt-free."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.contract.sync import Stream

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi
    from learnup_desktop.store.cache import Cache


class PolicyService:
    """Reads and sets the rule.

    Args:
        cache: has it with every class, for when there is no network.
        api: the platform's word.
    """

    def __init__(self, cache: "Cache", api: "Callable[[], AttendanceApi]") -> None:
        self._cache = cache
        self._api = api

    async def known(self) -> AttendancePolicy:
        """What this computer knows; what a new school begins with when it knows nothing.

        Raises:
            StorageError: the cache cannot be read.
        """
        classes = await self._cache.all(Stream.CLASSES, SchoolClass)
        return classes[0].attendance_policy if classes else AttendancePolicy()

    async def in_force(self) -> AttendancePolicy:
        """What the platform says.

        Raises:
            NetworkError, PlatformError: it says nothing.
        """
        return await self._api().policy()

    async def set(self, policy: AttendancePolicy) -> AttendancePolicy:
        """Put it in force for every class; what is in force then.

        Raises:
            NetworkError, PlatformError: it was not taken; what was in force still is.
        """
        return await self._api().set_policy(policy)

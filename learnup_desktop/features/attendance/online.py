"""A live class in the attendance page's terms: what join and leave times suggest, for somebody to confirm."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from learnup_desktop.contract.attendance import ProposedMark

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi


class JoinTimes:
    """Asks the platform, which alone knows who was in the meeting.

    Args:
        api: of the account.
    """

    def __init__(self, api: "Callable[[], AttendanceApi]") -> None:
        self._api = api

    async def proposal(self, lesson_id: str) -> Sequence[ProposedMark]:
        """What the stays in a lesson's meeting suggest, of everybody of whom something can be said.

        Raises:
            LearnUpError: the platform cannot be reached, or refuses.
        """
        return (await self._api().proposal(lesson_id)).marks

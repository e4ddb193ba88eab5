"""Cards at the door in the attendance page's terms: what a read card means in this lesson, and cards to print."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, CardSheet, Mark, MarkMethod
from learnup_desktop.domain.student_card import CardVerdict, judge_card
from learnup_desktop.features.attendance.board import AttendanceBoard

if TYPE_CHECKING:
    from learnup_desktop.api.attendance import AttendanceApi


@dataclass(frozen=True, slots=True)
class CardRead:
    """A card that was held to the reader.

    Attributes:
        name: of the student, where this computer knows them.
        marks: to keep; empty when the card marks nothing.
        stands: what is marked by hand instead, which a card does not change.
    """

    verdict: CardVerdict
    name: str
    marks: Sequence[Mark]
    stands: AttendanceState | None = None


class CardDesk:
    """Cards of one account's classes.

    Args:
        public_key: the platform's, as pinned at sign-in; cards are judged with no network.
        now: platform time.
        api: gives cards to print.
    """

    def __init__(self, public_key: bytes, now: Callable[[], datetime], api: "Callable[[], AttendanceApi]") -> None:
        self._public_key = public_key
        self._now = now
        self._api = api
        self._seen: dict[str, set[str]] = {}

    def read(self, text: str, board: AttendanceBoard) -> CardRead:
        """Judge a card in the lesson that is being marked, and mark whose it is."""
        seen = self._seen.setdefault(board.lesson.id, set())
        names = {student.id: student.name for student in board.students}
        verdict, student_id = judge_card(text, self._public_key, self._now(), frozenset(names), frozenset(seen))
        if verdict is not CardVerdict.WELCOME:
            return CardRead(verdict, names.get(student_id, ""), ())
        seen.add(student_id)
        held = board.mark_of(student_id)
        if held is not None and held.method is MarkMethod.MANUAL:
            return CardRead(verdict, names[student_id], (), held.state)
        return CardRead(verdict, names[student_id], board.mark_seen([student_id], MarkMethod.CARD))

    async def sheet(self, class_id: str) -> CardSheet:
        """Cards for a class, from the platform.

        Raises:
            LearnUpError: it cannot be reached, or refuses.
        """
        return await self._api().cards(class_id, uuid7())

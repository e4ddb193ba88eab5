"""What helps to mark beside the grid: roll call, cards, join times. The page sees them as one."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.attendance import Mark
from learnup_desktop.features.attendance.card_camera import CardCamera
from learnup_desktop.features.attendance.cards import CardDesk
from learnup_desktop.features.attendance.cards_widgets import CardsCard
from learnup_desktop.features.attendance.online import JoinTimes
from learnup_desktop.features.attendance.online_widgets import JoinTimesCard
from learnup_desktop.features.attendance.roll_call import Proposal, RollCall
from learnup_desktop.features.attendance.roll_call_widgets import RollCallCard
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Column

Helper = TypeVar("Helper", bound=QWidget)


class Helpers(QObject):
    """The helpers that a page was given. Each is a card that is built when it is first asked for.

    Together they are a third of the page's widgets, and most lessons are marked without them.

    Args:
        tasks: the page's.
        roll_call, desk, times, reader: what the cards work with; None: there is no such helper.

    Attributes:
        marked: marks to keep.
        changed: what is proposed has changed; the grid shows it.
        pointed: id of the student whom it is about now.
        ended: one was closed.
    """

    marked = Signal(list)
    changed = Signal()
    pointed = Signal(str)
    ended = Signal()

    def __init__(
        self,
        tasks: TaskScope,
        roll_call: RollCall | None,
        desk: CardDesk | None,
        times: JoinTimes | None,
        reader: CardCamera | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._given = (roll_call, desk, times, reader)
        self._place: tuple[Column, int] | None = None
        self._roll_call: RollCallCard | None = None
        self._cards: CardsCard | None = None
        self._join_times: JoinTimesCard | None = None

    def put_into(self, column: Column, index: int) -> None:
        """Where in a column they stand once they are built."""
        self._place = column, index

    @property
    def offered(self) -> tuple[bool, bool, bool]:
        """Whether there are roll call, cards and join times."""
        roll_call, desk, times, _ = self._given
        return roll_call is not None, desk is not None, times is not None

    @property
    def roll_call(self) -> RollCallCard | None:
        """Roll call; None where the page was given none."""
        given = self._given[0]
        if self._roll_call is None and given is not None:
            self._roll_call = self._placed(RollCallCard(given, self._tasks))
            self._roll_call.marked.connect(self.marked)
            self._roll_call.changed.connect(self.changed)
            self._roll_call.pointed.connect(self.pointed)
        return self._roll_call

    @property
    def cards(self) -> CardsCard | None:
        """Cards; None where the page was given none."""
        given, reader = self._given[1], self._given[3]
        if self._cards is None and given is not None:
            self._cards = self._placed(CardsCard(given, self._tasks, reader))
            self._cards.marked.connect(self._card_marked)
            self._cards.ended.connect(self.ended)
        return self._cards

    @property
    def join_times(self) -> JoinTimesCard | None:
        """Join times; None where the page was given none."""
        given = self._given[2]
        if self._join_times is None and given is not None:
            self._join_times = self._placed(JoinTimesCard(given, self._tasks))
            self._join_times.marked.connect(self.marked)
            self._join_times.pointed.connect(self.pointed)
            self._join_times.ended.connect(self.ended)
        return self._join_times

    def proposal_of(self, student_id: str) -> Proposal | None:
        """What roll call proposes for a student."""
        return self._roll_call.proposal_of(student_id) if self._roll_call is not None else None

    def answer(self, key: str) -> bool:
        """Y and N answer roll call while it asks something; whether it did."""
        if self._roll_call is None or key not in ("y", "n") or not self._roll_call.open_proposals():
            return False
        (self._roll_call.say_yes if key == "y" else self._roll_call.say_no)()
        return True

    def marks_changed(self) -> None:
        """Marks came or went: what is marked already is not asked about."""
        if self._join_times is not None:
            self._join_times.refresh()
        if self._roll_call is not None and not self._roll_call.isHidden():
            self._roll_call.refresh()

    def end(self) -> None:
        """Close them all; the camera goes dark."""
        for helper in (self._roll_call, self._cards, self._join_times):
            if helper is not None:
                helper.end()

    def retranslate(self) -> None:
        """Set the words again."""
        for helper in (self._roll_call, self._cards, self._join_times):
            if helper is not None:
                helper.retranslate()

    def _placed(self, helper: Helper) -> Helper:
        if self._place is not None:
            column, index = self._place
            column.insertWidget(index, helper)
        return helper

    def _card_marked(self, marks: Sequence[Mark]) -> None:
        self.marked.emit(list(marks))
        for mark in marks:
            self.pointed.emit(mark.student_id)

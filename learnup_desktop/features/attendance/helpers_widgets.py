"""What helps to mark beside the grid: roll call, cards, join times. The page sees them as one."""

from collections.abc import Sequence

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


class Helpers(QObject):
    """The helpers that a page was given; each is a card that is hidden until it is opened.

    Attributes:
        marked: marks to keep.
        changed: what is proposed has changed; the grid shows it.
        pointed: id of the student whom it is about now.
        ended: one was closed.
        roll_call, cards, join_times: None where the page was given none.
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
        self.roll_call = RollCallCard(roll_call, tasks) if roll_call is not None else None
        self.cards = CardsCard(desk, tasks, reader) if desk is not None else None
        self.join_times = JoinTimesCard(times, tasks) if times is not None else None
        if self.roll_call is not None:
            self.roll_call.marked.connect(self.marked)
            self.roll_call.changed.connect(self.changed)
            self.roll_call.pointed.connect(self.pointed)
        if self.cards is not None:
            self.cards.marked.connect(self._card_marked)
            self.cards.ended.connect(self.ended)
        if self.join_times is not None:
            self.join_times.marked.connect(self.marked)
            self.join_times.pointed.connect(self.pointed)
            self.join_times.ended.connect(self.ended)

    def widgets(self) -> list[QWidget]:
        """Those that there are."""
        return [helper for helper in (self.roll_call, self.cards, self.join_times) if helper is not None]

    def proposal_of(self, student_id: str) -> Proposal | None:
        """What roll call proposes for a student."""
        return self.roll_call.proposal_of(student_id) if self.roll_call is not None else None

    def answer(self, key: str) -> bool:
        """Y and N answer roll call while it asks something; whether it did."""
        if self.roll_call is None or key not in ("y", "n") or not self.roll_call.open_proposals():
            return False
        (self.roll_call.say_yes if key == "y" else self.roll_call.say_no)()
        return True

    def marks_changed(self) -> None:
        """Marks came or went: what is marked already is not asked about."""
        if self.join_times is not None:
            self.join_times.refresh()

    def end(self) -> None:
        """Close them all; the camera goes dark."""
        for helper in (self.roll_call, self.cards, self.join_times):
            if helper is not None:
                helper.end()

    def retranslate(self) -> None:
        """Set the words again."""
        for helper in (self.roll_call, self.cards, self.join_times):
            if helper is not None:
                helper.retranslate()

    def _card_marked(self, marks: Sequence[Mark]) -> None:
        self.marked.emit(list(marks))
        for mark in marks:
            self.pointed.emit(mark.student_id)

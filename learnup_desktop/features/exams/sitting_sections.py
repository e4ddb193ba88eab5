"""Sections with their own time, in one sitting: the walk is kept in the journal, the clock is the server's."""

from collections.abc import Callable, Iterable

from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.contract.questions import Paper, Section
from learnup_desktop.domain.sections import SectionWalk


class SittingSections:
    """Between the walk (``domain.sections``) and one sitting.

    Args:
        paper: as the attempt has it.
        record: puts an entry into the journal.
        now_ms: server time.
    """

    def __init__(
        self, paper: Paper, record: Callable[[EntryKind, dict[str, object]], None], now_ms: Callable[[], int]
    ) -> None:
        self._walk = SectionWalk(paper)
        self._questions = [question.id for question in paper.questions]
        self._record = record
        self._now_ms = now_ms
        self._held: float | None = None
        self._given = 0.0
        self._holding = False

    @property
    def sequential(self) -> bool:
        """Whether sections are sat one after another."""
        return self._walk.sequential

    @property
    def section(self) -> Section | None:
        """The open one; None where all questions are open."""
        return self._walk.section

    @property
    def last(self) -> bool:
        """Whether no section follows the open one."""
        return self._walk.last

    @property
    def following(self) -> Section | None:
        """The section after the open one."""
        after = self._walk.state.index + 1
        return self._walk.sections[after] if self._walk.sequential and after < len(self._walk.sections) else None

    def restore(self, entries: Iterable[JournalEntry]) -> None:
        """Take over what the journal holds."""
        for entry in entries:
            self._walk.follow(entry)

    def begin(self) -> None:
        """Enter the first section unless an earlier run has."""
        if self._walk.sequential and self._walk.section is None:
            self.enter_next()

    def enter_next(self) -> str | None:
        """Leave the open section for good; the first question of the next one, None when there is none."""
        if not self._walk.sequential or self._walk.last:
            return None
        self._record(EntryKind.SECTION, self._walk.enter_next(self._now_ms()))
        return next((name for name in self._questions if self._walk.open_to(name)), None)

    def open_index(self, wanted: int) -> int:
        """The position of a question that can be read now: the wanted one, else the first of the open section."""
        if self._walk.open_to(self._questions[wanted]):
            return wanted
        return next((at for at, name in enumerate(self._questions) if self._walk.open_to(name)), wanted)

    def hold(self) -> None:
        """The exam is paused: the section's time stands still."""
        self._held = self.seconds_left()
        self._holding = True

    def go_on(self) -> None:
        """The pause is over; what the attempt was given for it is given to the section at once."""
        self._holding, self._held = False, None
        given, self._given = self._given, 0.0
        self.move_end(given)

    def over(self) -> bool:
        """Whether the section's own time has run out."""
        return not self._holding and self.seconds_left() == 0.0

    def move_end(self, seconds: float) -> None:
        """The attempt was given time; the open section has it too. During a pause it is only added up."""
        if self._holding:
            self._given += seconds
            return
        body = self._walk.move_end(round(seconds * 1000))
        if body is not None:
            self._record(EntryKind.SECTION, body)

    def open_to(self, question_id: str) -> bool:
        """Whether a question can be read and answered now."""
        return self._walk.open_to(question_id)

    def seconds_left(self) -> float | None:
        """Of the open section; None when it has no time of its own. Never negative."""
        if self._holding:
            return self._held
        ends = self._walk.state.ends_ms if self._walk.section is not None else None
        return None if ends is None else max(0.0, (ends - self._now_ms()) / 1000)

"""Sections with their own time: which one is open, until when, and which answers came within it.

When a section of a paper has its own time, the paper's sections are sat one after another: only the open one can be
read and answered, leaving it is final, and the next one's time begins when it is entered. A section without a time of
its own lasts until it is left, at most as long as the attempt.

The journal carries it: a ``section`` entry ``{sectionId, endsMs}`` when a section is entered, and again when its end
moves because a teacher gave more time or the exam was paused. The chain fixes the order of entries, so the platform
follows the same walk. It does not take a client's word for an end: no section lasts longer than its own time and all
time that was given to the attempt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.exams import EntryKind, JournalEntry
from learnup_desktop.contract.questions import Paper, Section
from learnup_desktop.domain.exam_timing import LATE_GRACE

GRACE_MS = round(LATE_GRACE.total_seconds() * 1000)


def is_sequential(paper: Paper) -> bool:
    """Whether the paper's sections are sat one after another."""
    return any(section.seconds is not None for section in paper.sections)


@dataclass(frozen=True, slots=True)
class SectionState:
    """Where an attempt is in its sections.

    Attributes:
        index: of the open section; -1 before the first.
        entered_ms: when it was entered, server time.
        ends_ms: when it ends by the student's own PC; None when it has no time of its own.
    """

    index: int = -1
    entered_ms: int = 0
    ends_ms: int | None = None


class SectionWalk:
    """The walk of one attempt through a paper's sections.

    Args:
        paper: as the attempt has it (``question_order.paper_for``).
    """

    def __init__(self, paper: Paper) -> None:
        self.sections: Sequence[Section] = paper.sections
        self.sequential = is_sequential(paper)
        self._section_of = {question.id: question.section for question in paper.questions}
        self.state = SectionState()

    @property
    def section(self) -> Section | None:
        """The open section; None before the first, and in a paper without a walk."""
        return self.sections[self.state.index] if self.sequential and self.state.index >= 0 else None

    @property
    def last(self) -> bool:
        """Whether no section follows."""
        return self.state.index + 1 >= len(self.sections)

    def open_to(self, question_id: str) -> bool:
        """Whether a question can be read and answered now."""
        section = self.section
        return not self.sequential or (section is not None and self._section_of.get(question_id) == section.id)

    def enter_next(self, now_ms: int) -> dict[str, object]:
        """Enter the next section; the body of the journal entry that says so.

        Raises:
            RuleViolation: there is none.
        """
        if not self.sequential or self.last:
            raise RuleViolation("no section follows")
        following = self.sections[self.state.index + 1]
        ends = None if following.seconds is None else now_ms + following.seconds * 1000
        self.state = SectionState(self.state.index + 1, now_ms, ends)
        return self._body()

    def move_end(self, milliseconds: int) -> dict[str, object] | None:
        """Give the open section more time (or less); the body of the entry, None where there is nothing to move."""
        if self.section is None or self.state.ends_ms is None or not milliseconds:
            return None
        self.state = replace(self.state, ends_ms=self.state.ends_ms + milliseconds)
        return self._body()

    def follow(self, entry: JournalEntry) -> bool:
        """Take over what a journal entry says of sections; False when it is no step of this walk and is ignored."""
        if not self.sequential or entry.kind is not EntryKind.SECTION:
            return False
        ends = _whole(entry.body.get("endsMs"))
        index = next((at for at, item in enumerate(self.sections) if item.id == entry.body.get("sectionId")), -1)
        if index == self.state.index + 1:
            self.state = SectionState(index, entry.at_ms, ends)
        elif index == self.state.index and index >= 0:
            self.state = replace(self.state, ends_ms=ends)
        else:
            return False
        return True

    def within(self, question_id: str, at_ms: int, given_ms: int) -> bool:
        """Whether an answer written at ``at_ms`` belongs to the open section and came within its time.

        Args:
            given_ms: all time that was given to the attempt: extensions and pauses.
        """
        section = self.section
        if not self.sequential:
            return True
        if section is None or self._section_of.get(question_id) != section.id:
            return False
        if section.seconds is None:
            return True
        latest = self.state.entered_ms + section.seconds * 1000 + max(0, given_ms)
        ends = latest if self.state.ends_ms is None else min(latest, self.state.ends_ms)
        return at_ms <= ends + GRACE_MS

    def _body(self) -> dict[str, object]:
        return {"sectionId": self.sections[self.state.index].id, "endsMs": self.state.ends_ms}


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None

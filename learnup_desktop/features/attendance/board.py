"""One lesson's roll while it is being marked: what stands, what each key does, and how it is taken back.

Pure and synchronous: the page asks the board for the marks that an action makes, shows them at once, and the service
puts them into the outbox. Taking something back makes new marks too (``withdrawn`` where nothing stood before): a mark
that may already be on another screen cannot be unmade, only replaced.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.contract.classes import Lesson, RollStudent
from learnup_desktop.domain.attendance import count_states, merge_marks
from learnup_desktop.domain.presence import LATE_AFTER

MAXIMUM_MINUTES_LATE = 600
"""The contract's bound on ``Mark.minutes_late``."""

UNDO_DEPTH = 200


@dataclass(frozen=True, slots=True)
class _Change:
    """What an action did to one student; None is "not marked"."""

    student_id: str
    before: Mark | None
    after: Mark | None


def says_the_same(first: Mark | None, second: Mark | None) -> bool:
    """Whether two marks say the same, whoever made them and when."""
    if first is None or second is None:
        return first is second
    return (first.state, first.minutes_late, first.note) == (second.state, second.minutes_late, second.note)


@dataclass(frozen=True, slots=True)
class SeenAs:
    """What camera, card or join times say of one student."""

    student_id: str
    state: AttendanceState
    minutes_late: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What the roll adds up to now."""

    total: int
    counts: Counter[AttendanceState]

    @property
    def marked(self) -> int:
        """How many have a mark that stands."""
        return sum(self.counts.values())

    @property
    def unmarked(self) -> int:
        """How many have none."""
        return self.total - self.marked


class AttendanceBoard:
    """The roll of one lesson.

    Args:
        lesson: the lesson being marked.
        students: its class's roll; shown by name.
        marks: what is known so far, own marks not yet sent included; any order.
        account_id: who marks.
        device_id: this computer.
        now: server time, aware.
    """

    def __init__(
        self,
        lesson: Lesson,
        students: Sequence[RollStudent],
        marks: Iterable[Mark],
        *,
        account_id: str,
        device_id: str,
        now: Callable[[], datetime],
    ) -> None:
        self.lesson = lesson
        self.students = sorted(students, key=lambda student: (student.name.casefold(), student.index_number))
        self._account_id = account_id
        self._device_id = device_id
        self._now = now
        self._standing = merge_marks(marks)
        self._undo: list[list[_Change]] = []
        self._redo: list[list[_Change]] = []

    # -- asking -------------------------------------------------------------------------------------------------------

    def mark_of(self, student_id: str) -> Mark | None:
        """The mark that stands, None when there is none or it was withdrawn."""
        mark = self._standing.get(student_id)
        return None if mark is None or mark.withdrawn else mark

    def summary(self) -> Summary:
        """Counts over the roll; marks of students who left the roll do not count."""
        marks = [mark for student in self.students if (mark := self.mark_of(student.id)) is not None]
        return Summary(len(self.students), count_states(marks))

    @property
    def can_undo(self) -> bool:
        """Whether an action can be taken back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether something taken back can be done again."""
        return bool(self._redo)

    def find(self, typed: str, after: int = -1) -> int | None:
        """Index of the next student (wrapping round) whose name has a word, or whose index number, begins so."""
        needle = typed.strip().casefold()
        if not needle:
            return None
        count = len(self.students)
        for step in range(1, count + 1):
            index = (after + step) % count
            student = self.students[index]
            words = [student.name.casefold(), *student.name.casefold().split(), student.index_number.casefold()]
            if any(word.startswith(needle) for word in words):
                return index
        return None

    def minutes_since_start(self) -> int:
        """Minutes a student walking in now is late; 0 before the lesson and once it is over."""
        now = self._now()
        if not self.lesson.starts_at <= now <= self.lesson.ends_at:
            return 0
        return min(int((now - self.lesson.starts_at) / timedelta(minutes=1)), MAXIMUM_MINUTES_LATE)

    # -- acting -------------------------------------------------------------------------------------------------------

    def mark(
        self, student_id: str, state: AttendanceState, *, minutes_late: int | None = None, note: str | None = None
    ) -> list[Mark]:
        """Mark one student.

        Args:
            student_id: one of the roll.
            state: what to mark.
            minutes_late: for ``LATE``; None keeps what was noted, else takes the minutes since the lesson began.
            note: None keeps the note while the state stays the same.

        Returns:
            The marks to store, in order; empty when nothing would change.
        """
        held = self.mark_of(student_id)
        same = held is not None and held.state is state
        minutes = 0
        if state is AttendanceState.LATE:
            kept = held.minutes_late if held is not None and same else self.minutes_since_start()
            minutes = max(0, min(kept if minutes_late is None else minutes_late, MAXIMUM_MINUTES_LATE))
        text = (held.note if held is not None and same else "") if note is None else note.strip()[:500]
        if held is not None and same and held.minutes_late == minutes and held.note == text:
            return []
        return self._act([self._change(student_id, state, minutes, text)])

    def mark_seen(self, student_ids: Sequence[str], method: MarkMethod) -> list[Mark]:
        """Camera or card say that these students are here: one action. Whoever is marked already stays as they are.

        A card read long after the beginning says late; a camera that sees the whole room says nothing of when.
        """
        minutes = self.minutes_since_start()
        late = method is MarkMethod.CARD and timedelta(minutes=minutes) > LATE_AFTER
        state = AttendanceState.LATE if late else AttendanceState.PRESENT
        found = [SeenAs(student_id, state, minutes if late else 0) for student_id in dict.fromkeys(student_ids)]
        return self.mark_as(found, method)

    def mark_as(self, found: Sequence[SeenAs], method: MarkMethod) -> list[Mark]:
        """What was found out about several students, confirmed: one action. Whoever is marked already stays."""
        on_roll = {student.id for student in self.students}
        return self._act(
            [
                self._change(item.student_id, item.state, item.minutes_late, "", method)
                for item in found
                if item.student_id in on_roll and self.mark_of(item.student_id) is None
            ]
        )

    def mark_rest_present(self) -> list[Mark]:
        """Mark everyone who has no mark yet as present: one action, so one undo takes it back."""
        rest = [student.id for student in self.students if self.mark_of(student.id) is None]
        return self._act([self._change(student_id, AttendanceState.PRESENT, 0, "") for student_id in rest])

    def clear(self, student_id: str) -> list[Mark]:
        """Back to "not marked"."""
        held = self.mark_of(student_id)
        return [] if held is None else self._act([_Change(student_id, held, None)])

    def undo(self) -> list[Mark]:
        """Take the last action back, except for students whose mark another screen has replaced since."""
        return self._step(self._undo, self._redo)

    def redo(self) -> list[Mark]:
        """Do again what was taken back last."""
        return self._step(self._redo, self._undo)

    def take(self, marks: Iterable[Mark]) -> list[str]:
        """Take marks that came from elsewhere (another screen, the platform).

        Returns:
            Students whose standing mark changed by it.
        """
        merged = merge_marks([*self._standing.values(), *marks])
        changed = [student_id for student_id, mark in merged.items() if self._standing.get(student_id) != mark]
        self._standing = merged
        return changed

    # -- inside -------------------------------------------------------------------------------------------------------

    def _later_than(self, mark: Mark | None) -> datetime:
        # To the millisecond, as on the wire, and always after what it replaces: otherwise a fast second key press, or a
        # screen whose clock is ahead, would win over the newer mark.
        now = self._now()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        return now if mark is None else max(now, mark.marked_at + timedelta(milliseconds=1))

    def _change(
        self,
        student_id: str,
        state: AttendanceState,
        minutes_late: int,
        note: str,
        method: MarkMethod = MarkMethod.MANUAL,
    ) -> _Change:
        mark = Mark(
            id=uuid7(),
            lesson_id=self.lesson.id,
            student_id=student_id,
            state=state,
            minutes_late=minutes_late,
            note=note,
            marked_at=self._later_than(self._standing.get(student_id)),
            marked_by=self._account_id,
            method=self._method(student_id, method),
            device_id=self._device_id,
        )
        return _Change(student_id, self.mark_of(student_id), mark)

    def _method(self, student_id: str, wanted: MarkMethod) -> MarkMethod:
        """A mark by hand gives way only to another one by hand; so does its withdrawal.

        Who says yes to the camera about a student whose mark was taken away by hand decides by hand: as the camera's,
        the mark could never stand. What the camera said, and only that, is taken back in the camera's name, so that a
        later look counts again.
        """
        standing = self._standing.get(student_id)
        return MarkMethod.MANUAL if standing is not None and standing.method is MarkMethod.MANUAL else wanted

    def _act(self, changes: list[_Change]) -> list[Mark]:
        if changes:
            self._undo.append(changes)
            del self._undo[:-UNDO_DEPTH]
            self._redo.clear()
        return [self._stand(change.student_id, change.after) for change in changes]

    def _stand(self, student_id: str, wanted: Mark | None) -> Mark:
        """Make ``wanted`` stand, by a new mark that is later than the present one."""
        standing = self._standing.get(student_id)
        if wanted is not None and (standing is None or wanted.marked_at > standing.marked_at):
            mark = wanted
        else:
            source = wanted if wanted is not None else self._standing[student_id]
            mark = source.model_copy(
                update={
                    "id": uuid7(),
                    "marked_at": self._later_than(standing),
                    "marked_by": self._account_id,
                    "device_id": self._device_id,
                    "method": self._method(student_id, source.method),
                    "withdrawn": wanted is None,
                }
            )
        self._standing[student_id] = mark
        return mark

    def _step(self, source: list[list[_Change]], target: list[list[_Change]]) -> list[Mark]:
        if not source:
            return []
        back = [
            _Change(change.student_id, change.after, change.before)
            for change in source.pop()
            if says_the_same(self.mark_of(change.student_id), change.after)
        ]
        if back:
            target.append(back)
        return [self._stand(change.student_id, change.after) for change in back]

"""Attendance marks made here: an operation first, always; a roll is the platform's marks with ours on top."""

from collections.abc import Callable, Sequence
from datetime import datetime

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.contract.attendance import LessonAttendance, Mark
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.attendance import merge_marks
from learnup_desktop.store.cache import Cache
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import Operation, OperationState, RollMarks

PUT_ATTENDANCE = "attendance.put"
"""Kind of the operations: body ``{"lessonId", "marks": [Mark…]}``."""


def attendance_target(lesson_id: str) -> str:
    """The outbox target of a lesson's marks."""
    return f"attendance:{lesson_id}"


class MarkStore:
    """Own marks over cached ones."""

    def __init__(self, outbox: Outbox, cache: Cache, clock: Clock | None = None) -> None:
        self._outbox = outbox
        self._cache = cache
        self._clock = clock or SystemClock()

    async def put(self, marks: Sequence[Mark]) -> Operation:
        """Record marks of one lesson as one operation; they are on the disk when this returns.

        Raises:
            ValueError: no marks, or of several lessons.
            StorageError: not stored.
        """
        lessons = {mark.lesson_id for mark in marks}
        if len(lessons) != 1:
            raise ValueError("marks of exactly one lesson go together")
        (lesson_id,) = lessons
        body = {"lessonId": lesson_id, "marks": [mark.to_wire() for mark in marks]}
        operation = Operation.new(PUT_ATTENDANCE, attendance_target(lesson_id), body, self._now())
        return await self._outbox.add(operation)

    async def marks_for(self, lesson_id: str) -> RollMarks:
        """The marks that stand for a lesson, whether or not they are on the platform yet."""
        cached = await self._cache.get(Stream.ATTENDANCE, lesson_id, LessonAttendance)
        own = await self._outbox.operations(target=attendance_target(lesson_id), limit=1000)
        by_state: dict[OperationState, set[str]] = {state: set() for state in OperationState}
        everything = list(cached.marks) if cached is not None else []
        for operation in own:
            for wire in operation.body.get("marks", ()):
                mark = Mark.model_validate(wire)
                by_state[_state_of(mark, operation)].add(mark.id)
                everything.append(mark)
        standing = merge_marks(everything)
        on_platform = {mark.id for mark in cached.marks} if cached is not None else set()

        def students(state: OperationState) -> frozenset[str]:
            ids = by_state[state] - on_platform
            return frozenset(student for student, mark in standing.items() if mark.id in ids)

        return RollMarks(lesson_id, standing, students(OperationState.WAITING), students(OperationState.ATTENTION))

    async def own_marks(self, lesson_id: str, student_id: str) -> list[Mark]:
        """Marks of this computer about one student, sent or not, as far as the outbox still has them."""
        own = await self._outbox.operations(target=attendance_target(lesson_id), limit=1000)
        marks = [Mark.model_validate(wire) for operation in own for wire in operation.body.get("marks", ())]
        return [mark for mark in marks if mark.student_id == student_id]

    async def unsent(self, lesson_id: str) -> list[Mark]:
        """Own marks of a lesson that the platform has not taken yet."""
        own = await self._outbox.operations(target=attendance_target(lesson_id), limit=1000)
        waiting = [operation for operation in own if operation.state is OperationState.WAITING]
        return [Mark.model_validate(wire) for operation in waiting for wire in operation.body.get("marks", ())]

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener()`` on the loop whenever an own mark's state may have changed. Returns how to stop."""
        return self._outbox.subscribe(lambda counts: listener())

    def _now(self) -> datetime:
        return self._clock.utc_now()


def _state_of(mark: Mark, operation: Operation) -> OperationState:
    """Where a mark stands: of an operation that was refused in part, the other marks are on the platform."""
    refused = operation.error.parts if operation.error is not None else ()
    if operation.state is OperationState.ATTENTION and refused and mark.id not in refused:
        return OperationState.DONE
    return operation.state

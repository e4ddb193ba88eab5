"""A roll shows the platform's marks with ours on top, and says which are not there yet."""

from datetime import timedelta

import pytest

from learnup_desktop.contract.attendance import AttendanceState, LessonAttendance, Mark, MarkMethod
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import OperationError
from tests.unit.store.samples import STARTED


def mark(student: str, state: AttendanceState, seconds: int = 0, lesson: str = "l1", **more: object) -> Mark:
    document = {
        "id": f"{student}-{state}-{seconds}",
        "lesson_id": lesson,
        "student_id": student,
        "state": state,
        "marked_at": STARTED + timedelta(seconds=seconds),
        "marked_by": "teacher",
    }
    return Mark.model_validate(document | more)


async def platform_has(store: AccountStore, *marks: Mark, version: int = 1) -> None:
    data = LessonAttendance(lesson_id="l1", marks=list(marks), version=version).to_wire()
    await store.cache.apply([Change(stream=Stream.ATTENDANCE, id="l1", version=version, data=data)], "c")


async def test_ours_are_on_top_until_the_platform_has_them(store: AccountStore) -> None:
    theirs = mark("s1", AttendanceState.ABSENT)
    ours = mark("s1", AttendanceState.LATE, 5)
    await platform_has(store, theirs)
    assert (await store.marks.marks_for("l1")).standing == {"s1": theirs}
    operation = await store.marks.put([ours, mark("s2", AttendanceState.PRESENT, 6)])
    roll = await store.marks.marks_for("l1")
    assert roll.standing["s1"] == ours
    assert roll.waiting == {"s1", "s2"}
    await store.outbox.acknowledge(operation.id, operation.digest)
    roll = await store.marks.marks_for("l1")
    assert (roll.standing["s1"], roll.waiting) == (ours, frozenset())
    later = mark("s1", AttendanceState.EXCUSED, 60)
    await platform_has(store, later, version=2)
    assert (await store.marks.marks_for("l1")).standing["s1"] == later


async def test_a_refused_mark_is_kept_and_named(store: AccountStore) -> None:
    operation = await store.marks.put([mark("s1", AttendanceState.PRESENT)])
    await store.outbox.refuse(operation.id, OperationError("error.refused", "LU-222"))
    roll = await store.marks.marks_for("l1")
    assert roll.refused == {"s1"}
    assert not roll.waiting
    assert roll.standing["s1"].state is AttendanceState.PRESENT


async def test_a_person_beats_the_camera_and_undo_is_a_mark(store: AccountStore) -> None:
    await store.marks.put([mark("s1", AttendanceState.ABSENT, 1)])
    await store.marks.put([mark("s1", AttendanceState.PRESENT, 9, method=MarkMethod.CAMERA)])
    assert (await store.marks.marks_for("l1")).standing["s1"].state is AttendanceState.ABSENT
    await store.marks.put([mark("s1", AttendanceState.ABSENT, 10, withdrawn=True)])
    assert (await store.marks.marks_for("l1")).standing["s1"].withdrawn


async def test_marks_of_several_lessons_do_not_go_together(store: AccountStore) -> None:
    heard: list[None] = []
    unsubscribe = store.marks.subscribe(lambda: heard.append(None))
    with pytest.raises(ValueError, match="one lesson"):
        await store.marks.put([mark("a", AttendanceState.PRESENT), mark("b", AttendanceState.PRESENT, lesson="l2")])
    with pytest.raises(ValueError, match="one lesson"):
        await store.marks.put([])
    assert heard == []
    await store.marks.put([mark("a", AttendanceState.PRESENT)])
    unsubscribe()
    assert heard == [None]

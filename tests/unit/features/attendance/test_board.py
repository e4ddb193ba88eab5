"""The roll while it is being marked: keys, undo, redo, and another screen marking at the same time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark, MarkMethod
from learnup_desktop.contract.classes import Lesson, RollStudent
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.attendance import merge_marks
from learnup_desktop.features.attendance.board import AttendanceBoard

START = datetime(2026, 11, 16, 8, 30, tzinfo=UTC)
TEXT = LocalizedText(en="Physics")
PRESENT, LATE, ABSENT, EXCUSED = AttendanceState
NAMES = ("Perera H.", "Abeysekara D.", "Kumaran V.", "Ahamed F.")


def make_board(clock: ManualClock, marks: list[Mark] | None = None) -> AttendanceBoard:
    lesson = Lesson(
        id="lesson",
        class_id="class",
        topic=TEXT,
        subject=TEXT,
        class_name=TEXT,
        teacher_name="T",
        room="Hall 2",
        starts_at=START,
        ends_at=START + timedelta(minutes=90),
    )
    roll = [RollStudent(id=f"s{index}", name=name, index_number=f"40{index:02}") for index, name in enumerate(NAMES)]
    return AttendanceBoard(lesson, roll, marks or [], account_id="teacher", device_id="pc", now=clock.utc_now)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(START + timedelta(minutes=8))


@pytest.fixture
def board(clock: ManualClock) -> AttendanceBoard:
    return make_board(clock)


def state(board: AttendanceBoard, student: str) -> AttendanceState | None:
    mark = board.mark_of(student)
    return mark.state if mark else None


def test_roll_is_sorted_by_name(board: AttendanceBoard) -> None:
    assert [student.name for student in board.students] == sorted(NAMES)


def test_late_counts_from_the_beginning_of_the_lesson(board: AttendanceBoard) -> None:
    (mark,) = board.mark("s0", LATE)
    assert (mark.minutes_late, mark.marked_by, mark.device_id, mark.method) == (8, "teacher", "pc", MarkMethod.MANUAL)


def test_late_marked_after_the_lesson_claims_no_minutes(board: AttendanceBoard, clock: ManualClock) -> None:
    clock.advance(24 * 3600)
    (mark,) = board.mark("s0", LATE)
    assert mark.minutes_late == 0


def test_the_same_key_twice_makes_no_second_mark(board: AttendanceBoard) -> None:
    board.mark("s0", ABSENT)
    assert board.mark("s0", ABSENT) == []


def test_minutes_and_reason_can_be_put_right(board: AttendanceBoard) -> None:
    board.mark("s0", LATE)
    (corrected,) = board.mark("s0", LATE, minutes_late=25)
    (excused,) = board.mark("s0", EXCUSED, note=" Dentist ")
    assert (corrected.minutes_late, excused.note, excused.minutes_late) == (25, "Dentist", 0)


def test_rest_present_leaves_exceptions_and_is_one_undo(board: AttendanceBoard) -> None:
    board.mark("s2", ABSENT)
    assert len(board.mark_rest_present()) == 3
    assert (board.summary().marked, board.summary().counts[PRESENT]) == (4, 3)
    board.undo()
    assert (board.summary().marked, state(board, "s2")) == (1, ABSENT)


def test_undo_goes_all_the_way_back_and_redo_forward(board: AttendanceBoard) -> None:
    for step in (PRESENT, ABSENT, EXCUSED):
        board.mark("s0", step)
    seen = []
    while board.can_undo:
        board.undo()
        seen.append(state(board, "s0"))
    assert seen == [ABSENT, PRESENT, None]
    seen = []
    while board.can_redo:
        board.redo()
        seen.append(state(board, "s0"))
    assert seen == [PRESENT, ABSENT, EXCUSED]


def test_clearing_withdraws_and_can_be_undone(board: AttendanceBoard) -> None:
    board.mark("s0", PRESENT)
    (withdrawn,) = board.clear("s0")
    assert withdrawn.withdrawn and state(board, "s0") is None
    (renewed,) = board.undo()
    assert not renewed.withdrawn and state(board, "s0") is PRESENT


def test_a_new_action_ends_redo(board: AttendanceBoard) -> None:
    board.mark("s0", PRESENT)
    board.undo()
    board.mark("s1", ABSENT)
    assert not board.can_redo


def test_undo_leaves_alone_what_another_screen_has_marked_since(board: AttendanceBoard, clock: ManualClock) -> None:
    (mine,) = board.mark("s0", ABSENT)
    clock.advance(60)
    theirs = mine.model_copy(
        update={"id": uuid7(), "state": EXCUSED, "marked_at": clock.utc_now(), "device_id": "other"}
    )
    assert board.take([theirs]) == ["s0"]
    assert board.undo() == []
    assert state(board, "s0") is EXCUSED


def test_a_camera_mark_does_not_replace_a_human_one(board: AttendanceBoard, clock: ManualClock) -> None:
    (mine,) = board.mark("s0", ABSENT)
    camera = mine.model_copy(
        update={
            "id": uuid7(),
            "state": PRESENT,
            "method": MarkMethod.CAMERA,
            "marked_at": mine.marked_at + timedelta(hours=1),
        }
    )
    assert board.take([camera]) == []
    assert state(board, "s0") is ABSENT


def test_marks_beat_a_screen_whose_clock_is_ahead(clock: ManualClock) -> None:
    ahead = Mark(
        id=uuid7(),
        lesson_id="lesson",
        student_id="s0",
        state=PRESENT,
        marked_at=clock.utc_now() + timedelta(hours=2),
        marked_by="other",
    )
    board = make_board(clock, [ahead])
    (mine,) = board.mark("s0", ABSENT)
    assert merge_marks([ahead, mine])["s0"] == mine


def test_find_by_word_of_the_name_or_index_number_and_goes_on(board: AttendanceBoard) -> None:
    names = [student.name for student in board.students]
    assert names[board.find("h") or 0] == "Perera H."
    first = board.find("a")
    assert first is not None and names[first] == "Abeysekara D."
    second = board.find("a", first)
    assert second is not None and names[second] == "Ahamed F."
    assert board.find("4002") == names.index("Kumaran V.")
    assert board.find("zz") is None and board.find(" ") is None


ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("mark"), st.sampled_from(["s0", "s1", "s2"]), st.sampled_from(list(AttendanceState))),
        st.tuples(st.sampled_from(["undo", "redo", "rest", "clear"]), st.just("s0"), st.just(PRESENT)),
    ),
    max_size=25,
)


@given(ACTIONS)
def test_whoever_merges_the_marks_sees_what_the_screen_shows(actions: list[tuple[str, str, AttendanceState]]) -> None:
    """The marks in the outbox, in whatever order they arrive, add up to the board."""
    board = make_board(ManualClock(START))
    sent: list[Mark] = []
    for action, student, wanted in actions:
        if action == "mark":
            sent += board.mark(student, wanted)
        elif action == "rest":
            sent += board.mark_rest_present()
        elif action == "clear":
            sent += board.clear(student)
        else:
            sent += board.undo() if action == "undo" else board.redo()
    assert len({mark.id for mark in sent}) == len(sent)
    merged = merge_marks(reversed(sent))
    for student in ("s0", "s1", "s2", "s3"):
        standing = merged.get(student)
        expected = None if standing is None or standing.withdrawn else standing
        assert board.mark_of(student) == expected

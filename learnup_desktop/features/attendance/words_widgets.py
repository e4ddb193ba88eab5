"""Marks in words: on tiles, in the history, and when another screen changed one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.features.attendance.attendance_widgets import TileState
from learnup_desktop.features.attendance.board import AttendanceBoard, says_the_same
from learnup_desktop.features.attendance.roll_call import Proposal
from learnup_desktop.features.attendance.service import OpenRoll
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.attendance_words import method_words, state_words


def tile_state(
    student_id: str, mark: Mark | None, roll: OpenRoll, *, unsaved: bool, proposal: Proposal | None
) -> TileState:
    """What a student's tile says.

    Args:
        student_id: whose.
        mark: what stands, None when nothing does.
        roll: what of it is on the platform, and the last lesson.
        unsaved: the disk refused the mark so far.
        proposal: of roll call; shown while there is no mark.
    """
    before = roll.last.get(student_id)
    last = before.state if before is not None else None
    told = ""
    if last is not None:
        told = QCoreApplication.translate("AttendancePage", "last lesson: {state}").format(state=state_words(last))
    if mark is None:
        return _unmarked(last, told, proposal)
    words = state_words(mark.state, mark.minutes_late)
    detail = mark.note
    if student_id in roll.marks.refused:
        detail = QCoreApplication.translate("AttendancePage", "not accepted")
    elif unsaved:
        detail = QCoreApplication.translate("AttendancePage", "not saved yet")
    sent = student_id not in roll.marks.waiting and roll.marks.standing.get(student_id) == mark
    here = "" if sent or unsaved else QCoreApplication.translate("AttendancePage", "on this PC")
    return TileState(words, mark.state, detail, sent, _joined(words, detail, here, told), last)


def _unmarked(last: AttendanceState | None, told: str, proposal: Proposal | None) -> TileState:
    if proposal is None:
        return TileState(spoken=_joined(QCoreApplication.translate("AttendancePage", "not marked"), told), last=last)
    asked = QCoreApplication.translate("AttendancePage", "Is this right?")
    likeness = i18n.format_number(proposal.likeness / 1000, 2)
    detail = QCoreApplication.translate("AttendancePage", "camera {likeness}").format(likeness=likeness)
    return TileState(asked, None, detail, True, _joined(asked, detail, told), last, asked=True)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def tell_changes(board: AttendanceBoard, before: Mapping[str, Mark | None], changed: Sequence[str]) -> None:
    """Say what another screen or camera changed of marks that this one showed; new marks are seen in the grid."""
    lines = []
    for student in board.students:
        held, now = before.get(student.id), board.mark_of(student.id)
        if student.id not in changed or held is None or (now is not None and says_the_same(held, now)):
            continue
        after = QCoreApplication.translate("AttendancePage", "not marked")
        if now is not None:
            after = f"{state_words(now.state, now.minutes_late)} ({method_words(now.method)})"
        lines.append(f"{student.name}: {state_words(held.state, held.minutes_late)} → {after}")
    if lines:
        title = QCoreApplication.translate("AttendancePage", "Changed on another screen")
        notices.say_text("info", title, "\n".join(lines[:5]), key="attendance-changed")


def lesson_words(lesson: Lesson, students: int, now: datetime, as_of: datetime | None) -> tuple[str, str]:
    """Heading and detail of a lesson's roll; ``as_of`` says how old it is, None when it is fresh."""
    place = QCoreApplication.translate("AttendancePage", "online") if lesson.online else lesson.room
    day = i18n.local(lesson.starts_at).date()
    today = QCoreApplication.translate("AttendancePage", "Today")
    date = today if day == i18n.local(now).date() else i18n.format_date(day, weekday=True)
    on_roll = QCoreApplication.translate("AttendancePage", "{count} on the roll")
    parts = [
        f"{date} {i18n.format_time_range(lesson.starts_at, lesson.ends_at)}",
        on_roll.format(count=i18n.format_number(students)),
    ]
    if as_of is not None:
        told = QCoreApplication.translate("AttendancePage", "as of {time}")
        parts.append(told.format(time=i18n.format_moment(as_of)))
    return f"{lesson.class_name.text(i18n.language())} · {place}", " · ".join(parts)

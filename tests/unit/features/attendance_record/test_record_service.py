"""Records read from a real store: summary, at-risk list, register, and the platform's word over what is known here."""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.attendance_record import ClassRegister, RegisterStudent
from learnup_desktop.contract.classes import ClassRoll, LessonState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.register import make_register, month_span, next_month
from learnup_desktop.features.attendance_record.news import AbsenceNews
from learnup_desktop.features.attendance_record.register_table import RegisterWords, register_csv
from learnup_desktop.features.attendance_record.service import ClassRecordService, OwnRecordService
from tests.unit.features.attendance_record.records import (
    lessons,
    marks,
    notice,
    student_rows,
    students,
    teacher_rows,
)
from tests.unit.features.school import COLOMBO, NOW, change, lesson, opened_store

WORDS = RegisterWords(
    number="Index number",
    name="Name",
    counts={state: state.value for state in AttendanceState},
    attended="Attended %",
    left="Left on",
    held="There in all",
    letter=lambda state: state.value[0].upper(),
)


class Api:
    """The platform's register."""

    def __init__(self, register: ClassRegister) -> None:
        self.answer = register

    async def register(self, class_id: str, first: object, last: object) -> ClassRegister:
        return self.answer


async def test_a_summary_counts_what_stands_and_names_who_needs_looking_at(tmp_path: Path) -> None:
    async with opened_store(tmp_path, filled=False) as store:
        await store.cache.replace(teacher_rows(), "c")
        service = ClassRecordService(store.cache, store.marks, lambda: NOW, COLOMBO)
        record = await service.here("physics")
        assert not record.whole
        assert len(record.marked_lessons()) == len(lessons())
        summary = {line.student.id: line.standing for line in record.summary()}
        made = marks()
        for student in students():
            own = [mark.state for item in lessons() for mark in made[item.id] if mark.student_id == student.id]
            assert summary[student.id].counts.total() == len(own)
            assert summary[student.id].counts[AttendanceState.ABSENT] == own.count(AttendanceState.ABSENT)
        risky = record.at_risk()
        assert {line.student.id for line in risky[:3]} == {"r03", "r11", "r27"}
        rates = [line.standing.rate or 0.0 for line in risky[:3]]
        assert rates == sorted(rates)
        # A mark made here counts at once, sent or not.
        corrected = made[lessons()[-1].id][0].model_copy(
            update={"id": uuid7(), "state": AttendanceState.ABSENT, "marked_at": NOW}
        )
        await store.marks.put([corrected])
        again = await service.here("physics")
        assert {line.student.id: line.standing for line in again.summary()}["r00"].absent_in_a_row == 1


async def test_the_platform_knows_who_left_and_own_marks_lie_over_its_word(tmp_path: Path) -> None:
    async with opened_store(tmp_path, filled=False) as store:
        await store.cache.replace(teacher_rows(), "c")
        held = lessons()[-1]
        gone = RegisterStudent(id="gone", name="Zoysa K.", index_number="S1", left_at=NOW)
        there = RegisterStudent(id="r00", name="Nimali Perera", index_number="S2026001")
        told = marks()[held.id][0].model_copy(update={"state": AttendanceState.PRESENT})
        theirs = told.model_copy(update={"id": "z", "student_id": "gone"})
        register = ClassRegister(
            class_id="physics", class_name=held.class_name, lessons=[held], students=[there, gone], marks=[told, theirs]
        )
        own = told.model_copy(update={"id": uuid7(), "state": AttendanceState.ABSENT, "marked_at": NOW})
        await store.marks.put([own])
        service = ClassRecordService(store.cache, store.marks, lambda: NOW, COLOMBO, lambda: Api(register))  # type: ignore[arg-type,return-value]  # the one method that is asked
        record = await service.whole("physics")
        assert record.whole
        assert record.marks[held.id]["r00"].id == own.id
        lines = record.register(NOW.date(), COLOMBO).lines
        assert [line.student.id for line in lines] == ["r00", "gone"]
        assert [line.student.id for line in record.summary()] == ["r00"]


def test_a_register_is_of_lessons_held_in_the_month_where_the_school_is() -> None:
    # Half past midnight on the first in Colombo is still the month before in UTC.
    late = lesson("late", 0, 9).model_copy(update={"starts_at": month_span(date(2026, 11, 1), COLOMBO)[0]})
    off = lesson("off", 0, 9, state=LessonState.CANCELLED)
    before = lesson("before", 0, 9).model_copy(update={"starts_at": late.starts_at - timedelta(minutes=1)})
    found = make_register(date(2026, 11, 18), [off, before, late], [], {}, COLOMBO)
    assert [item.id for item in found.lessons] == ["late"]
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert next_month(date(2026, 1, 1), -1) == date(2025, 12, 1)


def test_the_spreadsheet_reads_three_scripts_and_runs_no_formula() -> None:
    held = lessons()[-1]
    names = ["=HYPERLINK('http://x')", "නිමාලි පෙරේරා", "அபிநயா குமரன்", "＝1+1"]
    roll = [RegisterStudent(id=f"s{n}", name=name, index_number=f"-{n}") for n, name in enumerate(names)]
    mark = Mark(
        id="m",
        lesson_id=held.id,
        student_id="s1",
        state=AttendanceState.LATE,
        minutes_late=8,
        marked_at=NOW,
        marked_by="t",
    )
    register = make_register(held.starts_at.date(), [held], roll, {held.id: {"s1": mark}}, COLOMBO)
    data = register_csv(register, WORDS, COLOMBO)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][:3] == ["Index number", "Name", held.starts_at.astimezone(COLOMBO).strftime("%Y-%m-%d %H:%M")]
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "＝"))]
    line = next(row for row in rows if row[1] == "නිමාලි පෙරේරා")
    assert line[2:] == ["L 8", "0", "1", "0", "0", "100.0", ""]
    assert "அபிநயா குமரன்" in cells
    assert rows[-1][1:3] == ["There in all", "1"]


async def test_one_s_own_record_is_read_with_no_network(tmp_path: Path) -> None:
    async with opened_store(tmp_path, filled=False) as store:
        await store.cache.replace(student_rows(), "c")
        service = OwnRecordService(store.cache, lambda: NOW, COLOMBO)
        record = await service.record()
        own = [marks()[item.id][3] for item in lessons()]
        assert record.overall.counts[AttendanceState.ABSENT] == sum(m.state is AttendanceState.ABSENT for m in own)
        assert [entry.mark.id for entry in record.entries] == [mark.id for mark in reversed(own)]
        assert record.classes[0].standing.reasons
        days = record.of_month(date(2026, 11, 1), COLOMBO)
        assert all(day.month == 11 for day in days)
        assert record.months(COLOMBO) == (date(2026, 9, 1), date(2026, 11, 1))
        assert any(item.corrected for item in record.notices)
        # A lesson of a class one has left is no longer known: its mark still counts.
        old = own[0].model_copy(update={"id": "old", "lesson_id": "gone"})
        await store.cache.apply([change(Stream.ATTENDANCE, "gone", old)], "d")
        more = await service.record()
        assert more.overall.marked == record.overall.marked + 1


async def test_an_absence_is_news_once_and_its_correction_once(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        news = AbsenceNews(store.cache, store.folder, lambda: NOW)
        today, long_ago = lesson("now", 0, 9), lesson("past", -20, 9)
        told = notice(today, AttendanceState.ABSENT)
        old = notice(long_ago, AttendanceState.ABSENT)
        at_once = notice(lesson("other", 0, 7), AttendanceState.LATE)
        await store.cache.apply([change(Stream.NOTICES, item.id, item) for item in (told, old, at_once)], "d")
        assert [item.id for item in await news.due()] == [told.id]
        assert not await AbsenceNews(store.cache, store.folder, lambda: NOW).due()  # over a restart
        late = notice(today, AttendanceState.LATE, minutes_late=5)
        await store.cache.apply([change(Stream.NOTICES, late.id, late, 2)], "e")
        assert [item.state for item in await news.due()] == [AttendanceState.LATE]
        assert not await news.due()
        (store.folder / "absences.json").write_bytes(b"{")
        assert not await news.due()  # a correction is no news to who told nothing


async def test_a_class_without_a_roll_has_an_empty_summary(tmp_path: Path) -> None:
    async with opened_store(tmp_path) as store:
        await store.cache.apply([change(Stream.ROLLS, "physics", ClassRoll(class_id="physics", students=[]), 2)], "d")
        record = await ClassRecordService(store.cache, store.marks, lambda: NOW, COLOMBO).here("physics")
        assert record.summary() == []
        assert record.at_risk() == []

"""Pictures of an exam that was sat, of calling a roll, and of what lies over pages; for ``tests.gallery``."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from learnup_desktop.app.application import Application
    from learnup_desktop.features.attendance.attendance_page import AttendancePage
    from learnup_desktop.features.marking.marking_page import MarkingPage

SETTLE_SECONDS = 0.6


def marking(view: str, order: str = "question") -> "Callable[[Application], Awaitable[None]]":
    """The exam that was sat, in one of the page's views."""

    async def show(application: "Application") -> None:
        page = await _marking_page(application)
        page.activated({"exam_id": await _sat(page), "view": view})
        page.mark_view.order.set_value(order)

    return show


async def ledger(application: "Application") -> None:
    """What was written here, beside Today."""
    application.window.navigate("today")
    application.window.toggle_ledger()


async def palette(application: "Application") -> None:
    """Ctrl+K with two letters."""
    application.window.navigate("today")
    application.window.open_palette()
    application.window.command_palette().line.setText("ph")


async def roll_call(application: "Application") -> None:
    """The roll by camera, at the class's first lesson."""
    (await _lesson(application)).open_roll_call()


async def cards(application: "Application") -> None:
    """The roll by cards."""
    (await _lesson(application)).open_cards()


async def chooser(application: "Application") -> None:
    """The lessons of the last days."""
    from learnup_desktop.features.attendance.attendance_page import AttendancePage

    application.window.navigate("attendance")
    page = application.window.current_page()
    assert isinstance(page, AttendancePage)
    await asyncio.sleep(SETTLE_SECONDS)
    page.show_chooser()


async def join_times(application: "Application") -> None:
    """The roll of the live class by who was in its meeting."""
    from learnup_platform.demo.timetable import live_lesson_id

    page = await _lesson(application)
    page.open_lesson(live_lesson_id())
    await asyncio.sleep(SETTLE_SECONDS)
    page.open_join_times()


async def class_record(application: "Application") -> None:
    """What a class's marks add up to."""
    from learnup_platform.demo.classes import PHYSICS_ENGLISH
    from learnup_platform.demo.school import demo_id

    application.window.navigate("class-attendance", class_id=demo_id("class", PHYSICS_ENGLISH))


async def register(application: "Application") -> None:
    """The register below it."""
    from PySide6.QtWidgets import QScrollArea

    from learnup_desktop.features.attendance_record.class_record_page import ClassRecordPage

    await class_record(application)
    await asyncio.sleep(2 * SETTLE_SECONDS)
    page = application.window.current_page()
    assert isinstance(page, ClassRecordPage)
    area = page.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    area.verticalScrollBar().setValue(page.register_card.mapTo(content, page.register_card.rect().topLeft()).y())


def marked_weeks(url: str) -> None:
    """Marks of a class's last weeks, so that records and registers have something to show; two are often away."""
    import random
    from datetime import UTC, datetime, timedelta

    from learnup_desktop.base.ids import uuid7
    from learnup_desktop.contract import routes
    from learnup_platform.demo.classes import PHYSICS_ENGLISH
    from learnup_platform.demo.school import demo_id
    from tests.platform_fixture import RunningPlatform

    chance, now, class_id = random.Random(3), datetime.now(UTC), demo_id("class", PHYSICS_ENGLISH)
    teacher = RunningPlatform(Path(), url=url).client("kamala", "staff-room")
    with teacher:
        span = {"from": (now - timedelta(days=60)).isoformat(), "to": now.isoformat()}
        answer = teacher.get(routes.CLASS_LESSONS.format(id=class_id), params=span).raise_for_status().json()
        roll = teacher.get(routes.CLASS_STUDENTS.format(id=class_id)).raise_for_status().json()["students"]
        for lesson in answer["items"]:
            if datetime.fromisoformat(lesson["endsAt"]) > now or lesson["state"] == "cancelled":
                continue
            marks = []
            for number, student in enumerate(roll):
                weights = (5, 1, 5, 1) if number in (4, 11) else (88, 6, 4, 2)
                state = chance.choices(("present", "late", "absent", "excused"), weights)[0]
                late = chance.randint(3, 25) if state == "late" else 0
                mark = {"id": uuid7(), "lessonId": lesson["id"], "studentId": student["id"], "state": state}
                mark |= {"minutesLate": late, "markedAt": lesson["startsAt"], "markedBy": "kamala"}
                marks.append(mark | {"note": "Clinic" if state == "excused" else ""})
            teacher.put(routes.ATTENDANCE.format(id=lesson["id"]), json={"marks": marks}).raise_for_status()


async def publish(application: "Application") -> None:
    """Mark an answer with a word to the student, then tell the students."""
    from decimal import Decimal

    from learnup_desktop.contract.marking import GivenMark
    from learnup_desktop.features.marking.queue import tasks_of

    page = await _marking_page(application)
    exam_id = await _sat(page)
    found = await page._service.marking(exam_id)
    for number, task in enumerate([task for task in tasks_of(found.results) if task.waits][:2]):
        comment = "Well argued. Say also what is kept constant." if not number else ""
        mark = GivenMark(question_id=task.place[1], part=task.place[2], marks=Decimal("1.5"), comment=comment)
        await page._service.give(task.place, mark)
    await asyncio.sleep(2 * SETTLE_SECONDS)
    await page._service.publish(exam_id, note="We talk about question 3 on Friday.", ranks=True, incomplete=True)


async def result(application: "Application") -> None:
    """The newest result, opened."""
    from learnup_desktop.features.results.results_page import ResultsPage

    application.window.navigate("results")
    page = application.window.current_page()
    assert isinstance(page, ResultsPage)
    found = await page._service.results()
    if found.published:
        page.show_result(found.published[0].exam_id)


async def _lesson(application: "Application") -> "AttendancePage":
    from learnup_desktop.features.attendance.attendance_page import AttendancePage

    application.window.navigate("attendance")
    page = application.window.current_page()
    assert isinstance(page, AttendancePage)
    page.helpers.end()
    choices = await page._service.choices()
    page.open_lesson(choices[0].lesson.id)
    await asyncio.sleep(SETTLE_SECONDS)
    return page


async def _marking_page(application: "Application") -> "MarkingPage":
    from learnup_desktop.features.marking.marking_page import MarkingPage

    application.window.navigate("marking")
    page = application.window.current_page()
    assert isinstance(page, MarkingPage)
    await asyncio.sleep(SETTLE_SECONDS)
    return page


async def _sat(page: "MarkingPage") -> str:
    exams = await page._service.exams()
    for exam in exams:
        with contextlib.suppress(Exception):
            if (await page._service.marking(exam.id)).results.state.finished:
                return exam.id
    return exams[0].id


async def messages(application: "Application") -> None:
    """Messages, the newest one open."""
    from learnup_desktop.features.messages.messages_page import MessagesPage

    application.window.navigate("messages")
    page = application.window.current_page()
    assert isinstance(page, MessagesPage)
    while not page.rows:  # noqa: ASYNC110 - the page tells nobody when it has shown its rows
        await asyncio.sleep(0.05)
    next(iter(page.rows.values())).head.clicked.emit()

"""A roll of forty marked by a script that only uses the keyboard: how long the interface takes, and what is kept.

The real page over a real store, offscreen. Keys are P, L, A and E with the arrow to the next student, a note and
minutes now and then, a find by number, undo and redo. Time counts from the first key until every mark is on the disk;
every key is painted before the next one comes.

Then generated histories of two teachers through their own outboxes against a real platform (``attendance_campaign``),
and how long a mark takes to be shown on another screen that is told by Socket.IO alone: from sending to the tile.
"""

import argparse
import asyncio
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.harness import Verdict, emit, median, percentile

if TYPE_CHECKING:
    from learnup_desktop.contract.sync import Change
    from learnup_desktop.features.attendance.attendance_page import AttendancePage
    from tests.platform_fixture import RunningPlatform

STUDENTS = 40
SECONDS = 10.0
HISTORIES, QUICK_HISTORIES = 60, 15
OTHER_SCREEN_MS = 1000.0


async def mark_all(page: "AttendancePage") -> list[float]:
    """Mark everybody; milliseconds of each key."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    spent: list[float] = []

    async def press(key: "Qt.Key | str") -> None:
        began = time.perf_counter()
        widget = page.focusWidget() or page
        if isinstance(key, str):
            QTest.keyClicks(widget, key)
        else:
            QTest.keyClick(widget, key)
        # A turn of the loop: what the key changed is painted in it.
        await asyncio.sleep(0.001)
        spent.append(1000 * (time.perf_counter() - began))

    page.grid.set_current(0)
    for number in range(STUDENTS):
        state = "plae"[number % 4] if number % 5 == 0 else "p"
        await press(state)
        if state == "l":
            for key in (Qt.Key.Key_Return, "12", Qt.Key.Key_Return):
                await press(key)
        elif state == "e":
            for key in (Qt.Key.Key_Return, "clinic", Qt.Key.Key_Return):
                await press(key)
        await press(Qt.Key.Key_Right)
    for key in ("/", "4017", Qt.Key.Key_Return, "a"):
        await press(key)
    page.undo()
    page.redo()
    while page.tasks.busy():  # noqa: ASYNC110 - tasks of a page tell nobody when they end
        await asyncio.sleep(0.005)
    return spent


def school() -> "list[Change]":
    """A lesson going on, and forty students."""
    from learnup_desktop.contract.classes import ClassRoll, Lesson, RollStudent
    from learnup_desktop.contract.sync import Change, Stream
    from learnup_desktop.contract.wire import LocalizedText

    now = datetime.now(UTC)
    name = LocalizedText(en="12 Physics")
    lesson = Lesson(
        id="lesson",
        class_id="class",
        topic=name,
        subject=name,
        class_name=name,
        teacher_name="Teacher",
        room="Hall 2",
        starts_at=now - timedelta(minutes=2),
        ends_at=now + timedelta(minutes=88),
    )
    people = [RollStudent(id=f"s{n:02}", name=f"Student {n:02}", index_number=f"40{n:02}") for n in range(STUDENTS)]
    roll = ClassRoll(class_id="class", students=people)
    changes = [(Stream.LESSONS, "lesson", lesson), (Stream.ROLLS, "class", roll)]
    return [Change(stream=stream, id=key, version=1, data=model.to_wire()) for stream, key, model in changes]


async def one_round(verdict: Verdict) -> tuple[float, list[float]]:
    """A fresh store and page; seconds of the whole, milliseconds of the keys."""
    from learnup_desktop.contract.attendance import Mark
    from learnup_desktop.features.attendance.attendance_page import AttendancePage
    from learnup_desktop.features.attendance.service import AttendanceService
    from learnup_desktop.store.account_store import AccountStore
    from learnup_desktop.store.seal import Sealer
    from tests.unit.features.page_driver import Frame, show, until

    with tempfile.TemporaryDirectory(prefix="learnup-bench-") as folder:
        store: AccountStore = await AccountStore.open(Path(folder) / "account", Sealer(b"k" * 32))
        try:
            await store.cache.replace(school(), "c")
            service = AttendanceService(
                store.cache, store.marks, account_id="t", device_id="pc", now=lambda: datetime.now(UTC), zone=UTC
            )
            page = AttendancePage(service, Frame())
            show(page)
            page.activated({"lesson_id": "lesson"})
            await until(lambda: page.stack.state() == "content" and not page.tasks.busy())
            page.grid.finish()
            began = time.perf_counter()
            spent = await mark_all(page)
            seconds = time.perf_counter() - began
            operations = await store.outbox.operations(limit=1000)
            kept = [Mark.model_validate(wire) for operation in operations for wire in operation.body["marks"]]
            standing = (await store.marks.marks_for("lesson")).standing
            verdict.holds("everybody_marked", len(standing) == STUDENTS)
            verdict.holds("every_mark_on_the_disk", len(kept) >= STUDENTS)
            emit(
                "round",
                seconds=round(seconds, 2),
                keys=len(spent),
                marks=len(kept),
            )
            page.tasks.close()
            await page.tasks.wait_closed()
            page.deleteLater()
        finally:
            await store.close()
    return seconds, spent


async def histories(platform: "RunningPlatform", count: int, folder: Path, verdict: Verdict) -> None:
    """Generated histories; no mark may be lost, and all have to agree on which stands."""
    import random

    from tests.attendance_campaign import TEACHER, Computer, School, Tally, play
    from tests.integration.client_side import signed_in

    tally, chance = Tally(), random.Random(6)
    school = School(platform.client("admin", "secretary"))
    async with (
        signed_in(platform.url, folder / "room", TEACHER, "classroom") as room,
        signed_in(platform.url, folder / "office", "admin", "office") as office,
    ):
        computers = [Computer(room, chance), Computer(office, chance)]
        for case in range(count):
            await play(school, computers, case, tally)
    emit("histories", **dict(tally.counts), troubles=tally.troubles[:5])
    verdict.holds("every_history_accounted_for", tally.counts["histories"] == count)
    verdict.at_most("marks_lost", float(tally.counts["lost"]), 0.0)
    verdict.at_most("standing_wrong", float(tally.counts["wrong"] + tally.counts["disagree"]), 0.0)


async def other_screen(platform: "RunningPlatform", rounds: int, folder: Path, verdict: Verdict) -> None:
    """How long until another screen shows a mark."""
    from learnup_desktop.base.ids import uuid7
    from learnup_desktop.contract.attendance import AttendanceState, Mark
    from learnup_desktop.contract.classes import ClassRoll, Lesson
    from learnup_desktop.contract.sync import Stream
    from tests.integration.client_side import signed_in
    from tests.second_screen import second_screen
    from tests.unit.features.page_driver import until

    async with signed_in(platform.url, folder / "first", "kamala", "first-screen") as first:
        await first.sync.engine.pull()
        roll = (await first.store.cache.all(Stream.ROLLS, ClassRoll))[0]
        lessons = await first.store.cache.all(Stream.LESSONS, Lesson)
        lesson = max((item for item in lessons if item.class_id == roll.class_id), key=lambda item: item.starts_at)
        spent = []
        async with second_screen(platform.url, folder / "second", "kamala", lesson.id) as second:
            for number in range(rounds):
                student = roll.students[number % len(roll.students)].id
                state = AttendanceState.ABSENT if number < len(roll.students) else AttendanceState.PRESENT
                made = Mark(
                    id=uuid7(),
                    lesson_id=lesson.id,
                    student_id=student,
                    state=state,
                    marked_at=datetime.now(UTC),
                    marked_by=first.pair.account.id,
                )
                before = second.shows(student)
                await first.store.marks.put([made])
                began = time.perf_counter()
                await first.sync.outbox.flush()
                await until(lambda who=student, words=before: second.shows(who) != words, 30)  # type: ignore[misc]  # bound now
                spent.append(1000 * (time.perf_counter() - began))
    emit("other_screen", rounds=rounds, median_ms=round(median(spent)), longest_ms=round(max(spent)))
    verdict.at_most("other_screen_p95_ms", percentile(spent, 95), OTHER_SCREEN_MS)


async def with_platform(quick: bool, verdict: Verdict) -> None:
    """What needs one."""
    from tests.platform_fixture import RunningPlatform

    with tempfile.TemporaryDirectory(prefix="learnup-bench-") as name:
        folder = Path(name)
        platform = await asyncio.to_thread(RunningPlatform(folder / "platform").start)
        try:
            await other_screen(platform, 10 if quick else 40, folder, verdict)
            await histories(platform, QUICK_HISTORIES if quick else HISTORIES, folder, verdict)
        finally:
            await asyncio.to_thread(platform.stop)


def main(argv: list[str]) -> int:
    """Run; the exit code."""
    parser = argparse.ArgumentParser(prog="bench attendance", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round")
    options = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.qt.loop import run
    from learnup_desktop.qt.theme import theme

    verdict = Verdict()

    async def rounds() -> int:
        seconds, keys = [], []
        for _ in range(1 if options.quick else 5):
            taken, spent = await one_round(verdict)
            seconds.append(taken)
            keys += spent
        verdict.note("key_p95_ms", round(percentile(keys, 95), 1))
        verdict.at_most("forty_marks_seconds", median(seconds), SECONDS)
        await with_platform(options.quick, verdict)
        return verdict.finish()

    application = QApplication([])
    # A page that goes away must not end the loop.
    application.setQuitOnLastWindowClosed(False)
    theme().apply(application, "light", 100)
    return run(application, rounds)

"""A roll of forty marked by a script that only uses the keyboard: how long the interface takes, and what is kept.

The real page over a real store, offscreen. Keys are P, L, A and E with the arrow to the next student, a note and
minutes now and then, a find by number, undo and redo. Time counts from the first key until every mark is on the disk;
every key is painted before the next one comes.
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

STUDENTS = 40
SECONDS = 10.0


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


def main(argv: list[str]) -> int:
    """Run; the exit code."""
    parser = argparse.ArgumentParser(prog="bench attendance", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one round")
    options = parser.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from PySide6.QtWidgets import QApplication

    from learnup_desktop.qt.loop import run

    verdict = Verdict()

    async def rounds() -> int:
        seconds, keys = [], []
        for _ in range(1 if options.quick else 5):
            taken, spent = await one_round(verdict)
            seconds.append(taken)
            keys += spent
        verdict.note("key_p95_ms", round(percentile(keys, 95), 1))
        verdict.at_most("forty_marks_seconds", median(seconds), SECONDS)
        return verdict.finish()

    return run(QApplication([]), rounds)

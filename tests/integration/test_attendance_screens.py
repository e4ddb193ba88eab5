"""Two screens on one roll: what one marks, the other shows, told by Socket.IO alone. How fast: ``bench attendance``."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.attendance import AttendanceState, Mark
from learnup_desktop.contract.classes import ClassRoll, Lesson
from learnup_desktop.contract.realtime import AttendanceUpdated
from learnup_desktop.contract.sync import Stream
from learnup_desktop.qt.theme import theme
from tests.integration.client_side import signed_in
from tests.platform_fixture import RunningPlatform
from tests.second_screen import SecondScreen, second_screen
from tests.unit.features.page_driver import until


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The program's fonts; a window that goes away does not end the loop."""
    theme().apply(qapp, "light", 100)
    qapp.setQuitOnLastWindowClosed(False)


def says(screen: SecondScreen, student_id: str, words: str) -> bool:
    return screen.shows(student_id) == words


def test_the_other_screen_shows_a_mark_by_a_hint_alone(
    run_qt: Callable[..., Any], platform: RunningPlatform, tmp_path: Path
) -> None:
    async def body() -> None:
        async with signed_in(platform.url, tmp_path / "first", "tharshini", "first-screen") as first:
            await first.sync.engine.pull()
            (roll,) = (await first.store.cache.all(Stream.ROLLS, ClassRoll))[:1]
            lessons = await first.store.cache.all(Stream.LESSONS, Lesson)
            lesson = max((item for item in lessons if item.class_id == roll.class_id), key=lambda item: item.starts_at)
            student = roll.students[0]
            async with second_screen(platform.url, tmp_path / "second", "tharshini", lesson.id) as second:
                for state, words in ((AttendanceState.ABSENT, "Absent"), (AttendanceState.PRESENT, "Present")):
                    heard = len(second.events)
                    made = Mark(
                        id=uuid7(),
                        lesson_id=lesson.id,
                        student_id=student.id,
                        state=state,
                        marked_at=datetime.now(UTC),
                        marked_by=first.pair.account.id,
                    )
                    await first.store.marks.put([made])
                    await first.sync.outbox.flush()
                    await until(partial(says, second, student.id, words), 20)
                    news = second.events[heard:]
                    assert any(isinstance(event, AttendanceUpdated) and event.lesson_id == lesson.id for event in news)

    run_qt(body(), timeout=60.0)

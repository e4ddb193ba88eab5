"""Long lists come in slices, and what changed meanwhile wins."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learnup_desktop.qt.gradual import SLICE_SECONDS, Gradual


def work(done: list[str], name: str, pieces: int) -> Iterator[None]:
    for number in range(pieces):
        until = time.perf_counter() + SLICE_SECONDS / 2
        while time.perf_counter() < until:
            pass
        done.append(f"{name}{number}")
        yield


def test_without_a_loop_all_of_it_is_done_at_once(qapp: QApplication) -> None:
    owner, done = QObject(), list[str]()
    gradual = Gradual(owner)
    gradual.start(work(done, "a", 20))
    assert len(done) == 20
    assert not gradual.busy


def test_on_a_loop_it_is_done_in_slices(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    gradual = Gradual(owner)
    after_start: list[int] = []

    def start() -> None:
        gradual.start(work(done, "a", 20))
        after_start.append(len(done))

    with qtbot.waitSignal(gradual.finished):
        QTimer.singleShot(0, start)
    assert 1 <= after_start[0] < 20, "the beginning at once, the rest later"
    assert len(done) == 20


def test_a_new_start_drops_the_rest(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    gradual = Gradual(owner)

    def start() -> None:
        gradual.start(work(done, "a", 50))
        gradual.start(work(done, "b", 5))

    with qtbot.waitSignal(gradual.finished):
        QTimer.singleShot(0, start)
    qtbot.wait(20)
    assert [name for name in done if name.startswith("b")] == [f"b{number}" for number in range(5)]
    assert len([name for name in done if name.startswith("a")]) < 50


def test_who_needs_all_of_it_gets_it(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    gradual = Gradual(owner)
    found: list[int] = []

    def start() -> None:
        gradual.start(work(done, "a", 20))
        gradual.finish()
        found.append(len(done))

    QTimer.singleShot(0, start)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [20]


def test_it_ends_with_its_owner(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    gradual = Gradual(owner)

    def start() -> None:
        gradual.start(work(done, "a", 50))
        owner.deleteLater()

    with qtbot.waitSignal(owner.destroyed):
        QTimer.singleShot(0, start)
    there = len(done)
    qtbot.wait(20)
    assert len(done) == there < 50

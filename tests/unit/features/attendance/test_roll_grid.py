"""A roll of fifty is built over several turns of the loop, and is right at every moment of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.contract.classes import RollStudent
from learnup_desktop.features.attendance.attendance_widgets import RollGrid, StudentTile


def roll(prefix: str, count: int) -> list[RollStudent]:
    return [RollStudent(id=f"{prefix}{n}", name=f"{prefix} {n}", index_number=f"S{n}") for n in range(count)]


def names(grid: RollGrid) -> list[str]:
    return [tile.student.name for tile in grid.tiles()]


def on_the_loop(qtbot: QtBot, action: Callable[[], None]) -> None:
    """Do something while a loop runs, so that long work is sliced."""
    done: list[bool] = []

    def act() -> None:
        action()
        done.append(True)

    QTimer.singleShot(0, act)
    qtbot.waitUntil(lambda: bool(done))


def shown(qtbot: QtBot) -> RollGrid:
    grid = RollGrid()
    qtbot.addWidget(grid)
    grid.resize(1000, 800)
    grid.show()
    return grid


def test_the_whole_roll_comes(qtbot: QtBot) -> None:
    grid = shown(qtbot)
    on_the_loop(qtbot, lambda: grid.show_students(roll("a", 300)))
    assert grid.current() == 0
    qtbot.waitUntil(lambda: len(grid.tiles()) == 300)
    assert names(grid) == [student.name for student in roll("a", 300)]


def test_a_student_far_down_can_be_reached_before_all_are_there(qtbot: QtBot) -> None:
    grid = shown(qtbot)
    found: list[int] = []

    def act() -> None:
        grid.show_students(roll("a", 300))
        found.append(len(grid.tiles()))
        grid.set_current(299)

    on_the_loop(qtbot, act)
    assert found[0] < 300
    assert grid.current() == 299
    assert grid.tiles()[299].student.name == "a 299"


def test_the_end_key_knows_the_whole_roll(qtbot: QtBot) -> None:
    grid = shown(qtbot)

    def act() -> None:
        grid.show_students(roll("a", 300))
        QTest.keyClick(grid, Qt.Key.Key_End)

    on_the_loop(qtbot, act)
    assert grid.current() == 299


def test_another_roll_while_one_is_being_built(qtbot: QtBot) -> None:
    grid = shown(qtbot)

    def act() -> None:
        grid.show_students(roll("a", 300))
        grid.show_students(roll("b", 40))

    on_the_loop(qtbot, act)
    qtbot.waitUntil(lambda: len(grid.tiles()) == 40)
    qtbot.wait(50)
    assert names(grid) == [student.name for student in roll("b", 40)]


def test_tiles_are_used_again_and_tell_of_their_new_student(qtbot: QtBot) -> None:
    grid = shown(qtbot)
    grid.show_students(roll("a", 3))
    before = grid.tiles()
    told: list[StudentTile] = []
    grid.tile_added.connect(told.append)
    grid.set_current(2)
    grid.show_students(roll("b", 2))
    assert grid.tiles() == before[:2] == told
    assert names(grid) == ["b 0", "b 1"]
    assert grid.current() == 0
    assert before[0].shown().text == ""

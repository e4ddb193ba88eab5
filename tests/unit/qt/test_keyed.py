"""A list that changes: what says the same stays as it is, the rest comes one row a turn."""

from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.widgets import KeyedColumn, KeyedRow, Label


def rows(*said: tuple[str, str]) -> list[KeyedRow]:
    return [KeyedRow(name, text, partial(Label, text)) for name, text in said]


def texts(column: KeyedColumn) -> list[str]:
    return [row.text() for row in column.rows() if isinstance(row, Label)]


def shown(qtbot: QtBot) -> tuple[QWidget, KeyedColumn]:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.show()
    return holder, KeyedColumn(holder)


def test_what_says_the_same_stays(qtbot: QtBot) -> None:
    holder, column = shown(qtbot)
    showing = Gradual(holder)
    showing.start(column.showing(rows(("a", "one"), ("b", "two"), ("c", "three"))))
    before = column.rows()
    showing.start(column.showing(rows(("c", "three"), ("a", "one"), ("b", "2"), ("d", "four"))))
    assert texts(column) == ["three", "one", "2", "four"]
    assert column.rows()[:2] == [before[2], before[0]], "the same widgets, elsewhere"
    assert before[1] not in column.rows()
    assert before[1].isHidden()


def test_new_rows_come_one_a_turn_and_another_list_wins(qtbot: QtBot) -> None:
    _, column = shown(qtbot)
    work = column.showing(rows(("a", "one"), ("b", "two")))
    assert next(work) is NEXT_TURN
    assert texts(column) == ["one"]
    assert list(column.showing(rows(("b", "two")))) == [NEXT_TURN]
    assert texts(column) == ["two"]
    assert list(column.showing([])) == []
    assert column.rows() == []

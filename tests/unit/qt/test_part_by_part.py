"""A column whose parts come into view one a turn."""

import asyncio

from PySide6.QtWidgets import QApplication, QWidget

from learnup_desktop.qt.widgets import PartByPart
from tests.conftest import RunQt


def column_of(count: int) -> tuple[PartByPart, list[QWidget]]:
    column = PartByPart()
    parts = [QWidget() for _ in range(count)]
    column.add(*parts)
    return column, parts


def test_parts_appear_one_a_turn_and_in_order(run_qt: RunQt) -> None:
    async def look() -> None:
        column, parts = column_of(3)
        column.show()
        seen: list[int] = []
        while len(seen) < 3:
            shown = [part.isVisible() for part in parts]
            assert shown == sorted(shown, reverse=True)
            if sum(shown) > len(seen):
                seen.append(sum(shown))
            await asyncio.sleep(0)
        assert seen == [1, 2, 3]
        column.hide()
        column.show()
        assert all(part.isVisible() for part in parts)  # only the first time is spread
        column.deleteLater()

    run_qt(look())


def test_without_a_loop_nothing_is_put_off(qapp: QApplication) -> None:
    column, parts = column_of(2)
    assert not any(part.isVisible() for part in parts)
    column.show()
    assert all(part.isVisible() for part in parts)

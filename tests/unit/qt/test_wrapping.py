"""Controls whose text goes on below instead of being cut, in the longest of our languages."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import CheckBox, CheckRow, SecondaryButton, TurningPair, WrapLabel

CONSENT = "இந்த மூன்று படங்களை எண்களாகவும், ஒரு புகைப்படத்தையும் பாடசாலை வைத்திருக்கச் சம்மதிக்கிறேன்"


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_long_check_box_grows_instead_of_cutting(qapp: QApplication, qtbot: QtBot, zoom: int) -> None:
    theme().apply(qapp, "light", zoom)
    box = CheckBox(CONSENT)
    line = box.sizeHint()
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(box)
    column.addStretch(1)
    holder.resize(line.width() // 2, 800)
    holder.show()
    qtbot.waitUntil(lambda: box.height() >= 2 * box.fontMetrics().height())
    assert box.width() <= holder.width()
    holder.resize(line.width() + 100, 800)
    qtbot.waitUntil(lambda: box.height() < 2 * box.fontMetrics().height())


def test_a_bare_check_box_stays_a_square_of_the_grid(qapp: QApplication) -> None:
    assert CheckBox().sizeHint() == CheckBox().minimumSizeHint()


def test_a_check_row_wraps_what_is_checked(qtbot: QtBot) -> None:
    row = CheckRow("வினாத்தாள் இந்தக் கணினியில் உள்ளது", "முத்திரையிடப்பட்டது", "caution", action="பதிவு செய்")
    qtbot.addWidget(row)
    wide = row.sizeHint()
    assert row.minimumSizeHint().width() < wide.width() * 0.75


def test_a_pair_turns_where_the_first_would_be_squeezed(qapp: QApplication, qtbot: QtBot) -> None:
    theme().apply(qapp, "light", 100)
    words, button = WrapLabel(CONSENT), SecondaryButton("வினாத்தாளைப் பதிவிறக்கு")
    pair = TurningPair(words, button, least=200)
    qtbot.addWidget(pair)
    needed = 200 + theme().space(4) + button.sizeHint().width()
    pair.resize(needed, 300)
    pair.show()
    qtbot.waitUntil(lambda: not pair.is_turned() and words.width() == 200)
    told: list[bool] = []
    pair.turned.connect(told.append)
    pair.resize(needed - 1, 300)
    qtbot.waitUntil(lambda: button.y() >= words.geometry().bottom())
    assert pair.is_turned() and words.width() == needed - 1
    theme().apply(qapp, "light", 200)
    assert pair.is_turned()
    theme().apply(qapp, "light", 80)
    qtbot.waitUntil(lambda: not pair.is_turned())
    assert told == [True, False]

"""Real behaviour of the widgets: keyboard, names, sizes, layouts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    CheckBox,
    CheckRow,
    Column,
    ComboField,
    CountdownLabel,
    ElidedLabel,
    FlowGrid,
    FlowRow,
    IconButton,
    KeyValueRow,
    Label,
    ListRow,
    NavigationList,
    PageFrame,
    PasswordField,
    Pill,
    PrimaryButton,
    ProgressBar,
    SearchEdit,
    SecondaryButton,
    SegmentedControl,
    SideBySide,
    Switch,
    TextField,
    WrapLabel,
    initials_of,
)

KEY = Qt.Key


def shown(qtbot: QtBot, widget: QWidget, width: int = 400, height: int = 300) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_buttons_and_cards_work_by_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    button, card, row = PrimaryButton("Go"), Card(clickable=True), ListRow("Title", "detail", clickable=True)
    for widget in (button, card, row):
        shown(qtbot, widget)
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        with qtbot.waitSignal(widget.clicked):
            QTest.keyClick(widget, key)


def test_the_ring_shows_for_a_key_and_not_for_a_click(qtbot: QtBot) -> None:
    holder = QWidget()
    button = SecondaryButton("Go", parent=holder)
    shown(qtbot, holder, 200, 100)
    with qtbot.waitActive(holder):
        holder.activateWindow()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    clicked = button.grab().toImage()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    tabbed = button.grab().toImage()
    assert button.hasFocus()
    middle = QPoint(button.width() // 2, 1)
    assert clicked.pixelColor(middle) != theme().color("accent")
    assert tabbed.pixelColor(middle) == theme().color("accent")


def test_a_keycap_presses_its_button(qtbot: QtBot) -> None:
    holder = QWidget()
    yes = PrimaryButton("Yes", shortcut="Y", parent=holder)
    shown(qtbot, holder)
    with qtbot.waitActive(holder):
        holder.activateWindow()
    with qtbot.waitSignal(yes.clicked):
        QTest.keyClick(holder, KEY.Key_Y)


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    for widget in (
        IconButton("close", "Close"),
        Pill("Present", "positive"),
        Avatar("Nimali Rathnayake"),
        Switch("Sounds"),
        SegmentedControl([("day", "Day"), ("week", "Week")], label="View"),
        CheckRow("Paper", "sealed", "positive"),
        KeyValueRow("Present", "25"),
        ListRow("Title", "detail"),
    ):
        qtbot.addWidget(widget)
        assert widget.accessibleName(), type(widget).__name__
    assert KeyValueRow("Present", "25").accessibleName() == "Present: 25"
    field = TextField("Server", hint="As told")
    qtbot.addWidget(field)
    assert field.edit.accessibleName() == "Server"
    assert field.edit.accessibleDescription() == "As told"


def test_a_fields_error_is_said_and_goes_when_typing(qtbot: QtBot) -> None:
    field = TextField("Server", hint="As told")
    shown(qtbot, field)
    field.set_error("No answer.")
    assert field.edit.accessibleDescription() == "No answer."
    assert field.edit.property("invalid") is True
    QTest.keyClicks(field.edit, "x")
    assert field.error() == ""
    assert field.edit.accessibleDescription() == "As told"


def test_the_password_is_hidden_until_asked(qtbot: QtBot) -> None:
    field = PasswordField("Password")
    shown(qtbot, field)
    field.set_text(" secret ")
    assert field.text() == " secret "
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    eye = field.findChild(IconButton)
    assert eye is not None
    eye.click()
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide password"


def test_a_choice_keeps_its_value_when_its_words_change(qtbot: QtBot) -> None:
    field = ComboField("Language", [("en", "English"), ("si", "Sinhala")], "si")
    qtbot.addWidget(field)
    field.set_choices([("si", "සිංහල"), ("en", "English")])
    assert field.value() == "si"
    with qtbot.waitSignal(field.changed) as signal:
        field.set_value("en")
    assert signal.args == ["en"]
    field.set_value("fr")
    assert field.value() == "en"


def test_segments_move_by_arrow(qtbot: QtBot) -> None:
    control = SegmentedControl([("a", "A"), ("b", "B"), ("c", "C")], "b", label="View")
    shown(qtbot, control)
    seen: list[str] = []
    control.changed.connect(seen.append)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Home):
        QTest.keyClick(control, key)
    assert seen == ["c", "b", "a"]
    assert control.accessibleName() == "View: A"
    with pytest.raises(ValueError, match="x"):
        control.set_value("x")


def test_switch_and_check_box_toggle_by_space(qtbot: QtBot) -> None:
    for control in (Switch("Sounds"), CheckBox("All")):
        shown(qtbot, control)
        QTest.keyClick(control, KEY.Key_Space)
        assert control.isChecked()
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        assert not control.isChecked()


def test_a_wrapped_text_gets_its_height_inside_a_scrolling_page(qtbot: QtBot, qapp: QApplication) -> None:
    page = PageFrame()
    card = Card("Title")
    label = WrapLabel("Marks are kept on this computer and sent when the network is back. " * 4, "caption")
    card.add(label)
    page.add(card)
    page.finish()
    shown(qtbot, page, 360, 500)
    for zoom in (100, 200):
        theme().apply(qapp, "light", zoom)
        qtbot.wait(20)
        assert label.height() >= label.heightForWidth(label.width()) > 2 * label.fontMetrics().height()
        assert label.geometry().bottom() <= card.rect().bottom()


def test_an_elided_text_is_its_own_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("Combined Maths · Integration by parts")
    shown(qtbot, label, 80, 30)
    assert label.is_elided()
    assert label.toolTip() == label.text()
    label.resize(600, 30)
    assert not label.toolTip()


def test_labels_never_read_markup(qtbot: QtBot) -> None:
    label = Label("<b>x</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_grid_has_as_many_columns_as_fit(qtbot: QtBot) -> None:
    grid = FlowGrid(minimum_column=100, gap=2)
    for index in range(6):
        grid.add(Card(str(index)))
    shown(qtbot, grid, 440, 300)
    assert grid.columns() == 4
    tops = [cell.y() for cell in grid.cells()]
    assert tops[:4] == [0] * 4
    assert tops[4] == tops[5] > 0
    widths = {cell.width() for cell in grid.cells()}
    assert max(widths) - min(widths) <= 1
    grid.resize(200, 600)
    qtbot.wait(10)
    assert grid.columns() == 1
    grid.clear()
    assert grid.cells() == []


def test_arrows_move_in_the_grid(qtbot: QtBot) -> None:
    grid = FlowGrid(minimum_column=100, gap=2)
    for index in range(6):
        grid.add(Card(str(index), clickable=True))
    shown(qtbot, grid, 440, 300)
    with qtbot.waitActive(grid):
        grid.activateWindow()
    cells = grid.cells()
    cells[0].setFocus()
    for key, expected in ((KEY.Key_Right, 1), (KEY.Key_Down, 5), (KEY.Key_Down, 5), (KEY.Key_Up, 1), (KEY.Key_Left, 0)):
        focused = grid.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        assert cells[expected].hasFocus()


def test_a_row_of_buttons_goes_on_below(qtbot: QtBot) -> None:
    holder = QWidget()
    row = FlowRow(holder, gap=2)
    buttons = [SecondaryButton(text) for text in ("Speak to student", "Explain", "Ignore")]
    row.add(*buttons)
    shown(qtbot, holder, 800, 100)
    assert len({button.y() for button in buttons}) == 1
    holder.resize(200, 200)
    qtbot.wait(10)
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() <= 200 for button in buttons)


def test_columns_stand_below_each_other_on_a_narrow_window(qtbot: QtBot) -> None:
    both = SideBySide(Card("main"), Card("side"), breakpoint=700)
    shown(qtbot, both, 1000, 400)
    assert not both.is_stacked()
    both.resize(500, 400)
    assert both.is_stacked()


def test_the_page_is_at_most_1200_wide(qtbot: QtBot) -> None:
    page = PageFrame()
    card = Card("x")
    page.add(card)
    shown(qtbot, page, 2000, 500)
    assert card.width() == 1200
    left = card.mapTo(page, QPoint(0, 0)).x()
    assert abs(left - (2000 - 1200) // 2) <= 1


def test_navigation_by_keyboard(qtbot: QtBot) -> None:
    holder = QWidget()
    navigation = NavigationList(label="Pages")
    Column(holder).add(navigation)
    for name in ("today", "exams"):
        navigation.add_item(name, name.title(), "home-outline")
    shown(qtbot, holder)
    with qtbot.waitActive(holder):
        holder.activateWindow()
    items = navigation.items()
    items["today"].setFocus()
    QTest.keyClick(items["today"], KEY.Key_Down)
    assert items["exams"].hasFocus()
    with qtbot.waitSignal(navigation.selected) as signal:
        QTest.keyClick(items["exams"], KEY.Key_Space)
    assert signal.args == ["exams"]
    assert navigation.current() == "exams"
    items["today"].set_badge(120)
    assert items["today"].accessibleName() == "Today 99+"


def test_escape_empties_the_filter(qtbot: QtBot) -> None:
    edit = SearchEdit("Search names")
    shown(qtbot, edit)
    QTest.keyClicks(edit, "her")
    QTest.keyClick(edit, KEY.Key_Escape)
    assert edit.text() == ""


def test_progress_says_its_share() -> None:
    bar = ProgressBar()
    bar.set_segments([(25, "positive"), (7, "caution")], 40, description="32 of 40")
    assert bar.share() == pytest.approx(0.8)
    assert bar.accessibleDescription() == "32 of 40"
    bar.set_value(50, 40)
    assert bar.share() == 1.0


def test_the_countdown_expires_once_and_can_be_extended(qtbot: QtBot) -> None:
    left = [10.0]
    label = CountdownLabel(lambda: left[0])
    shown(qtbot, label)
    seen: list[int] = []
    label.expired.connect(lambda: seen.append(1))
    assert label.text() == "0:00:10"
    left[0] = 0.0
    label.refresh()
    label.refresh()
    assert seen == [1]
    left[0] = 60.0
    label.refresh()
    assert label.text() == "0:01:00"
    left[0] = -1.0
    label.refresh()
    assert seen == [1, 1]


def test_the_countdown_is_noticed_while_hidden(qtbot: QtBot) -> None:
    left = [0.05]
    label = CountdownLabel(lambda: left[0])
    shown(qtbot, label)
    label.hide()
    with qtbot.waitSignal(label.expired, timeout=1000):
        left[0] = 0.0


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Nimali Rathnayake", "NR"), ("Herath K.", "HK"), ("කමල් පෙරේරා", "කපෙ"), ("தமிழ்", "த"), ("", "")],
)
def test_initials_keep_their_vowel_signs(name: str, initials: str) -> None:
    assert initials_of(name) == initials

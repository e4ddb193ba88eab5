"""The frame: pages built when visited, navigation that collapses, one window for an exam."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learnup_desktop.qt import i18n
from learnup_desktop.qt.routes import PageContext, Route
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Card, Label, PageFrame, PrimaryButton
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from learnup_desktop.shell.state_pill import SyncState

STUDENT = AccountSummary("Nimali R.", "Grade 12 · English", "student")
TEACHER = AccountSummary("Kamala Perera", "Teacher · Physics", "teacher")


class Page(PageFrame):
    def __init__(self, name: str, log: list[str]) -> None:
        super().__init__()
        self.name = name
        self.log = log
        self.own_title = ""
        card = Card("Title")
        card.add(Label("body"), Label("late", tone="critical"), PrimaryButton("Go", icon="check"))
        self.add(card)
        self.finish()
        log.append(f"build {name}")

    def title(self) -> str:
        return self.own_title

    def activated(self, parameters: dict[str, object]) -> None:
        self.log.append(f"activate {self.name} {parameters}")

    def deactivated(self) -> None:
        self.log.append(f"deactivate {self.name}")


def make_routes(log: list[str]) -> list[Route]:
    def build(name: str) -> Callable[[PageContext], QWidget]:
        return lambda _context: Page(name, log)

    students, teachers = frozenset({"student"}), frozenset({"teacher"})
    return [
        Route("exams", lambda: "Exams", "file-document-edit-outline", build("exams"), order=20),
        Route("today", lambda: f"Today {i18n.language()}", "home-outline", build("today"), order=10),
        Route("roll", lambda: "Attendance", "account-check-outline", build("roll"), teachers, 30),
        Route("pay", lambda: "Payments", "wallet-outline", build("pay"), students, 40),
        Route("sitting", lambda: "Sitting", "pencil", build("sitting"), hidden=True, parent="exams"),
        Route("settings", lambda: "Settings", "cog-outline", build("settings"), foot=True, order=90),
    ]


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def window(qtbot: QtBot, log: list[str]) -> MainWindow:
    one = MainWindow(make_routes(log), STUDENT)
    qtbot.addWidget(one)
    one.resize(1366, 768)
    one.navigate("today")
    with qtbot.waitActive(one):
        one.show()
        one.activateWindow()
    return one


def test_a_person_sees_the_routes_of_their_role_in_order(window: MainWindow, log: list[str]) -> None:
    assert list(window.side_bar.main.items()) == ["today", "exams", "pay"]
    assert list(window.side_bar.foot.items()) == ["settings"]
    with pytest.raises(LookupError):
        window.navigate("roll")
    window.set_routes(make_routes(log), TEACHER)
    assert list(window.side_bar.main.items()) == ["today", "exams", "roll"]
    assert window.built_pages() == []


def test_pages_are_built_on_their_first_visit_and_kept(window: MainWindow, log: list[str]) -> None:
    assert window.built_pages() == ["today"]
    window.navigate("exams", attempt="a1")
    window.navigate("today")
    assert log == [
        "build today",
        "activate today {}",
        "deactivate today",
        "build exams",
        "activate exams {'attempt': 'a1'}",
        "deactivate exams",
        "activate today {}",
    ]


def test_the_title_comes_from_the_page_then_the_route(window: MainWindow) -> None:
    assert window.top_bar.title.text() == "Today en"
    page = window.current_page()
    assert isinstance(page, Page)
    page.own_title = "Good morning, Nimali"
    window.navigate("today")
    assert window.top_bar.title.text() == "Good morning, Nimali"
    window.set_page_title("Physics term test · Hall 2")
    assert window.windowTitle() == "Physics term test · Hall 2 – LearnUp"
    window.navigate("exams")
    assert window.top_bar.title.text() == "Exams"


def test_a_hidden_page_marks_its_parent(window: MainWindow) -> None:
    window.navigate("sitting")
    assert window.side_bar.main.current() == "exams"
    window.navigate("settings")
    assert window.side_bar.main.current() is None
    assert window.side_bar.foot.current() == "settings"


def test_back_goes_through_the_visited_pages(window: MainWindow) -> None:
    window.navigate("exams")
    window.navigate("settings")
    window.go_back()
    assert window.current_route() == "exams"
    window.go_back()
    assert window.current_route() == "today"
    window.go_back()
    assert window.current_route() == "today"


def test_keys_reach_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_route() == "exams"


@pytest.mark.parametrize("zoom", [100, 150])
def test_the_navigation_collapses_under_900(qapp: QApplication, window: MainWindow, zoom: int) -> None:
    theme().apply(qapp, "light", zoom)
    window.resize(theme().px(900), 700)
    assert not window.side_bar.is_collapsed()
    window.resize(theme().px(899), 700)
    assert window.side_bar.is_collapsed()
    item = window.side_bar.main.items()["exams"]
    assert item.toolTip() == "Exams"
    assert item.accessibleName() == "Exams"
    window.resize(theme().px(1000), 700)
    assert not window.side_bar.is_collapsed()
    assert item.toolTip() == ""


def test_the_navigations_scroll_bar_stands_beside_its_icons(
    qapp: QApplication, window: MainWindow, qtbot: QtBot
) -> None:
    theme().apply(qapp, "light", 200)
    window.resize(1366, 520)
    bar = window.side_bar
    items = bar.main.items()
    vertical = bar._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.is_collapsed() and vertical.maximum() > 0)

    def beside() -> bool:
        right = items["today"].mapTo(bar, QPoint(items["today"].width(), 0)).x()
        return vertical.isVisible() and right <= vertical.mapTo(bar, QPoint(0, 0)).x()

    qtbot.waitUntil(beside)
    assert items["today"].width() >= theme().px(44)
    assert bar.brand.geometry().right() == bar.account.geometry().right()


def test_the_smallest_window_still_shows_title_and_state(qapp: QApplication, window: MainWindow, qtbot: QtBot) -> None:
    theme().apply(qapp, "light", 100)
    window.resize(480, 400)
    qtbot.wait(10)
    bar = window.top_bar
    assert bar.title.width() > 60
    assert bar.search.width() < 60
    assert bar.pill.geometry().right() <= bar.width()


def test_one_widget_gets_the_whole_window(window: MainWindow, qtbot: QtBot) -> None:
    sitting = QWidget()
    qtbot.addWidget(sitting)
    window.enter_full_page(sitting)
    qtbot.wait(10)
    assert sitting.isVisible()
    assert sitting.size() == window.size()
    assert not window.side_bar.isVisible()
    window.open_palette()
    assert not window.command_palette().isVisible()
    with pytest.raises(RuntimeError):
        window.enter_full_page(QWidget())
    window.leave_full_page()
    assert window.side_bar.isVisible()
    assert sitting.parent() is None
    assert window.full_page() is None


def test_the_frames_keys_rest_during_an_exam(window: MainWindow, qtbot: QtBot) -> None:
    sitting = QWidget()
    qtbot.addWidget(sitting)
    window.enter_full_page(sitting)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_route() == "today"
    window.leave_full_page()


def test_closing_can_be_held(window: MainWindow) -> None:
    window.closing.connect(window.hold_close)
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    window.closing.disconnect(window.hold_close)
    window.closeEvent(event)
    assert event.isAccepted()


def test_the_words_change_with_the_language(window: MainWindow, qtbot: QtBot) -> None:
    window.set_sync_state(SyncState(online=False, waiting=5))
    i18n.set_language("si")
    qtbot.waitUntil(lambda: window.side_bar.main.items()["today"].text() == "Today si", timeout=2000)
    assert window.top_bar.title.text() == "Today si"


def test_badges(window: MainWindow) -> None:
    window.set_badge("exams", 3)
    assert window.side_bar.main.items()["exams"].accessibleName() == "Exams 3"
    window.set_badge("roll", 3)


def picture(window: QWidget) -> QImage:
    return window.grab().toImage()


def test_a_live_switch_looks_like_a_fresh_start(
    qapp: QApplication, window: MainWindow, qtbot: QtBot, log: list[str]
) -> None:
    theme().apply(qapp, "dark", 125)
    qtbot.wait(20)
    fresh = MainWindow(make_routes(log), STUDENT)
    qtbot.addWidget(fresh)
    fresh.resize(1366, 768)
    fresh.navigate("today")
    fresh.show()
    qtbot.wait(20)
    assert picture(window) == picture(fresh)


def test_start_up_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from learnup_desktop.shell import main_window, single_instance\n"
        "from learnup_desktop.qt import loop, dialogs, watchdog\n"
        "heavy = 'numpy httpx pydantic socketio keyring cv2 qtawesome qtpy sqlite_utils cryptography'.split()\n"
        "heavy += ['PySide6.QtWebEngineCore', 'PySide6.QtSvg', 'PySide6.QtOpenGL', 'PySide6.QtMultimedia']\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert result.stdout.strip() == "[]"


def test_pages_of_the_last_account_go_one_by_one_and_do_nothing_more(qtbot: QtBot) -> None:
    pages = [PageFrame() for _ in range(3)]
    scopes = [TaskScope(page) for page in pages]
    for page, scope in zip(pages, scopes, strict=True):
        page.tasks = scope  # type: ignore[attr-defined]  # as every page of a feature has one
    routes = [
        Route(f"page-{index}", lambda: "Page", "home", lambda context, page=page: page, order=index)  # type: ignore[misc]  # page is bound now
        for index, page in enumerate(pages)
    ]
    window = MainWindow(routes, AccountSummary("Nimali", "", "student"))
    qtbot.addWidget(window)
    window.show()
    for route in routes:
        window.navigate(route.name)
    at_once: list[bool] = []

    def sign_out() -> None:
        window.set_routes([], AccountSummary("", "", ""))
        at_once.extend(scope.closed for scope in scopes)
        at_once.extend(isValid(page) for page in pages)

    QTimer.singleShot(0, sign_out)
    qtbot.waitUntil(lambda: not any(isValid(page) for page in pages))
    assert at_once == [True] * 6, "their work ends at once, they themselves in later turns"
    assert window.built_pages() == []

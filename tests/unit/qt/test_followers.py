"""Who is on the screen hears of a change first, and nobody who is gone hears of it at all."""

import gc
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learnup_desktop.qt.followers import Followers
from learnup_desktop.qt.gradual import SLICE_SECONDS


class Told(QWidget):
    """Takes a slice of its own for every telling."""

    def __init__(self, heard: list[str], name: str) -> None:
        super().__init__()
        self._heard = heard
        self._name = name

    def hear(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        while time.perf_counter() < until:
            pass
        self._heard.append(self._name)


def test_who_is_on_the_screen_is_first_and_the_others_in_later_turns(qtbot: QtBot) -> None:
    heard: list[str] = []
    followers = Followers(QApplication.instance())  # type: ignore[arg-type]  # pytest-qt has made it
    widgets = [Told(heard, name) for name in ("hidden", "also hidden", "shown")]
    for widget in widgets:
        qtbot.addWidget(widget)
        followers.follow(widget.hear)
    widgets[2].show()
    at_once: list[list[str]] = []

    def change() -> None:
        followers.tell()
        at_once.append(list(heard))

    QTimer.singleShot(0, change)
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert at_once == [["shown"]]
    assert heard == ["shown", "hidden", "also hidden"]


def test_without_a_loop_everybody_is_told_at_once(qtbot: QtBot) -> None:
    heard: list[str] = []
    followers = Followers(QApplication.instance())  # type: ignore[arg-type]  # pytest-qt has made it
    widgets = [Told(heard, str(number)) for number in range(3)]
    for widget in widgets:
        qtbot.addWidget(widget)
        followers.follow(widget.hear)
    followers.tell()
    assert heard == ["0", "1", "2"]


def test_followers_keep_nobody_alive_and_are_forgotten(qtbot: QtBot) -> None:
    owner = QObject()
    followers = Followers(owner)
    for _ in range(2000):
        followers.follow(QObject().deleteLater)
    gc.collect()
    assert followers.count() <= 513


def test_layouts_and_qt_s_own_methods_can_follow(qtbot: QtBot) -> None:
    followers = Followers(QApplication.instance())  # type: ignore[arg-type]  # pytest-qt has made it
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = QVBoxLayout(widget)
    seen: list[QObject] = []
    followers.follow(widget.updateGeometry)
    followers.follow(layout.invalidate)
    followers.follow_for(layout, seen.append)
    followers.tell()
    assert seen == [layout]

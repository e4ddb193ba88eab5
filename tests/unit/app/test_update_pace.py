"""An update takes no more of the line than downloads may, and stops at once for an exam."""

import threading

import pytest

from learnup_desktop.app.update_keeper import Pace
from learnup_desktop.updates.staging import StoppedError


def test_without_a_limit_everything_passes() -> None:
    pace = Pace(None, None, threading.Event())
    for _ in range(3):
        pace(10_000_000)
    assert pace.taken == 30_000_000


def test_the_days_budget_ends_it() -> None:
    pace = Pace(100, None, threading.Event())
    pace(60)
    pace(40)
    with pytest.raises(StoppedError):
        pace(1)


def test_where_nothing_may_come_now_nothing_is_asked_for() -> None:
    with pytest.raises(StoppedError):
        Pace(0, None, threading.Event())(0)


def test_an_exam_stops_it_also_while_it_waits_for_the_cap() -> None:
    stop = threading.Event()
    pace = Pace(None, 1000, stop)
    pace(1000)
    threading.Timer(0.05, stop.set).start()
    with pytest.raises(StoppedError):
        pace(60_000)  # a minute at this cap

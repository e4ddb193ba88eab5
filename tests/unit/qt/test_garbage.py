"""Cycles with widgets die on Qt's thread, whoever allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from learnup_desktop.qt.garbage import collect_if_due, collected_on_this_thread


class _Knot(QObject):
    """A QObject in a cycle, that says on which thread it was let go."""

    def __init__(self, told: list[int]) -> None:
        super().__init__()
        self.me = self
        self.told = told

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


def _allocate() -> None:
    """Enough new containers to set an automatic collector off many times."""
    kept = [[index] for index in range(20_000)]
    assert kept


@pytest.fixture
def collector_on() -> Iterator[None]:
    """As Python starts; the tests' own set-up rests it."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collector_on")
def test_another_threads_allocations_do_not_destroy_objects(qapp: QApplication) -> None:
    told: list[int] = []
    gc.collect()
    with collected_on_this_thread():
        assert not gc.isenabled()
        _Knot(told)
        worker = threading.Thread(target=_allocate)
        worker.start()
        worker.join()
        assert told == []
        while collect_if_due() is not None:
            pass
    assert told == [threading.get_ident()]
    assert gc.isenabled()


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()
    before = gc.isenabled()
    gc.disable()
    try:
        assert collect_if_due() is None
    finally:
        if before:
            gc.enable()

"""Pages here live beside SQLite threads: as in the client, cycles with widgets are collected on Qt's thread only."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """No automatic collection meanwhile; what is left is destroyed here, on the main thread."""
    gc.disable()
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    gc.enable()

"""Every test of the toolkit starts from light, 100 %, English."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.theme import theme


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    theme().apply(qapp, "light", 100)
    i18n.set_language("en")
    notices.center().history.clear()
    yield
    theme().apply(qapp, "light", 100)
    i18n.set_language("en")
    i18n.set_time_zone(None)

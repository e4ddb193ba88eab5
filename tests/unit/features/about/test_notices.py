"""The notices page shows every licence; a damaged list is told, and from source there is one too."""

import asyncio
import json
from pathlib import Path

import pytest

from learnup_desktop.base.errors import DamagedFileError
from learnup_desktop.features.about.notices_page import NoticesPage
from learnup_desktop.features.about.service import AboutService
from learnup_desktop.features.about.too_old_page import TooOldPage
from tests.conftest import RunQt
from tests.unit.features.page_driver import until

DOCUMENT = {
    "format": 1,
    "relinking": "Qt may be replaced.",
    "components": [
        {"name": "Qt", "version": "6.11.3", "licence": "LGPL-3.0-only", "home": "https://www.qt.io", "texts": ["a"]},
        {"name": "httpx", "version": "0.28", "licence": "BSD-3-Clause", "home": "", "texts": ["b", "a"]},
    ],
    "texts": {"a": "GNU LESSER", "b": "Redistribution"},
}


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "notices.json"
    path.write_text(json.dumps(DOCUMENT))
    return path


def test_every_licence_is_shown_in_full(listed: Path, run_qt: RunQt) -> None:
    async def look() -> None:
        page = NoticesPage(AboutService(listed))
        page.show()
        page.activated({})
        await until(lambda: page.list.count() > 0)
        assert page.relinking.isVisibleTo(page)
        assert page.list.count() == 2
        assert page.text.toPlainText() == "GNU LESSER"
        page.search.setText("bsd")
        assert page.list.count() == 1
        assert page.text.toPlainText().startswith("Redistribution")
        page.search.setText("nothing like it")
        assert page.name.text() == "Nothing found"
        page.close()

    run_qt(look())


def test_a_damaged_list_is_told(listed: Path) -> None:
    listed.write_text('{"components": [{}]}')
    with pytest.raises(DamagedFileError):
        asyncio.run(AboutService(listed).notices())


async def test_from_source_what_is_installed_is_listed(tmp_path: Path) -> None:
    notices = await AboutService(tmp_path / "none.json").notices()
    named = {each.name.casefold() for each in notices.components}
    assert {"httpx", "tuf", "pyside6_essentials"} <= named


def test_a_client_that_is_too_old_says_what_to_do(run_qt: RunQt) -> None:
    async def look() -> None:
        page = TooOldPage("0.1.0", "0.3.0", comes=True)
        gone: list[bool] = []
        page.left.connect(lambda: gone.append(True))
        said = " ".join(label.text() for label in page.findChildren(type(page.state._text)))
        assert "0.1.0" in said and "0.3.0" in said and "by itself" in said
        page.state.action_requested.emit()
        assert gone == [True]

    run_qt(look())

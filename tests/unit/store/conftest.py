"""Real files in a temporary folder; only the key is made up."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from learnup_desktop.store.account_store import AccountStore
from tests.unit.store.samples import open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An account's folder; not made yet."""
    return tmp_path / "account"


@pytest_asyncio.fixture
async def store(folder: Path) -> AsyncIterator[AccountStore]:
    """An open, empty account."""
    opened = await open_store(folder)
    yield opened
    await opened.close()

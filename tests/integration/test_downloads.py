"""Study material over a real platform and a line that breaks; then the platform is gone, and it is all here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from pathlib import Path

import pytest

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.domain.downloads import Priority
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.downloads import Downloads
from learnup_desktop.walkthrough.link import LoopbackLink
from tests.integration.client_side import KEY, ClientSide, signed_in
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


async def settled(side: ClientSide) -> None:
    changed = asyncio.Event()
    stop = side.sync.downloads.listeners.subscribe(lambda _: changed.set())
    try:
        async with asyncio.timeout(60):
            while (await side.sync.downloads.overview()).transfers:
                changed.clear()
                await wait_at_most(changed, 0.5)
    finally:
        stop()


@asynccontextmanager
async def files_only(folder: Path, port: int) -> AsyncIterator[Downloads]:
    """A later start with no platform to ask."""
    store = await AccountStore.open(folder, Sealer(KEY))
    client = PlatformClient(Transport(f"http://127.0.0.1:{port}", SystemClock()))
    try:
        yield Downloads(client.materials, store.blobs, store.downloads, SystemClock(), UTC)
    finally:
        await client.close()
        await store.close()


@pytest.mark.usefixtures("qapp")  # words are read by Qt, which asks its application for fonts
async def test_everything_of_a_class_is_here_when_the_platform_is_gone(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    link = LoopbackLink(fresh_platform.port)
    await link.start()
    try:
        async with signed_in(f"http://127.0.0.1:{link.port}", tmp_path / "account", "nimali") as side:
            side.sync.start()
            await side.sync.engine.pull()
            materials = await side.store.cache.all(Stream.MATERIALS, Material)
            assert len(materials) >= 2
            assert not await side.sync.downloads.in_use()
            estimate = await side.sync.downloads.estimate(materials)
            assert estimate.size == sum({item.sha256: item.size_bytes for item in materials}.values())
            await link.cut()
            await side.sync.downloads.want(materials, Priority.CLASS, "class:all")
            await asyncio.sleep(0.2)
            assert not (await side.sync.downloads.overview()).held
            await link.restore()
            side.sync.downloads.network_back()
            await settled(side)
            assert side.sync.study is not None
            side.sync.study.follow()
            await side.sync.study.settled()
            for words in ("Kirchhoff junction", "photoelectric"):
                (found, key), *_ = await side.sync.study.find(words)
                assert key in {item.id for item in materials}
                assert words.split()[0].casefold() in found.line.casefold()
            assert await side.sync.study.find("nowhere at all") == []
        fresh_platform.kill()
        async with files_only(tmp_path / "account", link.port) as downloads:
            overview = await downloads.overview()
            assert set(overview.held) == {item.id for item in materials}
            for item in materials:
                path = await downloads.open(item.id)
                assert path is not None
                assert len(path.read_bytes()) == item.size_bytes
    finally:
        await link.close()

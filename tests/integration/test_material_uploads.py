"""A teacher's file over a line that dies and a program that is closed; then published and deleted offline."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from learnup_desktop.base.clock import SystemClock
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.materials.service import MaterialsService
from learnup_desktop.sync.material_uploads import PART_BYTES, UploadState
from learnup_desktop.walkthrough.link import LoopbackLink
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.integration.client_side import ClientSide, signed_in
from tests.platform_fixture import RunningPlatform
from tests.unit.features.school import COLOMBO

pytestmark = pytest.mark.integration
PHYSICS = demo_id("class", PHYSICS_ENGLISH)


def service_of(side: ClientSide) -> MaterialsService:
    store = side.store
    return MaterialsService(store.cache, store.outbox, side.sync.material_uploads, SystemClock().utc_now, COLOMBO)


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(60):
        while not await true():  # noqa: ASYNC110 - what is waited for is on the disk or at school
            await asyncio.sleep(0.02)


async def test_a_file_goes_up_over_cuts_and_restarts(platform: RunningPlatform, tmp_path: Path) -> None:
    data = b"%PDF-1.7 " + os.urandom(5 * PART_BYTES)
    source = tmp_path / "Light & waves.pdf"
    source.write_bytes(data)
    student = platform.client("nimali", "uploads")
    link = LoopbackLink(platform.port, bytes_per_second=2_000_000)
    await link.start()
    url, folder = f"http://127.0.0.1:{link.port}", tmp_path / "account"
    try:
        async with signed_in(url, folder, "kamala", "uploads") as side:
            side.sync.start()
            await side.sync.engine.pull()
            await service_of(side).add(source, PHYSICS, "Light", "en", 3, publish=False)
            source.unlink()  # the stick was taken out

            async def has_sent(parts: int) -> bool:
                return any(upload.sent >= parts * PART_BYTES for upload in await side.sync.material_uploads.all())

            await until(lambda: has_sent(1))
            await link.cut()
            (upload,) = await side.sync.material_uploads.all()
            assert upload.state is UploadState.WAITING
        await link.restore()
        async with signed_in(url, folder, "kamala", "uploads") as side:
            before = link.to_platform
            side.sync.start()

            async def is_up() -> bool:
                return not await side.sync.material_uploads.all()

            await until(is_up)
            assert link.to_platform - before < len(data) - PART_BYTES // 2, "what had arrived was not sent again"
            assert not any((folder / "uploads").iterdir())
            await side.sync.engine.pull()
            materials = {item.id: item for item in await side.store.cache.all(Stream.MATERIALS, Material)}
            made = materials[upload.id]
            assert (made.title.en, made.size_bytes, made.published) == ("Light", len(data), False)
            await _publish_and_delete_offline(side, link, made)
        assert student.get(f"/api/v1/materials/{made.id}/content").status_code == 404
    finally:
        await link.close()


async def _publish_and_delete_offline(side: ClientSide, link: LoopbackLink, made: Material) -> None:
    service = service_of(side)

    async def shown() -> Material | None:
        shelves = await service.shelves()
        entries = [entry for shelf in shelves for entry in shelf.entries if entry.material.id == made.id]
        assert all(entry.waits for entry in entries)
        return entries[0].material if entries else None

    await link.cut()
    await service.publish(made, True)
    await service.rename(made, "Light and waves", "en")
    material = await shown()
    assert material is not None and material.published and material.title.en == "Light and waves"
    await service.set_due(material, None)
    await service.delete(material)
    assert await shown() is None
    await link.restore()
    await side.sync.outbox.network_back()

    async def is_sent() -> bool:
        counts = await side.store.outbox.counts()
        assert not counts.attention
        return not counts.waiting

    await until(is_sent)
    await side.sync.engine.pull()
    assert made.id not in {item.id for item in await side.store.cache.all(Stream.MATERIALS, Material)}

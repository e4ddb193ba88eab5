"""A bought publication on a real platform: sealed on this disk, read from memory offline, gone when it ends."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.errors import AccessEndedError, RuleViolation
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.materials import PurchaseState
from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.features.library.marks import MarksService
from learnup_desktop.features.library.reading import Document, ReaderService
from learnup_desktop.features.payments.service import PaymentsService
from learnup_desktop.features.publications.service import PublicationsService
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from learnup_platform.plain_pdf import text_pdf
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.test_downloads import settled
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration
WORDS = "Entanglement is explained on this page alone"
BOOK = text_pdf("A book to be bought", [WORDS])


def sell(teacher: httpx.Client) -> str:
    upload, book = uuid7(), uuid7()
    teacher.put(routes.UPLOAD.format(id=upload), content=BOOK).raise_for_status()
    body = {
        "id": book,
        "uploadId": upload,
        "classId": demo_id("class", PHYSICS_ENGLISH),
        "title": {"en": "A book"},
        "mediaType": "application/pdf",
        "fileName": "book.pdf",
        "sizeBytes": len(BOOK),
        "sha256": sha256_hex(BOOK),
        "priceMinor": 45000,
    }
    teacher.post(routes.PUBLICATIONS, json=body).raise_for_status()
    return book


def nothing_plain(folder: Path) -> bool:
    """Whether the words are in no file of the account."""
    return not any(b"Entanglement" in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def reader(side: ClientSide) -> ReaderService:
    store = side.store
    marks = MarksService(store.annotations, SystemClock().utc_now)
    return ReaderService(
        store.cache, side.sync.downloads, store.places, store.folder / "out", marks, keys=side.sync.keys
    )


async def bought(side: ClientSide) -> Material:
    await side.sync.engine.pull()
    materials = await side.store.cache.all(Stream.MATERIALS, Material)
    (material,) = [item for item in materials if item.sealed]
    return material


async def test_a_publication_is_read_from_memory_and_ends(platform: RunningPlatform, tmp_path: Path) -> None:
    admin = platform.client("admin")
    book = sell(platform.client("kamala"))
    folder = tmp_path / "account"
    async with signed_in(platform.url, folder, "nimali", "publications") as side:
        account = side.pair.account.id
        access = routes.PUBLICATION_ACCESS.format(id=book, student_id=account)
        ends = SystemClock().utc_now() + timedelta(days=1)
        admin.put(access, json={"endsAt": wire_time(ends)}).raise_for_status()
        side.sync.start()
        material = await bought(side)
        await side.sync.downloads.want([material])
        await settled(side)
        side.sync.keys.follow()
        await side.sync.keys.settled()
        assert await side.store.downloads.keys() == [material.id]
        assert side.sync.study is not None
        side.sync.study.follow()
        await side.sync.study.settled()
        assert await side.sync.study.find("Entanglement") == []
        # Without a network: nothing but the key that is here opens it.
        await side.client.close()
        document = await reader(side).open(material.id)
        assert document.opened == BOOK and await reader(side).data(document) == BOOK
        with pytest.raises(RuleViolation):
            await reader(side).copy_for_system(document, "en")
        assert await side.sync.packs.exportable() == []
    assert nothing_plain(folder)
    async with signed_in(platform.url, folder, "nimali", "publications") as side:
        admin.delete(access).raise_for_status()
        side.sync.start()
        await side.sync.engine.pull()
        # The account's own sealed copy goes with its key; whoever still has its bytes asks for the key in vain.
        with pytest.raises(AccessEndedError):
            await side.sync.keys.open(_another(document), document.path)
        side.sync.keys.follow()
        await side.sync.keys.settled()
        assert await side.store.downloads.keys() == []
        assert await side.sync.downloads.open(material.id) is None


def _another(document: Document) -> Material:
    return document.material.model_copy(update={"sha256": "0" * 64})


async def test_time_ends_access_here_without_any_network(platform: RunningPlatform, tmp_path: Path) -> None:
    admin, book = platform.client("admin"), sell(platform.client("kamala"))
    async with signed_in(platform.url, tmp_path / "account", "amaya", "publications") as side:
        access = routes.PUBLICATION_ACCESS.format(id=book, student_id=side.pair.account.id)
        ends = SystemClock().utc_now() + timedelta(hours=1)
        admin.put(access, json={"endsAt": wire_time(ends)}).raise_for_status()
        side.sync.start()
        material = await bought(side)
        await side.sync.downloads.want([material])
        await settled(side)
        assert (await reader(side).open(material.id)).opened == BOOK
        await side.client.close()
        side.sync.keys._now = lambda: ends
        with pytest.raises(AccessEndedError):
            await reader(side).open(material.id)
        assert await side.sync.downloads.open(material.id) is None


async def test_what_is_offered_is_got_from_the_client_and_paid_by_an_invoice(
    platform: RunningPlatform, tmp_path: Path
) -> None:
    dear = sell(platform.client("kamala"))
    async with signed_in(platform.url, tmp_path / "account", "thilini", "publications") as side:
        cache, now = side.store.cache, SystemClock().utc_now
        shop = PublicationsService(cache, lambda: side.client.materials, now, lambda: None)
        await side.sync.engine.pull()
        offers = [offer for shelf in await shop.shelves() for offer in shelf.offers]
        guide = await shop.get(next(offer for offer in offers if offer.title.en == "Guide to practicals"))
        assert guide.state is PurchaseState.OWNED and (await bought(side)).id == guide.material_id
        asked = await shop.get(next(offer for offer in offers if offer.id == dear))
        await side.sync.engine.pull()
        payments = PaymentsService(
            cache, side.store.blobs, lambda: side.client.payments, now, tmp_path / "out", lambda: None
        )
        assert asked.invoice_id in {invoice.id for invoice in (await payments.invoices()).open}
        wallet = await payments.wallet()
        assert wallet.balance.amount == sum(entry.amount.amount for entry in wallet.entries) > 0

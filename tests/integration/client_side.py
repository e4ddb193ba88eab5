"""The client's data layer as ``app`` wires it, without a window: for tests against a real platform."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.contract.auth import LoginRequest, TokenPair
from learnup_desktop.contract.exams import AttemptStarted, EntryKind, ExamSummary, StartAttemptRequest
from learnup_desktop.contract.sync import Stream
from learnup_desktop.qt.document_text import document_pages
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import AttemptMeta
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.account_sync import AccountSync
from learnup_desktop.sync.receipts import SigningKey
from tests.platform_fixture import PASSWORD

KEY = bytes(range(32))


@dataclass
class ClientSide:
    """One account on one computer."""

    client: PlatformClient
    store: AccountStore
    sync: AccountSync
    pair: TokenPair
    device_id: str

    async def exam_open_now(self) -> ExamSummary:
        """The demo's open exam, from the cache."""
        exams = await self.store.cache.all(Stream.EXAMS, ExamSummary)
        return min(exams, key=lambda exam: exam.opens_at)

    async def sit(self) -> AttemptStarted:
        """Start or resume the open exam, and begin its journal."""
        exam = await self.exam_open_now()
        request = StartAttemptRequest(device_id=self.device_id, device_name="Test", assurance="none", consent=True)
        started = await self.client.exams.start(exam.id, request)
        meta = AttemptMeta.from_started(started, device_id=self.device_id, paper_sha256=exam.paper_sha256)
        await self.store.journal.begin(meta, started.head)
        return started

    async def answer(self, attempt_id: str, question_id: str, text: str) -> None:
        """One text answer into the journal."""
        body: dict[str, object] = {"questionId": question_id, "answer": {"type": "text", "text": text}}
        await self.store.journal.append(attempt_id, EntryKind.ANSWER, self.sync.clock.now_ms(), body)


@asynccontextmanager
async def signed_in(
    url: str, folder: Path, username: str, device_id: str = "device-a", clock: Clock | None = None
) -> AsyncIterator[ClientSide]:
    """Sign in over ``url`` with the account's files in ``folder``; nothing is started yet."""
    client = PlatformClient(Transport(url, clock or SystemClock()))
    store: AccountStore | None = None
    sync: AccountSync | None = None
    try:
        server = await client.system.well_known()
        request = LoginRequest(username=username, password=PASSWORD, device_id=device_id, device_name="Test")
        pair = await client.auth.login(request)
        store = await AccountStore.open(folder, Sealer(KEY))
        key = SigningKey(server.signing_key_id, server.signing_key)
        sync = AccountSync(client, store, key, clock, read_pages=document_pages)
        yield ClientSide(client, store, sync, pair, device_id)
    finally:
        if sync is not None:
            await sync.close()
        if store is not None:
            await store.close()
        await client.close()

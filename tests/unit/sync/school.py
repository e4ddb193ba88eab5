"""A platform for one attempt behind a scripted wire: it keeps a chain and a lease as the contract says.

Only the wire is made up: requests are the transport's own, and answers go through its own reading.
"""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.exams import (
    AttemptRecord,
    AttemptState,
    Head,
    JournalEntry,
    LogAnswer,
    LogRequest,
    Receipt,
    SubmitRequest,
)
from learnup_desktop.domain.journal import extend_head, genesis_head
from learnup_desktop.domain.receipt import receipt_code, signed_bytes
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.sync.receipts import SigningKey
from tests.unit.api.wire import NOW, fault, scripted
from tests.unit.store.samples import attempt_meta, open_store

Trouble = Callable[[httpx.Request], "httpx.Response | None"]


@dataclass
class School:
    """The platform's side of ``attempt-1``.

    Attributes:
        before: called first; raises or answers in the platform's place.
        after: called when the work is done, before the answer goes out; raises when the answer is lost.
    """

    lease: str = "lease-secret"
    entries: list[JournalEntry] = field(default_factory=list)
    deadline = NOW + timedelta(hours=1)
    state: AttemptState = AttemptState.OPEN
    late: list[int] = field(default_factory=list)
    receipt: Receipt | None = None
    batches: list[int] = field(default_factory=list)
    before: Trouble = lambda request: None
    after: Trouble = lambda request: None
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def head(self) -> Head:
        return extend_head(genesis_head("attempt-1"), self.entries)

    @property
    def signing_key(self) -> SigningKey:
        return SigningKey("key-1", self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self.before(request)
        if answer is None:
            answer = self._answer(request)
            answer = self.after(request) or answer
        return answer

    def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/log"):
            return self._log(LogRequest.model_validate_json(request.content))
        if request.url.path.endswith("/submit"):
            return self._submit(SubmitRequest.model_validate_json(request.content))
        return self._record()

    def _log(self, request: LogRequest) -> httpx.Response:
        self.batches.append(len(request.entries))
        if request.lease_token != self.lease:
            return fault(409, "attempt.lease_lost")
        fresh = [entry for entry in request.entries if entry.seq > len(self.entries)]
        for entry in request.entries:
            if entry.seq <= len(self.entries) and self.entries[entry.seq - 1] != entry:
                return fault(409, "attempt.chain_broken", head=self.head.to_wire())
        if self.receipt is not None and fresh:
            return fault(409, "attempt.submitted")
        if fresh and fresh[0].seq != len(self.entries) + 1:
            return fault(409, "attempt.chain_gap", head=self.head.to_wire())
        try:
            extend_head(self.head, fresh)
        except IntegrityFault:
            return fault(409, "attempt.chain_broken", head=self.head.to_wire())
        self.entries += fresh
        answer = LogAnswer(head=self.head, late=self.late, deadline=self.deadline, state=self.state, server_time=NOW)
        return httpx.Response(200, json=answer.to_wire())

    def _submit(self, request: SubmitRequest) -> httpx.Response:
        if self.receipt is not None:
            if request.head != self.receipt.head:
                return fault(409, "attempt.submitted")
            return httpx.Response(200, json=self.receipt.to_wire())
        if request.lease_token != self.lease:
            return fault(409, "attempt.lease_lost")
        if request.head != self.head:
            return fault(409, "attempt.chain_gap", head=self.head.to_wire())
        self.receipt = self.sign()
        return httpx.Response(200, json=self.receipt.to_wire())

    def sign(self, **changes: object) -> Receipt:
        """A receipt over the head as it stands."""
        unsigned = Receipt(
            attempt_id="attempt-1",
            exam_id="exam-1",
            student_id="student-1",
            head=self.head,
            answered=len(self.entries),
            question_count=12,
            submitted_at=NOW,
            key_id="key-1",
            code=receipt_code("attempt-1", self.head),
            signature=b"",
        ).model_copy(update=changes)
        return unsigned.model_copy(update={"signature": self.key.sign(signed_bytes(unsigned))})

    def _record(self) -> httpx.Response:
        record = AttemptRecord(
            attempt_id="attempt-1",
            exam_id="exam-1",
            student_id="student-1",
            student_name="Nimal",
            state=self.state,
            assurance="none",
            started_at=NOW,
            deadline=self.deadline,
            head=self.head,
            answers=[],
            receipt=self.receipt,
        )
        return httpx.Response(200, json=record.to_wire())


@dataclass
class Desk:
    """The client's side: a real store, a real transport over the scripted wire."""

    school: School
    store: AccountStore
    client: PlatformClient


@asynccontextmanager
async def desk(folder: Path, school: School | None = None) -> AsyncIterator[Desk]:
    """A store with ``attempt-1`` begun, and a client to a school."""
    school = school or School()
    store = await open_store(folder)
    try:
        await store.journal.begin(attempt_meta())
        async with scripted(school) as transport:
            yield Desk(school, store, PlatformClient(transport))
    finally:
        await store.close()


def body_of(request: httpx.Request) -> dict[str, object]:
    """The JSON sent."""
    document: dict[str, object] = json.loads(request.content)
    return document

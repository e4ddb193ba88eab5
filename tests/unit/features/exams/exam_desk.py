"""An exam on this PC for tests: real store, pump and sealed demo paper; only the wire and the worker are played."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.api.connection import Limits
from learnup_desktop.api.tokens import TokenKeeper
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.ids import uuid7
from learnup_desktop.base.tokens import Tokens
from learnup_desktop.contract.auth import Account, Role
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.contract.exams import (
    AttemptStarted,
    AttemptState,
    EntryKind,
    ExamPreparation,
    ExamSummary,
    Head,
    JournalEntry,
    Lease,
    LogAnswer,
    Paper,
    PaperHeader,
    Receipt,
)
from learnup_desktop.contract.integrity import Assurance, ProctoringPolicy, StudentExceptions
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.contract.wire import wire_time
from learnup_desktop.domain.journal import is_answered, latest_answers, verify_chain
from learnup_desktop.domain.receipt import receipt_code, signed_bytes
from learnup_desktop.domain.sealed_paper import seal_paper
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.starting import Device
from learnup_desktop.lockdown.guard import Capability, Report
from learnup_desktop.proctoring.messages import (
    Errand,
    Message,
    Ready,
    Status,
    StatusWord,
    StoredTemplate,
    WorkerConfiguration,
)
from learnup_desktop.proctoring.preview import PreviewFrame
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.papers import PaperDownloads
from learnup_desktop.sync.receipts import SigningKey
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.uploads import AttemptUploads
from learnup_platform.demo.exam_physics import physics_paper

EXAM_ID = "0198f1c0-0000-7000-8000-00000000e001"
STUDENT_ID = "0198f1c0-0000-7000-8000-00000000a001"
ACCOUNT_KEY = b"k" * 32
CONTENT_KEY = b"p" * 32


class PlayedWire(httpx.AsyncBaseTransport):
    """The platform's exam routes in memory, over httpx's own transport interface; can be cut."""

    def __init__(self) -> None:
        self.online = True
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.attempt_id = uuid7()
        self.started_at = self.now().replace(microsecond=0)
        self.deadline = self.started_at + timedelta(minutes=60)
        self.state = AttemptState.OPEN
        self.held: list[JournalEntry] = []
        self.lease_lost = False
        self.policy = ProctoringPolicy(camera_required=False, allow_camera_only=True)
        self.exceptions: StudentExceptions | None = None
        self.templates: list[str] = []
        self.receipt: Receipt | None = None
        self.requests: list[str] = []
        self.sealed = b""
        self.exam: ExamSummary | None = None
        self._key = Ed25519PrivateKey.generate()
        self.signing_key = SigningKey("test", self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not self.online:
            raise httpx.ConnectError("cut")
        self.requests.append(f"{request.method} {request.url.path}")
        headers = {"X-Server-Time": wire_time(self.now())}
        path = request.url.path
        if path.endswith("/paper"):
            return httpx.Response(200, content=self.sealed, headers=headers)
        status, body = self._answer(path, json.loads(request.content) if request.content else {})
        return httpx.Response(status, json=body, headers=headers)

    def answers(self) -> dict[str, dict[str, Any]]:
        """What the platform holds for each question."""
        return {key: dict(entry.body["answer"]) for key, entry in latest_answers(self.held).items()}  # type: ignore[call-overload]

    def kinds(self) -> list[EntryKind]:
        """Kinds of the entries held, in order."""
        return [entry.kind for entry in self.held]

    @property
    def head(self) -> Head:
        """The last entry held."""
        return verify_chain(self.attempt_id, self.held)

    def _answer(self, path: str, body: dict[str, Any]) -> tuple[int, object]:
        if path.endswith("/preparation"):
            prepared = ExamPreparation(
                exam_id=EXAM_ID, policy=self.policy, face_templates=self.templates, exceptions=self.exceptions
            )
            return 200, prepared.to_wire()
        if path.endswith("/attempts"):
            return 200, self.start().to_wire()
        if self.lease_lost and not path.endswith("/preparation"):
            return self._refuse(ErrorCode.ATTEMPT_LEASE_LOST)
        if path.endswith("/log"):
            return self._log(body)
        if path.endswith("/submit"):
            return self._submit(body)
        return self._refuse(ErrorCode.NOT_FOUND, 404)

    def start(self) -> AttemptStarted:
        """The attempt as the platform gives it."""
        lease = Lease(token="lease", device_id="device", expires_at=self.now() + timedelta(minutes=1))
        return AttemptStarted(
            attempt_id=self.attempt_id,
            exam_id=EXAM_ID,
            student_id=STUDENT_ID,
            lease=lease,
            state=self.state,
            started_at=self.started_at,
            deadline=self.deadline,
            server_time=self.now(),
            head=self.head,
            content_key=CONTENT_KEY,
            policy=self.policy,
            face_templates=self.templates,
        )

    def _log(self, body: dict[str, Any]) -> tuple[int, object]:
        entries = [JournalEntry.model_validate(item) for item in body["entries"]]
        fresh = [entry for entry in entries if entry.seq > len(self.held)]
        verify_chain(self.attempt_id, [*self.held, *fresh])
        self.held += fresh
        answer = LogAnswer(
            head=self.head,
            deadline=self.deadline,
            state=self.state,
            server_time=self.now(),
            exceptions=self.exceptions,
        )
        return 200, answer.to_wire()

    def _submit(self, body: dict[str, Any]) -> tuple[int, object]:
        head = Head.model_validate(body["head"])
        if head != self.head:
            return self._refuse(ErrorCode.ATTEMPT_CHAIN_GAP, details={"head": self.head.to_wire()})
        if self.receipt is None:
            unsigned = Receipt(
                attempt_id=self.attempt_id,
                exam_id=EXAM_ID,
                student_id=STUDENT_ID,
                head=head,
                answered=sum(is_answered(answer) for answer in self.answers().values()),
                question_count=12,
                submitted_at=self.now().replace(microsecond=0),
                key_id=self.signing_key.key_id,
                code=receipt_code(self.attempt_id, head),
                signature=b"",
            )
            self.receipt = unsigned.model_copy(update={"signature": self._key.sign(signed_bytes(unsigned))})
            self.state = AttemptState.SUBMITTED
        return 200, self.receipt.to_wire()

    @staticmethod
    def _refuse(code: ErrorCode, status: int = 409, details: dict[str, Any] | None = None) -> tuple[int, object]:
        return status, {
            "statusCode": status,
            "error": "refused",
            "code": code.value,
            "message": code.value,
            "details": details or {},
        }


class PlayedWorker:
    """The supervisor's side of a worker that says what the test wants."""

    def __init__(self, on_message: Callable[[Message], None], clock_ms: Callable[[], int]) -> None:
        self.evidence: tuple[Path, bytes] | None = None
        self.say = on_message
        self.clock_ms = clock_ms
        self.configuration: WorkerConfiguration | None = None
        self.templates: Sequence[StoredTemplate] = ()
        self.frame: PreviewFrame | None = None
        self.errands: list[Errand] = []
        self.running = False
        self.assurance = Assurance.FULL

    def start(self, configuration: WorkerConfiguration) -> None:
        self.configuration = configuration
        self.templates = configuration.templates
        self.running = True
        asyncio.get_running_loop().call_soon(self.become_ready)

    def become_ready(self) -> None:
        if self.running:
            self.say(Ready(assurance=self.assurance, camera="played", width=640, height=480))
            self.say(Status(word=StatusWord.OK, faces=1, light=120, assurance=self.assurance))

    def stop(self) -> None:
        self.running = False

    async def wait_stopped(self) -> None:
        return None

    def use_templates(self, templates: Sequence[StoredTemplate]) -> None:
        self.templates = templates

    def keep_evidence(self, folder: Path, key: bytes) -> None:
        """Where pictures would go."""
        self.evidence = (folder, key)

    def challenge(self, *, seconds: float = 45.0, steps: int = 3) -> None:
        return None

    def cancel_challenge(self) -> None:
        return None

    def newest_frame(self) -> PreviewFrame | None:
        return self.frame

    def run_errand(self, errand: Errand) -> None:
        self.errands.append(errand)


class PlayedLockdown:
    """Lockdown without a window."""

    def __init__(self) -> None:
        self.report: Report | None = None
        self.policy: ProctoringPolicy | None = None
        self.displays = 1
        self.able: tuple[Capability, ...] = ()

    def engage(self, window: object, report: Report, policy: ProctoringPolicy) -> None:
        self.report = report
        self.policy = policy

    def use_policy(self, policy: ProctoringPolicy) -> None:
        self.policy = policy

    def release(self) -> None:
        self.report = None

    def display_count(self) -> int:
        return self.displays

    def capabilities(self) -> tuple[Capability, ...]:
        return self.able


class ExamDesk:
    """One student's PC. ``await open()``, ``await close()`` at the end; ``await crash()`` ends it without an end."""

    def __init__(self, folder: Path, wire: PlayedWire | None = None) -> None:
        self.folder = folder
        self.wire = wire or PlayedWire()
        self.workers: list[PlayedWorker] = []
        self.lockdown = PlayedLockdown()
        self.exam = self.wire.exam or self._make_exam()
        self.wire.exam = self.exam
        self.account = Account(
            id=STUDENT_ID,
            username="nimali",
            name="Nimali Ranasinghe",
            role=Role.STUDENT,
            index_number="4021",
        )

    def _make_exam(self) -> ExamSummary:
        content = physics_paper()
        paper = Paper(exam_id=EXAM_ID, title=content.title, questions=list(content.questions))
        now = datetime.now(UTC)
        header = PaperHeader(exam_id=EXAM_ID, version=1, key_id="k", opens_at=now)
        self.wire.sealed = seal_paper(paper, content.images, header, CONTENT_KEY)
        return ExamSummary(
            id=EXAM_ID,
            class_id="class",
            title=content.title,
            subject=content.title,
            opens_at=now - timedelta(minutes=5),
            closes_at=now + timedelta(hours=8),
            duration_seconds=3600,
            question_count=len(content.questions),
            total_marks=content.total_marks,
            rules=list(content.rules),
            paper_sha256=sha256_hex(self.wire.sealed),
            paper_bytes=len(self.wire.sealed),
        )

    async def open(self) -> ExamsService:
        """Sign in: store, pumps, service."""
        self.store = await AccountStore.open(self.folder, Sealer(ACCOUNT_KEY))
        await self.store.cache.apply([self.change(self.exam)], "cursor")
        self.clock = PlatformClock()
        tokens = TokenKeeper(Tokens("access", "refresh", datetime.now(UTC) + timedelta(hours=1)))
        limits = Limits(tries=1, first_pause=0.01)
        self.transport = Transport("http://127.0.0.1:1", SystemClock(), tokens, wire=self.wire, limits=limits)
        self.transport.on_clock_sample = self.clock.add
        client = PlatformClient(self.transport)
        self.papers = PaperDownloads(client.exams, self.store.blobs)
        self.uploads = AttemptUploads(self.store.journal, client.exams, self.wire.signing_key, clock=self.clock)
        self.service = ExamsService(
            self.account,
            self.store,
            client.exams,
            self.papers,
            self.uploads,
            self.clock,
            Device("device", "Test PC"),
            self.make_worker,
            lambda policy, templates: WorkerConfiguration(policy=policy, templates=templates),
            self.lockdown,
        )
        return self.service

    def make_worker(self, on_message: Callable[[Message], None], clock_ms: Callable[[], int]) -> PlayedWorker:
        worker = PlayedWorker(on_message, clock_ms)
        self.workers.append(worker)
        return worker

    @staticmethod
    def change(exam: ExamSummary) -> Change:
        return Change(stream=Stream.EXAMS, id=exam.id, version=1, data=exam.to_wire())

    async def close(self) -> None:
        """The program ends in order."""
        await self.service.close()
        await self.papers.close()
        await self.uploads.close()
        await self.transport.close()
        await self.store.close()

    async def start(self) -> Sitting:
        """From the lobby into the sitting."""
        lobby = self.service.lobby(self.exam)
        lobby.enter()
        lobby.set_consent(True)
        await until(lobby.may_start)
        return await lobby.start()

    async def crash(self) -> None:
        """The program is gone: nothing is drained, what is on the disk is there."""
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)
        await self.transport.close()
        await self.store.close()

    async def entries(self) -> list[JournalEntry]:
        """The journal of the attempt on this PC."""
        return await self.store.journal.entries(self.wire.attempt_id)


async def until(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    """Wait until something is the case, or fail."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, "it did not come about"
        await asyncio.sleep(0.01)

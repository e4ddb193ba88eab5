"""Sitting an exam: the paper, the attempt with its lease, the journal, the receipt."""

from contextlib import AbstractAsyncContextManager

from learnup_desktop.api.faults import parse_json
from learnup_desktop.api.reading import Download, validated
from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import (
    AttemptRecord,
    AttemptStarted,
    ExamPreparation,
    ExamSummary,
    JournalEntry,
    Lease,
    LeaseRequest,
    LogAnswer,
    LogRequest,
    Receipt,
    StartAttemptRequest,
    SubmitRequest,
)
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.contract.seats import (
    BranchAnswer,
    BranchRequest,
    EmergencyAnswer,
    EmergencyUpload,
    SetAside,
    TakeoverAnswer,
    TakeoverRequest,
)


class ExamsApi:
    """``exams`` and ``attempts`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def all(self) -> list[ExamSummary]:
        """Exams the account may see."""
        return await self._transport.request_list(routes.EXAMS, ExamSummary)

    async def get(self, exam_id: str) -> ExamSummary:
        """One exam."""
        return await self._transport.request_model("GET", routes.EXAM.format(id=exam_id), ExamSummary)

    async def preparation(self, exam_id: str) -> ExamPreparation:
        """What the lobby needs before the start: policy, and the own approved templates."""
        return await self._transport.request_model("GET", routes.PREPARATION.format(id=exam_id), ExamPreparation)

    def paper(self, exam_id: str, *, offset: int = 0, etag: str | None = None) -> AbstractAsyncContextManager[Download]:
        """The sealed paper in pieces, from ``offset`` on."""
        return self._transport.stream(routes.PAPER.format(id=exam_id), offset=offset, etag=etag)

    async def start(
        self, exam_id: str, request: StartAttemptRequest, idempotency_key: str | None = None
    ) -> AttemptStarted:
        """Start an attempt, or resume it: the same device gets the same attempt.

        Raises:
            ConflictError: ``exam.not_open``, ``exam.closed``, ``attempt.lease_held``, ``attempt.submitted``.
            RefusedError: ``exam.proctoring_required``.
            NetworkError, PlatformError: any other of the tree.
        """
        path = routes.ATTEMPTS.format(id=exam_id)
        return await self._transport.request_model(
            "POST", path, AttemptStarted, body=request, idempotency_key=idempotency_key
        )

    async def lease(self, attempt_id: str, device_id: str, token: str | None) -> Lease:
        """Renew the lease (with its token), or take the attempt over (without).

        Raises:
            ConflictError: ``attempt.lease_held`` or ``attempt.lease_lost``.
        """
        body = LeaseRequest(device_id=device_id, token=token)
        return await self._transport.request_model("POST", routes.LEASE.format(id=attempt_id), Lease, body=body)

    async def log(self, attempt_id: str, request: LogRequest) -> LogAnswer:
        """Send journal entries. Repeating is harmless: the platform skips what it holds. The caller repeats.

        Raises:
            ConflictError: ``attempt.lease_lost``, ``attempt.chain_gap``, ``attempt.chain_broken``,
                ``attempt.submitted``.
        """
        return await self._transport.request_model("POST", routes.LOG.format(id=attempt_id), LogAnswer, body=request)

    async def entries(self, attempt_id: str) -> list[JournalEntry]:
        """The whole journal of an attempt as the platform holds it."""
        return await self._transport.request_list(routes.LOG.format(id=attempt_id), JournalEntry)

    async def submit(self, attempt_id: str, request: SubmitRequest, idempotency_key: str) -> Receipt:
        """Hand in.

        Raises:
            ConflictError: ``attempt.chain_gap`` when the platform lacks entries, ``attempt.submitted`` when it is over.
        """
        return await self._transport.request_model(
            "POST", routes.SUBMIT.format(id=attempt_id), Receipt, body=request, idempotency_key=idempotency_key
        )

    async def ask_for_seat(self, attempt_id: str, device_id: str, device_name: str) -> TakeoverAnswer:
        """Ask that this device may go on with the attempt; repeated until it is decided.

        Raises:
            ConflictError: ``attempt.submitted``.
        """
        body = TakeoverRequest(device_id=device_id, device_name=device_name)
        return await self._transport.request_model(
            "POST", routes.TAKEOVER.format(id=attempt_id), TakeoverAnswer, body=body
        )

    async def put_branch(self, attempt_id: str, branch: BranchRequest) -> BranchAnswer:
        """Send entries that cannot go into the chain; a repeat is harmless.

        Raises:
            ConflictError: ``attempt.chain_broken``.
        """
        return await self._transport.request_model(
            "POST", routes.BRANCHES.format(id=attempt_id), BranchAnswer, body=branch
        )

    async def set_aside(self, attempt_id: str) -> list[SetAside]:
        """Every answer of an attempt that does not count."""
        return await self._transport.request_list(routes.SET_ASIDE.format(id=attempt_id), SetAside)

    async def bring_emergency(self, file: bytes) -> EmergencyAnswer:
        """Hand over an emergency file; doing so again merges nothing twice.

        Raises:
            RefusedError: it is no emergency file of this platform.
            ConflictError: its journal does not hold.
        """
        return await self._transport.request_model(
            "POST", routes.EMERGENCY, EmergencyAnswer, body=EmergencyUpload(file=file)
        )

    async def attempt(self, attempt_id: str) -> AttemptRecord:
        """The platform's own record of an attempt."""
        return await self._transport.request_model("GET", routes.ATTEMPT.format(id=attempt_id), AttemptRecord)

    async def put_evidence(
        self, attempt_id: str, sha256: str, part: bytes, *, offset: int, total: int
    ) -> EvidenceState:
        """Upload a part of a sealed evidence file, or all of it; a repeat is harmless.

        Raises:
            ConflictError: another part is expected; ``details["receivedBytes"]`` says which.
            RefusedError: no consent, too large, or not the announced hash.
        """
        headers = {"Content-Range": f"bytes {offset}-{offset + len(part) - 1}/{total}"} if len(part) < total else None
        path = routes.EVIDENCE.format(id=attempt_id, sha256=sha256)
        return await self._put_part(path, part, headers)

    async def put_work(self, attempt_id: str, sha256: str, part: bytes, *, offset: int, total: int) -> EvidenceState:
        """Upload a part of a sealed drawing or photograph; as :meth:`put_evidence`, but no consent is asked for."""
        headers = {"Content-Range": f"bytes {offset}-{offset + len(part) - 1}/{total}"} if len(part) < total else None
        return await self._put_part(routes.WORK.format(id=attempt_id, sha256=sha256), part, headers)

    async def work(self, attempt_id: str, sha256: str) -> bytes:
        """A drawing or photograph that the platform holds, as PNG or JPEG.

        Raises:
            NotFoundError: it is not there (yet).
        """
        path = routes.WORK.format(id=attempt_id, sha256=sha256)
        return await self._transport.request_bytes("GET", path, maximum_bytes=MAXIMUM_WORK_BYTES)

    async def _put_part(self, path: str, part: bytes, headers: dict[str, str] | None) -> EvidenceState:
        answer = await self._transport.request("PUT", path, content=part, headers=headers)
        return validated(EvidenceState, parse_json(answer.headers, answer.body, f"PUT {path}"), f"PUT {path}")

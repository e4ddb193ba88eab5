"""``exams`` and ``attempts`` for those who sit: list, paper, attempt, lease, journal, evidence, submission."""

from typing import Annotated

from fastapi import Header, Path, Query, Request, Response

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
from learnup_desktop.contract.invigilation import EvidenceState, IntegrityRecord, IntegrityReply
from learnup_desktop.contract.wire import Page
from learnup_platform.http.content_range import parse_content_range
from learnup_platform.http.dependencies import Context, CurrentAccount, Now, Session, Student
from learnup_platform.http.download import StoredFile, send_file
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import (
    attempts,
    evidence,
    flags,
    journal,
    queries,
    streams,
    submission,
    views,
)

router = platform_router("exams")

SEALED_PAPER = "application/vnd.learnup.paper"
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get(routes.EXAMS)
async def exams(
    session: Session, principal: CurrentAccount, now: Now, limit: Limit = 100, cursor: str = ""
) -> Page[ExamSummary]:
    """Exams of one's classes."""
    rows = await queries.exam_rows(session, principal, after=cursor, limit=limit + 1)
    items = await streams.summaries(session, principal, rows[:limit], now)
    return Page[ExamSummary](items=items, next_cursor=items[-1].id if len(rows) > limit else None)


@router.get(routes.EXAM)
async def one_exam(id: str, session: Session, principal: CurrentAccount, now: Now) -> ExamSummary:
    """One exam."""
    row = await queries.exam_row(session, principal, id)
    return (await streams.summaries(session, principal, [row], now))[0]


@router.get(routes.PAPER, response_class=Response)
async def paper(id: str, request: Request, session: Session, context: Context, principal: CurrentAccount) -> Response:
    """The sealed paper; any time, since it says nothing without the key. Takes ranges."""
    exam, *_ = await queries.exam_row(session, principal, id)
    file = StoredFile(exam.storage_key, exam.paper_bytes, exam.paper_sha256, SEALED_PAPER, f"{exam.id}.paper")
    return await send_file(request, context.files, file)


@router.get(routes.PREPARATION)
async def preparation(id: str, session: Session, context: Context, principal: Student) -> ExamPreparation:
    """What the lobby needs before the start: the policy and the student's own approved templates."""
    return await attempts.preparation(context, session, principal, id)


@router.post(routes.ATTEMPTS)
async def start_attempt(
    id: str, body: StartAttemptRequest, session: Session, context: Context, principal: Student, now: Now
) -> AttemptStarted:
    """Begin an attempt or go on with it; brings the content key once the exam is open."""
    return await attempts.start(context, session, principal, id, body, now)


@router.get(routes.ATTEMPT)
async def attempt(id: str, session: Session, principal: CurrentAccount, now: Now) -> AttemptRecord:
    """The platform's own record of an attempt."""
    return await submission.record_of(session, principal, id, now)


@router.post(routes.LEASE)
async def lease(id: str, body: LeaseRequest, session: Session, principal: Student, now: Now) -> Lease:
    """Renew or take over the right to write an attempt."""
    return await attempts.renew_lease(session, principal, id, body, now)


@router.post(routes.LOG)
async def append_log(id: str, body: LogRequest, session: Session, principal: Student, now: Now) -> LogAnswer:
    """Send journal entries."""
    return await journal.take_log(session, principal, id, body, now)


@router.get(routes.LOG)
async def read_log(
    id: str,
    session: Session,
    principal: CurrentAccount,
    after: Annotated[int, Query(ge=0, le=2**31)] = 0,
    cursor: Annotated[int, Query(ge=0, le=2**31)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 500,
) -> Page[JournalEntry]:
    """The journal as it is held, from the entry after ``after``; ``cursor`` goes on where a page ended."""
    found, *_ = await queries.visible_attempt(session, principal, id)
    records = await queries.entries(session, found.id, after=max(after, cursor), limit=limit + 1)
    items = [views.journal_entry(record) for record in records[:limit]]
    return Page[JournalEntry](items=items, next_cursor=str(items[-1].seq) if len(records) > limit else None)


@router.put(routes.EVIDENCE)
async def put_evidence(
    id: str,
    sha256: Digest,
    request: Request,
    session: Session,
    context: Context,
    principal: Student,
    now: Now,
    content_range: Annotated[str | None, Header()] = None,
) -> EvidenceState:
    """Send an evidence file, whole or the next part of it (``Content-Range: bytes 0-1023/4096``)."""
    data = await request.body()
    part = parse_content_range(content_range, len(data))
    return await evidence.take(context, session, principal, id, sha256, part, data, now)


@router.get(routes.EVIDENCE, response_class=Response)
async def get_evidence(
    id: str, sha256: Digest, session: Session, context: Context, principal: CurrentAccount
) -> Response:
    """An evidence picture, opened for who may see it."""
    data = await evidence.read(context, session, principal, id, sha256)
    return Response(data, media_type="image/jpeg", headers={"etag": f'"{sha256}"'})


@router.post(routes.SUBMIT)
async def submit(
    id: str, body: SubmitRequest, session: Session, context: Context, principal: Student, now: Now
) -> Receipt:
    """Hand in; the answer is the signed receipt, the same one each time."""
    return await submission.submit(session, context.keys, principal, id, body, now)


@router.get(routes.INTEGRITY)
async def integrity(id: str, session: Session, principal: CurrentAccount) -> Page[IntegrityRecord]:
    """The flags of an attempt."""
    return Page[IntegrityRecord](items=await flags.flags_of(session, principal, id))


@router.post(routes.INTEGRITY_REPLY)
async def reply(id: str, body: IntegrityReply, session: Session, principal: Student, now: Now) -> IntegrityRecord:
    """The student's side of a flag."""
    return await flags.reply(session, principal, id, body, now)

"""Sealed papers: made once when an exam is set, given out in ranges, and known in the clear only to the platform."""

import secrets
from collections import OrderedDict
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.exams import Paper, PaperHeader
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.marking import MarkingScheme
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.question_order import asked_of_each, paper_for
from learnup_desktop.domain.sealed_paper import KEY_BYTES, seal_paper
from learnup_platform.db.models_exams import ExamRecord
from learnup_platform.modules.exams import queries
from learnup_platform.sealing import seal, unseal

_KEPT = 32
_papers: OrderedDict[str, Paper] = OrderedDict()


def content_key_purpose(exam_id: str) -> str:
    """What the sealed content key of an exam is sealed for."""
    return f"content-key:{exam_id}"


def make_exam(
    paper: Paper,
    images: dict[str, bytes],
    *,
    class_id: str,
    opens_at: datetime,
    closes_at: datetime,
    duration_seconds: int,
    policy: ProctoringPolicy,
    sealing_key: bytes,
    rules: tuple[LocalizedText, ...] = (),
    content_key: bytes | None = None,
    version: int = 1,
    marking: MarkingScheme | None = None,
    proctored: bool = True,
    practice: bool = False,
) -> tuple[ExamRecord, bytes]:
    """An exam that is not stored yet, and its sealed paper, to be stored under ``storage_key`` before the exam is.

    Args:
        sealing_key: the platform's, under which the content key is kept.
        content_key: 32 bytes; made here unless a demo needs the same ones every time.
        marking: what is right; without it a teacher marks everything.
        practice: a rehearsal, whose marks do not count.

    Raises:
        ValueError: the paper cannot be sealed.
    """
    question_count, total_marks = asked_of_each(paper)
    key = content_key or secrets.token_bytes(KEY_BYTES)
    key_id = sha256_hex(b"learnup-key-id:" + key)[:16]
    header = PaperHeader(exam_id=paper.exam_id, version=version, key_id=key_id, opens_at=opens_at)
    sealed = seal_paper(paper, images, header, key)
    exam = ExamRecord(
        id=paper.exam_id,
        class_id=class_id,
        title=paper.title,
        opens_at=opens_at,
        closes_at=closes_at,
        duration_seconds=duration_seconds,
        question_count=question_count,
        total_marks=total_marks,
        proctored=proctored,
        practice=practice,
        rules=[rule.model_dump(exclude_none=True) for rule in rules],
        policy=policy.to_wire(),
        paper=paper.to_wire(),
        marking=marking.to_wire() if marking is not None else None,
        paper_version=version,
        paper_sha256=sha256_hex(sealed),
        paper_bytes=len(sealed),
        storage_key=f"papers/{paper.exam_id}/{sha256_hex(sealed)}",
        key_id=key_id,
        content_key=seal(sealing_key, key, content_key_purpose(paper.exam_id)),
    )
    return exam, sealed


def content_key_of(exam: ExamRecord, sealing_key: bytes) -> bytes:
    """The key of the exam's paper.

    Raises:
        IntegrityFault: the platform's sealing key is another than when the exam was made.
    """
    return unseal(sealing_key, exam.content_key, content_key_purpose(exam.id))


def policy_of(exam: ExamRecord) -> ProctoringPolicy:
    """What the exam asks of proctoring."""
    return ProctoringPolicy.model_validate(exam.policy)


async def paper_of_attempt(session: AsyncSession, exam: ExamRecord, attempt_id: str) -> Paper:
    """The paper as one attempt has it: drawn from its pools, in its order."""
    return paper_for(await paper_of(session, exam), attempt_id)


async def marking_of(session: AsyncSession, exam: ExamRecord) -> MarkingScheme:
    """What is right; an empty scheme where a teacher marks everything."""
    return MarkingScheme.model_validate(await queries.marking_document(session, exam.id) or {})


async def paper_of(session: AsyncSession, exam: ExamRecord) -> Paper:
    """The paper in the clear, for judging; parsed once, since every log post asks for it."""
    paper = _papers.pop(exam.paper_sha256, None)
    if paper is None:
        paper = Paper.model_validate(await queries.paper_document(session, exam.id))
    _papers[exam.paper_sha256] = paper
    if len(_papers) > _KEPT:
        _papers.popitem(last=False)
    return paper

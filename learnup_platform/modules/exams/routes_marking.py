"""Pictures of working, and marks."""

from typing import Annotated

from fastapi import Header, Path, Request, Response

from learnup_desktop.contract import routes
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.contract.marking import AttemptMarks, MarkRequest
from learnup_platform.http.content_range import parse_content_range
from learnup_platform.http.dependencies import Context, CurrentAccount, Now, Session, Student, Teacher
from learnup_platform.http.route import platform_router
from learnup_platform.modules.exams import marking, work

router = platform_router("marking")
Digest = Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")]


@router.put(routes.WORK)
async def put_work(
    id: str,
    sha256: Digest,
    request: Request,
    session: Session,
    context: Context,
    principal: Student,
    now: Now,
    content_range: Annotated[str | None, Header()] = None,
) -> EvidenceState:
    """Send a sealed drawing or photograph, whole or the next part of it (``Content-Range: bytes 0-1023/4096``)."""
    data = await request.body()
    part = parse_content_range(content_range, len(data))
    return await work.take(context, session, principal, id, sha256, part, data, now)


@router.get(routes.WORK, response_class=Response)
async def get_work(id: str, sha256: Digest, session: Session, context: Context, principal: CurrentAccount) -> Response:
    """A drawing or photograph, opened for the student and the markers."""
    media_type, data = await work.read(context, session, principal, id, sha256)
    return Response(data, media_type=media_type, headers={"etag": f'"{sha256}"'})


@router.get(routes.MARKS)
async def marks(id: str, session: Session, principal: Teacher, now: Now) -> AttemptMarks:
    """The marks of an attempt that is over: the rules' and the teachers'."""
    return await marking.marks_of(session, principal, id, now)


@router.put(routes.MARKS)
async def give_marks(id: str, body: MarkRequest, session: Session, principal: Teacher, now: Now) -> AttemptMarks:
    """Give marks, or take them back."""
    return await marking.give(session, principal, id, body, now)

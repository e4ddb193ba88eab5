"""Marking an exam: everybody's marks, what was set aside, publishing, and the figures of the paper."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.marking import AttemptMarks, GivenMark, MarkRequest
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.contract.results import ExamAnalysis, ExamResults, PublishRequest, ResultsState
from learnup_desktop.contract.seats import SetAside, SetAsideDecision, StudentSetAside
from learnup_desktop.contract.wire import Page
from learnup_desktop.domain.sealed_paper import MAXIMUM_IMAGE_BYTES


class MarkingApi:
    """Routes of those who mark."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def results(self, exam_id: str) -> ExamResults:
        """The questions, everybody's answers and marks, and how far the exam is."""
        return await self._transport.request_model("GET", routes.RESULTS.format(id=exam_id), ExamResults)

    async def analysis(self, exam_id: str) -> ExamAnalysis:
        """How the paper and its questions did."""
        return await self._transport.request_model("GET", routes.ANALYSIS.format(id=exam_id), ExamAnalysis)

    async def give(self, attempt_id: str, marks: list[GivenMark], idempotency_key: str) -> AttemptMarks:
        """Give marks; ``refused`` of the answer are those that gave way to somebody else's.

        Raises:
            RefusedError: a question that was not asked, or more marks than it has.
        """
        path = routes.MARKS.format(id=attempt_id)
        return await self._transport.request_model(
            "PUT", path, AttemptMarks, body=MarkRequest(marks=marks), idempotency_key=idempotency_key
        )

    async def publish(self, exam_id: str, request: PublishRequest, idempotency_key: str) -> ResultsState:
        """Tell the students their marks.

        Raises:
            ConflictError: ``results.incomplete`` or ``exam.cancelled``.
        """
        path = routes.RESULTS.format(id=exam_id)
        return await self._transport.request_model(
            "POST", path, ResultsState, body=request, idempotency_key=idempotency_key
        )

    async def set_aside(self, exam_id: str) -> list[StudentSetAside]:
        """Every answer of an exam that does not count, beside the one that does, by student."""
        return await self._transport.request_list(routes.SET_ASIDE_OF_EXAM.format(id=exam_id), StudentSetAside)

    async def decide(self, attempt_id: str, decision: SetAsideDecision, idempotency_key: str) -> list[SetAside]:
        """Let an answer count that was set aside, or keep it aside; what is set aside of the attempt then.

        Raises:
            NotFoundError: it is no longer there.
            ConflictError: the student may still write.
        """
        path = routes.SET_ASIDE_DECISION.format(id=attempt_id)
        page = await self._transport.request_model(
            "POST", path, Page[SetAside], body=decision, idempotency_key=idempotency_key
        )
        return page.items

    async def work(self, attempt_id: str, sha256: str) -> bytes:
        """A drawing or photograph, as PNG or JPEG.

        Raises:
            NotFoundError: it has not arrived yet.
        """
        path = routes.WORK.format(id=attempt_id, sha256=sha256)
        return await self._transport.request_bytes("GET", path, maximum_bytes=MAXIMUM_WORK_BYTES)

    async def paper_image(self, exam_id: str, name: str) -> bytes:
        """A picture of the paper: PNG, JPEG or SVG.

        Raises:
            NotFoundError: the paper has none of that name.
        """
        path = routes.PAPER_IMAGE.format(id=exam_id, name=name)
        return await self._transport.request_bytes("GET", path, maximum_bytes=MAXIMUM_IMAGE_BYTES)

"""The platform's own records, read over REST by a person who may: what is compared with what was typed."""

from types import TracebackType

from learnup_desktop.api.client import PlatformClient
from learnup_desktop.api.transport import Transport
from learnup_desktop.base.clock import SystemClock
from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract.auth import LoginRequest
from learnup_desktop.contract.face import EnrolmentState


class PlatformRecords:
    """A signed-in reader of one platform; use as an asynchronous context manager.

    Args:
        url: the platform.
        username: a demo account; its password is asked of the platform, which offers it.
    """

    def __init__(self, url: str, username: str) -> None:
        self._client = PlatformClient(Transport(url, SystemClock()))
        self._username = username

    async def __aenter__(self) -> "PlatformRecords":
        offered = await self._client.system.well_known()
        password = next((item.password for item in offered.demo_accounts if item.username == self._username), None)
        if password is None:
            raise RuleViolation(f"the platform offers no demo account {self._username}")
        await self._client.auth.login(
            LoginRequest(username=self._username, password=password, device_id=uuid7(), device_name="records")
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self._client.close()

    async def answers(self, attempt_id: str) -> dict[str, object]:
        """The answers that count, by question id, in wire form."""
        record = await self._client.exams.attempt(attempt_id)
        return {item.question_id: item.answer.to_wire() for item in record.answers}

    async def integrity_counts(self, attempt_id: str) -> dict[str, int]:
        """How many integrity events of each kind the platform holds."""
        return dict((await self._client.exams.attempt(attempt_id)).integrity_counts)

    async def approve_enrolments(self) -> int:
        """Approve every enrolment that waits; returns how many."""
        waiting = [item for item in await self._client.face.enrolments() if item.state is EnrolmentState.WAITING]
        for item in waiting:
            await self._client.face.decide(item.id, True, uuid7())
        return len(waiting)

    async def marks(self, lesson_id: str) -> dict[str, str]:
        """The standing marks of a lesson: state by student id."""
        held = await self._client.attendance.of_lesson(lesson_id)
        return {mark.student_id: mark.state.value for mark in held.marks if not mark.withdrawn}

"""Meetings of lessons."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.meetings import MeetingTicket


class MeetingsApi:
    """``sessions/{id}/meeting`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def join(self, lesson_id: str) -> MeetingTicket:
        """A ticket for one join; ask for another one the next time, and keep none.

        Raises:
            NotFoundError: not one's lesson.
            ConflictError: it may not be joined now; ``platform_code`` is one of ``meeting.*``.
            RateLimitedError: asked for too often.
            NetworkError, PlatformError: any other of the tree.
        """
        return await self._transport.request_model("POST", routes.MEETING.format(id=lesson_id), MeetingTicket)

    async def end(self, lesson_id: str) -> None:
        """Say that the meeting is over for everybody (who teaches the lesson). A repeat changes nothing."""
        await self._transport.request("POST", routes.MEETING_END.format(id=lesson_id))

"""Places in seminars. Seminars and recordings themselves come with the sync."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.recordings import Seminar


class SeminarsApi:
    """``seminars/{id}/place`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def register(self, seminar_id: str) -> Seminar:
        """Take a place; who has one keeps it.

        Raises:
            ConflictError: ``seminar.full``, ``seminar.closed`` or ``seminar.cancelled``.
            NetworkError, PlatformError: any other of the tree.
        """
        return await self._transport.request_model("PUT", routes.SEMINAR_PLACE.format(id=seminar_id), Seminar)

    async def give_back(self, seminar_id: str) -> Seminar:
        """Give the place back.

        Raises:
            ConflictError: ``seminar.closed``.
            NetworkError, PlatformError: any other of the tree.
        """
        return await self._transport.request_model("DELETE", routes.SEMINAR_PLACE.format(id=seminar_id), Seminar)

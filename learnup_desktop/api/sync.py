"""What changed since a cursor."""

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.sync import Stream, SyncAnswer

_STREAMS = ",".join(stream.value for stream in Stream)
"""Always named, so that a newer platform does not send streams this version cannot read."""


class SyncApi:
    """``sync`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def changes(self, cursor: str) -> SyncAnswer:
        """One page of changes after ``cursor``, of the streams this version knows.

        Raises:
            RefusedError: 410, ``platform_code`` ``sync.cursor_too_old``: take the snapshot.
            NetworkError, PlatformError: any other of the tree.
        """
        params = {"streams": _STREAMS, "cursor": cursor}
        return await self._transport.request_model("GET", routes.SYNC, SyncAnswer, params=params)

    async def snapshot(self, cursor: str | None = None) -> SyncAnswer:
        """One page of everything the account may see; ``cursor`` is that of the page before."""
        params = {"streams": _STREAMS}
        if cursor is not None:
            params["cursor"] = cursor
        return await self._transport.request_model("GET", routes.SYNC_SNAPSHOT, SyncAnswer, params=params)

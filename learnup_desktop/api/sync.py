"""What changed since a cursor."""

from collections.abc import Iterable

from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.sync import Stream, SyncAnswer


class SyncApi:
    """``sync`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def changes(self, cursor: str, streams: Iterable[Stream] | None = None) -> SyncAnswer:
        """One page of changes after ``cursor``, of all streams the account may see unless named.

        Raises:
            RefusedError: 410, ``platform_code`` ``sync.cursor_too_old``: take the snapshot.
            NetworkError, PlatformError: any other of the tree.
        """
        params = {"cursor": cursor}
        if streams is not None:
            params["streams"] = ",".join(stream.value for stream in streams)
        return await self._transport.request_model("GET", routes.SYNC, SyncAnswer, params=params)

    async def snapshot(self, cursor: str | None = None) -> SyncAnswer:
        """One page of everything the account may see; ``cursor`` is that of the page before."""
        params = {"cursor": cursor} if cursor is not None else None
        return await self._transport.request_model("GET", routes.SYNC_SNAPSHOT, SyncAnswer, params=params)

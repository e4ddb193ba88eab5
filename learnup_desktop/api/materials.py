"""Study materials and announcements."""

from contextlib import AbstractAsyncContextManager

from learnup_desktop.api.reading import Download
from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.communication import Announcement


class MaterialsApi:
    """``materials`` and ``announcements`` routes."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def all(self) -> list[Material]:
        """Materials of the account's classes."""
        return await self._transport.request_list(routes.MATERIALS, Material)

    def content(
        self, material_id: str, *, offset: int = 0, etag: str | None = None
    ) -> AbstractAsyncContextManager[Download]:
        """A material's bytes in pieces, from ``offset`` on."""
        return self._transport.stream(routes.MATERIAL_CONTENT.format(id=material_id), offset=offset, etag=etag)

    async def announcements(self) -> list[Announcement]:
        """What the school has to say."""
        return await self._transport.request_list(routes.ANNOUNCEMENTS, Announcement)

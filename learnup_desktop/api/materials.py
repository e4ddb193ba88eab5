"""Study materials and announcements."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager

from learnup_desktop.api import faults
from learnup_desktop.api.reading import Download, validated
from learnup_desktop.api.transport import Transport
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Material
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.materials import (
    ManifestRequest,
    MaterialKey,
    NewMaterial,
    Publication,
    SignedManifest,
    UploadState,
)


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

    async def key(self, material_id: str) -> MaterialKey:
        """What opens the account's own sealed copy of a publication."""
        return await self._transport.request_model("GET", routes.MATERIAL_KEY.format(id=material_id), MaterialKey)

    async def manifest(self, material_ids: Sequence[str]) -> SignedManifest:
        """The platform's signed list for a pack of these."""
        body = ManifestRequest(material_ids=list(material_ids))
        return await self._transport.request_model("POST", routes.PACK_MANIFEST, SignedManifest, body=body)

    async def publications(self) -> list[Publication]:
        """What is offered to the account's classes."""
        return await self._transport.request_list(routes.PUBLICATIONS, Publication)

    async def buy(self, publication_id: str) -> Publication:
        """Ask for a publication."""
        return await self._transport.request_model("POST", routes.PURCHASE.format(id=publication_id), Publication)

    async def upload_state(self, upload_id: str) -> UploadState:
        """How much of an upload the platform has."""
        return await self._transport.request_model("GET", routes.UPLOAD.format(id=upload_id), UploadState)

    async def upload_part(self, upload_id: str, data: bytes, start: int, total: int) -> UploadState:
        """Send the next part of an upload.

        Raises:
            ConflictError: ``platform_code`` ``upload.gap``: it is not the next one; ask for the state.
            NetworkError, PlatformError: any other of the tree.
        """
        headers = {"Content-Range": f"bytes {start}-{start + len(data) - 1}/{total}"}
        path = routes.UPLOAD.format(id=upload_id)
        answer = await self._transport.request("PUT", path, content=data, headers=headers)
        return validated(UploadState, faults.parse_json(answer.headers, answer.body, f"PUT {path}"), f"PUT {path}")

    async def add(self, material: NewMaterial) -> Material:
        """Make material of a finished upload; a repeat gives what is there."""
        return await self._transport.request_model(
            "POST", routes.MATERIALS, Material, body=material, idempotency_key=material.id
        )

    async def change(self, material_id: str, fields: Mapping[str, object], key: str) -> Material:
        """Change what is given (``MaterialChange`` in wire form)."""
        path = routes.MATERIAL.format(id=material_id)
        return await self._transport.request_model("PATCH", path, Material, body=dict(fields), idempotency_key=key)

    async def delete(self, material_id: str, key: str) -> None:
        """Take material away for good."""
        await self._transport.request_json("DELETE", routes.MATERIAL.format(id=material_id), idempotency_key=key)

    async def announcements(self) -> list[Announcement]:
        """What the school has to say."""
        return await self._transport.request_list(routes.ANNOUNCEMENTS, Announcement)

    async def mark_read(self, announcement_id: str, idempotency_key: str) -> None:
        """Note that the account has read a notice."""
        path = routes.ANNOUNCEMENT_READ.format(id=announcement_id)
        await self._transport.request_json("PUT", path, idempotency_key=idempotency_key)

"""Putting up study material, publications that are bought, and the signed list that goes with a pack on a USB stick."""

from enum import StrEnum

from pydantic import Field

from learnup_desktop.contract.wire import Base64Bytes, Identifier, LocalizedText, Sha256, UtcTime, WireModel

LARGEST_MATERIAL = 512 * 1024 * 1024
"""Bytes of one file: an hour of a lesson's recording."""
MOST_IN_A_PACK = 2000


class UploadState(WireModel):
    """``GET`` and ``PUT uploads/{id}``: how much of the file the platform has, where the next part begins."""

    id: Identifier
    received_bytes: int


class NewMaterial(WireModel):
    """``POST materials``: what an upload is. ``id`` is made by the client, so a repeat is the same material.

    A draft (``published`` false) is seen only by those who teach the class.
    """

    id: Identifier
    upload_id: Identifier
    class_id: Identifier
    title: LocalizedText
    kind: str = Field(default="document", max_length=32)
    media_type: str = Field(max_length=100)
    file_name: str = Field(min_length=1, max_length=200)
    size_bytes: int = Field(gt=0, le=LARGEST_MATERIAL)
    sha256: Sha256
    due_at: UtcTime | None = None
    published: bool = True


class MaterialChange(WireModel):
    """``PATCH materials/{id}``: what is given is changed; ``due_at`` null takes the date away."""

    title: LocalizedText | None = None
    due_at: UtcTime | None = None
    published: bool | None = None


class NewPublication(NewMaterial):
    """``POST publications``: something that is bought. Price in minor units; 0 gives it to whoever asks."""

    summary: LocalizedText = LocalizedText(en="")
    price_minor: int = Field(ge=0, le=10_000_000)
    currency: str = Field(default="LKR", pattern="^[A-Z]{3}$")


class PurchaseState(StrEnum):
    """How somebody stands to a publication."""

    OFFERED = "offered"
    PENDING = "pending"
    OWNED = "owned"
    ENDED = "ended"


class Publication(WireModel):
    """``GET publications``. Once owned it is also one of the account's materials, sealed, as ``material_id``.

    A pending one is paid by ``invoice_id`` (``POST payments``), or given by the school.
    """

    id: Identifier
    class_id: Identifier
    title: LocalizedText
    summary: LocalizedText
    author_name: str
    media_type: str
    size_bytes: int
    price_minor: int
    currency: str
    state: PurchaseState = PurchaseState.OFFERED
    material_id: Identifier | None = None
    invoice_id: Identifier | None = None
    access_ends_at: UtcTime | None = None


class AccessRequest(WireModel):
    """``PUT publications/{id}/access/{studentId}`` (administrators): it is paid, or given; until when."""

    ends_at: UtcTime | None = None


class MaterialKey(WireModel):
    """``GET materials/{id}/key``: opens the account's own sealed copy, and no other account's."""

    material_id: Identifier
    sha256: Sha256
    key: Base64Bytes
    ends_at: UtcTime | None = None


class ManifestRequest(WireModel):
    """``POST packs/manifest``: the materials that somebody wants to carry to another computer."""

    material_ids: list[Identifier] = Field(min_length=1, max_length=MOST_IN_A_PACK)


class ManifestItem(WireModel):
    """A file of a pack, as the platform knows it."""

    material_id: Identifier
    class_id: Identifier
    title: LocalizedText
    media_type: str
    size_bytes: int
    sha256: Sha256


class PackManifest(WireModel):
    """What a pack holds, by the platform's word. Sealed material is never in it."""

    format: int = 1
    made_at: UtcTime
    made_for: Identifier
    items: list[ManifestItem]


class SignedManifest(WireModel):
    """``document`` is the canonical JSON of a ``PackManifest``, as it was signed (Ed25519)."""

    document: Base64Bytes
    key_id: str
    signature: Base64Bytes

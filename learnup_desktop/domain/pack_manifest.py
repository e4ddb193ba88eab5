"""The list of a pack: what the platform signs and what an importing computer believes, and nothing else of the pack.

The document is canonical JSON behind a prefix that no other signed thing of the platform begins with, so that a receipt
can never pass for a list.
"""

import json

from pydantic import ValidationError

from learnup_desktop.base.canonical import canonical_json
from learnup_desktop.base.errors import IntegrityFault
from learnup_desktop.contract.materials import PackManifest, SignedManifest

PREFIX = b"learnup-pack-1:"
LARGEST_DOCUMENT = 4 * 1024 * 1024


def manifest_document(manifest: PackManifest) -> bytes:
    """The bytes that are signed."""
    return PREFIX + canonical_json(manifest.to_wire())


def read_manifest(signed: SignedManifest, key_id: str, public_key: bytes) -> PackManifest:
    """The list, if the platform with this key has signed it.

    Raises:
        IntegrityFault: another key, a signature that does not hold, or no list.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if signed.key_id != key_id:
        raise IntegrityFault("the pack is signed with another key than this school's")
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signed.signature, signed.document)
    except (InvalidSignature, ValueError) as error:
        raise IntegrityFault("the pack's signature does not hold") from error
    if not signed.document.startswith(PREFIX) or len(signed.document) > LARGEST_DOCUMENT:
        raise IntegrityFault("what is signed is not the list of a pack")
    try:
        return PackManifest.model_validate(json.loads(signed.document[len(PREFIX) :]))
    except (ValidationError, ValueError) as error:
        raise IntegrityFault("the pack's list cannot be understood") from error

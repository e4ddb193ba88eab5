"""The seal of a drawing or photograph: made on the student's PC, opened by the platform for whoever marks it.

The file form is ``domain.sealed_evidence``'s; the key is another, derived from the attempt's evidence key, so that a
camera picture can never pass for an answer. What the journal names is the SHA-256 of the sealed file.
"""

import hmac

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault, RuleViolation
from learnup_desktop.contract.answers import WorkFile
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.domain.sealed_evidence import open_evidence, seal_evidence

_MAGIC = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def work_key(evidence_key: bytes, attempt_id: str) -> bytes:
    """The 32 bytes that seal an attempt's drawings and photographs."""
    return hmac.digest(evidence_key, b"learnup-work:" + attempt_id.encode(), "sha256")


def media_type_of(picture: bytes) -> str | None:
    """PNG or JPEG by their first bytes; None for anything else, whatever its name says."""
    return next((media_type for magic, media_type in _MAGIC.items() if picture.startswith(magic)), None)


def seal_work(picture: bytes, attempt_id: str, key: bytes, *, sketch: bool = False) -> tuple[WorkFile, bytes]:
    """What the answer names, and the sealed file.

    Args:
        picture: PNG or JPEG, at most ``MAXIMUM_WORK_BYTES``.
        key: from :func:`work_key`.

    Raises:
        RuleViolation: the picture is of another kind, empty or too large.
    """
    media_type = media_type_of(picture)
    if media_type is None:
        raise RuleViolation("neither PNG nor JPEG")
    if len(picture) > MAXIMUM_WORK_BYTES:
        raise RuleViolation("the picture is too large")
    sealed = seal_evidence(picture, {"attempt": attempt_id, "mediaType": media_type}, key)
    named = WorkFile.model_validate(
        {"sha256": sha256_hex(sealed), "sizeBytes": len(picture), "mediaType": media_type, "sketch": sketch}
    )
    return named, sealed


def open_work(sealed: bytes, attempt_id: str, key: bytes) -> tuple[str, bytes]:
    """Media type and picture.

    Raises:
        IntegrityFault: not sealed so, changed, of another attempt or under another key.
    """
    header, picture = open_evidence(sealed, key)
    media_type = media_type_of(picture)
    if header.get("attempt") != attempt_id or media_type is None:
        raise IntegrityFault("a picture of another attempt, or none")
    return media_type, picture

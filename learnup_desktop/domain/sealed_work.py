"""The seal of a drawing or photograph: made on the student's PC, opened by the platform for whoever marks it.

The file form is ``domain.sealed_evidence``'s; the key is another, derived from the attempt's evidence key, so that a
camera picture can never pass for an answer. An attempt that began without a network has no evidence key yet: its
pictures are sealed under one derived from the paper's content key and the attempt's id, which the platform knows too.
What the journal names is the SHA-256 of the sealed file.
"""

import contextlib
import hmac
from collections.abc import Sequence

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.base.errors import IntegrityFault, RuleViolation
from learnup_desktop.contract.answers import WorkFile
from learnup_desktop.contract.questions import MAXIMUM_WORK_BYTES
from learnup_desktop.domain.sealed_evidence import open_evidence, seal_evidence

_MAGIC = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def work_keys(attempt_id: str, evidence_key: bytes | None, content_key: bytes) -> tuple[bytes, ...]:
    """The keys that an attempt's drawings and photographs may be sealed under; the first one seals new ones."""
    offline = hmac.digest(content_key, b"learnup-work-offline:" + attempt_id.encode(), "sha256")
    if evidence_key is None:
        return (offline,)
    return hmac.digest(evidence_key, b"learnup-work:" + attempt_id.encode(), "sha256"), offline


def media_type_of(picture: bytes) -> str | None:
    """PNG or JPEG by their first bytes; None for anything else, whatever its name says."""
    return next((media_type for magic, media_type in _MAGIC.items() if picture.startswith(magic)), None)


def seal_work(picture: bytes, attempt_id: str, key: bytes, *, sketch: bool = False) -> tuple[WorkFile, bytes]:
    """What the answer names, and the sealed file.

    Args:
        picture: PNG or JPEG, at most ``MAXIMUM_WORK_BYTES``.
        key: the first of :func:`work_keys`.

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


def open_work(sealed: bytes, attempt_id: str, keys: Sequence[bytes]) -> tuple[str, bytes]:
    """Media type and picture, under one of the keys.

    Raises:
        IntegrityFault: not sealed so, changed, of another attempt or under another key.
    """
    header, picture = _opened(sealed, keys)
    media_type = media_type_of(picture)
    if header.get("attempt") != attempt_id or media_type is None:
        raise IntegrityFault("a picture of another attempt, or none")
    return media_type, picture


def _opened(sealed: bytes, keys: Sequence[bytes]) -> tuple[dict[str, object], bytes]:
    for key in keys[:-1]:
        with contextlib.suppress(IntegrityFault):
            return open_evidence(sealed, key)
    return open_evidence(sealed, keys[-1])

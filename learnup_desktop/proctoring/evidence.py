"""Evidence: small JPEG pictures around an event, sealed before they touch the disk.

The form of a sealed file is ``domain/sealed_evidence.py``'s. What goes into the attempt's hash chain is the SHA-256 of
the whole file.

A full disk or a used-up quota never stops the watching: it is recorded as a gap in the evidence, once.
"""

import contextlib
import os
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
from learnup_desktop.domain.sealed_evidence import seal_evidence
from learnup_desktop.face.analyser import DetectedFace, Image, region_around
from learnup_desktop.proctoring.messages import EvidenceItem

_LONGEST_SIDE = 320
_JPEG_QUALITY = 80
_RING_SECONDS = 6.0


def evidence_jpeg(image: Image, faces: list[DetectedFace]) -> bytes:
    """The part of the frame that shows the people in it (all of it when nobody is there), at most 320 pixels long."""
    height, width = image.shape[:2]
    region = region_around(faces, width, height, margin=0.8)
    part = image if region is None else image[region.top : region.bottom, region.left : region.right]
    scale = _LONGEST_SIDE / max(part.shape[:2])
    if scale < 1:
        size = max(1, round(part.shape[1] * scale)), max(1, round(part.shape[0] * scale))
        part = np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
    _, data = cv2.imencode(".jpg", part, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
    return data.tobytes()


class EvidenceDiskFullError(Exception):
    """The disk takes no evidence (full, read-only, used-up quota); the caller records the gap."""


@dataclass(frozen=True, slots=True)
class _Picture:
    at: float
    jpeg: bytes


class EvidenceKeeper:
    """Chooses, seals and writes the pictures of events.

    Args:
        folder: where sealed files go; created when missing.
        key: 32 bytes.
        policy: how many, how often.
        quota: bytes the folder may hold.
    """

    def __init__(self, folder: Path, key: bytes, policy: ProctoringPolicy, *, quota: int) -> None:
        self._folder = folder
        self._key = key
        self._policy = policy
        self._quota = quota
        self._ring: deque[_Picture] = deque()
        self._items: dict[str, list[EvidenceItem]] = {}
        self._last: dict[str, float] = {}
        self._used: int | None = None

    def remember(self, at: float, image: Image, faces: list[DetectedFace]) -> None:
        """Keep a picture in memory for a few seconds: an event opens when it has already lasted a while."""
        if self._ring and at - self._ring[-1].at < 0.9:
            return
        self._ring.append(_Picture(at, evidence_jpeg(image, faces)))
        while self._ring and at - self._ring[0].at > _RING_SECONDS:
            self._ring.popleft()

    def opened(self, event_id: str, kind: IntegrityKind, started: float) -> list[EvidenceItem]:
        """Seal the remembered picture nearest to the beginning of an event.

        Raises:
            EvidenceDiskFullError: no room.
        """
        since = [picture for picture in self._ring if picture.at >= started - 0.5]
        return [self._store(event_id, kind, since[0])] if since and self._has_room(event_id) else []

    def during(
        self, event_id: str, kind: IntegrityKind, at: float, image: Image, faces: list[DetectedFace]
    ) -> list[EvidenceItem]:
        """Seal the present picture if one is due for this event.

        Raises:
            EvidenceDiskFullError: no room.
        """
        due = at - self._last.get(event_id, float("-inf")) >= self._policy.evidence_seconds_between
        if not due or not self._has_room(event_id):
            return []
        return [self._store(event_id, kind, _Picture(at, evidence_jpeg(image, faces)))]

    def closed(self, event_id: str) -> tuple[EvidenceItem, ...]:
        """All pictures of an event, in order of time."""
        self._last.pop(event_id, None)
        return tuple(sorted(self._items.pop(event_id, []), key=lambda item: item.at_ms))

    def _has_room(self, event_id: str) -> bool:
        return len(self._items.get(event_id, [])) < self._policy.evidence_frames_per_event

    def _store(self, event_id: str, kind: IntegrityKind, picture: _Picture) -> EvidenceItem:
        at_ms = round(picture.at * 1000)
        sealed = seal_evidence(picture.jpeg, {"event": event_id, "kind": kind.value, "atMs": at_ms}, self._key)
        digest = sha256_hex(sealed)
        path = self._folder / digest[:2] / digest
        part = path.with_name(f".{digest}.part")
        if self._bytes_used() + len(sealed) > self._quota:
            raise EvidenceDiskFullError("the quota is used up")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as stream:
                stream.write(sealed)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise EvidenceDiskFullError(str(error)) from error
        self._used = self._bytes_used() + len(sealed)
        item = EvidenceItem(
            sha256=digest, content_sha256=sha256_hex(picture.jpeg), path=str(path), size=len(sealed), at_ms=at_ms
        )
        self._items.setdefault(event_id, []).append(item)
        self._last[event_id] = picture.at
        return item

    def _bytes_used(self) -> int:
        if self._used is None:
            files = self._folder.rglob("*") if self._folder.is_dir() else ()
            self._used = sum(path.stat().st_size for path in files if path.is_file())
        return self._used

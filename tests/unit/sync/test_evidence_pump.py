"""Evidence goes up once, whole and in order; a dying line or a restart loses none and repeats little."""

import asyncio
import hashlib
import os
from pathlib import Path

import pytest

from learnup_desktop.base.errors import ConflictError, OfflineError, RefusedError
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.sync.evidence_pump import PART_BYTES, EvidencePump


class Wire:
    """The platform's end: collects parts as the real one does, and can drop the line."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}
        self.whole: dict[str, bytes] = {}
        self.calls = 0
        self.drop_at: set[int] = set()
        self.refuse = False

    async def put_evidence(
        self, attempt_id: str, sha256: str, part: bytes, *, offset: int, total: int
    ) -> EvidenceState:
        self.calls += 1
        if self.calls in self.drop_at:
            raise OfflineError
        if self.refuse:
            raise RefusedError(status=403)
        held = self.parts.get(sha256, b"")
        if offset != len(held):
            raise ConflictError(details={"receivedBytes": len(held)})
        held += part
        self.parts[sha256] = held
        complete = len(held) == total
        if complete:
            assert hashlib.sha256(held).hexdigest() == sha256
            self.whole[sha256] = held
        return EvidenceState(sha256=sha256, received_bytes=len(held), complete=complete)


def put(folder: Path, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    path = folder / "attempt" / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return digest


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def pump(folder: Path, wire: Wire) -> EvidencePump:
    return EvidencePump(folder, wire, kilobits_per_second=10_000_000)  # type: ignore[arg-type]  # the wire's end


async def test_every_picture_arrives_and_leaves_the_folder(tmp_path: Path) -> None:
    wire = Wire()
    pictures = {put(tmp_path, os.urandom(size)) for size in (10, PART_BYTES, PART_BYTES * 2 + 7)}
    uploads = pump(tmp_path, wire)
    assert await uploads.waiting() == 3
    assert await uploads.send_all() == 3
    assert set(wire.whole) == pictures
    assert await uploads.waiting() == 0


async def test_a_cut_line_goes_on_where_it_was(tmp_path: Path) -> None:
    wire = Wire()
    digest = put(tmp_path, os.urandom(PART_BYTES * 4))
    wire.drop_at = {3}
    with pytest.raises(OfflineError):
        await pump(tmp_path, wire).send_all()
    assert await pump(tmp_path, wire).send_all() == 1  # a new pump, as after a restart
    assert digest in wire.whole
    # Two parts, the cut, the turn-back at part one, the two that were missing.
    assert wire.calls == 2 + 1 + 1 + 2


async def test_what_the_platform_refuses_is_kept_aside(tmp_path: Path) -> None:
    wire = Wire()
    wire.refuse = True
    put(tmp_path, b"picture")
    uploads = pump(tmp_path, wire)
    assert await uploads.send_all() == 0
    assert await uploads.waiting() == 0
    assert [path.suffix for path in files(tmp_path)] == [".refused"]


async def test_a_damaged_file_is_never_sent(tmp_path: Path) -> None:
    wire = Wire()
    digest = put(tmp_path, b"picture")
    (tmp_path / "attempt" / digest[:2] / digest).write_bytes(b"pictur")
    assert await pump(tmp_path, wire).send_all() == 0
    assert wire.calls == 0


async def test_it_sends_in_the_background_when_woken(tmp_path: Path) -> None:
    wire = Wire()
    uploads = pump(tmp_path, wire)
    uploads.start()
    digest = put(tmp_path, b"picture")
    uploads.wake()
    async with asyncio.timeout(5):
        while digest not in wire.whole:
            await asyncio.sleep(0.01)
            uploads.wake()
    await uploads.close()

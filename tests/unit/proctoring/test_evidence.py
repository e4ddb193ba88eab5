"""Evidence on disk: sealed, named by its hash, limited, and a full disk is a gap and not an end."""

from pathlib import Path

import numpy as np
import pytest

from learnup_desktop.base.canonical import sha256_hex
from learnup_desktop.contract.integrity import IntegrityKind, ProctoringPolicy
from learnup_desktop.domain.sealed_evidence import open_evidence
from learnup_desktop.proctoring.evidence import EvidenceDiskFullError, EvidenceKeeper

KEY = bytes(range(32))
PICTURE = np.full((480, 640, 3), 120, np.uint8)


def keeper(folder: Path, quota: int = 1_000_000) -> EvidenceKeeper:
    return EvidenceKeeper(folder, KEY, ProctoringPolicy(), quota=quota)


def test_pictures_are_sealed_under_their_hash(tmp_path: Path) -> None:
    keep = keeper(tmp_path)
    keep.remember(9.5, PICTURE, [])
    items = keep.opened("e1", IntegrityKind.NO_FACE, 9.5)
    items += keep.during("e1", IntegrityKind.NO_FACE, 13.0, PICTURE, [])
    assert len(items) == 2
    for item in items:
        sealed = Path(item.path).read_bytes()
        assert sha256_hex(sealed) == item.sha256 == Path(item.path).name
        header, jpeg = open_evidence(sealed, KEY)
        assert header == {"event": "e1", "kind": "no_face", "atMs": item.at_ms}
        assert sha256_hex(jpeg) == item.content_sha256
        assert jpeg.startswith(b"\xff\xd8")
    assert [item.at_ms for item in keep.closed("e1")] == [9500, 13000]


def test_at_most_so_many_and_not_too_often(tmp_path: Path) -> None:
    keep = keeper(tmp_path)
    stored = []
    for index in range(200):
        stored += keep.during("e1", IntegrityKind.NO_FACE, index / 4, PICTURE, [])
    times = [item.at_ms for item in stored]
    assert times == [0, 2000, 4000, 6000]


def test_a_used_up_quota_is_told(tmp_path: Path) -> None:
    keep = keeper(tmp_path, quota=100)
    with pytest.raises(EvidenceDiskFullError):
        keep.during("e1", IntegrityKind.NO_FACE, 1.0, PICTURE, [])
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EvidenceDiskFullError):
        keeper(tmp_path / "file").during("e1", IntegrityKind.NO_FACE, 1.0, PICTURE, [])

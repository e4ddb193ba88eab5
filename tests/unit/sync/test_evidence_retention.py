"""Pictures that never arrived leave this computer when their time is over, the refused ones too, and no others."""

import asyncio
import os
from pathlib import Path

from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.sync.evidence_retention import EvidenceRetention

NOW = 1_800_000_000.0
DAY = 86_400


class Meta:
    """What is read of ``AttemptMeta``."""

    def __init__(self, attempt_id: str, retention_days: int) -> None:
        self.attempt_id = attempt_id
        self.policy = ProctoringPolicy(retention_days=retention_days).to_wire()


class Journal:
    """Two attempts under two policies."""

    async def attempts(self) -> list[Meta]:
        return [Meta("short", 2), Meta("long", 100)]


def put(folder: Path, attempt: str, name: str, days_old: float) -> Path:
    path = folder / attempt / "aa" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"sealed")
    os.utime(path, (NOW - days_old * DAY, NOW - days_old * DAY))
    return path


def retention(folder: Path) -> EvidenceRetention:
    return EvidenceRetention(folder, Journal(), lambda: NOW, 0.0)  # type: ignore[arg-type]  # only attempts() is asked


async def test_each_picture_goes_when_its_exam_says_so(tmp_path: Path) -> None:
    stays = [
        put(tmp_path, "short", "a" * 64, 1.9),
        put(tmp_path, "long", "b" * 64, 99),
        put(tmp_path, "unknown", "c" * 64, 29),
    ]
    goes = [
        put(tmp_path, "short", "d" * 64, 2.1),
        put(tmp_path, "short", "e" * 64 + ".refused", 3),
        put(tmp_path, "unknown", "f" * 64, 31),
    ]
    assert await retention(tmp_path).forget_old() == len(goes)
    assert all(path.exists() for path in stays)
    assert not any(path.exists() for path in goes)
    assert await retention(tmp_path / "none").forget_old() == 0


async def test_it_looks_as_soon_as_it_is_started(tmp_path: Path) -> None:
    old = put(tmp_path, "short", "a" * 64, 5)
    looking = retention(tmp_path)
    looking.start()
    looking.start()
    async with asyncio.timeout(20):
        while old.exists():  # noqa: ASYNC110 - a file tells nobody that it is gone
            await asyncio.sleep(0.01)
    await looking.close()
    await looking.close()

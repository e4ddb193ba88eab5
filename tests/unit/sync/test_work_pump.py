"""Drawings go up once and stay on this PC; a dying line repeats little, a refusal loses nothing."""

import hashlib
import os
from pathlib import Path

import pytest

from learnup_desktop.base.errors import ConflictError, NotFoundError, OfflineError, RefusedError
from learnup_desktop.contract.invigilation import EvidenceState
from learnup_desktop.features.exams.work import WorkDesk
from learnup_desktop.sync.work_pump import WorkPump

PNG = b"\x89PNG\r\n\x1a\n"


class Wire:
    """The platform's end."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}
        self.order: list[str] = []
        self.calls = 0
        self.drop_at: set[int] = set()
        self.refuse = False
        self.unknown = False

    async def put_work(self, attempt_id: str, sha256: str, part: bytes, *, offset: int, total: int) -> EvidenceState:
        self.calls += 1
        if self.calls in self.drop_at:
            raise OfflineError
        if self.unknown:
            raise NotFoundError
        if self.refuse:
            raise RefusedError(status=422)
        held = self.parts.get(sha256, b"")
        if offset != len(held):
            raise ConflictError(details={"receivedBytes": len(held)})
        self.parts[sha256] = held = held + part
        if len(held) == total:
            assert hashlib.sha256(held).hexdigest() == sha256
            self.order.append(sha256)
        return EvidenceState(sha256=sha256, received_bytes=len(held), complete=len(held) == total)


def pump(folder: Path, wire: Wire) -> WorkPump:
    made = WorkPump(folder, wire)  # type: ignore[arg-type]  # the wire's end
    made.kilobits_per_second = 10_000_000
    return made


async def test_the_newest_goes_first_all_stay_and_none_goes_twice(tmp_path: Path) -> None:
    desk = WorkDesk(tmp_path, "attempt", (bytes(32),))
    older = await desk.keep(PNG + b"old")
    newer = await desk.keep(PNG + b"new")
    os.utime(desk._place(older.sha256), (1, 1))
    wire = Wire()
    assert await pump(tmp_path, wire).waiting() == 2
    assert await pump(tmp_path, wire).send_all() == 2
    assert wire.order == [newer.sha256, older.sha256]
    assert desk.sent(older.sha256) and desk.sent(newer.sha256)
    assert await desk.read(older) == PNG + b"old"
    assert await pump(tmp_path, wire).send_all() == 0
    assert await pump(tmp_path, wire).waiting() == 0


async def test_a_cut_line_goes_on_where_it_was(tmp_path: Path) -> None:
    desk = WorkDesk(tmp_path, "attempt", (bytes(32),))
    file = await desk.keep(PNG + os.urandom(900_000))
    wire = Wire()
    wire.drop_at = {3}
    with pytest.raises(OfflineError):
        await pump(tmp_path, wire).send_all()
    assert not desk.sent(file.sha256)
    calls = wire.calls
    assert await pump(tmp_path, wire).send_all() == 1
    # One part is offered again and turned back to where the platform is; then the other two.
    assert wire.calls - calls <= 4
    assert desk.sent(file.sha256)


async def test_what_is_refused_stays_and_is_not_offered_again(tmp_path: Path) -> None:
    desk = WorkDesk(tmp_path, "attempt", (bytes(32),))
    file = await desk.keep(PNG + b"x")
    wire = Wire()
    wire.refuse = True
    assert await pump(tmp_path, wire).send_all() == 0
    assert await desk.read(file) == PNG + b"x"
    assert not desk.sent(file.sha256)
    assert await pump(tmp_path, wire).waiting() == 0


async def test_an_attempt_that_is_not_registered_yet_waits(tmp_path: Path) -> None:
    desk = WorkDesk(tmp_path, "attempt", (bytes(32),))
    file = await desk.keep(PNG + b"x")
    await desk.keep(PNG + b"y")
    wire = Wire()
    wire.unknown = True
    asked = pump(tmp_path, wire)
    assert await asked.send_all() == 0
    calls = wire.calls
    assert await asked.send_all() == 0 and wire.calls == calls
    wire.unknown = False
    assert await pump(tmp_path, wire).send_all() == 2
    assert desk.sent(file.sha256)

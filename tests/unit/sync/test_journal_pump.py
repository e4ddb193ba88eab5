"""Whatever the line does, the platform ends with exactly the chain that is on this PC, and its receipt is checked."""

import asyncio
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.errors import ConflictError, IntegrityFault, LearnUpError, NetworkError, ProtocolError
from learnup_desktop.contract.exams import AttemptState, EntryKind, LogAnswer
from learnup_desktop.sync import journal_pump
from learnup_desktop.sync.journal_pump import JournalPump
from learnup_desktop.sync.state import SyncStateTracker
from learnup_desktop.sync.uploads import AttemptUploads
from tests.unit.api.wire import fault
from tests.unit.store.samples import answer, append_answers, run
from tests.unit.sync.school import Desk, School, desk


def pump_of(place: Desk, state: SyncStateTracker | None = None) -> JournalPump:
    return JournalPump(place.store.journal, place.client.exams, "attempt-1", place.school.signing_key, state)


async def eventually(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.01)


async def test_an_append_is_on_the_platform_within_about_a_second(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        heard: list[LogAnswer] = []
        pump = pump_of(place)
        pump.on_acknowledged = heard.append
        pump.start()
        pump.start()
        began = time.monotonic()
        await append_answers(place.store, 3)
        await eventually(lambda: len(place.school.entries) == 3)
        assert time.monotonic() - began < 10.0  # long before the heartbeat, which would send it too
        await eventually(lambda: bool(heard) and heard[-1].head.seq == 3)
        # Three keystrokes went as one batch.
        assert [size for size in place.school.batches if size] == [3]
        assert (await place.store.journal.progress("attempt-1")).waiting == 0
        await pump.close()
        await pump.close()


async def test_batches_keep_the_contracts_limit_and_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_pump, "BATCH_ENTRIES", 7)
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 20)
        await pump_of(place).flush()
        assert place.school.batches == [7, 7, 6]
        place.school.batches.clear()
        for number in range(3):
            body = answer(number, "essay " * 100_000)
            await place.store.journal.append("attempt-1", EntryKind.ANSWER, number, body)
        await pump_of(place).flush()
        assert place.school.batches == [1, 1, 1]
        assert place.school.head == await place.store.journal.head("attempt-1")


troubles = st.lists(st.sampled_from(["fine", "cut", "lost answer", "busy", "page", "garbage", "forgets"]), max_size=14)


@settings(max_examples=30, deadline=None)
@given(troubles, st.integers(1, 9))
def test_any_trouble_on_the_line_ends_with_the_same_chain(script: list[str], count: int) -> None:
    async def scenario() -> None:
        left = list(script)
        school = School()

        def before(request: httpx.Request) -> httpx.Response | None:
            what = left.pop(0) if left else "fine"
            if what == "cut":
                raise httpx.ConnectError("cut")
            if what == "busy":
                return fault(503, "unavailable", headers={"Retry-After": "9"})
            if what == "page":
                return httpx.Response(200, html="<html>Wi-Fi</html>")
            if what == "garbage":
                return httpx.Response(200, content=b'{"head": 5}', headers={"content-type": "application/json"})
            if what == "forgets":
                del school.entries[len(school.entries) // 2 :]
            if what == "lost answer":
                left.insert(0, "lose")
            return None

        def after(request: httpx.Request) -> httpx.Response | None:
            if left and left[0] == "lose":
                left.pop(0)
                raise httpx.ReadTimeout("lost")
            return None

        school.before, school.after = before, after
        with tempfile.TemporaryDirectory() as folder:
            async with desk(Path(folder), school) as place:
                pump = pump_of(place)
                for _ in range(count):
                    await append_answers(place.store, 1)
                    try:
                        await pump.flush()
                    except LearnUpError as error:
                        assert isinstance(error, NetworkError | ProtocolError) or error.arguments.get("retry_after")
                left.clear()
                receipt = await pump.submit()
                assert school.entries == await place.store.journal.entries("attempt-1")
                assert receipt.head == await place.store.journal.verify("attempt-1") == school.head
                assert receipt.head.seq == count

    run(scenario())


async def test_while_offline_typing_does_not_hammer_the_platform(tmp_path: Path) -> None:
    requests: list[None] = []

    def away(request: httpx.Request) -> httpx.Response | None:
        requests.append(None)
        raise httpx.ConnectError("refused")

    async with desk(tmp_path / "a") as place:
        place.school.before = away
        state = SyncStateTracker()
        state.set_online(False)
        faults: list[LearnUpError | None] = []
        pump = pump_of(place, state)
        pump.on_trouble = faults.append
        pump.start()
        await append_answers(place.store, 1)
        await eventually(lambda: bool(faults))
        sent = len(requests)
        for _ in range(30):
            await append_answers(place.store, 1)
        await asyncio.sleep(0.3)
        assert len(requests) <= sent + 6
        assert state.state.waiting == 31
        place.school.before = lambda request: None
        pump.wake()
        await eventually(lambda: len(place.school.entries) == 31)
        await eventually(lambda: faults[-1] is None)
        assert state.state.waiting == 0
        await pump.close()


async def test_silence_is_broken_by_a_heartbeat_that_brings_the_platforms_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_pump, "HEARTBEAT_SECONDS", 0.05)
    async with desk(tmp_path / "a") as place:
        heard: list[LogAnswer] = []
        pump = pump_of(place)
        pump.on_acknowledged = heard.append
        pump.start()
        await eventually(lambda: len(heard) >= 2)
        place.school.state, place.school.late = AttemptState.PAUSED, [4]
        await eventually(lambda: heard[-1].state is AttemptState.PAUSED)
        meta = await place.store.journal.meta("attempt-1")
        assert meta is not None
        assert (meta.state, meta.deadline) == ("paused", place.school.deadline)
        assert (await place.store.journal.progress("attempt-1")).late == (4,)
        await pump.close()
        assert set(place.school.batches) == {0}


async def test_a_lost_seat_is_told_once_and_resume_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        state = SyncStateTracker()
        lost: list[None] = []
        pump = pump_of(place, state)
        pump.on_lease_lost = lambda: lost.append(None)
        place.school.lease = "another"
        pump.start()
        await append_answers(place.store, 1)
        await eventually(lambda: bool(lost))
        await append_answers(place.store, 1)
        with pytest.raises(ConflictError):
            await pump.submit()
        assert lost == [None]
        assert pump.lease_lost
        assert state.state.attention == 1
        batches = len(place.school.batches)
        await asyncio.sleep(0.6)
        assert len(place.school.batches) == batches
        await place.store.journal.update_meta("attempt-1", lease_token="another")
        pump.resume()
        await eventually(lambda: len(place.school.entries) == 2)
        await eventually(lambda: state.state.attention == 0)
        await pump.close()


async def test_damage_found_while_sending_is_mended(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 6)
        await place.store._database.run(
            lambda connection: connection.execute("UPDATE entries SET body = x'00' WHERE seq = 3")
        )
        await pump_of(place).flush()
        assert place.school.head == await place.store.journal.head("attempt-1")
        kinds = [entry.kind for entry in place.school.entries]
        assert kinds == [EntryKind.ANSWER] * 2 + [EntryKind.GAP] + [EntryKind.ANSWER] * 3


async def test_a_platform_whose_head_stands_still_does_not_loop(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        frozen = LogAnswer(
            head=place.school.head,
            deadline=place.school.deadline,
            state=AttemptState.OPEN,
            server_time=place.school.deadline,
        )
        place.school.before = lambda request: httpx.Response(200, json=frozen.to_wire())
        with pytest.raises(ProtocolError):
            await pump_of(place).flush()


# --- handing in ------------------------------------------------------------------------------------------------------


async def test_an_answer_lost_after_handing_in_gives_the_same_receipt(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        losses = [True]

        def lose(request: httpx.Request) -> httpx.Response | None:
            if request.url.path.endswith("/submit") and losses:
                losses.pop()
                raise httpx.ReadError("cut")
            return None

        place.school.after = lose
        receipt = await pump_of(place).submit()
        assert receipt == place.school.receipt
        assert await pump_of(place).submit() == receipt
        assert await place.store.journal.receipt("attempt-1") == receipt


@pytest.mark.parametrize("forged", ["signature", "key", "attempt", "code", "head", "answered"])
async def test_a_receipt_that_is_not_the_platforms_is_not_believed(tmp_path: Path, forged: str) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        await pump_of(place).flush()
        good = place.school.sign()
        other = good.head.model_copy(update={"hash": "0" * 64})
        receipt = {
            "signature": good.model_copy(update={"signature": b"x" * 64}),
            "key": place.school.sign(key_id="key-2"),
            "attempt": place.school.sign(attempt_id="attempt-2"),
            "code": place.school.sign(code="AAAA-AAAA-AAAA"),
            "head": place.school.sign(head=other, code=_code(other.seq, other.hash)),
            "answered": good.model_copy(update={"answered": 99}),
        }[forged]
        place.school.before = lambda request: httpx.Response(200, json=receipt.to_wire())
        with pytest.raises(IntegrityFault):
            await pump_of(place).submit()
        assert await place.store.journal.receipt("attempt-1") is None


def _code(seq: int, hashed: str) -> str:
    from learnup_desktop.contract.exams import Head
    from learnup_desktop.domain.receipt import receipt_code

    return receipt_code("attempt-1", Head(seq=seq, hash=hashed))


async def test_an_attempt_the_platform_closed_before_gives_the_receipt_it_gave_then(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        pump = pump_of(place)
        await pump.flush()
        place.school.receipt = place.school.sign()
        await append_answers(place.store, 1)
        receipt = await pump.submit()
        assert receipt.head.seq == 2
        assert (await place.store.journal.head("attempt-1")).seq == 3


async def test_uploads_go_on_with_what_an_earlier_run_left(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        uploads = AttemptUploads(place.store.journal, place.client.exams, place.school.signing_key)
        assert await uploads.start_waiting() == ["attempt-1"]
        await eventually(lambda: len(place.school.entries) == 2)
        assert uploads.pump("attempt-1") is uploads.pump("attempt-1")
        await uploads.pump("attempt-1").submit()
        await uploads.close()
        again = AttemptUploads(place.store.journal, place.client.exams, place.school.signing_key)
        assert await again.start_waiting() == []


# --- the pump's own life ---------------------------------------------------------------------------------------------


async def test_what_was_left_over_is_sent_and_then_the_seat_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_pump, "HEARTBEAT_SECONDS", 0.05)
    async with desk(tmp_path / "a") as place:
        await append_answers(place.store, 2)
        pump = pump_of(place)
        pump.start(keep_alive=False)
        await eventually(lambda: len(place.school.entries) == 2)
        await asyncio.sleep(0.3)
        assert place.school.batches == [2]
        # The sitting opens: the same pump now says that somebody sits here.
        pump.start()
        await eventually(lambda: len(place.school.batches) >= 3)
        await append_answers(place.store, 1)
        await eventually(lambda: len(place.school.entries) == 3)
        await pump.close()


async def test_waking_a_pump_that_lost_its_seat_does_not_spin(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        pump = pump_of(place)
        place.school.lease = "another"
        pump.start()
        await append_answers(place.store, 1)
        await eventually(lambda: pump.lease_lost)
        for _ in range(3):
            pump.wake()
            await asyncio.wait_for(asyncio.sleep(0.02), 2)
        assert len(place.school.batches) == 1
        await pump.close()


async def test_a_page_with_a_bug_does_not_stop_the_upload(tmp_path: Path) -> None:
    reports: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append(context["exception"]))
    async with desk(tmp_path / "a") as place:

        def broken(told: LogAnswer) -> None:
            raise ZeroDivisionError

        pump = pump_of(place)
        pump.on_acknowledged = broken
        pump.start()
        for number in range(1, 4):
            await append_answers(place.store, 1)
            await eventually(lambda number=number: len(place.school.entries) == number)  # type: ignore[misc]
        await eventually(lambda: len(reports) >= 3)
        await pump.close()

"""Operations reach the platform in order, once, and a refused one neither blocks nor vanishes."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import (
    ConflictError,
    LearnUpError,
    OfflineError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
    SessionEndedError,
)
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.records import Operation, OperationError, OperationState, OutboxCounts
from learnup_desktop.store.seal import Sealer
from learnup_desktop.sync.outbox_pump import OutboxPump, Refusals, batch_key
from learnup_desktop.sync.state import SyncStateTracker
from tests.unit.store.samples import KEY, STARTED


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(STARTED)


@pytest_asyncio.fixture
async def store(tmp_path: Path, clock: ManualClock) -> AsyncIterator[AccountStore]:
    opened = await AccountStore.open(tmp_path / "account", Sealer(KEY), clock)
    yield opened
    await opened.close()


class Platform:
    """A handler that remembers what it was sent, and fails as it is told."""

    def __init__(self) -> None:
        self.sent: list[list[int]] = []
        self.keys: list[str] = []
        self.fail: Callable[[Sequence[Operation]], LearnUpError | None] = lambda operations: None
        self.refusals: Refusals = {}

    async def __call__(self, operations: Sequence[Operation], key: str) -> Refusals:
        self.keys.append(key)
        error = self.fail(operations)
        if error is not None:
            raise error
        self.sent.append([operation.body["n"] for operation in operations])
        return self.refusals


async def add(store: AccountStore, *numbers: int, target: str = "t", kind: str = "k") -> list[Operation]:
    return [await store.outbox.add(Operation.new(kind, target, {"n": number}, STARTED)) for number in numbers]


def pump_of(
    store: AccountStore,
    platform: Platform,
    clock: ManualClock,
    *,
    batch: int = 1,
    state: SyncStateTracker | None = None,
) -> OutboxPump:
    pump = OutboxPump(store.outbox, state, clock)
    pump.register("k", platform, batch=batch)
    return pump


async def eventually(condition: Callable[[], bool], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.01)


async def test_in_order_and_together(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    operations = await add(store, 1, 2, 3, 4, 5)
    assert await pump_of(store, platform, clock, batch=2).flush() == OutboxCounts()
    assert platform.sent == [[1, 2], [3, 4], [5]]
    assert platform.keys == [batch_key(operations[:2]), batch_key(operations[2:4]), operations[4].id]
    assert {item.state for item in await store.outbox.operations()} == {OperationState.DONE}


async def test_a_repeat_has_the_same_key(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    (operation,) = await add(store, 1)
    platform.fail = lambda operations: OfflineError("cut")
    pump = pump_of(store, platform, clock)
    for _ in range(3):
        with pytest.raises(OfflineError):
            await pump.flush()
    platform.fail = lambda operations: None
    await pump.flush()
    assert platform.keys == [operation.id] * 4
    assert platform.sent == [[1]]


async def test_one_refused_out_of_a_batch_is_found_and_the_rest_goes(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    await add(store, 1, 2, 3, 4)
    platform.fail = lambda operations: (
        ConflictError("no", status=409, platform_code="x.y")
        if any(item.body["n"] == 3 for item in operations)
        else None
    )
    counts = await pump_of(store, platform, clock, batch=10).flush()
    assert counts == OutboxCounts(attention=1)
    assert platform.sent == [[1], [2], [4]]
    (kept,) = await store.outbox.operations(states=[OperationState.ATTENTION])
    assert kept.error is not None
    assert (kept.body["n"], kept.error.platform_code) == (3, "x.y")


async def test_the_platform_can_name_what_it_refuses(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    operations = await add(store, 1, 2)
    platform.refusals = {operations[1].id: OperationError("error.refused", "LU-222", parts=("m1",))}
    assert await pump_of(store, platform, clock, batch=10).flush() == OutboxCounts(attention=1)
    (kept,) = await store.outbox.operations(states=[OperationState.ATTENTION])
    assert kept.error == platform.refusals[operations[1].id]


async def test_a_target_in_trouble_waits_alone(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    await add(store, 1, target="bad")
    await add(store, 2, target="good")
    platform.fail = lambda operations: PlatformUnavailableError("500") if operations[0].target == "bad" else None
    pump = pump_of(store, platform, clock)
    assert await pump.flush() == OutboxCounts(waiting=1)
    assert platform.sent == [[2]]
    assert await pump.flush() == OutboxCounts(waiting=1)
    platform.fail = lambda operations: None
    clock.advance(timedelta(minutes=5).total_seconds())
    assert await pump.flush() == OutboxCounts()


@pytest.mark.parametrize(
    "error", [OfflineError(), RateLimitedError(30.0), ProtocolError("portal", reason="web_page"), SessionEndedError()]
)
async def test_what_stops_one_stops_all_and_costs_nothing(
    store: AccountStore, clock: ManualClock, error: LearnUpError
) -> None:
    platform = Platform()
    await add(store, 1, target="a")
    await add(store, 2, target="b")
    platform.fail = lambda operations: error
    with pytest.raises(type(error)):
        await pump_of(store, platform, clock).flush()
    assert len(platform.keys) == 1
    assert await store.outbox.counts() == OutboxCounts(waiting=2)
    assert all(item.tries == 0 for item in await store.outbox.operations())


async def test_an_answer_that_proves_nothing_is_asked_for_again_later(store: AccountStore, clock: ManualClock) -> None:
    platform = Platform()
    await add(store, 1)
    platform.fail = lambda operations: ProtocolError("marks missing", reason="malformed")
    assert await pump_of(store, platform, clock).flush() == OutboxCounts(waiting=1)


async def test_a_kind_this_version_cannot_send_needs_attention(store: AccountStore, clock: ManualClock) -> None:
    await add(store, 1, kind="from.the.future")
    assert await pump_of(store, Platform(), clock).flush() == OutboxCounts(attention=1)


async def test_it_sends_by_itself_pauses_offline_and_comes_back(store: AccountStore, clock: ManualClock) -> None:
    platform, state = Platform(), SyncStateTracker()
    state.set_online(True)
    pump = pump_of(store, platform, clock, state=state)
    pump.start()
    pump.start()
    await add(store, 1)
    await eventually(lambda: platform.sent == [[1]])
    platform.fail = lambda operations: OfflineError("cut")
    await add(store, 2)
    await eventually(lambda: len(platform.keys) >= 2)
    await add(store, 3, 4, 5, 6)
    await asyncio.sleep(0.1)
    # A retry or two at most, if the machine was so slow that the pause was over.
    assert len(platform.keys) <= 4
    state.set_online(False)
    assert state.state.waiting == 5
    platform.fail = lambda operations: None
    await pump.network_back()
    await eventually(lambda: len(platform.sent) == 6)
    await eventually(lambda: state.state.waiting == 0)
    await pump.close()
    await pump.close()


async def test_an_ended_session_waits_for_signing_in(store: AccountStore, clock: ManualClock) -> None:
    platform, state = Platform(), SyncStateTracker()
    platform.fail = lambda operations: SessionEndedError()
    pump = pump_of(store, platform, clock, state=state)
    await add(store, 1)
    pump.start()
    await eventually(lambda: not state.state.signed_in)
    platform.fail = lambda operations: None
    await add(store, 2)
    await asyncio.sleep(0.1)
    assert platform.sent == []
    pump.wake()
    await eventually(lambda: platform.sent == [[1], [2]])
    await pump.close()

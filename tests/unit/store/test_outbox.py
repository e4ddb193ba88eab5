"""Operations stay in order within a target, are settled only by their own digest, and refused ones are kept."""

import json
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.store.account_store import AccountStore
from learnup_desktop.store.outbox import KEEP_DONE
from learnup_desktop.store.records import Operation, OperationError, OperationState, OutboxCounts
from learnup_desktop.store.seal import Sealer
from tests.unit.store.samples import KEY, STARTED, run

NOW = STARTED
FAULT = OperationError("error.refused", "LU-222", "attendance.not_on_roll", "not on the roll")


def operation(target: str, number: int, kind: str = "attendance.put") -> Operation:
    return Operation.new(kind, target, {"number": number}, NOW + timedelta(seconds=number))


async def test_it_comes_back_as_it_was_after_a_restart(folder: Path) -> None:
    store = await AccountStore.open(folder, Sealer(KEY))
    added = await store.outbox.add(operation("a", 1))
    await store.outbox.add(added)
    await store.close()
    again = await AccountStore.open(folder, Sealer(KEY))
    assert await again.outbox.next_due(NOW) == [added]
    assert await again.outbox.counts() == OutboxCounts(waiting=1)
    await again.close()


async def test_a_target_keeps_its_order_and_does_not_hold_up_others(store: AccountStore) -> None:
    first = await store.outbox.add(operation("a", 1))
    second = await store.outbox.add(operation("a", 2))
    other = await store.outbox.add(operation("b", 3))
    await store.outbox.retry(first.id, NOW + timedelta(minutes=1), FAULT)
    assert [item.id for item in await store.outbox.next_due(NOW)] == [other.id]
    assert await store.outbox.next_due_at() is not None
    await store.outbox.acknowledge(other.id, other.digest)
    assert await store.outbox.next_due(NOW, limit=10) == []
    assert await store.outbox.next_due_at() == NOW + timedelta(minutes=1)
    due = await store.outbox.next_due(NOW + timedelta(minutes=1), limit=10)
    assert [item.id for item in due] == [first.id, second.id]
    assert (due[0].tries, due[0].error) == (1, FAULT)
    await store.outbox.retry_all_now()
    assert [item.id for item in await store.outbox.next_due(NOW)] == [first.id]


async def test_a_batch_is_of_one_kind(store: AccountStore) -> None:
    for item in (operation("a", 1), operation("a", 2), operation("a", 3, "note.put"), operation("a", 4)):
        await store.outbox.add(item)
    assert [item.body["number"] for item in await store.outbox.next_due(NOW, limit=10)] == [1, 2]
    assert [item.body["number"] for item in await store.outbox.next_due(NOW, limit=1)] == [1]


async def test_only_the_same_digest_settles(store: AccountStore) -> None:
    added = await store.outbox.add(operation("a", 1))
    assert not await store.outbox.acknowledge(added.id, replace(added, body={"number": 2}).digest)
    assert (await store.outbox.counts()).waiting == 1
    assert await store.outbox.acknowledge(added.id, added.digest)
    assert not await store.outbox.acknowledge(added.id, added.digest)
    (done,) = await store.outbox.operations()
    assert (done.state, done.body) == (OperationState.DONE, {"number": 1})
    assert done.settled_at is not None


async def test_a_refused_one_is_kept_exported_and_can_be_sent_again_or_let_go(store: AccountStore) -> None:
    added, behind = await store.outbox.add(operation("a", 1)), await store.outbox.add(operation("a", 2))
    await store.outbox.refuse(added.id, FAULT)
    assert await store.outbox.counts() == OutboxCounts(waiting=1, attention=1)
    assert [item.id for item in await store.outbox.next_due(NOW)] == [behind.id]
    exported = json.loads(await store.outbox.export(added.id))
    assert exported["body"] == {"number": 1}
    assert exported["error"]["platform_code"] == "attendance.not_on_roll"
    await store.outbox.retry(added.id, NOW)
    assert [item.id for item in await store.outbox.next_due(NOW)] == [added.id]
    await store.outbox.discard(added.id)
    assert await store.outbox.get(added.id) is not None
    await store.outbox.refuse(added.id, FAULT)
    await store.outbox.discard(added.id)
    assert await store.outbox.get(added.id) is None
    with pytest.raises(RuleViolation):
        await store.outbox.export(added.id)


async def test_done_ones_leave_the_ledger_after_a_while_and_no_others(folder: Path) -> None:
    clock = ManualClock(NOW)
    store = await AccountStore.open(folder, Sealer(KEY), clock)
    old, refused, last = [await store.outbox.add(operation("a", number)) for number in range(3)]
    await store.outbox.acknowledge(old.id, old.digest)
    await store.outbox.refuse(refused.id, FAULT)
    clock.advance(KEEP_DONE.total_seconds() + 1)
    await store.outbox.acknowledge(last.id, last.digest)
    assert {item.id for item in await store.outbox.operations()} == {refused.id, last.id}
    await store.close()


async def test_a_body_that_cannot_be_opened_needs_attention_and_blocks_nothing(store: AccountStore) -> None:
    bad, good = await store.outbox.add(operation("a", 1)), await store.outbox.add(operation("a", 2))
    await store._database.run(
        lambda connection: connection.execute("UPDATE operations SET body = x'00' WHERE id = ?", (bad.id,))
    )
    await store.outbox.next_due(NOW)
    assert [item.id for item in await store.outbox.next_due(NOW)] == [good.id]
    assert await store.outbox.counts() == OutboxCounts(waiting=1, attention=1)


async def test_floats_are_refused_and_listeners_hear_counts(store: AccountStore) -> None:
    heard: list[OutboxCounts] = []
    unsubscribe = store.outbox.subscribe(heard.append)
    with pytest.raises(RuleViolation):
        await store.outbox.add(Operation.new("x", "a", {"n": 0.5}, NOW))
    await store.outbox.add(operation("a", 1))
    unsubscribe()
    await store.outbox.add(operation("a", 2))
    assert heard == [OutboxCounts(waiting=1)]


actions = st.lists(
    st.tuples(st.sampled_from(["add", "send", "fail", "refuse", "later"]), st.sampled_from("abc")), max_size=40
)


@settings(max_examples=20, deadline=None)
@given(actions)
def test_nothing_is_lost_and_targets_stay_in_order(steps: list[tuple[str, str]]) -> None:
    async def scenario() -> None:
        with tempfile.TemporaryDirectory() as place:
            store = await AccountStore.open(Path(place), Sealer(KEY))
            outbox, now = store.outbox, NOW
            added: list[str] = []
            sent: dict[str, list[int]] = {}
            refused = 0
            for number, (step, target) in enumerate(steps):
                if step == "add":
                    added.append((await outbox.add(operation(target, number))).id)
                    continue
                due = await outbox.next_due(now)
                now, refused = await _act(store, step, due, now, refused, sent)
            counts = await outbox.counts()
            done = sum(map(len, sent.values()))
            assert counts == OutboxCounts(waiting=len(added) - done - refused, attention=refused)
            assert all(numbers == sorted(numbers) for numbers in sent.values())
            assert {item.id for item in await outbox.operations()} == set(added)
            await store.close()

    run(scenario())


async def _act(
    store: AccountStore, step: str, due: list[Operation], now: datetime, refused: int, sent: dict[str, list[int]]
) -> tuple[datetime, int]:
    if step == "later":
        return now + timedelta(minutes=5), refused
    if not due:
        return now, refused
    (first,) = due
    if step == "send":
        assert await store.outbox.acknowledge(first.id, first.digest)
        sent.setdefault(first.target, []).append(first.body["number"])
    elif step == "fail":
        await store.outbox.retry(first.id, now + timedelta(minutes=1), FAULT)
    else:
        await store.outbox.refuse(first.id, FAULT)
        refused += 1
    return now, refused

"""Answers are on the disk, in a chain, sealed; and no damage or fork loses one."""

import asyncio
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnup_desktop.base.errors import DiskFullError, IntegrityFault, RuleViolation
from learnup_desktop.contract.exams import EntryKind, Head, JournalEntry, Receipt
from learnup_desktop.domain.journal import extend_head, genesis_head, latest_answers, make_entry, verify_chain
from learnup_desktop.domain.receipt import receipt_code
from learnup_desktop.store.account_store import AccountStore
from tests.unit.store.samples import STARTED, answer, append_answers, attempt_meta, open_store, run

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
bodies = st.dictionaries(st.text(max_size=10), json_values, max_size=4)


def _execute(path: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def _all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


async def test_a_new_attempt_stands_at_genesis(store: AccountStore) -> None:
    progress = await store.journal.begin(attempt_meta())
    assert progress.head == progress.acknowledged == genesis_head("attempt-1")
    assert await store.journal.meta("attempt-1") == attempt_meta()
    assert [meta.attempt_id for meta in await store.journal.attempts()] == ["attempt-1"]
    assert await store.journal.attempt_of_exam("exam-1") == attempt_meta()
    assert await store.journal.meta("nobody") is None


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EntryKind), st.integers(0, 2**50), bodies), max_size=12))
def test_what_was_appended_comes_back_in_a_chain_that_holds(
    entries: list[tuple[EntryKind, int, dict[str, object]]],
) -> None:
    async def scenario() -> None:
        with tempfile.TemporaryDirectory() as place:
            store = await open_store(Path(place))
            await store.journal.begin(attempt_meta())
            written = [await store.journal.append("attempt-1", *entry) for entry in entries]
            await store.close()
            again = await open_store(Path(place))
            kept = await again.journal.entries("attempt-1")
            assert kept == written
            assert [(entry.kind, entry.at_ms, entry.body) for entry in kept] == entries
            assert verify_chain("attempt-1", kept) == await again.journal.verify("attempt-1")
            assert await again.journal.entries("attempt-1", after=2, limit=3) == written[2:5]
            await again.close()

    run(scenario())


async def test_appends_at_once_never_share_a_place(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    await asyncio.gather(
        *(store.journal.append("attempt-1", EntryKind.ANSWER, number, answer(number, "x")) for number in range(60))
    )
    assert (await store.journal.verify("attempt-1")).seq == 60


async def test_bodies_and_keys_are_not_readable_on_the_disk(store: AccountStore, folder: Path) -> None:
    await store.journal.begin(attempt_meta())
    await store.journal.append("attempt-1", EntryKind.ANSWER, 1, answer(1, "the-secret-answer"))
    await store.close()
    data = _all_bytes(folder)
    for secret in (b"the-secret-answer", b"lease-secret", b"c" * 32, b"cccccc", b"63" * 32):
        assert secret not in data


async def test_a_body_that_is_not_canonical_is_refused(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    with pytest.raises(RuleViolation):
        await store.journal.append("attempt-1", EntryKind.CLOCK, 1, {"offset": 0.5})
    with pytest.raises(RuleViolation):
        await store.journal.append("attempt-2", EntryKind.CLOCK, 1, {})
    assert (await store.journal.verify("attempt-1")).seq == 0


async def test_a_full_disk_refuses_an_append_whole(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    await append_answers(store, 3)
    head = await store.journal.head("attempt-1")
    await store._database.run(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchone())
    with pytest.raises(DiskFullError):
        await store.journal.append("attempt-1", EntryKind.ANSWER, 1, answer(9, "long " * 20_000))
    assert await store.journal.head("attempt-1") == head
    await store._database.run(lambda connection: connection.execute("PRAGMA max_page_count = 99999").fetchone())
    await store.journal.append("attempt-1", EntryKind.ANSWER, 1, answer(9, "long " * 20_000))
    assert (await store.journal.verify("attempt-1")).seq == 4


async def test_listeners_hear_of_committed_entries_only(store: AccountStore) -> None:
    heard: list[int] = []
    unsubscribe = store.journal.subscribe(lambda appended: heard.append(appended.entry.seq))
    await store.journal.begin(attempt_meta())
    await append_answers(store, 2)
    with pytest.raises(RuleViolation):
        await store.journal.append("attempt-1", EntryKind.CLOCK, 1, {"bad": 1.5})
    unsubscribe()
    unsubscribe()
    await append_answers(store, 1)
    assert heard == [1, 2]


async def test_acknowledging_moves_forward_only_and_only_to_our_own_links(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 5)
    third = Head(seq=3, hash=entries[2].hash)
    progress = await store.journal.acknowledge("attempt-1", third, [2])
    assert (progress.acknowledged, progress.waiting, progress.late) == (third, 2, (2,))
    progress = await store.journal.acknowledge("attempt-1", genesis_head("attempt-1"), [1, 2])
    assert (progress.acknowledged, progress.late) == (third, (1, 2))
    with pytest.raises(IntegrityFault):
        await store.journal.acknowledge("attempt-1", Head(seq=4, hash="0" * 64))
    with pytest.raises(IntegrityFault):
        await store.journal.acknowledge("attempt-1", Head(seq=9, hash="0" * 64))


async def test_the_meta_can_be_changed_and_the_receipt_closes_the_journal(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    await append_answers(store, 1)
    changed = await store.journal.update_meta("attempt-1", state="paused", question="q9")
    assert (changed.state, changed.question) == ("paused", "q9")
    head = await store.journal.head("attempt-1")
    receipt = Receipt(
        attempt_id="attempt-1",
        exam_id="exam-1",
        student_id="student-1",
        head=head,
        answered=1,
        question_count=12,
        submitted_at=STARTED,
        key_id="k",
        code=receipt_code("attempt-1", head),
        signature=b"s" * 64,
    )
    assert await store.journal.receipt("attempt-1") is None
    await store.journal.save_receipt("attempt-1", receipt)
    assert await store.journal.receipt("attempt-1") == receipt
    meta = await store.journal.meta("attempt-1")
    assert meta is not None
    assert meta.state == "submitted"
    with pytest.raises(RuleViolation):
        await append_answers(store, 1)


async def test_resuming_keeps_the_journal_and_takes_the_new_lease(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 4)
    from dataclasses import replace

    progress = await store.journal.begin(
        replace(attempt_meta(), lease_token="second"), Head(seq=2, hash=entries[1].hash)
    )
    assert (progress.head.seq, progress.acknowledged.seq, progress.waiting) == (4, 2, 2)
    meta = await store.journal.meta("attempt-1")
    assert meta is not None
    assert meta.lease_token == "second"


async def test_another_device_goes_on_from_the_platforms_head(store: AccountStore) -> None:
    head = Head(seq=40, hash="ab" * 32)
    progress = await store.journal.begin(attempt_meta(), head)
    assert progress.head == progress.acknowledged == head
    (entry,) = await append_answers(store, 1)
    assert (entry.seq, entry.prev) == (41, head.hash)
    assert (await store.journal.verify("attempt-1")).seq == 41


async def test_a_fork_appends_again_what_the_platform_lacks(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 5)
    await store.journal.acknowledge("attempt-1", Head(seq=2, hash=entries[1].hash))
    elsewhere = Head(seq=7, hash="cd" * 32)
    progress = await store.journal.adopt_head("attempt-1", elsewhere)
    assert (progress.acknowledged, progress.waiting) == (elsewhere, 4)
    pending = await store.journal.entries("attempt-1", after=7)
    assert extend_head(elsewhere, pending) == await store.journal.verify("attempt-1")
    assert [entry.kind for entry in pending] == [EntryKind.GAP, *[EntryKind.ANSWER] * 3]
    assert [entry.body for entry in pending[1:]] == [entry.body for entry in entries[2:]]
    assert pending[0].body["reason"] == "another_head"
    # Asking again changes nothing.
    assert await store.journal.adopt_head("attempt-1", elsewhere) == progress


async def test_a_platform_set_back_to_a_backup_gets_everything_again(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 5)
    await store.journal.acknowledge("attempt-1", Head(seq=5, hash=entries[4].hash))
    progress = await store.journal.adopt_head("attempt-1", Head(seq=2, hash=entries[1].hash))
    assert progress.waiting == 3
    assert await store.journal.entries("attempt-1", after=2) == entries[2:]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_repair_keeps_every_answer_that_can_still_be_read(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 12))
    acknowledged = data.draw(st.integers(0, count))
    damaged = data.draw(st.sets(st.integers(1, count), max_size=4))
    deleted = data.draw(st.sets(st.integers(1, count), max_size=4))

    async def scenario() -> None:
        with tempfile.TemporaryDirectory() as place:
            store = await open_store(Path(place))
            await store.journal.begin(attempt_meta())
            entries = await append_answers(store, count)
            head = (
                Head(seq=acknowledged, hash=entries[acknowledged - 1].hash)
                if acknowledged
                else genesis_head("attempt-1")
            )
            await store.journal.acknowledge("attempt-1", head)
            await store.close()
            for seq in damaged:
                _execute(Path(place) / "data.db", "UPDATE entries SET body = x'00' WHERE seq = ?", seq)
            for seq in deleted:
                _execute(Path(place) / "data.db", "DELETE FROM entries WHERE seq = ?", seq)
            again = await open_store(Path(place))
            await again.journal.repair("attempt-1")
            await again.journal.verify("attempt-1")
            progress = await again.journal.progress("attempt-1")
            assert progress.acknowledged == head
            pending = await again.journal.entries("attempt-1", after=acknowledged)
            assert extend_head(head, pending) == progress.head
            kept = latest_answers(pending)
            readable = [item for item in entries[acknowledged:] if item.seq not in damaged | deleted]
            assert {item.body["questionId"] for item in readable} == set(kept)
            assert len(await again.journal.entries("attempt-1")) >= len(pending)
            await again.close()

    run(scenario())


async def test_repair_of_a_sound_journal_changes_nothing(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 4)
    repair = await store.journal.repair("attempt-1")
    assert (repair.lost, repair.appended_again) == (0, 0)
    assert await store.journal.entries("attempt-1") == entries
    assert await store.journal.repair_all() == ()


async def test_a_changed_entry_is_found(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    await append_answers(store, 3)

    def swap(connection: sqlite3.Connection) -> None:
        bodies = connection.execute("SELECT body FROM entries ORDER BY seq").fetchall()
        connection.execute("UPDATE entries SET body = ? WHERE seq = 2", bodies[0])

    await store._database.run(swap)
    with pytest.raises(IntegrityFault):
        await store.journal.verify("attempt-1")
    with pytest.raises(IntegrityFault):
        await store.journal.entries("attempt-1")


async def test_a_truncated_journal_is_found(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    await append_answers(store, 3)
    await store._database.run(lambda connection: connection.execute("DELETE FROM entries WHERE seq = 3"))
    with pytest.raises(IntegrityFault):
        await store.journal.verify("attempt-1")
    repair = await store.journal.repair("attempt-1")
    assert repair.lost == 1
    gap: JournalEntry = (await store.journal.entries("attempt-1"))[-1]
    assert (gap.kind, gap.body["reason"]) == (EntryKind.GAP, "journal_damaged")


async def test_entries_whose_attempt_was_lost_are_taken_up_again(store: AccountStore) -> None:
    await store.journal.begin(attempt_meta())
    entries = await append_answers(store, 3)
    await store._database.run(lambda connection: connection.execute("DELETE FROM attempts"))
    progress = await store.journal.begin(attempt_meta(), Head(seq=1, hash=entries[0].hash))
    assert (progress.head.seq, progress.waiting) == (3, 2)


def test_the_chain_is_the_domains() -> None:
    entry = make_entry(genesis_head("a"), EntryKind.ANSWER, 1, answer(1, "x"))
    assert entry.seq == 1

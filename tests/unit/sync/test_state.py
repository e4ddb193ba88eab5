"""What the pill shows, merged; the ledger behind it; and time from the platform."""

import json
from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import OfflineError, PlatformUnavailableError, RateLimitedError
from learnup_desktop.domain.exam_timing import ClockSample
from learnup_desktop.store.records import Operation, OperationError, OutboxCounts
from learnup_desktop.sync.backoff import Backoff, wait_seconds
from learnup_desktop.sync.journal_pump import JournalPump
from learnup_desktop.sync.ledger import ATTEMPT, Ledger, LedgerState
from learnup_desktop.sync.server_clock import PlatformClock
from learnup_desktop.sync.state import SyncState, SyncStateTracker
from tests.unit.store.samples import STARTED, append_answers
from tests.unit.sync.school import desk


def test_outbox_and_journals_add_up() -> None:
    tracker = SyncStateTracker()
    seen: list[SyncState] = []
    unsubscribe = tracker.subscribe(seen.append)
    tracker.set_outbox(OutboxCounts(waiting=3, attention=1), sending=1)
    tracker.set_journal("a", 5)
    assert (tracker.state.waiting, tracker.state.saving, tracker.state.attention) == (8, 0, 1)
    tracker.set_online(True)
    assert (tracker.state.waiting, tracker.state.saving) == (2, 6)
    tracker.set_journal("a", 5, stuck=True)
    assert (tracker.state.waiting, tracker.state.saving, tracker.state.attention) == (2, 1, 2)
    tracker.set_journal("a", 0)
    tracker.set_outbox(OutboxCounts())
    assert tracker.state == SyncState(online=True)
    changes = len(seen)
    tracker.set_online(True)
    tracker.set_outbox(OutboxCounts())
    assert len(seen) == changes
    unsubscribe()
    tracker.set_online(False)
    assert len(seen) == changes


def test_server_time_does_not_follow_the_pcs_clock() -> None:
    pc = ManualClock(STARTED)
    clock = PlatformClock(pc)
    assert clock.now() == STARTED
    assert (clock.synchronised, clock.offset_ms, clock.error_ms) == (False, None, None)
    clock.seed(-90_000)
    assert clock.now() == STARTED - timedelta(seconds=90)
    heard: list[ClockSample] = []
    clock.subscribe(heard.append)
    server = STARTED + timedelta(hours=2)
    clock.add(ClockSample(sent=10.0, received=10.2, server_time=server))
    pc.seconds = 10.1
    assert clock.now() == server
    assert (clock.offset_ms, clock.error_ms) == (7_200_000, 100)
    clock.add(ClockSample(sent=11.0, received=15.0, server_time=server + timedelta(seconds=2.5)))
    assert len(heard) == 1
    pc.utc -= timedelta(days=1)
    pc.seconds = 11.1
    assert clock.now() == server + timedelta(seconds=1)
    assert clock.now_ms() == round((server + timedelta(seconds=1)).timestamp() * 1000)


@given(st.integers(1, 60))
def test_waits_grow_to_a_bound_and_honour_what_is_asked(failures: int) -> None:
    wait = wait_seconds(1.0, 30.0, failures)
    assert 0.5 <= wait <= 30.0
    assert wait_seconds(1.0, 30.0, failures, RateLimitedError(40.0)) >= 40.5
    assert wait_seconds(1.0, 30.0, failures, PlatformUnavailableError("", retry_after=None)) <= 30.0


def test_a_success_begins_anew() -> None:
    backoff = Backoff(1.0, 30.0)
    for _ in range(6):
        backoff.after(OfflineError())
    backoff.reset()
    assert backoff.after() <= 1.0


async def test_the_ledger_lists_exports_and_sends_again(tmp_path: Path) -> None:
    async with desk(tmp_path / "a") as place:
        ledger = Ledger(place.store.outbox, place.store.journal)
        await append_answers(place.store, 3)
        body = {"lessonId": "l1", "marks": [{"id": "m1"}, {"id": "m2"}]}
        refused = await place.store.outbox.add(
            Operation.new("attendance.put", "attendance:l1", body, STARTED + timedelta(minutes=1))
        )
        await place.store.outbox.refuse(refused.id, OperationError("error.refused", "LU-222"))
        rows = await ledger.rows()
        assert [(row.kind, row.state, row.count, row.waiting) for row in rows] == [
            ("attendance.put", LedgerState.NEEDS_ATTENTION, 2, 2),
            (ATTEMPT, LedgerState.SAVED_HERE, 3, 3),
        ]
        await ledger.retry(refused.id)
        assert (await ledger.rows())[0].state is LedgerState.SAVED_HERE
        receipt = await JournalPump(
            place.store.journal, place.client.exams, "attempt-1", place.school.signing_key
        ).submit()
        attempt = (await ledger.rows())[1]
        assert (attempt.state, attempt.receipt) == (LedgerState.ACKNOWLEDGED, receipt.code)
        document = json.loads(await ledger.export_all())
        assert len(document["attempts"][0]["entries"]) == 3
        assert document["operations"][0]["body"] == body
        assert json.loads(await ledger.export("attempt-1"))["receipt"]["code"] == receipt.code
        assert b"lease-secret" not in await ledger.export_all()
        await place.store.outbox.refuse(refused.id, OperationError("error.refused", "LU-222"))
        await ledger.discard(refused.id)
        assert [row.kind for row in await ledger.rows()] == [ATTEMPT]

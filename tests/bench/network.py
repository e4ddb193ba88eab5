"""Exams over a line that dies: half an hour offline in the middle, offline from start to end, answers cut in mid-way.

A real platform with its time moved forward, real stores, journals and pumps; only the hours are not waited for. Nothing
may be lost or be there twice, everything is at school within ten seconds of the line's return, a moved or sleeping PC
clock changes the time left by a second at most, and an edit five seconds before the deadline always arrives.
"""

import argparse
import asyncio
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from learnup_desktop.contract import routes
from learnup_desktop.contract.answers import TextAnswer
from learnup_desktop.contract.exams import LogRequest, SubmitRequest
from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.exams.sheet import Place
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.realtime.connection import backoff_seconds
from tests.bench.harness import Verdict, emit
from tests.e2e.hall import Hall, Seat, hall, seat, within
from tests.integration.exam_side import start_open_exam

OFFLINE_SECONDS, SYNCED_SECONDS, SHIFT_SECONDS, SPREAD_SECONDS = 1800.0, 10.0, 1.0, 30.0
EDITS, QUICK_EDITS, REPEATS = 100, 10, 5
PATIENCE = 60.0
PAUSE, QUICK_PAUSE = 7.0, 1.0
"""Real seconds of each sixth of the outage: long enough for the waits between attempts to grow to their longest."""


def main(argv: list[str]) -> int:
    """``bench network [--quick]``: ten edits before the deadline instead of a hundred."""
    parser = argparse.ArgumentParser(prog="bench network", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_EDITS} last-second edits instead of {EDITS}")
    quick = parser.parse_args(argv).quick
    edits = QUICK_EDITS if quick else EDITS
    verdict = Verdict()
    runs: list[Callable[[Hall, Path, Verdict], Awaitable[None]]] = [
        partial(offline_in_the_middle, pause=QUICK_PAUSE if quick else PAUSE),
        offline_from_start_to_end,
        repeated_and_cut,
        moved_clocks,
        partial(last_seconds, edits=edits),
    ]
    for run in runs:
        asyncio.run(_run(run, verdict))
    waits = [backoff_seconds(9, random.random()) for _ in range(1000)]
    verdict.at_least("reconnectSpreadSeconds", round(max(waits) - min(waits), 1), SPREAD_SECONDS)
    return verdict.finish()


async def _run(run: Callable[[Hall, Path, Verdict], Awaitable[None]], verdict: Verdict) -> None:
    """One run with a school of its own."""
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix="learnup-network-", ignore_cleanup_errors=True) as folder,
        hall(Path(folder)) as school,
    ):
        await run(school, Path(folder), verdict)
    emit("run", name=getattr(run, "func", run).__name__, seconds=round(time.monotonic() - began, 1))


def _write(sitting: Sitting, words: str) -> dict[str, object]:
    """An answer to every question that takes text; what the student now sees, by question id."""
    for question in sitting.sheet.questions:
        if question.kind in ("numeric", "short", "essay"):
            sitting.edit(question.id, TextAnswer(text=f"{words} {question.id}"[:60]))
    return _seen(sitting)


def _seen(sitting: Sitting) -> dict[str, object]:
    answers = {question.id: sitting.sheet.answer(question.id) for question in sitting.sheet.questions}
    return {key: answer.to_wire() for key, answer in answers.items() if answer is not None}


async def _at_school(sitting: Sitting, patience: float = PATIENCE) -> float | None:
    return await within(lambda: sitting.sheet.lowest_place() is Place.AT_SCHOOL, patience)


async def _places_are_shown(sitting: Sitting, place: Place) -> bool:
    """Whether each answered question says where its answer is."""
    answered = [question.id for question in sitting.sheet.questions if sitting.sheet.answered(question.id)]
    held = await within(lambda: all(sitting.sheet.place(key) is place for key in answered), PATIENCE)
    return held is not None and bool(answered)


async def offline_in_the_middle(school: Hall, folder: Path, verdict: Verdict, *, pause: float) -> None:
    """Half an hour without a line in a running exam, then back, then handed in."""
    async with seat(school, folder / "pc", "nimali") as place:
        sitting = await start_open_exam(place.side, place.service)
        _write(sitting, "before")
        await _at_school(sitting)
        await place.link.cut()
        for part in range(6):
            _write(sitting, f"offline {part}")
            school.pass_time(OFFLINE_SECONDS / 6)
            await asyncio.sleep(pause)
        verdict.holds("middleOnThisPc", await _places_are_shown(sitting, Place.THIS_PC))
        seen = _seen(sitting)
        await place.link.restore()
        synced = await _at_school(sitting)
        verdict.at_most("middleSyncedSeconds", round(synced if synced is not None else PATIENCE, 2), SYNCED_SECONDS)
        verdict.holds("middleAtSchool", await _places_are_shown(sitting, Place.AT_SCHOOL))
        sitting.hand_in()
        await within(lambda: sitting.state is SittingState.SUBMITTED, PATIENCE)
        _compare("middle", await asyncio.to_thread(school.record, sitting.meta.attempt_id), seen, verdict)


async def offline_from_start_to_end(school: Hall, folder: Path, verdict: Verdict) -> None:
    """The line dies right after the start and comes back after the time is over; handed in by itself at zero."""
    async with seat(school, folder / "pc", "nimali") as place:
        sitting = await start_open_exam(place.side, place.service)
        await place.link.cut()
        seen = _write(sitting, "never online")
        await within(lambda: sitting.sheet.lowest_place() is Place.THIS_PC, PATIENCE)
        school.pass_time(sitting.seconds_left() + 1)
        ended = await within(lambda: sitting.state is SittingState.SUBMITTING, 10.0)
        verdict.holds("offlineHandedInAtZero", ended is not None)
        school.pass_time(OFFLINE_SECONDS)
        await asyncio.sleep(1.0)
        await place.link.restore()
        handed_in = await within(lambda: sitting.state is SittingState.SUBMITTED, PATIENCE)
        took = round(handed_in if handed_in is not None else PATIENCE, 2)
        verdict.at_most("offlineSyncedSeconds", took, SYNCED_SECONDS)
        entries = await place.side.store.journal.entries(sitting.meta.attempt_id)
        record = await asyncio.to_thread(school.record, sitting.meta.attempt_id)
        last = {"seq": entries[-1].seq, "hash": entries[-1].hash}
        verdict.holds("offlineWholeJournalAtSchool", record["head"] == last)
        aside = await asyncio.to_thread(_set_aside, school, sitting.meta.attempt_id)
        # What came after the time does not count by itself: it is kept, and a teacher sees it and can let it count.
        held = {**aside, **dict(_answers(record))}
        verdict.at_most("offlineLost", sum(held.get(key) != answer for key, answer in seen.items()), 0)


async def repeated_and_cut(school: Hall, folder: Path, verdict: Verdict) -> None:
    """Each batch and the submission five times over, and the line cut while answers are under way."""
    async with seat(school, folder / "pc", "nimali") as place:
        sitting = await start_open_exam(place.side, place.service)
        exams, journal, attempt_id = place.side.client.exams, place.side.store.journal, sitting.meta.attempt_id
        chance = random.Random(5)
        for part in range(12):
            _write(sitting, f"part {part}")
            await asyncio.sleep(chance.uniform(0.25, 0.6))
            await place.link.cut()
            await asyncio.sleep(0.1)
            await place.link.restore()
            place.side.sync.uploads.wake()
        await _at_school(sitting)
        entries = await journal.entries(attempt_id)
        heads = Counter[str]()
        for _ in range(REPEATS):
            answer = await exams.log(attempt_id, LogRequest(lease_token=sitting.meta.lease_token, entries=entries))
            heads[answer.head.hash] += 1
        seen = _seen(sitting)
        sitting.hand_in()
        await within(lambda: sitting.state is SittingState.SUBMITTED, PATIENCE)
        head = await journal.head(attempt_id)
        request = SubmitRequest(lease_token=sitting.meta.lease_token, head=head)
        receipts = {(await exams.submit(attempt_id, request, f"again-{n}")).signature for n in range(REPEATS)}
        verdict.at_most("repeatedBatchResults", len(heads), 1)
        verdict.at_most("repeatedSubmitResults", len(receipts), 1)
        record = await asyncio.to_thread(school.record, attempt_id)
        verdict.holds("repeatedJournalOnce", record["head"] == head.to_wire())
        _compare("repeated", record, seen, verdict)


async def moved_clocks(school: Hall, folder: Path, verdict: Verdict) -> None:
    """The PC's clock a day forth and back, ten minutes of sleep, more time and a pause given live."""
    async with seat(school, folder / "pc", "nimali") as place:
        sitting = await start_open_exam(place.side, place.service)
        worst = 0.0
        for hours in (24, -24, 0):
            before, began = sitting.seconds_left(), time.monotonic()
            school.pc.wall = timedelta(hours=hours)
            await asyncio.sleep(0.2)
            worst = max(worst, abs(before - sitting.seconds_left() - (time.monotonic() - began)))
        verdict.at_most("movedClockShiftSeconds", round(worst, 3), SHIFT_SECONDS)
        worst = 0.0
        for counted in (True, False):
            before = sitting.seconds_left()
            school.clock.passed += 600
            school.pc.passed += 600 if counted else 0
            # A sleep that this computer's monotonic clock does not count is put right by the platform's next answer.
            school.pc.wall += timedelta(0 if counted else 600)
            await place.side.client.system.time()
            worst = max(worst, abs(before - 600 - sitting.seconds_left()))
        verdict.at_most("sleepShiftSeconds", round(worst, 3), SHIFT_SECONDS)
        await _given_live(school, place, sitting, verdict)


async def _given_live(school: Hall, place: Seat, sitting: Sitting, verdict: Verdict) -> None:
    """Without a live line even: what the platform says to the next batch counts."""
    before = sitting.deadline
    await asyncio.to_thread(_command, school, routes.EXTEND.format(id=sitting.meta.attempt_id), {"seconds": 600})
    place.side.sync.uploads.pump(sitting.meta.attempt_id).check_seat()
    extended = await within(lambda: sitting.deadline == before + timedelta(seconds=600), PATIENCE)
    await asyncio.to_thread(_command, school, routes.PAUSE.format(id=sitting.meta.attempt_id), {})
    place.side.sync.uploads.pump(sitting.meta.attempt_id).check_seat()
    paused = await within(lambda: sitting.state is SittingState.PAUSED, PATIENCE)
    verdict.holds("extraTimeArrives", extended is not None)
    verdict.holds("pauseArrives", paused is not None)


async def last_seconds(school: Hall, folder: Path, verdict: Verdict, *, edits: int) -> None:
    """An edit five seconds before the deadline, again and again: each must be at school and count."""
    arrived, waits = 0, list[float]()
    async with seat(school, folder / "pc", "nimali") as place:
        sitting = await start_open_exam(place.side, place.service)
        essay = sitting.sheet.questions[-1].id
        extend = routes.EXTEND.format(id=sitting.meta.attempt_id)
        for number in range(edits):
            school.pass_time(sitting.seconds_left() - 5.0)
            text = f"at the last moment, number {number}"
            sitting.edit(essay, TextAnswer(text=text))
            took = await _at_school(sitting, 4.9)
            await asyncio.to_thread(_command, school, extend, {"seconds": 20})
            record = await asyncio.to_thread(school.record, sitting.meta.attempt_id)
            arrived += took is not None and _answers(record).get(essay) == {"type": "text", "text": text}
            waits.append(took if took is not None else 5.0)
            place.side.sync.uploads.pump(sitting.meta.attempt_id).check_seat()
            await within(lambda: sitting.seconds_left() > 10, PATIENCE)
        sitting.hand_in()
        await within(lambda: sitting.state is SittingState.SUBMITTED, PATIENCE)
    verdict.note("lastSecondEdits", edits)
    verdict.at_least("lastSecondEditsArrived", arrived, edits)
    verdict.note("lastSecondEditSecondsMedian", round(statistics.median(waits), 2))
    verdict.note("lastSecondEditSecondsWorst", round(max(waits), 2))


def _command(school: Hall, path: str, body: dict[str, object]) -> None:
    school.teacher.post(path, json=body).raise_for_status()


def _set_aside(school: Hall, attempt_id: str) -> dict[str, object]:
    items = school.teacher.get(routes.SET_ASIDE.format(id=attempt_id)).raise_for_status().json()["items"]
    return {item["questionId"]: item["answer"] for item in items}


def _answers(record: dict[str, object]) -> dict[str, object]:
    answers = record["answers"]
    assert isinstance(answers, dict)
    return answers


def _compare(name: str, record: dict[str, object], seen: dict[str, object], verdict: Verdict) -> None:
    held = _answers(record)
    verdict.at_most(f"{name}Lost", sum(held.get(key) != answer for key, answer in seen.items()), 0)
    verdict.holds(f"{name}Receipt", record["receipt"] is not None)

"""Synchronising much, and being killed at it: 50,000 entities, and a hundred pulled plugs.

A real platform and real client processes over a loopback line that counts bytes. A first pull of 50,000 entities, a
pull of 1,000 changes and one of none; memory must not grow with what is pulled. Then a client that pulls, writes marks
and downloads files is killed at random moments, by SIGKILL: no write that was on the disk may be missing at school or
be there twice, and no file may be shown whose bytes are not those announced.
"""

import argparse
import asyncio
import hashlib
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from learnup_desktop.walkthrough.link import LoopbackLink
from learnup_platform.demo.classes import PHYSICS_ENGLISH
from learnup_platform.demo.school import demo_id
from tests.bench.harness import Verdict, emit, percentile
from tests.platform_fixture import ROOT, TEST_ENVIRONMENT, RunningPlatform

ENTITIES, QUICK_ENTITIES, CHANGED, FEW = 50_000, 5_000, 1_000, 1_000
KILLS, QUICK_KILLS = 100, 8
IDLE_BYTES, GROWTH_MB = 2048, 24.0
FILES, FILE_BYTES = 10, 3_000_000
LONGEST_LIFE, OLD_AGE = 2.5, 60.0
TEACHER = "kamala"
PATIENCE = 600.0


@dataclass
class Told:
    """What the killed clients said before they died."""

    written: list[str] = field(default_factory=list)
    shown: int = 0
    wrong: list[str] = field(default_factory=list)
    damaged: int = 0
    lives: list[float] = field(default_factory=list)


def main(argv: list[str]) -> int:
    """``bench sync [--quick] [--kills N] [--seed N]``."""
    parser = argparse.ArgumentParser(prog="bench sync", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ENTITIES} entities and {QUICK_KILLS} kills")
    parser.add_argument("--kills", type=int, default=0, help="so many kills")
    parser.add_argument("--seed", type=int, default=0, help="the same moments again; default: others each time")
    asked = parser.parse_args(argv)
    kills = asked.kills or (QUICK_KILLS if asked.quick else KILLS)
    seed = asked.seed or random.SystemRandom().randrange(1, 2**31)
    verdict = Verdict()
    verdict.note("seed", seed)
    with tempfile.TemporaryDirectory(prefix="learnup-sync-", ignore_cleanup_errors=True) as name:
        asyncio.run(_run(Path(name), QUICK_ENTITIES if asked.quick else ENTITIES, kills, random.Random(seed), verdict))
    return verdict.finish()


async def _run(folder: Path, entities: int, kills: int, chance: random.Random, verdict: Verdict) -> None:
    data = folder / "platform"
    await asyncio.to_thread(_seed, data)
    await asyncio.to_thread(_add_lessons, data, FEW)
    await asyncio.to_thread(_add_files, data)
    platform = await asyncio.to_thread(RunningPlatform(data).start)
    link = LoopbackLink(platform.port)
    await link.start()
    try:
        pair = await asyncio.to_thread(platform.sign_in, TEACHER)
        client = [f"http://127.0.0.1:{link.port}", str(pair["accessToken"])]
        few = await _pull(folder / "few", client, link)
        await asyncio.to_thread(_add_lessons, data, entities - FEW)
        await _pulls(folder, client, link, data, entities, few, verdict)
        told = Told()
        await _kill_clients(folder / "killed", client, data, kills, chance, told)
        await _judge_kills(folder, client, link, data, told, verdict)
    finally:
        await link.close()
        await asyncio.to_thread(platform.close)


# --- pulls -----------------------------------------------------------------------------------------------------------


async def _pulls(
    folder: Path,
    client: list[str],
    link: LoopbackLink,
    data: Path,
    entities: int,
    few: dict[str, Any],
    verdict: Verdict,
) -> None:
    first = await _pull(folder / "many", client, link)
    emit("pull", name="few", **few)
    emit("pull", name="first", **first)
    verdict.at_least("firstEntities", first["entities"], entities)
    for key in ("seconds", "requests", "bytes"):
        verdict.note(f"first{key.capitalize()}", first[key])
    # Flat: what fifty times as much takes more is caches of SQLite and of the allocator, not the entities.
    verdict.at_most("firstGrownMbOverFew", round(max(0.0, first["grownMb"] - few["grownMb"]), 1), GROWTH_MB)
    await asyncio.to_thread(_change_lessons, data, CHANGED)
    changed = await _pull(folder / "many", client, link)
    emit("pull", name="changed", **changed)
    verdict.holds("changedSeen", changed["changed"] == ["lessons"] and changed["digest"] != first["digest"])
    for key in ("seconds", "requests", "bytes"):
        verdict.note(f"changed{key.capitalize()}", changed[key])
    idle = await _pull(folder / "many", client, link)
    emit("pull", name="nothing", **idle)
    verdict.at_most("idleRequests", idle["requests"], 1)
    verdict.at_most("idleBytes", idle["bytes"], IDLE_BYTES)
    verdict.holds("idleChangesNothing", not idle["changed"])


async def _pull(folder: Path, client: list[str], link: LoopbackLink) -> dict[str, Any]:
    before = link.to_platform + link.to_client
    lines = await asyncio.to_thread(_child_to_end, "pull", folder, client)
    said: dict[str, Any] = next(line for line in lines if line.pop("kind") == "pulled")
    # What the line carried in both directions, headers included.
    return said | {"bytes": link.to_platform + link.to_client - before}


def _child_to_end(what: str, folder: Path, client: list[str]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.e2e.sync_child", what, str(folder), *client]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE)
    return [json.loads(line) for line in done.stdout.splitlines()]


# --- kills -----------------------------------------------------------------------------------------------------------


async def _kill_clients(
    folder: Path, client: list[str], data: Path, kills: int, chance: random.Random, told: Told
) -> None:
    for number in range(1, kills + 1):
        await asyncio.to_thread(_change_lessons, data, 300)
        if number == max(2, kills // 10):
            await asyncio.to_thread(_child_to_end, "pull", folder, client)  # those before died in their first pull
        life = chance.uniform(0.0, LONGEST_LIFE)
        before = len(told.written), told.shown
        await asyncio.to_thread(_one_life, folder, client, life, told, "ready" if number % 4 == 1 else "wrote")
        emit(
            "kill",
            number=number,
            after=round(life, 2),
            written=len(told.written) - before[0],
            shown=told.shown - before[1],
            wrong=len(told.wrong),
        )


def _one_life(folder: Path, client: list[str], seconds: float, told: Told, since: str) -> None:
    """A client, killed ``seconds`` after its first line of kind ``since``, or of old age. What it said counts."""
    command = [sys.executable, "-m", "tests.e2e.sync_child", "work", str(folder), *client]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    alarm, old_age = threading.Timer(seconds, process.kill), threading.Timer(OLD_AGE, process.kill)
    began, waiting = time.monotonic(), True
    old_age.start()
    try:
        for line in process.stdout:
            if not line.endswith("\n"):
                break  # the plug was pulled in the middle of the line
            said = json.loads(line)
            _hear(said, told)
            if waiting and said["kind"] == since:
                waiting = False
                alarm.start()
    finally:
        alarm.cancel()
        old_age.cancel()
        process.kill()
        process.wait()
        process.stdout.close()
    told.lives.append(time.monotonic() - began)


def _hear(said: dict[str, Any], told: Told) -> None:
    if said["kind"] == "wrote":
        told.written.append(said["mark"])
    elif said["kind"] == "damaged":
        told.damaged += 1
    elif said["kind"] == "shown":
        told.shown += 1
        if not said["right"]:
            told.wrong.append(said["material"])


async def _judge_kills(
    folder: Path, client: list[str], link: LoopbackLink, data: Path, told: Told, verdict: Verdict
) -> None:
    began = time.monotonic()
    lines = await asyncio.to_thread(_child_to_end, "settle", folder / "killed", client)
    for line in lines:
        _hear(line, told)
    settled = next(line for line in lines if line["kind"] == "settled")
    emit("settled", **{key: value for key, value in settled.items() if key != "kind"})
    fresh = await _pull(folder / "fresh", client, link)
    at_school = await asyncio.to_thread(_marks_at_school, data)
    verdict.note("kills", len(told.lives))
    verdict.note("lifeSecondsMedian", round(percentile(told.lives, 50), 1))
    verdict.note("settledInSeconds", round(time.monotonic() - began, 1))
    verdict.at_least("writes", len(told.written), 1)
    verdict.at_most("writesLost", len(set(told.written) - set(at_school)), 0)
    # A write can be on the disk and not yet told of when the plug is pulled: one a kill, and nothing beyond that.
    verdict.at_most("writesBeyondWhatWasMade", len(set(at_school) - set(told.written)), len(told.lives))
    verdict.at_most("writesTwice", len(at_school) - len(set(at_school)), 0)
    verdict.at_most("writesWaiting", settled["waiting"] + settled["attention"], 0)
    verdict.at_least("filesShown", told.shown, FILES)
    verdict.at_most("filesShownWrong", len(told.wrong), 0)
    verdict.at_most("filesDamaged", told.damaged, 0)
    verdict.holds("filesStoredOnce", settled["blobBytes"] == settled["materialBytes"])
    verdict.holds("cacheAsFresh", settled["digest"] == fresh["digest"])


# --- the school ------------------------------------------------------------------------------------------------------


def _seed(data: Path) -> None:
    command = [sys.executable, "-m", "learnup_platform.cli", "seed", "--data", str(data)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | TEST_ENVIRONMENT)


def _database(data: Path) -> sqlite3.Connection:
    return sqlite3.connect(data / "platform.db", timeout=60)


def _text(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(sep=" ")


def _add_lessons(data: Path, count: int) -> None:
    """So many lessons of the teacher's class, over the last weeks and the next."""
    start = datetime.now(UTC) - timedelta(days=20)
    of_class = demo_id("class", PHYSICS_ENGLISH)
    rows = []
    for number in range(count):
        begins = start + timedelta(minutes=number % 60_000)
        topic = json.dumps({"en": f"Lesson {number}: what is measured, and how", "si": "පාඩම", "ta": "பாடம்"})
        lesson_id = demo_id("bench-lesson", f"{count}/{number}")
        rows.append((lesson_id, of_class, topic, "Hall", 0, _text(begins), _text(begins + timedelta(hours=1))))
    with closing(_database(data)) as database:
        database.executemany(
            "INSERT INTO lessons (id, class_id, topic, room, online, starts_at, ends_at, state)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'planned')",
            rows,
        )
        database.commit()


def _change_lessons(data: Path, count: int) -> None:
    """Give so many lessons another room, and each its place in the sequence."""
    now = datetime.now(UTC)
    room = f"Room {now.timestamp():.3f}"
    with closing(_database(data)) as database:
        database.execute("BEGIN IMMEDIATE")
        chosen = database.execute(
            "SELECT id, class_id FROM lessons WHERE topic LIKE '%what is measured%' ORDER BY room DESC, id LIMIT ?",
            (count,),
        ).fetchall()
        database.executemany("UPDATE lessons SET room = ? WHERE id = ?", [(room, lesson) for lesson, _ in chosen])
        _touch(database, [("lessons", lesson, f"class:{of_class}") for lesson, of_class in chosen], now)
        database.commit()


def _touch(database: sqlite3.Connection, touched: Iterable[tuple[str, str, str]], now: datetime) -> None:
    (last,) = database.execute("SELECT sequence FROM sync_state").fetchone()
    rows = [(*each, last + place, _text(now)) for place, each in enumerate(touched, 1)]
    database.executemany(
        "INSERT INTO sync_changes (stream, entity_id, audience, sequence, changed_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (stream, entity_id, audience) DO UPDATE SET sequence = excluded.sequence,"
        " changed_at = excluded.changed_at",
        rows,
    )
    database.execute("UPDATE sync_state SET sequence = ?", (last + len(rows),))


def _add_files(data: Path) -> None:
    """Material that takes a while; two of them are the same bytes."""
    chance = random.Random(3)
    folder = data / "files" / "bench"
    folder.mkdir(parents=True)
    rows, content = [], b""
    for number in range(FILES):
        if number != 1:
            content = chance.randbytes(FILE_BYTES)
        (folder / f"{number}.bin").write_bytes(content)
        title = json.dumps({"en": f"Recording {number}"})
        rows.append(
            (
                demo_id("bench-file", str(number)),
                demo_id("class", PHYSICS_ENGLISH),
                title,
                len(content),
                hashlib.sha256(content).hexdigest(),
                f"bench/{number}.bin",
                _text(datetime.now(UTC) - timedelta(days=1)),
            )
        )
    with closing(_database(data)) as database:
        database.executemany(
            "INSERT INTO materials (id, class_id, title, kind, media_type, file_name, size_bytes, sha256, storage_key,"
            " published_at) VALUES (?, ?, ?, 'recording', 'application/octet-stream', 'recording.bin', ?, ?, ?, ?)",
            rows,
        )
        database.commit()


def _marks_at_school(data: Path) -> list[str]:
    with closing(_database(data)) as database:
        return [row[0] for row in database.execute("SELECT id FROM attendance_marks WHERE note = 'bench'")]

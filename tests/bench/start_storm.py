"""A thousand students start within ten seconds against one platform process: sealed papers against papers fetched then.

Sealed: the paper lies on every computer since days, a start asks for the attempt, which brings the key, and sends the
first journal entry. Fetched: a start fetches the paper too, as clients without sealed papers must. Same platform, same
exam, same moments; bytes and waiting side by side. The clients are requests over a thousand connections, not windows.
"""

import argparse
import asyncio
import json
import os
import random
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx

from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.contract.auth import Role
from learnup_desktop.contract.exams import AttemptStarted, EntryKind
from learnup_desktop.domain.journal import make_entry
from learnup_desktop.domain.sealed_paper import open_paper
from tests.bench.harness import Verdict, emit, percentile
from tests.platform_fixture import PASSWORD, TEST_ENVIRONMENT, RunningPlatform

CLIENTS, QUICK_CLIENTS, WITHIN_SECONDS = 1000, 100, 10.0
PATIENCE_SECONDS = 120.0
SIGN_INS_AT_ONCE = 16


@dataclass
class Storm:
    """What a scenario saw.

    Attributes:
        waits: seconds from pressing Start to the open paper and the first acknowledged entry, one a client.
        received, sent: bytes of bodies, for all clients together.
        failed: clients that did not get in.
    """

    waits: list[float] = field(default_factory=list)
    received: int = 0
    sent: int = 0
    failed: list[str] = field(default_factory=list)
    seconds: float = 0.0


def main(argv: list[str]) -> int:
    """``bench start-storm [--quick]``: a hundred clients, at the same rate, instead of a thousand."""
    parser = argparse.ArgumentParser(prog="bench start-storm", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_CLIENTS} clients in a tenth of the time")
    count = QUICK_CLIENTS if parser.parse_args(argv).quick else CLIENTS
    os.environ |= TEST_ENVIRONMENT
    verdict = Verdict()
    verdict.note("clients", count)
    verdict.note("withinSeconds", WITHIN_SECONDS * count / CLIENTS)
    with tempfile.TemporaryDirectory(prefix="learnup-storm-", ignore_cleanup_errors=True) as folder:
        prepared = Path(folder) / "prepared"
        prepared.mkdir()
        exam_id, tokens = asyncio.run(_prepare(prepared, count))
        storms = {}
        for name in ("sealed", "fetched"):
            data = Path(folder) / name
            shutil.copytree(prepared, data)
            with _platform(data) as url:
                storms[name] = asyncio.run(_storm(url, exam_id, tokens, fetch=name == "fetched"))
            _tell(name, storms[name], verdict)
    sealed, fetched = storms["sealed"], storms["fetched"]
    verdict.at_most("failed", len(sealed.failed) + len(fetched.failed), 0)
    verdict.at_most("sealedShareOfBytes", round(sealed.received / max(1, fetched.received), 3), 0.5)
    share = percentile(sealed.waits, 95) / max(0.001, percentile(fetched.waits, 95))
    verdict.note("sealedShareOfP95", round(share, 3))
    return verdict.finish()


def _tell(name: str, storm: Storm, verdict: Verdict) -> None:
    figures = {
        "bytesReceived": storm.received,
        "bytesSent": storm.sent,
        "p50Seconds": round(percentile(storm.waits, 50), 3),
        "p95Seconds": round(percentile(storm.waits, 95), 3),
        "worstSeconds": round(max(storm.waits), 3),
        "allInSeconds": round(storm.seconds, 1),
        "failed": len(storm.failed),
    }
    emit("storm", name=name, **figures, firstFailure=storm.failed[0] if storm.failed else "")
    for key, value in figures.items():
        verdict.note(f"{name}{key[0].upper()}{key[1:]}", value)


@contextmanager
def _platform(data: Path) -> Iterator[str]:
    running = RunningPlatform(data).start()
    try:
        yield running.url
    finally:
        running.close()


async def _prepare(data: Path, count: int) -> tuple[str, list[str]]:
    """A school with so many more students in the class of the open exam, all signed in; the exam and their tokens."""
    from learnup_platform.app import create_context, prepare_database
    from learnup_platform.db.models_academic import EnrollmentRecord
    from learnup_platform.db.models_exams import ExamRecord
    from learnup_platform.db.models_people import AccountRecord
    from learnup_platform.demo.school import demo_id
    from learnup_platform.modules.auth.passwords import hash_now
    from learnup_platform.settings import PlatformSettings

    context = create_context(PlatformSettings(data=data, demo=True))
    exam_id, now, hashed = demo_id("exam", "physics/0"), datetime.now(UTC), hash_now(PASSWORD, 4)
    try:
        await prepare_database(context, now)
        async with context.database.transaction() as session:
            exam = await session.get_one(ExamRecord, exam_id)
            for number in range(count):
                student_id = uuid7()
                name, username = f"Student {number}", f"storm-{number}"
                session.add(
                    AccountRecord(
                        id=student_id,
                        username=username,
                        name=name,
                        role=Role.STUDENT,
                        password_hash=hashed,
                        created_at=now,
                    )
                )
                await session.flush()
                session.add(
                    EnrollmentRecord(
                        id=uuid7(), class_id=exam.class_id, student_id=student_id, joined_at=now, left_at=None
                    )
                )
    finally:
        await context.database.close()
    with _platform(data) as url:
        return exam_id, await _sign_in(url, count)


async def _sign_in(url: str, count: int) -> list[str]:
    gate = asyncio.Semaphore(SIGN_INS_AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE_SECONDS) as client:

        async def one(number: int) -> str:
            body = {
                "username": f"storm-{number}",
                "password": PASSWORD,
                "deviceId": f"pc-{number}",
                "deviceName": "Hall",
            }
            async with gate:
                answer = await client.post(routes.LOGIN, json=body)
            return str(answer.raise_for_status().json()["accessToken"])

        return list(await asyncio.gather(*(one(number) for number in range(count))))


async def _storm(url: str, exam_id: str, tokens: list[str], *, fetch: bool) -> Storm:
    """All clients, each at its own moment within the time; the paper is opened once, to see that it can be."""
    chance, storm = random.Random(7), Storm()
    limits = httpx.Limits(max_connections=len(tokens), max_keepalive_connections=len(tokens))
    began = time.monotonic()
    async with httpx.AsyncClient(base_url=url, timeout=PATIENCE_SECONDS, limits=limits) as client:
        here = await client.get(routes.PAPER.format(id=exam_id), headers=_bearer(tokens[0]))
        paper = here.raise_for_status().content
        began = time.monotonic()

        async def one(number: int, after: float) -> None:
            await asyncio.sleep(after)
            pressed = time.monotonic()
            try:
                await _start(client, storm, exam_id, tokens[number], number, paper, fetch=fetch)
            except (httpx.HTTPError, ValueError) as error:
                storm.failed.append(f"{type(error).__name__}: {error}")
            storm.waits.append(time.monotonic() - pressed)

        moments = [chance.uniform(0, WITHIN_SECONDS * len(tokens) / CLIENTS) for _ in tokens]
        await asyncio.gather(*(one(number, after) for number, after in enumerate(moments)))
    storm.seconds = time.monotonic() - began
    return storm


async def _start(
    client: httpx.AsyncClient, storm: Storm, exam_id: str, token: str, number: int, paper: bytes, *, fetch: bool
) -> None:
    """From pressing Start to a paper that can be read and a journal whose first entry is at school."""
    headers = _bearer(token)
    if fetch:
        answer = (await client.get(routes.PAPER.format(id=exam_id), headers=headers)).raise_for_status()
        paper = answer.content
        storm.received += len(paper)
    body = {"deviceId": f"pc-{number}", "deviceName": "Hall", "assurance": "none", "consent": True}
    answer = await _post(client, storm, routes.ATTEMPTS.format(id=exam_id), body, headers)
    started = AttemptStarted.model_validate(answer.json())
    if number == 0:
        await asyncio.to_thread(open_paper, paper, started.content_key)
    opened = {"deviceId": f"pc-{number}", "paperSha256": "0" * 64, "assurance": "none"}
    entry = make_entry(started.head, EntryKind.OPENED, 0, dict(opened))
    log: dict[str, object] = {"leaseToken": started.lease.token, "entries": [entry.to_wire()]}
    await _post(client, storm, routes.LOG.format(id=started.attempt_id), log, headers)


async def _post(
    client: httpx.AsyncClient, storm: Storm, path: str, body: dict[str, object], headers: dict[str, str]
) -> httpx.Response:
    data = json.dumps(body).encode()
    answer = await client.post(path, content=data, headers={**headers, "Content-Type": "application/json"})
    storm.sent += len(data)
    storm.received += len(answer.content)
    return answer.raise_for_status()


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}

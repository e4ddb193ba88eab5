"""What is left when the plug is pulled: 200 random kills of a typing student's client or worker, one attempt.

A real client process offscreen with its real proctoring worker, a real platform on the loopback interface. Nothing
older than two seconds may be lost, no answer changed, and the exam is there again on the same question within ten
seconds without a password. In the end it is handed in, and the platform's record must be what the student saw last.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import JournalEntry, Receipt
from learnup_desktop.domain import proof
from learnup_desktop.platform_process import PlatformProcess
from tests.bench.harness import Verdict, emit, percentile
from tests.e2e.campaign import Campaign, CampaignError
from tests.platform_fixture import PASSWORD

KILLS, QUICK_KILLS = 200, 10
LOST_SECONDS, RESUME_SECONDS, IDLE_MS, TYPING_MS = 2.0, 10.0, 500, 2000


def main(argv: list[str]) -> int:
    """``bench durability [--quick] [--kills N] [--seed N]``."""
    parser = argparse.ArgumentParser(prog="bench durability", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_KILLS} kills instead of {KILLS}")
    parser.add_argument("--kills", type=int, default=0, help="so many kills")
    parser.add_argument("--seed", type=int, default=0, help="the same kills again; default: others each time")
    asked = parser.parse_args(argv)
    kills = asked.kills or (QUICK_KILLS if asked.quick else KILLS)
    seed = asked.seed or random.SystemRandom().randrange(1, 2**31)
    verdict = Verdict()
    verdict.note("seed", seed)
    with tempfile.TemporaryDirectory(prefix="learnup-durability-", ignore_cleanup_errors=True) as folder:
        platform = PlatformProcess(Path(folder) / "platform")
        asyncio.run(platform.start())
        try:
            _run(Campaign(platform.url, Path(folder), random.Random(seed)), platform.url, kills, verdict)
        except (CampaignError, httpx.HTTPError) as error:
            emit("error", message=str(error))
            verdict.holds("wentThrough", False)
        finally:
            asyncio.run(platform.stop())
    return verdict.finish()


def _run(campaign: Campaign, url: str, kills: int, verdict: Verdict) -> None:
    began = time.monotonic()
    try:
        campaign.start()
        _extend(url, campaign.attempt_id)
        for number in range(1, kills + 1):
            victim = campaign.kill()
            outcome = campaign.outcome
            if victim == "client":
                emit("kill", number=number, victim=victim, lostSeconds=outcome.losses[-1], resumed=outcome.resumes[-1])
            else:
                emit("kill", number=number, victim=victim)
        handed_in = campaign.submit()
    finally:
        campaign.close()
    _judge(campaign, kills, verdict)
    held = _record(url, campaign.attempt_id)
    verdict.holds("platformHoldsWhatWasSeen", held["answers"] == handed_in["answers"])
    verdict.holds("receiptAndJournalProven", bool(handed_in["submitted"]["verified"] and held["proven"]))
    verdict.note("journalEntries", held["entries"])
    verdict.note("minutes", round((time.monotonic() - began) / 60, 1))


def _judge(campaign: Campaign, kills: int, verdict: Verdict) -> None:
    outcome = campaign.outcome
    verdict.note("clientKills", outcome.client_kills)
    verdict.note("workerKills", outcome.worker_kills)
    verdict.note("edits", outcome.edits)
    verdict.at_least("kills", outcome.client_kills + outcome.worker_kills, kills)
    verdict.at_most("answersChanged", len(outcome.changed), 0)
    verdict.at_most("resumedElsewhere", outcome.elsewhere, 0)
    verdict.at_most("passwordsAsked", outcome.passwords, 0)
    if outcome.losses:
        verdict.at_most("oldestLostSeconds", max(outcome.losses), LOST_SECONDS)
        verdict.note("oldestLostSecondsMedian", percentile(outcome.losses, 50))
        verdict.at_most("resumeSeconds", round(max(outcome.resumes), 2), RESUME_SECONDS)
        verdict.note("resumeSecondsMedian", round(percentile(outcome.resumes, 50), 2))
    if outcome.idle_ms:
        verdict.at_most("journaledAfterLastKeyMs", percentile(outcome.idle_ms, 99), IDLE_MS)
        verdict.note("journaledAfterLastKeyMsWorst", max(outcome.idle_ms))
        verdict.at_most("journaledWhileTypingMs", percentile(outcome.typing_ms, 99), TYPING_MS)
        verdict.note("journaledWhileTypingMsWorst", max(outcome.typing_ms))


@contextmanager
def _teacher(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url, timeout=30) as client:
        body = {"username": "kamala", "password": PASSWORD, "deviceId": "bench", "deviceName": "Bench"}
        pair = client.post(routes.LOGIN, json=body).raise_for_status().json()
        client.headers["Authorization"] = f"Bearer {pair['accessToken']}"
        yield client


def _extend(url: str, attempt_id: str) -> None:
    """The campaign takes longer than the exam."""
    with _teacher(url) as client:
        client.post(routes.EXTEND.format(id=attempt_id), json={"seconds": 4 * 3600}).raise_for_status()


def _record(url: str, attempt_id: str) -> dict[str, object]:
    """The platform's answers, and whether its receipt proves its journal."""
    with _teacher(url) as client:
        record = client.get(routes.ATTEMPT.format(id=attempt_id)).raise_for_status().json()
        entries: list[JournalEntry] = []
        while True:
            page = client.get(routes.LOG.format(id=attempt_id), params={"after": len(entries)}).json()
            entries += [JournalEntry.model_validate(item) for item in page["items"]]
            if page["nextCursor"] is None:
                break
        key = bytes.fromhex(_public_key(client))
    receipt = Receipt.model_validate(record["receipt"])
    journal = proof.read_journal(proof.write_journal(attempt_id, entries))
    findings = proof.check_receipt(receipt, key) + proof.check_journal(receipt, journal)
    answers = {item["questionId"]: item["answer"] for item in record["answers"]}
    return {"answers": answers, "entries": len(entries), "proven": proof.holds(findings)}


def _public_key(client: httpx.Client) -> str:
    from learnup_desktop.contract.system import WellKnown

    return WellKnown.model_validate(json.loads(client.get(routes.WELL_KNOWN).content)).signing_key.hex()

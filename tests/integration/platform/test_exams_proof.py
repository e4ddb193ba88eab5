"""The platform verifies what it signed: from a file, from a code, and over its own database."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from learnup_desktop import cli
from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import EntryKind
from learnup_desktop.domain import proof
from learnup_desktop.domain.receipt import compact_receipt
from tests.integration.platform.exam_sitting import Sitting
from tests.platform_fixture import ROOT, RunningPlatform

pytestmark = pytest.mark.integration


def _handed_in(platform: RunningPlatform, username: str) -> tuple[Sitting, bytes, bytes]:
    """An attempt that is over, its receipt's file and its journal's."""
    sitting = Sitting(platform.client(username)).start()
    entries = [sitting.answer("physics-06", "2.0"), sitting.make(EntryKind.SUBMIT, {"answered": 1})]
    sitting.send(*entries)
    body = {"leaseToken": sitting.started.lease.token, "head": sitting.head.to_wire()}
    receipt = sitting.client.post(sitting.path(routes.SUBMIT), json=body).raise_for_status().json()
    return sitting, json.dumps(receipt).encode(), proof.write_journal(sitting.attempt_id, entries)


def _audit(data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "learnup_platform.cli", "verify", "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_anybody_may_have_a_receipt_verified_but_only_some_see_the_record(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    sitting, receipt, journal = _handed_in(fresh_platform, "nimali")
    request = {"receipt": receipt.decode(), "journal": journal.decode()}
    for username, checks in (("kamala", 6), ("nimali", 6), ("abinaya", 5)):
        answer = fresh_platform.client(username).post(routes.VERIFY_RECEIPT, json=request).raise_for_status().json()
        assert answer["holds"], answer
        assert len(answer["checks"]) == checks
    forged = json.loads(receipt) | {"answered": 12}
    answer = fresh_platform.client("kamala").post(routes.VERIFY_RECEIPT, json={"receipt": json.dumps(forged)}).json()
    assert [check["check"] for check in answer["checks"] if not check["held"]] == ["signature", "record"]

    code = json.loads(receipt)["code"]
    path = routes.RECEIPT_OF_CODE.format(code=code.lower().replace("-", " "))
    assert fresh_platform.client("kamala").get(path).json() == json.loads(receipt)
    assert sitting.client.get(path).json() == json.loads(receipt)
    assert fresh_platform.client("abinaya").get(path).status_code == 404

    file = tmp_path / "receipt.txt"
    file.write_text(compact_receipt(proof.read_receipt(receipt)))
    (tmp_path / "journal.json").write_bytes(journal)
    argv = ["verify", str(file), "--journal", str(tmp_path / "journal.json"), "--server", fresh_platform.url]
    assert cli.main(argv) == 0


def test_the_platform_finds_what_was_changed_in_its_own_database(fresh_platform: RunningPlatform) -> None:
    _handed_in(fresh_platform, "nimali")
    whole = _audit(fresh_platform.data)
    assert whole.returncode == 0, whole.stderr
    assert all(json.loads(line)["holds"] for line in whole.stdout.splitlines())
    fresh_platform.stop()
    database = next(fresh_platform.data.glob("*.db"))
    connection = sqlite3.connect(database)
    connection.execute("UPDATE journal_entries SET body = replace(body, '2.0', '9.9')")
    connection.commit()
    connection.close()
    tampered = _audit(fresh_platform.data)
    assert tampered.returncode == 1
    assert [json.loads(line)["faults"][0]["seq"] for line in tampered.stdout.splitlines()] == [1]

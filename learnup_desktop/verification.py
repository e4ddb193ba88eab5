"""``learnup-desktop verify``: whether a receipt, and a journal with it, is what the school's platform signed.

It needs no account and no window, and with a key that this computer knows already no network either. What it says is
meant for a dispute: each check with its outcome, and an exit code that a script can act on.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from learnup_desktop.base import paths
from learnup_desktop.base.errors import IntegrityFault, LearnUpError
from learnup_desktop.contract.exams import Receipt
from learnup_desktop.domain import proof
from learnup_desktop.domain.proof import Check, Finding, JournalFile

EXIT_HOLDS, EXIT_DOES_NOT_HOLD, EXIT_USAGE, EXIT_NOT_JUDGED = 0, 1, 2, 3
_WORDS = {
    Check.SIGNATURE: "The platform signed this receipt",
    Check.CODE: "The short code belongs to it",
    Check.OWNER: "The journal is of the same attempt",
    Check.CHAIN: "Every entry of the journal is as it was written, in order, none missing",
    Check.HEAD: "The journal ends where the receipt says",
}
_EPILOG = "Exit code: 0 it holds, 1 it does not, 2 wrong arguments, 3 it could not be judged (no file, key unknown)."


class NotJudgedError(LearnUpError):
    """What would be needed to judge is not here; nothing speaks against the receipt."""


def main(arguments: list[str]) -> int:
    """Run ``verify``; returns the exit code."""
    parser = argparse.ArgumentParser(prog="learnup-desktop verify", description=__doc__, epilog=_EPILOG)
    parser.add_argument("receipt", metavar="RECEIPT", help="receipt file, or the text of its QR code in a file")
    parser.add_argument("--journal", type=Path, metavar="FILE", help="the attempt's journal, as saved by LearnUp")
    parser.add_argument("--server", default="", metavar="URL", help="ask this platform for its public key")
    parser.add_argument("--key", default="", metavar="HEX", help="the platform's public key: 64 hex digits")
    parser.add_argument("--json", action="store_true", help="one JSON document instead of sentences")
    asked = parser.parse_args(arguments)
    try:
        given = bytes.fromhex(asked.key)
    except ValueError:
        parser.error("--key takes 64 hex digits")
    if given and len(given) != 32:
        parser.error("--key takes 64 hex digits")
    try:
        receipt, journal, broken = _read(Path(asked.receipt), asked.journal)
        key, source = _key_of(receipt, given, asked.server)
    except NotJudgedError as error:
        return _say_not_judged(str(error), as_json=asked.json)
    except IntegrityFault as error:
        return _say_no_receipt(str(error), as_json=asked.json)
    findings = proof.check_receipt(receipt, key)
    if broken is not None:
        findings.append(broken)
    elif journal is not None:
        findings += proof.check_journal(receipt, journal)
    return _say(receipt, findings, source, as_json=asked.json)


def _read(receipt_path: Path, journal_path: Path | None) -> tuple[Receipt, JournalFile | None, Finding | None]:
    """Both files; a journal that cannot be one is a finding, not a failure to judge."""
    receipt = proof.read_receipt(_bytes(receipt_path))
    if journal_path is None:
        return receipt, None, None
    try:
        return receipt, proof.read_journal(_bytes(journal_path)), None
    except IntegrityFault as error:
        place = error.arguments.get("seq")
        return receipt, None, Finding(Check.CHAIN, False, str(error), place if isinstance(place, int) else None)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotJudgedError(f"{path} cannot be read: {error.strerror or error}") from error


def _key_of(receipt: Receipt, given: bytes, server: str) -> tuple[bytes, str]:
    """The platform's public key, and where it is from."""
    if given:
        return given, "given with --key"
    if server:
        key_id, key = _ask(server)
        if key_id != receipt.key_id:
            raise NotJudgedError(f"{server} signs with key {key_id}, the receipt names key {receipt.key_id}")
        return key, server
    from learnup_desktop.store.accounts import KnownAccounts

    for account in KnownAccounts(paths.data_dir() / "accounts").all():
        if account.signing_key_id == receipt.key_id and account.signing_key:
            return account.signing_key, f"known to this computer since signing in to {account.server_url}"
    raise NotJudgedError(
        f"this computer does not know key {receipt.key_id}; name the school's platform with --server URL,"
        " or give its public key with --key"
    )


def _ask(server: str) -> tuple[str, bytes]:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.api.transport import Transport
    from learnup_desktop.base.clock import SystemClock

    async def ask() -> tuple[str, bytes]:
        transport = Transport(server, SystemClock())
        try:
            told = await PlatformClient(transport).system.well_known()
        finally:
            await transport.close()
        return told.signing_key_id, told.signing_key

    try:
        return asyncio.run(ask())
    except LearnUpError as error:
        raise NotJudgedError(f"{server} was not reached or is no LearnUp platform: {error}") from error


def _say(receipt: Receipt, findings: list[Finding], source: str, *, as_json: bool) -> int:
    held = proof.holds(findings)
    if as_json:
        checks = [
            {"check": item.check.value, "held": item.held, "detail": item.detail, "seq": item.seq} for item in findings
        ]
        told = {"outcome": "holds" if held else "does_not_hold", "key": source, "checks": checks}
        print(json.dumps({**told, "receipt": receipt.to_wire()}, ensure_ascii=False))
    else:
        print(f"Receipt {receipt.code} of {receipt.submitted_at:%Y-%m-%d %H:%M:%S} UTC")
        print(f"  attempt {receipt.attempt_id}, exam {receipt.exam_id}, student {receipt.student_id}")
        print(f"  {receipt.answered} of {receipt.question_count} answered, {receipt.head.seq} entries in the journal")
        print(f"  key {receipt.key_id} ({source})")
        for item in findings:
            print(f"  {'yes' if item.held else 'NO '}  {_WORDS[item.check]}{f': {item.detail}' if item.detail else ''}")
        print("It holds." if held else "IT DOES NOT HOLD.")
    return EXIT_HOLDS if held else EXIT_DOES_NOT_HOLD


def _say_not_judged(reason: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"outcome": "not_judged", "reason": reason}))
    print(f"Not judged: {reason}", file=sys.stderr)
    return EXIT_NOT_JUDGED


def _say_no_receipt(reason: str, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"outcome": "does_not_hold", "reason": reason, "checks": []}))
    else:
        print(f"IT DOES NOT HOLD: {reason}")
    return EXIT_DOES_NOT_HOLD

"""``learnup-desktop verify``: what it says, and the exit codes that scripts act on."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from learnup_desktop import cli
from learnup_desktop.base import paths
from learnup_desktop.domain import proof
from learnup_desktop.domain.receipt import compact_receipt
from learnup_desktop.store.accounts import KnownAccounts
from learnup_desktop.store.records import KnownAccount
from tests.journals import PUBLIC_KEY, journal_of, mutate, receipt_for

KEY = ["--key", PUBLIC_KEY.hex()]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A receipt and its journal."""
    attempt, entries = journal_of(10, random.Random(4))
    receipt, journal = tmp_path / "receipt.json", tmp_path / "journal.json"
    receipt.write_text(json.dumps(receipt_for(attempt, entries).to_wire()))
    journal.write_bytes(proof.write_journal(attempt, entries))
    return receipt, journal


def test_what_holds_ends_with_0(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(files[0]), "--journal", str(files[1]), *KEY]) == 0
    told = capsys.readouterr().out
    assert told.endswith("It holds.\n")
    assert told.count("  yes  ") == 5


def test_a_tampered_journal_ends_with_1(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    files[1].write_bytes(mutate(files[1].read_bytes(), random.Random(5))[1])
    assert cli.main(["verify", str(files[0]), "--journal", str(files[1]), *KEY, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["outcome"] == "does_not_hold"
    assert [check["check"] for check in told["checks"] if not check["held"]]
    assert [check["held"] for check in told["checks"] if check["check"] == "signature"] == [True]


def test_another_schools_key_or_a_broken_file_ends_with_1(files: tuple[Path, Path]) -> None:
    assert cli.main(["verify", str(files[0]), "--key", "0" * 64]) == 1
    files[0].write_text('{"attemptId": 1}')
    assert cli.main(["verify", str(files[0]), *KEY]) == 1


def test_what_cannot_be_judged_ends_with_3(
    files: tuple[Path, Path], tmp_path: Path, free_port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(files[0])]) == 3
    assert "--server" in capsys.readouterr().err
    assert cli.main(["verify", str(tmp_path / "nothing"), *KEY]) == 3
    assert cli.main(["verify", str(files[0]), "--journal", str(tmp_path / "nothing"), *KEY, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["outcome"] == "not_judged"
    assert cli.main(["verify", str(files[0]), "--server", f"http://127.0.0.1:{free_port}"]) == 3


@pytest.mark.parametrize("argv", [[], ["a", "--key", "xyz"], ["a", "--key", "00"]])
def test_wrong_arguments_end_with_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["verify", *argv])
    assert caught.value.code == 2


async def _sign_in_once(key_id: str) -> None:
    account = KnownAccount(
        "server/account", "https://s.example", "S", "account", "u", "U", "student", "en", datetime.now(UTC)
    )
    from dataclasses import replace

    known = KnownAccounts(paths.data_dir() / "accounts")
    await known.remember(replace(account, signing_key_id=key_id, signing_key=PUBLIC_KEY))


async def test_a_computer_that_signed_in_once_needs_no_key_and_no_network(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    receipt = proof.read_receipt(files[0].read_bytes())
    await _sign_in_once(receipt.key_id)
    files[0].write_text(compact_receipt(receipt))
    assert cli.main(["verify", str(files[0])]) == 0
    assert "https://s.example" in capsys.readouterr().out

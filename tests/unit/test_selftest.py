"""The self-test must be able to say no, and must survive what it tries."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from learnup_desktop import selftest, selftest_parts, selftest_tls


@pytest.mark.parametrize("part", ["database", "keyring", "tls", "page", "window"])
def test_a_part_of_this_checkout_is_whole(part: str, tmp_path: Path) -> None:
    result = selftest.try_part(part, tmp_path)
    assert result.status == "ok", result.detail


def test_a_part_that_crashes_is_a_line_of_the_report(tmp_path: Path) -> None:
    crash = [sys.executable, "-c", "import os, sys; print('native trouble', file=sys.stderr, flush=True); os.abort()"]
    result = selftest.try_part("worker", tmp_path, crash)
    assert (result.status, result.part) == ("failure", "worker")
    assert "native trouble" in result.detail


def test_a_part_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selftest, "PART_SECONDS", 0.2)
    result = selftest.try_part(
        "worker", tmp_path, [sys.executable, "-c", "input() if False else __import__('time').sleep(60)"]
    )
    assert result.status == "failure"
    assert "no answer" in result.detail


def raising(error: Exception) -> Callable[[], str]:
    def part() -> str:
        raise error

    return part


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (selftest_parts.PartFailedError("three fonts are missing"), "failure", 1),
        (RuntimeError("nobody foresaw this"), "failure", 1),
        (selftest_parts.NotTriedError("no models"), "note", 0),
    ],
)
def test_what_a_part_finds_is_told(
    error: Exception, status: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(selftest_parts.PARTS, "worker", raising(error))
    assert selftest.run_part("worker") == code
    said = json.loads(capsys.readouterr().out)
    assert said["status"] == status
    assert str(error) in said["detail"]


def test_one_failure_fails_the_whole(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def tried(part: str, home: Path) -> selftest.Result:
        return selftest.Result(part, "failure" if part == "tls" else "ok", "seen")

    monkeypatch.setattr(selftest, "try_part", tried)
    assert selftest.main(["--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert not report["ok"]
    assert [part["part"] for part in report["parts"]] == list(selftest_parts.PARTS)
    assert selftest.main(["keyring"]) == 0


def test_a_name_that_is_no_part_is_refused() -> None:
    with pytest.raises(SystemExit) as caught:
        selftest.main(["engine"])
    assert caught.value.code == 2


def test_a_program_that_trusts_everybody_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The part must see the fault it exists for."""
    import ssl

    import truststore

    def blind(protocol: int) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context

    monkeypatch.setattr(truststore, "SSLContext", blind)
    with pytest.raises(selftest_tls.CertificateFaultError, match="nobody vouches for"):
        selftest_tls.try_certificates()

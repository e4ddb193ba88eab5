"""The log tells what happened and never a secret."""

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnup_desktop.base.log import FILE_NAME, get_logger, redact, set_up_log

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.fixture
def log_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    set_up_log(tmp_path / "log", debug=True)
    yield tmp_path / "log" / FILE_NAME
    set_up_log(None)
    for handler in [handler for handler in root.handlers if type(handler).__module__ == "learnup_desktop.base.log"]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"got {JWT} back", JWT),
        ("Authorization: Bearer abc.def-ghi", "abc.def-ghi"),
        ("{'authorization': 'Bearer abc'}", "abc"),
        ('{"password": "pa\\"ss word", "name": "nimal"}', "ss word"),
        ("refresh_token=0123456789&grant=x", "0123456789"),
        ('{"accessToken":"zzz111"}', "zzz111"),
        ("Set-Cookie: session=s3cr3t", "s3cr3t"),
        ("https://nimal:hunter2@example.test/x", "hunter2"),
        ("contentKey=b'\\x01\\x02secret'", "x02secret"),
        ("Basic bmltYWw6aHVudGVyMg==", "bmltYWw6aHVudGVyMg"),
    ],
)
def test_secrets_are_taken_out(text: str, secret: str) -> None:
    assert secret in text
    assert secret not in redact(text)


@pytest.mark.parametrize(
    "text", ["12 tokens left", "message key error.offline", "the password is wrong", "GET /api/v1"]
)
def test_plain_words_stay(text: str) -> None:
    assert redact(text) == text


def test_redaction_grows_with_the_text_and_no_faster() -> None:
    def processor_seconds(times: int) -> float:
        start = time.process_time()
        redact("a" * (6_000 * times) + " " + "token" * (600 * times))
        return time.process_time() - start

    # A ratio of processor time, since machines are noisy; were it quadratic, this would be sixteen.
    assert min(processor_seconds(4) for _ in range(3)) < 10 * min(processor_seconds(1) for _ in range(3))


def test_fields_and_tracebacks_reach_the_file_redacted(log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = get_logger("learnup_desktop.test")
    try:
        raise ValueError("password=hunter2")
    except ValueError:
        log.exception("could not sign in as %s", "nimal", access_token="abc", attempt=3, unlockCode="X1")
    line = json.loads(log_file.read_text().splitlines()[-1])
    assert line["message"] == "could not sign in as nimal"
    assert line["level"] == "error"
    assert line["attempt"] == 3
    assert line["access_token"] == line["unlockCode"] == "[redacted]"
    assert "ValueError" in line["traceback"]
    assert "hunter2" not in log_file.read_text()
    errors = capsys.readouterr().err
    assert "could not sign in" in errors
    assert "hunter2" not in errors


def test_a_folder_that_cannot_be_written_is_told_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    set_up_log(tmp_path / "file" / "log")
    assert "no log file" in capsys.readouterr().err

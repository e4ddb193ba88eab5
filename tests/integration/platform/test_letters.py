"""Lost passwords and proved addresses: what is sent, to whom, what a code can and cannot do, and how letters go out."""

import asyncio
import email
import email.policy
import os
import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.contract import routes
from learnup_platform.app import create_context, prepare_database
from learnup_platform.context import PlatformContext
from learnup_platform.mail import FolderMailer, Letter, MailFault, ServerMailer, post, send_due
from learnup_platform.settings import PlatformSettings
from tests.platform_fixture import PASSWORD, ClockedPlatform, RunningPlatform

NEW = "a quiet river 9"


def letters(data: Path) -> list[EmailMessage]:
    """Letters in the folder, the oldest first."""
    found = sorted((data / "mail").glob("*.eml")) if (data / "mail").is_dir() else []
    return [email.message_from_bytes(path.read_bytes(), policy=email.policy.default) for path in found]


def arrived(data: Path, count: int) -> list[EmailMessage]:
    """Letters, once there are ``count``."""
    deadline = time.monotonic() + 60
    while len(found := letters(data)) < count:
        assert time.monotonic() < deadline, f"{len(found)} letters instead of {count}"
        time.sleep(0.1)
    return found


def code_in(letter: EmailMessage) -> str:
    """The code that a letter brings: the one line that is set in."""
    return str(next(line.strip() for line in letter.get_content().splitlines() if line.startswith("    ")))


def forgot(url: str, username: str) -> httpx.Response:
    return httpx.post(url + routes.PASSWORD_FORGOT, json={"username": username}, timeout=20)


def reset(url: str, username: str, code: str, password: str = NEW) -> httpx.Response:
    body = {"username": username, "code": code, "newPassword": password}
    return httpx.post(url + routes.PASSWORD_RESET, json=body, timeout=20)


def login(url: str, username: str, password: str) -> int:
    body = {"username": username, "password": password, "deviceId": "d", "deviceName": ""}
    return httpx.post(url + routes.LOGIN, json=body, timeout=20).status_code


def test_a_lost_password_is_set_anew_by_the_code_of_a_letter(fresh_platform: RunningPlatform) -> None:
    url = fresh_platform.url
    other_device = fresh_platform.client("amaya")
    assert forgot(url, " Amaya ").status_code == 202
    (letter,) = arrived(fresh_platform.data, 1)
    assert letter["To"] == "amaya@demo.learnup.example" and "කේතය" in letter["Subject"]
    code = code_in(letter)
    weak = reset(url, "amaya", code, "password123")
    assert (weak.status_code, weak.json()["code"]) == (422, "auth.weak_password")
    # As somebody types it who has it read out: small letters, no dash, O for 0 and l for 1.
    typed = code.replace("-", "").lower().replace("0", "o").replace("1", "l")
    assert reset(url, "amaya", typed).status_code == 204
    assert (login(url, "amaya", PASSWORD), login(url, "amaya", NEW)) == (401, 200)
    assert other_device.get(routes.ME).json()["code"] == "auth.session_revoked"
    again = reset(url, "amaya", code)
    assert (again.status_code, again.json()["code"]) == (422, "auth.code_wrong")


def test_nobody_learns_whether_there_is_such_an_account(fresh_platform: RunningPlatform) -> None:
    url = fresh_platform.url
    known, unknown = forgot(url, "ashan"), forgot(url, "nobody-at-all")
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, b"")
    assert reset(url, "ashan", "AAAAA-AAAAA").json() == reset(url, "nobody-at-all", "AAAAA-AAAAA").json()
    assert [letter["To"] for letter in arrived(fresh_platform.data, 1)] == ["ashan@demo.learnup.example"]


def test_the_address_finds_the_account_too(fresh_platform: RunningPlatform) -> None:
    assert forgot(fresh_platform.url, "Dilini@Demo.LearnUp.example").status_code == 202
    (letter,) = arrived(fresh_platform.data, 1)
    assert reset(fresh_platform.url, "dilini", code_in(letter)).status_code == 204


def test_codes_end_are_few_and_guesses_are_counted_apart(clocked_platform: ClockedPlatform, tmp_path: Path) -> None:
    url, data = clocked_platform.url, tmp_path / "clocked-data"
    for _ in range(5):
        assert forgot(url, "ruwan").status_code == 202
    assert forgot(url, "kamala").status_code == 202
    found = arrived(data, 4)
    ours = [code_in(letter) for letter in found if letter["To"].startswith("ruwan@")]
    assert len(ours) == 3 == len(set(ours)), "three an hour"
    # Locked out of signing in by somebody's guesses, a code still opens the door ...
    assert [login(url, "ruwan", "a guess") for _ in range(5)][-1] == 423
    # ... but not for guesses at the code.
    assert [reset(url, "kamala", "AAAAA-AAAAA").status_code for _ in range(5)] == [422] * 4 + [423]
    code_of_kamala = next(code_in(letter) for letter in found if letter["To"].startswith("kamala@"))
    assert reset(url, "kamala", code_of_kamala).status_code == 423
    assert login(url, "kamala", PASSWORD) == 200, "who guesses codes locks nobody out"
    clocked_platform.clock.advance(29 * 60)
    assert reset(url, "ruwan", ours[0]).status_code == 204
    assert login(url, "ruwan", NEW) == 200, "the lock is lifted"
    clocked_platform.clock.advance(2 * 60)
    assert reset(url, "ruwan", ours[1]).status_code == 422, "too old"


def test_an_address_is_proved_by_its_code(fresh_platform: RunningPlatform) -> None:
    client = fresh_platform.client("nimali")
    assert client.get(routes.ME).json()["emailVerified"] is False
    assert client.post(routes.EMAIL_VERIFY, json={}).json()["emailVerified"] is False
    (letter,) = arrived(fresh_platform.data, 1)
    wrong = client.post(routes.EMAIL_VERIFY, json={"code": "AAAAA-AAAAA"})
    assert (wrong.status_code, wrong.json()["details"]) == (422, {"attemptsLeft": 4})
    # A code for an address is none for a password.
    assert reset(fresh_platform.url, "nimali", code_in(letter)).status_code == 422
    assert client.post(routes.EMAIL_VERIFY, json={"code": code_in(letter)}).json()["emailVerified"] is True
    assert client.get(routes.ME).json()["emailVerified"] is True
    kinds = [entry["kind"] for entry in client.get(routes.SECURITY_LOG).json()["items"]]
    assert "email_verified" in kinds


def test_the_database_keeps_no_code(fresh_platform: RunningPlatform) -> None:
    forgot(fresh_platform.url, "ashan")
    (letter,) = arrived(fresh_platform.data, 1)
    fresh_platform.stop()
    code = code_in(letter).encode()
    assert (fresh_platform.data / "mail").stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(fresh_platform.data / "platform.db")) as database:
        dump = "\n".join(database.iterdump()).encode()
    assert b"account_codes" in dump and code not in dump and code.replace(b"-", b"") not in dump


# ------------------------------------------------------------------------------------------------ a mail server


class Post:
    """What a mail server of the test was given."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.refuse = 0


@contextmanager
def mail_server() -> Iterator[tuple[int, Post]]:
    """A plain SMTP server (RFC 5321, as much of it as a client needs) on a port of its own."""
    listener = socket.create_server(("127.0.0.1", 0))
    taken = Post()
    ended = threading.Event()

    def converse(connection: socket.socket) -> None:
        with connection, connection.makefile("rwb", buffering=0) as line:
            line.write(b"220 here\r\n")
            while command := line.readline():
                verb = command[:4].upper()
                if verb == b"EHLO":
                    line.write(b"250 here\r\n")
                elif verb == b"DATA":
                    if taken.refuse:
                        taken.refuse -= 1
                        line.write(b"451 not now\r\n")
                        continue
                    line.write(b"354 go on\r\n")
                    taken.letters.append(b"".join(iter(line.readline, b".\r\n")))
                    line.write(b"250 taken\r\n")
                elif verb == b"QUIT":
                    line.write(b"221 bye\r\n")
                    return
                else:
                    line.write(b"250 fine\r\n")

    def serve() -> None:
        while not ended.is_set():
            connection, _ = listener.accept()
            if ended.is_set():
                connection.close()
            else:
                converse(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    port = int(listener.getsockname()[1])
    try:
        yield port, taken
    finally:
        ended.set()
        socket.create_connection(("127.0.0.1", port)).close()
        thread.join()
        listener.close()


def settings(data: Path, port: int) -> PlatformSettings:
    return PlatformSettings(
        data=data, email_enabled=True, email_host="127.0.0.1", email_port=port, email_from="office@school.example"
    )


async def _posting(context: PlatformContext, clock: ManualClock, taken: Post) -> list[int]:
    """How many letters had arrived after each round of the job."""
    await prepare_database(context)
    async with context.database.transaction() as session:
        post(session, "parent@home.example", "වාර්තාව", "Text with ඉ and a line\n.\nof one dot", clock.utc_now())
    counts = []
    for seconds in (0, 1, 60):
        clock.advance(seconds)
        await send_due(context)
        counts.append(len(taken.letters))
    await context.database.close()
    return counts


def test_a_letter_the_server_would_not_take_goes_later_and_once(tmp_path: Path) -> None:
    clock = ManualClock(datetime.now(UTC))
    with mail_server() as (port, taken):
        taken.refuse = 1
        context = create_context(settings(tmp_path, port), clock)
        assert asyncio.run(_posting(context, clock, taken)) == [0, 0, 1]
    letter = email.message_from_bytes(taken.letters[0], policy=email.policy.default)
    assert letter["Subject"] == "වාර්තාව" and letter["From"] == "LearnUp <office@school.example>"
    assert isinstance(letter, EmailMessage) and "Text with ඉ" in letter.get_content()


def test_a_server_that_is_away_is_a_mail_fault(tmp_path: Path, free_port: int) -> None:
    letter = Letter("1", "somebody@home.example", "s", "b", datetime.now(UTC))
    with pytest.raises(MailFault):
        ServerMailer(settings(tmp_path, free_port)).send(letter)


def test_email_without_a_server_is_refused_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="EMAIL_HOST"):
        PlatformSettings(data=tmp_path, email_enabled=True)


def test_nobody_who_watches_the_folder_reads_half_a_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    flush = os.fsync

    def watched(descriptor: int) -> None:
        seen.append([path.name for path in (tmp_path / "mail").glob("*.eml")])
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    letter = Letter("letter-1", "amaya@demo.learnup.example", "Code", "    ABCDE-FGHJK\n", datetime.now(UTC))
    FolderMailer(PlatformSettings(data=tmp_path)).send(letter)
    assert seen[0] == []
    assert code_in(letters(tmp_path)[0]) == "ABCDE-FGHJK"


def test_a_mail_folder_that_cannot_be_written_is_a_mail_fault(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file where the folder should be")
    with pytest.raises(MailFault):
        FolderMailer(PlatformSettings(data=tmp_path)).send(Letter("1", "a@b.example", "s", "b", datetime.now(UTC)))

"""Signing in through the real page against real servers: the right way, and every reason why not."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default as default_policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learnup_desktop.app.application import Application
from learnup_desktop.base.errors import (
    AccountLockedError,
    ClientTooOldError,
    OfflineError,
    PlatformTooOldError,
    ProtocolError,
    SignInError,
)
from learnup_desktop.base.settings import LANGUAGE
from learnup_desktop.features.sign_in.service import NotOnThisComputerError, ServerKeyChangedError, write_verifier
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import notices
from tests.integration.app_driver import running_client, sign_in_page, signed_in, until
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration
RunQt = Callable[..., Any]


async def submitted(application: Application, username: str, password: str) -> str:
    """What the page says after signing in failed."""
    page = sign_in_page(application)
    page.fill(username, password)
    page.form.sign_in.click()
    await until(lambda: page.error() is not None, what="a reason")
    return page.said()


@contextmanager
def answering(document: object, status: int = 200, kind: str = "application/json") -> Iterator[str]:
    """A server that gives the same answer to everything."""
    body = document.encode() if isinstance(document, str) else json.dumps(document).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_demo_account_is_one_click(run_qt: RunQt, qapp: QApplication, platform: RunningPlatform) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            page = sign_in_page(application)
            await until(lambda: page.demo_rows(), what="demo accounts")
            row = next(row for row in page.demo_rows() if row.objectName() == "demo-nimali")
            QTest.keyClick(row, Qt.Key.Key_Return)
            await until(lambda: application.session is not None)
            shown = application.window.current_page()
            assert isinstance(shown, TodayPage)
            await until(lambda: shown.plan() is not None and shown.plan().lessons)  # type: ignore[union-attr]  # waited for
            assert application.window.side_bar.account.accessibleName().startswith("Nimali")
            assert application.sign_in_page is None and application.window.full_page() is None

    run_qt(play())


def test_a_wrong_password_is_said_and_the_right_one_works(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            said = await submitted(application, "ashan", "not this one")
            assert "name or the password is not right" in said and "LU-210" in said
            assert isinstance(sign_in_page(application).error(), SignInError)
            await signed_in(application, "ashan")

    run_qt(play())


def test_a_locked_account_says_until_when(run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            page = sign_in_page(application)
            for _ in range(6):
                await submitted(application, "amaya", "wrong")
                if isinstance(page.error(), AccountLockedError):
                    break
                await until(lambda: page.form.sign_in.isEnabled())
            assert isinstance(page.error(), AccountLockedError)
            assert "locked until" in page.said() and ":" in page.said().partition("until")[2]

    run_qt(play())


def test_an_unreachable_server(run_qt: RunQt, qapp: QApplication, free_port: int) -> None:
    async def play() -> None:
        async with running_client(qapp, f"http://127.0.0.1:{free_port}") as application:
            page = sign_in_page(application)
            await until(lambda: page.error() is not None)
            assert isinstance(page.error(), OfflineError) and "no network" in page.said()
            assert page.form.offline.isHidden(), "nobody signed in here before"

    run_qt(play())


OLD = {
    "product": "learnup",
    "name": "Old",
    "contractVersion": 0,
    "minimumClientVersion": "0.0.1",
    "signingKeyId": "k",
    "signingKey": "A" * 43,
    "uploadLimitBytes": 1,
}


@pytest.mark.parametrize(
    ("document", "kind", "error", "words"),
    [
        ({"hello": "world"}, "application/json", ProtocolError, "did not come from a LearnUp server"),
        (
            "<html>Sign in to the hotel's network</html>",
            "text/html",
            ProtocolError,
            "did not come from a LearnUp server",
        ),
        ('{"product": "learnup", ', "application/json", ProtocolError, "did not come from a LearnUp server"),
        (OLD, "application/json", PlatformTooOldError, "older than this LearnUp needs"),
        (
            OLD | {"contractVersion": 1, "minimumClientVersion": "99.0"},
            "application/json",
            ClientTooOldError,
            "too old",
        ),
    ],
    ids=["foreign", "portal", "malformed", "old platform", "old client"],
)
def test_what_is_not_our_platform(
    run_qt: RunQt, qapp: QApplication, document: object, kind: str, error: type[Exception], words: str
) -> None:
    async def play(url: str) -> None:
        async with running_client(qapp, url) as application:
            page = sign_in_page(application)
            await until(lambda: page.error() is not None)
            assert isinstance(page.error(), error)
            assert words in page.said()

    with answering(document, kind=kind) as url:
        run_qt(play(url))


def test_without_a_network_the_last_password_opens_what_is_here(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "nimali")
        fresh_platform.kill()
        async with running_client(qapp, fresh_platform.url) as application:
            page = sign_in_page(application)
            await until(lambda: page.error() is not None)
            assert page.form.username.text() == "nimali" and not page.form.offline.isHidden()
            page.fill("nimali", "guess")
            page.form.offline.click()
            await until(lambda: isinstance(page.error(), SignInError))
            page.fill("nimali", "learnup-demo")
            page.use_what_is_here()
            await until(lambda: application.session is not None, what=page.said())
            shown = application.window.current_page()
            assert isinstance(shown, TodayPage)
            await until(lambda: shown.plan() is not None and shown.plan().lessons)  # type: ignore[union-attr]  # waited for
            assert not application.window.sync_state().online

    run_qt(play())


def test_somebody_who_never_signed_in_here_is_told_so(
    run_qt: RunQt, qapp: QApplication, free_port: int, home: Path
) -> None:
    async def play() -> None:
        async with running_client(qapp, f"http://127.0.0.1:{free_port}") as application:
            page = sign_in_page(application)
            page.fill("stranger", "whatever")
            page.use_what_is_here()
            await until(lambda: isinstance(page.error(), NotOnThisComputerError))

    run_qt(play())


def test_a_server_with_another_key_is_not_believed_until_a_person_says_so(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform, home: Path
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "nimali")
        listing = home / "data" / "accounts" / "accounts.json"
        document = json.loads(listing.read_text())
        document["accounts"][0]["signing_key"] = "ab" * 32
        listing.write_text(json.dumps(document))
        async with running_client(qapp, fresh_platform.url) as application:
            page = sign_in_page(application)
            await until(lambda: page.server() is not None)
            said = await submitted(application, "nimali", "learnup-demo")
            assert isinstance(page.error(), ServerKeyChangedError) and "another key" in said
            assert application.session is None
            page.form.trust_key.click()
            await until(lambda: application.session is not None)

    run_qt(play())


def test_signing_out_asks_and_leaves_the_data(run_qt: RunQt, qapp: QApplication, platform: RunningPlatform) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
            session = application.session
            assert session is not None
            folder = session.store.folder
            await application.sign_out()
            assert application.session is None and sign_in_page(application).form.username.text() == "nimali"
            assert (folder / "cache.db").exists()
            assert application.current.read() is None
            await until(lambda: sign_in_page(application).server() is not None)

    run_qt(play())


def test_a_session_revoked_elsewhere_leads_to_signing_in_with_the_reason(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "abinaya")
            session = application.session
            assert session is not None
            own = next(item for item in await session.client.auth.sessions() if item.current)
            with platform.client("abinaya", "another-device") as elsewhere:
                assert elsewhere.delete(f"/api/v1/auth/sessions/{own.id}").status_code < 300
            await until(lambda: application.sign_in_page is not None, what="the sign-in page")
            assert "sign in again" in sign_in_page(application).said()
            await until(lambda: application.session is None)
            await until(lambda: sign_in_page(application).server() is not None)

    run_qt(play())


def test_the_language_is_chosen_on_the_page_and_kept(run_qt: RunQt, qapp: QApplication, free_port: int) -> None:
    async def play() -> None:
        async with running_client(qapp, f"http://127.0.0.1:{free_port}") as application:
            page = sign_in_page(application)
            page.language_chosen.emit("si")
            assert application.settings.get(LANGUAGE) == "si"
            page.language_chosen.emit("en")
            assert page.form.sign_in.text() == "Sign in"

    run_qt(play())


def test_the_verifier_holds_no_password(tmp_path: Path) -> None:
    write_verifier(tmp_path, "correct horse")
    assert b"correct" not in (tmp_path / "verifier.json").read_bytes()


def test_nothing_unexpected_was_said(run_qt: RunQt, qapp: QApplication, platform: RunningPlatform) -> None:
    """A good sign-in leaves no notice behind."""

    async def play() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
            assert [notice.title for notice in notices.center().history] == []

    run_qt(play())


def _code_of_newest_letter(platform: RunningPlatform) -> str | None:
    letters = sorted((platform.data / "mail").glob("*.eml")) if (platform.data / "mail").is_dir() else []
    if not letters:
        return None
    text = message_from_bytes(letters[-1].read_bytes(), policy=default_policy).get_content()
    return str(next(line.strip() for line in text.splitlines() if line.startswith("    ")))


def test_a_lost_password_is_set_anew_on_the_page(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            page = sign_in_page(application)
            await until(lambda: page.server() is not None)
            page.fill("ashan")
            page.forgot.click()
            lost = page.lost
            assert lost.username.text() == "ashan" and page.form.password.isHidden()
            lost.go.click()
            await until(lambda: lost.code.isVisible() and lost.go.isEnabled())
            await until(lambda: _code_of_newest_letter(fresh_platform), 60, "the letter")
            lost.code.set_text("AAAAA-AAAAA")
            lost.password.set_text("a quiet river 9")
            lost.go.click()
            await until(lambda: "code is not right" in lost.banner.accessibleName())
            await until(lost.go.isEnabled)
            lost.code.set_text(_code_of_newest_letter(fresh_platform) or "")
            lost.password.set_text("password123")
            lost.go.click()
            await until(lambda: "too easy" in lost.banner.accessibleName())
            await until(lost.go.isEnabled)
            lost.password.set_text("a quiet river 9")
            lost.go.click()
            await until(lambda: "Your password is new" in page.said())
            assert page.form.password.isVisible() and lost.isHidden()
            await signed_in(application, "ashan", "a quiet river 9")

    run_qt(play(), 120.0)


def test_without_a_network_no_code_is_promised(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            page = sign_in_page(application)
            await until(lambda: page.server() is not None)
            fresh_platform.kill()
            page.forgot.click()
            page.lost.go.click()
            assert page.lost.username.error() == "Type your name."
            page.lost.username.set_text("ashan")
            page.lost.go.click()
            await until(lambda: "Try again when there is a network" in page.lost.banner.accessibleName(), 60)
            assert page.lost.code.isHidden()
            page.lost.back.click()
            assert page.form.password.isVisible() and page.lost.isHidden()

    run_qt(play(), 120.0)

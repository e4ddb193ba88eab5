"""One's own account on a real platform: devices, password, signing out, and being signed out from elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from learnup_desktop.app.application import Application
from learnup_desktop.base.ids import uuid7
from learnup_desktop.contract import routes
from learnup_desktop.features.account.account_page import AccountPage
from learnup_desktop.features.sign_in.service import check_verifier
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import notices
from learnup_desktop.qt.widgets import BaseButton, ListRow
from learnup_desktop.store.records import Operation
from tests.integration.app_driver import open_page, running_client, sign_in_page, signed_in, until
from tests.platform_fixture import PASSWORD, RunningPlatform

pytestmark = pytest.mark.integration
RunQt = Callable[..., Any]
NEW_PASSWORD = "Kandy-lake-at-seven"


async def account_page(application: Application) -> AccountPage:
    """The account page with its devices."""
    page = await open_page(application, "account", AccountPage)
    await until(lambda: page.stack.state() == "content", what=f"devices; the page is {page.stack.state()}")
    return page


def rows(page: AccountPage) -> list[ListRow]:
    """The devices that are shown."""
    return [row for row in page.sessions_card.findChildren(ListRow) if row.isVisible()]


def button(parent: QWidget, name: str) -> BaseButton:
    """The button that says this, to the eye or to a screen reader."""
    found = [item for item in parent.findChildren(BaseButton) if name in (item.text(), item.accessibleName())]
    assert len(found) == 1, f"{len(found)} buttons {name!r}"
    return found[0]


async def question(page: AccountPage) -> QDialog:
    """The dialog that asks."""
    await until(lambda: [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()], what="a question")
    return next(dialog for dialog in page.findChildren(QDialog) if dialog.isVisible())


def end_session_from_elsewhere(platform: RunningPlatform, username: str) -> None:
    """Sign the client's device out, as a person does on another one."""
    with platform.client(username, "elsewhere") as other:
        sessions = other.get(routes.SESSIONS).json()["items"]
        (mine,) = [item["id"] for item in sessions if not item["current"]]
        other.delete(routes.SESSION.format(id=mine)).raise_for_status()


async def online(application: Application) -> None:
    """Wait for the live line."""
    session = application.session
    assert session is not None
    await until(lambda: session.realtime is not None and session.realtime.state.value == "connected", what="the line")


def test_a_session_ended_elsewhere_signs_out_at_once_with_a_sentence(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "yasiru")
            await online(application)
            session = application.session
            assert session is not None
            end_session_from_elsewhere(fresh_platform, "yasiru")
            await until(lambda: application.sign_in_page is not None, what="the sign-in page")
            page = sign_in_page(application)
            assert "session has ended" in page.said().lower(), page.said()
            await until(lambda: application.session is None, what="the account closed")
            assert application.current.read() is None
            assert await application.vault.tokens(session.known.key) is None
            await signed_in(application, "yasiru")
            assert isinstance(application.window.current_page(), TodayPage)

    run_qt(play(), 60.0)


def test_in_an_exam_a_session_ended_elsewhere_is_said_and_signing_in_waits_for_its_end(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "yasiru")
            await online(application)
            sitting = QWidget()
            application.window.enter_full_page(sitting)
            end_session_from_elsewhere(fresh_platform, "yasiru")
            said = notices.center().history
            await until(lambda: [notice for notice in said if notice.key == "session-ended"], what="a notice")
            assert application.window.full_page() is sitting and application.session is not None
            await until(lambda: not application.window.sync_state().signed_in)
            application.window.leave_full_page()
            sitting.deleteLater()
            # Now whatever waits for a session should get one.
            await until(lambda: application.sign_in_page is not None and application.session is None)

    run_qt(play(), 60.0)


def test_another_device_is_signed_out_from_the_page(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            elsewhere = fresh_platform.client("yasiru", "phone")
            await signed_in(application, "yasiru")
            page = await account_page(application)
            await until(lambda: page.facts["index"].isVisible(), what="what only the platform knows")
            assert page.keyring.isVisible(), "this computer has no keyring"
            await until(lambda: len(rows(page)) == 2, what="both devices, which come one after the other")
            assert not rows(page)[0].findChildren(BaseButton), "this one first, without a way out"
            button(rows(page)[1], "Sign out Test").click()
            await until(lambda: len(rows(page)) == 1)
            assert elsewhere.get(routes.ME).status_code == 401

    run_qt(play(), 60.0)


def test_a_new_password_is_checked_and_opens_this_computer_too(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "yasiru")
            page = await account_page(application)
            folder = application.accounts.folder_of(application.session.known.key)  # type: ignore[union-attr]  # signed in
            page.change.click()
            assert page.current.error()
            page.current.set_text("not this one")
            page.new.set_text("short")
            page.change.click()
            assert "8" in page.new.error() and page.change.isEnabled()
            page.new.set_text(NEW_PASSWORD)
            page.change.click()
            assert not page.change.isEnabled()
            await until(page.change.isEnabled)
            assert "password is not right" in page.current.error(), page.current.error()
            assert application.session is not None, "a wrong password ends no session"
            page.current.set_text(PASSWORD)
            page.new.set_text("aaaaaaaa")
            page.change.click()
            await until(page.change.isEnabled)
            assert "easy to guess" in page.new.error() and not page.current.error(), page.new.error()
            page.new.set_text(NEW_PASSWORD)
            page.change.click()
            await until(page.change.isEnabled)
            assert not page.new.error() and page.new.text() == page.current.text() == ""
            assert check_verifier(folder, NEW_PASSWORD) and not check_verifier(folder, PASSWORD)

    run_qt(play(), 60.0)


def test_signing_out_asks_first_and_says_what_stays(
    run_qt: RunQt, qapp: QApplication, fresh_platform: RunningPlatform
) -> None:
    async def play() -> None:
        async with running_client(qapp, fresh_platform.url) as application:
            await signed_in(application, "yasiru")
            page = await account_page(application)
            session = application.session
            assert session is not None
            page.sign_out_button.click()
            dialog = await question(page)
            button(dialog, "Stay signed in").click()
            await until(lambda: not page.tasks.busy())
            assert application.session is session
            fresh_platform.kill()
            operation = Operation(uuid7(), "attendance.put", "lesson-1", {"marks": []}, session.now())
            await session.store.outbox.add(operation)
            page.reload()
            await until(lambda: page.stack.state() == "error")
            assert page.name.text() == session.known.name
            page.sign_out_button.click()
            dialog = await question(page)
            button(dialog, "Sign out").click()
            await until(lambda: application.sign_in_page is not None and application.session is None, what="signed out")
            assert await application.vault.tokens(session.known.key) is None

    run_qt(play(), 60.0)

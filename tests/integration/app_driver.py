"""The whole client in the test's process, on the Qt loop, as a person would use it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from learnup_desktop.app.application import Application
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import CAMERA
from learnup_desktop.features.sign_in.sign_in_page import SignInPage
from learnup_desktop.qt import notices

PageType = TypeVar("PageType", bound=QWidget)


async def until(true: Callable[[], object], seconds: float = 20.0, what: str = "") -> None:
    """Wait until something is so, turning the loop.

    Raises:
        AssertionError: it never became so.
    """
    try:
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is waited for is a widget, which signals nothing to wait on
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"not within {seconds:g} s: {what or true}") from None


@asynccontextmanager
async def running_client(qt_app: QApplication, server: str = "", *, demo: bool = False) -> AsyncIterator[Application]:
    """A started client; closed at the end, whatever happens."""
    application = Application(qt_app, ClientOptions(server=server, demo=demo))
    application.settings.set(CAMERA, "simulated")
    notices.center().history.clear()
    try:
        await application.start()
        yield application
    finally:
        await application.close()


def sign_in_page(application: Application) -> SignInPage:
    """The sign-in page, which must be shown."""
    page = application.sign_in_page
    assert page is not None, "the sign-in page is not shown"
    return page


async def open_page(application: Application, route: str, kind: type[PageType]) -> PageType:
    """Open a page and wait until it shows something."""
    application.window.navigate(route)
    page = application.window.current_page()
    assert isinstance(page, kind)
    return page


async def signed_in(application: Application, username: str, password: str = "learnup-demo") -> None:
    """Sign in by the form and wait for the first page and the first pull."""
    page = sign_in_page(application)
    await until(lambda: page.server() is not None, what="the server's answer")
    page.fill(username, password)
    page.form.sign_in.click()
    await until(lambda: application.session is not None, what=f"a session; the page says {page.said()!r}")
    session = application.session
    assert session is not None
    await session.pull()
    await until(lambda: session.sync.state.state.online, what="online")

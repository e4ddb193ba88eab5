"""A client that is closed in the middle of connecting to a real platform has let go of everything when it is closed."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.realtime.connection import LineState, RealtimeConnection, _load_socketio
from tests.integration.app_driver import running_client, sign_in_page, signed_in, until
from tests.open_sockets import open_sockets_to
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration
RunQt = Callable[..., Any]


def new_sockets(platform: RunningPlatform, kept: list[str]) -> list[str]:
    """What is open to the platform beyond what the fixture's own people keep alive."""
    return sorted(set(open_sockets_to(platform.url)) - set(kept))


async def test_the_live_line_closed_at_any_moment_of_its_coming_up_is_closed(platform: RunningPlatform) -> None:
    """The library's own shutdown forgets a line that is up below and not yet greeted, with its two tasks."""
    token = str(platform.sign_in("nimali", "closing")["accessToken"])

    async def give_token() -> str:
        return token

    _load_socketio()
    before, kept = asyncio.all_tasks(), open_sockets_to(platform.url)
    reached: set[LineState] = set()
    for number in range(40):
        line = RealtimeConnection(platform.url, give_token, lambda event: None, reached.add)
        line.start()
        # The first half by turns of the loop, since most happens between two of them; then by time, up to connected.
        for _ in range(5 + 3 * number if number < 20 else 2 * (number - 20)):
            await asyncio.sleep(0 if number < 20 else 0.002)
        await line.close()
        assert new_sockets(platform, kept) == [], f"after try {number}"
        assert asyncio.all_tasks() == before, f"after try {number}"
    assert LineState.CONNECTING in reached


def test_a_client_closed_at_any_moment_of_its_start_is_closed(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        kept = open_sockets_to(platform.url)
        for number in range(12):
            async with running_client(qapp, platform.url) as application:
                page = sign_in_page(application)
                if number >= 4:
                    await until(lambda page=page: page.server() is not None or page.tasks.busy())  # type: ignore[misc]
                await asyncio.sleep(0.01 * number)
            assert new_sockets(platform, kept) == [], f"after try {number}"

    run_qt(play(), 60.0)


def test_a_client_closed_while_it_signs_in_and_comes_online_is_closed(
    run_qt: RunQt, qapp: QApplication, platform: RunningPlatform
) -> None:
    async def play() -> None:
        kept = open_sockets_to(platform.url)
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "nimali")
        assert new_sockets(platform, kept) == []
        for number in range(10):
            async with running_client(qapp, platform.url) as application:
                page = sign_in_page(application)
                await until(lambda page=page: page.server() is not None)  # type: ignore[misc]
                page.fill("nimali", "learnup-demo")
                page.form.sign_in.click()
                await asyncio.sleep(0.07 * number)
            assert new_sockets(platform, kept) == [], f"after try {number}"

    run_qt(play(), 90.0)

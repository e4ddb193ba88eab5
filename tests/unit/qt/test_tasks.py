"""Work belongs to its owner: cancelled with it, late results dropped, errors told or reported."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject

from learnup_desktop.base.errors import DiskFullError, LearnUpError, OfflineError
from learnup_desktop.qt import notices
from learnup_desktop.qt.tasks import TaskScope, set_crash_hook

RunQt = Callable[[Coroutine[Any, Any, Any]], Any]


@pytest.fixture
def crashes() -> Iterator[list[BaseException]]:
    seen: list[BaseException] = []
    set_crash_hook(seen.append)
    yield seen
    set_crash_hook(None)


async def later(value: str, seconds: float) -> str:
    await asyncio.sleep(seconds)
    return value


async def fail(error: Exception) -> None:
    raise error


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_success_and_finished(run_qt: RunQt) -> None:
    seen: list[str] = []

    async def body() -> None:
        scope = TaskScope(owner)
        scope.run(partial(later, "a", 0.01), on_success=seen.append, on_finished=lambda: seen.append("end"))
        assert scope.busy()
        await asyncio.sleep(0.05)
        assert not scope.busy()

    owner = QObject()
    run_qt(body())
    assert seen == ["a", "end"]


def test_a_late_result_of_an_older_run_is_dropped(run_qt: RunQt) -> None:
    seen: list[str] = []

    async def stubborn(value: str, seconds: float) -> str:
        # Work that does not let itself be cancelled still must not win.
        deadline = asyncio.get_running_loop().time() + seconds
        while (left := deadline - asyncio.get_running_loop().time()) > 0:
            try:
                await asyncio.sleep(left)
            except asyncio.CancelledError:
                continue
        return value

    async def body() -> None:
        scope = TaskScope(owner)
        scope.latest("search", partial(stubborn, "old", 0.06), on_success=seen.append)
        await asyncio.sleep(0.01)
        scope.latest("search", partial(later, "new", 0.01), on_success=seen.append)
        scope.latest("other", partial(later, "other", 0.0), on_success=seen.append)
        await asyncio.sleep(0.12)

    owner = QObject()
    run_qt(body())
    assert sorted(seen) == ["new", "other"]


def test_nothing_is_called_after_the_owner_is_destroyed(run_qt: RunQt) -> None:
    seen: list[object] = []

    async def body() -> None:
        owner = QObject()
        scope = TaskScope(owner)
        task = scope.run(
            partial(later, "a", 5), on_success=seen.append, on_failure=seen.append, on_finished=lambda: seen.append(1)
        )
        await settle()
        owner.deleteLater()
        await asyncio.sleep(0.05)
        assert scope.closed
        assert task is not None and task.cancelled()
        assert scope.run(partial(later, "b", 0), on_success=seen.append) is None

    run_qt(body())
    assert seen == []


def test_an_error_of_our_tree_becomes_a_notice(run_qt: RunQt, crashes: list[BaseException]) -> None:
    async def body() -> None:
        TaskScope(owner).run(partial(fail, OfflineError()))
        await settle()

    owner = QObject()
    run_qt(body())
    assert [notice.code for notice in notices.center().history] == ["LU-111"]
    assert not crashes


def test_a_handler_takes_the_error_instead(run_qt: RunQt) -> None:
    seen: list[LearnUpError] = []

    async def body() -> None:
        TaskScope(owner).run(partial(fail, DiskFullError()), on_failure=seen.append)
        await settle()

    owner = QObject()
    run_qt(body())
    assert [error.code for error in seen] == ["LU-121"]
    assert not notices.center().history


def test_any_other_error_goes_to_the_crash_hook(run_qt: RunQt, crashes: list[BaseException]) -> None:
    finished: list[int] = []

    async def body() -> None:
        TaskScope(owner).run(partial(fail, KeyError("x")), on_finished=lambda: finished.append(1))
        await settle()

    owner = QObject()
    run_qt(body())
    assert [type(error) for error in crashes] == [KeyError]
    assert finished == [1]
    assert not notices.center().history


def test_cancelling_a_key_drops_its_callbacks(run_qt: RunQt) -> None:
    seen: list[object] = []

    async def body() -> None:
        scope = TaskScope(owner)
        scope.latest("load", partial(later, "a", 0.01), on_success=seen.append, on_finished=lambda: seen.append(1))
        assert scope.busy("load")
        scope.cancel("load")
        await asyncio.sleep(0.03)
        assert not scope.busy("load")

    owner = QObject()
    run_qt(body())
    assert seen == []

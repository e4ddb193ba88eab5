"""The one way to run work from a widget.

A :class:`TaskScope` belongs to a QObject and ends with it: what still runs is cancelled and no callback of a page
that is gone is ever called. :meth:`TaskScope.latest` numbers the runs of a key, so that only the newest result is
used. An error of our own tree becomes a notice unless the caller handles it; anything else is our bug and goes to the
crash hook.
"""

import asyncio
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.qt import notices

T = TypeVar("T")
CrashHook = Callable[[BaseException], None]


def _to_excepthook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


class _Hooks:
    crash: ClassVar[CrashHook] = staticmethod(_to_excepthook)


def set_crash_hook(hook: CrashHook | None) -> None:
    """Where errors that are our bugs go; None for ``sys.excepthook``. Set once by the composition root."""
    _Hooks.crash = staticmethod(hook or _to_excepthook)


def report_crash(error: BaseException) -> None:
    """Hand an error that is our bug to the crash hook."""
    _Hooks.crash(error)


class TaskScope:
    """The work of one owner.

    Args:
        owner: page, dialog or window; its destruction closes the scope.

    Example:
        ``self.tasks = TaskScope(self)`` then
        ``self.tasks.latest("load", self.service.week, on_success=self.show_week, on_failure=self.stack.show_error)``
    """

    def __init__(self, owner: QObject) -> None:
        self._owner = owner
        self._tasks: set[asyncio.Task[Any]] = set()
        self._generations: dict[str, int] = {}
        self._latest: dict[str, asyncio.Task[Any]] = {}
        self._closed = False
        owner.destroyed.connect(self.close)

    @property
    def closed(self) -> bool:
        """Whether the owner is gone."""
        return self._closed

    def busy(self, key: str | None = None) -> bool:
        """Whether something runs, or the run of a key does."""
        if key is None:
            return bool(self._tasks)
        task = self._latest.get(key)
        return task is not None and not task.done()

    def run(
        self,
        work: Callable[[], Coroutine[Any, Any, T]],
        *,
        on_success: Callable[[T], object] | None = None,
        on_failure: Callable[[LearnUpError], object] | None = None,
        on_finished: Callable[[], object] | None = None,
        name: str | None = None,
    ) -> "asyncio.Task[T] | None":
        """Start work; every callback runs on the loop, and none after the owner is gone.

        Args:
            work: makes the coroutine: a coroutine function, or ``partial(service.save, text)``.
            on_success: gets the result.
            on_failure: gets an error of our tree; without it the error becomes a notice.
            on_finished: runs last in every case, cancelled or not.
            name: for logs and the watchdog.

        Returns:
            The task, None when the owner is gone already.
        """
        if self._closed:
            return None
        task = asyncio.get_running_loop().create_task(work(), name=name)
        self._tasks.add(task)
        task.add_done_callback(partial(self._done, on_success, on_failure, on_finished, None))
        return task

    def latest(
        self,
        key: str,
        work: Callable[[], Coroutine[Any, Any, T]],
        *,
        on_success: Callable[[T], object] | None = None,
        on_failure: Callable[[LearnUpError], object] | None = None,
        on_finished: Callable[[], object] | None = None,
    ) -> "asyncio.Task[T] | None":
        """Like :meth:`run`, but a newer run of the same key cancels this one and drops its result and its callbacks."""
        if self._closed:
            return None
        generation = self._generations.get(key, 0) + 1
        self._generations[key] = generation
        before = self._latest.get(key)
        if before is not None:
            before.cancel()
        task = asyncio.get_running_loop().create_task(work(), name=key)
        self._tasks.add(task)
        self._latest[key] = task
        task.add_done_callback(partial(self._done, on_success, on_failure, on_finished, (key, generation)))
        return task

    def cancel(self, key: str | None = None) -> None:
        """Cancel everything, or the run of a key."""
        if key is None:
            for task in list(self._tasks):
                task.cancel()
            return
        self._generations[key] = self._generations.get(key, 0) + 1
        task_of_key = self._latest.pop(key, None)
        if task_of_key is not None:
            task_of_key.cancel()

    def close(self) -> None:
        """The owner goes: cancel all, call nobody. Twice is harmless: who cleans up already is left to it."""
        if not self._closed:
            self._closed = True
            self.cancel()

    async def wait_closed(self) -> None:
        """Until what :meth:`close` cancelled has cleaned up: a connection takes a turn of the loop to close."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _done(
        self,
        on_success: Callable[[Any], object] | None,
        on_failure: Callable[[LearnUpError], object] | None,
        on_finished: Callable[[], object] | None,
        generation: tuple[str, int] | None,
        task: "asyncio.Task[Any]",
    ) -> None:
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None and not isinstance(error, LearnUpError):
            report_crash(error)
        if self._closed or not isValid(self._owner):
            return
        if generation is not None:
            key, number = generation
            if self._generations.get(key) != number:
                return
            self._latest.pop(key, None)
        try:
            if isinstance(error, LearnUpError):
                (on_failure or notices.report)(error)
            elif error is None and not task.cancelled() and on_success is not None:
                on_success(task.result())
        finally:
            if on_finished is not None:
                on_finished()

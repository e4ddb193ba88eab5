"""Tasks that run for long, and callbacks of others: a bug in either is reported, and takes nobody else down.

Asyncio tells of a failed task only when somebody awaits it or it is collected. A pump that nobody awaits would fail in
silence; so its failure goes to the loop's exception handler at once, which is where the crash report comes from.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

Result = TypeVar("Result")
Arguments = TypeVar("Arguments")


def spawn(coroutine: Coroutine[Any, Any, Result], name: str) -> "asyncio.Task[Result]":
    """Start a task that its owner keeps and cancels; an exception out of it is reported when it happens."""
    task = asyncio.create_task(coroutine, name=name)
    task.add_done_callback(_report)
    return task


def _report(task: "asyncio.Task[Any]") -> None:
    error = None if task.cancelled() else task.exception()
    if error is not None:
        context = {"message": f"{task.get_name()} failed", "exception": error, "task": task}
        task.get_loop().call_exception_handler(context)


class Listeners(Generic[Arguments]):
    """Callbacks, told of values in the order in which they happened.

    On a running loop each is called on the loop's next turn, so that an exception out of it goes to the loop's handler
    and not into whoever told; without one (plain rules, tests) it is called at once.
    """

    def __init__(self) -> None:
        self._callbacks: list[Callable[[Arguments], None]] = []

    def subscribe(self, callback: Callable[[Arguments], None]) -> Callable[[], None]:
        """Call ``callback`` with each value from now on. Returns how to stop, which may be called twice."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def tell(self, value: Arguments) -> None:
        """Have everybody called who is subscribed now and still is when the turn comes."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            for callback in tuple(self._callbacks):
                callback(value)
            return
        for callback in tuple(self._callbacks):
            loop.call_soon(self._call, callback, value)

    def _call(self, callback: Callable[[Arguments], None], value: Arguments) -> None:
        if callback in self._callbacks:
            callback(value)

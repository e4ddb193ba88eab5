"""Who wants to be told of what, with the one rule that telling never breaks the teller."""

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Listeners(Generic[Value]):
    """Callbacks on the event loop's thread, called in the order in which they came."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[Value], None]] = []

    def subscribe(self, callback: Callable[[Value], None]) -> Callable[[], None]:
        """Call ``callback`` with each value from now on. Returns how to stop, which may be called twice."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def tell(self, value: Value) -> None:
        """Call everybody. Those who subscribe or leave meanwhile take effect at the next value."""
        for callback in tuple(self._callbacks):
            callback(value)

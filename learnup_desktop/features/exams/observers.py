"""Telling whoever watches a sitting or a lobby that something about it changed, without Qt.

A page subscribes while it is shown and reads the present state when told; nothing is passed but the topic, so a late or
repeated call cannot show something old.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Topic = TypeVar("Topic")


class Observers(Generic[Topic]):
    """A list of callbacks; calling one that unsubscribes in the middle is fine."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[Topic], None]] = []

    def subscribe(self, callback: Callable[[Topic], None]) -> Callable[[], None]:
        """Call ``callback`` from now on; the function returned ends that and may be called twice."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    def notify(self, topic: Topic) -> None:
        """Tell everybody."""
        for callback in list(self._callbacks):
            callback(topic)

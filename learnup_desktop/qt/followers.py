"""Who is told when the theme changes: a list instead of signal connections, and never all of it in one turn.

Connecting a Python method to a signal takes longer than making the widget's layout; it was half of the time of building
a page. And a page is built of hundreds of followers, so a change goes to those on the screen first, then to the others,
a few milliseconds of each turn of the loop.
"""

from collections.abc import Callable, Iterator
from types import MethodType
from typing import Any, NamedTuple
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid

from learnup_desktop.qt.gradual import Gradual

_LEAST_PRUNED = 512


class _Follower(NamedTuple):
    """A callback that does not keep its object alive."""

    owner: "ReferenceType[Any] | None"
    call: Callable[..., object]

    @classmethod
    def of(cls, callback: Callable[[], object]) -> "_Follower":
        owner = getattr(callback, "__self__", None)
        if owner is None:
            return cls(None, callback)
        if isinstance(callback, MethodType):
            return cls(ref(owner), callback.__func__)
        return cls(ref(owner), getattr(type(owner), callback.__name__))

    def is_there(self) -> bool:
        """Whether its object still lives, in Python and in Qt."""
        if self.owner is None:
            return True
        owner = self.owner()
        return owner is not None and (not isinstance(owner, QObject) or isValid(owner))

    def is_seen(self) -> bool:
        """Whether its object is on the screen, or none that could be."""
        owner = self.owner() if self.owner is not None else None
        if isinstance(owner, QLayout):
            owner = owner.parentWidget()
        return not isinstance(owner, QWidget) or owner.isVisible()

    def tell(self) -> None:
        """Call it, if it is still there."""
        if self.owner is None:
            self.call()
        elif self.is_there():
            self.call(self.owner())


class Followers(QObject):
    """The list.

    Args:
        parent: ends it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._followers: list[_Follower] = []
        self._prune_at = _LEAST_PRUNED
        self._telling = Gradual(self)

    def follow(self, callback: Callable[[], object]) -> None:
        """Call after every change. A bound method is dropped with its object; anything else is kept for good."""
        self._add(_Follower.of(callback))

    def follow_for(self, owner: QObject, call: Callable[[Any], object]) -> None:
        """Call with ``owner`` after every change, while there is one."""
        self._add(_Follower(ref(owner), call))

    def tell(self, on_seen: Callable[[], object] = lambda: None) -> None:
        """There was a change. Where no loop runs that has other work, everybody is told when this returns.

        Args:
            on_seen: called when all who are on the screen have been told, unless another change came before.
        """
        self._telling.start(self._tell(on_seen))

    def count(self) -> int:
        """How many follow, those who are gone and not yet forgotten among them."""
        return len(self._followers)

    def _add(self, follower: _Follower) -> None:
        self._followers.append(follower)
        if len(self._followers) > self._prune_at:
            self._followers = [follower for follower in self._followers if follower.is_there()]
            self._prune_at = max(_LEAST_PRUNED, 2 * len(self._followers))

    def _tell(self, on_seen: Callable[[], object]) -> Iterator[None]:
        unseen = []
        for follower in tuple(self._followers):
            if follower.is_there():
                if follower.is_seen():
                    follower.tell()
                    yield
                else:
                    unseen.append(follower)
        on_seen()
        for follower in unseen:
            follower.tell()
            yield

"""Reading again while something moves in many small steps: one reading at a time, and none for a page nobody sees."""

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.tasks import TaskScope

View = TypeVar("View")


class Following(Generic[View]):
    """Keeps a page in step with what moves.

    Args:
        page: read for only while it is visible; a page reads anew anyway when it is opened.
        tasks: the page's.
        read: gives what is to be shown.
        show: shows it.
    """

    def __init__(
        self, page: QWidget, tasks: TaskScope, read: Callable[[], Awaitable[View]], show: Callable[[View], object]
    ) -> None:
        self._page = page
        self._tasks = tasks
        self._read = read
        self._show = show
        self._stale = False

    def moved(self) -> None:
        """Something has moved."""
        self._stale = True
        if self._page.isVisible() and not self._tasks.busy("follow"):
            self._tasks.latest("follow", self._follow)

    async def _follow(self) -> None:
        while self._stale:
            self._stale = False
            self._show(await self._read())

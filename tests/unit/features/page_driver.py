"""What page tests share: the frame as a page sees it, and waiting for what the page does on the loop."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget


@dataclass
class Frame:
    """A page's context that remembers what it was asked."""

    visited: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def navigate(self, route_name: str, **parameters: object) -> None:
        self.visited.append((route_name, parameters))

    def set_page_title(self, title: str) -> None:
        """Not looked at."""

    def set_badge(self, route_name: str, count: int) -> None:
        """Not looked at."""

    def enter_full_page(self, widget: QWidget) -> None:
        """Not looked at."""

    def leave_full_page(self) -> None:
        """Not looked at."""


async def until(true: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so, turning the loop.

    Raises:
        TimeoutError: it never became so.
    """
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for is a widget, which signals nothing to wait on
            await asyncio.sleep(0.005)


def show(page: QWidget, width: int = 1110, height: int = 712) -> None:
    """Put a page on the (offscreen) screen at the size it has in the frame."""
    page.resize(width, height)
    page.show()

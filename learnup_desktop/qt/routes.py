"""How a page makes itself known to the frame: a name, a word, an icon, for whom, and how to build it.

Features hand routes to the composition root, which hands them to the shell; nobody knows anybody by name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QWidget


class PageContext(Protocol):
    """What the frame offers to a page; given to :attr:`Route.build`."""

    def navigate(self, route_name: str, **parameters: object) -> None:
        """Open another page; its ``activated`` gets the parameters.

        Raises:
            LookupError: no such route for this person.
        """

    def set_page_title(self, title: str) -> None:
        """What the top bar says while this page is shown."""

    def set_badge(self, route_name: str, count: int) -> None:
        """A count beside a destination; 0 for none."""

    def enter_full_page(self, widget: QWidget) -> None:
        """Hand the whole window to one widget, without navigation and top bar (the exam sitting)."""

    def leave_full_page(self) -> None:
        """Give the window back to the frame; the widget is handed back unparented to whoever holds it, else deleted."""


@dataclass(frozen=True, slots=True)
class Route:
    """A page in the frame.

    Attributes:
        name: stable name that others navigate to.
        title: the word in navigation and top bar, asked again after a change of language.
        icon: Material Design icon, the outlined form; the filled one is used when chosen.
        roles: who sees it; empty for everybody.
        order: place in the navigation, ascending.
        build: makes the page, on its first visit.
        foot: at the foot of the navigation (Settings).
        hidden: reachable by ``navigate`` and deep link only, not in the navigation.
        parent: for a hidden page, the route that is marked in the navigation meanwhile.
    """

    name: str
    title: Callable[[], str]
    icon: str
    build: Callable[[PageContext], QWidget]
    roles: frozenset[str] = field(default_factory=frozenset)
    order: int = 100
    foot: bool = False
    hidden: bool = False
    parent: str | None = None

    def is_for(self, role: str) -> bool:
        """Whether a person of this role sees it."""
        return not self.roles or role in self.roles


class RoutedPage(Protocol):
    """What the shell calls on a page that has it; :class:`~learnup_desktop.qt.widgets.PageFrame` has all."""

    def title(self) -> str:
        """Empty for the route's title."""

    def activated(self, parameters: Mapping[str, object]) -> None:
        """The page was opened."""

    def deactivated(self) -> None:
        """Another page took its place."""

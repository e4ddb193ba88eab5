"""The one way to say something to the user.

Anyone in the Qt process calls :func:`say` or :func:`report`; the window that is there shows it as a toast. Everything
said is kept in :attr:`Notices.history`, so that a test can assert on words and not on pixels.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import count
from typing import Literal

from PySide6.QtCore import QObject, Signal

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.qt import i18n

log = logging.getLogger(__name__)

Level = Literal["info", "positive", "caution", "critical"]

_KEPT = 200
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Action:
    """A button on a notice."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something said.

    Attributes:
        level: how it looks; caution and critical stay until the reader closes them.
        title: what happened.
        text: what it means and what to do.
        code: for support; empty when there is none.
        key: the message key it came from; a notice replaces the visible one with the same key.
    """

    level: Level
    title: str
    text: str = ""
    code: str = ""
    key: str = ""
    action: Action | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    number: int = field(default_factory=lambda: next(_numbers))


class Notices(QObject):
    """Where notices pass through.

    Attributes:
        posted: a new :class:`Notice`.
        withdrawn: the key of what no longer holds.
    """

    posted = Signal(object)
    withdrawn = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.history: deque[Notice] = deque(maxlen=_KEPT)

    def post(self, notice: Notice) -> Notice:
        """Show and keep a notice."""
        self.history.append(notice)
        log.log(
            logging.WARNING if notice.level in ("caution", "critical") else logging.INFO,
            "notice %s %s %s",
            notice.level,
            notice.key or "-",
            notice.code or "-",
        )
        self.posted.emit(notice)
        return notice

    def withdraw(self, key: str) -> None:
        """Take away the notice with this key: the network is back."""
        self.withdrawn.emit(key)


@cache
def center() -> Notices:
    """The process's notices."""
    return Notices()


def say(level: Level, message_key: str, *, action: Action | None = None, code: str = "", **arguments: object) -> Notice:
    """Say the sentence of a message key (and of ``<key>.advice``, where there is one)."""
    advice_key = f"{message_key}.advice"
    text = i18n.translate_key(advice_key, **arguments) if i18n.has_key(advice_key) else ""
    title = i18n.translate_key(message_key, **arguments)
    return center().post(Notice(level, title, text, code, message_key, action))


def say_text(level: Level, title: str, text: str = "", *, action: Action | None = None, key: str = "") -> Notice:
    """Say words that are already in the user's language (a page's ``self.tr(…)``)."""
    return center().post(Notice(level, title, text, "", key, action))


def report(error: LearnUpError, *, action: Action | None = None) -> Notice:
    """Tell what went wrong in our tree, with what to do and the code for support."""
    log.info("reported %s: %s", error.code, error.detail)
    said = i18n.translate_error(error)
    return center().post(Notice("caution", said.title, said.advice, error.code, error.key, action))


def withdraw(key: str) -> None:
    """Take away the visible notice with this key."""
    center().withdraw(key)

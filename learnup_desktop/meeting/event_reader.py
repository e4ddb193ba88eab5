"""Between a page's text and an event: every message is bounded in size and rate and validated before it is believed."""

import time
from collections.abc import Callable

from pydantic import ValidationError

from learnup_desktop.base.log import get_logger
from learnup_desktop.meeting.events import EVENTS, PageEvent, UnknownName

_log = get_logger(__name__)

LONGEST_MESSAGE = 64 * 1024
"""Characters of a message's JSON. The longest that is of use is a chat line."""

MESSAGES_A_SECOND = 100.0
BURST = 400.0
"""A class of a hundred that is joined says a few hundred things at once, and then a few a second."""

UNKNOWN_NAMES = 50
"""So many unknown names are told apart; a page that makes them up is not followed further."""


class EventReader:
    """From the page's text to an event, or to nothing.

    Args:
        now: a clock in seconds that only goes forward.

    Attributes:
        dropped: messages that came too fast, were too long, or did not fit.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._allowance = BURST
        self._at = now()
        self._said: set[str] = set()
        self.dropped = 0

    def read(self, name: str, text: str) -> PageEvent | None:
        """The event, or None when it is unknown, malformed, too long or one too many. Never raises."""
        if not self._in_time():
            self._drop("rate", "messages come too fast; the rest of them is dropped")
            return None
        if len(text) > LONGEST_MESSAGE or len(name) > 100:
            self._drop("length", "a message is too long")
            return None
        kind = EVENTS.get(name)
        if kind is None:
            self._unknown(name)
            return None
        try:
            event = kind.model_validate_json(text)
        except ValidationError as error:
            # Its name is ours; what it holds is theirs and stays out of the log.
            self._drop(name, f"{name} does not fit: {error.error_count()} faults")
            return None
        if isinstance(event, UnknownName):
            self._unknown(event.name)
            return None
        return event

    def _in_time(self) -> bool:
        now = self._now()
        self._allowance = min(BURST, self._allowance + (now - self._at) * MESSAGES_A_SECOND)
        self._at = now
        if self._allowance < 1.0:
            return False
        self._allowance -= 1.0
        return True

    def _drop(self, key: str, words: str) -> None:
        self.dropped += 1
        if key not in self._said:
            self._said.add(key)
            _log.warning("meeting: %s", words)

    def _unknown(self, name: str) -> None:
        key = f"unknown:{name}"
        if key not in self._said and len(self._said) < UNKNOWN_NAMES:
            self._said.add(key)
            _log.info("meeting: an event we do not know: %s", name.encode("ascii", "replace").decode())

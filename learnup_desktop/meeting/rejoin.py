"""When to join again: pure rules, with the time given.

The bar is ten seconds from the fault to being in again, on a line that works. Jitsi mends short breaks itself (it
resumes its XMPP session and restarts ICE), so what is left to us is what it gives up on: a renderer that died or no
longer answers, a computer that slept, a connection that it calls lost.
"""

from dataclasses import dataclass

from learnup_desktop.meeting.messages import State

FIRST_SECONDS = 0.3
LONGEST_SECONDS = 8.0
"""Between tries, doubled each time. Children who all lost the same line must not come back in the same instant: the
caller adds up to a quarter by chance."""

JOINED_WITHIN_SECONDS = 25.0
"""Loading Jitsi Meet on an old PC over a poor line takes most of that; what has not joined then is begun anew."""

SETTLED_SECONDS = 60.0
"""In for so long, and the next fault counts as the first again."""

TOLD_AFTER_SECONDS = 30.0
"""Without success for so long, the person is told that the meeting is not reached. Trying goes on."""

BEAT_SECONDS = 2.0
MISSED_BEATS = 3
"""A meeting that has not answered three times is dead: six seconds, and the join takes the rest of the ten."""

SAVING_AFTER = 2
"""Lost so often without having settled: the line is poor, and pictures are made smaller."""


@dataclass(slots=True)
class Rejoin:
    """Counts tries.

    Attributes:
        tries: since it last held for a minute.
    """

    tries: int = 0
    _since: float | None = None
    _joined_at: float | None = None

    def lost(self, now: float) -> float:
        """Seconds to wait before the next try."""
        if self._joined_at is not None:
            if now - self._joined_at >= SETTLED_SECONDS:
                self.tries = 0
            self._joined_at = None
            self._since = None
        if self._since is None:
            self._since = now
        delay = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0**self.tries)
        self.tries += 1
        return delay

    def joined(self, now: float) -> None:
        """We are in."""
        self._joined_at = now
        self._since = None

    def is_long(self, now: float) -> bool:
        """Whether the person should be told that the meeting is not reached."""
        return self._since is not None and now - self._since >= TOLD_AFTER_SECONDS

    @property
    def line_is_poor(self) -> bool:
        """Whether to ask less of the line from now on."""
        return self.tries >= SAVING_AFTER


FINAL_ERRORS: dict[str, State] = {
    "conference.connectionError.notAllowed": "refused",
    "conference.connectionError.accessDenied": "refused",
    "conference.authenticationRequired": "refused",
    "connection.passwordRequired": "refused",
    "conference.max_users": "refused",
    "conference.connectionError.membersOnlyAccessDenied": "refused",
    "conference.destroyed": "ended",
    "conference.kicked": "removed",
}
"""Errors that a further try does not mend, by what they mean for the person (``errorOccurred``'s ``error.name``)."""

PASSWORD_ERRORS = frozenset({"conference.passwordRequired", "conference.passwordNotSupported"})
WAITING_ERRORS = frozenset({"conference.connectionError.membersOnly", "conference.membersOnly"})
"""In the lobby; not an error."""

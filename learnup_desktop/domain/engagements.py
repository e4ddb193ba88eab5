"""What takes a person's whole attention: during an exam no meeting opens, and the reverse."""

from collections import Counter
from enum import StrEnum

from learnup_desktop.base.errors import EngagedError


class Engagement(StrEnum):
    """What takes a person's whole attention, and their camera."""

    EXAM = "exam"
    MEETING = "meeting"


class Engagements:
    """At most one kind of engagement at a time: during an exam no meeting opens, and the reverse.

    An exam goes from its lobby to its sitting without a gap, so several holds of the same kind may be there at once.
    """

    def __init__(self) -> None:
        self._held: Counter[Engagement] = Counter()

    def in_the_way(self, wanted: Engagement) -> Engagement | None:
        """The other kind if it goes on now, None when ``wanted`` may begin."""
        other = Engagement.MEETING if wanted is Engagement.EXAM else Engagement.EXAM
        return other if self._held[other] else None

    def begin(self, wanted: Engagement) -> "Hold":
        """Note that ``wanted`` goes on until the hold is ended.

        Raises:
            EngagedError: the other kind goes on (``engagement`` says which).
        """
        other = self.in_the_way(wanted)
        if other is not None:
            raise EngagedError(other.value)
        self._held[wanted] += 1
        return Hold(self, wanted)

    def _end(self, kind: Engagement) -> None:
        self._held[kind] -= 1


class Hold:
    """One engagement that goes on, until :meth:`end`; ending it again does nothing."""

    def __init__(self, engagements: Engagements, kind: Engagement) -> None:
        self._engagements: Engagements | None = engagements
        self.kind = kind

    def end(self) -> None:
        """It is over."""
        engagements, self._engagements = self._engagements, None
        if engagements is not None:
            engagements._end(self.kind)

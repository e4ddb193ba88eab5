"""When a model looks at the face next: it costs as much as three looks of the detector, so only with a reason.

A face that is new to its place is checked at once. Its first picture is often the poorest one (the detector still
searched where the face before it was, so the box is cut off and nothing may be concluded from it), and without another
look the next check would be an interval away, so that a picture held to the camera went unnoticed for up to ten
seconds. What said nothing is therefore asked again at the next look, a few times; not for as long as it says nothing,
since somebody who sits in a blurred picture all day must not cost more than others.
"""

from dataclasses import dataclass

SUSPICION_SECONDS = 0.5
"""After an answer that speaks against the person, or when the track broke, the next one is due so soon, not after
the policy's interval."""
AGAIN_AT_ONCE = 3
"""How many answers that say nothing, since the face is new to its place, are followed by another look at once."""


@dataclass(slots=True)
class Check:
    """One model's turn."""

    at: float = float("-inf")
    _afresh: bool = True
    _unsure: bool = False
    _again: int = AGAIN_AT_ONCE

    def due(self, at: float, interval: float) -> bool:
        """Whether the model should look now.

        Args:
            at: present time, seconds.
            interval: how old its last answer about an unbroken track may grow.
        """
        wait = 0.0 if self._unsure else SUSPICION_SECONDS if self._afresh else interval
        return at - self.at >= wait - 0.01

    def renew(self) -> None:
        """The track broke: a moment after the last check counts, not only when that check has grown old."""
        self._afresh, self._again = True, AGAIN_AT_ONCE

    def forget(self) -> None:
        """What is compared with has changed: the last answer says nothing any more."""
        self.at = float("-inf")

    def answered(self, at: float, *, unsure: bool) -> None:
        """The model has looked.

        Args:
            at: present time, seconds.
            unsure: whether its answer says nothing for or against the person.
        """
        self.at, self._afresh = at, False
        self._unsure = unsure and self._again > 0
        self._again -= self._unsure

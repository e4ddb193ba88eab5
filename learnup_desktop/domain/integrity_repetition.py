"""Does this camera really look: the same picture again and again, or the same pictures in a loop.

Pure: it is fed a code for each part of each picture and says what repeats. A sensor's picture is never twice the same
to the bit: at 640 by 480 even a tenth of a grey value of noise changes some of the values behind every code, and a
person who sits still breathes and blinks. A driver that hangs, a virtual camera that shows a still, or a recording that
starts again gives the very same values. Measured on clips of people held quite still, with sensor noise of two grey
values and coded as MPEG-4: of 16 parts, at most one was alike in pictures that follow each other, and no picture came
again. A camera without any noise (one drawn by a computer, or cleaned and coded so hard that nothing of it is left)
repeats its background, which is why the parts with the face must repeat too.

What repeats at once is a camera that stands still: nobody can be seen in it, and nothing is said about the person. What
comes again after other pictures were between speaks for a recording, and is told only when it happens often.
"""

from collections import deque
from collections.abc import Collection, Sequence
from enum import StrEnum

PARTS_ALIKE = 15 / 16
"""Share of a picture's parts that must be as they were; a clock or a mark that a program writes over the picture may
differ."""
LOOP_LOOKS, LOOP_REPEATS = 60, 8
"""Of so many looks (15 seconds at four a second), how many must have been seen before. Two cameras out of step meet the
same picture of a loop seldom: at 4 looks a second and 30 pictures a second, a loop of ten seconds comes to this within
its fourth round, one at ten pictures a second in its second."""
LOOP_APART_SECONDS = 2.0
"""Pictures nearer than this are one moment, not a loop."""
LOOP_MEMORY_SECONDS = 300.0
"""How long a picture is remembered, so the longest loop that is found."""


class Repetition(StrEnum):
    """What a look says about the camera."""

    NONE = "none"
    FROZEN = "frozen"
    """This picture is the one before."""
    LOOPING = "looping"
    """Many of the last pictures were there before, with others between."""


class RepetitionRule:
    """Takes one look after the other."""

    def __init__(self) -> None:
        self._before: Sequence[int] = ()
        self._seen: dict[tuple[int, ...], float] = {}
        self._repeats: deque[bool] = deque(maxlen=LOOP_LOOKS)

    def take(self, at: float, codes: Sequence[int], face: Collection[int] = ()) -> Repetition:
        """What this look says.

        Args:
            at: seconds.
            codes: one number for each part of the picture, equal only when the part is equal to the bit.
            face: the parts that the face is in; empty when there is none.
        """
        before, self._before = self._before, tuple(codes)
        if _alike(before, codes, face):
            return Repetition.FROZEN
        self._repeats.append(bool(face) and self._again(at, tuple(codes)))
        return Repetition.LOOPING if sum(self._repeats) >= LOOP_REPEATS else Repetition.NONE

    def forget(self) -> None:
        """The camera was away: what comes now has no picture before it."""
        self._before = ()

    def _again(self, at: float, codes: tuple[int, ...]) -> bool:
        """Whether this very picture was there some time ago; remembers it."""
        first = self._seen.pop(codes, None)
        # Asked for again, it is the newest once more: what is at the front is then always the oldest.
        self._seen[codes] = at
        while at - next(iter(self._seen.values())) > LOOP_MEMORY_SECONDS:
            del self._seen[next(iter(self._seen))]
        return first is not None and at - first >= LOOP_APART_SECONDS


def _alike(before: Sequence[int], codes: Sequence[int], face: Collection[int]) -> bool:
    if not codes or len(before) != len(codes):
        return False
    same = {part for part, (one, other) in enumerate(zip(before, codes, strict=True)) if one == other}
    return len(same) >= PARTS_ALIKE * len(codes) and same.issuperset(face)

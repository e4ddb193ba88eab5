"""How often to look: as the policy asks while the computer has time, down to half of it when it has not.

The exam comes first. Two signs say that there is no time: a look takes much longer on the clock than in processor time
(somebody else had the core), or the looks themselves would take more than a fifth of a core.
"""

BUSY_RATIO = 2.5
"""Clock over processor time of one look; 1 on an idle core, over 2 when it is shared with another busy process."""
MOST_OF_A_CORE = 0.2
SLOWER, FASTER = 0.85, 1.03
LEAST_SHARE = 0.5


class Pace:
    """The present rate of looking.

    Args:
        wanted: looks a second that the policy asks for.
    """

    def __init__(self, wanted: float) -> None:
        self.wanted = wanted
        self.rate = wanted
        self._pressure = 0.0
        self._eased_at = float("-inf")

    def after(self, clock_seconds: float, cpu_seconds: float, at: float) -> float:
        """Note what a look took; the rate from now on.

        Args:
            clock_seconds: duration on the clock.
            cpu_seconds: processor time in it.
            at: present time, seconds.
        """
        shared = clock_seconds > BUSY_RATIO * max(cpu_seconds, 1e-4) and clock_seconds > 0.02
        dear = cpu_seconds * self.rate > MOST_OF_A_CORE
        # One slow look means nothing (a garbage collection, a page fault); a run of them does.
        self._pressure = 0.8 * self._pressure + 0.2 * float(shared or dear)
        if self._pressure > 0.5 and at - self._eased_at > 1.0:
            self._eased_at = at
            self.rate = max(LEAST_SHARE * self.wanted, self.rate * SLOWER)
        elif self._pressure < 0.1:
            self.rate = min(self.wanted, self.rate * FASTER)
        return self.rate

"""How long to wait before asking again, so that a school that lost its line does not come back as one."""

import random

from learnup_desktop.base.errors import (
    ClientTooOldError,
    LearnUpError,
    NetworkError,
    PlatformTooOldError,
    PlatformUnavailableError,
    ProtocolError,
    RateLimitedError,
)


def is_passing(error: LearnUpError) -> bool:
    """Whether the same request may succeed later without anybody changing it.

    A foreign answer (``ProtocolError``) is passing too: it is a captive portal or a gateway, not the platform's word.
    """
    return isinstance(
        error,
        NetworkError
        | PlatformUnavailableError
        | RateLimitedError
        | ProtocolError
        | ClientTooOldError
        | PlatformTooOldError,
    )


class Backoff:
    """Exponential waits with full jitter in their upper half (AWS Architecture Blog, "Exponential Backoff and Jitter").

    Args:
        first: seconds of the first ceiling.
        longest: seconds the ceiling never passes.
    """

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self.failures = 0

    def reset(self) -> None:
        """It worked."""
        self.failures = 0

    def after(self, error: LearnUpError | None = None) -> float:
        """Seconds to wait after one more failure; at least what the platform asked for."""
        self.failures += 1
        return wait_seconds(self._first, self._longest, self.failures, error)


def wait_seconds(first: float, longest: float, failures: int, error: LearnUpError | None = None) -> float:
    """Seconds to wait after the ``failures``-th failure in a row."""
    ceiling = min(longest, first * 2.0 ** min(failures - 1, 30))
    pause = random.uniform(ceiling / 2, ceiling)
    asked = error.arguments.get("retry_after") if error is not None else None
    return asked + pause if isinstance(asked, int | float) else pause

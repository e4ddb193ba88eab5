"""Handing in: from the last answer to the platform's receipt, however long the network takes.

What can be told to the student at once (it is over, your answers are on this PC) does not wait for the platform. The
same steps run again after a crash in the middle: each looks at what is done already.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable

from learnup_desktop.base.errors import (
    ConflictError,
    LearnUpError,
    NetworkError,
    PlatformUnavailableError,
    RateLimitedError,
)
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.contract.exams import Receipt

_log = get_logger(__name__)

FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 9.0
"""Between attempts while the platform cannot be reached, so that it is there within ten seconds of the line's return;
with jitter, so that a hall does not return in one second."""


class HandIn:
    """One attempt's way to its receipt.

    Args:
        submit: asks the platform for the receipt, everything before it included; verified when it returns.
        on_error: told why it has not succeeded yet; None when nothing is wrong any more.
    """

    def __init__(
        self, submit: Callable[[], Awaitable[Receipt]], on_error: Callable[[LearnUpError | None], None]
    ) -> None:
        self._submit = submit
        self._on_error = on_error
        self._hurry = asyncio.Event()

    def hurry(self) -> None:
        """Try now: the network has just been seen working."""
        self._hurry.set()

    async def run(self) -> Receipt:
        """Try until it is there.

        Raises:
            ConflictError: the platform will never take it from this device: another one has the seat, or the attempt
                was handed in with other contents.
        """
        failures = 0
        while True:
            try:
                receipt = await self._submit()
            except ConflictError as error:
                self._on_error(error)
                raise
            except (NetworkError, PlatformUnavailableError, RateLimitedError) as error:
                self._on_error(error)
            except LearnUpError as error:
                # Signed out, refused, a signature that does not hold: time may mend it, and giving up mends nothing.
                _log.error("handing in failed (%s: %s); tried again", error.code, error)
                self._on_error(error)
            else:
                self._on_error(None)
                return receipt
            limit = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2.0 ** min(failures, 10))
            failures += 1
            self._hurry.clear()
            await wait_at_most(self._hurry, limit * (0.5 + random.random() / 2))

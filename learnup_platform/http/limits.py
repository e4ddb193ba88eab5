"""How much one account may ask: a sliding window per account (or address), in memory or in Redis."""

import logging
import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import Clock

if TYPE_CHECKING:
    from redis.asyncio import Redis

logger = logging.getLogger(__name__)

_MAXIMUM_CALLERS = 50_000


@dataclass(slots=True)
class _Window:
    started: float
    count: int = 0
    before: int = 0


class RateLimiter:
    """Requests in a sliding window: the last whole window counts by the share of it that is still inside.

    Two numbers a caller instead of a list of times; at most a few per cent off for uneven traffic. With Redis the
    counts are shared by all processes of the platform.

    Args:
        clock: monotonic time in memory, the wall clock with Redis.
        seconds: the window.
        redis: where to count when several processes share the work.
    """

    def __init__(self, clock: Clock, seconds: int, redis: "Redis | None" = None) -> None:
        self._clock = clock
        self._seconds = seconds
        self._redis = redis
        self._windows: OrderedDict[str, _Window] = OrderedDict()

    async def wait_seconds(self, caller: str, maximum: int) -> int:
        """Count a request of ``caller``; 0 if it may go on, else the whole seconds to wait."""
        if self._redis is not None:
            from redis.exceptions import RedisError

            try:
                return await self._wait_in_redis(self._redis, caller, maximum)
            except RedisError as error:
                # Counting here alone is laxer, but a school does not stop for its counter. /health says it.
                logger.warning("Redis does not count: %s", error)
        return self._wait_in_memory(caller, maximum)

    def _wait_in_memory(self, caller: str, maximum: int) -> int:
        now = self._clock.monotonic()
        window = self._windows.pop(caller, None) or _Window(now)
        passed = int((now - window.started) // self._seconds)
        if passed:
            window.before = window.count if passed == 1 else 0
            window.count = 0
            window.started += passed * self._seconds
        self._windows[caller] = window
        if len(self._windows) > _MAXIMUM_CALLERS:
            self._windows.popitem(last=False)
        share = 1 - (now - window.started) / self._seconds
        if window.before * share + window.count >= maximum:
            return self._wait(window.before, window.count, maximum, now - window.started)
        window.count += 1
        return 0

    async def check(self) -> bool:
        """Whether Redis is used, having asked it.

        Raises:
            ConnectionError: it does not answer.
        """
        if self._redis is None:
            return False
        from redis.exceptions import RedisError

        try:
            return bool(await self._redis.ping())
        except RedisError as error:
            raise ConnectionError("Redis does not answer") from error

    async def close(self) -> None:
        """Let go of Redis."""
        if self._redis is not None:
            await self._redis.aclose()

    async def _wait_in_redis(self, redis: "Redis", caller: str, maximum: int) -> int:
        now = self._clock.utc_now().timestamp()
        number = int(now // self._seconds)
        into = now - number * self._seconds
        current, earlier = f"learnup:rate:{caller}:{number}", f"learnup:rate:{caller}:{number - 1}"
        async with redis.pipeline(transaction=False) as pipeline:
            pipeline.get(earlier)
            pipeline.incr(current)
            pipeline.expire(current, self._seconds * 2)
            before_text, count, _ = await pipeline.execute()
        before = int(before_text or 0)
        if before * (1 - into / self._seconds) + int(count) - 1 < maximum:
            return 0
        return self._wait(before, int(count) - 1, maximum, into)

    def _wait(self, before: int, count: int, maximum: int, into: float) -> int:
        """Whole seconds until one more request fits: the first after the moment the two counts together allow it."""
        if count >= maximum:
            # Only once this window is the one before, and has slid out far enough.
            wait = self._seconds - into + self._seconds * (1 - maximum / count)
        else:
            wait = self._seconds * (1 - (maximum - count) / max(before, 1)) - into
        return max(1, math.floor(wait) + 1)

"""Work that comes round, each job in a task of its own, owned by the running platform."""

import asyncio
import logging
from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError

from learnup_platform.context import PlatformContext
from learnup_platform.modules.module import Job
from learnup_platform.storage import StorageFault

logger = logging.getLogger(__name__)


class JobRunner:
    """Runs jobs until ``stop``. One that fails for want of the database or the store comes round again."""

    def __init__(self, context: PlatformContext, jobs: Sequence[Job]) -> None:
        self._context = context
        self._jobs = jobs
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin waiting for the first round of each."""
        self._tasks = [asyncio.create_task(self._repeat(job), name=f"job:{job.name}") for job in self._jobs]

    async def stop(self) -> None:
        """Cancel all and wait until they are gone."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []

    async def _repeat(self, job: Job) -> None:
        while True:
            await asyncio.sleep(job.every_seconds)
            try:
                await job.run(self._context)
            except (SQLAlchemyError, StorageFault):
                logger.exception("job %s failed; it comes round again", job.name)

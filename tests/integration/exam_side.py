"""The exams feature over a real account, as ``app`` wires it, for tests without a window."""

import asyncio
import time
from collections.abc import Callable

from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.starting import Device
from learnup_desktop.features.exams.watch import SupervisorFactory
from learnup_desktop.lockdown.guard import Capability, Report
from learnup_desktop.proctoring.messages import WorkerConfiguration
from tests.integration.client_side import ClientSide


class NoLockdown:
    """A computer without a window to guard."""

    def engage(self, window: object, report: Report, policy: ProctoringPolicy) -> None:
        """Nothing to guard."""

    def use_policy(self, policy: ProctoringPolicy) -> None:
        """Nothing to guard."""

    def release(self) -> None:
        """Nothing was taken."""

    def display_count(self) -> int:
        """One."""
        return 1

    def capabilities(self) -> tuple[Capability, ...]:
        """None."""
        return ()


async def eventually(condition: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait until ``condition()`` holds."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come true in time"
        await asyncio.sleep(0.02)


def exams_service(side: ClientSide, make_supervisor: SupervisorFactory | None = None) -> ExamsService:
    """The student's exams; without a supervisor nobody watches, and the attempt says so."""
    return ExamsService(
        side.pair.account,
        side.store,
        side.client.exams,
        side.sync.papers,
        side.sync.uploads,
        side.sync.clock,
        Device(side.device_id, "Test PC"),
        make_supervisor,
        lambda policy, templates: WorkerConfiguration(policy=policy, templates=templates, preview_fps=2.0),
        NoLockdown(),
    )


async def start_open_exam(side: ClientSide, service: ExamsService) -> Sitting:
    """From the lobby into the sitting of the demo's open exam."""
    lobby = service.lobby(await side.exam_open_now())
    lobby.enter()
    lobby.set_consent(True)
    await eventually(lobby.may_start, 60.0)
    return await lobby.start()

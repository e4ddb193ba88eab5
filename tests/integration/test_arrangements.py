"""A teacher, a student and a real platform: what is arranged for one reaches the lobby, the sitting and the journal."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from learnup_desktop.contract import routes
from learnup_desktop.contract.exams import EntryKind, TextAnswer
from learnup_desktop.contract.integrity import IntegrityKind
from learnup_desktop.contract.invigilation import AttemptOverview
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.lockdown.capabilities import capabilities
from learnup_desktop.lockdown.guard import Capability
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import NoLockdown, eventually, exams_service
from tests.platform_fixture import RunningPlatform

pytestmark = pytest.mark.integration


class WaylandComputer(NoLockdown):
    """A computer that says what a Wayland session can guarantee."""

    def capabilities(self) -> tuple[Capability, ...]:
        """The rows of such a session."""
        return capabilities("wayland", "linux")


def arrange(platform: RunningPlatform, exam_id: str, student_id: str, document: dict[str, object]) -> AttemptOverview:
    with platform.client("kamala") as teacher:
        path = routes.EXCEPTIONS.format(id=exam_id, student_id=student_id)
        return AttemptOverview.model_validate(teacher.put(path, json=document).raise_for_status().json())


def type_something(sitting: Sitting, text: str) -> None:
    """Into a question that takes text, so that a batch goes up and is acknowledged."""
    question = next(question for question in sitting.sheet.questions if not hasattr(question, "choices"))
    sitting.edit(question.id, TextAnswer(text=text))


async def arranged_kinds(side: ClientSide, sitting: Sitting, count: int) -> list[Any]:
    """The kinds of each opening in the journal, in order, once there are ``count``: each is written in its turn."""
    kinds: list[Any] = []
    async with asyncio.timeout(60.0):
        while len(kinds) < count:
            await asyncio.sleep(0.02)
            entries = await side.store.journal.entries(sitting.meta.attempt_id)
            bodies: list[Any] = [entry.body for entry in entries if entry.kind is EntryKind.OPENED]
            kinds = [body["exceptions"]["kinds"] for body in bodies]
    return kinds


async def test_an_arrangement_holds_in_the_lobby_and_in_mid_exam(
    fresh_platform: RunningPlatform, tmp_path: Path
) -> None:
    async with signed_in(fresh_platform.url, tmp_path / "account", "nimali") as side:
        await side.sync.engine.pull()
        service = exams_service(side)
        service.lockdown = WaylandComputer()
        exam = await side.exam_open_now()
        student_id = side.pair.account.id
        wanted: dict[str, object] = {"kinds": ["second_display"], "note": "Large print"}
        assert (await asyncio.to_thread(arrange, fresh_platform, exam.id, student_id, wanted)).attempt_id is None
        lobby = service.lobby(exam)
        lobby.enter()
        lobby.set_consent(True)
        await eventually(lambda: lobby.may_start() and lobby.arrangement().note == "Large print", 60.0)
        assert not lobby.policy.wants(IntegrityKind.SECOND_DISPLAY)
        sitting = await lobby.start()
        assert not sitting.policy.wants(IntegrityKind.SECOND_DISPLAY)
        assert sitting.policy.wants(IntegrityKind.LOOKING_AWAY)
        sitting.flags.report(IntegrityKind.SECOND_DISPLAY, "2")()

        wanted = {"kinds": ["looking_away"], "challengeExempt": True}
        await asyncio.to_thread(arrange, fresh_platform, exam.id, student_id, wanted)
        type_something(sitting, "1")  # no live line here: the next acknowledged batch brings it
        await eventually(lambda: not sitting.policy.wants(IntegrityKind.LOOKING_AWAY), 60.0)
        assert sitting.policy.wants(IntegrityKind.SECOND_DISPLAY)
        assert sitting.policy.challenge_exempt
        sitting.flags.report(IntegrityKind.SECOND_DISPLAY, "2")()
        await eventually(lambda: sitting.flags.all(), 60.0)
        assert await arranged_kinds(side, sitting, 2) == [["second_display"], ["looking_away"]]

        seen = await asyncio.to_thread(arrange, fresh_platform, exam.id, student_id, wanted)
        assert seen.computer is not None
        assert ("on_top", "not_here", "wayland") in {
            (row.name, row.certainty, row.why) for row in seen.computer.capabilities
        }
        assert seen.exceptions is not None
        assert seen.exceptions.kinds == {IntegrityKind.LOOKING_AWAY}
        await service.leave_sitting()

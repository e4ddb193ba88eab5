"""A face from the camera to the platform and away again: gate, consent, approval, use in an exam, real deletion."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from learnup_desktop.base.errors import NotFoundError, RuleViolation
from learnup_desktop.contract.face import EnrolmentState
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.features.enrolment.service import PICTURES_WANTED, CaptureStep, EnrolmentService
from learnup_desktop.proctoring.messages import Advice, Message, WorkerConfiguration
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor
from tests.integration.client_side import ClientSide, signed_in
from tests.integration.exam_side import eventually
from tests.platform_fixture import RunningPlatform

pytestmark = [pytest.mark.integration, pytest.mark.models, pytest.mark.slow]


def sealed_files(platform: RunningPlatform) -> list[Path]:
    return sorted((platform.data / "files" / "faces").glob("*"))


def anywhere(folder: Path, needle: bytes) -> list[Path]:
    """Files under ``folder`` that have these bytes."""
    return [path for path in folder.rglob("*") if path.is_file() and needle in path.read_bytes()]


class Student:
    """Enrolment on the student's computer, before the simulated camera."""

    def __init__(self, side: ClientSide, assets: Path) -> None:
        self.supervisors: list[ProctoringSupervisor] = []

        def make(on_message: Callable[[Message], None]) -> ProctoringSupervisor:
            self.supervisors.append(ProctoringSupervisor(on_message))
            return self.supervisors[-1]

        self.service = EnrolmentService(
            side.client.face, make, lambda: WorkerConfiguration(models_root=assets), side.store.journal
        )

    def advised(self, advice: Advice) -> bool:
        return advice in self.service.capture.advice

    async def capture(self) -> None:
        """Dark, then two people, then nobody: each is told and none is taken; then three good pictures."""
        service = self.service
        service.begin()
        poor = [
            ((0, -1, 0.15), Advice.MORE_LIGHT),
            ((0, 3, 1.0), Advice.ONE_PERSON),
            ((-1, -1, 1.0), Advice.NOBODY_THERE),
        ]
        for (person, also, gain), advice in poor:
            self.supervisors[0].show_person(person, also=also, gain=gain)
            await eventually(partial(self.advised, advice), 60)
        assert service.capture.taken == 0
        with pytest.raises(RuleViolation):
            await service.send(consent=True)
        self.supervisors[0].show_person(0)
        await eventually(lambda: service.capture.step is CaptureStep.COMPLETE, 60)


async def test_enrol_approve_use_and_really_delete(
    fresh_platform: RunningPlatform, face_assets: Path, tmp_path: Path
) -> None:
    async with (
        signed_in(fresh_platform.url, tmp_path / "student", "nimali") as side,
        signed_in(fresh_platform.url, tmp_path / "teacher", "kamala", "device-b") as school,
    ):
        student = Student(side, face_assets)
        service = student.service
        try:
            await student.capture()
        finally:
            await service.end()
        templates = [template.data for template in service.capture.templates]
        photo = base64url_decode(service.capture.photo)
        assert len(templates) == PICTURES_WANTED
        with pytest.raises(RuleViolation):
            await service.send(consent=False)
        made = await service.send(consent=True)
        assert (made.state, made.template_count) == (EnrolmentState.WAITING, PICTURES_WANTED)

        teacher = EnrolmentService(school.client.face, ProctoringSupervisor, WorkerConfiguration, school.store.journal)
        (waiting,) = await teacher.waiting()
        assert await teacher.photo(waiting.id) == photo
        await teacher.decide(waiting.id, approve=True)
        assert await teacher.waiting() == []

        await side.sync.engine.pull()
        exam = await side.exam_open_now()
        assert (await side.client.exams.preparation(exam.id)).face_templates == templates
        started = await side.sit()
        assert started.face_templates == templates
        (meta,) = await side.store.journal.attempts()
        assert list(meta.face_templates) == templates
        assert len(sealed_files(fresh_platform)) == 1

        await service.delete(made.id)
        assert await service.own_enrolment() is None
        assert (await side.client.exams.preparation(exam.id)).face_templates == []
        assert (await side.sit()).face_templates == []
        assert sealed_files(fresh_platform) == []
        with pytest.raises(NotFoundError):
            await teacher.photo(made.id)
        (meta,) = await side.store.journal.attempts()
        assert meta.face_templates == ()
        assert service.capture.templates == [] and service.capture.photo == ""
    fresh_platform.stop()
    for folder in (fresh_platform.data, tmp_path):
        for secret in (photo, base64url_decode(templates[0]), templates[0].encode()):
            assert anywhere(folder, secret) == []

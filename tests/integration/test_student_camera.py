"""What a student holds up, through the real camera process: a clip stands in for the device."""

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from learnup_desktop.base.errors import CameraError
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.domain.sealed_work import media_type_of
from learnup_desktop.domain.unlock import unlock_qr
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.watch import Watch
from learnup_desktop.proctoring.messages import FaultKey, WorkerConfiguration
from learnup_desktop.proctoring.supervisor import ProctoringSupervisor
from tests.integration.exam_side import eventually
from tests.qr_frames import Held, frame, write_clip

pytestmark = pytest.mark.integration
TEXT = unlock_qr("0190a000-0000-7000-8000-000000000001", bytes(range(32)))


@pytest.fixture
async def watch(tmp_path: Path) -> AsyncIterator[Watch]:
    random = np.random.default_rng(2)
    held = [Held(side=280, angle=angle, oblique=0.2, blur=0.8, grid=0.3) for angle in (0, 20, 40)]
    clip = write_clip(tmp_path / "held.avi", [picture for how in held for picture in [frame(TEXT, how, random)] * 60])
    made = Watch(
        lambda on_message, clock_ms: ProctoringSupervisor(on_message, clock_ms=clock_ms),
        lambda policy, templates: WorkerConfiguration(policy=policy, camera=str(clip), models_root=tmp_path / "none"),
        lambda: 0,
    )
    yield made
    await made.stop()


async def test_a_code_is_read_and_paper_photographed_by_the_camera_process(watch: Watch) -> None:
    camera = StudentCamera(watch)
    codes: list[str] = []
    await camera.read_codes(codes.append)
    await eventually(lambda: bool(codes), 60)
    assert set(codes) == {TEXT}
    await camera.close()
    assert not watch.state.running

    await camera.show_paper()
    await eventually(lambda: camera.newest_frame() is not None, 60)
    picture = await camera.take()
    assert media_type_of(picture) == "image/jpeg"
    await camera.close()


async def test_a_watched_exam_tells_the_time_at_paper_as_a_gap(watch: Watch) -> None:
    gaps: list[str] = []
    watch.on_gap = lambda _from, _to, reason: gaps.append(reason)
    watch.start(ProctoringPolicy(), ())
    assert await watch.wait_ready(60)
    camera = StudentCamera(watch)
    await camera.show_paper()
    await camera.take()
    await camera.close()
    await eventually(lambda: gaps == ["paper"], 20)
    assert watch.state.running


async def test_a_camera_that_is_not_there_says_so(tmp_path: Path) -> None:
    nowhere = Watch(None, lambda policy, templates: WorkerConfiguration(), lambda: 0)
    with pytest.raises(CameraError) as refused:
        await StudentCamera(nowhere).show_paper()
    assert refused.value.arguments["reason"] == FaultKey.CAMERA_MISSING.value

"""A student reads of an absence on one computer, and the other one knows."""

from pathlib import Path

from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.contract.sync import Stream
from learnup_platform.demo.school import demo_id
from tests.integration.client_side import signed_in
from tests.integration.platform.test_attendance import CLASS, lessons_of, mark, put
from tests.platform_fixture import RunningPlatform


async def test_what_was_read_here_is_read_there(platform: RunningPlatform, tmp_path: Path) -> None:
    teacher = platform.client("kamala", "staff-room")
    lesson = lessons_of(teacher, CLASS)[2]
    put(teacher, lesson, [mark(lesson, demo_id("account", "ashan"), "absent", 0)])
    async with (
        signed_in(platform.url, tmp_path / "phone", "ashan", "phone") as phone,
        signed_in(platform.url, tmp_path / "home", "ashan", "home") as home,
    ):
        for side in (phone, home):
            await side.sync.engine.pull()
        told = await phone.store.cache.all(Stream.NOTICES, AbsenceNotice)
        (notice,) = await phone.store.read_marks.unread_notices([item for item in told if item.lesson_id == lesson])
        await phone.store.read_marks.read_notice(notice)
        assert (await phone.sync.outbox.flush()).waiting == 0
        await home.sync.engine.pull()
        there = await home.store.cache.get(Stream.NOTICES, notice.id, AbsenceNotice)
        assert there is not None
        assert there.read_at is not None

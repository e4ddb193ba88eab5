"""A notice read here is read at once and for good, whatever the platform knows of it."""

from datetime import timedelta
from pathlib import Path

from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.store.records import OperationState
from tests.unit.store.samples import STARTED, open_store


def notice(identifier: str, *, read: bool = False) -> Announcement:
    text = LocalizedText(en=identifier)
    return Announcement(
        id=identifier,
        title=text,
        body=text,
        author_name="Office",
        published_at=STARTED,
        read_at=STARTED if read else None,
    )


async def test_read_once_here_or_there_is_read(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    marks = store.read_marks
    here, there, new = notice("here"), notice("there", read=True), notice("new")
    assert [item.id for item in await marks.unread([here, there, new])] == ["here", "new"]
    for item in (here, here, there):
        await marks.read(item)
    (operation,) = await store.outbox.operations()
    assert operation.body == {"announcementId": "here"}
    assert [item.id for item in await marks.unread([here, there, new])] == ["new"]
    # The platform has it, and the pull that says so is still to come: it must not look unread in between.
    assert await store.outbox.acknowledge(operation.id, operation.digest)
    assert (await store.outbox.counts()).waiting == 0
    assert [item.id for item in await marks.unread([here, there, new])] == ["new"]
    assert [item.state for item in await store.outbox.operations(kind="announcement.read")] == [OperationState.DONE]
    await store.close()


async def test_an_absence_that_was_corrected_is_to_be_read_again(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    marks, text = store.read_marks, LocalizedText(en="Physics")
    told = AbsenceNotice(
        id="n",
        lesson_id="l",
        class_id="c",
        class_name=text,
        subject=text,
        lesson_starts_at=STARTED,
        lesson_ends_at=STARTED,
        published_at=STARTED,
        changed_at=STARTED,
        state=AttendanceState.ABSENT,
    )
    for _ in range(2):
        await marks.read_notice(told)
    (operation,) = await store.outbox.operations()
    assert operation.body == {"noticeId": "n", "changedAt": STARTED.isoformat()}
    corrected = told.model_copy(update={"changed_at": STARTED + timedelta(hours=1)})
    assert await marks.unread_notices([told, corrected]) == [corrected]
    assert await marks.unread_notices([corrected.model_copy(update={"read_at": STARTED})]) == []
    await store.close()

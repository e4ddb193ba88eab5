"""Notices read on this computer: an operation first, always; what is shown as read is the platform's marks or ours.

A notice that was read once stays read, wherever that was: the earliest reading counts on the platform, and either here.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.store.outbox import Outbox
from learnup_desktop.store.records import Operation

if TYPE_CHECKING:
    from learnup_desktop.contract.attendance_record import AbsenceNotice
    from learnup_desktop.contract.communication import Announcement

READ_ANNOUNCEMENT = "announcement.read"
"""Kind of the operations: body ``{"announcementId"}``."""

READ_NOTICE = "notice.read"
"""Likewise of an absence, as it was then: body ``{"noticeId", "changedAt"}``."""

_LOOKED_BACK = 500
"""Operations looked through for own marks: as many as the ledger keeps of what is done."""


class ReadMarks:
    """Own read marks over cached ones."""

    def __init__(self, outbox: Outbox, clock: Clock | None = None) -> None:
        self._outbox = outbox
        self._clock = clock or SystemClock()

    async def read(self, announcement: "Announcement") -> None:
        """Note that a notice was read; it is on the disk when this returns. A second time changes nothing.

        Raises:
            StorageError: not stored.
        """
        if announcement.read_at is not None or announcement.id in await self._own():
            return
        body = {"announcementId": announcement.id}
        target = f"announcement:{announcement.id}"
        await self._outbox.add(Operation.new(READ_ANNOUNCEMENT, target, body, self._clock.utc_now()))

    async def unread(self, announcements: "Iterable[Announcement]") -> "list[Announcement]":
        """Those that nobody has read yet with this account, in their order.

        Raises:
            StorageError: the outbox cannot be read.
        """
        unread = [item for item in announcements if item.read_at is None]
        if not unread:
            return []
        own = await self._own()
        return [item for item in unread if item.id not in own]

    async def read_notice(self, notice: "AbsenceNotice") -> None:
        """Note that what a notice of an absence says was read; a second time changes nothing.

        Raises:
            StorageError: not stored.
        """
        if await self.unread_notices([notice]):
            body = {"noticeId": notice.id, "changedAt": _moment(notice)}
            target = f"notice:{notice.id}"
            await self._outbox.add(Operation.new(READ_NOTICE, target, body, self._clock.utc_now()))

    async def unread_notices(self, notices: "Iterable[AbsenceNotice]") -> "list[AbsenceNotice]":
        """Those whose words of now nobody has read yet with this account, in their order.

        Raises:
            StorageError: the outbox cannot be read.
        """
        unread = [item for item in notices if item.read_at is None]
        if not unread:
            return []
        operations = await self._outbox.operations(kind=READ_NOTICE, limit=_LOOKED_BACK)
        own = {(operation.body.get("noticeId"), operation.body.get("changedAt")) for operation in operations}
        return [item for item in unread if (item.id, _moment(item)) not in own]

    async def _own(self) -> set[str]:
        """Also those that the platform has taken already: the pull that says so comes later."""
        operations = await self._outbox.operations(kind=READ_ANNOUNCEMENT, limit=_LOOKED_BACK)
        return {str(operation.body.get("announcementId")) for operation in operations}


def _moment(notice: "AbsenceNotice") -> str:
    return notice.changed_at.isoformat()

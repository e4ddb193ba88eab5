"""The calendar file that is kept beside an account's files: written by what stands by, offered by the timetable's page.

Apart from ``standing_by``, since a page must not load reminders and updates with it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from learnup_desktop.features.timetable.calendar_file import REFRESH, CalendarFile
from learnup_desktop.features.timetable.service import TimetableService
from learnup_desktop.qt import i18n

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession


def calendar_file(session: "AccountSession", service: TimetableService) -> CalendarFile:
    """The kept calendar of the account, in the language of the moment it is written in."""

    async def make(previous: bytes) -> bytes:
        name = QCoreApplication.translate("TimetablePage", "LearnUp timetable")
        return await service.calendar(name, i18n.language(), previous=previous, refresh=REFRESH)

    return CalendarFile(session.store.folder, make)

"""What goes on for an open account whichever page is shown: reminders, news of absences, the kept calendar, updates.

Loaded when the first page has long been on the screen.
"""

import asyncio
from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from learnup_desktop.app.absences import Absences
from learnup_desktop.app.desktop_teller import DesktopTeller
from learnup_desktop.app.kept_calendar import calendar_file
from learnup_desktop.app.reminders import Reminders
from learnup_desktop.app.update_keeper import UpdateKeeper
from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import StorageError
from learnup_desktop.features.timetable.service import TimetableService
from learnup_desktop.qt import notices

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.contract.sync import Stream
    from learnup_desktop.shell.main_window import MainWindow


class StandingBy:
    """From :meth:`start`, when the network's modules are loaded, to :meth:`end`."""

    def __init__(self, session: "AccountSession", store: "Settings", zone: tzinfo, window: "MainWindow") -> None:
        self._session = session
        self.teller = DesktopTeller(window)
        self.reminders = Reminders(session, store, zone, window, self.teller)
        self.absences = Absences(session, window, self.teller) if session.known.role == "student" else None
        self.calendar = calendar_file(session, TimetableService(session.store.cache, session.now, zone))
        self.updates = UpdateKeeper(session, store, window)
        self._writing: asyncio.Task[None] | None = None
        self._stop: Callable[[], None] | None = None
        self._told = False

    def start(self) -> None:
        """Begin."""
        self.reminders.start()
        if self.absences is not None:
            self.absences.start()
        self.updates.start()
        self._stop = self._session.sync.engine.on_changed(self._changed)
        self._refresh()

    async def end(self) -> None:
        """The account is being closed."""
        self.reminders.end()
        if self.absences is not None:
            self.absences.end()
        self.teller.end()
        await self.updates.end()
        if self._stop is not None:
            self._stop()
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)

    def _changed(self, streams: "frozenset[Stream]") -> None:
        if "lessons" in {str(stream) for stream in streams}:
            self._refresh()

    def _refresh(self) -> None:
        before = self._writing
        self._writing = spawn(self._write(before), "kept calendar")

    async def _write(self, before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await asyncio.gather(before, return_exceptions=True)
        try:
            await self.calendar.refresh()
            self._told = False
        except StorageError as error:
            # Once until it works again: a stick that was pulled out is no news every minute.
            if not self._told:
                self._told = True
                notices.report(error)

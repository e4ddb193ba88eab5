"""What an open account tells the window: the line's state, events of the platform, and that its session has ended."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from learnup_desktop.app import preload
from learnup_desktop.app.pages import AccountPages
from learnup_desktop.base.errors import SessionEndedError
from learnup_desktop.qt import i18n, notices
from learnup_desktop.shell.main_window import MainWindow
from learnup_desktop.shell.state_pill import SyncState as ShownState

if TYPE_CHECKING:
    from learnup_desktop.app.exam_parts import ExamParts
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.app.standing_by import StandingBy
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.realtime.events import RealtimeEvent
    from learnup_desktop.sync.state import SyncState


STANDING_BY_SECONDS = 1.0


class AccountNews:
    """Passes on the news of one account until :meth:`end`.

    Args:
        session, pages, exams: the opened account's.
        sign_in_again: leads to the sign-in page, with a title and a sentence that say why.
    """

    def __init__(
        self,
        window: MainWindow,
        session: "AccountSession",
        pages: AccountPages,
        exams: "ExamParts",
        sign_in_again: Callable[[tuple[str, str]], object],
    ) -> None:
        self._window = window
        self._session = session
        self.standing_by: StandingBy | None = None
        self._pages = pages
        self._exams = exams
        self._sign_in_again = sign_in_again
        self._ended = self._owed = False
        session.on_streams = pages.live.data_changed
        session.on_event = self._event
        session.on_ended = self._session_ended
        session.on_state = self._state_changed
        window.full_page_left.connect(self._free_again)

    async def stand_by(self, settings: "Settings") -> None:
        """Begin with reminders and the kept calendar, once the first page has long been shown."""
        await asyncio.sleep(STANDING_BY_SECONDS)
        await preload.load(("learnup_desktop.app.standing_by",))
        if not self._ended:
            from learnup_desktop.app.standing_by import StandingBy

            # Nothing is awaited between the question and the start: an account that is closed meanwhile ends it.
            self.standing_by = StandingBy(self._session, settings, self._pages.zone, self._window)
            self.standing_by.start()
            await self._pages.live_parts.close_cut_off()

    async def end(self) -> None:
        """The account is being closed."""
        self._ended = True
        self._window.full_page_left.disconnect(self._free_again)
        standing_by, self.standing_by = self.standing_by, None
        if standing_by is not None:
            await standing_by.end()
        await self._pages.live_parts.close()

    def _state_changed(self, state: "SyncState") -> None:
        self._window.set_sync_state(
            ShownState(state.online, state.signed_in, state.saving, state.waiting, state.attention, state.as_of)
        )
        self._pages.live.connection_changed(state.online)

    def _event(self, event: "RealtimeEvent") -> None:
        from learnup_desktop.contract.exams import AttemptCommand
        from learnup_desktop.contract.meetings import MeetingStarted

        service = self._exams.opened_service()
        if isinstance(event, AttemptCommand) and service is not None:
            service.take_command(event)
        elif isinstance(event, MeetingStarted):
            teller = self.standing_by.teller if self.standing_by is not None else None
            self._pages.live_parts.tell(event, self._window, teller)

    def _session_ended(self) -> None:
        said = i18n.translate_error(SessionEndedError())
        if self._window.full_page() is not None:
            # An exam is being sat: writing goes on, and everything stays on this computer until there is a session.
            self._owed = True
            notices.say_text("caution", said.title, said.advice, key="session-ended")
            return
        self._sign_in_again((said.title, said.advice))

    def _free_again(self) -> None:
        """The exam is over on this screen: what waits for a session should get one."""
        if self._owed and not self._ended:
            self._owed = False
            self._session_ended()

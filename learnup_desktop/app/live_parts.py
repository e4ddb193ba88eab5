"""What live classes of one session are made of; no camera and no browser is touched before a page asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from learnup_desktop.base.errors import EngagedError, StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.domain.engagements import Engagement, Engagements
from learnup_desktop.qt import i18n, notices

if TYPE_CHECKING:
    from learnup_desktop.app.desktop_teller import DesktopTeller
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.contract.meetings import MeetingStarted
    from learnup_desktop.features.live.service import LiveService
    from learnup_desktop.qt.routes import Route
    from learnup_desktop.shell.main_window import MainWindow

JOINERS = frozenset({"student", "teacher"})
_log = get_logger(__name__)


class LiveParts:
    """Live classes of one session.

    Args:
        session: the opened account.
        settings: remembers the devices.
        engagements: shared with exams.
    """

    def __init__(self, session: "AccountSession", settings: "Settings", engagements: Engagements) -> None:
        self._session = session
        self._settings = settings
        self._engagements = engagements
        self._service: LiveService | None = None

    def routes(self) -> "list[Route]":
        """Routes of live classes."""
        from learnup_desktop.features.live.routes import routes

        return routes(self.service, self._settings)

    def service(self) -> "LiveService":
        """Live classes, made on first use."""
        if self._service is None:
            from learnup_desktop.features.live.service import LiveService

            session = self._session
            self._service = LiveService(
                session.store.cache,
                lambda: session.client.meetings,
                session.now,
                self._engagements,
                session.store.stays if session.known.role == "student" else None,
                session.known.name,
            )
        return self._service

    async def close_cut_off(self) -> None:
        """End the stays that an earlier run left open: a crash must not make anybody be there for longer."""
        try:
            if closed := await self._session.store.stays.close_cut_off():
                _log.info("stays in live classes were cut off", count=closed)
        except StorageError as error:
            _log.warning("stays cannot be read", reason=error.detail, code=error.code)

    async def close(self) -> None:
        """The account is being closed: end the meeting that goes on."""
        if self._service is not None:
            try:
                await self._service.close()
            except StorageError as error:
                _log.warning("the end of a stay was not stored", reason=error.detail, code=error.code)

    # -- ways in ------------------------------------------------------------------------------------------------------

    def open(self, lesson_id: str, window: "MainWindow") -> None:
        """Show the way into a lesson's live class; while an exam goes on, only say why not."""
        if self._session.known.role not in JOINERS:
            title = QCoreApplication.translate("LiveClass", "Live classes are for students and their teacher")
            notices.say_text("info", title, key="live-class")
            return
        busy = self._engagements.in_the_way(Engagement.MEETING)
        if busy is not None or window.full_page() is not None:
            notices.report(EngagedError((busy or Engagement.EXAM).value))
            return
        window.navigate("live", lesson_id=lesson_id)

    def tell(self, event: "MeetingStarted", window: "MainWindow", teller: "DesktopTeller | None" = None) -> None:
        """Tell a student that the teacher is there. Not during an exam, and not who is in the class already.

        In the window in any case, so that it is still there when somebody comes back to it; by ``teller`` outside too.
        """
        service = self._service
        there = service is not None and service.visit is not None
        if self._session.known.role != "student" or window.full_page() is not None or there:
            return
        language = i18n.language()
        title = QCoreApplication.translate("LiveClass", "{subject}: the class has begun")
        said = QCoreApplication.translate("LiveClass", "{teacher} is there. You can join now.")
        join = QCoreApplication.translate("LiveClass", "Join")
        name = event.subject.text(language) or event.class_name.text(language)
        title, text = title.format(subject=name), said.format(teacher=event.teacher_name)

        def go() -> None:
            self.open(event.lesson_id, window)

        notices.say_text("info", title, text, action=notices.Action(join, go), key="live-class")
        if (teller is None or not teller.tell_outside(title, text, go)) and QApplication.activeWindow() is None:
            # Where there is no place for notifications: a blinking entry, a bouncing icon.
            QApplication.alert(window)

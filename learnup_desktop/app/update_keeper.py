"""Updates while an account is open: fetched within the budget of downloads, and never during an exam or a lesson.

What takes time runs in a thread. Whatever goes wrong is a line in the log and another try later: an update is never a
reason to disturb somebody. What has been staged is put in place after the window has closed (``startup``).
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.background import spawn
from learnup_desktop.base.errors import ClientTooOldError, LearnUpError
from learnup_desktop.base.log import get_logger
from learnup_desktop.contract.classes import LessonState
from learnup_desktop.domain.downloads import RateCap
from learnup_desktop.domain.updates import LESSON_MARGIN, Span, busy_until
from learnup_desktop.qt import notices
from learnup_desktop.updates import busy
from learnup_desktop.updates.staging import StoppedError
from learnup_desktop.updates.updater import Found, NoUpdatesHereError, Updater, this_updater

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.shell.main_window import MainWindow

FIRST_LOOK_SECONDS = 90.0
"""After the account was opened: its own data come first."""
LOOK_SECONDS = 6 * 3600.0
BUSY_SECONDS = 60.0
AGAIN_SECONDS = 600.0
"""After a look that an exam or a lesson cut off: a client that is mostly open for lessons must come to it, too."""
SITTING = timedelta(hours=2)
"""How long an exam on the screen is taken to last at least; told again every minute."""
_log = get_logger(__name__)


class UpdateKeeper:
    """From :meth:`start` to :meth:`end`, for one open account.

    Args:
        session: the account's.
        store: the settings.
        window: asked whether an exam has it.
        make_updater: gives the updater; raises ``NoUpdatesHereError`` where the program does not update itself.
    """

    def __init__(
        self,
        session: "AccountSession",
        store: "Settings",
        window: "MainWindow",
        make_updater: "Callable[[Settings], Updater]" = this_updater,
    ) -> None:
        self._session = session
        self._store = store
        self._window = window
        self._make_updater = make_updater
        self._stop = threading.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._too_old: QWidget | None = None
        self.staged = ""

    def start(self) -> None:
        """Begin; nothing is asked of the network for a while."""
        self._tasks = [spawn(self._tell_busy(), "exams and lessons"), spawn(self._keep(), "updates")]

    async def end(self) -> None:
        """Stop; what was fetched whole stays. An exam that goes on stays told until its own end."""
        self._stop.set()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    # -- leaving alone ------------------------------------------------------------------------------------------------

    async def busy_until(self) -> datetime | None:
        """Until when the computer must be left alone: an exam on the screen, a lesson of the account.

        Raises:
            StorageError: the cache cannot be read.
        """
        now = self._session.now()
        lessons = await self._session.store.cache.lessons_between(now, now + 2 * LESSON_MARGIN)
        spans = [Span(each.starts_at, each.ends_at) for each in lessons if each.state is not LessonState.CANCELLED]
        page = self._window.full_page()
        if page is not None and page is not self._too_old:  # that page waits for the update
            spans.append(Span(now, now + SITTING))
        return busy_until(spans, now)

    async def _tell_busy(self) -> None:
        while True:
            try:
                until = await self.busy_until()
            except LearnUpError as error:
                _log.warning("exams and lessons cannot be looked up", reason=error.detail)
                until = self._session.now() + SITTING
            if until is None:
                self._stop.clear()
                await asyncio.to_thread(busy.release)
            else:
                self._stop.set()  # what is being fetched now waits
                # Others go by this computer's clock, which may be wrong by hours; lessons go by the platform's.
                at = datetime.now(UTC) + (until - self._session.now())
                await asyncio.to_thread(busy.claim, at, "exam or lesson")
            await asyncio.sleep(BUSY_SECONDS)

    # -- looking and fetching -----------------------------------------------------------------------------------------

    async def _keep(self) -> None:
        try:
            await asyncio.to_thread(self._make_updater, self._store)
        except NoUpdatesHereError:
            await self._once_a_while(self._ask_whether_too_old)
            return
        await self._once_a_while(self._look)

    async def _once_a_while(self, work: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(FIRST_LOOK_SECONDS)
        while True:
            await _quietly(work)
            await asyncio.sleep(await self.pause())

    async def pause(self) -> float:
        """Seconds until the next look: soon when this one had to leave the computer alone."""
        try:
            busy_now = await self.busy_until() is not None
        except LearnUpError:
            busy_now = True
        return AGAIN_SECONDS if busy_now else LOOK_SECONDS

    async def _look(self) -> None:
        await _quietly(self._ask_whether_too_old)  # a mirror may be reached where the platform is not
        if await self.busy_until() is not None:
            return
        updater = await asyncio.to_thread(self._make_updater, self._store)  # the settings may have changed
        if not updater.installation.may_write():
            return  # an administrator's task keeps it
        found = await asyncio.to_thread(updater.look)
        if found is not None and await self.fetch(updater, found):
            self._tell(found.release.version)

    async def fetch(self, updater: Updater, found: Found) -> bool:
        """Bring a version here as far as the budget allows; whether it is whole.

        Raises:
            LearnUpError: it is not what was signed, the line failed, the disk refused.
        """
        downloads = self._session.sync.downloads
        budget = await downloads.background_bytes()
        pace = Pace(budget, downloads.rules.bytes_per_second, self._stop)
        try:
            await asyncio.to_thread(updater.fetch, found, pace)
        except StoppedError as reason:
            _log.info("the update waits", reason=str(reason), version=found.release.version)
            return False
        finally:
            if pace.taken:
                await downloads.count(pace.taken)
        self.staged = found.release.version
        return True

    def _tell(self, version: str) -> None:
        translate = QCoreApplication.translate
        title = translate("Updates", "LearnUp {version} is here").format(version=version)
        notices.say_text("info", title, translate("Updates", "It is used when you open LearnUp the next time."))

    async def _ask_whether_too_old(self) -> None:
        try:
            await self._session.client.system.well_known()
        except ClientTooOldError as error:
            self._show_too_old(str(error.arguments.get("own", "")), str(error.arguments.get("minimum", "")))

    def _show_too_old(self, own: str, needed: str) -> None:
        if self._window.full_page() is not None:
            return  # an exam is being sat: everything is kept, and it is said the next time
        from learnup_desktop.features.about.too_old_page import TooOldPage

        self._too_old = page = TooOldPage(own, needed, comes=bool(self.staged))
        page.left.connect(self._window.leave_full_page)
        self._window.enter_full_page(page)


async def _quietly(work: Callable[[], Awaitable[None]]) -> None:
    try:
        await work()
    except LearnUpError as error:
        _log.warning("no update now", code=error.code, reason=error.detail)


class Pace:
    """Called by staging, in its thread, for every piece from the network: the person's budget, cap and peace.

    Args:
        budget: bytes that may come, None without a limit.
        bytes_per_second: the cap, None for none.
        stop: set while an exam or a lesson goes on, and at the end.

    Attributes:
        taken: bytes that have come.
    """

    def __init__(self, budget: int | None, bytes_per_second: int | None, stop: threading.Event) -> None:
        self._budget = budget
        self._cap = RateCap(bytes_per_second, time.monotonic())
        self._stop = stop
        self.taken = 0

    def __call__(self, size: int) -> None:
        """Count, wait, or stop.

        Raises:
            StoppedError: the budget is used up, or somebody wants to be left alone.
        """
        self.taken += size
        if self._budget is not None and (self.taken > self._budget or self._budget == 0):
            raise StoppedError("what may be downloaded today, or on this network, is used up")
        wait = self._cap.take(size, time.monotonic()) if size else 0.0
        if self._stop.wait(wait) if wait > 0 else self._stop.is_set():
            raise StoppedError("an exam or a lesson is going on, or the program ends")

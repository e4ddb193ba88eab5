"""Says reminders. One timer, to the next.

Nothing is asked of the network and nothing is polled: the timetable's changes, the settings' and the return of the
window start a new look.
"""

from collections.abc import Callable, Sequence
from datetime import time, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from learnup_desktop.app.desktop_teller import DesktopTeller
from learnup_desktop.base import settings
from learnup_desktop.contract.classes import Lesson
from learnup_desktop.contract.exam_list import ExamSummary
from learnup_desktop.domain.reminders import ReminderRules
from learnup_desktop.features.reminders.service import ReminderService, Spoken
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.tasks import TaskScope

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.settings import Settings
    from learnup_desktop.contract.sync import Stream
    from learnup_desktop.shell.main_window import MainWindow

LONGEST_WAIT_MS = 3_600_000
"""A timer does not count while a computer sleeps: an hour after it has woken at the latest, the clock is looked at."""

STREAMS = frozenset({"lessons", "exams"})


def rules_of(store: "Settings") -> ReminderRules | None:
    """What is set; None: no reminders."""
    minutes = store.get(settings.REMIND_MINUTES)
    if minutes == 0:
        return None
    quiet = store.get(settings.REMIND_QUIET)
    begins, ends = (time.fromisoformat(store.get(item)) for item in (settings.QUIET_FROM, settings.QUIET_UNTIL))
    return ReminderRules(timedelta(minutes=minutes), begins if quiet else time(), ends if quiet else time())


class Reminders(QObject):
    """The reminders of one account, from :meth:`start` to :meth:`end`.

    Args:
        window: while an exam has it nothing is said.
        teller: says it.
    """

    def __init__(
        self,
        session: "AccountSession",
        store: "Settings",
        zone: tzinfo,
        window: "MainWindow",
        teller: DesktopTeller,
    ) -> None:
        super().__init__()
        self._teller = teller
        self._session = session
        self._settings = store
        self._window = window
        self._service = ReminderService(
            session.store.cache, session.store.folder, session.now, zone, partial(rules_of, store)
        )
        self.tasks = TaskScope(self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self.timer.timeout.connect(self.look)
        self._stops: list[Callable[[], None]] = []

    def start(self) -> None:
        """Look, and go on looking."""
        store = self._settings
        self._stops = [
            store.subscribe(settings.REMIND_MINUTES, lambda _: self.look()),
            *(store.subscribe(item, lambda _: self.look()) for item in (settings.QUIET_FROM, settings.QUIET_UNTIL)),
            store.subscribe(settings.REMIND_QUIET, lambda _: self.look()),
        ]
        self._stops.append(self._session.sync.engine.on_changed(self._changed))
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_back)
        self._window.full_page_left.connect(self.look)
        self.look()

    def end(self) -> None:
        """The account is being closed."""
        for stop in self._stops:
            stop()
        self._stops = []
        self.timer.stop()
        self.tasks.close()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.disconnect(self._came_back)
        self._window.full_page_left.disconnect(self.look)
        self.deleteLater()

    def look(self) -> None:
        """Say what is due. While an exam has the window nothing is: it is told when the exam is over."""
        self.timer.stop()
        if self._window.full_page() is None:
            self.tasks.latest("look", self._service.due, on_success=self._say)

    def _changed(self, streams: "frozenset[Stream]") -> None:
        if STREAMS & {str(stream) for stream in streams}:
            self.look()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _say(self, spoken: Spoken) -> None:
        for item in spoken.now:
            self._teller.tell(_title(item), self._when(item), route_of(item), key=f"reminder:{item.id}")
        if spoken.missed:
            title = QCoreApplication.translate("Reminders", "Begun in the meantime")
            notices.say_text("info", title, _list(spoken.missed), key="reminder:missed")
        if spoken.next_at is not None:
            wait = int((spoken.next_at - self._session.now()).total_seconds() * 1000) + 1
            self.timer.start(max(1, min(wait, LONGEST_WAIT_MS)))

    def _when(self, item: Lesson | ExamSummary) -> str:
        begins = item.starts_at if isinstance(item, Lesson) else item.opens_at
        length = i18n.format_duration(max(60, (begins - self._session.now()).total_seconds()))
        pattern = QCoreApplication.translate("Reminders", "At {time}, in {length}")
        parts = [pattern.format(time=i18n.format_time(begins), length=length)]
        if isinstance(item, Lesson):
            parts.append(QCoreApplication.translate("Reminders", "online") if item.online else item.room)
        return " · ".join(part for part in parts if part)


def route_of(item: Lesson | ExamSummary) -> str:
    """Where a reminder leads: everybody has a timetable and a Today."""
    return "timetable" if isinstance(item, Lesson) else "today"


def _title(item: Lesson | ExamSummary) -> str:
    language = i18n.language()
    if isinstance(item, ExamSummary):
        return QCoreApplication.translate("Reminders", "Exam: {title}").format(title=item.title.text(language))
    return " · ".join(part for part in (item.subject.text(language), item.topic.text(language)) if part)


def _list(items: Sequence[Lesson | ExamSummary]) -> str:
    lines = []
    for item in items:
        begins = item.starts_at if isinstance(item, Lesson) else item.opens_at
        lines.append(f"{i18n.format_time(begins)} {_title(item)}")
    return "\n".join(lines)

"""Tells a student of an absence, and of its correction, when the platform's notice comes. Nothing is polled."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from learnup_desktop.app.desktop_teller import DesktopTeller
from learnup_desktop.contract.attendance_record import AbsenceNotice
from learnup_desktop.features.attendance_record.news import AbsenceNews
from learnup_desktop.qt import i18n
from learnup_desktop.qt.attendance_words import state_words
from learnup_desktop.qt.tasks import TaskScope

if TYPE_CHECKING:
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.contract.sync import Stream
    from learnup_desktop.shell.main_window import MainWindow


class Absences(QObject):
    """From :meth:`start` to :meth:`end`.

    Args:
        window: while an exam has it nothing is said; it is said when the exam is over.
    """

    def __init__(self, session: "AccountSession", window: "MainWindow", teller: DesktopTeller) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._teller = teller
        self._news = AbsenceNews(session.store.cache, session.store.folder, session.now)
        self.tasks = TaskScope(self)
        self._stop: Callable[[], None] | None = None

    def start(self) -> None:
        """Look, and go on looking."""
        self._stop = self._session.sync.engine.on_changed(self._changed)
        self._window.full_page_left.connect(self.look)
        self.look()

    def end(self) -> None:
        """The account is being closed."""
        if self._stop is not None:
            self._stop()
            self._stop = None
            self._window.full_page_left.disconnect(self.look)
        self.tasks.close()
        self.deleteLater()

    def look(self) -> None:
        """Say what is news."""
        if self._window.full_page() is None:
            self.tasks.latest("look", self._news.due, on_success=self._say)

    def _changed(self, streams: "frozenset[Stream]") -> None:
        if "notices" in streams:
            self.look()

    def _say(self, news: Sequence[AbsenceNotice]) -> None:
        if not news:
            return
        title = QCoreApplication.translate("Absences", "Your attendance was corrected")
        if any(not notice.corrected for notice in news):
            title = QCoreApplication.translate("Absences", "You were marked absent")
        self._teller.tell(title, "\n".join(map(_line, news[:5])), "attendance-record", key="absences")


def _line(notice: AbsenceNotice) -> str:
    when = f"{i18n.format_date(notice.lesson_starts_at, weekday=True)} {i18n.format_time(notice.lesson_starts_at)}"
    state = state_words(notice.state, notice.minutes_late)
    return f"{notice.class_name.text(i18n.language())} · {when} · {state}"

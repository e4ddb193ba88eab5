"""``learnup://`` links: from the command line of this start, and of later ones that found this one running.

A link that comes before anybody is signed in is kept, the last one only, until somebody is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from learnup_desktop.base.log import get_logger
from learnup_desktop.domain.links import is_link, lesson_of_arguments
from learnup_desktop.qt import notices

if TYPE_CHECKING:
    from learnup_desktop.app.application import Application

_log = get_logger(__name__)


class DeepLinks(QObject):
    """Opens links in one running client.

    Args:
        application: whose account and window.
    """

    def __init__(self, application: "Application") -> None:
        super().__init__(application)
        self._application = application
        self._kept: str | None = None
        application.account_opened.connect(self._open_kept)

    @property
    def kept(self) -> str | None:
        """The lesson that waits for somebody to sign in."""
        return self._kept

    def take(self, arguments: Sequence[str]) -> None:
        """Open the link among the arguments of a start, if there is one."""
        lesson = lesson_of_arguments(arguments)
        if lesson is None:
            if any(map(is_link, arguments)):
                # Not the link itself: it was written by a stranger, and may be anything.
                _log.warning("a link was not understood")
                title = QCoreApplication.translate("Links", "LearnUp cannot open this link")
                text = QCoreApplication.translate("Links", "Ask who sent it for a new one, or look in your timetable.")
                notices.say_text("caution", title, text, key="link")
            return
        self._kept = lesson
        if self._application.session is not None:
            self._open_kept()
            return
        title = QCoreApplication.translate("Links", "Sign in to join the class")
        notices.say_text("info", title, QCoreApplication.translate("Links", "It opens after that."), key="link")

    def _open_kept(self) -> None:
        pages, lesson = self._application.pages, self._kept
        if pages is not None and lesson is not None:
            self._kept = None
            notices.withdraw("link")
            pages.live_parts.open(lesson, self._application.window)

"""Where the timetable stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.timetable.service import TimetableService


def routes(service: "Callable[[], TimetableService]", *, teaching: bool, lesson_route: str = "") -> list[Route]:
    """The feature's routes.

    Args:
        service: makes the service, when the page is first opened.
        teaching: titles are classes rather than subjects, and a lesson leads to its roll.
        lesson_route: where a live class is joined (parameter ``lesson_id``); empty for nowhere.
    """

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.timetable.timetable_page import TimetablePage

        return TimetablePage(service(), context, teaching=teaching, lesson_route=lesson_route)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Timetable")

    return [Route("timetable", title, "calendar-text-outline", build, order=20)]

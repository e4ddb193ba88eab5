"""Where Today stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.today.service import TodayService


def routes(
    service: "Callable[[], TodayService]",
    *,
    name: str,
    teaching: bool = False,
    exam_route: str = "",
    lesson_route: str = "",
) -> list[Route]:
    """The feature's routes.

    Args:
        service: makes the service, when the page is first opened.
        name: whom the page greets.
        teaching: lessons lead to their rolls.
        exam_route: where an exam is opened (parameter ``exam_id``); empty where nobody sits any.
        lesson_route: where a live class is joined (parameter ``lesson_id``); empty while there is no such page.
    """

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.today.today_page import TodayPage

        return TodayPage(
            service(), context, name=name, teaching=teaching, exam_route=exam_route, lesson_route=lesson_route
        )

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Today")

    return [Route("today", title, "home-outline", build, order=10)]

"""Where Study stands in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.study.service import StudyService


def routes(service: "Callable[[], StudyService]", *, exam_route: str, teaching: bool = False) -> list[Route]:
    """The feature's routes.

    Args:
        service: makes the service, when a page is first opened.
        exam_route: where an exam is opened (parameter ``exam_id``); empty where nobody sits any.
        teaching: who teaches has it by address only: cards that they made are kept and found.
    """

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.study.study_page import StudyPage

        return StudyPage(service(), context, exam_route=exam_route)

    def build_review(context: PageContext) -> QWidget:
        from learnup_desktop.features.study.review_page import ReviewPage

        return ReviewPage(service(), context)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Study")

    return [
        Route(
            "study", title, "cards-outline", build, order=37, hidden=teaching, parent="library" if teaching else None
        ),
        Route("review", title, "cards-outline", build_review, hidden=True, parent="study"),
    ]

"""Where classes stand in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.classes.service import ClassesService


def routes(service: "Callable[[], ClassesService]", *, teaching: bool, lesson_route: str = "") -> list[Route]:
    """The feature's routes; ``service`` is called when the page is first opened; ``lesson_route`` joins a class."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.classes.classes_page import ClassesPage

        return ClassesPage(service(), context, teaching=teaching, lesson_route=lesson_route)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Classes")

    return [Route("classes", title, "google-classroom", build, order=30)]

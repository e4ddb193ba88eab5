"""Where payments stand in the frame."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.payments.service import PaymentsService


def routes(service: "Callable[[], PaymentsService]") -> list[Route]:
    """The feature's route; ``service`` is called when the page is first opened."""

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.payments.payments_page import PaymentsPage

        return PaymentsPage(service())

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Payments")

    return [Route("payments", title, "wallet-outline", build, roles=frozenset({"student"}), order=80)]

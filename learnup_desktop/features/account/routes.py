"""The account's page; reached from the name at the foot of the navigation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learnup_desktop.qt.routes import PageContext, Route

if TYPE_CHECKING:
    from learnup_desktop.features.account.service import AccountService


def routes(service: "Callable[[], AccountService]", sign_out: Callable[[], object]) -> list[Route]:
    """The feature's routes.

    Args:
        service: makes the service, when the page is first opened.
        sign_out: what the composition root does once the person has confirmed.
    """

    def build(context: PageContext) -> QWidget:
        from learnup_desktop.features.account.account_page import AccountPage

        return AccountPage(service(), sign_out)

    def title() -> str:
        return QCoreApplication.translate("Navigation", "Account")

    return [Route("account", title, "account-circle-outline", build, order=900, foot=True, hidden=True)]

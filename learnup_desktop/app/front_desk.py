"""The sign-in page in the window: when it is shown, for which server, why, and what follows from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from learnup_desktop.base import settings
from learnup_desktop.base.errors import LearnUpError, StorageError
from learnup_desktop.base.settings import Settings
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.loop import next_turn
from learnup_desktop.qt.tasks import TaskScope

if TYPE_CHECKING:
    from learnup_desktop.features.sign_in.service import SignedIn, SignInService
    from learnup_desktop.features.sign_in.sign_in_page import SignInPage
    from learnup_desktop.shell.main_window import MainWindow
    from learnup_desktop.store.accounts import KnownAccounts
    from learnup_desktop.store.records import KnownAccount


class FrontDesk:
    """Shows and takes away the sign-in page.

    Args:
        settings_store: remembers the server and the language.
        accounts: who signed in here before.
        server: address of this start, in place of the remembered one; empty for none.
        service: makes the use cases of signing in.
        on_signed_in: a session on the platform was begun.
        on_offline: a known account is to be shown from what is on this computer.

    Attributes:
        page: the page while it is shown.
        left: scopes of pages that were taken away, for who waits until they have cleaned up.
    """

    def __init__(
        self,
        settings_store: Settings,
        accounts: "KnownAccounts",
        server: str,
        service: "Callable[[], SignInService]",
        on_signed_in: "Callable[[SignedIn], None]",
        on_offline: "Callable[[KnownAccount], None]",
    ) -> None:
        self._settings = settings_store
        self._accounts = accounts
        self._server = server
        self._service = service
        self._on_signed_in = on_signed_in
        self._on_offline = on_offline
        self.page: SignInPage | None = None
        self.left: list[TaskScope] = []

    async def show(
        self, window: "MainWindow", *, address: str | None, error: LearnUpError | None, reason: tuple[str, str]
    ) -> "SignInPage":
        """Give the window to a new sign-in page: built in one turn of the loop, shown in the next."""
        from learnup_desktop.features.sign_in.sign_in_page import SignInPage

        self.leave(window)
        if window.full_page() is not None:
            window.leave_full_page()
        address = self.default_address() if address is None else address
        page = SignInPage(self._service(), address=address, language=i18n.language())
        page.signed_in.connect(self._on_signed_in)
        page.opened_offline.connect(self._on_offline)
        page.language_chosen.connect(self._choose_language)
        await next_turn()
        self.page = page
        window.enter_full_page(page)
        if error is not None:
            self.explain(error)
        elif reason[0]:
            page.set_reason(*reason)
        page.start()
        return page

    def leave(self, window: "MainWindow") -> None:
        """Take the page away, if it is shown."""
        page, self.page = self.page, None
        if page is not None:
            if window.full_page() is page:
                window.leave_full_page()
            page.tasks.close()
            self.left.append(page.tasks)
            page.deleteLater()

    def explain(self, error: LearnUpError) -> None:
        """Say on the page, or where there is none in a notice, why an account could not be opened."""
        if self.page is None:
            notices.report(error)
            return
        said = i18n.translate_error(error)
        self.page.set_reason(said.title, f"{said.advice} ({error.code})")

    def show_keyring(self, persistent: bool) -> None:
        """Say that this computer cannot keep a sign-in, where that is so."""
        if self.page is not None:
            self.page.set_no_keyring(not persistent)

    def address(self) -> str:
        """The server of the page, else the one that would be offered."""
        return (self.page.address() if self.page is not None else "") or self.default_address()

    def default_address(self) -> str:
        """The server of this start, else the remembered one, else that of the last account."""
        last = next(iter(self._accounts.all()), None)
        remembered = self._settings.get(settings.SERVER_ADDRESS)
        return self._server or remembered or (last.server_url if last is not None else "")

    def remember_address(self, address: str) -> None:
        """Offer this server from now on."""
        try:
            self._settings.set(settings.SERVER_ADDRESS, address)
        except StorageError as error:
            notices.report(error)

    def _choose_language(self, code: str) -> None:
        try:
            self._settings.set(settings.LANGUAGE, code)
        except StorageError as error:
            notices.report(error)

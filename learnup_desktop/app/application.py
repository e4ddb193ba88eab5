"""The program without its run: window, the account that is open, and the ways between signing in and signing out.

``await start()``, ``await sign_in(…)``, ``.window``, ``await close()`` work under any running qasync loop, so the
walk-through, the gallery and the tests drive the same widgets as a person does.
"""

import asyncio
import gc
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from learnup_desktop.app import preload
from learnup_desktop.app.clients import Clients
from learnup_desktop.app.current import SCHOOL_ZONE, CurrentAccount, CurrentAccountFile, read_profile, write_profile
from learnup_desktop.app.findings import tell_damaged_settings, tell_store_report
from learnup_desktop.app.front_desk import FrontDesk
from learnup_desktop.app.local_zone import COMPUTER_ZONE, school_zone
from learnup_desktop.app.look import Look
from learnup_desktop.app.news import AccountNews
from learnup_desktop.app.pages import AccountPages, summary_of
from learnup_desktop.app.settling import settle
from learnup_desktop.base import paths, settings
from learnup_desktop.base.clock import Clock, SystemClock
from learnup_desktop.base.errors import LearnUpError, StorageError
from learnup_desktop.base.log import get_logger
from learnup_desktop.base.options import ClientOptions
from learnup_desktop.base.settings import Settings
from learnup_desktop.base.timings import Timings
from learnup_desktop.base.waiting import wait_at_most
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.loop import next_turn
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import PageFrame
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from learnup_desktop.shell.state_pill import SyncState
from learnup_desktop.store.accounts import KnownAccounts

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient
    from learnup_desktop.app.download_settings import DownloadSettings
    from learnup_desktop.app.exam_parts import ExamParts
    from learnup_desktop.app.session import AccountSession
    from learnup_desktop.base.tokens import Tokens
    from learnup_desktop.features.sign_in.service import SignedIn, SignInService
    from learnup_desktop.features.sign_in.sign_in_page import SignInPage
    from learnup_desktop.platform_process import PlatformProcess
    from learnup_desktop.shell.palette import PaletteItem
    from learnup_desktop.store.records import KnownAccount
    from learnup_desktop.store.vault import Vault
    from learnup_desktop.sync.account_sync import AccountSync

WINDOW_SIZE = (1366, 768)
KEYRING_SERVICE = "learnup-desktop"
NETWORK_DELAY_SECONDS = 0.2
"""The first frame of Today is drawn before anything of the network is loaded."""

FIRST_PAGE_SECONDS = 10.0
FAREWELL_SECONDS = 0.05

_log = get_logger(__name__)


class Application(QObject):
    """One running client.

    Args:
        qt_app: the QApplication.
        options: what the command line asked.
        clock: this PC's clock.
        timings: told when the window is shown and when it reacts.
        full_screen: whether an exam takes the whole screen; False offscreen.

    Attributes:
        account_opened: a session is open and its first page is shown.
        signed_out: the sign-in page is shown.
        interactive: something useful is on the screen for the first time.
        window: the main window, from :meth:`open_window` on.
        session: the opened account, None while nobody is signed in.
    """

    account_opened = Signal()
    signed_out = Signal()
    interactive = Signal()

    def __init__(
        self,
        qt_app: QApplication,
        options: ClientOptions | None = None,
        *,
        clock: Clock | None = None,
        timings: Timings | None = None,
        full_screen: bool | None = None,
    ) -> None:
        super().__init__()
        self._qt_app = qt_app
        # Closing the window ends the waiting of ``loop.until_quit``, not the loop: files are closed in order after it.
        qt_app.setQuitOnLastWindowClosed(False)
        self.options = options or ClientOptions()
        self._clock = clock or SystemClock()
        self._timings = timings or Timings()
        self._full_screen = QGuiApplication.platformName() != "offscreen" if full_screen is None else full_screen
        self.settings = Settings(paths.config_dir() / "settings.json")
        folder = paths.data_dir() / "accounts"
        self.accounts = KnownAccounts(folder)
        self.current = CurrentAccountFile(folder)
        self._clients = Clients(self._clock)
        self._vault: Vault | None = None
        self.session: AccountSession | None = None
        self._desk = FrontDesk(
            self.settings,
            self.accounts,
            self.options.server,
            self.sign_in_service,
            self._page_signed_in,
            self._page_opened_offline,
        )
        self.pages: AccountPages | None = None
        self.exam_parts: ExamParts | None = None
        self._download_settings: DownloadSettings | None = None
        self.news: AccountNews | None = None
        self.demo: PlatformProcess | None = None
        self._window: MainWindow | None = None
        self._look = Look(qt_app, self.settings, self.options.language, self._language_changed)
        self._scope = TaskScope(self)
        self._switching = asyncio.Lock()
        self._is_interactive = False
        self._closed = False

    @property
    def sign_in_page(self) -> "SignInPage | None":
        """The sign-in page while it is shown."""
        return self._desk.page

    @property
    def window(self) -> MainWindow:
        """The main window.

        Raises:
            RuntimeError: :meth:`open_window` was not called.
        """
        if self._window is None:
            raise RuntimeError("there is no window yet")
        return self._window

    @property
    def vault(self) -> "Vault":
        """Tokens and sealing keys; made on first use."""
        if self._vault is None:
            from learnup_desktop.store.vault import Vault

            self._vault = Vault(KEYRING_SERVICE, paths.data_dir() / "accounts")
        return self._vault

    # -- starting -----------------------------------------------------------------------------------------------------

    def open_window(self) -> MainWindow:
        """Style the program and show its frame; needs no loop, no network and no account. Twice is harmless."""
        if self._window is not None:
            return self._window
        self._look.start()
        known = self.remembered()
        summary = AccountSummary("", "", "")
        if known is not None:
            summary = summary_of(known, read_profile(self.accounts.folder_of(known.key)))
        self._window = MainWindow([], summary)
        self._window.set_sync_state(SyncState(online=False))
        self._window.account_pressed.connect(self._account_pressed)
        self._window.add_palette_provider(self._found)
        self._window.resize(*WINDOW_SIZE)
        self._window.show()
        return self._window

    def remembered(self) -> "KnownAccount | None":
        """The account that this start opens without asking anybody; None when people sign in first."""
        if self.options.demo or self.options.server or not self.settings.get(settings.START_WITH_LAST_ACCOUNT):
            return None
        current = self.current.read()
        return self.accounts.get(current.key) if current is not None and current.keyring else None

    async def start(self) -> None:
        """Show the window, then the remembered account from its cache, else the sign-in page."""
        self.open_window()
        tell_damaged_settings(self.settings)
        known = self.remembered()
        if known is not None:
            try:
                await self.open_known(known)
                await self._first_page()
            except LearnUpError as error:
                _log.warning("the last account could not be opened", code=error.code, reason=error.detail)
                await preload.load(preload.SIGN_IN)
                await self.show_sign_in(error=error)
        else:
            await preload.load(preload.SIGN_IN)
            if self.options.demo:
                await self._start_demo()
            else:
                await self.show_sign_in()
        self._now_interactive()

    async def _first_page(self) -> None:
        """Until Today shows what the cache has; a cache that cannot be read shows its error instead."""
        from learnup_desktop.features.today.today_page import TodayPage

        page = self.window.current_page()
        if isinstance(page, TodayPage):
            await wait_at_most(page.shown, FIRST_PAGE_SECONDS)

    async def _start_demo(self) -> None:
        await self.show_sign_in(address="")
        page = self.sign_in_page
        if page is not None:
            title = QCoreApplication.translate("Application", "The demo school is starting…")
            text = QCoreApplication.translate("Application", "The first time this takes a few seconds.")
            page.set_reason(title, text)
        from learnup_desktop.app.demo import start_demo_platform

        try:
            self.demo = await start_demo_platform(paths.data_dir() / "demo-platform")
        except LearnUpError as error:
            notices.report(error)
            return
        if page is not None and page is self.sign_in_page:
            page.set_reason("")
            page.set_address(self.demo.url)

    def _now_interactive(self) -> None:
        if not self._is_interactive:
            self._is_interactive = True
            self._timings.interactive()
            self.interactive.emit()
            self._scope.latest("settle", settle)

    # -- signing in ---------------------------------------------------------------------------------------------------

    async def show_sign_in(
        self, *, address: str | None = None, error: LearnUpError | None = None, reason: tuple[str, str] = ("", "")
    ) -> "SignInPage":
        """Give the window to the sign-in page.

        Args:
            address: the server; None for the one of this start, the remembered one or the last account's.
            error: why the account could not be opened.
            reason: why people are asked to sign in, in their language.
        """
        page = await self._desk.show(self.window, address=address, error=error, reason=reason)
        self._scope.latest("keyring", self.vault.open, on_success=self._desk.show_keyring)
        # While somebody types a password, what follows from it is loaded.
        self._scope.latest("preload", lambda: preload.soon(preload.before_signing_in()))
        self.signed_out.emit()
        return page

    def sign_in_service(self) -> "SignInService":
        """The use cases of signing in."""
        from learnup_desktop.features.sign_in.service import SignInService

        return SignInService(self.accounts, self._clients.connect, self.accounts.device_id)

    async def sign_in(self, username: str, password: str, *, server: str = "") -> None:
        """Sign in as the sign-in page does, then show Today.

        Args:
            server: address of the platform; the sign-in page's or the remembered one when empty.

        Raises:
            LearnUpError: any reason of ``SignInService.sign_in`` or of opening the account's files.
        """
        address = server or self._desk.address()
        await self.open_signed_in(await self.sign_in_service().sign_in(address, username, password))

    async def open_signed_in(self, result: "SignedIn") -> None:
        """Open the account of a new session.

        Raises:
            LockedElsewhereError: another window has this account.
            StorageError, KeyringUnavailableError, IntegrityFault: its files cannot be opened.
        """
        from learnup_desktop.store.accounts import account_key

        key = account_key(result.server.url, result.account.id)
        try:
            known = self.accounts.get(key)
            if known is None:
                raise StorageError("the account was not remembered")
            tokens = result.client.transport.session.keeper.current
            profile = result.account.to_wire() | {SCHOOL_ZONE: result.server.time_zone}
            await asyncio.to_thread(write_profile, self.accounts.folder_of(key), profile)
            kept = tokens is not None and await self.vault.store_tokens(key, tokens)
            self.current.write(CurrentAccount(key, keyring=kept))
            if not (result.server.demo_accounts or self.options.server):
                self._desk.remember_address(result.server.url)
            await self._open(known, lambda: result.client, connected=True)
        except BaseException:
            await result.client.close()
            raise

    async def open_known(self, known: "KnownAccount") -> None:
        """Open a known account from what is on this computer; its tokens follow when the keyring gives them.

        Raises:
            LockedElsewhereError, StorageError, KeyringUnavailableError, IntegrityFault: its files cannot be opened.
        """
        await self._open(known, lambda: self._clients.connect(known.server_url))
        self._scope.latest("tokens", lambda: self._fetch_tokens(known))

    async def _fetch_tokens(self, known: "KnownAccount") -> None:
        await asyncio.sleep(NETWORK_DELAY_SECONDS)
        tokens: Tokens | None = await self.vault.tokens(known.key)
        session = self.session
        if session is None or session.known.key != known.key:
            return
        if tokens is not None:
            await session.use_tokens(tokens)

    async def _open(
        self, known: "KnownAccount", connect: "Callable[[], PlatformClient]", *, connected: bool = False
    ) -> None:
        async with self._switching:
            await self._close_session()
            await preload.load(preload.OPENING)
            from learnup_desktop.app.exam_parts import ExamParts
            from learnup_desktop.app.session import AccountSession

            session = await AccountSession.open(
                known, connect, accounts=self.accounts, vault=self.vault, clock=self._clock
            )
            session.on_sync = self._follow_downloads
            if connected:
                session.adopt_client()
            profile = read_profile(self.accounts.folder_of(known.key))
            zone = school_zone(str(profile.get(SCHOOL_ZONE, "")))
            i18n.set_time_zone(zone)
            self.exam_parts = ExamParts(session, self.settings, profile, full_screen=self._full_screen)
            self.pages = AccountPages(
                session,
                self.settings,
                keyring=lambda: self.vault.persistent,
                sign_out=lambda: self._scope.latest("sign out", self.sign_out),
                exams=self.exam_parts,
                zone=zone or COMPUTER_ZONE,
            )
            self.news = AccountNews(self.window, session, self.pages, self.exam_parts, self._ask_to_sign_in)
            await self._show_pages(session, self.pages, profile)
        self.account_opened.emit()
        parts = self.exam_parts
        self._scope.latest("account", lambda: self._run_account(session, parts))
        self._scope.latest("preload", lambda: preload.soon(preload.of_role(known.role)))

    def _follow_downloads(self, sync: "AccountSync") -> None:
        from learnup_desktop.app.download_settings import DownloadSettings

        self._download_settings = DownloadSettings(self.settings, sync.downloads)

    async def _show_pages(self, session: "AccountSession", pages: AccountPages, profile: dict[str, object]) -> None:
        """Give the frame to the account: once the window is in use, the frame in one turn and the page in the next."""
        from learnup_desktop.app.ledger_words import WordedLedger

        window = self.window
        self._desk.leave(window)
        window.set_routes(pages.routes(), summary_of(session.known, profile))
        window.set_ledger(WordedLedger(lambda: session.sync.ledger, session.store.cache))
        if self._is_interactive:
            await next_turn()
        self.session = session
        window.navigate("today", at_once=not self._is_interactive)
        tell_store_report(session.store.report)

    async def _run_account(self, session: "AccountSession", parts: "ExamParts") -> None:
        """What follows once an account is open: the exam that was being sat, then the network."""
        if session.known.role == "student" and await session.store.journal.attempts():
            await self._resume_exam(parts)
        await asyncio.sleep(NETWORK_DELAY_SECONDS)
        await session.start()
        if self.session is session and self.news is not None:
            await self.news.stand_by(self.settings)

    async def _resume_exam(self, parts: "ExamParts") -> None:
        service = parts.service()
        await service.finish_waiting()
        exam = await service.unfinished()
        if exam is not None and self.window.full_page() is None:
            self.window.navigate("exam-sitting", exam_id=exam.id)

    # -- what happens -------------------------------------------------------------------------------------------------

    async def _found(self, words: str) -> "Sequence[PaletteItem]":
        return await self.pages.found(words, self.window) if self.pages is not None else ()

    # -- signing out --------------------------------------------------------------------------------------------------

    async def sign_out(self) -> None:
        """Sign the account out; what was not sent stays on this computer."""
        session = self.session
        if session is not None:
            await session.sign_out()
            await self.vault.forget(session.known.key)
            await self._leave(("", ""))

    def _ask_to_sign_in(self, reason: tuple[str, str]) -> None:
        self._scope.latest("sign out", lambda: self._leave(reason))

    async def _leave(self, reason: tuple[str, str]) -> None:
        """Close the account and ask who is next."""
        async with self._switching:
            session = self.session
            if session is None:
                return
            self.current.clear()
            self._clear_pages()
            await next_turn()
            await self.show_sign_in(address=session.known.server_url, reason=reason)
            await next_turn()
            await self._close_session()

    async def close(self) -> None:
        """End in order: the sitting, the line, the files, the demo platform. Doing so twice is harmless."""
        if self._closed:
            return
        self._closed = True
        self._scope.close()
        self._look.stop()
        async with self._switching:
            await self._close_session()
        demo, self.demo = self.demo, None
        if demo is not None:
            await demo.stop()
        if self._window is not None:
            self._desk.leave(self.window)
            for scope in (self._scope, *self._desk.left):
                await scope.wait_closed()
            await self._clients.close()
            self._window.close()
            self._window.deleteLater()
        # Qt lets go of what is to be deleted in the next turns of the loop.
        await asyncio.sleep(FAREWELL_SECONDS)
        gc.unfreeze()

    def _clear_pages(self) -> None:
        """Take the pages away before what they work on is closed; the shown one lets go of its camera or sitting."""
        window = self.window
        page = window.current_page()
        if isinstance(page, PageFrame):
            page.deactivated()
        if window.full_page() is not None and self.sign_in_page is None:
            window.leave_full_page()
        if self.pages is not None:
            self.pages.live.clear()
        window.set_routes([], AccountSummary("", "", ""))
        window.set_ledger(None)

    async def _close_session(self) -> None:
        session, parts = self.session, self.exam_parts
        if self.news is not None:
            news, self.news = self.news, None
            await news.end()
        if session is not None:
            self._clear_pages()
        if self._download_settings is not None:
            self._download_settings.close()
        self.session = self.exam_parts = self._download_settings = None
        i18n.set_time_zone(None)
        self.pages = None
        try:
            if parts is not None:
                await parts.close()
        finally:
            if session is not None:
                await session.close()

    def _language_changed(self, language: str) -> None:
        if self.session is not None:
            self.session.client.transport.language = language

    # -- small things -------------------------------------------------------------------------------------------------

    def _account_pressed(self) -> None:
        if self.session is not None:
            self.window.navigate("account")

    def _page_signed_in(self, result: "SignedIn") -> None:
        self._scope.latest("open", lambda: self.open_signed_in(result), on_failure=self._desk.explain)

    def _page_opened_offline(self, known: "KnownAccount") -> None:
        self._scope.latest("open", lambda: self.open_known(known), on_failure=self._desk.explain)

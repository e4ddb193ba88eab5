"""The sign-in page: one server, one name, one password, and in plain words what went wrong and what to do."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from learnup_desktop._forms.ui_sign_in import Ui_SignInForm
from learnup_desktop.base.errors import (
    AccountLockedError,
    LearnUpError,
    NetworkError,
    PlatformUnavailableError,
    SignInError,
)
from learnup_desktop.contract.system import DemoAccount
from learnup_desktop.features.sign_in.lost_password_widgets import LostPassword
from learnup_desktop.features.sign_in.service import Server, ServerKeyChangedError, SignInService, Trust
from learnup_desktop.qt import i18n, messages
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import Avatar, Divider, ListRow, QuietButton, clear_layout, follow_theme

if TYPE_CHECKING:
    from learnup_desktop.store.records import KnownAccount

_KEY_CHANGED = QT_TRANSLATE_NOOP("Messages", "This server is not the one it was before.")
_KEY_CHANGED_ADVICE = QT_TRANSLATE_NOOP(
    "Messages",
    "{server} shows another key than when you first signed in. If your school set the server up anew, you can trust "
    "it; otherwise ask first. Nothing was sent.",
)
_NOT_HERE = QT_TRANSLATE_NOOP("Messages", "There is no network, and nothing of yours is here.")
_NOT_HERE_ADVICE = QT_TRANSLATE_NOOP(
    "Messages", "Connect once to sign in on this computer; after that most things work without a network."
)
messages.register(
    {
        "error.server_key_changed": str(_KEY_CHANGED),
        "error.server_key_changed.advice": str(_KEY_CHANGED_ADVICE),
        "error.not_on_this_computer": str(_NOT_HERE),
        "error.not_on_this_computer.advice": str(_NOT_HERE_ADVICE),
    }
)

CARD_WIDTH = 400
DEMO_WIDTH = 380
LOOK_PAUSE_MS = 700
"""A typed address is asked who it is when typing stops."""


class SignInPage(QWidget):
    """Fills the whole window.

    Args:
        service: the use cases.
        address: the remembered server, or the one of this start; empty when there is none yet.
        language: the language in use.

    Attributes:
        signed_in: a :class:`~learnup_desktop.features.sign_in.service.SignedIn`.
        opened_offline: the known account whose data on this computer is to be shown.
        language_chosen: "en", "si" or "ta".
    """

    signed_in = Signal(object)
    opened_offline = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, service: SignInService, *, address: str, language: str) -> None:
        super().__init__()
        self._service = service
        self._server: Server | None = None
        self._address = address
        self._error: LearnUpError | None = None
        self._reason: tuple[str, str] | None = None
        self._no_keyring = False
        self._busy = False
        self.tasks = TaskScope(self)
        self.form = Ui_SignInForm()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]  # written by uic, which writes no types
        self.forgot = QuietButton(icon="lock-question")
        self._lost: LostPassword | None = None
        self._dress(language)
        self._connect()
        self.form.server.set_text(address)
        self._show_server_field(not address)
        self._prefill()
        follow_theme(self._retheme)
        self.retranslate()

    def _dress(self, language: str) -> None:
        form = self.form
        theme().dress(form.scroll)
        form.scroll.viewport().setAutoFillBackground(False)
        form.content.setAutoFillBackground(False)
        form.language.set_choices(list(i18n.LANGUAGES.items()))
        form.language.setCurrentIndex(max(0, form.language.findData(language)))
        form.username.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhNoAutoUppercase | Qt.InputMethodHint.ImhNoPredictiveText
        )
        below = form.card_column.indexOf(form.keyring)
        form.card_column.insertWidget(below, self.forgot, 0, Qt.AlignmentFlag.AlignLeft)
        form.demo.hide()
        form.offline.hide()
        form.trust_key.hide()
        form.keyring.hide()

    def _connect(self) -> None:
        form = self.form
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        form.language.activated.connect(lambda _: self.language_chosen.emit(str(form.language.currentData())))
        form.server.edit.textEdited.connect(self._address_edited)
        form.change_server.clicked.connect(lambda: self._show_server_field(True))
        form.sign_in.clicked.connect(lambda: self.submit())
        form.trust_key.clicked.connect(lambda: self.submit(trust_new_key=True))
        form.offline.clicked.connect(self.use_what_is_here)
        self.forgot.clicked.connect(self.open_lost_password)
        form.username.edit.textEdited.connect(lambda _: self._forget_error())
        form.password.edit.textEdited.connect(lambda _: self._forget_error())
        form.server.edit.returnPressed.connect(form.username.edit.setFocus)
        form.username.edit.returnPressed.connect(form.password.edit.setFocus)
        form.password.edit.returnPressed.connect(lambda: self.submit())

    # -- frame --------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Ask the remembered server who it is; call once the loop runs."""
        self._focus_first_gap()
        self._look()

    def set_address(self, address: str) -> None:
        """Point at another server, such as the demo platform that has just come up."""
        self._address = address
        self.form.server.set_text(address)
        self._show_server_field(not address)
        self._prefill()
        self._look()

    def set_reason(self, title: str, text: str = "") -> None:
        """Why the page is shown, in the user's language: the session has ended, the keyring forgot."""
        self._reason = (title, text)
        self._show_notice()

    def set_no_keyring(self, missing: bool) -> None:
        """Say that this computer has no place to keep the sign-in."""
        self._no_keyring = missing
        self.form.keyring.setVisible(missing and not self._has_lost())

    def retranslate(self) -> None:
        """Set every text again."""
        form = self.form
        self._show_heading()
        self.forgot.setText(self.tr("Forgot your password?"))
        if self._lost is not None:
            self._lost.retranslate()
        form.language.setAccessibleName(self.tr("Language"))
        form.change_server.setText(self.tr("Change"))
        form.change_server.setAccessibleName(self.tr("Change the school's address"))
        form.server.set_label(self.tr("Address of your school's server"))
        form.server.edit.setPlaceholderText(self.tr("for example learnup.school.lk"))
        form.username.set_label(self.tr("Name"))
        form.password.set_label(self.tr("Password"))
        form.sign_in.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in"))
        form.trust_key.setText(self.tr("Trust the new key and sign in"))
        form.offline.setText(self.tr("Use what is on this computer"))
        form.keyring.setText(
            self.tr("This computer has no safe place for passwords: you stay signed in until LearnUp is closed.")
        )
        form.demo_heading.setText(self.tr("Demo school"))
        form.demo_hint.setText(self.tr("Nothing here is real. Choose somebody to look around as them."))
        self._show_server()
        self._show_notice()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """The demo accounts stand below where there is no room beside."""
        narrow = self.width() < theme().px(CARD_WIDTH + DEMO_WIDTH + 80)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self.form.across.setDirection(direction)

    def _retheme(self) -> None:
        look, form = theme(), self.form
        form.top_row.setContentsMargins(look.space(8), look.space(5), look.space(8), look.space(5))
        form.vertical.setContentsMargins(look.space(6), look.space(2), look.space(6), look.space(8))
        form.across.setSpacing(look.space(5))
        form.server_row.setSpacing(look.space(2))
        form.card.fit()
        form.demo.fit()
        form.card.setFixedWidth(look.px(CARD_WIDTH))
        form.demo.setFixedWidth(look.px(DEMO_WIDTH))
        for card in (form.card, form.demo):
            form.across.setAlignment(card, Qt.AlignmentFlag.AlignHCenter)
        self._turn()
        form.offline.set_icon_name("laptop")
        form.trust_key.set_icon_name("shield-key-outline")

    # -- the server ---------------------------------------------------------------------------------------------------

    def address(self) -> str:
        """What is in the server's field."""
        return str(self.form.server.text())

    def server(self) -> Server | None:
        """The platform that answered, None before it did."""
        return self._server

    def _address_edited(self) -> None:
        self._server = None
        self._forget_error()
        self._show_server()
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        address = self.address()
        if not address:
            return
        self.tasks.latest(
            "look",
            partial(self._service.look_at, address),
            on_success=self._looked,
            on_failure=self._failed_to_look,
        )

    def _looked(self, server: Server) -> None:
        self._server = server
        self._address = server.url
        if isinstance(self._error, NetworkError | PlatformUnavailableError):
            self._forget_error()
        self._show_server_field(False)
        self._show_server()

    def _failed_to_look(self, error: LearnUpError) -> None:
        self._server = None
        self._show_server()
        self._show_error(error)

    def _show_server_field(self, shown: bool) -> None:
        self.form.server.setVisible(shown)
        self.form.server_line.setVisible(not shown)
        if shown and self.isVisible():
            self.form.server.edit.setFocus()

    def _show_server(self) -> None:
        known = self._service.known(self.address())
        name = self._server.name if self._server is not None else known[0].server_name if known else ""
        host = self.address().removeprefix("https://").removeprefix("http://")
        self.form.server_name.setText(f"{name} · {host}" if name else host)
        trusted = self._server is not None and self._server.trust is Trust.SAME
        self.form.server_name.setToolTip(self.tr("The key of this server is the one you know.") if trusted else "")
        self._show_demo(self._server.demo_accounts if self._server is not None else ())

    def _show_demo(self, accounts: Sequence[DemoAccount]) -> None:
        clear_layout(self.form.demo_list)
        self.form.demo.setVisible(bool(accounts))
        words = {"student": self.tr("Student"), "teacher": self.tr("Teacher"), "admin": self.tr("Administrator")}
        for account in accounts:
            role = words.get(account.role, account.role)
            row = ListRow(account.name, f"{role} · {account.username}", leading=Avatar(account.name), clickable=True)
            row.setObjectName(f"demo-{account.username}")
            row.clicked.connect(partial(self._choose_demo, account))
            self.form.demo_list.addWidget(Divider())
            self.form.demo_list.addWidget(row)

    def demo_rows(self) -> list[ListRow]:
        """The demo accounts that are offered, for tests and the walk-through."""
        return self.form.demo_rows.findChildren(ListRow)

    def _choose_demo(self, account: DemoAccount) -> None:
        self.form.username.set_text(account.username)
        self.form.password.set_text(account.password)
        self.submit()

    # -- signing in ---------------------------------------------------------------------------------------------------

    def fill(self, username: str, password: str = "") -> None:
        """Put a name (and password) in."""
        self.form.username.set_text(username)
        self.form.password.set_text(password)
        self._focus_first_gap()

    def submit(self, *, trust_new_key: bool = False) -> None:
        """Sign in with what was typed."""
        if self._busy or not self._complete():
            return
        self._set_busy(True)
        self._forget_error()
        username, password = self.form.username.text(), self.form.password.text()
        self.tasks.latest(
            "sign in",
            lambda: self._service.sign_in(self.address(), username, password, trust_new_key=trust_new_key),
            on_success=self._succeeded,
            on_failure=self._show_error,
            on_finished=partial(self._set_busy, False),
        )

    def use_what_is_here(self) -> None:
        """Open the data of a known account without a network."""
        if self._busy or not self._complete():
            return
        self._set_busy(True)
        username, password = self.form.username.text(), self.form.password.text()
        self.tasks.latest(
            "sign in",
            lambda: self._service.open_offline(self.address(), username, password),
            on_success=self._opened_offline,
            on_failure=self._show_error,
            on_finished=partial(self._set_busy, False),
        )

    def _complete(self) -> bool:
        form = self.form
        gaps = [
            (form.server, bool(form.server.text()), self.tr("Where is your school? Type its address.")),
            (form.username, bool(form.username.text()), self.tr("Type your name.")),
            (form.password, bool(form.password.text()), self.tr("Type your password.")),
        ]
        for field, filled, words in gaps:
            if not filled:
                if field is form.server:
                    self._show_server_field(True)
                field.set_error(words)
                field.edit.setFocus()
                return False
        return True

    def _succeeded(self, result: object) -> None:
        self.form.password.set_text("")
        self.signed_in.emit(result)

    def _opened_offline(self, account: "KnownAccount") -> None:
        self.form.password.set_text("")
        self.opened_offline.emit(account)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self.form.sign_in, self.form.offline, self.form.trust_key, self.form.demo_rows):
            widget.setEnabled(not busy)
        self.form.sign_in.setText(self.tr("Signing in…") if busy else self.tr("Sign in"))

    # -- a lost password ----------------------------------------------------------------------------------------------

    @property
    def lost(self) -> LostPassword:
        """The form for a lost password, made when it is first asked for: it takes as long as all else on the page."""
        if self._lost is None:
            self._lost = LostPassword(self._service, self.address, self.tasks)
            self._lost.hide()
            self._lost.left.connect(self._close_lost_password)
            self._lost.done.connect(self._password_is_new)
            column = self.form.card_column
            column.insertWidget(column.indexOf(self.forgot) + 1, self._lost)
        return self._lost

    def _has_lost(self) -> bool:
        return self._lost is not None and not self._lost.isHidden()

    def open_lost_password(self) -> None:
        """A new password by a code from a letter, on the same card."""
        # The keyboard moves before its field goes; else it lands on whatever comes next, and the page scrolls there.
        self.lost.show()
        self.lost.begin(self.form.username.text())
        self._show_lost(True)

    def _close_lost_password(self) -> None:
        self._show_lost(False)

    def _password_is_new(self, username: str) -> None:
        self._show_lost(False)
        self._error = None
        self.set_reason(self.tr("Your password is new"), self.tr("Sign in with it. Other devices were signed out."))
        self.fill(username)

    def _show_lost(self, shown: bool) -> None:
        form = self.form
        for widget in (form.username, form.password, form.sign_in, self.forgot):
            widget.setVisible(not shown)
        if not shown:
            self._focus_first_gap()
        self.lost.setVisible(shown)
        form.keyring.setVisible(self._no_keyring and not shown)
        if shown:
            self._error, self._reason = None, None
            form.trust_key.hide()
            form.offline.hide()
        self._show_notice()
        self._show_heading()

    def _show_heading(self) -> None:
        self.form.heading.setText(self.tr("A new password") if self._has_lost() else self.tr("Sign in"))

    # -- what went wrong ----------------------------------------------------------------------------------------------

    def error(self) -> LearnUpError | None:
        """What went wrong last, None when nothing did."""
        return self._error

    def said(self) -> str:
        """What the notice says, for tests and the walk-through."""
        return str(self.form.notice.said())

    def _show_error(self, error: LearnUpError) -> None:
        self._error = error
        form = self.form
        wrong = isinstance(error, SignInError) and not isinstance(error, AccountLockedError)
        if wrong:
            form.password.edit.selectAll()
            form.password.edit.setFocus()
        form.trust_key.setVisible(isinstance(error, ServerKeyChangedError))
        away = isinstance(error, NetworkError | PlatformUnavailableError) and not isinstance(
            error, ServerKeyChangedError
        )
        form.offline.setVisible(away and self._may_open_offline())
        self._show_notice()

    def _may_open_offline(self) -> bool:
        username = self.form.username.text()
        if not username:
            return bool(self._service.known(self.address()))
        return self._service.known_account(self.address(), username) is not None

    def _forget_error(self) -> None:
        keep_offline = isinstance(self._error, NetworkError | PlatformUnavailableError)
        if self._error is not None and keep_offline and self._may_open_offline() and not self._busy:
            return
        self._error = None
        self.form.trust_key.hide()
        self.form.offline.hide()
        self._show_notice()

    def _show_notice(self) -> None:
        notice = self.form.notice
        if self._error is not None:
            said = i18n.translate_error(self._error)
            code = self.tr("Code for support: {code}").format(code=self._error.code)
            notice.say(said.title, f"{said.advice} {code}".strip())
        elif self._reason is not None:
            notice.say(*self._reason, "neutral")
        else:
            notice.say("")

    # -- small things -------------------------------------------------------------------------------------------------

    def _prefill(self) -> None:
        known = self._service.known(self._address)
        if known and not self.form.username.text():
            with QSignalBlocker(self.form.username.edit):
                self.form.username.set_text(known[0].username)

    def _focus_first_gap(self) -> None:
        form = self.form
        for field in (form.server, form.username, form.password):
            if not field.text() and field.isVisibleTo(self):
                field.edit.setFocus()
                return
        form.password.edit.setFocus()

"""One's own account: who, the devices that are signed in, the password, and signing out."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learnup_desktop.base.errors import LearnUpError, RefusedError, SignInError
from learnup_desktop.contract.auth import Account, SessionInfo
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.features.account.service import MINIMUM_PASSWORD, AccountService, Pending
from learnup_desktop.qt import dialogs, i18n, notices
from learnup_desktop.qt.dialogs import Choice
from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Avatar,
    Banner,
    BaseButton,
    Card,
    Column,
    CriticalButton,
    Divider,
    EmptyState,
    IconLabel,
    KeyedColumn,
    KeyedRow,
    KeyValueRow,
    Label,
    ListRow,
    PageFrame,
    PasswordField,
    Pill,
    Row,
    SecondaryButton,
    SideBySide,
    StateStack,
)


class AccountPage(PageFrame):
    """Everything about who is signed in."""

    def __init__(self, service: AccountService, sign_out: Callable[[], object]) -> None:
        super().__init__()
        self._service = service
        self._sign_out = sign_out
        self._account: Account | None = None
        self._sessions: Sequence[SessionInfo] = ()
        self.tasks = TaskScope(self)
        left, right = QWidget(), QWidget()
        Column(left, gap=4).add(self._make_who(), self._make_password())
        Column(right, gap=4).add(self._make_sessions())
        self.add(SideBySide(left, right, side_share=0.5))
        self.finish()
        self.retranslate()
        # Laid out and painted all at once they would hold up the loop; they come into view one by one.
        self._coming = Gradual(self)
        self.password_card.hide()
        self.sessions_card.hide()

    def _make_who(self) -> Card:
        known = self._service.known
        self.who = Card(gap=3)
        head = Row(gap=3)
        words = Column(gap=0)
        self.name = Label(known.name, "strong")
        self.role = Label("", "label", "text-muted")
        words.add(self.name, self.role)
        head.addWidget(Avatar(known.name, diameter=48))
        head.addLayout(words, 1)
        self.facts = {name: KeyValueRow("") for name in ("username", "index", "grade", "medium", "server")}
        self.keyring = Banner("", tone="caution", icon="key-alert-outline")
        self.sign_out_button = CriticalButton(icon="logout")
        self.sign_out_button.clicked.connect(self.sign_out)
        foot = Row()
        foot.addWidget(self.sign_out_button)
        foot.addStretch(1)
        self.who.add(head, Divider(), *self.facts.values(), self.keyring, Divider(), foot)
        return self.who

    def _make_sessions(self) -> Card:
        self.sessions_card = Card(" ", gap=1)
        rows = QWidget()
        self._rows = KeyedColumn(rows, gap=0)
        self._listing = Gradual(self)
        self.stack = StateStack(rows, empty=EmptyState(icon="devices"), skeleton_rows=2)
        self.stack.retry_requested.connect(self.reload)
        self.sessions_card.add(self.stack)
        return self.sessions_card

    def _make_password(self) -> Card:
        self.password_card = Card(" ", gap=3)
        self.current = PasswordField("")
        self.new = PasswordField("")
        self.change = SecondaryButton(icon="form-textbox-password")
        self.change.clicked.connect(self._change_password)
        foot = Row()
        foot.addWidget(self.change)
        foot.addStretch(1)
        self.password_card.add(self.current, self.new, foot)
        return self.password_card

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.sign_out_button.setText(self.tr("Sign out"))
        self.sessions_card.set_title(self.tr("Signed-in devices"))
        self.password_card.set_title(self.tr("Password"))
        self.current.set_label(self.tr("Present password"))
        self.new.set_label(self.tr("New password"))
        hint = self.tr("At least {count} characters.").format(count=i18n.format_number(MINIMUM_PASSWORD))
        self.new.set_hint(hint)
        self.change.setText(self.tr("Change password"))
        self.stack.empty.set(self.tr("No device is signed in"), icon="devices")
        title = self.tr("This computer has no safe place for passwords")
        text = self.tr("You stay signed in until LearnUp is closed, and sign in again next time.")
        self.keyring.set(title, text)
        self._show_who()
        self._show_sessions(self._sessions)

    def activated(self, parameters: dict[str, object]) -> None:
        self._coming.start(self._come_into_view(), at_once=False)
        self.reload()

    def _come_into_view(self) -> Iterator[object]:
        for card in (self.password_card, self.sessions_card):
            card.show()
            yield NEXT_TURN

    def reload(self) -> None:
        """Ask the platform who this is and which devices are signed in."""
        self.keyring.setVisible(not self._service.stays_signed_in)
        self.stack.show_loading()
        self.tasks.latest("me", self._service.me, on_success=self._show_account, on_failure=self._no_account)
        self.tasks.latest("sessions", self._service.sessions, on_success=self._loaded, on_failure=self.stack.show_error)

    # -- who ----------------------------------------------------------------------------------------------------------

    def _show_account(self, account: Account) -> None:
        self._account = account
        self._show_who()

    def _no_account(self, error: LearnUpError) -> None:
        # The list of devices says why; what this computer remembers is shown meanwhile.
        self._show_who()

    def _show_who(self) -> None:
        known, account = self._service.known, self._account
        roles = {"student": self.tr("Student"), "teacher": self.tr("Teacher"), "admin": self.tr("Administrator")}
        self.role.setText(roles.get(known.role, known.role))
        self.name.setText(account.name if account is not None else known.name)
        values = {
            "username": (self.tr("Name to sign in with"), known.username),
            "index": (self.tr("Index number"), (account.index_number if account is not None else None) or ""),
            "grade": (self.tr("Grade"), (account.grade if account is not None else None) or ""),
            "medium": (self.tr("Medium"), i18n.format_medium((account.medium if account is not None else None) or "")),
            "server": (self.tr("School"), known.server_name or known.server_url),
        }
        for key, (label, value) in values.items():
            self.facts[key].set(label, value)
            self.facts[key].setVisible(bool(value))

    # -- devices ------------------------------------------------------------------------------------------------------

    def _loaded(self, sessions: Sequence[SessionInfo]) -> None:
        self._sessions = sessions
        self._show_sessions(sessions)
        if not sessions:
            self.stack.show_empty()

    def _show_sessions(self, sessions: Sequence[SessionInfo]) -> None:
        self._listing.start(self._list(sessions))

    def _list(self, sessions: Sequence[SessionInfo]) -> Iterator[object]:
        rows = []
        for session in sessions:
            detail = self.tr("last seen {time}").format(time=i18n.format_ago(session.last_seen_at))
            says = (session.device_name, session.current, detail, i18n.language())
            rows.append(KeyedRow(session.id, says, partial(self._session_row, session, detail)))
        for pause in self._rows.showing(rows):
            self.stack.show_content()
            yield pause
        if sessions:
            self.stack.show_content()

    def _session_row(self, session: SessionInfo, detail: str) -> ListRow:
        name = session.device_name or self.tr("Unnamed device")
        row = ListRow(name, detail, leading=IconLabel("laptop"), strong=session.current, wrap=True)
        if session.current:
            row.add_trailing(Pill(self.tr("This computer"), "accent", small=True))
        else:
            button = SecondaryButton(self.tr("Sign out"))
            button.setAccessibleName(self.tr("Sign out {device}").format(device=name))
            button.clicked.connect(partial(self._end, session, button))
            row.add_trailing(button)
        return row

    def _end(self, session: SessionInfo, button: BaseButton) -> None:
        button.setEnabled(False)

        def failed(error: LearnUpError) -> None:
            notices.report(error)
            if isValid(button):
                button.setEnabled(True)

        work = partial(self._service.end_session, session.id)
        self.tasks.run(work, on_success=lambda _: self.reload(), on_failure=failed)

    # -- password -----------------------------------------------------------------------------------------------------

    def _change_password(self) -> None:
        for field in (self.current, self.new):
            field.set_error("")
        if not self.current.text():
            self.current.set_error(self.tr("Type your present password."))
        elif len(self.new.text()) < MINIMUM_PASSWORD:
            hint = self.tr("At least {count} characters.").format(count=i18n.format_number(MINIMUM_PASSWORD))
            self.new.set_error(hint)
        else:
            self.change.setEnabled(False)
            self.tasks.latest(
                "password",
                partial(self._service.change_password, self.current.text(), self.new.text()),
                on_success=lambda _: self._changed(),
                on_failure=self._not_changed,
                on_finished=lambda: self.change.setEnabled(True),
            )

    def _changed(self) -> None:
        self.current.set_text("")
        self.new.set_text("")
        notices.say_text("positive", self.tr("The password was changed"))
        self.reload()

    def _not_changed(self, error: LearnUpError) -> None:
        field = (
            self.current if isinstance(error, SignInError) else self.new if isinstance(error, RefusedError) else None
        )
        if field is None:
            # The network, the disk: nothing that another word in a field would mend.
            notices.report(error)
            return
        if isinstance(error, RefusedError) and error.platform_code == ErrorCode.AUTH_WEAK_PASSWORD:
            field.set_error(self.tr("This password is too easy to guess. Choose a longer one."))
        else:
            said = i18n.translate_error(error)
            field.set_error(f"{said.title} {said.advice}".strip())
        field.setFocus()

    # -- signing out --------------------------------------------------------------------------------------------------

    def sign_out(self) -> None:
        """Ask, then sign out; what was not sent stays on this computer."""
        self.tasks.latest("sign out", self._ask_and_sign_out)

    async def _ask_and_sign_out(self) -> None:
        pending = await self._service.pending()
        answer = await dialogs.ask(
            self,
            self.tr("Sign out of LearnUp?"),
            self._consequences(pending),
            [
                Choice("stay", self.tr("Stay signed in")),
                Choice("go", self.tr("Sign out"), "critical" if pending.total else "primary"),
            ],
        )
        if answer == "go":
            self._sign_out()

    def _consequences(self, pending: Pending) -> str:
        if not pending.total:
            return self.tr(
                "Everything you wrote is at school. What is stored on this computer stays for your next visit."
            )
        if pending.total == 1:
            return self.tr(
                "One thing you wrote is only on this computer. It stays here and is sent after you sign in again "
                "on this computer."
            )
        text = self.tr(
            "{count} things you wrote are only on this computer. They stay here and are sent after you sign in again "
            "on this computer."
        )
        return text.format(count=i18n.format_number(pending.total))

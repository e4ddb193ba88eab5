"""A lost password, on the sign-in page's card: a name, a code that comes by e-mail, a new password."""

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError, NetworkError, PlatformUnavailableError, RefusedError
from learnup_desktop.contract.codes import ErrorCode
from learnup_desktop.features.sign_in.service import SignInService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Column,
    PasswordField,
    PrimaryButton,
    QuietButton,
    TextField,
    WrapLabel,
    show_if,
)


class LostPassword(QWidget):
    """First whose account, then the code and the new password.

    Args:
        service: the use cases.
        address: the server that the page shows.
        tasks: the page's.

    Attributes:
        done: the password is new; the name it is for.
        left: back to signing in.
    """

    done = Signal(str)
    left = Signal()

    def __init__(self, service: SignInService, address: Callable[[], str], tasks: TaskScope) -> None:
        super().__init__()
        self._service = service
        self._address = address
        self._asked = False
        self._busy = False
        self._error: LearnUpError | None = None
        self._tasks = tasks
        self.hint = WrapLabel("", "label", "text-muted")
        self.banner = Banner("")
        self.username = TextField("")
        self.code = TextField("")
        self.password = PasswordField("")
        self.go = PrimaryButton("")
        self.again = QuietButton("", icon="email-outline")
        self.back = QuietButton("", icon="arrow-left")
        column = Column(self, gap=4)
        column.add(self.hint, self.banner, self.username, self.code, self.password, self.go, self.again, self.back)
        self.go.clicked.connect(self._go)
        self.again.clicked.connect(self._ask)
        self.back.clicked.connect(self.left)
        self.username.edit.returnPressed.connect(self._go)
        self.code.edit.returnPressed.connect(self.password.edit.setFocus)
        self.password.edit.returnPressed.connect(self._go)
        self.retranslate()
        self._show()

    def begin(self, username: str) -> None:
        """Start anew, with the name that was typed already."""
        self._asked, self._error = False, None
        self.username.set_text(username)
        self.code.set_text("")
        self.password.set_text("")
        self._show()
        self.username.edit.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.username.set_label(self.tr("Name or e-mail address"))
        self.code.set_label(self.tr("Code from the letter"))
        self.code.edit.setPlaceholderText("ABCDE-12345")
        self.password.set_label(self.tr("New password"))
        self.again.setText(self.tr("Send another code"))
        self.back.setText(self.tr("Back to signing in"))
        self._show()

    def _show(self) -> None:
        if self._asked:
            hint = self.tr(
                "If there is such an account, a letter with a code is on its way to its e-mail address. It can take a "
                "few minutes. No letter? Ask at your school."
            )
            self.username.set_label(self.tr("Name"))
        else:
            hint = self.tr("We send a code to the e-mail address that your school has of you.")
            self.username.set_label(self.tr("Name or e-mail address"))
        self.hint.setText(hint)
        self.go.setText(self.tr("Set the new password") if self._asked else self.tr("Send me a code"))
        for widget in (self.code, self.password, self.again):
            show_if(widget, self._asked)
        for button in (self.go, self.again):
            button.setEnabled(not self._busy)
        show_if(self.banner, self._error is not None)
        if self._error is not None:
            self.banner.set(*self._words(self._error), "caution")

    def _words(self, error: LearnUpError) -> tuple[str, str]:
        refused = error.platform_code if isinstance(error, RefusedError) else ""
        if refused == ErrorCode.AUTH_CODE_WRONG:
            return self.tr("This code is not right, or it is too old."), self.tr("Look again, or ask for another one.")
        if refused in (ErrorCode.AUTH_WEAK_PASSWORD, ErrorCode.VALIDATION):
            advice = self.tr("Use at least eight characters, and not your name.")
            return self.tr("This password is too easy to guess."), advice
        said = i18n.translate_error(error)
        # Offline nothing of this is kept and sent later: it has to be asked for again.
        away = isinstance(error, NetworkError | PlatformUnavailableError)
        advice = self.tr("Try again when there is a network.") if away else said.advice
        code = self.tr("Code for support: {code}").format(code=error.code)
        return said.title, f"{advice} {code}"

    # -- what is done -------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        if self._asked:
            self._reset()
        else:
            self._ask()

    def _ask(self) -> None:
        if self._missing((self.username, self.tr("Type your name."))):
            return
        self._run(partial(self._service.send_code, self._address(), self.username.text()), self._was_asked)

    def _reset(self) -> None:
        gaps = (
            (self.username, self.tr("Type your name.")),
            (self.code, self.tr("Type the code from the letter.")),
            (self.password, self.tr("Type a new password.")),
        )
        if self._missing(*gaps):
            return
        name, code, password = self.username.text(), self.code.text(), self.password.text()
        work = partial(self._service.set_lost_password, self._address(), name, code, password)
        self._run(work, partial(self._was_reset, name))

    def _missing(self, *fields: tuple[TextField | PasswordField, str]) -> bool:
        for field, words in fields:
            if not field.text().strip():
                field.set_error(words)
                field.edit.setFocus()
                return True
        return False

    def _run(self, work: Callable[[], Coroutine[Any, Any, None]], done: Callable[[None], object]) -> None:
        if self._busy:
            return
        self._busy, self._error = True, None
        self._show()
        self._tasks.run(work, on_success=done, on_failure=self._failed, on_finished=self._finished)

    def _was_asked(self, _: None) -> None:
        self._asked = True
        self._show()
        self.code.edit.setFocus()

    def _was_reset(self, name: str, _: None) -> None:
        self.password.set_text("")
        self.done.emit(name.strip())

    def _failed(self, error: LearnUpError) -> None:
        self._error = error

    def _finished(self) -> None:
        self._busy = False
        self._show()

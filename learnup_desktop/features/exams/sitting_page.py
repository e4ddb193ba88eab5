"""The page behind ``exam-sitting``: opens the attempt that this PC holds and hands the whole window to it.

It owns the moments around a sitting, the screen being taken and given back; the sitting itself is
``sitting_view_widgets``.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal

from learnup_desktop.domain.attempt import SittingState
from learnup_desktop.features.exams.editor_widgets import Clipboard
from learnup_desktop.features.exams.service import ExamsService
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.sitting_view_widgets import SittingView
from learnup_desktop.qt import i18n
from learnup_desktop.qt.gradual import NEXT_TURN, Gradual
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import Card, PageFrame, StateStack, WrapLabel


class SittingPage(PageFrame):
    """Opens a sitting; what is seen of it in the frame is only that it is being opened, or why it could not be.

    Args:
        service: the account's exams.
        context: the frame.
        clipboard: for copy and paste within a sitting.

    Attributes:
        shown: a :class:`SittingView` has the window now.
    """

    shown = Signal(object)

    def __init__(self, service: ExamsService, context: PageContext, clipboard: Clipboard | None) -> None:
        super().__init__(scroll=False)
        self._service = service
        self._context = context
        self._clipboard = clipboard
        self._exam_id = ""
        self._online = True
        self.view: SittingView | None = None
        self._made: SittingView | None = None
        self._tasks = TaskScope(self)
        self._making = Gradual(self)
        self._text = WrapLabel("")
        card = Card()
        card.add(self._text)
        self.stack = StateStack(card)
        self.stack.retry_requested.connect(self._open)
        self.add(self.stack, stretch=1)
        self.retranslate()

    def title(self) -> str:
        """The route's own."""
        return self.tr("Exam")

    def retranslate(self) -> None:
        """Set every text again."""
        self._text.setText(self.tr("Your exam is open in this window."))
        if self.view is not None:
            self.view.retranslate()

    def activated(self, parameters: dict[str, object]) -> None:
        """Open the exam of ``exam_id``."""
        self._exam_id = str(parameters.get("exam_id", self._exam_id))
        if self.view is None and self._made is None:
            self._open()

    def connection_changed(self, online: bool) -> None:
        """The platform is reached, or is not: the student sees it where the answers are said to be."""
        self._online = online
        if self.view is not None:
            self.view.bar.saved.set_online(online)

    def _open(self) -> None:
        self.stack.show_loading()
        self._tasks.latest(
            "open",
            partial(self._service.resume, self._exam_id),
            on_success=self._show,
            on_failure=self.stack.show_error,
        )

    def _show(self, sitting: Sitting) -> None:
        self.stack.show_content()
        if sitting.state is SittingState.SUBMITTED:
            self._context.navigate("exam-receipt", exam_id=self._exam_id)
            return
        language = self._service.account.language or i18n.language()
        self._making.start(self._make(sitting, language), at_once=False)

    def _make(self, sitting: Sitting, language: str) -> Iterator[object]:
        """Opening, building and showing a sitting in one turn of the loop would hold it up for more than a frame."""
        self._made = SittingView(sitting, self._clipboard, language)
        yield NEXT_TURN
        self._enter()

    def _enter(self) -> None:
        """Give the window to the view that was made in the turn before."""
        view, self._made = self._made, None
        if view is None:
            return
        sitting = view.sitting
        if sitting.state is SittingState.SUBMITTED:
            view.deleteLater()
            self._context.navigate("exam-receipt", exam_id=self._exam_id)
            return
        view.over.connect(self._leave)
        view.bar.saved.set_online(self._online)
        self.view = view
        self._context.enter_full_page(view)
        sitting.engage(self._service.lockdown, view.window())
        view.view().editor.focus_editor()
        self.shown.emit(view)

    def _leave(self) -> None:
        view, self.view = self.view, None
        if view is None:
            return
        view.sitting.release()
        self._context.leave_full_page()
        view.deleteLater()
        finished = view.sitting.state is SittingState.SUBMITTED
        self._context.navigate("exam-receipt" if finished else "exams", exam_id=self._exam_id)

"""A session of reviews: a question, its answer, and how well it was known. All of it by keyboard, and with an undo."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from learnup_desktop.features.study.service import Asked, StudyService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import confirm
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Card,
    Column,
    Divider,
    EmptyState,
    FlowRow,
    IconButton,
    Label,
    PageFrame,
    PrimaryButton,
    Row,
    SecondaryButton,
    StateStack,
    WrapLabel,
    show_if,
)

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
_RATING_KEYS = {Qt.Key.Key_1: AGAIN, Qt.Key.Key_2: HARD, Qt.Key.Key_3: GOOD, Qt.Key.Key_4: EASY}


class ReviewPage(PageFrame):
    """One card at a time.

    Space shows the answer and then means "known"; 1 to 4 say how well; Ctrl+Z takes the last one back.
    """

    def __init__(self, service: StudyService, context: PageContext) -> None:
        super().__init__(maximum_width=820)
        self._service = service
        self._context = context
        self._asked: Asked | None = None
        self._shown = False
        self._looked = 0
        self.tasks = TaskScope(self)
        self.back = IconButton("arrow-left", "")
        self.back.clicked.connect(partial(context.navigate, "study"))
        self.left = Label("", "caption", "text-muted")
        self.undo_button = IconButton("undo", "")
        self.undo_button.clicked.connect(self.undo)
        self.open_button = IconButton("book-open-variant", "")
        self.open_button.clicked.connect(self._open_source)
        self.delete_button = IconButton("delete-outline", "")
        self.delete_button.clicked.connect(lambda: self.tasks.latest("delete", self._delete))
        bar = QWidget()
        row = Row(bar, gap=2)
        row.add(self.back, self.left)
        row.addStretch(1)
        row.add(self.undo_button, self.open_button, self.delete_button)
        self.front, self.answer = WrapLabel("", "title"), WrapLabel("", "reading")
        self._line = Divider()
        self.show_button = PrimaryButton()
        self.show_button.clicked.connect(self.show_answer)
        self.ratings = {rating: SecondaryButton() for rating in (AGAIN, HARD, GOOD, EASY)}
        self._rate_row = QWidget()
        answers = FlowRow(self._rate_row, gap=2)
        for rating, button in self.ratings.items():
            button.clicked.connect(partial(self.rate, rating))
            answers.add(button)
        self.hint = WrapLabel("", "caption", "text-muted")
        self.card = Card(gap=4)
        self.card.add(self.front, self._line, self.answer)
        content = QWidget()
        Column(content, gap=4).add(self.card, self.show_button, self._rate_row, self.hint)
        self.stack = StateStack(content, empty=EmptyState(icon="cards-outline"), skeleton_rows=3)
        self.stack.retry_requested.connect(self.reload)
        self.stack.empty_action_requested.connect(partial(context.navigate, "study"))
        self.add(bar, self.stack)
        self.finish()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Flashcards")

    def retranslate(self) -> None:
        self.back.set_label(self.tr("Back to Study"))
        self.undo_button.set_label(self.tr("Take the last answer back (Ctrl+Z)"))
        self.open_button.set_label(self.tr("Open the document"))
        self.delete_button.set_label(self.tr("Delete this card"))
        self.show_button.setText(self.tr("Show the answer"))
        self.hint.setText(self.tr("Space shows the answer. 1 to 4 say how well you knew it; Space again is “Known”."))
        if self._asked is not None:
            self._show(self._asked)

    def activated(self, parameters: dict[str, object]) -> None:
        self._looked = 0
        self.reload()

    def data_changed(self, streams: frozenset[str]) -> None:
        """The cache was updated; the card in hand stays in hand."""
        if "annotations" in streams and self._asked is None and self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Take up the card that is due."""
        if self._asked is None:
            self.stack.show_loading()
        self.tasks.latest("next", self._service.next, on_success=self._show, on_failure=self.stack.show_error)

    # -- what a person can do -----------------------------------------------------------------------------------------

    def show_answer(self) -> None:
        """Show the other side."""
        if self._asked is not None and not self._shown:
            self._shown = True
            self._tell()
            self.setFocus()

    def rate(self, rating: int) -> None:
        """Say how well it was known; nothing before the answer is shown, nor while the last one is being written."""
        if self._asked is not None and self._shown and not self.tasks.busy("rate"):
            self.tasks.latest("rate", partial(self._service.rate, self._asked, rating), on_success=self._rated)

    def undo(self) -> None:
        """Take the last answer of this session back and show that card again."""
        if self._service.can_undo and not self.tasks.busy("rate"):
            self.tasks.latest("rate", self._service.undo, on_success=self._undone)

    # -- inside -------------------------------------------------------------------------------------------------------

    def _rated(self, _: object) -> None:
        self._looked += 1
        self.reload()

    def _undone(self, _: object) -> None:
        self._looked = max(0, self._looked - 1)
        self.reload()

    def _show(self, asked: Asked | None) -> None:
        same = asked is not None and self._asked is not None and asked.card == self._asked.card
        self._asked = asked
        self._shown = self._shown and same
        self._tell()
        if asked is None:
            self._show_end()
        else:
            self.stack.show_content()
            self.setFocus()

    def _show_end(self) -> None:
        number = i18n.format_number(self._looked)
        if self._looked:
            title = self.tr("Done for now")
            text = self.tr("You gave {count} answers. The cards come round by themselves.").format(count=number)
        else:
            title = self.tr("No cards wait")
            text = self.tr("Make cards from words of a document; what you have looked at comes round by itself.")
        self.stack.empty.set(title, text, icon="cards-outline", action=self.tr("Back to Study"))
        self.stack.show_empty()

    def _tell(self) -> None:
        asked = self._asked
        self.undo_button.setEnabled(self._service.can_undo)
        for button in (self.open_button, self.delete_button):
            button.setEnabled(asked is not None)
        for part in (self._line, self.answer, self._rate_row):
            show_if(part, self._shown)
        show_if(self.show_button, asked is not None and not self._shown)
        if asked is None:
            self.left.setText("")
            return
        left = self.tr("One card left") if asked.left == 1 else self.tr("{count} cards left")
        self.left.setText(left.format(count=i18n.format_number(asked.left)))
        self.front.setText(asked.front)
        self.answer.setText(asked.back)
        said = f"{asked.front}. {asked.back}" if self._shown else asked.front
        self.card.setAccessibleName(said)
        self.setAccessibleName(said)
        words = (self.tr("Not known"), self.tr("Hardly"), self.tr("Known"), self.tr("Easy"))
        for (rating, choice), word in zip(self.ratings.items(), words, strict=True):
            wait = i18n.format_duration(asked.dues[rating] - asked.now)
            choice.setText(f"{i18n.format_number(rating)}  {word} · {wait}")
            choice.setAccessibleName(self.tr("{word}, again in {time}").format(word=word, time=wait))

    def _open_source(self) -> None:
        if self._asked is not None:
            anchor = self._asked.card.anchor
            page = {} if anchor.page is None else {"page": anchor.page}
            self._context.navigate("reader", material_id=self._asked.card.material_id, notes=True, **page)

    async def _delete(self) -> None:
        asked = self._asked
        if asked is None:
            return
        text = self.tr("What you answered to it goes with it.")
        if await confirm(self, self.tr("Delete this card?"), text, self.tr("Delete"), critical=True):
            await self._service.remove(asked.card)
            self._asked = None
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._shown:
                self.rate(GOOD)
            else:
                self.show_answer()
        elif key in _RATING_KEYS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.rate(_RATING_KEYS[key])
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

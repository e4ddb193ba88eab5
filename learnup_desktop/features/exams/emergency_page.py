"""Bringing an emergency file back: choose it, see where it is and what came of it. The network may come later."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import IntegrityFault, LearnUpError, RuleViolation
from learnup_desktop.contract.seats import EmergencyAnswer
from learnup_desktop.features.exams.emergency_desk import EmergencyDesk, EmergencyRow, EmergencyState
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import choose_file_to_open
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    EmptyState,
    IconLabel,
    PageFrame,
    Pill,
    PrimaryButton,
    Row,
    SecondaryButton,
    StateStack,
    Tone,
    WrapLabel,
    clear_layout,
)

_LOOKS: dict[EmergencyState, tuple[Tone, str]] = {
    EmergencyState.WAITING: ("caution", "cloud-upload-outline"),
    EmergencyState.AT_SCHOOL: ("positive", "check-circle"),
    EmergencyState.NOT_YOURS: ("critical", "account-alert-outline"),
    EmergencyState.REFUSED: ("critical", "alert-circle-outline"),
}


class EmergencyPage(PageFrame):
    """Emergency files of this student."""

    def __init__(self, desk: EmergencyDesk, context: PageContext) -> None:
        super().__init__(maximum_width=820)
        self._desk = desk
        self._context = context
        self._tasks = TaskScope(self)
        self._rows: list[EmergencyRow] = []
        self._unsubscribe = desk.follow(self.refresh)
        self.destroyed.connect(self._unsubscribe)
        self._intro = WrapLabel("", "body", "text-muted")
        self.choose = PrimaryButton("", icon="usb-flash-drive-outline")
        self.choose.setObjectName("choose-emergency")
        self.choose.clicked.connect(self._choose)
        self.said = Banner("", tone="caution")
        self.said.setObjectName("emergency-said")
        self.said.hide()
        card = Card(gap=4)
        row = Row()
        row.addWidget(self.choose)
        row.addStretch(1)
        card.add(self._intro, row, self.said)
        self._content = QWidget()
        self._column = Column(self._content, gap=3)
        self.stack = StateStack(self._content, empty=EmptyState(icon="usb-flash-drive-outline"))
        self.stack.retry_requested.connect(self.refresh)
        self.back = SecondaryButton("", icon="arrow-left")
        self.back.clicked.connect(lambda: context.navigate("exams"))
        foot = Row()
        foot.addWidget(self.back)
        foot.addStretch(1)
        self.add(card, self.stack, foot)
        self.finish()
        self.retranslate()

    def title(self) -> str:
        """The page's name."""
        return self.tr("Emergency file")

    def activated(self, parameters: dict[str, object]) -> None:
        """Look again."""
        self._context.set_page_title(self.title())
        self.said.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        if not self._rows:
            self.stack.show_loading()
        self._tasks.latest("list", self._desk.rows, on_success=self._show, on_failure=self.stack.show_error)

    def retranslate(self) -> None:
        """Set every text again."""
        text = self.tr(
            "Did you save an emergency file where nothing else worked? Bring it back here. Only your school can read"
            " it, and what it knows already is not counted twice. Without a network it waits on this PC."
        )
        self._intro.setText(text)
        self.choose.setText(self.tr("Choose the file…"))
        self.back.setText(self.tr("All exams"))
        self.stack.empty.set(
            self.tr("No file brought yet"),
            self.tr("Its name ends in .learnup-emergency; it is where you saved it, on a stick perhaps."),
            icon="usb-flash-drive-outline",
        )
        self._show(self._rows)

    # --- bringing one ------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        async def ask() -> Path | None:
            return await choose_file_to_open(self, self.title(), "LearnUp (*.learnup-emergency);;(*)")

        self._tasks.latest("ask", ask, on_success=self._chosen)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.bring(path)

    def bring(self, path: Path) -> None:
        """Take a file over."""
        self.said.hide()
        self._tasks.latest(
            "bring", partial(self._desk.bring, path), on_success=self._brought, on_failure=self._not_brought
        )

    def _brought(self, fresh: bool) -> None:
        if fresh:
            text = self.tr("It is kept on this PC and goes to your school by itself. The stick is needed no longer.")
            self._say(self.tr("The file is here"), text, "positive")
        else:
            text = self.tr("The same file was brought before. Nothing is counted twice; see below how it stands.")
            self._say(self.tr("You brought this file already"), text, "accent")
        self.refresh()

    def _not_brought(self, error: LearnUpError) -> None:
        if isinstance(error, IntegrityFault | RuleViolation):
            text = self.tr("Choose the one whose name ends in .learnup-emergency. Nothing was changed.")
            self._say(self.tr("This is no emergency file of LearnUp"), text, "caution")
        else:
            said = i18n.translate_error(error)
            self._say(said.title, said.advice, "caution")

    def _say(self, title: str, text: str, tone: Tone) -> None:
        self.said.set(title, text, tone)
        self.said.show()

    # --- the list ----------------------------------------------------------------------------------------------------

    def _show(self, rows: list[EmergencyRow]) -> None:
        self._rows = rows
        clear_layout(self._column)
        for row in rows:
            self._column.addWidget(self._card(row))
        if rows:
            self.stack.show_content()
        else:
            self.stack.show_empty()

    def _card(self, row: EmergencyRow) -> Card:
        tone, icon = _LOOKS[row.state]
        title = row.exam.title.text(i18n.language()) if row.exam is not None else self.tr("An exam")
        word, detail = self._words(row)
        card = Card(gap=2)
        card.setObjectName(f"emergency-{row.sha256[:12]}")
        head = Row(gap=3)
        head.addWidget(IconLabel(icon, tone))
        head.addWidget(WrapLabel(title, "strong"), 1)
        head.addWidget(Pill(word, tone))
        brought = self.tr("Brought {time}").format(time=i18n.format_moment(row.brought_at))
        card.body.addLayout(head)
        card.add(WrapLabel(detail), WrapLabel(brought, "caption", "text-muted"))
        card.setAccessibleName(f"{title}. {word}. {detail}")
        return card

    def _words(self, row: EmergencyRow) -> tuple[str, str]:
        match row.state:
            case EmergencyState.WAITING:
                text = self.tr("It goes to your school as soon as the network is there.")
                if row.tried:
                    text = self.tr("Your school could not take it just now; LearnUp goes on trying.")
                return self.tr("On this PC"), text
            case EmergencyState.AT_SCHOOL:
                return self.tr("At school"), self._came_of_it(row.answer)
            case EmergencyState.NOT_YOURS:
                text = self.tr("It holds an exam of somebody else. Give it to your teacher, who can bring it in.")
                return self.tr("Not yours"), text
            case _:
                text = self.tr("Your school could not open it: it is of another school, or was changed. ({code})")
                return self.tr("Refused"), text.format(code=row.code)

    def _came_of_it(self, answer: EmergencyAnswer | None) -> str:
        if answer is None:
            return self.tr("Your school has it.")
        if not answer.appended and not answer.set_aside:
            return self.tr("Your school had all of it already.")
        said = []
        if answer.appended:
            text = self.tr("{n} entries were new and stand in your exam's journal now.")
            said.append(text.format(n=i18n.format_number(answer.appended)))
        if answer.set_aside:
            text = self.tr("{n} entries came after the end or from another computer; your teacher decides about them.")
            said.append(text.format(n=i18n.format_number(answer.set_aside)))
        return " ".join(said)

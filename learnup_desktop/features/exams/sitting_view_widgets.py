"""The exam as the student sees it: map at the left, question in the middle, own picture at the right, time at the top.

It shows a :class:`~learnup_desktop.features.exams.sitting.Sitting` and hands keystrokes to it; it decides nothing.
Every question keeps its own widgets for the whole sitting, so undo, selection and scroll position stay as they were.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QStackedWidget, QWidget

from learnup_desktop.contract.answers import Answer
from learnup_desktop.domain.attempt import SittingState, may_answer
from learnup_desktop.features.exams.editor_widgets import Clipboard, EditorTools
from learnup_desktop.features.exams.finish_widgets import FinishPanel, HandingInPanel
from learnup_desktop.features.exams.question_widgets import QuestionView
from learnup_desktop.features.exams.section_widgets import LeaveSectionPanel, SectionPill
from learnup_desktop.features.exams.sitting import Sitting
from learnup_desktop.features.exams.sitting_layout_widgets import Centred, MapColumn
from learnup_desktop.features.exams.sitting_parts import SittingTopic
from learnup_desktop.features.exams.sitting_widgets import SideColumn, SittingBar
from learnup_desktop.features.exams.student_camera import StudentCamera
from learnup_desktop.features.exams.tools_widgets import ToolPanel, make_tool_buttons
from learnup_desktop.features.exams.words import refusal_words
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import open_menu
from learnup_desktop.qt.paper.formula import FormulaCache
from learnup_desktop.qt.paper.formula_text import PaperText
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Banner,
    Column,
    Label,
    PrimaryButton,
    Row,
    ScrollColumn,
    SecondaryButton,
    follow_theme,
    show_if,
)

NARROW = 980
"""Under so many px (at 100 %) map and picture stand above and below the question instead of beside it."""
CHOICE_KEYS = "ABCDEGHIJ"
"""Letters that press a choice; F is the flag, the sixth choice is pressed with 6."""


class SittingView(QWidget):
    """One sitting on screen.

    Args:
        sitting: an open one.
        clipboard: for copy and paste within the sitting; None leaves the system's (tests, rehearsal).
        language: in which the paper is shown first.

    Attributes:
        over: the sitting needs this view no longer: handed in, or the student leaves one that cannot be written.
    """

    over = Signal()

    def __init__(self, sitting: Sitting, clipboard: Clipboard | None, language: str) -> None:
        super().__init__()
        self.sitting = sitting
        self._clipboard = clipboard
        self._language = language if language in self._languages() else self._languages()[0]
        content = sitting.content
        camera = StudentCamera(sitting.watch)
        self._editor_tools = EditorTools(clipboard, content.images, FormulaCache(), content.work, camera)
        self._views: dict[str, QuestionView] = {}
        self._pages: dict[str, ScrollColumn] = {}
        self._narrow = False
        self._map_open = False
        self._writable = True
        self._deadline = sitting.deadline
        self._tasks = TaskScope(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._bind_keys()
        self._unsubscribe = sitting.changed.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self._second.start()
        follow_theme(self._retheme)
        self.retranslate()
        self._show_question()
        self._show_state()
        self._tasks.run(partial(self._editor_tools.formulas.draw_ahead, content.paper))

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        sitting = self.sitting
        self.bar = SittingBar(sitting.seconds_left)
        self.bar.language_requested.connect(self._choose_language)
        self.bar.map_requested.connect(self._toggle_map)
        self.bar.leave.clicked.connect(self.over)
        self.left = MapColumn(len(sitting.sheet.questions))
        self.left.map.chosen.connect(self._go_to)
        self.left.finish.clicked.connect(self.open_finish)
        watched = sitting.content.exam.proctored
        frames = sitting.watch.newest_frame
        self.side = SideColumn(sitting.flags, sitting.presence, sitting.now_ms, frames, watched=watched)
        self.centre = QStackedWidget()
        self.finish = FinishPanel()
        self.finish.chosen.connect(self._go_to)
        self.finish.cancelled.connect(self.close_finish)
        self.finish.confirmed.connect(sitting.hand_in)
        self.handing_in = HandingInPanel()
        self.handing_in.leave_requested.connect(self.over)
        self.leaving = LeaveSectionPanel(self._editor_tools.formulas)
        self.leaving.cancelled.connect(self.close_finish)
        self.leaving.confirmed.connect(sitting.leave_section)
        self.tools = ToolPanel(sitting.content.paper, self._editor_tools, self._language)
        self.tools.closed.connect(self._focus_answer)
        self._holders = [
            Centred(self._build_question_page(), 920),
            Centred(ScrollColumn(self.finish), 720),
            Centred(ScrollColumn(self.handing_in), 720),
            Centred(ScrollColumn(self.leaving), 720),
        ]
        for holder in self._holders:
            self.centre.addWidget(holder)
        self._body = QHBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.left)
        self._body.addWidget(self.centre, 1)
        self._body.addWidget(self.tools)
        self._body.addWidget(self.side)
        column = Column(self, gap=0)
        column.addWidget(self.bar)
        column.addLayout(self._body, 1)

    def _build_question_page(self) -> QWidget:
        page = QWidget()
        self._section = SectionPill()
        self._section_text = PaperText(self._editor_tools.formulas, "caption", "text-muted")
        self._number = Label("", "body", "text-muted")
        self.flag = SecondaryButton("", icon="flag-outline")
        self.flag.setObjectName("flag")
        self.flag.clicked.connect(self.sitting.toggle_flag)
        self.previous = SecondaryButton("", icon="arrow-left")
        self.previous.setObjectName("previous")
        self.previous.clicked.connect(self._back)
        self.next = PrimaryButton("", icon="arrow-right", trailing=True)
        self.next.setObjectName("next")
        self.next.clicked.connect(self._forward)
        self._keys = Label("Alt + ← →", "caption", "text-muted")
        self.banner = Banner("", tone="caution")
        self.questions = QStackedWidget()
        head = Row(gap=3)
        head.add(self._section, self._number)
        head.addStretch(1)
        self._tool_buttons = make_tool_buttons(self.sitting.content.paper, self._toggle_tool)
        head.add(*self._tool_buttons.values(), self.flag)
        foot = Row(gap=3)
        foot.addWidget(self.previous)
        foot.addStretch(1)
        foot.add(self._keys, self.next)
        self._question_column = Column(page, gap=4)
        self._question_column.addLayout(head)
        self._question_column.addWidget(self._section_text)
        self._question_column.addWidget(self.banner)
        self._question_column.addWidget(self.questions, 1)
        self._question_column.addLayout(foot)
        return page

    def _bind_keys(self) -> None:
        keys = {
            "Alt+Left": self._back,
            "Alt+Right": self._forward,
            "Ctrl+Return": self._forward,
            "Ctrl+Enter": self._forward,
            "Alt+F": self.flag.click,
            "F": self.flag.click,
            "Escape": self._escape,
        }
        for number in range(9):
            keys[str(number + 1)] = partial(self._press_choice, number)
        for letter in CHOICE_KEYS:
            keys[letter] = partial(self._press_choice, ord(letter) - ord("A"))
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, action)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def view(self) -> QuestionView:
        """The question that is open; made on its first visit."""
        question = self.sitting.sheet.question
        view = self._views.get(question.id)
        if view is None:
            view = QuestionView(question, self._language, self._editor_tools)
            view.set_answer(self.sitting.sheet.answer(question.id))
            view.editor.set_read_only(not may_answer(self.sitting.state))
            view.edited.connect(partial(self._edited, question.id))
            self._views[question.id] = view
            holder = ScrollColumn(view)
            self._pages[question.id] = holder
            self.questions.addWidget(holder)
        return view

    def retranslate(self) -> None:
        """Set every text again, the paper's and the program's."""
        content = self.sitting.content
        person = content.student_name
        if content.index_number:
            person = self.tr("{name} · Index {number}").format(name=person, number=content.index_number)
        title, language = content.exam.title.text(self._language), i18n.LANGUAGES[self._language]
        self.bar.set_words(title, person, language, practice=content.exam.practice)
        self.left.finish.setText(self.tr("Finish"))
        self.previous.setText(self.tr("Previous"))
        self.left.map.retranslate()
        self.finish.retranslate()
        self.handing_in.retranslate()
        self.leaving.retranslate()
        self.tools.set_language(self._language)
        for name, button in self._tool_buttons.items():
            button.set_label(self.tools.name_of(name))
        self.setAccessibleName(self.tr("Exam: {title}").format(title=content.exam.title.text(self._language)))
        for view in self._views.values():
            view.set_language(self._language)
        self._show_heading()
        self._show_marks()
        self._show_banner()
        self._tick()

    def _show_question(self) -> None:
        view = self.view()
        self.questions.setCurrentWidget(self._pages[view.question.id])
        self._show_heading()
        self._show_marks()
        if self.isVisible():
            view.editor.focus_editor()

    def _show_heading(self) -> None:
        sheet = self.sitting.sheet
        question = sheet.question
        self._show_section()
        marks = self.tr("1 mark") if question.marks == 1 else self.tr("{n} marks")
        self._number.setText(
            self.tr("Question {n} · {marks}").format(
                n=i18n.format_number(sheet.current + 1), marks=marks.format(n=i18n.format_number(question.marks))
            )
        )
        leaves = self._at_end() and self.sitting.sections.following is not None
        words = self.tr("Next section") if leaves else self.tr("Finish") if self._at_end() else self.tr("Next")
        self.next.setText(words)
        self.previous.setEnabled(self._reachable(sheet.current - 1))
        flagged = sheet.flagged(question.id)
        self.flag.setText(self.tr("Flagged") if flagged else self.tr("Flag"))
        self.flag.set_icon_name("flag" if flagged else "flag-outline")
        self.flag.setToolTip(self.tr("Flag this question to come back to it (F)"))

    def _show_section(self) -> None:
        paper, question = self.sitting.content.paper, self.sitting.sheet.question
        self._section.show_section(paper, question.section, self._language, self.sitting.sections.seconds_left())
        words = self._section.instructions(paper, question.section, self._language)
        self._section_text.setText(words)
        show_if(self._section_text, bool(words))

    def _reachable(self, index: int) -> bool:
        questions = self.sitting.sheet.questions
        return 0 <= index < len(questions) and self.sitting.sections.open_to(questions[index].id)

    def _at_end(self) -> bool:
        """Whether no question follows that can be opened now."""
        return not self._reachable(self.sitting.sheet.current + 1)

    def _show_marks(self) -> None:
        marks = self.sitting.marks()
        self.left.map.show_marks(marks)
        answered = sum(mark.answered for mark in marks)
        self.bar.map_button.set(
            self.tr("{n} of {total}").format(n=i18n.format_number(answered), total=i18n.format_number(len(marks)))
        )
        self.bar.map_button.setToolTip(self.tr("Question map"))
        self.bar.saved.show_saved(self.sitting.saved())

    def _show_state(self) -> None:
        sitting = self.sitting
        if sitting.state is SittingState.SUBMITTED:
            self.over.emit()
            return
        if sitting.state is SittingState.SUBMITTING:
            self.handing_in.show_state(sitting.hand_in_error, sitting.fault)
            self.centre.setCurrentIndex(2)
        elif self.centre.currentIndex() == 2:
            self.centre.setCurrentIndex(0)
        writable = may_answer(sitting.state)
        for view in self._views.values():
            view.editor.set_read_only(not writable)
        if writable and not self._writable and self.isVisible() and self.centre.currentIndex() == 0:
            # What was disabled has lost the keyboard; the student goes on where they were.
            self.view().editor.focus_editor()
        self._writable = writable
        self.flag.setEnabled(writable)
        self.bar.set_leave(sitting.state is SittingState.READ_ONLY)
        self.left.finish.setEnabled(sitting.state in (SittingState.SITTING, SittingState.PAUSED))
        self._show_banner()

    def _show_banner(self) -> None:
        """One line above the question for what concerns the whole exam; it takes no focus and hides nothing."""
        sitting = self.sitting
        self.banner.show()
        if sitting.state is SittingState.READ_ONLY:
            error = sitting.hand_in_error
            words = refusal_words(error)[0] if error is not None else i18n.translate_key(LEASE_LOST)
            self.banner.set(self.tr("You can read, but not write here"), words, "caution")
        elif sitting.state is SittingState.PAUSED:
            text = self.tr("The clock stands still. You can go on when your teacher says so.")
            self.banner.set(self.tr("Your teacher has paused the exam"), text, "accent")
        elif sitting.fault is not None:
            said = i18n.translate_error(sitting.fault)
            text = self.tr("{advice} Keep LearnUp open: your answers are kept in memory and saved as soon as possible.")
            self.banner.set(said.title, text.format(advice=said.advice), "caution")
        else:
            self.banner.hide()

    def _tick(self) -> None:
        self.bar.saved.show_saved(self.sitting.saved())
        self._show_section()
        self.side.warnings.refresh()
        self.side.show_camera(self.sitting.watch.state)

    def _changed(self, topic: SittingTopic) -> None:
        if topic is SittingTopic.ANSWERS:
            self._show_marks()
            self._show_heading()
        elif topic is SittingTopic.QUESTION:
            self._show_question()
        elif topic is SittingTopic.SECTION:
            self.centre.setCurrentIndex(0)
            self._show_question()
        elif topic is SittingTopic.SAVED:
            self._show_state()
            self.bar.saved.show_saved(self.sitting.saved())
        elif topic is SittingTopic.TIME:
            self._show_new_time()
        elif topic is SittingTopic.STATE:
            self._show_state()
            self.bar.countdown.refresh()
        elif topic is SittingTopic.FLAGS:
            self.side.warnings.refresh()
        elif topic is SittingTopic.CAMERA:
            self.side.show_camera(self.sitting.watch.state)

    def _show_new_time(self) -> None:
        more = (self.sitting.deadline - self._deadline).total_seconds()
        self._deadline = self.sitting.deadline
        self.bar.countdown.refresh()
        if more >= MORE_TIME_TOLD:
            length = i18n.format_duration(more)
            self.sitting.flags.say(self.tr("You have {length} more.").format(length=length))

    # --- what the student does ---------------------------------------------------------------------------------------

    def open_finish(self) -> None:
        """Ask whether to hand in, with what is still open."""
        if self.sitting.state in (SittingState.SITTING, SittingState.PAUSED):
            self.finish.show_marks(self.sitting.marks())
            self.centre.setCurrentIndex(1)
            self.finish.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_finish(self) -> None:
        """Back to the question, from the question whether to hand in or to leave the section."""
        if self.centre.currentIndex() in (1, LEAVING):
            self.centre.setCurrentIndex(0)
            self.view().editor.focus_editor()

    def open_leave_section(self) -> None:
        """Ask whether to leave the section, with what is still open in it."""
        sections = self.sitting.sections
        if self.sitting.state is SittingState.SITTING and sections.section and sections.following:
            self.leaving.show_sections(sections.section, sections.following, self.sitting.marks(), self._language)
            self.centre.setCurrentIndex(LEAVING)
            self.leaving.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_paper_language(self, language: str) -> None:
        """Show the paper in another language."""
        self._language = language
        self.retranslate()

    @property
    def paper_language(self) -> str:
        """In which the paper is shown."""
        return self._language

    def _edited(self, question_id: str, answer: Answer) -> None:
        self.sitting.edit(question_id, answer)

    def _go_to(self, index: int) -> None:
        self.close_finish()
        self.sitting.go_to(index)

    def _back(self) -> None:
        if self.centre.currentIndex() in (1, LEAVING):
            self.close_finish()
        else:
            self.sitting.go_to(self.sitting.sheet.current - 1)

    def _forward(self) -> None:
        if self.centre.currentIndex() != 0:
            return
        if self._at_end() and self.sitting.sections.following is not None:
            self.open_leave_section()
        elif self._at_end():
            self.open_finish()
        else:
            self.sitting.go_to(self.sitting.sheet.current + 1)

    def _press_choice(self, index: int) -> None:
        if self.centre.currentIndex() == 0:
            self.view().editor.choose(index)

    def _escape(self) -> None:
        if self.centre.currentIndex() in (1, LEAVING):
            self.close_finish()
        elif self.side.warnings.cards():
            self.sitting.flags.put_away(self.side.warnings.cards()[-1].flag.id)

    def _languages(self) -> list[str]:
        """Languages that the paper is written in."""
        questions = self.sitting.content.paper.questions
        return [code for code in i18n.LANGUAGES if any(getattr(question.text, code) for question in questions)] or [
            "en"
        ]

    def _choose_language(self) -> None:
        menu = QMenu(self)
        for code in self._languages():
            action = QAction(i18n.LANGUAGES[code], menu)
            action.setCheckable(True)
            action.setChecked(code == self._language)
            action.triggered.connect(partial(self.set_paper_language, code))
            menu.addAction(action)
        at = self.bar.language.mapToGlobal(self.bar.language.rect().bottomLeft())
        self._tasks.latest("language", partial(open_menu, menu, at))

    def _toggle_tool(self, name: str) -> None:
        self.tools.toggle(name)
        self._arrange()

    def _focus_answer(self) -> None:
        if self.centre.currentIndex() == 0:
            self.view().editor.focus_editor()

    def _toggle_map(self) -> None:
        self._map_open = not self._map_open
        self._arrange()

    # --- room --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _retheme(self) -> None:
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        look = theme()
        self._narrow = self.width() < look.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if self._narrow else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self.bar.set_compact(self._narrow)
        self.bar.saved.show_saved(self.sitting.saved())
        self.left.setVisible(not self._narrow or self._map_open)
        self.side.set_compact(self._narrow)
        self._keys.setVisible(not self._narrow)
        for holder in self._holders:
            holder.set_tight(self._narrow)
        self._question_column.set_spacing(gap=2 if self._narrow else 4)
        for panel in (self.left, self.side):
            panel.setMinimumWidth(0 if self._narrow else look.px(248))
            panel.setMaximumWidth(WIDEST if self._narrow else look.px(248))
        self.tools.setMinimumWidth(0 if self._narrow else look.px(300))
        self.tools.setMaximumWidth(WIDEST if self._narrow else look.px(300))
        self.tools.setMaximumHeight(round(self.height() * 0.55) if self._narrow else WIDEST)
        self.left.setMaximumHeight(look.px(240) if self._narrow else WIDEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("surface"))


LEAVING = 3
"""Where in the middle the question stands whether to leave the section."""
LEASE_LOST = "exams.refused.attempt.lease_lost"
MORE_TIME_TOLD = 30.0
"""Seconds from which a moved deadline is worth a word; less is the difference between two clocks."""
WIDEST = 16_777_215
"""Qt's own ``QWIDGETSIZE_MAX``."""

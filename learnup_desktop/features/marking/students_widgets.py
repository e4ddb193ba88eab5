"""Everybody's marks as a list, and telling the students."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learnup_desktop.contract.results import ExamResults, ResultsState, StudentResult
from learnup_desktop.qt import i18n
from learnup_desktop.qt.dialogs import Choice, Dialog
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.widgets import (
    Avatar,
    Card,
    CheckBox,
    Column,
    FlowRow,
    ListRow,
    Pill,
    PrimaryButton,
    SecondaryButton,
    TextField,
    WrapLabel,
    clear_layout,
)


class StudentsView(QWidget):
    """One row a student.

    Attributes:
        publish_wanted, export_wanted: the buttons.
    """

    publish_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._results: ExamResults | None = None
        self._offline = False
        self._building = Gradual(self)
        self.standing = WrapLabel("", "body")
        self.publish, self.export = PrimaryButton("", icon="send-outline"), SecondaryButton("", icon="download-outline")
        self.publish.setObjectName("publish")
        self.publish.clicked.connect(self.publish_wanted)
        self.export.clicked.connect(self.export_wanted)
        buttons = FlowRow(gap=2)
        buttons.add(self.publish, self.export)
        self._rows = Column(gap=0)
        card = Card(gap=3)
        card.add(self.standing, buttons, self._rows)
        Column(self).add(card)

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.publish.setText(self.tr("Publish marks…"))
        self.export.setText(self.tr("Save as CSV…"))
        if self._results is not None:
            self.show_results(self._results, offline=self._offline)

    def show_results(self, results: ExamResults, *, offline: bool) -> None:
        """Show an exam's students, by name."""
        self._results, self._offline = results, offline
        self.standing.setText(self._standing(results.state))
        self.publish.setEnabled(not offline and not results.state.cancelled and results.state.finished > 0)
        self._building.start(self._list(results))

    def _standing(self, state: ResultsState) -> str:
        number = i18n.format_number
        words = [
            self.tr("{n} of {all} have finished").format(n=number(state.finished), all=number(state.on_roll)),
            self.tr("{n} answers wait for a mark").format(n=number(state.waiting)),
        ]
        if state.cancelled:
            words = [self.tr("This exam was cancelled. What was written is kept.")]
        elif state.published_at is None:
            words.append(self.tr("not published"))
        else:
            words.append(self.tr("published {time}").format(time=i18n.format_moment(state.published_at)))
        if state.changed:
            words.append(self.tr("{n} have other marks than they were told").format(n=number(state.changed)))
        return " · ".join(words)

    def _list(self, results: ExamResults) -> Iterator[None]:
        clear_layout(self._rows)
        for student in results.students:
            row = ListRow(student.student_name, self._detail(student), leading=Avatar(student.student_name), dense=True)
            row.add_trailing(*self._pills(student))
            self._rows.addWidget(row)
            yield

    def _detail(self, student: StudentResult) -> str:
        words = [student.index_number]
        if student.rank is not None:
            words.append(self.tr("place {n}").format(n=i18n.format_number(student.rank)))
        if student.marks is not None and student.published_total not in (None, student.marks.total):
            told = i18n.format_number(float(student.published_total or 0))
            words.append(self.tr("was told {n}").format(n=told))
        return " · ".join(word for word in words if word)

    def _pills(self, student: StudentResult) -> list[Pill]:
        pills = []
        if student.set_aside:
            text = self.tr("{n} set aside").format(n=i18n.format_number(student.set_aside))
            pills.append(Pill(text, "caution", icon="alert-outline"))
        if student.marks is None:
            said = self.tr("still writing") if student.attempt_id else self.tr("did not sit it")
            return [*pills, Pill(said, "neutral")]
        total = i18n.format_number(float(student.marks.total))
        maximum = i18n.format_number(student.marks.maximum)
        if student.marks.complete:
            return [*pills, Pill(f"{total} / {maximum}", "positive")]
        return [*pills, Pill(self.tr("{n} so far").format(n=f"{total} / {maximum}"), "caution")]


class PublishDialog(Dialog):
    """What the students are told besides their marks.

    Args:
        parent: whose window is covered.
        state: how far the exam is.
    """

    def __init__(self, parent: QWidget | None, state: ResultsState) -> None:
        super().__init__(parent, QCoreApplication.translate("PublishDialog", "Publish marks"))
        number = i18n.format_number
        text = self.tr("{n} students will see their marks and your comments, and nobody else's.")
        self.body.addWidget(WrapLabel(text.format(n=number(state.finished)), tone="text-muted"))
        if state.set_aside:
            aside = self.tr("{n} answers are set aside and nobody has decided on them yet.")
            self.body.addWidget(WrapLabel(aside.format(n=number(state.set_aside)), tone="caution"))
        self.note = TextField(self.tr("A word to all (may stay empty)"))
        self.note.edit.setMaxLength(500)
        self.ranks = CheckBox(self.tr("Tell each student their place in class"))
        self.body.addWidget(self.note)
        self.body.addWidget(self.ranks)
        self.add_choice(Choice("cancel", self.tr("Cancel")))
        self.add_choice(Choice("publish", self.tr("Publish"), "primary"))

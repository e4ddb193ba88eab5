"""The school's rule about absences, set by an administrator: choices only, so that nothing senseless can be entered."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learnup_desktop.base.errors import LearnUpError
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.features.attendance_record.policy import PolicyService
from learnup_desktop.features.attendance_record.rule_widgets import rule_words
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    ComboField,
    EmptyState,
    FlowRow,
    PageFrame,
    PrimaryButton,
    SecondaryButton,
    StateStack,
    WrapLabel,
    show_if,
)

MAXIMUM_WIDTH = 720


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for one value of the policy. ``share``: in thousandths, shown as per cent."""

    values: tuple[int, ...]
    share: bool = False


CHOICES: dict[str, Choices] = {
    "required_per_mille": Choices(tuple(range(500, 1001, 50)), share=True),
    "missed_per_mille": Choices(tuple(range(50, 501, 50)), share=True),
    "absent_in_a_row": Choices(tuple(range(1, 11))),
    "late_in_last_ten": Choices(tuple(range(1, 11))),
    "fewest_lessons": Choices((1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20)),
}
"""By field. A value that another program has set stands among them as well."""


class PolicyPage(PageFrame):
    """``attendance-policy``, for administrators."""

    def __init__(self, service: PolicyService) -> None:
        super().__init__(maximum_width=MAXIMUM_WIDTH)
        self._service = service
        self._in_force: AttendancePolicy | None = None
        self._asked = False
        self.tasks = TaskScope(self)
        self.offline = Banner("", tone="caution", icon="cloud-off-outline")
        self.card = Card(" ", gap=4)
        self.about = WrapLabel("", "body", "text-muted")
        self.fields = {name: ComboField("") for name in CHOICES}
        self.sentence = WrapLabel("", "body")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.save = PrimaryButton(icon="check")
        self.usual = SecondaryButton(icon="restore")
        actions = FlowRow(gap=2)
        actions.add(self.save, self.usual)
        self.card.add(self.about, *self.fields.values(), self.sentence, actions)
        content = QWidget()
        Column(content, gap=4).add(self.offline, self.card)
        self.stack = StateStack(content, empty=EmptyState(icon="scale-balance"), skeleton_rows=5)
        self.stack.retry_requested.connect(self.reload)
        self.add(self.stack)
        self.finish()
        self.offline.hide()
        for field in self.fields.values():
            field.changed.connect(self._changed)
        self.save.clicked.connect(self.store)
        self.usual.clicked.connect(lambda: self.choose(AttendancePolicy()))
        self.retranslate()

    # -- frame --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Every text in the language of now."""
        self.card.set_title(self.tr("When a student's absences are looked at"))
        self.about.setText(
            self.tr(
                "Teachers see the students of this rule on a list. It counts for every class as soon as it is saved."
            )
        )
        labels = {
            "required_per_mille": self.tr("Attended at least"),
            "missed_per_mille": self.tr("Missed, for whatever reason"),
            "absent_in_a_row": self.tr("Absences in a row without a reason"),
            "late_in_last_ten": self.tr("Times late in the last ten lessons"),
            "fewest_lessons": self.tr("Shares count from so many marked lessons"),
        }
        for name, field in self.fields.items():
            field.set_label(labels[name])
        self.save.setText(self.tr("Save"))
        self.usual.setText(self.tr("Usual values"))
        self.offline.set(
            self.tr("This can be changed with a network only"),
            self.tr("What this PC knows is shown. It counts for the whole school, so it is not kept for later."),
        )
        self.choose(self.chosen())

    def activated(self, parameters: dict[str, object]) -> None:
        """Opened: what is known at once, then what the platform says."""
        self.reload()

    def connection_changed(self, online: bool) -> None:
        """Ask again when there is a network."""
        if online and not self._asked and self._in_force is not None:
            self._ask()

    def reload(self) -> None:
        """Read it again."""
        self._asked = False
        self.stack.show_loading()
        self.tasks.latest("policy", self._service.known, on_success=self._known, on_failure=self.stack.show_error)

    # -- showing ------------------------------------------------------------------------------------------------------

    def chosen(self) -> AttendancePolicy:
        """What the fields say."""
        usual = AttendancePolicy().model_dump()
        values = {name: field.value() for name, field in self.fields.items()}
        return AttendancePolicy.model_validate(
            {name: usual[name] if value is None else value for name, value in values.items()}
        )

    def choose(self, policy: AttendancePolicy) -> None:
        """Put values into the fields; nothing is saved by it."""
        for name, field in self.fields.items():
            value = int(getattr(policy, name))
            field.blockSignals(True)
            field.set_choices([(each, _words(name, each)) for each in sorted({*CHOICES[name].values, value})])
            field.set_value(value)
            field.blockSignals(False)
        self._changed()

    def store(self) -> None:
        """Put in force what is chosen."""
        if self.save.isEnabled():
            self.save.setEnabled(False)
            self.tasks.latest(
                "policy", partial(self._service.set, self.chosen()), on_success=self._saved, on_failure=self._not_saved
            )

    # -- inside -------------------------------------------------------------------------------------------------------

    def _known(self, policy: AttendancePolicy) -> None:
        self._in_force = policy
        self.choose(policy)
        self.stack.show_content()
        self._ask()

    def _ask(self) -> None:
        self.tasks.latest("policy", self._service.in_force, on_success=self._heard, on_failure=self._not_heard)

    def _heard(self, policy: AttendancePolicy) -> None:
        # What somebody has begun to choose while the platform was asked stays.
        untouched = self.chosen() == self._in_force
        self._in_force, self._asked = policy, True
        self.offline.hide()
        if untouched:
            self.choose(policy)
        else:
            self._changed()

    def _not_heard(self, _: LearnUpError) -> None:
        self._asked = False
        self.offline.show()
        self._changed()

    def _saved(self, policy: AttendancePolicy) -> None:
        self._heard(policy)
        self.choose(policy)
        notices.say_text("positive", self.tr("Rule saved"), self.tr("Every class has it now."))

    def _not_saved(self, error: LearnUpError) -> None:
        notices.report(error)
        self._changed()

    def _changed(self, _: object = None) -> None:
        policy = self.chosen()
        self.sentence.setText(rule_words(policy))
        self.save.setEnabled(self._asked and policy != self._in_force)
        show_if(self.usual, policy != AttendancePolicy())


def _words(name: str, value: int) -> str:
    return i18n.format_percent(value / 1000) if CHOICES[name].share else i18n.format_number(value)

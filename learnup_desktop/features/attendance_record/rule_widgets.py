"""The school's rule in one sentence, as teachers read it under their list and administrators while they set it."""

from PySide6.QtCore import QCoreApplication

from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.qt import i18n


def rule_words(policy: AttendancePolicy) -> str:
    """When somebody is on the list of who to look at."""
    number = i18n.format_number
    return QCoreApplication.translate(
        "ClassRecordPage",
        "The school's rule: under {required} attended, {missed} or more missed, {row} absences in a row, or "
        "late {late} times in the last ten. Shares count from {fewest} lessons on.",
    ).format(
        required=i18n.format_percent(policy.required_per_mille / 1000),
        missed=i18n.format_percent(policy.missed_per_mille / 1000),
        row=number(policy.absent_in_a_row),
        late=number(policy.late_in_last_ten),
        fewest=number(policy.fewest_lessons),
    )

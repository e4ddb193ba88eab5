"""Marks in words, colours and shapes, for every page that shows some."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from learnup_desktop.contract.attendance import AttendanceState, MarkMethod
from learnup_desktop.domain.attendance_risk import RiskReason
from learnup_desktop.qt import i18n
from learnup_desktop.qt.widgets import Tone

STATE_TONES: dict[AttendanceState, Tone] = {
    AttendanceState.PRESENT: "positive",
    AttendanceState.LATE: "caution",
    AttendanceState.ABSENT: "critical",
    AttendanceState.EXCUSED: "accent",
}

STATE_ICONS: dict[AttendanceState, str] = {
    AttendanceState.PRESENT: "check",
    AttendanceState.LATE: "clock-outline",
    AttendanceState.ABSENT: "close",
    AttendanceState.EXCUSED: "file-document-outline",
}


def state_words(state: AttendanceState, minutes_late: int = 0) -> str:
    """``Late 8 min`` in the person's language."""
    words = {
        AttendanceState.PRESENT: QCoreApplication.translate("AttendancePage", "Present"),
        AttendanceState.LATE: QCoreApplication.translate("AttendancePage", "Late"),
        AttendanceState.ABSENT: QCoreApplication.translate("AttendancePage", "Absent"),
        AttendanceState.EXCUSED: QCoreApplication.translate("AttendancePage", "Excused"),
    }[state]
    if state is AttendanceState.LATE and minutes_late:
        late = QCoreApplication.translate("AttendancePage", "Late {minutes} min")
        return late.format(minutes=i18n.format_number(minutes_late))
    return words


def state_letter(state: AttendanceState) -> str:
    """One letter for narrow columns, as on the keys: ``P``, ``L``, ``A``, ``E`` in every language."""
    return {"present": "P", "late": "L", "absent": "A", "excused": "E"}[state.value]


def method_words(method: MarkMethod) -> str:
    """How a mark came about, in the person's language."""
    return {
        MarkMethod.MANUAL: QCoreApplication.translate("AttendancePage", "by hand"),
        MarkMethod.CAMERA: QCoreApplication.translate("AttendancePage", "by camera"),
        MarkMethod.CARD: QCoreApplication.translate("AttendancePage", "by card"),
        MarkMethod.ONLINE: QCoreApplication.translate("AttendancePage", "by join time"),
    }[method]


def reason_words(reason: RiskReason) -> str:
    """Why somebody needs looking at, in the person's language."""
    return {
        RiskReason.BELOW_REQUIRED: QCoreApplication.translate("AttendanceRecord", "below what is required"),
        RiskReason.ABSENT_IN_A_ROW: QCoreApplication.translate("AttendanceRecord", "absent several times in a row"),
        RiskReason.MISSED_MUCH: QCoreApplication.translate("AttendanceRecord", "missed many lessons"),
        RiskReason.OFTEN_LATE: QCoreApplication.translate("AttendanceRecord", "often late"),
    }[reason]


def risk_tone(reasons: Sequence[RiskReason]) -> Tone | None:
    """How grave it is: 100 % in red beside an excused lesson would frighten for nothing. None without a reason."""
    if not reasons:
        return None
    grave = (RiskReason.BELOW_REQUIRED, RiskReason.ABSENT_IN_A_ROW)
    return "critical" if any(reason in grave for reason in reasons) else "caution"

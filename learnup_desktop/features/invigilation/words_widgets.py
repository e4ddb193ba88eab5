"""What a teacher reads of an event: its name, and what its machine word says."""

from PySide6.QtCore import QCoreApplication

from learnup_desktop.contract.integrity import IntegrityEvent, IntegrityKind, Outcome

_NAMED_KINDS = frozenset(
    {
        IntegrityKind.FOCUS_LOST,
        IntegrityKind.SECOND_DISPLAY,
        IntegrityKind.CLIPBOARD_USED,
        IntegrityKind.SCREENSHOT_KEY,
        IntegrityKind.REMOTE_SESSION,
        IntegrityKind.VIRTUAL_MACHINE,
        IntegrityKind.LISTED_PROCESS,
    }
)
"""Kinds whose detail is a name or a number, not a machine word; see ``IntegrityEvent.detail``."""


def kind_words(kind: IntegrityKind, outcome: Outcome = Outcome.OBSERVED, detail: str = "") -> str:
    """What an event is called: what was seen, never what somebody did."""
    translate = QCoreApplication.translate
    if kind is IntegrityKind.WORKER_GAP and detail == "paper":
        return translate("Invigilation", "Photographed working on paper")
    if kind is IntegrityKind.NO_FACE and outcome is Outcome.COULD_NOT_SEE:
        return translate("Invigilation", "Could not see the face")
    return {
        IntegrityKind.NO_FACE: translate("Invigilation", "Nobody in view"),
        IntegrityKind.MULTIPLE_FACES: translate("Invigilation", "More than one person"),
        IntegrityKind.IDENTITY_MISMATCH: translate("Invigilation", "Another person"),
        IntegrityKind.LOOKING_AWAY: translate("Invigilation", "Looking away"),
        IntegrityKind.SPOOF_SUSPECTED: translate("Invigilation", "Perhaps a picture, not a person"),
        IntegrityKind.CAMERA_COVERED: translate("Invigilation", "Camera covered"),
        IntegrityKind.CAMERA_LOST: translate("Invigilation", "Camera lost"),
        IntegrityKind.NOT_RECOGNISABLE: translate("Invigilation", "Not clear enough to recognise"),
        IntegrityKind.LOW_LIGHT: translate("Invigilation", "Little light"),
        IntegrityKind.FOCUS_LOST: translate("Invigilation", "Another window"),
        IntegrityKind.SECOND_DISPLAY: translate("Invigilation", "Second display"),
        IntegrityKind.CLIPBOARD_USED: translate("Invigilation", "Clipboard used"),
        IntegrityKind.SCREENSHOT_KEY: translate("Invigilation", "Screenshot key"),
        IntegrityKind.REMOTE_SESSION: translate("Invigilation", "Remote session"),
        IntegrityKind.VIRTUAL_MACHINE: translate("Invigilation", "Virtual machine"),
        IntegrityKind.LISTED_PROCESS: translate("Invigilation", "Listed program running"),
        IntegrityKind.WORKER_GAP: translate("Invigilation", "Not watched for a while"),
        IntegrityKind.PRESENCE_CHECK: translate("Invigilation", "Asked to show that they are there"),
        IntegrityKind.EVIDENCE_GAP: translate("Invigilation", "Pictures could not be kept"),
    }[kind]


def detail_words(event: IntegrityEvent) -> str:
    """What the machine word of an event says; empty for one that is for support only."""
    translate = QCoreApplication.translate
    known = {
        "paper": translate("Invigilation", "the camera took the picture of the paper meanwhile"),
        "small": translate("Invigilation", "too far from the camera"),
        "looping": translate("Invigilation", "the same pictures came again and again"),
        "camera_frozen": translate("Invigilation", "the picture stood still"),
        "camera_missing": translate("Invigilation", "no camera found"),
        "camera_busy": translate("Invigilation", "another program used the camera"),
        "camera_denied": translate("Invigilation", "the computer did not allow the camera"),
        "camera_stopped": translate("Invigilation", "the camera stopped"),
        "camera_silent": translate("Invigilation", "the camera gave no picture"),
        "turned": translate("Invigilation", "turned the head as asked"),
        "typed": translate("Invigilation", "typed the number"),
        "put_off": translate("Invigilation", "put it off"),
        "not_shown": translate("Invigilation", "did not answer"),
        "disk_full": translate("Invigilation", "the computer's disk is full"),
    }
    if event.detail in known:
        return known[event.detail]
    # What the lockdown names (a program, a number of displays) is for the teacher; the words of faults are not.
    return event.detail if event.kind in _NAMED_KINDS else ""

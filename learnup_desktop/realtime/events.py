"""From a Socket.IO payload to a typed event, because nothing further in should ever see a raw dictionary."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from pydantic import ValidationError

from learnup_desktop.contract.exams import AttemptCommand
from learnup_desktop.contract.meetings import MeetingStarted
from learnup_desktop.contract.realtime import AttendanceUpdated, ServerEvent, SyncHint
from learnup_desktop.contract.sync import Stream

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SessionRevoked:
    """This device was signed out elsewhere."""


@dataclass(frozen=True, slots=True)
class ExamChanged:
    """An exam's state changed: pull the exams stream."""


@dataclass(frozen=True, slots=True)
class NotificationArrived:
    """Something for the person: pull."""


RealtimeEvent: TypeAlias = (
    SyncHint | AttemptCommand | AttendanceUpdated | MeetingStarted | SessionRevoked | ExamChanged | NotificationArrived
)


_STREAMS = frozenset(stream.value for stream in Stream)


def _hint(data: Mapping[str, object]) -> SyncHint | None:
    """A hint to the streams this version knows; None when it knows none of them."""
    named = data.get("streams")
    if not isinstance(named, list):
        return SyncHint.model_validate(data)
    known = (
        [stream for stream in named if stream in _STREAMS] if all(isinstance(item, str) for item in named) else named
    )
    return SyncHint.model_validate({"streams": known}) if known else None


def parse_event(name: str, payload: object) -> RealtimeEvent | None:
    """The typed event; None for one that we do not know or whose payload is not of the contract (logged)."""
    data = payload if isinstance(payload, Mapping) else {}
    try:
        match name:
            case ServerEvent.SYNC:
                return _hint(data)
            case ServerEvent.ATTEMPT_COMMAND:
                return AttemptCommand.model_validate(data)
            case ServerEvent.ATTENDANCE_UPDATED:
                return AttendanceUpdated.model_validate(data)
            case ServerEvent.MEETING_STARTED:
                return MeetingStarted.model_validate(data)
            case ServerEvent.SESSION_REVOKED:
                return SessionRevoked()
            case ServerEvent.EXAM_STATE:
                return ExamChanged()
            case ServerEvent.NOTIFICATION:
                return NotificationArrived()
    except ValidationError as error:
        log.warning("event %s is not of the contract: %s fault(s)", name, error.error_count())
        return None
    log.info("event %s is not known to this version", name)
    return None

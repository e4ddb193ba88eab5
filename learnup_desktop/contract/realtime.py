"""Socket.IO event names and payloads. Every event is a hint or a command; nothing depends on one arriving."""

from enum import StrEnum

from learnup_desktop.contract.sync import Stream
from learnup_desktop.contract.wire import Identifier, WireModel


class ServerEvent(StrEnum):
    """Platform to client."""

    SYNC = "sync"
    NOTIFICATION = "notification"
    EXAM_STATE = "exam:state"
    ATTEMPT_COMMAND = "attempt:command"
    ATTENDANCE_UPDATED = "attendance:updated"
    MEETING_STARTED = "meeting:started"
    SESSION_REVOKED = "session:revoked"


class ClientEvent(StrEnum):
    """Client to platform, all acknowledged."""

    ATTEMPT_STATUS = "attempt:status"
    PRESENCE = "presence"


class SyncHint(WireModel):
    """``sync``: these streams have changed; pull."""

    streams: list[Stream]


class AttendanceUpdated(WireModel):
    """``attendance:updated``."""

    lesson_id: Identifier
    version: int

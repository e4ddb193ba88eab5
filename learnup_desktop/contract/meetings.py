"""A lesson's meeting: the token for one join, its state, and who stands in for a teacher."""

from pydantic import Field

from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class MeetingTicket(WireModel):
    """``POST sessions/{id}/meeting``: what one join needs, made for this account and this moment.

    Ask for one per join and hold it in memory only. ``jwt`` opens the room until ``expires_at`` (Jitsi's claims, see
    ``learnup_platform.modules.meetings.tokens``); it is left out of ``repr``, so that no log or traceback shows it.

    Attributes:
        domain: host of the Jitsi deployment, with a port where it is not 443.
        room: the room's name, the same for everybody in the lesson.
        moderator: whether the account teaches this lesson.
        subject: what the meeting is called: the lesson's topic.
        display_name: the name that others see; the token fixes it.
        opens_at: from when the lesson may be joined.
        closes_at: until when.
    """

    lesson_id: Identifier
    class_id: Identifier
    domain: str
    room: str
    jwt: str = Field(repr=False)
    expires_at: UtcTime
    moderator: bool
    subject: LocalizedText
    class_name: LocalizedText
    display_name: str
    starts_at: UtcTime
    ends_at: UtcTime
    opens_at: UtcTime
    closes_at: UtcTime


class MeetingStarted(WireModel):
    """``meeting:started``: the teacher is there. Who was not connected finds ``Lesson.meeting_open`` set."""

    lesson_id: Identifier
    class_id: Identifier
    subject: LocalizedText
    class_name: LocalizedText
    teacher_name: str


class Substitution(WireModel):
    """``PUT sessions/{id}/substitute`` (administrators): who takes this one lesson in the teacher's place."""

    teacher_id: Identifier

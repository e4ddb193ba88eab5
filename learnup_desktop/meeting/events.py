"""What a meeting says, typed: a message becomes one of these or nothing (``event_reader``).

Names and fields are those of Jitsi Meet's IFrame API (its handbook, *IFrame API: events*). Hosts of several years are
about, so fields that came later have defaults and what we do not know is ignored; what a field holds is checked
strictly.
"""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field


def _short(value: object) -> object:
    return value[:500] if isinstance(value, str) else value


def _chat(value: object) -> object:
    return value[:4_000] if isinstance(value, str) else value


Name = Annotated[str, BeforeValidator(_short)]
Identifier = Annotated[str, Field(min_length=1, max_length=200)]


class PageEvent(BaseModel):
    """Something that the meeting tells; ``event`` is its name there."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, strict=True)
    event: ClassVar[str] = ""


class Ready(PageEvent):
    """The page is loaded and takes commands."""

    event = "ready"


class ConferenceJoined(PageEvent):
    """We are in."""

    event = "videoConferenceJoined"
    id: Identifier
    display_name: Name = Field("", alias="displayName")
    breakout: bool = Field(False, alias="breakoutRoom")


class ConferenceLeft(PageEvent):
    """We are out of a room, perhaps on the way into another."""

    event = "videoConferenceLeft"


class ReadyToClose(PageEvent):
    """Everything of hanging up is done."""

    event = "readyToClose"


class ErrorDetails(BaseModel):
    """What went wrong."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)
    name: Name = ""
    message: Name | None = None
    fatal: bool = Field(False, alias="isFatal")


class ErrorOccurred(PageEvent):
    """Something went wrong in the meeting."""

    event = "errorOccurred"
    error: ErrorDetails = ErrorDetails()


class PeerConnectionFailure(PageEvent):
    """Sound and picture no longer come through."""

    event = "peerConnectionFailure"
    peer_to_peer: bool = Field(False, alias="isP2P")


class SuspendDetected(PageEvent):
    """This computer was asleep; the meeting is over for us."""

    event = "suspendDetected"


class DeviceError(PageEvent):
    """A camera or microphone cannot be used."""

    type: Name = ""
    message: Name | None = None


class CameraFailed(DeviceError):
    """The camera cannot be used."""

    event = "cameraError"


class MicrophoneFailed(DeviceError):
    """The microphone cannot be used."""

    event = "micError"


class Muted(PageEvent):
    """Whether we can be heard or seen."""

    muted: bool


class AudioMuted(Muted):
    """Our microphone."""

    event = "audioMuteStatusChanged"


class VideoMuted(Muted):
    """Our camera."""

    event = "videoMuteStatusChanged"


class SharingChanged(PageEvent):
    """Whether we share our screen."""

    event = "screenSharingStatusChanged"
    on: bool


class HandRaised(PageEvent):
    """Somebody's hand; 0 when it is down, else when it went up."""

    event = "raiseHandUpdated"
    id: Identifier
    hand_raised: float | bool = Field(alias="handRaised")


class ParticipantJoined(PageEvent):
    """Somebody came."""

    event = "participantJoined"
    id: Identifier
    display_name: Name = Field("", validation_alias=AliasChoices("displayName", "formattedDisplayName"))


class ParticipantLeft(PageEvent):
    """Somebody went."""

    event = "participantLeft"
    id: Identifier


class RoleChanged(PageEvent):
    """Somebody became a moderator, or is one no longer."""

    event = "participantRoleChanged"
    id: Identifier
    role: Name


class Kicked(BaseModel):
    """Who had to go."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    id: Identifier
    local: bool = False


class ParticipantKicked(PageEvent):
    """A moderator sent somebody out."""

    event = "participantKickedOut"
    kicked: Kicked


class Knocker(BaseModel):
    """Who waits in the lobby."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    id: Identifier
    name: Name = ""


class Knocking(PageEvent):
    """Somebody waits to be let in."""

    event = "knockingParticipant"
    participant: Knocker


class PasswordRequired(PageEvent):
    """The room asks for a password."""

    event = "passwordRequired"


class RecordingChanged(PageEvent):
    """Whether the meeting is recorded."""

    event = "recordingStatusChanged"
    on: bool
    error: Name | None = None


class ConsentDialog(PageEvent):
    """Jitsi asks whether we agree to be recorded."""

    event = "recordingConsentDialogOpen"
    open: bool = True


class IncomingMessage(PageEvent):
    """A line of chat."""

    event = "incomingMessage"
    sender: Name = Field("", alias="from")
    nick: Name = ""
    message: Annotated[str, BeforeValidator(_chat)]
    private: bool = Field(False, alias="privateMessage")


class OutgoingMessage(PageEvent):
    """A line of ours."""

    event = "outgoingMessage"
    message: Annotated[str, BeforeValidator(_chat)]
    private: bool = Field(False, alias="privateMessage")


class AudioOnlyChanged(PageEvent):
    """Whether only sound is received."""

    event = "audioOnlyChanged"
    audio_only: bool = Field(alias="audioOnlyChanged")


class BreakoutRoom(BaseModel):
    """A room beside the main one."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)
    id: Identifier
    name: Name = ""
    main: bool = Field(False, alias="isMainRoom")
    participants: dict[str, Any] = Field(default_factory=dict, max_length=1_000)


class BreakoutRooms(PageEvent):
    """Which rooms there are and who is where."""

    event = "breakoutRoomsUpdated"
    rooms: dict[str, BreakoutRoom] = Field(default_factory=dict, max_length=200)


class ApiMissing(PageEvent):
    """Of our own page: the host's IFrame API could not be loaded."""

    event = "learnup.apiMissing"


class Alive(PageEvent):
    """Of our own page: the meeting answered."""

    event = "learnup.alive"
    number: int


class UnknownName(PageEvent):
    """Of our own page: an event of this name came that we do not follow."""

    event = "learnup.unknown"
    name: Annotated[str, Field(max_length=100)]


def _kinds(base: type[PageEvent]) -> Iterator[type[PageEvent]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _kinds(kind)


EVENTS: dict[str, type[PageEvent]] = {kind.event: kind for kind in _kinds(PageEvent) if kind.event}
"""Every event of this module, by its name in the page."""

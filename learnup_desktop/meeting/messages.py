"""What client and meeting process say to each other: one JSON object a line, validated on both sides.

The token goes through the pipe and from there into the page by channel. No model prints it: it is a ``SecretStr``.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, TypeAdapter, ValidationError, field_serializer

from learnup_desktop.base.errors import ProtocolError

LONGEST_LINE = 1 << 20
"""Characters; a class of a hundred with its materials is a few ten thousand."""

Text = Annotated[str, Field(max_length=2_000)]
State = Literal[
    "connecting",
    "waiting",
    "joined",
    "reconnecting",
    "password",
    "left",
    "ended",
    "removed",
    "refused",
    "unreachable",
    "insecure",
]
"""``waiting``: in the lobby. ``ended``: for everybody. ``removed``: by a moderator. ``refused``: no token was
taken. ``unreachable``: for half a minute already; trying goes on. ``insecure``: its certificate is wrong."""

OVER: frozenset[State] = frozenset({"left", "ended", "removed", "refused"})
"""States after which nothing is tried any more."""


class Line(BaseModel):
    """A frozen line; unknown fields are refused, since both ends are of the same version."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ticket(Line):
    """The right to join once.

    Attributes:
        domain: host of the meeting, with a port where it is not 443.
        token: the platform's JWT; empty where the host asks for none.
        expires_at: aware; until when it can be used to join.
        moderator: whether it makes a moderator.
    """

    domain: Annotated[str, Field(pattern=r"^[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$")]
    room: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.~-]{1,200}$")]
    token: SecretStr = SecretStr("")
    expires_at: datetime
    moderator: bool = False

    @field_serializer("token", when_used="json")
    def _token(self, token: SecretStr) -> str:
        return token.get_secret_value()


class Devices(Line):
    """What was chosen before joining; names as the system shows them, None: the system's own choice."""

    camera: Text | None = None
    microphone: Text | None = None
    speaker: Text | None = None
    audio_on: bool = False
    video_on: bool = False


class Look(Line):
    """How the client looks and speaks now."""

    language: str = "en"
    scheme: Literal["system", "light", "dark", "contrast"] = "system"
    zoom_percent: int = 100
    reduce_motion: bool = False


class Pupil(Line):
    """Somebody on the class's roll."""

    id: Text
    name: Text


class MaterialTitle(Line):
    """Material of the class; ``open_material`` comes back with its id."""

    id: Text
    title: Text
    detail: Text = ""


class Join(Line):
    """Open the window and join."""

    kind: Literal["join"] = "join"
    ticket: Ticket
    name: Text
    title: Text
    devices: Devices = Devices()
    look: Look = Look()
    low_line: Literal["auto", "saving", "sound"] = "auto"
    roll: tuple[Pupil, ...] = ()
    materials: tuple[MaterialTitle, ...] = ()


class NewTicket(Line):
    """The answer to ``TicketWanted``; without a ticket the platform could not be reached or refused."""

    kind: Literal["new_ticket"] = "new_ticket"
    ticket: Ticket | None = None
    refused: bool = False


class NewMaterials(Line):
    """The class's materials have changed."""

    kind: Literal["materials"] = "materials"
    materials: tuple[MaterialTitle, ...] = ()


class NewLook(Line):
    """Theme, zoom or language have changed."""

    kind: Literal["look"] = "look"
    look: Look


class Press(Line):
    """A button of the client's own: what the mini bar has, too."""

    kind: Literal["press"] = "press"
    button: Literal["microphone", "camera", "hand", "show", "leave"]


Order = Annotated[Join | NewTicket | NewMaterials | NewLook | Press, Field(discriminator="kind")]


class Told(Line):
    """How the meeting stands; sent at every change.

    Attributes:
        reason: for support, such as ``conference.connectionError.notAllowed``; never shown as it is.
    """

    kind: Literal["told"] = "told"
    state: State
    reason: Text = ""
    audio_muted: bool = True
    video_muted: bool = True
    hand_raised: bool = False
    sharing: bool = False
    recording: bool = False
    people: int = 0


class Presence(Line):
    """We are in, or no longer: a hint for attendance. A rejoin within the meeting is no leaving."""

    kind: Literal["presence"] = "presence"
    joined: bool


class TicketWanted(Line):
    """The ticket is no longer good for a rejoin."""

    kind: Literal["ticket_wanted"] = "ticket_wanted"


class OpenMaterial(Line):
    """The person wants to read this in the client."""

    kind: Literal["open_material"] = "open_material"
    id: Text


class BackToClient(Line):
    """The person went back to the client; the meeting goes on behind its bar."""

    kind: Literal["back"] = "back"


class Gone(Line):
    """Made by the client's side: the process has ended. ``crashed``: without being asked to."""

    kind: Literal["gone"] = "gone"
    crashed: bool = False


Report = Annotated[Told | Presence | TicketWanted | OpenMaterial | BackToClient | Gone, Field(discriminator="kind")]

_orders: TypeAdapter[Order] = TypeAdapter(Order)
_reports: TypeAdapter[Report] = TypeAdapter(Report)


def encode_line(line: Line) -> bytes:
    """One line for the pipe."""
    return line.model_dump_json(exclude_defaults=False).encode() + b"\n"


def _decode(adapter: "TypeAdapter[Order] | TypeAdapter[Report]", line: bytes) -> "Order | Report":
    if len(line) > LONGEST_LINE:
        raise ProtocolError(detail=f"a line of {len(line)} bytes")
    try:
        return adapter.validate_json(line)
    except ValidationError as error:
        # Never the input: a token may be in it.
        raise ProtocolError(detail=f"no line of ours: {error.error_count()} faults") from None


def decode_order(line: bytes) -> Order:
    """What the client wants.

    Raises:
        ProtocolError: too long, or not one of ours.
    """
    return _decode(_orders, line)  # type: ignore[return-value]  # the adapter decides which of the two unions it is


def decode_report(line: bytes) -> Report:
    """What the process says.

    Raises:
        ProtocolError: too long, or not one of ours.
    """
    return _decode(_reports, line)  # type: ignore[return-value]  # the adapter decides which of the two unions it is

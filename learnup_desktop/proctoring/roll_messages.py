"""What the client and the roll-call process say to each other: JSON lines, both ways.

Pictures in messages are of people who were matched, or who are one of several. An unknown face is a number.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, TypeAdapter, ValidationError

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.contract.wire import WireModel


class RollPerson(WireModel):
    """Somebody who may be matched. ``templates``: as ``face.identity.Template.encode`` writes them."""

    person: str
    model: str
    templates: tuple[str, ...]


class Begin(WireModel):
    """The first line: whom to look for, and with what.

    ``models_root`` empty: this computer's own. ``threshold`` 0: the usual one. ``faces`` False: cards only, so that no
    model is loaded and none is needed.
    """

    kind: Literal["begin"] = "begin"
    people: tuple[RollPerson, ...]
    models_root: str = ""
    model_pack: str = ""
    threshold: float = 0.0
    liveness: bool = True
    threads: int = 1
    provider: str = "cpu"
    faces: bool = True


class LookAtPhoto(WireModel):
    """Look at a photograph of the room; a file of this computer."""

    kind: Literal["photo"] = "photo"
    path: str


class WatchCamera(WireModel):
    """Watch the room's camera until told otherwise; the name is that of ``proctoring.camera.open_camera``."""

    kind: Literal["camera"] = "camera"
    name: str


class ReadCards(WireModel):
    """Read student cards held to the room's camera until told otherwise."""

    kind: Literal["cards"] = "cards"
    name: str


class Rest(WireModel):
    """Stop watching; give the camera back."""

    kind: Literal["rest"] = "rest"


RollCommand: TypeAlias = Begin | LookAtPhoto | WatchCamera | ReadCards | Rest


class RollReady(WireModel):
    """Models are loaded. ``left_out``: people whose templates another model made; they cannot be matched here."""

    kind: Literal["ready"] = "ready"
    people: int
    left_out: tuple[str, ...] = ()
    liveness: bool = False


class RollProposal(WireModel):
    """Somebody who seems to be here.

    Attributes:
        person: who; empty when it is one of ``candidates``.
        likeness, next_likeness: cosines, in thousandths.
        agreeing, looks: so many looks of so many.
        live: probability of a living face in thousandths, None when it was not judged.
        picture: JPEG, base64url: the best look.
    """

    id: str
    person: str
    candidates: tuple[str, ...] = ()
    likeness: int
    next_likeness: int
    agreeing: int
    looks: int
    live: int | None = None
    picture: str = ""


class RollSeen(WireModel):
    """All that has been seen so far. ``unknown``: faces of nobody in the class, at most at one time."""

    kind: Literal["seen"] = "seen"
    source: str
    faces: int
    unknown: int
    proposals: tuple[RollProposal, ...]


class RollFault(WireModel):
    """What could not be done; ``key`` is a ``proctoring.messages.FaultKey`` or ``photo_unusable``."""

    kind: Literal["fault"] = "fault"
    key: str
    detail: str = ""


class RollCard(WireModel):
    """A code was held to the camera: once for as long as it stays in view. What it means is not judged here."""

    kind: Literal["card"] = "card"
    source: str
    text: str


class RollView(WireModel):
    """What the camera sees, small, so that who holds a card can aim. JPEG, base64url; never kept."""

    kind: Literal["view"] = "view"
    picture: str


class RollRested(WireModel):
    """A photograph has been looked at, or the camera was given back."""

    kind: Literal["rested"] = "rested"
    source: str


RollMessage: TypeAlias = RollReady | RollSeen | RollCard | RollView | RollFault | RollRested

_COMMANDS: TypeAdapter[RollCommand] = TypeAdapter(Annotated[RollCommand, Field(discriminator="kind")])
_MESSAGES: TypeAdapter[RollMessage] = TypeAdapter(Annotated[RollMessage, Field(discriminator="kind")])


def encode_line(line: WireModel) -> bytes:
    """A message or command as its line."""
    return line.model_dump_json(by_alias=True).encode() + b"\n"


def decode_roll_command(line: bytes) -> RollCommand:
    """A command.

    Raises:
        ProtocolError: it is none.
    """
    try:
        return _COMMANDS.validate_json(line)
    except ValidationError as error:
        raise ProtocolError(f"no command of roll call: {error.error_count()} fault(s)") from error


def decode_roll_message(line: bytes) -> RollMessage:
    """A message.

    Raises:
        ProtocolError: it is none.
    """
    try:
        return _MESSAGES.validate_json(line)
    except ValidationError as error:
        raise ProtocolError(f"no message of roll call: {error.error_count()} fault(s)") from error

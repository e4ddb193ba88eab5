"""A worker with nothing but the camera open: what it is asked for, and what it says."""

import io
import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest

from learnup_desktop.base.errors import CameraError
from learnup_desktop.contract.integrity import ProctoringPolicy
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.face.analyser import Image
from learnup_desktop.proctoring.camera import Camera, CameraFrame
from learnup_desktop.proctoring.camera_session import CameraSession
from learnup_desktop.proctoring.channel import Mailbox, Outbox
from learnup_desktop.proctoring.messages import (
    CodeRead,
    Command,
    Configure,
    Fault,
    FaultKey,
    Gap,
    Message,
    ReadCodes,
    Ready,
    ShowPaper,
    StillTaken,
    Stop,
    TakeStill,
    decode,
)
from tests.qr_frames import Held, frame


class PlayedCamera:
    """Shows one picture over and over."""

    name = "played"
    size = (640, 480)
    fps = 20.0

    def __init__(self, picture: Image) -> None:
        self.picture = picture

    def grab(self) -> bool:
        time.sleep(0.02)
        return True

    def retrieve(self) -> CameraFrame | None:
        return CameraFrame(self.picture, time.monotonic())

    def close(self) -> None:
        pass


class Lines(io.RawIOBase):
    """Collects messages as the client would read them."""

    def __init__(self) -> None:
        self.heard: queue.SimpleQueue[Message] = queue.SimpleQueue()

    def write(self, line: object) -> int:
        assert isinstance(line, bytes)
        self.heard.put(decode(line))
        return len(line)


@dataclass
class Room:
    """A session at work on a thread."""

    opener: Callable[[str], Camera]
    lines: Lines = field(default_factory=Lines)
    mailbox: Mailbox = field(default_factory=Mailbox)
    heard: list[Message] = field(default_factory=list)

    def __post_init__(self) -> None:
        configure = Configure(policy=ProctoringPolicy(), camera="0", analyse=False)
        outbox = Outbox(self.lines, time.monotonic())  # type: ignore[arg-type]  # only write and flush are used
        self.thread = threading.Thread(target=CameraSession(configure, self.mailbox, outbox, self.opener).run)
        self.thread.start()

    def ask(self, command: Command) -> None:
        self.mailbox.commands.put(command)

    def until(self, kind: type[Message]) -> Message:
        while True:
            message = self.lines.heard.get(timeout=20)
            self.heard.append(message)
            if isinstance(message, kind):
                return message


@pytest.fixture
def rooms() -> Iterator[Callable[[Callable[[str], Camera]], Room]]:
    made: list[Room] = []

    def make(opener: Callable[[str], Camera]) -> Room:
        made.append(Room(opener))
        return made[-1]

    yield make
    for room in made:
        room.ask(Stop())
        room.thread.join(10)
        assert not room.thread.is_alive()


def test_a_code_is_told_once_while_it_is_held_up(rooms: Callable[[Callable[[str], Camera]], Room]) -> None:
    picture = frame("LUK1:HELLO", Held(), np.random.default_rng(1))
    room = rooms(lambda _: PlayedCamera(picture))
    assert isinstance(room.until(Ready), Ready)
    room.ask(ReadCodes(on=True))
    code = room.until(CodeRead)
    assert isinstance(code, CodeRead) and code.text == "LUK1:HELLO"
    room.ask(ReadCodes(on=False))
    room.ask(TakeStill())
    room.until(StillTaken)
    assert sum(isinstance(message, CodeRead) for message in room.heard) == 1


def test_a_photograph_comes_through_the_pipe(rooms: Callable[[Callable[[str], Camera]], Room]) -> None:
    room = rooms(lambda _: PlayedCamera(np.full((480, 640, 3), 77, np.uint8)))
    room.until(Ready)
    room.ask(ShowPaper(on=True))
    room.ask(TakeStill())
    still = room.until(StillTaken)
    assert isinstance(still, StillTaken) and (still.width, still.height, still.fault) == (640, 480, None)
    assert base64url_decode(still.picture).startswith(b"\xff\xd8\xff")
    room.ask(ShowPaper(on=False))
    room.ask(TakeStill())
    room.until(StillTaken)
    assert not any(isinstance(message, Gap) for message in room.heard), "nobody is watched, so nothing is a gap"


def test_without_a_camera_a_photograph_is_refused_at_once(rooms: Callable[[Callable[[str], Camera]], Room]) -> None:
    def refuse(_: str) -> Camera:
        raise CameraError("none", reason=FaultKey.CAMERA_MISSING.value)

    room = rooms(refuse)
    fault = room.until(Fault)
    assert isinstance(fault, Fault) and fault.key is FaultKey.CAMERA_MISSING
    room.ask(TakeStill())
    still = room.until(StillTaken)
    assert isinstance(still, StillTaken) and still.picture == "" and still.fault is FaultKey.CAMERA_MISSING

"""The roll-call process: looks at photographs and the room's camera, and tells the client who seems to be there.

Started as ``learnup-desktop roll-call-worker``. The first line on standard input says whom to look for; commands
follow; messages go to standard output. When standard input closes the client is gone, and so is this process. Templates
and pictures are only ever in its memory.
"""

import contextlib
import os
import queue
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from learnup_desktop.base.errors import CameraError, DamagedFileError, LearnUpError, ModelsMissingError, ProtocolError
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    LookAtPhoto,
    ReadCards,
    Rest,
    RollCommand,
    RollFault,
    RollMessage,
    RollReady,
    RollRested,
    WatchCamera,
    decode_roll_command,
    encode_line,
)

if TYPE_CHECKING:
    from learnup_desktop.proctoring.camera import CameraFrame

BEGIN_SECONDS = 30.0
ROOM_SIZE = (1920, 1080)
"""Asked of a room's camera: the back row needs pixels; drivers give the nearest mode that they have."""
PHOTO_UNUSABLE = "photo_unusable"
LARGEST_PHOTO_BYTES = 40_000_000
LARGEST_PHOTO_PIXELS = 64_000_000


def main(argv: Sequence[str]) -> int:
    """Run on this process's standard streams; the exit code. ``argv`` is empty."""
    if argv:
        print("roll-call-worker takes no arguments", file=sys.stderr)
        return 2
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    # Native libraries may print: the messages keep the real standard output for themselves.
    messages = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    commands: queue.SimpleQueue[RollCommand | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, commands), name="commands", daemon=True).start()
    try:
        first = commands.get(timeout=BEGIN_SECONDS)
    except queue.Empty:
        return 3
    if not isinstance(first, Begin):
        return 0 if first is None else 3
    code = _Work(first, commands, lambda message: _send(messages, message)).run()
    sys.stderr.flush()
    # A capture thread may hang in a driver for ever; interpreter shutdown must not wait for it.
    os._exit(code)


def _read(stream: BinaryIO, commands: "queue.SimpleQueue[RollCommand | None]") -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            try:
                commands.put(decode_roll_command(line))
            except ProtocolError as error:
                print(error.detail, file=sys.stderr)
    commands.put(None)


def _send(stream: BinaryIO, message: RollMessage) -> None:
    # A client that went away closes the other pipe as well, which ends the work in order.
    with contextlib.suppress(BrokenPipeError, OSError, ValueError):
        stream.write(encode_line(message))
        stream.flush()


class _Work:
    """One roll call: models loaded once, then photographs and cameras one after another."""

    def __init__(
        self, begin: Begin, commands: "queue.SimpleQueue[RollCommand | None]", send: Callable[[RollMessage], None]
    ) -> None:
        self._begin = begin
        self._commands = commands
        self._send = send

    def run(self) -> int:
        """Work until the client is gone; the exit code."""
        try:
            if self._begin.faces:
                self._prepare()
            else:
                self._send(RollReady(people=0))
        except ModelsMissingError as error:
            self._send(RollFault(key="models_missing", detail=error.detail))
            return 1
        except LearnUpError as error:
            self._send(RollFault(key="models_unusable", detail=error.detail))
            return 1
        while True:
            command = self._commands.get()
            while isinstance(command, WatchCamera | ReadCards):
                faces = isinstance(command, WatchCamera) and self._begin.faces
                see = self._see_faces(command.name) if faces else self._see_cards(command.name)
                command = self._watch(command.name, see)
            if command is None:
                return 0
            if isinstance(command, LookAtPhoto) and self._begin.faces:
                self._photo(command.path)

    def _prepare(self) -> None:
        import cv2

        from learnup_desktop.base.paths import models_dir
        from learnup_desktop.face.postponed import postpone_unused

        postpone_unused()
        from learnup_desktop.face.analyser import FaceAnalyser
        from learnup_desktop.face.identity import IDENTITY_THRESHOLD, Template
        from learnup_desktop.face.liveness import LivenessCheck
        from learnup_desktop.face.models import find_models
        from learnup_desktop.face.roll_match import ClassMatcher
        from learnup_desktop.proctoring.roll_watch import RollWatch

        cv2.setNumThreads(1)
        begin, own = self._begin, models_dir()
        root = Path(begin.models_root) if begin.models_root else own
        models = find_models(root, pack=begin.model_pack, explicit=root.resolve() != own.resolve())
        if models.recognition is None:
            raise ModelsMissingError("no recognition model")
        analyser = FaceAnalyser(models, threads=begin.threads, provider=begin.provider)
        analyser.warm_up()
        liveness = None
        if begin.liveness and models.liveness is not None:
            with contextlib.suppress(DamagedFileError):
                liveness = LivenessCheck(models.liveness, threads=begin.threads, provider=begin.provider)
        people = []
        for person in begin.people:
            with contextlib.suppress(ValueError):
                people += [(person.person, Template.decode(text, person.model)) for text in person.templates]
        matcher = ClassMatcher(people, models.recognition.model_id)
        self._watch_of = RollWatch(analyser, matcher, liveness, begin.threshold or IDENTITY_THRESHOLD)
        left_out = tuple(sorted(matcher.left_out))
        self._send(RollReady(people=len(matcher), left_out=left_out, liveness=liveness is not None))

    def _photo(self, path: str) -> None:
        from learnup_desktop.face.analyser import FrameRejectedError
        from learnup_desktop.face.pictures import read_picture
        from learnup_desktop.face.refusals import PictureRefusedError

        name = Path(path).name
        try:
            data = Path(path).read_bytes() if Path(path).stat().st_size <= LARGEST_PHOTO_BYTES else b""
            self._watch_of.look(read_picture(data, LARGEST_PHOTO_PIXELS), new_scene=True)
        except (OSError, PictureRefusedError, FrameRejectedError) as error:
            self._send(RollFault(key=PHOTO_UNUSABLE, detail=f"{name}: {error}"))
        else:
            self._send(self._watch_of.seen(name))
        self._send(RollRested(source=name))

    def _see_faces(self, name: str) -> "Callable[[CameraFrame], None]":
        """Looks at a camera's pictures for faces."""
        from learnup_desktop.face.analyser import FrameRejectedError

        fresh = [True]

        def see(frame: "CameraFrame") -> None:
            with contextlib.suppress(FrameRejectedError):
                self._watch_of.look(frame.image, new_scene=fresh[0])
                fresh[0] = False
                self._send(self._watch_of.seen(name))

        return see

    def _see_cards(self, name: str) -> "Callable[[CameraFrame], None]":
        """Looks at a camera's pictures for cards."""
        from learnup_desktop.proctoring.card_watch import CardWatch

        return CardWatch(name, self._send).look

    def _watch(self, name: str, see: "Callable[[CameraFrame], None]") -> RollCommand | None:
        """Watch a camera until there is another command; that command."""
        from learnup_desktop.proctoring.camera import Camera, CaptureThread, DeviceCamera, camera_fault, open_camera

        def opened(wanted: str) -> Camera:
            return DeviceCamera(int(wanted), size=ROOM_SIZE, fps=10.0) if wanted.isdigit() else open_camera(wanted)

        capture = CaptureThread(name, opened)
        capture.start()
        told: str | None = None
        try:
            while True:
                with contextlib.suppress(queue.Empty):
                    return self._commands.get_nowait()
                frame = capture.newest(0.2)
                if frame is None:
                    trouble = capture.trouble
                    if trouble is not None and trouble.value != told:
                        told = trouble.value
                        self._send(RollFault(key=told))
                    continue
                told = None
                see(frame)
        except CameraError as error:
            self._send(RollFault(key=camera_fault(error).value, detail=error.detail))
            return Rest()
        finally:
            capture.stop()
            self._send(RollRested(source=name))

"""The language of the pipe: everything comes back as it was, and nonsense is refused."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.contract.integrity import Assurance, IntegrityEvent, IntegrityKind, ProctoringPolicy
from learnup_desktop.proctoring.messages import (
    Advice,
    BeginChallenge,
    ChallengeProgress,
    Command,
    Configure,
    EnrolFrame,
    Enrolled,
    EventClosed,
    EventOpened,
    Fault,
    FaultKey,
    Hello,
    Message,
    Ready,
    Status,
    StatusWord,
    Stop,
    decode,
    decode_command,
    encode,
    encode_command,
)

EVENT = IntegrityEvent(id="1", kind=IntegrityKind.NO_FACE, started_ms=10)
MESSAGES: list[Message] = [
    Hello(at_ms=5, pid=7),
    Ready(assurance=Assurance.FULL, camera="simulated"),
    Status(word=StatusWord.OK, advice=(Advice.HOLD_STILL,)),
    EventOpened(event=EVENT),
    EventClosed(event=EVENT.model_copy(update={"ended_ms": 20})),
    Enrolled(accepted=False, advice=(Advice.MORE_LIGHT,)),
    ChallengeProgress(state="running", step="turn_left"),
    Fault(key=FaultKey.CAMERA_BUSY),
]
COMMANDS: list[Command] = [Configure(policy=ProctoringPolicy(), camera="0"), EnrolFrame(), BeginChallenge(), Stop()]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.type)
def test_messages_come_back_as_they_were(message: Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n") and line.count(b"\n") == 1
    assert decode(line) == message


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.type)
def test_commands_come_back_as_they_were(command: Command) -> None:
    assert decode_command(encode_command(command)) == command


@given(st.binary(max_size=200))
def test_nonsense_is_refused_and_nothing_else(line: bytes) -> None:
    for read in (decode, decode_command):
        with pytest.raises(ProtocolError):
            read(line)


def test_the_client_side_loads_neither_opencv_nor_numpy_nor_qt() -> None:
    code = (
        "import sys, learnup_desktop.proctoring.supervisor\n"
        "heavy = {'cv2', 'numpy', 'onnxruntime', 'insightface', 'PySide6', 'cryptography'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

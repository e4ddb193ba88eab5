"""The proctoring worker: a process that watches the camera and tells the client what it sees, line by line.

Started as ``learnup-desktop proctoring-worker``; configuration and commands come on standard input as JSON lines,
messages go to standard output. When standard input closes the client is gone and so is the worker. It runs at low
priority with one ONNX thread: the exam's keystrokes come first.
"""

import contextlib
import os
import queue
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from learnup_desktop.base.allocator import use_one_arena
from learnup_desktop.face.postponed import postpone_unused
from learnup_desktop.proctoring.channel import Mailbox, Outbox
from learnup_desktop.proctoring.messages import Configure, Hello, Stop, Stopped

if TYPE_CHECKING:
    from learnup_desktop.proctoring.camera_session import CameraSession
    from learnup_desktop.proctoring.session import WorkerSession

CONFIGURE_SECONDS = 30.0
EXIT_DRIVER_HANGS = 4


def main(argv: Sequence[str]) -> int:
    """Run a worker on this process's standard streams; the exit code. ``argv`` is empty."""
    if argv:
        print("proctoring-worker takes no arguments", file=sys.stderr)
        return 2
    began = time.monotonic()
    use_one_arena()
    _step_back()
    # Whatever a native library prints must not land among the messages: they keep the real standard output for
    # themselves.
    messages = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    outbox = Outbox(messages, began)
    outbox.send(Hello(at_ms=outbox.now_ms(), pid=os.getpid()))
    mailbox = Mailbox()
    threading.Thread(target=mailbox.read, args=(sys.stdin.buffer,), name="commands", daemon=True).start()
    try:
        first = mailbox.commands.get(timeout=CONFIGURE_SECONDS)
    except queue.Empty:
        return 3
    if not isinstance(first, Configure):
        return 0 if isinstance(first, Stop) else 3
    code = _watch(first, mailbox, outbox)
    if code == EXIT_DRIVER_HANGS:
        # No word of an end: the supervisor starts the next worker, which may find the camera well again.
        os._exit(code)
    outbox.send(Stopped(reason="client gone" if mailbox.closed.is_set() else "asked to"))
    if mailbox.closed.is_set() and first.preview_file:
        Path(first.preview_file).unlink(missing_ok=True)
    sys.stderr.flush()
    # A capture thread may hang in a driver for ever; interpreter shutdown must not wait for it.
    os._exit(code)


def _watch(configure: Configure, mailbox: Mailbox, outbox: Outbox) -> int:
    session = _session(configure, mailbox, outbox)
    session.run()
    return EXIT_DRIVER_HANGS if session.driver_hangs else 0


def _session(configure: Configure, mailbox: Mailbox, outbox: Outbox) -> "CameraSession | WorkerSession":
    if not configure.analyse:
        from learnup_desktop.proctoring.camera_session import CameraSession

        return CameraSession(configure, mailbox, outbox)
    postpone_unused()
    from learnup_desktop.proctoring.session import WorkerSession

    return WorkerSession(configure, mailbox, outbox)


def _step_back() -> None:
    """Lower this process's priority; a system that refuses leaves it as it is."""
    with contextlib.suppress(OSError, AttributeError):
        os.nice(10)

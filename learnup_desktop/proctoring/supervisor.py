"""The client's end of proctoring: starts the worker, listens to it, and starts it again when it dies.

The worker is a process of its own so that a native crash, a slow model or OpenCV's bundled Qt can never touch the
exam. This side imports neither Qt nor OpenCV nor NumPy and never blocks the loop: a supervising thread owns the
process, a reader thread its output, and every message reaches the caller on the caller's event loop.

Whatever happens to the worker, the exam goes on. A worker that dies is back within two seconds, and the time in which
nobody watched is reported as a ``Gap`` whose event belongs in the journal.
"""

import asyncio
import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from learnup_desktop.base.errors import ProtocolError
from learnup_desktop.base.ids import uuid7
from learnup_desktop.base.own_program import own_command
from learnup_desktop.contract.integrity import Assurance, IntegrityEvent, IntegrityKind, Outcome
from learnup_desktop.contract.wire import base64url_encode
from learnup_desktop.proctoring.messages import (
    BeginChallenge,
    CancelChallenge,
    Command,
    Configure,
    EnrolFrame,
    Errand,
    EventClosed,
    EventOpened,
    EvidenceItem,
    EvidenceStored,
    Fault,
    FaultKey,
    Gap,
    Hello,
    IdentityChecked,
    KeepEvidence,
    Message,
    Ready,
    ShowPerson,
    Status,
    Stop,
    Stopped,
    StoredTemplate,
    UseTemplates,
    WorkerConfiguration,
    decode,
    encode_command,
)
from learnup_desktop.proctoring.preview import PreviewFrame, PreviewReader, create_preview_file

_log = logging.getLogger(__name__)

RESTART_DELAYS = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds before the n-th start in a row that never became ready; the last one repeats."""
SILENCE_SECONDS = 6.0
"""A worker that is ready says something every second; after so long without a word it hangs and is replaced."""
START_SECONDS = 60.0
"""How long imports, camera and models may take on an old PC before the start counts as failed."""
STOP_SECONDS = 3.0
"""How long a worker may take to close its events after being asked to stop."""

_THREAD_CAPS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)


def worker_command() -> list[str]:
    """How to start the worker: this interpreter, or the same executable when the program is frozen."""
    return own_command("proctoring-worker")


class ProctoringSupervisor:
    """Owns one worker process at a time.

    Args:
        on_message: called on the event loop with every message except ``Hello``; must not raise.
        command: argument vector of the worker; default ``worker_command()``.
        clock_ms: the attempt's clock in milliseconds; default counts from construction. All times in messages are in
            it.
        log_file: where the worker's standard error goes; default the client's own.

    ``start``, ``stop`` and the commands may be called from the loop's thread at any time and return at once.
    """

    def __init__(
        self,
        on_message: Callable[[Message], None],
        *,
        command: Sequence[str] | None = None,
        clock_ms: Callable[[], int] | None = None,
        log_file: Path | None = None,
    ) -> None:
        began = time.monotonic()
        self._on_message = on_message
        self._command = list(command) if command is not None else worker_command()
        self._clock_ms = clock_ms or (lambda: round((time.monotonic() - began) * 1000))
        self._log_file = log_file
        self._loop: asyncio.AbstractEventLoop | None = None
        self._configuration: WorkerConfiguration | None = None
        self._thread: threading.Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._finished = asyncio.Event()
        self._preview_file: Path | None = None
        self._preview: PreviewReader | None = None
        self._assurance = Assurance.NONE
        self._offset_ms = 0
        self._last_heard_ms = 0
        self._gap_reason = ""
        self._gap_from_ms = 0
        self._open_events: dict[str, IntegrityEvent] = {}
        self._stored: dict[str, list[EvidenceItem]] = {}
        self._waiting: list[Command] = []
        self._ready = False
        self.restarts = 0

    # --- what the client calls --------------------------------------------------------------------

    def start(self, configuration: WorkerConfiguration) -> None:
        """Start watching. Must be called on a running event loop; a second call while running is a programming error.

        Raises:
            RuntimeError: already started, or no running loop.
            OSError: the preview's memory could not be made.
        """
        if self._thread is not None:
            raise RuntimeError("the supervisor is already started")
        self._loop = asyncio.get_running_loop()
        self._configuration = configuration
        self._stopping.clear()
        self._finished.clear()
        self._preview_file = create_preview_file()
        self._preview = PreviewReader(self._preview_file)
        self._thread = threading.Thread(target=self._supervise, name="proctoring-supervisor", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask the worker to close its events and end. ``Stopped`` is the last message."""
        self._stopping.set()
        self._send(Stop())

    async def wait_stopped(self) -> None:
        """Return when the worker has ended after ``stop()``; at once when never started."""
        if self._thread is not None:
            await self._finished.wait()

    def enrol_frame(self) -> None:
        """Ask for one enrolment picture; the answer is an ``Enrolled``."""
        self._send(EnrolFrame())

    def challenge(self, *, seconds: float = 45.0, steps: int = 3) -> None:
        """Begin the active liveness challenge; ``ChallengeProgress`` messages follow."""
        self._send(BeginChallenge(seconds=seconds, steps=steps))

    def cancel_challenge(self) -> None:
        """The person takes the alternative."""
        self._send(CancelChallenge())

    def use_templates(self, templates: Sequence[StoredTemplate]) -> None:
        """Compare with these from now on, also after a restart of the worker."""
        kept = tuple(templates)
        if self._configuration is not None:
            self._configuration = replace(self._configuration, templates=kept)
        self._send(UseTemplates(templates=kept))

    def keep_evidence(self, folder: Path, key: bytes) -> None:
        """Seal pictures of events into ``folder`` with these 32 bytes from now on, also after a restart."""
        if self._configuration is None:
            return
        self._configuration = replace(self._configuration, evidence_folder=folder, evidence_key=key)
        quota = self._configuration.evidence_quota
        self._send(KeepEvidence(folder=str(folder), key=base64url_encode(key), quota=quota))

    def run_errand(self, errand: Errand) -> None:
        """What the camera does besides watching; ``CodeRead``, ``StillTaken`` or ``Gap`` follow."""
        self._send(errand)

    def show_person(self, person: int, *, also: int = -1, gain: float = 1.0) -> None:
        """Simulated camera: seat another person (0-5), nobody (-1), or two. For rehearsals and tests."""
        self._send(ShowPerson(person=person, also=also, gain=gain))

    def newest_frame(self) -> PreviewFrame | None:
        """The newest preview picture, None before the first."""
        return self._preview.newest() if self._preview is not None else None

    @property
    def preview(self) -> PreviewReader | None:
        """The preview's reader while started."""
        return self._preview

    @property
    def assurance(self) -> Assurance:
        """What is running right now."""
        return self._assurance

    @property
    def running(self) -> bool:
        """Whether ``start`` was called and the end has not been reached."""
        return self._thread is not None

    @property
    def worker_pid(self) -> int | None:
        """Process id of the present worker, for diagnostics and tests."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    # --- the supervising thread -------------------------------------------------------------------

    def _supervise(self) -> None:
        failures = 0
        while not self._stopping.is_set():
            became_ready = self._one_worker()
            if self._stopping.is_set():
                break
            failures = 0 if became_ready else failures + 1
            self.restarts += 1
            self._close_open_events()
            self._assurance = Assurance.NONE
            if failures == len(RESTART_DELAYS) - 1:
                self._deliver(Fault(key=FaultKey.WORKER_CANNOT_START, at_ms=self._clock_ms()))
            self._stopping.wait(RESTART_DELAYS[min(failures, len(RESTART_DELAYS) - 1)])
        self._report_gap()
        self._close_open_events()
        self._assurance = Assurance.NONE
        self._on_loop(self._end)

    def _one_worker(self) -> bool:
        """Run one worker to its end; whether it became ready."""
        try:
            process = self._spawn()
        except OSError as error:
            _log.error("the proctoring worker cannot be started: %s", error)
            self._begin_gap(FaultKey.WORKER_CANNOT_START.value)
            return False
        lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(process, lines), name="proctoring-reader", daemon=True).start()
        self._ready = False
        was_ready = False
        while True:
            line = self._next_line(lines, process)
            if line is None:
                break
            self._take(line)
            was_ready = was_ready or self._ready
        self._reap(process)
        self._ready = False
        if not self._stopping.is_set():
            self._begin_gap(f"exit {process.returncode}")
            self._deliver(
                Fault(key=FaultKey.WORKER_CRASHED, detail=f"exit {process.returncode}", at_ms=self._clock_ms())
            )
        return was_ready

    def _next_line(self, lines: "queue.SimpleQueue[bytes | None]", process: "subprocess.Popen[bytes]") -> bytes | None:
        """The next line, or None when the worker has ended or has to be ended."""
        deadline = time.monotonic() + (SILENCE_SECONDS if self._ready else START_SECONDS)
        stop_by: float | None = None
        while True:
            try:
                return lines.get(timeout=0.25)
            except queue.Empty:
                now = time.monotonic()
                if self._stopping.is_set():
                    stop_by = stop_by or now + STOP_SECONDS
                    if now > stop_by:
                        process.kill()
                        return None
                elif now > deadline:
                    _log.error("the proctoring worker is silent; replacing it")
                    self._deliver(Fault(key=FaultKey.WORKER_SILENT, at_ms=self._clock_ms()))
                    process.kill()
                    return None

    def _spawn(self) -> "subprocess.Popen[bytes]":
        environment = dict(os.environ)
        threads = str(max(1, self._configuration.threads if self._configuration else 1))
        environment.update(dict.fromkeys(_THREAD_CAPS, threads))
        environment["PYTHONUNBUFFERED"] = "1"
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
        with contextlib.ExitStack() as stack:
            log = stack.enter_context(self._log_file.open("ab")) if self._log_file is not None else None
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=environment,
                creationflags=flags,
            )
        with self._lock:
            self._process = process
            waiting, self._waiting = self._waiting, []
        self._write(process, self._configure())
        for command in waiting:
            self._write(process, command)
        if self._stopping.is_set():
            self._write(process, Stop())
        return process

    def _configure(self) -> Configure:
        wanted = self._configuration or WorkerConfiguration()
        return Configure(
            policy=wanted.policy,
            camera=wanted.camera,
            templates=wanted.templates,
            models_root=str(wanted.models_root or ""),
            model_pack=wanted.model_pack,
            evidence_folder=str(wanted.evidence_folder or ""),
            evidence_key=base64url_encode(wanted.evidence_key) if wanted.evidence_key else "",
            evidence_quota=wanted.evidence_quota,
            preview_file=str(self._preview_file or ""),
            preview_size=wanted.preview_size,
            preview_fps=wanted.preview_fps,
            threads=wanted.threads,
            provider=wanted.provider,
            landmarks=wanted.landmarks,
            analyse=wanted.analyse,
        )

    @staticmethod
    def _read(process: "subprocess.Popen[bytes]", lines: "queue.SimpleQueue[bytes | None]") -> None:
        stream = process.stdout
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                for line in stream:
                    lines.put(line)
        lines.put(None)

    def _reap(self, process: "subprocess.Popen[bytes]") -> None:
        with self._lock:
            if self._process is process:
                self._process = None
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    # --- messages ---------------------------------------------------------------------------------

    def _take(self, line: bytes) -> None:
        try:
            message = decode(line)
        except ProtocolError as error:
            _log.warning("%s", error.detail)
            return
        self._last_heard_ms = self._clock_ms()
        if isinstance(message, Hello):
            self._offset_ms = self._last_heard_ms - message.at_ms
            return
        message = self._in_attempt_time(message)
        if isinstance(message, Ready):
            self._ready = True
            self._assurance = message.assurance
            self._report_gap()
        elif isinstance(message, Status):
            self._assurance = message.assurance
        elif isinstance(message, EventOpened):
            self._open_events[message.event.id] = message.event
        elif isinstance(message, EvidenceStored):
            self._stored.setdefault(message.event_id, []).append(message.item)
        elif isinstance(message, EventClosed):
            self._open_events.pop(message.event.id, None)
            self._stored.pop(message.event.id, None)
        elif isinstance(message, Stopped):
            # A video that has come to its end is an end, not a crash; our own Stopped follows from _end.
            self._stopping.set()
            return
        self._deliver(message)

    def _in_attempt_time(self, message: Message) -> Message:
        shift = self._offset_ms
        if isinstance(message, EventOpened | Gap):
            return message.model_copy(update={"event": _shifted(message.event, shift)})
        if isinstance(message, EventClosed):
            items = tuple(item.model_copy(update={"at_ms": item.at_ms + shift}) for item in message.evidence)
            return message.model_copy(update={"event": _shifted(message.event, shift), "evidence": items})
        if isinstance(message, EvidenceStored):
            item = message.item.model_copy(update={"at_ms": message.item.at_ms + shift})
            return message.model_copy(update={"item": item})
        if isinstance(message, Fault | IdentityChecked):
            return message.model_copy(update={"at_ms": message.at_ms + shift})
        return message

    def _begin_gap(self, reason: str) -> None:
        if not self._gap_reason:
            self._gap_reason = reason
            self._gap_from_ms = min(self._last_heard_ms or self._clock_ms(), self._clock_ms())

    def _report_gap(self) -> None:
        if not self._gap_reason:
            return
        event = IntegrityEvent(
            id=uuid7(),
            kind=IntegrityKind.WORKER_GAP,
            outcome=Outcome.COULD_NOT_SEE,
            started_ms=self._gap_from_ms,
            ended_ms=max(self._gap_from_ms, self._clock_ms()),
            detail=self._gap_reason,
        )
        reason, self._gap_reason = self._gap_reason, ""
        self._deliver(Gap(event=event, reason=reason))

    def _close_open_events(self) -> None:
        """Events of a dead worker end when it was last heard of."""
        for event in self._open_events.values():
            items = tuple(self._stored.get(event.id, ()))
            ended = max(event.started_ms, self._last_heard_ms)
            hashes = tuple(item.sha256 for item in items)
            closed = event.model_copy(update={"ended_ms": ended, "evidence": hashes})
            self._deliver(EventClosed(event=closed, evidence=items))
        self._open_events.clear()
        self._stored.clear()

    def _deliver(self, message: Message) -> None:
        self._on_loop(lambda: self._on_message(message))

    def _on_loop(self, call: Callable[[], None]) -> None:
        loop = self._loop
        if loop is None:
            return
        # A loop that is closed belongs to a client that is going away: nobody is left to tell.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(call)

    def _end(self) -> None:
        """On the loop, after the last worker: give the memory back."""
        if self._preview is not None:
            self._preview.close()
            self._preview = None
        if self._preview_file is not None:
            self._preview_file.unlink(missing_ok=True)
            self._preview_file = None
        self._thread = None
        self._finished.set()
        self._on_message(Stopped(reason="stopped"))

    # --- commands ---------------------------------------------------------------------------------

    def _send(self, command: Command) -> None:
        with self._lock:
            process = self._process
            if process is None:
                if not isinstance(command, Stop):
                    self._waiting.append(command)
                return
        self._write(process, command)

    def _write(self, process: "subprocess.Popen[bytes]", command: Command) -> None:
        stream = process.stdin
        if stream is None:
            return
        try:
            with self._lock:
                stream.write(encode_command(command))
                stream.flush()
        except (BrokenPipeError, OSError, ValueError) as error:
            # The worker has just died; the supervising thread starts the next one with the whole configuration.
            _log.info("command not delivered to a dying worker: %s", error)


def _shifted(event: IntegrityEvent, shift: int) -> IntegrityEvent:
    ended = None if event.ended_ms is None else event.ended_ms + shift
    return event.model_copy(update={"started_ms": event.started_ms + shift, "ended_ms": ended})

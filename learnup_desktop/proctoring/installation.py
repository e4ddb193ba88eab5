"""The client's end of installing face models: a child process does it, this side asks and listens.

Neither OpenCV nor ONNX Runtime may be loaded beside Qt, and a download must be stoppable at any byte: a process of its
own gives both. What it leaves when it is ended, the next one goes on with.
"""

import asyncio
import contextlib
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learnup_desktop.base import errors
from learnup_desktop.base.errors import LearnUpError, ProtocolError
from learnup_desktop.base.own_program import own_command

_log = logging.getLogger(__name__)

EXIT_LICENCE, NOT_STARTED = 4, -1


@dataclass(frozen=True, slots=True)
class LicenceFact:
    """Terms of a model. ``accepted_by`` is empty while nobody has accepted this very text (``sha256``)."""

    id: str
    title: str
    url: str
    text: str
    sha256: str
    accepted_by: str = ""
    accepted_at: str = ""


@dataclass(frozen=True, slots=True)
class ModelFact:
    """A model file that is used. ``custom``: the manifest does not know it."""

    task: str
    file: str
    sha256: str
    size: int
    custom: bool


@dataclass(frozen=True, slots=True)
class ModelsStatus:
    """What is here.

    Attributes:
        root: where the worker looks; ``named`` when somebody named another folder than the installation's.
        title: of the pack that would be downloaded.
        missing: tasks without a file, of the three that full assurance needs.
        damaged: name of a file that is no longer what was installed; empty when all are sound.
        download_bytes, partial_bytes: size of the whole download, and what of an unfinished one is kept.
    """

    root: str
    named: bool
    title: str
    pack: str
    files: tuple[ModelFact, ...]
    missing: tuple[str, ...]
    damaged: str
    download_bytes: int
    partial_bytes: int
    licences: tuple[LicenceFact, ...]


@dataclass(frozen=True, slots=True)
class InstallStep:
    """Progress of one file; ``total`` is None while the server has not said."""

    file: str
    done: int
    total: int | None
    verified: bool


class LicenceNeededError(LearnUpError):
    """Nothing was installed: these terms have to be accepted first."""

    key = "error.rule"
    code = "LU-142"

    def __init__(self, licences: tuple[LicenceFact, ...]) -> None:
        super().__init__("a licence has to be accepted first")
        self.licences = licences


def models_command() -> list[str]:
    """How to start the child: this interpreter, or the same executable when the program is frozen."""
    return own_command("models")


class ModelsProcess:
    """Runs ``learnup-desktop models`` for the client.

    Args:
        root: where the worker looks for models.
        command: the child's argument vector; default ``models_command()``.
    """

    def __init__(self, root: Callable[[], Path], command: Sequence[str] | None = None) -> None:
        self._root = root
        self._command = list(command) if command is not None else models_command()

    async def status(self) -> ModelsStatus:
        """What is here.

        Raises:
            LearnUpError: the manifest or the record cannot be read.
            ProtocolError: the child said nothing that could be understood.
        """
        lines: list[dict[str, Any]] = []
        await self._run(["status", "--json", "--models", str(self._root())], lines.append)
        for line in lines:
            if line["kind"] == "status":
                return _status(line)
        raise ProtocolError("no status came from the models command")

    async def install(
        self, source: Path | None, on_step: Callable[[InstallStep], None], *, accepted_by: str = ""
    ) -> None:
        """Download the default pack, or take the files of a folder or zip. Cancelling stops it; what came is kept.

        Args:
            source: folder or zip; None downloads.
            on_step: hears of progress, on the loop.
            accepted_by: who accepts the terms; empty accepts nothing that was not accepted before.

        Raises:
            LicenceNeededError: accept and call again.
            NetworkError, PlatformError: the download stopped; another call goes on where it did.
            IntegrityFault, DamagedFileError, ModelsMissingError: not the right files.
            DiskFullError, StorageError: the disk refused.
        """
        arguments = ["install", "--json", *(["--from", str(source)] if source is not None else [])]
        if accepted_by:
            arguments += ["--accept-licence", "--by", accepted_by]
        needed: list[LicenceFact] = []

        def hear(line: dict[str, Any]) -> None:
            if line["kind"] == "progress":
                on_step(InstallStep(line["file"], line["done"], line["total"], line["verified"]))
            elif line["kind"] == "licence":
                needed.extend(_licence(entry) for entry in line["licences"])

        await self._run(arguments, hear)
        if needed:
            raise LicenceNeededError(tuple(needed))

    async def _run(self, arguments: list[str], on_line: Callable[[dict[str, Any]], None]) -> None:
        """Run the child to its end.

        Raises:
            LearnUpError: what it reported; ProtocolError when it ended without a word.
        """
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[int] = loop.create_future()
        faults: list[LearnUpError] = []

        def hear(line: dict[str, Any]) -> None:
            if line["kind"] == "error":
                faults.append(_fault(line))
            elif not ended.done():
                on_line(line)

        def end(code: int) -> None:
            if not ended.done():
                ended.set_result(code)

        child = _Child([*self._command, *arguments], _on_loop(loop, hear), _on_loop(loop, end))
        child.start()
        try:
            code = await ended
        finally:
            child.end()
        if faults:
            raise faults[0]
        if code not in (0, EXIT_LICENCE):
            raise ProtocolError(f"the models command ended with {code}")


class _Child(threading.Thread):
    """One run of the command, from its start to its end, off the loop; it may be ended at any moment."""

    def __init__(
        self, command: list[str], on_line: Callable[[dict[str, Any]], None], on_end: Callable[[int], None]
    ) -> None:
        super().__init__(name="models", daemon=True)
        self._command = command
        self._on_line = on_line
        self._on_end = on_end
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._unwanted = False

    def end(self) -> None:
        """End it; nothing when it has ended."""
        with self._lock:
            self._unwanted = True
            if self._process is not None and self._process.poll() is None:
                self._process.terminate()

    def run(self) -> None:
        try:
            process = self._start_process()
        except OSError as error:
            self._on_line({"kind": "error", "type": "EnvironmentFault", "detail": str(error)})
            self._on_end(NOT_STARTED)
            return
        if process is not None:
            self._on_end(self._read(process))

    def _start_process(self) -> "subprocess.Popen[bytes] | None":
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        with self._lock:
            if self._unwanted:
                return None
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
            )
            return self._process

    def _read(self, process: "subprocess.Popen[bytes]") -> int:
        assert process.stdout is not None  # piped above
        with process.stdout as stream:
            for raw in stream:
                try:
                    line = json.loads(raw)
                except ValueError:
                    _log.warning("models command: %r", raw[:80])
                    continue
                if isinstance(line, dict) and "kind" in line:
                    self._on_line(line)
        return process.wait()


def _on_loop(loop: asyncio.AbstractEventLoop, call: Callable[[Any], None]) -> Callable[[Any], None]:
    def later(argument: Any) -> None:
        # A loop that is closed belongs to a client that is going away: nobody is left to tell.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(call, argument)

    return later


def _fault(line: dict[str, Any]) -> LearnUpError:
    """The child's error as the same class of ours."""
    kind = getattr(errors, str(line.get("type")), None)
    if not (isinstance(kind, type) and issubclass(kind, LearnUpError)) or kind is errors.RateLimitedError:
        kind = errors.EnvironmentFault
    return kind(str(line.get("detail", "")), **line.get("arguments", {}))


def _licence(entry: dict[str, Any]) -> LicenceFact:
    return LicenceFact(
        entry["id"],
        entry["title"],
        entry["url"],
        entry["text"],
        entry["sha256"],
        entry["acceptedBy"],
        entry["acceptedAt"],
    )


def _status(line: dict[str, Any]) -> ModelsStatus:
    files = tuple(
        ModelFact(entry["task"], entry["file"], entry["sha256"], entry["size"], entry["custom"])
        for entry in line["files"]
    )
    return ModelsStatus(
        root=line["root"],
        named=line["named"],
        title=line["title"],
        pack=line["pack"],
        files=files,
        missing=tuple(line["missing"]),
        damaged=line["damaged"],
        download_bytes=line["downloadBytes"],
        partial_bytes=line["partialBytes"],
        licences=tuple(_licence(entry) for entry in line["licences"]),
    )

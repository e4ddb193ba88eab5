"""Platform processes that need not import the platform again: forked from one that has.

Importing FastAPI, SQLAlchemy and all modules is nine tenths of a platform's start, and tests start some sixty of them.
``multiprocessing``'s fork server imports once; each platform is still a process of its own, running the same ``main``
with the same arguments, environment and standard streams. Where a system cannot fork (Windows) it is an ordinary start.
"""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import IO, Protocol

PRELOADED = ["learnup_platform.server", "learnup_platform.app"]
ROOT = Path(__file__).resolve().parent.parent


class PlatformProcess(Protocol):
    """What a test needs of a process, after ``subprocess.Popen``."""

    pid: int
    stdin: IO[str] | None
    stdout: IO[str] | None

    def kill(self) -> None: ...

    def terminate(self) -> None: ...

    def poll(self) -> int | None: ...

    def wait(self, timeout: float | None = None) -> int: ...


def start(arguments: Sequence[str], environment: Mapping[str, str]) -> PlatformProcess:
    """Start ``learnup-platform`` with ``arguments`` and this process's environment, changed by ``environment``."""
    everything = os.environ | dict(environment)
    if "forkserver" in multiprocessing.get_all_start_methods():
        return _Forked(arguments, everything)
    command = [sys.executable, "-m", "learnup_platform.cli", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=everything)


class _Forked:
    """A forked platform, with the streams and methods of a ``Popen``."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(PRELOADED)
        stdin, self._stdin = context.Pipe(duplex=False)
        self._stdout, stdout = context.Pipe(duplex=False)
        self._process: BaseProcess = context.Process(
            target=_serve, args=(list(arguments), dict(environment), stdin, stdout), daemon=True
        )
        self._process.start()
        assert self._process.pid is not None
        self.pid = self._process.pid
        for end in (stdin, stdout):
            end.close()
        self.stdin: IO[str] | None = _text(self._stdin, "w")
        self.stdout: IO[str] | None = _text(self._stdout, "r")

    def kill(self) -> None:
        self._process.kill()

    def terminate(self) -> None:
        self._process.terminate()

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        code = self._process.exitcode
        if code is None:
            raise subprocess.TimeoutExpired("learnup-platform", timeout or 0.0)
        return code


def _text(connection: Connection, mode: str) -> TextIOWrapper:
    """The pipe as a text file that owns it."""
    file = os.fdopen(os.dup(connection.fileno()), mode, encoding="utf-8")
    connection.close()
    assert isinstance(file, TextIOWrapper)
    return file


def _serve(arguments: list[str], environment: dict[str, str], stdin: Connection, stdout: Connection) -> None:
    """In the new process: what ``python -m learnup_platform.cli`` would find around it, then its ``main``."""
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout = _text(stdin, "r"), _text(stdout, "w")
    from learnup_platform.cli import main

    sys.exit(main(arguments))

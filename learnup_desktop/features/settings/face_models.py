"""Face models, without a widget: what is here, installing with a licence that somebody accepted, stopping, going on."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from learnup_desktop.base.errors import (
    DamagedFileError,
    DiskFullError,
    IntegrityFault,
    LearnUpError,
    ModelsMissingError,
    NetworkError,
    PlatformError,
    StorageError,
)
from learnup_desktop.proctoring.installation import (
    InstallStep,
    LicenceFact,
    LicenceNeededError,
    ModelsStatus,
)


class Installer(Protocol):
    """What is used of ``proctoring.installation.ModelsProcess``."""

    async def status(self) -> ModelsStatus: ...
    async def install(
        self, source: Path | None, on_step: Callable[[InstallStep], None], *, accepted_by: str = ""
    ) -> None: ...


class ModelsStep(StrEnum):
    """Where it stands."""

    LOOKING = "looking"
    IDLE = "idle"
    WORKING = "working"


class Installed(StrEnum):
    """What is here, in one word. Keys are ``models.installed.<word>``."""

    ALL = "all"
    CUSTOM = "custom"
    """All tasks, at least one by a file that the manifest does not know."""
    PART = "part"
    NONE = "none"
    DAMAGED = "damaged"


@dataclass(slots=True)
class ModelsState:
    """What the card shows.

    Attributes:
        status: None until it is known.
        step_now: progress of the file that comes now.
        error: why the last installation did not succeed; ``models.fault.<fault_word>`` has the words.
        stopped: the last installation was stopped by its owner.
        done: the last installation succeeded.
    """

    step: ModelsStep = ModelsStep.LOOKING
    status: ModelsStatus | None = None
    step_now: InstallStep | None = None
    error: LearnUpError | None = None
    stopped: bool = False
    done: bool = False

    @property
    def installed(self) -> Installed:
        """What is here, in one word."""
        status = self.status
        if status is None or not status.files:
            return Installed.DAMAGED if status is not None and status.damaged else Installed.NONE
        if status.missing:
            return Installed.PART
        return Installed.CUSTOM if any(file.custom for file in status.files) else Installed.ALL

    @property
    def resumable(self) -> bool:
        """Whether a download was begun and not finished."""
        return self.status is not None and self.status.partial_bytes > 0 and bool(self.status.missing)


def fault_word(error: LearnUpError) -> str:
    """What went wrong, as the end of a message key."""
    words: tuple[tuple[type[LearnUpError], str], ...] = (
        (NetworkError, "network"),
        (PlatformError, "server"),
        (DiskFullError, "disk_full"),
        (DamagedFileError, "damaged"),
        (IntegrityFault, "wrong_file"),
        (ModelsMissingError, "no_models"),
        (StorageError, "storage"),
    )
    return next((word for kind, word in words if isinstance(error, kind)), "other")


class FaceModelsService:
    """Use cases of the card; one installation at a time.

    Args:
        installer: does it, in a process of its own.
        person: who accepts licences here, for the record.
    """

    def __init__(self, installer: Installer, person: str) -> None:
        self._installer = installer
        self._person = person
        self._task: asyncio.Task[None] | None = None
        self.state = ModelsState()
        self.on_changed: Callable[[], None] = lambda: None

    @property
    def person(self) -> str:
        """Who accepts licences here."""
        return self._person

    async def look(self) -> None:
        """Find out what is here; an installation that is going on is left alone."""
        if self.state.step is ModelsStep.WORKING:
            return
        try:
            self.state.status = await self._installer.status()
        except LearnUpError as error:
            self.state.error = error
        self.state.step = ModelsStep.IDLE
        self.on_changed()

    async def install(self, source: Path | None = None, *, accepted: bool = False) -> tuple[LicenceFact, ...]:
        """Install; returns the terms that have to be accepted first, none when it was tried.

        What went wrong is in ``state.error``; stopping it is no error.

        Args:
            source: folder or zip; None downloads what is missing and goes on with what was begun.
            accepted: whether ``person`` has accepted the terms that an earlier call returned.
        """
        if self._task is not None:
            return ()
        state = self.state
        state.step, state.error, state.stopped, state.done, state.step_now = (
            ModelsStep.WORKING,
            None,
            False,
            False,
            None,
        )
        self.on_changed()
        by = self._person if accepted else ""
        self._task = asyncio.create_task(self._installer.install(source, self._stepped, accepted_by=by))
        needed: tuple[LicenceFact, ...] = ()
        succeeded = False
        try:
            await asyncio.wait([self._task])
            needed = self._ended(self._task)
            succeeded = not needed and not state.stopped and state.error is None
        finally:
            self._task.cancel()
            self._task = None
            state.step = ModelsStep.IDLE
        await self.look()
        state.done = succeeded
        self.on_changed()
        return needed

    def stop(self) -> None:
        """Stop the installation; what came is kept."""
        if self._task is not None:
            self._task.cancel()

    def _ended(self, task: "asyncio.Task[None]") -> tuple[LicenceFact, ...]:
        if task.cancelled():
            self.state.stopped = True
            return ()
        error = task.exception()
        if isinstance(error, LicenceNeededError):
            return error.licences
        if isinstance(error, LearnUpError):
            self.state.error = error
        elif error is not None:
            raise error
        return ()

    def _stepped(self, step: InstallStep) -> None:
        self.state.step_now = step
        self.on_changed()

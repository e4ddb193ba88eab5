"""The camera for something that a student holds up: a code, or a sheet of paper.

An exam that is watched has its camera open already and keeps watching with it; in any other it is opened for the moment
and closed again. Either way pictures are read and taken in the camera's own process.
"""

import asyncio
from collections.abc import Callable

from learnup_desktop.base.errors import CameraError
from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.features.exams.watch import Watch, WatchTopic
from learnup_desktop.proctoring.messages import CodeRead, FaultKey, ReadCodes, Ready, ShowPaper, StillTaken, TakeStill
from learnup_desktop.proctoring.preview import PreviewFrame

TAKE_SECONDS = 25.0
"""Longer than the worker waits for its camera: its answer says why, silence only that."""


class StudentCamera:
    """Borrowed from the watch of a lobby or sitting; one use at a time.

    Args:
        watch: whose camera.

    Attributes:
        on_changed: called when a picture or a fault has come or gone.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.on_changed: Callable[[], None] = lambda: None
        self._on_code: Callable[[str], None] | None = None
        self._paper = False
        self._opened_here = False
        self._still: asyncio.Future[StillTaken] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def available(self) -> bool:
        """Whether this computer can have a camera at all."""
        return self._watch.available

    @property
    def fault(self) -> FaultKey | None:
        """Why there is no picture; None while there is one, or it may still come."""
        return self._watch.state.camera_fault or self._watch.state.worker_fault

    def newest_frame(self) -> PreviewFrame | None:
        """The newest preview picture."""
        return self._watch.newest_frame()

    async def read_codes(self, on_code: Callable[[str], None]) -> None:
        """Look for QR codes until ``close``; ``on_code`` gets what each says.

        Raises:
            CameraError: this computer has none, or no memory for its pictures.
        """
        self._on_code = on_code
        self._open()

    async def show_paper(self) -> None:
        """Look at paper until ``close``, so that no rule judges what is seen.

        Raises:
            CameraError: this computer has none, or no memory for its pictures.
        """
        self._paper = True
        self._open()

    async def take(self) -> bytes:
        """One photograph in the camera's largest mode, as JPEG of at most ``MAXIMUM_WORK_BYTES``.

        Raises:
            CameraError: the camera gave none; ``reason`` is a ``FaultKey``.
        """
        self._still = asyncio.get_running_loop().create_future()
        self._watch.run_errand(TakeStill())
        try:
            async with asyncio.timeout(TAKE_SECONDS):
                taken = await self._still
        except TimeoutError as error:
            raise CameraError("no answer", reason=FaultKey.CAMERA_SILENT.value) from error
        finally:
            self._still = None
        if taken.fault is not None:
            raise CameraError("no picture", reason=taken.fault.value)
        try:
            return await asyncio.to_thread(base64url_decode, taken.picture)
        except ValueError as error:
            raise CameraError("no picture", reason=FaultKey.CAMERA_FORMAT.value) from error

    async def close(self) -> None:
        """Give the camera back to whoever had it; may be called twice."""
        self._unsubscribe()
        if self._on_code is not None:
            self._watch.run_errand(ReadCodes(on=False))
        if self._paper:
            self._watch.run_errand(ShowPaper(on=False))
        self._on_code, self._paper = None, False
        self._watch.on_errand = None
        if self._opened_here:
            self._opened_here = False
            await self._watch.stop()

    def _open(self) -> None:
        if not self._watch.available:
            raise CameraError("no camera", reason=FaultKey.CAMERA_MISSING.value)
        self._watch.on_errand = self._take
        self._unsubscribe()
        self._unsubscribe = self._watch.changed.subscribe(self._changed)
        if not self._watch.state.running:
            try:
                self._watch.open_camera()
            except OSError as error:
                raise CameraError(repr(error), reason=FaultKey.CAMERA_SILENT.value) from error
            self._opened_here = True
        self._ask()

    def _ask(self) -> None:
        if self._on_code is not None:
            self._watch.run_errand(ReadCodes(on=True))
        if self._paper:
            self._watch.run_errand(ShowPaper(on=True))

    def _take(self, message: Ready | CodeRead | StillTaken) -> None:
        if isinstance(message, Ready):
            self._ask()  # a worker that was started anew knows of nothing
        elif isinstance(message, CodeRead):
            if self._on_code is not None:
                self._on_code(message.text)
        elif self._still is not None and not self._still.done():
            self._still.set_result(message)

    def _changed(self, _topic: WatchTopic) -> None:
        self.on_changed()

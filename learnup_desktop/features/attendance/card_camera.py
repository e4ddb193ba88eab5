"""Cards held to the room's camera: the process that reads them, and what it says. What a card means is the desk's."""

from collections.abc import Callable

from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.proctoring.roll_call import RollCallProcess
from learnup_desktop.proctoring.roll_messages import Begin, RollCard, RollFault, RollMessage, RollView


class CardCamera:
    """One desk's camera.

    Args:
        camera: names the room's camera.
        process: makes the child process; tests pass their own.

    Attributes:
        on_card: called with the text of each card.
        on_changed: called when ``phase``, ``fault`` or ``view`` has changed.
        phase: ``off``, ``starting`` or ``reading``.
        fault: key of what went wrong last; empty when nothing did.
        view: what the camera sees, as JPEG; empty when there is none.
    """

    def __init__(
        self,
        camera: Callable[[], str],
        process: Callable[[Callable[[RollMessage], None]], RollCallProcess] = RollCallProcess,
    ) -> None:
        self._camera = camera
        self._make = process
        self._process: RollCallProcess | None = None
        self.on_card: Callable[[str], None] = lambda text: None
        self.on_changed: Callable[[], None] = lambda: None
        self.phase = "off"
        self.fault = ""
        self.view = b""

    def start(self) -> None:
        """Read cards until :meth:`stop`. On a running loop; twice is harmless."""
        if self._process is None:
            self._process = self._make(self._hear)
            self._process.start(Begin(people=(), faces=False))
            self._process.cards(self._camera())
            self.phase, self.fault = "starting", ""
            self.on_changed()

    def stop(self) -> None:
        """Let the camera go dark, at once and without waiting."""
        process, self._process = self._process, None
        if process is not None:
            process.stop()
            self.phase, self.view = "off", b""
            self.on_changed()

    # -- inside -------------------------------------------------------------------------------------------------------

    def _hear(self, message: RollMessage) -> None:
        if self._process is None:
            return
        if isinstance(message, RollCard):
            self.on_card(message.text)
        elif isinstance(message, RollView):
            self.phase, self.fault, self.view = "reading", "", base64url_decode(message.picture)
            self.on_changed()
        elif isinstance(message, RollFault):
            self.fault, self.view = message.key, b""
            if message.key in ("worker_crashed", "worker_cannot_start"):
                self.stop()
            self.on_changed()

"""The connections that the program makes, each with an owner here, so that none outlives it.

A connection is handed from the one who signs in to the page, to the composition root, to the opened account; a program
that is closed in between has nobody else who knows of it.
"""

from typing import TYPE_CHECKING

from learnup_desktop.base.clock import Clock
from learnup_desktop.qt import i18n

if TYPE_CHECKING:
    from learnup_desktop.api.client import PlatformClient


class Clients:
    """Makes clients, and closes what others have not.

    Args:
        clock: this PC's clock.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: list[PlatformClient] = []

    def connect(self, address: str) -> "PlatformClient":
        """A client for a server, without tokens; whoever gets it closes it.

        Raises:
            ProtocolError: not the address of a server.
            InsecureConnectionError: plain http to another computer.
        """
        from learnup_desktop.api.client import PlatformClient
        from learnup_desktop.api.tokens import TokenKeeper
        from learnup_desktop.api.transport import Transport

        client = PlatformClient(Transport(address, self._clock, TokenKeeper(), language=i18n.language()))
        self._open = [other for other in self._open if not other.transport.closed]
        self._open.append(client)
        return client

    async def close(self) -> None:
        """Close all that are still open."""
        for client in self._open:
            await client.close()
        self._open.clear()

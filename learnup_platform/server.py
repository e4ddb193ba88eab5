"""uvicorn, announcing itself to the process that started it, and ending with it."""

import json
import os
import socket
import sys
import threading

import uvicorn


class AnnouncingServer(uvicorn.Server):
    """Prints ``{"ready": true, "url": …, "pid": …}`` on standard output when it listens.

    Args:
        config: uvicorn's configuration.
        url: where it will be reached.
    """

    def __init__(self, config: uvicorn.Config, url: str) -> None:
        super().__init__(config)
        self.url = url

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            print(json.dumps({"ready": True, "url": self.url, "pid": os.getpid()}), flush=True)


def end_with_input(server: uvicorn.Server) -> None:
    """End ``server`` in order when standard input closes, which it does however the parent ends."""

    def watch() -> None:
        descriptor = sys.stdin.fileno()
        while os.read(descriptor, 1024):
            pass
        server.should_exit = True

    threading.Thread(target=watch, daemon=True, name="parent").start()

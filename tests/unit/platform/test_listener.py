"""The platform's listening socket."""

import socket

from learnup_platform.cli import _listen


def test_connections_do_not_wait_for_acknowledgements() -> None:
    with _listen("127.0.0.1", 0) as listener:
        # asyncio sets TCP_NODELAY only on sockets that say they are TCP, and accepted ones take after the listener.
        assert listener.proto == socket.IPPROTO_TCP

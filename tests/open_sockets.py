"""Which connections this process has open: what is closed must be closed, not on its way to be."""

import os
from urllib.parse import urlsplit

import psutil


def open_sockets_to(url: str) -> list[str]:
    """The local ends of this process's connections to a server, whoever made them."""
    port = urlsplit(url).port
    connections = psutil.Process(os.getpid()).net_connections(kind="tcp")
    return [str(item.laddr) for item in connections if item.raddr and item.raddr.port == port]

"""Making the httpx client: certificates, proxies and patience. It blocks for a quarter of a second: use a thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from learnup_desktop.base.addresses import is_loopback

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Limits:
    """Patience, in seconds. ``read`` is between two pieces of an answer; ``tries`` counts the first one too."""

    connect: float = 5.0
    read: float = 20.0
    write: float = 20.0
    tries: int = 3
    first_pause: float = 0.3
    longest_pause: float = 8.0


def is_loopback_url(url: str) -> bool:
    """Whether the address is this computer itself."""
    return is_loopback(urlsplit(url).hostname or "")


def open_client(
    base_url: str, limits: Limits, proxy: str | None, wire: "httpx.AsyncBaseTransport | None"
) -> "httpx.AsyncClient":
    """A client for one platform; HTTP/2 and the computer's own certificates where there is TLS."""
    import ssl

    from learnup_desktop import __version__
    from learnup_desktop.base.lean_imports import import_lean

    import_lean("httpx", ("click", "rich", "pygments"))
    import httpx

    encrypted = base_url.startswith("https:") and wire is None
    if encrypted:
        import truststore

        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        # Nothing is encrypted here and no redirect is followed: a context that trusts nobody is enough, and cheap.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.AsyncClient(
        base_url=base_url,
        http2=encrypted,
        verify=context,
        transport=wire,
        proxy=proxy,
        trust_env=not is_loopback_url(base_url),
        follow_redirects=False,
        timeout=httpx.Timeout(limits.read, connect=limits.connect, write=limits.write, pool=limits.connect),
        limits=httpx.Limits(max_connections=8, max_keepalive_connections=4, keepalive_expiry=60.0),
        headers={"User-Agent": f"learnup-desktop/{__version__}", "Accept": "application/json"},
    )

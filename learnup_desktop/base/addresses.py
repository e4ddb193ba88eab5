"""Server addresses: one spelling for each server, and which of them are this computer itself."""

import ipaddress
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this computer, so that its traffic never leaves it."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def normalise_address(text: str) -> str:
    """``school.lk/`` becomes ``https://school.lk``: scheme, lower-case host, port unless the usual one, nothing else.

    Without a scheme it is https, except for this computer itself.

    Raises:
        ValueError: not the address of a server.
    """
    text = text.strip()
    if "://" not in text:
        host = urlsplit(f"//{text}").hostname or ""
        text = f"{'http' if is_loopback(host) else 'https'}://{text}"
    parts = urlsplit(text)
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".")
    if scheme not in _DEFAULT_PORTS or not host or any(character.isspace() for character in text) or parts.username:
        raise ValueError("not the address of a server")
    port = parts.port
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + (f":{port}" if port not in (None, _DEFAULT_PORTS[scheme]) else "")

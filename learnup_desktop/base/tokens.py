"""The pair of tokens a signed-in account holds, because both the vault and the transport handle it and may not meet."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tokens:
    """Access and refresh token. The secrets are kept out of ``repr``, so that no log or traceback shows them.

    Attributes:
        access: JWT for requests; empty when only the refresh token was kept (the next request refreshes first).
        refresh: works once.
        expires_at: when the access token ends by this PC's clock; None when not known.
    """

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    expires_at: datetime | None = None

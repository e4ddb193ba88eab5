"""What the command line asked of a start of the client; made by ``cli``, read by ``app``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClientOptions:
    """One start.

    Attributes:
        demo: start the embedded platform with the demo school and offer its accounts.
        server: address of a platform, instead of the remembered one; empty for the remembered one.
        timings: print one JSON line (``base.timings``) once the window is interactive.
        quit_when_ready: end with 0 as soon as the window is interactive.
        debug: log everything, and name whatever blocks the loop.
        language: "en", "si" or "ta" for this start; empty for the setting.
    """

    demo: bool = False
    server: str = ""
    timings: bool = False
    quit_when_ready: bool = False
    debug: bool = False
    language: str = ""

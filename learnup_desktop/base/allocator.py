"""How this process asks the C library for memory.

glibc gives each thread an arena of its own, so that threads do not wait for each other; what one thread has given back
stays in its arena. A client with a thread for each SQLite file and a few for hashing holds 10 MB in that way, and wins
nothing: Python's lock lets one of them allocate at a time.
"""

import ctypes
import sys

_M_ARENA_MAX = -8
"""mallopt(3); the same as ``MALLOC_ARENA_MAX`` in the environment, which is read before a program can set it."""


def use_one_arena() -> None:
    """Let all threads share one arena, where the C library has arenas. Call before the first thread is started."""
    if not sys.platform.startswith("linux"):
        return
    try:
        set_option = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        # Another C library: it has no arenas.
        return
    set_option(_M_ARENA_MAX, 1)

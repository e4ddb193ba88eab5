"""The composition root: the only place where objects are wired together.

``run_client(options)``
    The program with a window, from the birth of the process to its exit code.
``application.Application``
    The same without the run: ``await start()``, ``await sign_in(…)``, ``.window``, ``await close()`` under a running
    qasync loop; the walk-through, the gallery and the tests drive the real widgets through it.

Order of a start (budget: window 450 ms, interactive 700 ms): settings, style and the empty frame first; then what the
pages need (pydantic, SQLite) and Today from the cache; the network comes last. Modules here import at the top only what
the first window needs; ``tests/unit/test_startup_modules.py`` guards that.
"""

import gc

from learnup_desktop.base.options import ClientOptions


def run_client(options: ClientOptions) -> int:
    """Run the program with a window; see ``startup``."""
    # What imports make stays for good: looking through it for garbage takes 20 ms of a start and finds none. From the
    # loop's beginning on ``qt.garbage`` collects.
    gc.disable()
    import learnup_desktop.app.before_qt
    import learnup_desktop.app.unwatched_imports  # noqa: F401 - their docstrings say why they come first
    from learnup_desktop.app.startup import run

    return run(options)


__all__ = ["run_client"]

"""Modules loaded on a thread ahead of need, so that no click waits for an import.

Importing a page takes 10 to 130 ms, which on the loop would be a stand-still. Python's import lock makes this safe: who
needs a module that is being loaded waits for it and does not load it twice. What is loaded here is loaded sooner or
later in every session of that role; together it takes about 5 MB.
"""

import asyncio
import gc
import importlib
import sys
from collections.abc import Iterable

_FEATURES = "learnup_desktop.features"

SIGN_IN = (
    "learnup_desktop.api.client",
    "learnup_desktop.api.system",
    "learnup_desktop.api.auth",
    # httpcore loads these two at the first request.
    "anyio._core._synchronization",
    "anyio._backends._asyncio",
    f"{_FEATURES}.sign_in.service",
    f"{_FEATURES}.sign_in.sign_in_page",
    "learnup_desktop.store.vault",
)
"""Before the sign-in page is shown."""

OPENING = (
    "learnup_desktop.app.session",
    "learnup_desktop.app.exam_parts",
    "learnup_desktop.app.ledger_words",
    "learnup_desktop.store.vault",
    f"{_FEATURES}.today.service",
    f"{_FEATURES}.today.today_page",
    *(
        f"{_FEATURES}.{name}.routes"
        for name in (
            "account",
            "attendance",
            "attendance_record",
            "classes",
            "enrolment",
            "exams",
            "invigilation",
            "library",
            "live",
            "marking",
            "messages",
            "publications",
            "recordings",
            "results",
            "payments",
            "settings",
            "study",
            "timetable",
        )
    ),
)
"""Before an account is opened."""

NETWORK = (
    "learnup_desktop.api.client",
    "learnup_desktop.api.exams",
    "anyio._core._synchronization",
    "anyio._backends._asyncio",
    "learnup_desktop.sync.account_sync",
    "learnup_desktop.store.downloads",
    "learnup_desktop.store.search_index",
    "learnup_desktop.sync.receipts",
    "learnup_desktop.realtime.connection",
)
"""Before an opened account talks to its platform."""

_PAGES = (
    "learnup_desktop.shell.palette",
    "learnup_desktop.shell.ledger_panel",
    f"{_FEATURES}.timetable.timetable_page",
    f"{_FEATURES}.classes.classes_page",
    f"{_FEATURES}.library.library_page",
    f"{_FEATURES}.settings.settings_page",
    f"{_FEATURES}.account.account_page",
)
PAGES = {
    "student": (
        f"{_FEATURES}.exams.exams_page",
        *_PAGES,
        "learnup_desktop.lockdown.qt_lockdown",
        f"{_FEATURES}.exams.lobby_page",
        f"{_FEATURES}.enrolment.enrolment_page",
        f"{_FEATURES}.exams.sitting_page",
        f"{_FEATURES}.exams.sitting_view_widgets",
        f"{_FEATURES}.exams.receipt_page",
        f"{_FEATURES}.study.study_page",
        f"{_FEATURES}.results.results_page",
        f"{_FEATURES}.payments.payments_page",
    ),
    "teacher": (
        f"{_FEATURES}.attendance.attendance_page",
        *_PAGES,
        f"{_FEATURES}.invigilation.invigilation_page",
        f"{_FEATURES}.marking.marking_page",
        f"{_FEATURES}.enrolment.approval_page",
    ),
}
"""By role, in the order of need, while the first page is being looked at."""

DELAY_SECONDS = 0.5
PAUSE_SECONDS = 0.02
"""Between two modules: a loading thread holds Python's lock, and the loop is to have it in between."""


async def load(modules: Iterable[str], *, pause: float = 0.0) -> None:
    """Import on a thread, one after the other; what is loaded already costs nothing.

    Modules stay for good, so no garbage collection is to look through them: with all of them it takes 50 ms.
    """
    missing = [name for name in modules if name not in sys.modules]
    if not pause:
        await asyncio.to_thread(_load_all, missing)
        return
    for name in missing:
        await asyncio.to_thread(_load_all, (name,))
        await asyncio.sleep(pause)


def _load_all(names: Iterable[str]) -> None:
    for name in names:
        importlib.import_module(name)
    gc.freeze()


def before_signing_in() -> tuple[str, ...]:
    """While somebody types a password: what follows from it, whoever it is."""
    return (*OPENING, *NETWORK)


async def soon(modules: Iterable[str]) -> None:
    """The same once what is on the screen has been drawn, and with pauses."""
    await asyncio.sleep(DELAY_SECONDS)
    await load(modules, pause=PAUSE_SECONDS)


def of_role(role: str) -> tuple[str, ...]:
    """What an opened account needs next, and signing out at its end."""
    return (*NETWORK, *PAGES.get(role, ()), *SIGN_IN)

"""What is done once, when the start is over and nobody waits."""

import asyncio
import gc

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea

from learnup_desktop.qt.loop import next_turn

SETTLED_SECONDS = 2.0
"""After the window reacts; by then what a client keeps for its whole life is loaded."""


async def settle() -> None:
    """Keep what the start loaded out of the collector's way, and let the binding make its classes.

    No collection needs to look through what stays for good; not even a first one, which would take 50 ms in one piece
    for 200 kB. The binding makes a class of Qt when it is first used, and all that there are at the first object of
    which it does not know what it is: 9 ms each for widgets and for the rest, which no click should have to wait for.
    """
    gc.freeze()
    await asyncio.sleep(SETTLED_SECONDS)
    await next_turn()
    QScrollArea().viewport()
    await next_turn()
    application = QCoreApplication.instance()
    if application is not None:
        application.findChild(QScrollArea)
    gc.freeze()

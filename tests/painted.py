"""When a window may be grabbed: painting is held back while theme, size or language change; it is half empty then."""

import asyncio

from learnup_desktop.qt.painting import painting
from learnup_desktop.qt.theme import theme

PATIENCE_SECONDS, LOOK_SECONDS = 60.0, 0.02


async def painted() -> None:
    """Wait until a change has come to every widget and all is painted again.

    Raises:
        TimeoutError: something holds painting back for good.
    """
    hold, telling = painting(), theme()._followers._telling
    for _ in range(round(PATIENCE_SECONDS / LOOK_SECONDS)):
        if not (hold._reasons or hold._held or hold._letting_go.busy or telling.busy):
            break
        await asyncio.sleep(LOOK_SECONDS)
    else:
        raise TimeoutError("painting is held back for good")
    await asyncio.sleep(0.1)

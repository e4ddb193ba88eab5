"""Pictures of a live class to be looked at: ``python -m tests.gallery_meeting OUT [--language ta] [--zoom 200]``.

The window is that of the meeting's own process, joined to the stand-in; with a display (``xvfb-run`` is one) the picker
has a screen to show.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path

from learnup_desktop.meeting.messages import Look, Ticket
from tests.meeting_driver import FLAGS, MeetingDriver, ticket
from tests.meeting_standin import MeetingStandIn

SETTLE_SECONDS = 1.5
TABS = ("people", "chat", "materials")


async def _pictures(out: Path, look: Look) -> None:
    standin = MeetingStandIn(Path(tempfile.mkdtemp(prefix="learnup-gallery-")))
    mark = f"{look.language}-{look.scheme}-{look.zoom_percent}"
    async with MeetingDriver(standin) as meeting:
        meeting.join("class-1", moderator=True, look=look)
        await meeting.until_state("joined")
        await meeting.until(lambda: standin.of("class-1", "media"))
        await meeting.ask("press", button="microphone")
        for tab in TABS:
            await meeting.ask("tab", name=tab)
            await asyncio.sleep(SETTLE_SECONDS)
            await meeting.picture(out / f"meeting-{tab}-{mark}.png")
        await meeting.ask("press", button="share")
        await meeting.until_window(lambda now: now["dialogs"])
        await asyncio.sleep(SETTLE_SECONDS)
        await meeting.picture(out / f"picker-{mark}.png", "dialog")
        await meeting.ask("choose", value="cancel")
        await meeting.picture(out / f"mini-bar-{mark}.png", "mini")
        await meeting.picture(out / f"sharing-bar-{mark}.png", "sharing")
    await _said(out, look, mark, standin, ticket(standin.domain, "password-1"), "password")
    standin.refusing = True
    await _said(out, look, mark, standin, ticket(standin.domain, "class-1"), "connecting")
    standin.close()


async def _said(out: Path, look: Look, mark: str, standin: MeetingStandIn, given: Ticket, state: str) -> None:
    async with MeetingDriver(standin) as meeting:
        meeting.join("any", ticket=given, look=look)
        await meeting.until(lambda: meeting.told.state == state and (state == "password" or meeting.told.reason))
        await asyncio.sleep(SETTLE_SECONDS)
        await meeting.picture(out / f"{state}-{mark}.png")


def main(argv: list[str]) -> int:
    """Take them; the exit code."""
    parser = argparse.ArgumentParser(prog="tests.gallery_meeting", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--zoom", type=int, default=100)
    options = parser.parse_args(argv)
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = FLAGS
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    options.out.mkdir(parents=True, exist_ok=True)
    look = Look(language=options.language, scheme=options.theme, zoom_percent=options.zoom)
    asyncio.run(_pictures(options.out.absolute(), look))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

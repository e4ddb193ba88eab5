"""A second screen on a lesson's roll: page, store and live line as the program wires them, told only by Socket.IO."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from learnup_desktop.contract.realtime import AttendanceUpdated
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.realtime.connection import LineState, RealtimeConnection
from learnup_desktop.realtime.events import RealtimeEvent
from tests.integration.client_side import ClientSide, signed_in
from tests.unit.features.page_driver import Frame, show, until


@dataclass
class SecondScreen:
    """What the other teacher looks at.

    Attributes:
        events: what came over the live line.
    """

    side: ClientSide
    page: AttendancePage
    events: list[RealtimeEvent] = field(default_factory=list)

    def shows(self, student_id: str) -> str:
        """What the student's tile says; empty without a mark."""
        return next(tile.shown().text for tile in self.page.grid.tiles() if tile.student.id == student_id)


@asynccontextmanager
async def second_screen(url: str, folder: Path, username: str, lesson_id: str) -> AsyncIterator[SecondScreen]:
    """Signed in, pulled, connected, with the lesson open. After that nothing is asked for without a hint."""
    async with signed_in(url, folder, username, "second-screen") as side:
        await side.sync.engine.pull()
        service = AttendanceService(
            side.store.cache,
            side.store.marks,
            account_id=side.pair.account.id,
            device_id=side.device_id,
            now=side.sync.clock.now,
            zone=UTC,
        )
        screen = SecondScreen(side, AttendancePage(service, Frame()))

        def heard(event: RealtimeEvent) -> None:
            screen.events.append(event)
            side.sync.hint(soon=isinstance(event, AttendanceUpdated))

        states: list[LineState] = []
        transport = side.client.transport

        def line_changed(state: LineState) -> None:
            states.append(state)
            side.sync.set_live(state is LineState.CONNECTED)

        line = RealtimeConnection(transport.base_url, transport.access_token, heard, line_changed)
        stop = side.sync.engine.on_changed(
            lambda streams: screen.page.data_changed(frozenset(str(stream) for stream in streams))
        )
        side.sync.start()
        line.start()
        try:
            await until(lambda: LineState.CONNECTED in states, 20)
            show(screen.page)
            screen.page.activated({"lesson_id": lesson_id})
            await until(lambda: screen.page.stack.state() == "content" and not screen.page.tasks.busy(), 20)
            screen.page.grid.finish()
            await until(lambda: side.sync.state.state.online, 20)
            yield screen
        finally:
            stop()
            screen.page.tasks.close()
            await screen.page.tasks.wait_closed()
            await line.close()
            screen.page.deleteLater()

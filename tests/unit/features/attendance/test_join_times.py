"""Join times of a live class beside the grid: nothing is a mark before the teacher says so, and hand marks stay."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from learnup_desktop.base.clock import ManualClock
from learnup_desktop.base.errors import OfflineError
from learnup_desktop.contract.attendance import AttendanceProposal, AttendanceState, MarkMethod, ProposedMark
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.attendance.attendance_page import AttendancePage
from learnup_desktop.features.attendance.online import JoinTimes
from learnup_desktop.features.attendance.service import AttendanceService
from learnup_desktop.qt.widgets import BaseButton
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NAMES, NOW, change, lesson, opened_store


def proposed(number: int, state: AttendanceState | None, late: int = 0, there: int = 40) -> ProposedMark:
    return ProposedMark(
        student_id=f"s{number}", student_name=NAMES[number], state=state, minutes_late=late, minutes_there=there
    )


class Api:
    """What the platform proposes; None: there is no network."""

    def __init__(self) -> None:
        self.marks: Sequence[ProposedMark] | None = ()

    async def proposal(self, lesson_id: str) -> AttendanceProposal:
        if self.marks is None:
            raise OfflineError("no network")
        return AttendanceProposal(lesson_id=lesson_id, marks=list(self.marks))


class Desk:
    """The page with a live class open."""

    def __init__(self, store: AccountStore, qtbot: QtBot) -> None:
        self.store, self.api, self.frame = store, Api(), Frame()
        clock = ManualClock(NOW)
        service = AttendanceService(
            store.cache, store.marks, account_id="teacher", device_id="pc", now=clock.utc_now, zone=COLOMBO
        )
        times = JoinTimes(lambda: self.api)  # type: ignore[arg-type,return-value]  # the one method that is asked
        self.page = AttendancePage(service, self.frame, None, None, times)
        qtbot.addWidget(self.page)

    async def open(self, *, online: bool = True) -> AttendancePage:
        item = lesson("now", 0, 9, online=online)
        await self.store.cache.apply([change(Stream.LESSONS, "now", item, 2)], "d")
        show(self.page)
        self.page.activated({"lesson_id": "now"})
        await until(lambda: self.page.stack.state() == "content" and not self.page.tasks.busy())
        return self.page

    async def close(self) -> None:
        self.page.tasks.close()
        await self.page.tasks.wait_closed()


def test_join_times_are_confirmed_one_by_one_or_all(run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path) -> None:
    async def body() -> None:
        async with opened_store(tmp_path) as store:
            desk = Desk(store, qtbot)
            page = await desk.open()
            card, board = page.helpers.join_times, page.board()
            assert card is not None
            assert board is not None
            desk.api.marks = [
                proposed(0, AttendanceState.PRESENT),
                proposed(1, AttendanceState.LATE, 12),
                proposed(2, None, there=9),
                proposed(3, AttendanceState.ABSENT, there=0),
                proposed(4, AttendanceState.PRESENT),
            ]
            page.grid.set_current(4)
            page.mark(AttendanceState.EXCUSED)
            page.head.online.click()
            await until(lambda: len(card.rows.rows()) == 4)  # who is marked by hand is not asked about
            assert board.mark_of("s0") is None
            first = card.rows.rows()[0].findChildren(BaseButton)
            assert [button.accessibleName() for button in first] == [f"{NAMES[0]}: Present"]
            first[0].click()
            made = board.mark_of("s0")
            assert made is not None
            assert (made.state, made.method) == (AttendanceState.PRESENT, MarkMethod.ONLINE)
            card.all.click()
            late = board.mark_of("s1")
            assert late is not None
            assert (late.state, late.minutes_late) == (AttendanceState.LATE, 12)
            assert board.mark_of("s2") is None  # too short to say: the teacher's to judge
            still = board.mark_of("s4")
            assert still is not None
            assert still.method is MarkMethod.MANUAL
            await until(lambda: len(card.rows.rows()) == 1)
            card.rows.rows()[0].findChildren(BaseButton)[1].click()
            judged = board.mark_of("s2")
            assert judged is not None
            assert judged.state is AttendanceState.ABSENT
            await until(lambda: not page.tasks.busy())
            kept = (await store.marks.marks_for("now")).standing
            assert {key: mark.state.value for key, mark in kept.items()} == {
                "s0": "present",
                "s1": "late",
                "s2": "absent",
                "s3": "absent",
                "s4": "excused",
            }
            page.undo()
            assert board.mark_of("s2") is None
            page.head.record.click()
            assert desk.frame.visited == [("class-attendance", {"class_id": "physics"})]
            await desk.close()

    run_qt(body())


def test_without_a_network_it_says_so_and_a_class_in_a_room_has_no_join_times(
    run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path
) -> None:
    async def body() -> None:
        async with opened_store(tmp_path) as store:
            desk = Desk(store, qtbot)
            page = await desk.open()
            card = page.helpers.join_times
            assert card is not None
            desk.api.marks = None
            page.open_join_times()
            await until(lambda: not page.tasks.busy())
            assert card.words.text()
            assert not card.open_proposals()
            desk.api.marks = [proposed(1, AttendanceState.PRESENT)]
            card.again.click()
            await until(lambda: len(card.rows.rows()) == 1)
            page.deactivated()
            assert card.isHidden()
            await store.cache.apply([change(Stream.LESSONS, "now", lesson("now", 0, 9), 3)], "e")
            page.data_changed(frozenset({"lessons"}))
            await until(lambda: page.head.online.isHidden())
            page.open_join_times()
            assert card.isHidden()
            await desk.close()

    run_qt(body())

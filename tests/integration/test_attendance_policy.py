"""The school's rule: set on an administrator's page, in force on the platform and with every class of a teacher."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.contract import routes
from learnup_desktop.contract.attendance_policy import AttendancePolicy
from learnup_desktop.contract.classes import SchoolClass
from learnup_desktop.contract.sync import Stream
from learnup_desktop.features.attendance_record.policy import PolicyService
from learnup_desktop.features.attendance_record.policy_page import PolicyPage
from tests.integration.client_side import signed_in
from tests.platform_fixture import RunningPlatform
from tests.unit.features.page_driver import show, until


def test_an_administrator_sets_the_rule_for_every_class(
    run_qt: Callable[..., None], qtbot: QtBot, platform: RunningPlatform, tmp_path: Path
) -> None:
    async def body() -> None:
        async with (
            signed_in(platform.url, tmp_path / "office", "admin", "office") as office,
            signed_in(platform.url, tmp_path / "room", "kamala", "room") as room,
        ):
            page = PolicyPage(PolicyService(office.store.cache, lambda: office.client.attendance))
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.stack.state() == "content" and not page.tasks.busy())
            assert page.chosen() == AttendancePolicy()
            assert (page.save.isEnabled(), page.usual.isHidden(), page.offline.isHidden()) == (False, True, True)
            combo = page.fields["absent_in_a_row"].combo
            combo.setFocus()
            QTest.keyClick(combo, Qt.Key.Key_Up)
            assert "2 absences in a row" in page.sentence.text()
            page.save.click()
            await until(lambda: not page.tasks.busy())
            assert not page.save.isEnabled()
            try:
                said = await office.client.attendance.policy()
                assert said == AttendancePolicy(absent_in_a_row=2)
                await room.sync.engine.pull()
                classes = await room.store.cache.all(Stream.CLASSES, SchoolClass)
                assert [item.attendance_policy for item in classes] == [said] * len(classes)
                assert classes
                page.usual.click()
                page.save.click()
                await until(lambda: not page.tasks.busy())
                assert await office.client.attendance.policy() == AttendancePolicy()
            finally:
                usual = AttendancePolicy().to_wire()
                platform.client("admin", "tidy").put(routes.ATTENDANCE_POLICY, json=usual).raise_for_status()
            page.tasks.close()
            await page.tasks.wait_closed()

    run_qt(body())


def test_without_a_network_it_is_shown_and_cannot_be_changed(
    run_qt: Callable[..., None], qtbot: QtBot, platform: RunningPlatform, tmp_path: Path
) -> None:
    async def body() -> None:
        async with signed_in(platform.url, tmp_path / "office", "admin", "office") as office:
            service = PolicyService(office.store.cache, lambda: office.client.attendance)
            online = False

            async def in_force() -> AttendancePolicy:
                if not online:
                    raise OfflineError("no network")
                return AttendancePolicy(required_per_mille=780)

            service.in_force = in_force  # type: ignore[method-assign]  # the line is what is faked
            page = PolicyPage(service)
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: page.stack.state() == "content" and not page.tasks.busy())
            page.choose(AttendancePolicy(late_in_last_ten=2))
            assert (page.offline.isHidden(), page.save.isEnabled()) == (False, False)
            online = True
            page.connection_changed(True)
            await until(lambda: not page.tasks.busy())
            # What was chosen meanwhile stays, and a value that no choice has is shown all the same.
            assert page.chosen().late_in_last_ten == 2
            assert (page.offline.isHidden(), page.save.isEnabled()) == (True, True)
            page.reload()
            await until(lambda: page.stack.state() == "content" and not page.tasks.busy())
            assert page.fields["required_per_mille"].combo.currentText() == "78 %"
            page.tasks.close()
            await page.tasks.wait_closed()

    run_qt(body())

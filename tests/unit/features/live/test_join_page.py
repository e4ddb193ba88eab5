"""Before a live class: muted unless somebody says otherwise, devices tried and let go of, and every reason why not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import ConflictError, OfflineError
from learnup_desktop.base.settings import MEETING_CAMERA
from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.meetings import MeetingTicket
from learnup_desktop.domain.engagements import Engagement
from learnup_desktop.domain.meetings import OPENS_BEFORE, JoinChoices
from learnup_desktop.features.live.devices import DeviceState
from learnup_desktop.qt import i18n
from tests.unit.features.live.desk import Desk, PlayedDevices, make_desk, online, put_lesson
from tests.unit.features.page_driver import show, until
from tests.unit.features.school import COLOMBO, opened_store

RunQt = Callable[..., Any]


@pytest.fixture(autouse=True)
def school_zone() -> Any:
    i18n.set_time_zone(COLOMBO)
    yield
    i18n.set_time_zone(None)


async def shown(desk: Desk) -> Desk:
    """The page of the lesson, loaded."""
    show(desk.page)
    desk.page.activated({"lesson_id": "live"})
    await until(lambda: desk.page.stack.state() in ("content", "empty", "error"))
    return desk


def test_joining_is_muted_with_the_chosen_devices_let_go_of_first(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, online(-5))
            desk = await shown(make_desk(store, tmp_path, online(-5)))
            qtbot.addWidget(desk.page)
            assert desk.devices.used[-2:] == [("camera", None), ("microphone", None)]
            assert not desk.page.panel.video_on.isChecked() and not desk.page.panel.audio_on.isChecked()
            desk.page.panel.camera.combo.setCurrentIndex(2)
            assert desk.devices.last() == ("camera", "USB camera")
            desk.devices.on_level(0.5)
            assert desk.page.panel.meter.share() == 0.5
            desk.page.panel.play.click()
            assert desk.devices.last() == ("chime", None)
            desk.page.join.click()
            await until(lambda: desk.frame.visited)
            route, given = desk.frame.visited[0]
            assert route == "live-meeting" and isinstance(given["ticket"], MeetingTicket)
            assert given["choices"] == JoinChoices(camera="USB camera")
            assert desk.devices.last() == ("stop", None), "a camera has one user at a time"
            assert desk.devices.camera is DeviceState.OFF
            assert desk.settings.get(MEETING_CAMERA) == "USB camera"
            again = await shown(make_desk(store, tmp_path, online(-5)))
            qtbot.addWidget(again.page)
            assert ("camera", "USB camera") in again.devices.used, "the choice is remembered"

    run_qt(scenario())


def test_the_devices_are_let_go_of_whenever_the_page_is_left(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, online(-5))
            desk = await shown(make_desk(store, tmp_path, online(-5)))
            qtbot.addWidget(desk.page)
            desk.page.panel.audio_on.setChecked(True)
            desk.page.deactivated()
            assert desk.devices.last() == ("stop", None)
            used = len(desk.devices.used)
            desk.page.hide()
            desk.page.reload()
            await until(lambda: desk.page.stack.state() == "content")
            assert len(desk.devices.used) == used, "a page that nobody sees uses no camera"
            desk.page.show()
            desk.page.activated({"lesson_id": "live"})
            await until(lambda: len(desk.devices.used) > used)
            desk.page.activated({"lesson_id": "another"})
            assert not desk.page.panel.audio_on.isChecked(), "another class begins muted"
            desk.page.hide()
            assert desk.devices.last() == ("stop", None), "as when an exam takes the window"

    run_qt(scenario())


def test_a_lesson_that_is_not_open_yet_counts_down_and_opens_by_itself(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    async def scenario() -> None:
        item = online(60)
        async with opened_store(tmp_path) as store:
            await put_lesson(store, item)
            desk = await shown(make_desk(store, tmp_path, item))
            qtbot.addWidget(desk.page)
            assert not desk.page.join.isEnabled() and desk.page.countdown.text() == "0:45:00"
            desk.now[0] = item.starts_at - OPENS_BEFORE + timedelta(seconds=1)
            desk.page.countdown.refresh()
            await until(desk.page.join.isEnabled)
            assert not desk.page.countdown.isVisible()

    run_qt(scenario())


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (online(-5, state=LessonState.CANCELLED), "cancelled"),
        (online(-5, online=False), "room"),
        (online(-180), "over"),
    ],
)
def test_a_lesson_that_cannot_be_joined_says_why_and_uses_no_camera(
    item: Lesson, words: str, qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, item)
            desk = await shown(make_desk(store, tmp_path, item))
            qtbot.addWidget(desk.page)
            assert desk.page.stack.state() == "empty" and words in desk.page.stack.empty.message()
            assert ("camera", None) not in desk.devices.used

    run_qt(scenario())


def test_no_devices_no_permission_and_no_network_are_said_in_words(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, online(-5))
            nothing = PlayedDevices(has_cameras=[], has_microphones=[], has_speakers=[])
            desk = await shown(make_desk(store, tmp_path, online(-5), nothing))
            qtbot.addWidget(desk.page)
            panel = desk.page.panel
            assert "No camera" in panel._camera_word.text() and "No microphone" in panel._microphone_word.text()
            assert not panel.video_on.isEnabled() and not panel.play.isEnabled() and not panel.camera.isVisible()
            assert desk.page.join.isEnabled(), "one can listen all the same"
            nothing.has_cameras.append("Plugged in")
            nothing.on_changed()
            assert nothing.camera is DeviceState.ON and panel.video_on.isEnabled()
            desk.page.connection_changed(False)
            assert desk.page.banner.isVisible() and not desk.page.join.isEnabled()
            desk.page.connection_changed(True)
            assert not desk.page.banner.isVisible() and desk.page.join.isEnabled()

            denied = await shown(make_desk(store, tmp_path, online(-5), PlayedDevices(allowed=False)))
            qtbot.addWidget(denied.page)
            assert "does not let LearnUp" in denied.page.panel._camera_word.text()
            assert not denied.page.panel.audio_on.isEnabled()

    run_qt(scenario())


def test_a_refusal_is_said_with_what_to_do_and_can_be_tried_again(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, online(-5))
            desk = await shown(make_desk(store, tmp_path, online(-5)))
            qtbot.addWidget(desk.page)
            said = desk.page.banner.accessibleName
            desk.api.refusal = ConflictError("409", status=409, platform_code="meeting.not_configured")
            desk.page.join.click()
            await until(desk.page.join.isEnabled)
            assert desk.page.banner.isVisible() and "has not set up live classes" in said()
            desk.api.refusal = OfflineError("cut")
            desk.page.join.click()
            await until(lambda: "live classes" not in said() and desk.page.join.isEnabled())
            desk.api.refusal = None
            desk.page.join.click()
            await until(lambda: desk.frame.visited)

    run_qt(scenario())


def test_during_an_exam_the_page_asks_for_nothing(qtbot: QtBot, run_qt: RunQt, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path) as store:
            await put_lesson(store, online(-5))
            desk = make_desk(store, tmp_path, online(-5))
            hold = desk.engagements.begin(Engagement.EXAM)
            await shown(desk)
            qtbot.addWidget(desk.page)
            assert not desk.page.join.isEnabled() and "exam" in desk.page.banner.accessibleName()
            assert ("camera", None) not in desk.devices.used and desk.api.asked == []
            hold.end()
            desk.page.reload()
            await until(desk.page.join.isEnabled)

    run_qt(scenario())


def test_behind_a_link_on_a_new_computer_the_page_waits_for_the_first_pull(
    qtbot: QtBot, run_qt: RunQt, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            desk = make_desk(store, tmp_path, online(-5))
            qtbot.addWidget(desk.page)
            show(desk.page)
            desk.page.activated({"lesson_id": "live"})
            await until(lambda: not desk.page.tasks.busy("load"))
            assert desk.page.stack.state() == "loading" and ("camera", None) not in desk.devices.used
            await put_lesson(store, online(-5))
            desk.page.data_changed(frozenset({"lessons"}))
            await until(desk.page.join.isEnabled)
            desk.page.activated({"lesson_id": "gone"})
            await until(lambda: desk.page.stack.state() == "error")

    run_qt(scenario())

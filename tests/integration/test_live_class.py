"""The ways into a live class in the whole client, against a real platform; and stays that reach it after a crash."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from learnup_desktop.app.links import DeepLinks
from learnup_desktop.base import paths
from learnup_desktop.contract import routes
from learnup_desktop.contract.meetings import MeetingStarted
from learnup_desktop.contract.wire import LocalizedText
from learnup_desktop.domain.engagements import Engagement
from learnup_desktop.domain.links import meeting_link
from learnup_desktop.features.live.join_page import JoinPage
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import notices
from learnup_desktop.shell.single_instance import SingleInstance
from learnup_platform.demo.school import demo_id
from learnup_platform.demo.timetable import live_lesson_id
from tests.integration.app_driver import running_client, signed_in, until
from tests.platform_fixture import RunningPlatform

pytestmark = [pytest.mark.integration, pytest.mark.qt_log_ignore("PulseAudio|va-|libva|va |va\\(|pipewire|FFmpeg")]
RunQt = Callable[..., Any]


def test_a_link_waits_for_the_sign_in_and_every_way_leads_to_the_class(
    qapp: QApplication, run_qt: RunQt, platform: RunningPlatform
) -> None:
    lesson = live_lesson_id()

    async def scenario() -> None:
        async with running_client(qapp, platform.url) as application:
            links = DeepLinks(application)
            links.take(["learnup://meeting/not-a-lesson"])
            assert links.kept is None and notices.center().history[-1].title == "LearnUp cannot open this link"
            # A second start finds the first one, hands its arguments over and ends.
            first, second = SingleInstance(paths.data_dir(), application), SingleInstance(paths.data_dir(), application)
            first.message_received.connect(links.take)
            assert first.claim([])
            assert not second.claim(["--server", platform.url, meeting_link(lesson)])
            await until(lambda: links.kept == lesson, what="the link of the second start")
            first.release()
            await signed_in(application, "rebecca")
            page = application.window.current_page()
            assert isinstance(page, JoinPage) and links.kept is None
            await until(lambda: page.stack.state() == "content", what=f"the lesson; {page.stack.state()}")
            await until(page.join.isEnabled, what="open")
            page.join.click()
            await until(page.banner.isVisible, what="the refusal")
            assert "has not set up live classes" in page.banner.accessibleName()

            assert application.exam_parts is not None and application.pages is not None
            application.window.navigate("today")
            today = application.window.current_page()
            assert isinstance(today, TodayPage)
            await until(lambda: today.plan() is not None and today.hero.join.isVisible(), what="Join on Today")
            today.hero.join.click()
            assert application.window.current_page() is page

            application.window.navigate("classes")
            started = MeetingStarted(
                lesson_id=lesson,
                class_id="class",
                subject=LocalizedText(en="Waves"),
                class_name=LocalizedText(en="13"),
                teacher_name="Kamala",
            )
            application.pages.live_parts.tell(started, application.window)
            notice = notices.center().history[-1]
            assert "Waves" in notice.title and notice.action is not None
            hold = application.exam_parts.engagements.begin(Engagement.EXAM)
            notice.action.run()
            assert application.window.current_route() == "classes", "not during an exam"
            hold.end()
            notice.action.run()
            assert application.window.current_page() is page

    run_qt(scenario(), 120)


def test_a_stay_reaches_the_school_though_the_client_was_cut_off(
    qapp: QApplication, run_qt: RunQt, platform: RunningPlatform
) -> None:
    lesson, student = live_lesson_id(), demo_id("account", "rebecca")

    async def scenario() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "rebecca")
            session = application.session
            assert session is not None
            now = session.now()
            # What a client that was killed ten minutes ago, after a minute in the class, has left on the disk.
            stay = await session.store.stays.begin(lesson, now - timedelta(minutes=11))
            await session.store.stays.seen(stay, now - timedelta(minutes=10))
            await session.sync.outbox.flush()
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, "rebecca")
            assert application.pages is not None and application.session is not None
            await application.pages.live_parts.close_cut_off()
            await application.session.sync.outbox.flush()
            counts = await application.session.store.outbox.counts()
            assert (counts.waiting, counts.attention) == (0, 0)

    run_qt(scenario(), 120)
    path = routes.ATTENDANCE_PROPOSAL.format(id=lesson)
    marks = platform.client("kamala").get(path).json()["marks"]
    mine = next(mark for mark in marks if mark["studentId"] == student)
    assert mine["minutesThere"] <= 1, "not the ten minutes during which nobody was there"

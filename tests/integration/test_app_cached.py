"""What is cached beside the timetable, on real client and platform: invoices, read marks, reminders, the kept file."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from learnup_desktop.app.application import Application
from learnup_desktop.base.settings import REMIND_QUIET
from learnup_desktop.contract import routes
from learnup_desktop.contract.classes import Lesson, LessonState
from learnup_desktop.contract.communication import Announcement
from learnup_desktop.contract.sync import Change, Stream
from learnup_desktop.features.payments.payments_page import PaymentsPage
from learnup_desktop.features.today.today_page import TodayPage
from learnup_desktop.qt import notices
from tests.integration.app_driver import open_page, running_client, signed_in, until
from tests.platform_fixture import RunningPlatform

RunQt = Callable[..., Any]
STUDENT = "thilini"


def written(path: Path) -> bytes:
    return path.read_bytes()


def test_invoices_read_marks_reminders_and_the_kept_calendar(
    platform: RunningPlatform, run_qt: RunQt, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    async def whole() -> None:
        async with running_client(qapp, platform.url) as application:
            await signed_in(application, STUDENT)
            await until(
                lambda: application.news is not None and application.news.standing_by is not None, what="standing by"
            )
            await _pay(application, opened)
            await _read(application, platform)
            await _lesson_soon(application, tmp_path / "learnup.ics")

    run_qt(whole())


async def _pay(application: Application, opened: list[str]) -> None:
    session = application.session
    assert session is not None
    page = await open_page(application, "payments", PaymentsPage)
    await until(lambda: len(page.pay_buttons) == 2, what="two invoices to pay")
    page.pay_buttons[0].click()
    await until(lambda: opened, what="the checkout")
    async with httpx.AsyncClient(timeout=20) as browser:
        assert (await browser.post(f"{opened[0]}&answer=paid")).status_code == 200
    await session.pull()
    await until(lambda: len(page.pay_buttons) == 1, what="the invoice as paid")
    view = page._view
    assert view is not None and len(view.settled) == 2
    place = await page._service.receipt(view.settled[0])
    assert place.read_bytes().startswith(b"%PDF") and await page._service.has_receipt(view.settled[0])


async def _read(application: Application, platform: RunningPlatform) -> None:
    session = application.session
    assert session is not None
    page = await open_page(application, "today", TodayPage)
    plan = page.plan()
    assert plan is not None and plan.unread > 0
    chosen = plan.announcements[0]
    await page._service.mark_read(chosen)
    await session.sync.outbox.flush()
    items = platform.client(STUDENT, "other-device").get(routes.ANNOUNCEMENTS).json()["items"]
    marks = {item.id: item.read_at for item in map(Announcement.model_validate, items)}
    assert marks[chosen.id] is not None
    page.reload()
    await until(lambda: (now := page.plan()) is not None and now.unread == plan.unread - 1, what="one less unread")


async def _lesson_soon(application: Application, path: Path) -> None:
    assert application.news is not None
    session, standing_by = application.session, application.news.standing_by
    assert session is not None and standing_by is not None
    cache, now = session.store.cache, session.now()
    some = (await cache.newest(Stream.LESSONS, Lesson, 1))[0]
    changes = {"starts_at": now + timedelta(minutes=5), "ends_at": now + timedelta(minutes=50), "online": False}
    soon = some.model_copy(update={"id": "soon", "room": "Hall 9", "state": LessonState.PLANNED} | changes)
    await cache.apply([Change(stream=Stream.LESSONS, id="soon", version=1, data=soon.to_wire())], None)
    application.settings.set(REMIND_QUIET, False)  # it may be night at school
    for _ in range(2):
        standing_by.reminders.look()
        await until(lambda: not standing_by.reminders.tasks.busy(), what="a look at the clock")
    said = [notice for notice in notices.center().history if notice.key == "reminder:soon"]
    assert len(said) == 1 and "Hall 9" in said[0].text
    assert standing_by.reminders.timer.isActive(), "one timer to the next"

    await standing_by.calendar.keep(path)
    first = written(path)
    assert "soon@learnup" in {str(event["UID"]) for event in Calendar.from_ical(first).walk("VEVENT")}
    assert not await standing_by.calendar.refresh() and written(path) == first
    off = soon.model_copy(update={"state": LessonState.CANCELLED})
    await cache.apply([Change(stream=Stream.LESSONS, id="soon", version=2, data=off.to_wire())], None)
    assert await standing_by.calendar.refresh()
    (event,) = [event for event in Calendar.from_ical(written(path)).walk("VEVENT") if event["UID"] == "soon@learnup"]
    assert (str(event["STATUS"]), event.decoded("SEQUENCE")) == ("CANCELLED", 1)

"""The pages of records over a real store: what they say, by keyboard, and what they write to files."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learnup_desktop.base.errors import StorageError
from learnup_desktop.contract.attendance import AttendanceState
from learnup_desktop.features.attendance_record import class_record_page
from learnup_desktop.features.attendance_record.class_record_page import ClassRecordPage
from learnup_desktop.features.attendance_record.own_record_page import OwnRecordPage
from learnup_desktop.features.attendance_record.register_print_widgets import PageWords, write_register_pdf
from learnup_desktop.features.attendance_record.service import ClassRecordService, OwnRecordService
from learnup_desktop.qt import i18n
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import ListRow, Pill
from learnup_desktop.store.account_store import AccountStore
from tests.unit.features.attendance_record.records import lessons, marks, student_rows, students, teacher_rows
from tests.unit.features.page_driver import Frame, show, until
from tests.unit.features.school import COLOMBO, NOW, opened_store


@pytest.fixture(autouse=True)
def colombo(qapp: QApplication) -> Iterator[None]:
    """The program's fonts, and times as the school shows them."""
    theme().apply(qapp, "light", 100)
    i18n.set_time_zone(COLOMBO)
    yield
    i18n.set_time_zone(None)


def idle(page: OwnRecordPage | ClassRecordPage) -> bool:
    return page.stack.state() == "content" and not page.tasks.busy()


def names(rows: object) -> list[str]:
    return [row.accessibleName() for row in rows]  # type: ignore[attr-defined]  # widgets of a column


def test_one_s_own_page_says_in_words_what_it_draws(run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path) -> None:
    async def body() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            await store.cache.replace(student_rows(), "c")
            service = OwnRecordService(store.cache, lambda: NOW, COLOMBO, store.read_marks)
            page = OwnRecordPage(service, Frame())
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: idle(page) and len(page.notice_rows.rows()) == 5)
            own = [marks()[item.id][3].state for item in lessons()]
            absent = own.count(AttendanceState.ABSENT)
            assert page.ring.text == "64 %"
            assert f"Absent {absent}" in page.ring.accessibleName()
            assert any("Corrected: Late 8 min" in said for said in names(page.notice_rows.rows()))
            # What is shown is read: kept for the platform, and new for as long as one looks at it.
            written = await store.outbox.operations(kind="notice.read")
            record = await service.record()
            assert {operation.body["noticeId"] for operation in written} == {item.id for item in record.notices[:5]}
            assert not {item.id for item in record.unread} & {item.id for item in record.notices[:5]}
            pills = [pill.text() for row in page.notice_rows.rows() for pill in row.findChildren(Pill)]
            assert pills.count("New") == 5
            page.deactivated()
            page.activated({})
            await until(lambda: idle(page) and "New" not in [pill.text() for pill in page.notices.findChildren(Pill)])
            assert len(await store.outbox.operations(kind="notice.read")) == 5
            await until(lambda: page.class_rows.rows())
            assert "below the 80 %" in names(page.class_rows.rows())[0]
            # The last day with a mark is chosen; arrows go on, and the day's lesson stands below.
            assert page.calendar.day() == date(2026, 11, 16)
            page.calendar.setFocus()
            QTest.keyClick(page.calendar, Qt.Key.Key_Left)
            QTest.keyClick(page.calendar, Qt.Key.Key_Up)
            QTest.keyClick(page.calendar, Qt.Key.Key_Right)
            assert page.calendar.day() == date(2026, 11, 9)
            await until(lambda: any(isinstance(row, ListRow) for row in page.day_rows.rows()))
            assert "12 Physics" in page.calendar.accessibleName()
            page.back.click()
            assert page.month_label.text() == "October 2026"
            page.back.click()
            assert not page.back.isEnabled()
            page.connection_changed(False)
            assert page.stack.offline.isVisible()
            page.tasks.close()
            await page.tasks.wait_closed()

    run_qt(body())


def test_on_the_first_of_a_month_the_last_marks_are_shown(
    run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path
) -> None:
    async def body() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            await store.cache.replace(student_rows(), "c")
            first = NOW.replace(month=12, day=1)
            page = OwnRecordPage(OwnRecordService(store.cache, lambda: first, COLOMBO, store.read_marks), Frame())
            qtbot.addWidget(page)
            show(page)
            page.activated({})
            await until(lambda: idle(page))
            assert page.month_label.text() == "November 2026"
            assert page.calendar.day() == date(2026, 11, 16)
            page.forward.click()
            assert page.month_label.text() == "December 2026"
            assert not page.forward.isEnabled()
            page.tasks.close()
            await page.tasks.wait_closed()

    run_qt(body())


class Desk:
    """A teacher's page of a class."""

    def __init__(self, store: AccountStore, qtbot: QtBot) -> None:
        self.page = ClassRecordPage(ClassRecordService(store.cache, store.marks, lambda: NOW, COLOMBO), Frame())
        qtbot.addWidget(self.page)

    async def open(self) -> ClassRecordPage:
        show(self.page)
        self.page.activated({"class_id": "physics"})
        await until(lambda: idle(self.page) and len(self.page.register_rows.rows()) == len(students()) + 1)
        return self.page

    async def close(self) -> None:
        self.page.tasks.close()
        await self.page.tasks.wait_closed()


def test_a_class_s_page_lists_who_to_look_at_and_saves_its_register(
    run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[str] = []

    async def chosen(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        wanted.append(name)
        return tmp_path / name

    monkeypatch.setattr(class_record_page, "choose_file_to_save", chosen)

    async def body() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            await store.cache.replace(teacher_rows(), "c")
            desk = Desk(store, qtbot)
            page = await desk.open()
            await until(lambda: len(page.summary_rows.rows()) == len(students()))
            assert len(page.risk_rows.rows()) == len(page._record.at_risk() if page._record else ())
            assert "under 80 %" in page.rule.text()
            assert "what this PC knows" in page.period.text()
            said = names(page.register_rows.rows()[1:])
            assert any("Late" in words and "Nov" in words for words in said)
            page.csv.click()
            await until(lambda: not page.tasks.busy())
            page.pdf.click()
            await until(lambda: not page.tasks.busy())
            assert wanted == ["12 Physics 2026-11.csv", "12 Physics 2026-11.pdf"]
            assert (tmp_path / wanted[0]).read_bytes().startswith(b"\xef\xbb\xbf")
            document = QPdfDocument()
            document.load(str(tmp_path / wanted[1]))
            assert document.pageCount() == 2
            # A reader puts line breaks where letters are kerned.
            text = "".join("".join(document.getAllText(number).text().split()) for number in range(2))
            assert "NimaliPerera" in text
            assert "Thereinall36" in text
            document.close()
            page.back.click()
            await until(lambda: not page.tasks.busy())
            assert page.month_label.text() == "October 2026"
            await desk.close()

    run_qt(body())


def test_the_printed_register_carries_the_fonts_of_three_scripts(
    run_qt: Callable[..., None], qtbot: QtBot, tmp_path: Path
) -> None:
    async def body() -> None:
        async with opened_store(tmp_path, filled=False) as store:
            await store.cache.replace(teacher_rows(), "c")
            desk = Desk(store, qtbot)
            page = await desk.open()
            register = page.register()
            assert register is not None
            around = PageWords("12 Physics", "November 2026", "Page {n} of {all}", "P Present", "Written 09:08")
            path = tmp_path / "register.pdf"
            assert write_register_pdf(path, register, page.words(), around) == 2
            data = path.read_bytes()
            for font in (b"NotoSans-Regular", b"NotoSansSinhala", b"NotoSansTamil"):
                assert font in data
            before = data
            with pytest.raises(StorageError):
                write_register_pdf(tmp_path / "nowhere" / "register.pdf", register, page.words(), around)
            assert path.read_bytes() == before
            await desk.close()

    run_qt(body())

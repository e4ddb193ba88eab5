"""The ledger in words: what sync keeps by kind and target becomes what the panel behind the state pill shows."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from learnup_desktop.base.files import write_atomically
from learnup_desktop.qt import i18n
from learnup_desktop.shell.ledger import LedgerEntry, LedgerState

if TYPE_CHECKING:
    from learnup_desktop.store.cache import Cache
    from learnup_desktop.sync.ledger import Ledger, LedgerRow


class WordedLedger:
    """A :class:`~learnup_desktop.shell.state_pill.LedgerProvider` over the account's ledger."""

    def __init__(self, ledger: "Callable[[], Ledger]", cache: "Cache") -> None:
        self._get_ledger = ledger
        self._cache = cache

    @property
    def _ledger(self) -> "Ledger":
        return self._get_ledger()

    async def entries(self) -> Sequence[LedgerEntry]:
        """Local writes, newest first.

        Raises:
            StorageError: the local database refused.
        """
        return [await self._entry(row) for row in await self._ledger.rows()]

    async def export(self, target: Path) -> None:
        """Everything, bodies included, into a file.

        Raises:
            StorageError: the file cannot be written.
        """
        data = await self._ledger.export_all()
        await asyncio.to_thread(write_atomically, target, data)

    async def retry(self, identifier: str) -> None:
        """Send a refused write again."""
        await self._ledger.retry(identifier)

    async def _entry(self, row: "LedgerRow") -> LedgerEntry:
        translate = QCoreApplication.translate
        detail = ""
        if row.error is not None:
            sentence = i18n.translate_key(row.error.key) if i18n.has_key(row.error.key) else row.error.detail
            detail = f"{sentence} ({row.error.code})"
        elif row.waiting and row.waiting < row.count:
            pattern = translate("Ledger", "{waiting} of {count} still on this computer only")
            detail = pattern.format(waiting=i18n.format_number(row.waiting), count=i18n.format_number(row.count))
        return LedgerEntry(
            identifier=row.id,
            title=await self._title(row),
            at=row.at,
            state=LedgerState(row.state.value),
            detail=detail,
            receipt=row.receipt,
        )

    async def _title(self, row: "LedgerRow") -> str:
        from learnup_desktop.contract.classes import Lesson, Material
        from learnup_desktop.contract.communication import Announcement
        from learnup_desktop.contract.exam_list import ExamSummary
        from learnup_desktop.contract.sync import Stream
        from learnup_desktop.store.records import BRING_EMERGENCY, PUT_ANNOTATION, PUT_PLACE, PUT_PRESENCE
        from learnup_desktop.sync.handlers import CHANGE_MATERIAL, DELETE_MATERIAL
        from learnup_desktop.sync.ledger import ATTEMPT

        translate, language, count = QCoreApplication.translate, i18n.language(), i18n.format_number(row.count)
        if row.kind == ATTEMPT:
            exam = await self._cache.get(Stream.EXAMS, row.target, ExamSummary)
            name = exam.title.text(language) if exam is not None else translate("Ledger", "Exam")
            return translate("Ledger", "{exam}: {count} entries of the journal").format(exam=name, count=count)
        if row.kind == BRING_EMERGENCY:
            return translate("Ledger", "An emergency file")
        if row.kind == "attendance.put":
            lesson = await self._cache.get(Stream.LESSONS, row.target.partition(":")[2], Lesson)
            name = lesson.class_name.text(language) if lesson is not None else translate("Ledger", "a lesson")
            if lesson is not None:
                name = f"{name}, {i18n.format_moment(lesson.starts_at)}"
            if row.count == 1:
                return translate("Ledger", "Attendance of {lesson}: 1 mark").format(lesson=name)
            return translate("Ledger", "Attendance of {lesson}: {count} marks").format(lesson=name, count=count)
        if row.kind == PUT_ANNOTATION:
            return translate("Ledger", "A highlight, note or card")
        if row.kind == PUT_PLACE:
            material = await self._cache.get(Stream.MATERIALS, row.target.partition(":")[2], Material)
            name = material.title.text(language) if material is not None else translate("Ledger", "a document")
            return translate("Ledger", "Where you stopped in {document}").format(document=name)
        if row.kind in (CHANGE_MATERIAL, DELETE_MATERIAL):
            material = await self._cache.get(Stream.MATERIALS, row.target.partition(":")[2], Material)
            name = material.title.text(language) if material is not None else translate("Ledger", "a document")
            if row.kind == DELETE_MATERIAL:
                return translate("Ledger", "Material deleted: {document}").format(document=name)
            return translate("Ledger", "Material changed: {document}").format(document=name)
        if row.kind == PUT_PRESENCE:
            lesson = await self._cache.get(Stream.LESSONS, row.target.partition(":")[2], Lesson)
            name = lesson.subject.text(language) if lesson is not None else translate("Ledger", "a lesson")
            return translate("Ledger", "When you were in the live class of {lesson}").format(lesson=name)
        if row.kind == "marks.put":
            return translate("Ledger", "Marks given in an exam")
        if row.kind == "announcement.read":
            notice = await self._cache.get(Stream.ANNOUNCEMENTS, row.target.partition(":")[2], Announcement)
            name = notice.title.text(language) if notice is not None else translate("Ledger", "a notice")
            return translate("Ledger", "Read: {notice}").format(notice=name)
        if row.kind == "notice.read":
            return translate("Ledger", "Read: {notice}").format(notice=translate("Ledger", "a notice"))
        return row.kind

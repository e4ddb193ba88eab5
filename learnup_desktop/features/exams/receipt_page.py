"""After the exam: the platform's receipt with its code, what was noticed, and a way to keep both."""

import asyncio
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.files import write_atomically
from learnup_desktop.contract.exams import Receipt
from learnup_desktop.domain.receipt import compact_receipt
from learnup_desktop.features.exams.flag_replies import FlagReplies
from learnup_desktop.features.exams.noticed_widgets import NoticedCard
from learnup_desktop.features.exams.receipt_print_widgets import write_receipt_pdf
from learnup_desktop.features.exams.service import ExamEnd, ExamsService
from learnup_desktop.qt import i18n, notices
from learnup_desktop.qt.dialogs import choose_file_to_save
from learnup_desktop.qt.qr import QrCode, qr_image
from learnup_desktop.qt.routes import PageContext
from learnup_desktop.qt.tasks import TaskScope
from learnup_desktop.qt.widgets import (
    Banner,
    Card,
    Column,
    Divider,
    FlowGrid,
    IconLabel,
    KeyValueRow,
    Label,
    PageFrame,
    PrimaryButton,
    Row,
    SecondaryButton,
    SideBySide,
    StateStack,
    WrapLabel,
    clear_layout,
)


class ReceiptPage(PageFrame):
    """One exam that is over."""

    def __init__(self, service: ExamsService, context: PageContext, replies: FlagReplies | None = None) -> None:
        super().__init__(maximum_width=1000)
        self._service = service
        self._context = context
        self._exam_id = ""
        self._end: ExamEnd | None = None
        self._qr: tuple[str, QImage] | None = None
        self._tasks = TaskScope(self)
        self._receipt_card = Card(gap=4, padding=6)
        self.noticed = NoticedCard(replies)
        both = SideBySide(self._receipt_card, self.noticed)
        self.stack = StateStack(both)
        self.stack.retry_requested.connect(self._load)
        self.back = SecondaryButton("", icon="arrow-left")
        self.back.clicked.connect(lambda: context.navigate("exams"))
        row = Row()
        row.addWidget(self.back)
        row.addStretch(1)
        self.add(self.stack, row)
        self.finish()
        self.retranslate()

    def title(self) -> str:
        """The exam's name, once known."""
        return self._end.exam.title.text(i18n.language()) if self._end is not None else self.tr("Receipt")

    def activated(self, parameters: dict[str, object]) -> None:
        """Show the exam of ``exam_id``."""
        self._exam_id = str(parameters.get("exam_id", self._exam_id))
        self._load()

    def retranslate(self) -> None:
        """Set every text again."""
        self.back.setText(self.tr("All exams"))
        self.noticed.retranslate()
        if self._end is not None:
            self._show(self._end)

    def code(self) -> str:
        """The receipt's code; empty without one."""
        return self._end.receipt.code if self._end is not None and self._end.receipt is not None else ""

    def _load(self) -> None:
        self.stack.show_loading()
        self._tasks.latest(
            "load",
            partial(self._read, self._exam_id),
            on_success=self._loaded,
            on_failure=self.stack.show_error,
        )

    async def _read(self, exam_id: str) -> ExamEnd:
        """How the exam ended; the receipt's picture is drawn on a thread meanwhile, once for each receipt."""
        end = await self._service.end_of(exam_id)
        if end.receipt is not None:
            text = compact_receipt(end.receipt)
            if self._qr is None or self._qr[0] != text:
                self._qr = text, await asyncio.to_thread(qr_image, text)
        return end

    def _loaded(self, end: ExamEnd) -> None:
        self._show(end)
        self.noticed.show_exam(end.exam, end.flags)

    def _show(self, end: ExamEnd) -> None:
        self._end = end
        self._context.set_page_title(self.title())
        clear_layout(self._receipt_card.body)
        if end.exam.practice:
            title, text = self.tr("This was a practice paper"), self.tr("Its marks do not count.")
            self._receipt_card.add(Banner(title, text, "accent", icon="school-outline"))
        if end.receipt is None:
            self._show_waiting(end)
        else:
            self._show_receipt(end)
        self.stack.show_content()

    def _show_waiting(self, end: ExamEnd) -> None:
        if end.handing_in:
            text = self.tr(
                "Your answers are on this PC. LearnUp hands them in by itself as soon as the network is there;"
                " the receipt then appears here."
            )
            banner = Banner(self.tr("Waiting for your school's receipt"), text, "caution", icon="cloud-upload-outline")
        else:
            text = self.tr("There is no receipt of this exam on this PC. Your teacher can see how it stands.")
            banner = Banner(self.tr("No receipt here"), text, "neutral")
        self._receipt_card.add(banner)
        if end.attempt_id:
            self._add_emergency()

    def _add_emergency(self) -> None:
        text = self.tr(
            "If this PC stays without a network, save an emergency file on a stick and give it to your teacher. Only"
            " your school can read it."
        )
        save = SecondaryButton(self.tr("Save emergency file"), icon="usb-flash-drive-outline")
        save.setObjectName("emergency")
        save.clicked.connect(lambda: self._tasks.latest("save", self._save_emergency))
        row = Row()
        row.addWidget(save)
        row.addStretch(1)
        self._receipt_card.add(WrapLabel(text, "caption"), row)

    def _show_receipt(self, end: ExamEnd) -> None:
        receipt = end.receipt
        assert receipt is not None
        head = Row(gap=3)
        head.addWidget(IconLabel("check-decagram", "positive", size=40))
        words = Column(gap=0)
        words.add(
            WrapLabel(self.tr("Handed in and received"), "title"),
            WrapLabel(self.tr("Your school has signed for everything that this PC recorded."), "body", "text-muted"),
        )
        head.addLayout(words, 1)
        code = Label(receipt.code, "display")
        code.set_selectable()
        code.setObjectName("receipt-code")
        code.setAccessibleName(self.tr("Code of the receipt: {code}").format(code=receipt.code))
        text = compact_receipt(receipt)
        qr = QrCode(text, image=self._qr[1] if self._qr is not None and self._qr[0] == text else None)
        qr.setObjectName("receipt-qr")
        qr.setAccessibleName(self.tr("QR code with the whole receipt"))
        rows = [KeyValueRow(name, value) for name, value in self._rows(end, receipt)]
        self._receipt_card.add(head, code, Divider(), *rows, qr, self._buttons())

    def _rows(self, end: ExamEnd, receipt: Receipt) -> list[tuple[str, str]]:
        """What is said of a receipt, on the page and on paper."""
        answered = self.tr("{n} of {total}").format(
            n=i18n.format_number(receipt.answered), total=i18n.format_number(receipt.question_count)
        )
        received = f"{i18n.format_date(receipt.submitted_at, year=True)}, {i18n.format_time(receipt.submitted_at)}"
        return [
            (self.tr("Exam"), end.exam.title.text(i18n.language())),
            (self.tr("Student"), self._service.account.name),
            (self.tr("Received"), received),
            (self.tr("Answered"), answered),
            (self.tr("Entries in the journal"), i18n.format_number(receipt.head.seq)),
            (self.tr("Watched by"), i18n.translate_key(f"exams.assurance.{end.assurance}")),
            (self.tr("Signed with key"), receipt.key_id),
        ]

    def _buttons(self) -> FlowGrid:
        save = PrimaryButton(self.tr("Save receipt"), icon="content-save-outline")
        save.clicked.connect(lambda: self._tasks.latest("save", self._save))
        paper = SecondaryButton(self.tr("Save as PDF"), icon="file-pdf-box")
        paper.clicked.connect(lambda: self._tasks.latest("save", self._save_pdf))
        journal = SecondaryButton(self.tr("Save journal"), icon="notebook-outline")
        journal.setToolTip(self.tr("Everything this PC recorded of your exam; together with the receipt it is proof."))
        journal.clicked.connect(lambda: self._tasks.latest("save", self._save_journal))
        copy = SecondaryButton(self.tr("Copy code"), icon="content-copy")
        copy.clicked.connect(self._copy)
        grid = FlowGrid(minimum_column=150, gap=3, maximum_columns=4)
        grid.add(save, paper, journal, copy)
        return grid

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code())
        notices.say_text("positive", self.tr("Code copied"), self.code(), key="exams.code_copied")

    async def _save(self) -> None:
        end = self._end
        if end is None or end.receipt is None:
            return
        name = f"learnup-receipt-{end.receipt.code}.json"
        path = await choose_file_to_save(self, self.tr("Save receipt"), name, "JSON (*.json)")
        if path is not None:
            await self.save_to(path)

    async def save_to(self, path: Path) -> None:
        """Write the receipt as JSON, as the platform signed it.

        Raises:
            StorageError: the disk refused.
        """
        if self._end is None or self._end.receipt is None:
            raise StorageError("there is no receipt to save")
        data = await self._service.proof_files().receipt_file(self._end.receipt)
        await asyncio.to_thread(write_atomically, path, data)
        notices.say_text("positive", self.tr("Receipt saved"), str(path), key="exams.receipt_saved")

    async def _save_pdf(self) -> None:
        end = self._end
        if end is None or end.receipt is None:
            return
        name = f"learnup-receipt-{end.receipt.code}.pdf"
        path = await choose_file_to_save(self, self.tr("Save receipt"), name, "PDF (*.pdf)")
        if path is not None:
            self.save_pdf_to(path)

    def save_pdf_to(self, path: Path) -> None:
        """Write the receipt as a page to print.

        Raises:
            StorageError: the disk refused.
        """
        if self._end is None or self._end.receipt is None:
            raise StorageError("there is no receipt to save")
        receipt = self._end.receipt
        practice = self._end.exam.practice
        title = self.tr("Receipt of a practice paper") if practice else self.tr("Receipt of your exam")
        write_receipt_pdf(path, title, receipt.code, compact_receipt(receipt), self._rows(self._end, receipt))
        notices.say_text("positive", self.tr("Receipt saved"), str(path), key="exams.receipt_saved")

    async def _save_journal(self) -> None:
        end = self._end
        if end is None or end.receipt is None:
            return
        data = await self._service.proof_files().journal_file(end.receipt.attempt_id)
        name = f"learnup-journal-{end.receipt.code}.json"
        path = await choose_file_to_save(self, self.tr("Save journal"), name, "JSON (*.json)")
        if path is not None:
            await asyncio.to_thread(write_atomically, path, data)
            notices.say_text("positive", self.tr("Journal saved"), str(path), key="exams.journal_saved")

    async def _save_emergency(self) -> None:
        end = self._end
        if end is None or not end.attempt_id:
            return
        data = await self._service.proof_files().emergency_file(end.attempt_id)
        name = f"{end.attempt_id}.learnup-emergency"
        title = self.tr("Save emergency file")
        path = await choose_file_to_save(self, title, name, "LearnUp (*.learnup-emergency)")
        if path is not None:
            await asyncio.to_thread(write_atomically, path, data)
            notices.say_text("positive", self.tr("Emergency file saved"), str(path), key="exams.emergency_saved")

"""What a start found amiss on the disk and put right, told once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from learnup_desktop.base.settings import Settings
from learnup_desktop.qt import notices

if TYPE_CHECKING:
    from learnup_desktop.store.records import StoreReport


def tell_damaged_settings(settings: Settings) -> None:
    """The settings could not be read; they are as new, and the old file is kept."""
    if settings.damaged is not None:
        title = QCoreApplication.translate("Application", "Your settings could not be read")
        text = QCoreApplication.translate("Application", "They are as new. What was there is kept in {file}.")
        notices.say_text("caution", title, text.format(file=settings.damaged.name))


def tell_store_report(report: "StoreReport") -> None:
    """The account's own database was damaged: what became of it."""
    from learnup_desktop.store.records import StoreCondition

    words = {
        StoreCondition.RECOVERED: QCoreApplication.translate(
            "Application", "A damaged file was repaired. What you wrote is there."
        ),
        StoreCondition.RESTORED: QCoreApplication.translate(
            "Application", "A damaged file was replaced by its last backup."
        ),
        StoreCondition.LOST: QCoreApplication.translate(
            "Application", "A damaged file could not be read. It is kept for support."
        ),
    }
    if report.condition in words:
        kept = str(report.kept) if report.kept is not None else ""
        notices.say_text("caution", words[report.condition], kept)

"""The receipt on paper: one A4 page with the code, the QR code and who handed in what, as PDF."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument

from learnup_desktop.qt.pdf import pdf_file
from learnup_desktop.qt.qr import qr_image

_MARGIN_MM = 20.0
_QR = QUrl("learnup:qr")


def write_receipt_pdf(path: Path, title: str, code: str, qr_text: str, rows: Sequence[tuple[str, str]]) -> None:
    """Write the page.

    Args:
        path: replaced only when the page is whole.
        title: the heading.
        code: the short code.
        qr_text: what the QR code says.
        rows: name and value, in order.

    Raises:
        StorageError: the disk refused.
    """
    with pdf_file(path, title) as writer:
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setPageSize(QSizeF(writer.pageLayout().paintRectPixels(writer.resolution()).size()))
        document.addResource(QTextDocument.ResourceType.ImageResource.value, _QR, qr_image(qr_text))
        side = round(70 / 25.4 * writer.resolution())
        cells = "".join(
            f"<tr><td><p>{escape(name)}&nbsp;&nbsp;&nbsp;</p></td><td><p><b>{escape(value)}</b></p></td></tr>"
            for name, value in rows
        )
        document.setHtml(
            f"<h1>{escape(title)}</h1><p style='font-size:24pt'><b>{escape(code)}</b></p>"
            f"<table cellpadding='4'>{cells}</table><p><img src='{_QR.toString()}' width='{side}' height='{side}'></p>"
        )
        document.print_(writer)

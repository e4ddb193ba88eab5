"""The words of a file, page by page, for the search index. Runs on a thread: nothing here touches a widget."""

from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtGui import QTextDocument

from learnup_desktop.base.log import get_logger
from learnup_desktop.qt.clean_html import clean_html

LONGEST_TEXT = 4 * 1024 * 1024
"""Bytes of a text file that are read."""
MOST_PAGES = 5000
_log = get_logger(__name__)


def document_pages(media_type: str, path: Path) -> list[str]:
    """The words of a PDF, Markdown, HTML or plain text file; none for anything else, or what cannot be read.

    PDF pages are the document's; a text is one page.
    """
    kind = media_type.partition(";")[0].strip().lower()
    if kind == "application/pdf":
        return _pdf_pages(path)
    if kind not in ("text/markdown", "text/html", "text/plain"):
        return []
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST_TEXT).decode("utf-8-sig", "replace")
    except OSError as error:
        _log.info("a file cannot be read for the index", reason=str(error))
        return []
    if kind == "text/plain":
        return [text]
    document = QTextDocument()
    if kind == "text/html":
        document.setHtml(clean_html(text))
    else:
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    return [document.toPlainText()]


def _pdf_pages(path: Path) -> list[str]:
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        return []
    pages = []
    for number in range(min(document.pageCount(), MOST_PAGES)):
        pages.append(document.getAllText(number).text())
        # PDFium is behind one lock: the page that somebody looks at goes first.
        QThread.msleep(1)
    document.close()
    return pages

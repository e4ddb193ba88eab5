"""A PDF that replaces what was there only when it is whole, for everything that is printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile
from PySide6.QtGui import QPdfWriter

from learnup_desktop.base.errors import StorageError


@contextmanager
def pdf_file(path: Path, title: str) -> Iterator[QPdfWriter]:
    """A writer to draw on; the file is in its place when the block has ended well, and as it was when it has not.

    What draws must have ended with the block: that writes the end of the file.

    Raises:
        StorageError: the disk refused.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise StorageError(f"{path}: {file.errorString()}")
    writer = QPdfWriter(file)
    # The caller's name for the writer outlives the block, and the writer must not outlive what it writes to.
    file.setParent(writer)
    writer.setTitle(title)
    writer.setCreator("LearnUp Desktop")
    try:
        yield writer
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():
        raise StorageError(f"{path}: {file.errorString()}")

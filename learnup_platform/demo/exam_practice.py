"""The demo's practice paper, read from the file a teacher would write: ``demo/practice/paper.toml``."""

from functools import cache
from pathlib import Path

from learnup_platform.authoring.reader import WrittenPaper, read_paper

FOLDER = Path(__file__).parent / "practice"


@cache
def practice_paper() -> WrittenPaper:
    """The paper.

    Raises:
        ValueError: the file has faults.
    """
    written, faults = read_paper(FOLDER)
    if written is None:
        raise ValueError("; ".join(map(str, faults)))
    return written

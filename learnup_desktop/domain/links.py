"""``learnup://`` links: what a page or a letter outside may ask this program to open, and nothing more."""

import re
from collections.abc import Iterable

SCHEME = "learnup"
LONGEST_LINK = 200
_MEETING = re.compile(
    r"learnup://meeting/(?P<lesson>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/?", re.IGNORECASE
)


def meeting_link(lesson_id: str) -> str:
    """The link that opens a lesson's live class."""
    return f"{SCHEME}://meeting/{lesson_id}"


def lesson_of_link(link: str) -> str | None:
    """The lesson that a link opens; None for what is no such link, to the letter.

    Whoever writes a link is a stranger: it names a lesson and carries nothing else. Whether the account may join is
    asked of the platform, as with every other way in.
    """
    if len(link) > LONGEST_LINK:
        return None
    match = _MEETING.fullmatch(link)
    return match["lesson"].lower() if match is not None else None


def is_link(argument: str) -> bool:
    """Whether an argument of the command line is meant as a link, well-formed or not."""
    return argument[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def lesson_of_arguments(arguments: Iterable[str]) -> str | None:
    """The lesson of the first good link among the arguments of a start."""
    return next((lesson for argument in arguments if (lesson := lesson_of_link(argument)) is not None), None)

"""What the school says to people."""

from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class Announcement(WireModel):
    """A notice to a class or to everyone; ``read_at`` is when the account that asks read it, on whichever computer."""

    id: Identifier
    class_id: Identifier | None = None
    title: LocalizedText
    body: LocalizedText
    author_name: str
    published_at: UtcTime
    read_at: UtcTime | None = None

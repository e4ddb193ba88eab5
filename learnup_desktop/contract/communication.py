"""What the school says to people."""

from learnup_desktop.contract.wire import Identifier, LocalizedText, UtcTime, WireModel


class Announcement(WireModel):
    """A notice to a class or to everyone."""

    id: Identifier
    class_id: Identifier | None = None
    title: LocalizedText
    body: LocalizedText
    author_name: str
    published_at: UtcTime

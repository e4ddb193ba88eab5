"""Who is in the meeting and what they said, as its events tell: pure, so that the panel only has to show it."""

from dataclasses import dataclass, field, replace

from learnup_desktop.meeting.events import (
    BreakoutRoom,
    BreakoutRooms,
    ConferenceJoined,
    HandRaised,
    IncomingMessage,
    Knocking,
    OutgoingMessage,
    PageEvent,
    ParticipantJoined,
    ParticipantKicked,
    ParticipantLeft,
    RoleChanged,
)
from learnup_desktop.meeting.messages import Pupil

LONGEST_CHAT = 500
"""Lines that are kept; Jitsi's own chat has them all."""

MOST_PEOPLE = 1_000


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is in."""

    id: str
    name: str
    hand: float = 0.0
    moderator: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True)
class ChatLine:
    """What somebody wrote; ``name`` is empty for us."""

    name: str
    text: str
    private: bool = False


@dataclass(slots=True)
class MeetingPeople:
    """See the module.

    Attributes:
        knocking: who waits to be let in, by id.
        unread: chat lines since the chat was last looked at.
    """

    people: dict[str, Person] = field(default_factory=dict)
    knocking: dict[str, str] = field(default_factory=dict)
    chat: list[ChatLine] = field(default_factory=list)
    rooms: tuple[BreakoutRoom, ...] = ()
    unread: int = 0

    @property
    def me(self) -> Person | None:
        """We ourselves, while we are in."""
        return next((person for person in self.people.values() if person.local), None)

    def hands(self) -> list[Person]:
        """Who has a hand up, longest first."""
        return sorted((person for person in self.people.values() if person.hand), key=lambda person: person.hand)

    def missing(self, roll: tuple[Pupil, ...]) -> list[Pupil]:
        """Who is on the roll and not in. By name: it is what a meeting tells, and the platform's token fixes it."""
        here = {person.name.casefold().strip() for person in self.people.values()}
        return [pupil for pupil in roll if pupil.name.casefold().strip() not in here]

    def leave(self) -> None:
        """We are out: nobody is known to be in any more. What was written stays."""
        self.people.clear()
        self.knocking.clear()
        self.rooms = ()

    def heed(self, event: PageEvent) -> bool:
        """Take an event in; whether it changed anything."""
        match event:
            case ConferenceJoined():
                self.leave()
                self.people[event.id] = Person(event.id, event.display_name, local=True)
            case ParticipantJoined():
                self.knocking.pop(event.id, None)
                self._come(event)
            case ParticipantLeft():
                self.knocking.pop(event.id, None)
                return self.people.pop(event.id, None) is not None
            case ParticipantKicked():
                return self.people.pop(event.kicked.id, None) is not None
            case RoleChanged():
                return self._change(event.id, moderator=event.role == "moderator")
            case HandRaised():
                return self._change(event.id, hand=float(event.hand_raised))
            case Knocking():
                if len(self.knocking) < MOST_PEOPLE:
                    self.knocking[event.participant.id] = event.participant.name
            case BreakoutRooms():
                self.rooms = tuple(event.rooms.values())
            case IncomingMessage():
                self._write(ChatLine(event.nick or event.sender, event.message, event.private))
                self.unread += 1
            case OutgoingMessage():
                self._write(ChatLine("", event.message, event.private))
            case _:
                return False
        return True

    def _come(self, event: ParticipantJoined) -> None:
        known = self.people.get(event.id)
        if known is not None:
            self.people[event.id] = replace(known, name=event.display_name or known.name)
        elif len(self.people) < MOST_PEOPLE:
            self.people[event.id] = Person(event.id, event.display_name)

    def _change(self, identifier: str, *, hand: float | None = None, moderator: bool | None = None) -> bool:
        known = self.people.get(identifier)
        if known is None:
            return False
        self.people[identifier] = replace(
            known,
            hand=known.hand if hand is None else hand,
            moderator=known.moderator if moderator is None else moderator,
        )
        return True

    def _write(self, line: ChatLine) -> None:
        self.chat.append(line)
        del self.chat[:-LONGEST_CHAT]

"""Beside the meeting: who is here and who is not, raised hands, who knocks, the chat, the class's materials.

What a teacher does to a class is here too, since a name is what it is done to.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from learnup_desktop.meeting import commands
from learnup_desktop.meeting.messages import MaterialTitle, Pupil
from learnup_desktop.meeting.people import ChatLine, MeetingPeople, Person
from learnup_desktop.qt.gradual import Gradual
from learnup_desktop.qt.theme import theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Column,
    EmptyState,
    FlowRow,
    IconButton,
    IconLabel,
    KeyedColumn,
    KeyedRow,
    Label,
    ListRow,
    PrimaryButton,
    Row,
    ScrollColumn,
    SecondaryButton,
    SegmentedControl,
    Switch,
    TextField,
    Tone,
    WrapLabel,
    follow_theme,
)

PANEL_WIDTH = 340
PEOPLE, CHAT, MATERIALS = "people", "chat", "materials"
LONGEST_LINE = 1_000
MOST_ROWS = 120
"""Rows that are shown of a list; a class of a hundred has room, an assembly is counted."""


class _KeyedList(QWidget):
    """Rows that keep their widgets while they say the same."""

    def __init__(self) -> None:
        super().__init__()
        outer = Column(self)
        self.rows = KeyedColumn(gap=0)
        outer.addLayout(self.rows)
        outer.addStretch(1)
        self._gradual = Gradual(self)

    def show_rows(self, rows: Sequence[KeyedRow]) -> None:
        """Show these."""
        self._gradual.start(self.rows.showing(rows))


class MeetingPanel(QWidget):
    """See the module.

    Args:
        moderator: whether the teacher's part is shown.
        roll: of the class.
        materials: of the class.

    Attributes:
        ordered: a :class:`~learnup_desktop.meeting.commands.Command` to be given.
        material_opened: the id of a material to be read in the client.
        asked: ``kick`` with a :class:`Person`: to be asked before it is done.
    """

    ordered = Signal(object)
    material_opened = Signal(str)
    asked = Signal(str, object)

    def __init__(self, *, moderator: bool, roll: tuple[Pupil, ...], materials: tuple[MaterialTitle, ...]) -> None:
        super().__init__()
        self._moderator = moderator
        self._roll = roll
        self._people = MeetingPeople()
        column = Column(self, gap=3, margins=(3, 3, 3, 3))
        self.tabs = SegmentedControl(
            [(PEOPLE, self.tr("People")), (CHAT, self.tr("Chat")), (MATERIALS, self.tr("Materials"))],
            label=self.tr("Beside the meeting"),
        )
        self.tabs.changed.connect(self._turn)
        self._stack = QStackedWidget()
        self._list = _KeyedList()
        self._chat = _KeyedList()
        self._materials = _KeyedList()
        self._teaching = self._teacher_part()
        for page in (self._people_page(), self._chat_page(), ScrollColumn(self._materials)):
            self._stack.addWidget(page)
        column.add(self.tabs)
        column.addWidget(self._stack, 1)
        self.show_materials(materials)
        self.show_people(MeetingPeople())
        follow_theme(self._retheme)

    def _retheme(self) -> None:
        # Counts come and go with the tabs' names; the tabs must be read in every language and size.
        self.setFixedWidth(max(theme().px(PANEL_WIDTH), self.tabs.sizeHint().width() + theme().space(6)))

    # -- pages --------------------------------------------------------------------------------------------------------

    def _people_page(self) -> QWidget:
        content = QWidget()
        column = Column(content, gap=3)
        self._count = Label("", "caption", "text-muted")
        column.add(self._teaching, self._count, self._list)
        column.addStretch(1)
        return ScrollColumn(content)

    def _teacher_part(self) -> QWidget:
        part = QWidget()
        column = Column(part, gap=2)
        mute = SecondaryButton(self.tr("Mute everyone"), icon="microphone-off")
        mute.clicked.connect(lambda: self.ordered.emit(commands.mute_everyone()))
        rooms = SecondaryButton(self.tr("Split into rooms"), icon="account-group-outline")
        rooms.clicked.connect(self._split)
        column.addLayout(FlowRow().add(mute, rooms))
        self.lobby = Switch(self.tr("Who comes has to wait until I let them in"))
        self.lobby.toggled.connect(lambda on: self.ordered.emit(commands.toggle_lobby(on)))
        line = Row(gap=2)
        line.addWidget(WrapLabel(self.tr("Who comes has to wait until I let them in"), "caption"), 1)
        line.addWidget(self.lobby)
        column.addLayout(line)
        part.setVisible(self._moderator)
        return part

    def _split(self) -> None:
        """Two rooms more, and everybody shared out among those there are."""
        taken = len([room for room in self._people.rooms if not room.main])
        for number in range(taken + 1, taken + 3):
            self.ordered.emit(commands.add_breakout_room(self.tr("Room {number}").format(number=number)))
        self.ordered.emit(commands.auto_assign_breakout_rooms)

    def _chat_page(self) -> QWidget:
        page = QWidget()
        column = Column(page, gap=2)
        self._chat_scroll = ScrollColumn(self._chat)
        bar = self._chat_scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))
        column.addWidget(self._chat_scroll, 1)
        self.line = TextField(self.tr("Message to the class"))
        self.line.edit.setMaxLength(LONGEST_LINE)
        self.line.edit.returnPressed.connect(self._send)
        send = PrimaryButton(self.tr("Send"), icon="send")
        send.clicked.connect(self._send)
        column.add(self.line, send)
        return page

    def _send(self) -> None:
        words = self.line.edit.text().strip()
        if words:
            self.ordered.emit(commands.send_chat(words))
            self.line.edit.clear()

    def _turn(self, tab: str) -> None:
        self._stack.setCurrentIndex((PEOPLE, CHAT, MATERIALS).index(tab))
        if tab == CHAT:
            self._people.unread = 0
            self._name_tabs()
            self.line.edit.setFocus()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_materials(self, materials: Sequence[MaterialTitle]) -> None:
        """The class's materials."""
        rows = [KeyedRow(item.id, (item.title, item.detail), partial(self._material, item)) for item in materials]
        if not rows:
            rows = [KeyedRow("", "none", self._no_materials)]
        self._materials.show_rows(rows)

    def _no_materials(self) -> QWidget:
        empty = EmptyState()
        empty.set(self.tr("No materials"), self.tr("What your teacher gives out for this class appears here."))
        return empty

    def _material(self, item: MaterialTitle) -> QWidget:
        row = ListRow(item.title, item.detail, leading=IconLabel("file-document-outline"), clickable=True, wrap=True)
        row.clicked.connect(lambda: self.material_opened.emit(item.id))
        return row

    def show_people(self, people: MeetingPeople) -> None:
        """Who is in, who waits, who is missing, what was written."""
        self._people = people
        if self.tabs.value() == CHAT:
            people.unread = 0
        hands = people.hands()
        others = sorted(
            (person for person in people.people.values() if not person.hand),
            key=lambda person: (not person.local, not person.moderator, person.name.casefold()),
        )
        rows = [self._knocker(identifier, name) for identifier, name in people.knocking.items()]
        rows += [self._person(person, place) for place, person in enumerate([*hands, *others])][:MOST_ROWS]
        rows += [self._room(room.id, room.name, len(room.participants)) for room in people.rooms if not room.main]
        missing = people.missing(self._roll) if people.people else []
        rows += [self._absent(pupil) for pupil in missing][:MOST_ROWS]
        self._list.show_rows(rows)
        self._count.setText(self._counted(len(people.people), len(missing)))
        first = max(0, len(people.chat) - MOST_ROWS)
        self._chat.show_rows([self._said(number, line) for number, line in enumerate(people.chat[first:], first)])
        self._name_tabs()

    def _counted(self, here: int, missing: int) -> str:
        if not here:
            return ""
        words = self.tr("{here} here").format(here=here)
        if self._roll:
            words += " · " + self.tr("{missing} not here").format(missing=missing)
        return words

    def _name_tabs(self) -> None:
        waiting = len(self._people.knocking) + len(self._people.hands())
        chat = self.tr("Chat ({count})").format(count=self._people.unread) if self._people.unread else self.tr("Chat")
        people = self.tr("People ({count})").format(count=waiting) if waiting else self.tr("People")
        self.tabs.set_texts([people, chat, self.tr("Materials")])
        self._retheme()

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _knocker(self, identifier: str, name: str) -> KeyedRow:
        shown = name or self.tr("Somebody without a name")

        def build() -> QWidget:
            row = ListRow(shown, self.tr("waits to be let in"), leading=IconLabel("door", "caution"), dense=True)
            if self._moderator:
                admit = PrimaryButton(self.tr("Let in"))
                admit.setAccessibleDescription(shown)
                admit.clicked.connect(lambda: self._answer(identifier, admit=True))
                refuse = IconButton("close", self.tr("Do not let {name} in").format(name=shown))
                refuse.clicked.connect(lambda: self._answer(identifier, admit=False))
                row.add_trailing(admit, refuse)
            return row

        return KeyedRow(f"knocking {identifier}", shown, build)

    def _answer(self, identifier: str, *, admit: bool) -> None:
        self.ordered.emit(commands.answer_knocking(identifier, admit=admit))
        self._people.knocking.pop(identifier, None)
        self.show_people(self._people)

    def _person(self, person: Person, place: int) -> KeyedRow:
        name = person.name or self.tr("Somebody without a name")
        detail = self.tr("you") if person.local else self.tr("leads the class") if person.moderator else ""
        tone: Tone = "accent"
        if person.hand:
            tone, detail = "caution", self.tr("hand raised, place {place}").format(place=place + 1)

        def build() -> QWidget:
            row = ListRow(name, detail, leading=Avatar(name, tone, diameter=30), dense=True)
            if person.hand:
                row.add_trailing(IconLabel("hand-back-right", "caution"))
            if self._moderator and not person.local:
                self._deal_with(row, person, name)
            return row

        return KeyedRow(person.id, (name, detail, person.moderator), build)

    def _deal_with(self, row: ListRow, person: Person, name: str) -> None:
        speak = IconButton("microphone-question-outline", self.tr("Ask {name} to speak").format(name=name))
        speak.clicked.connect(lambda: self.ordered.emit(commands.ask_to_unmute(person.id)))
        out = IconButton("account-remove-outline", self.tr("Send {name} out").format(name=name))
        out.clicked.connect(lambda: self.asked.emit("kick", person))
        row.add_trailing(speak, out)

    def _room(self, identifier: str, name: str, count: int) -> KeyedRow:
        detail = self.tr("{count} in this room").format(count=count)

        def build() -> QWidget:
            row = ListRow(name, detail, leading=IconLabel("door-open"), dense=True)
            if self._moderator:
                close = IconButton("close", self.tr("Close {name}, everybody comes back").format(name=name))
                close.clicked.connect(lambda: self.ordered.emit(commands.close_breakout_room(identifier)))
                row.add_trailing(close)
            return row

        return KeyedRow(f"room {identifier}", (name, detail), build)

    def _absent(self, pupil: Pupil) -> KeyedRow:
        def build() -> QWidget:
            leading = Avatar(pupil.name, "neutral", diameter=30)
            return ListRow(pupil.name, self.tr("not here"), leading=leading, strong=False, dense=True)

        return KeyedRow(f"missing {pupil.id}", pupil.name, build)

    def _said(self, number: int, line: ChatLine) -> KeyedRow:
        who = line.name or self.tr("You")
        if line.private:
            who = self.tr("{name}, only to you").format(name=who)

        def build() -> QWidget:
            box = QWidget()
            column = Column(box, gap=0, margins=(0, 1, 0, 1))
            words = WrapLabel(line.text, "body")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.add(Label(who, "caption", "text-muted", bold=True), words)
            return box

        return KeyedRow(str(number), line, build)

"""Renders the toolkit to PNG, to be looked at: the frame as in the design, every widget, every state.

``python -m tests.gallery_widgets OUT`` writes each picture in light, dark and high contrast, and at 200 %.
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from learnup_desktop.base.errors import OfflineError
from learnup_desktop.qt import notices
from learnup_desktop.qt.routes import PageContext, Route
from learnup_desktop.qt.theme import Scheme, theme
from learnup_desktop.qt.widgets import (
    Avatar,
    Banner,
    Card,
    CheckBox,
    CheckRow,
    Column,
    ComboField,
    CountdownLabel,
    CriticalButton,
    Divider,
    ElidedLabel,
    EmptyState,
    FlowGrid,
    FlowRow,
    IconButton,
    KeyValueRow,
    Label,
    ListRow,
    OnAccentButton,
    PageFrame,
    PasswordField,
    Pill,
    PillButton,
    PrimaryButton,
    ProgressBar,
    QuietButton,
    Row,
    SecondaryButton,
    SegmentedControl,
    SideBySide,
    StateStack,
    SubjectBar,
    Switch,
    TextField,
    Tone,
    TwoLines,
    WrapLabel,
)
from learnup_desktop.shell.frame import AccountSummary
from learnup_desktop.shell.main_window import MainWindow
from learnup_desktop.shell.state_pill import SyncState

NAMES = (
    "Abeysekara D.", "Ahamed F.", "Bandara S.", "Dissanayake P.", "Fernando A.", "Gunasekara T.", "Herath K.",
    "Ismail R.", "Jayasinghe M.", "Kumaran V.", "Liyanage C.", "Mendis N.",
)  # fmt: skip


class TodayLook(PageFrame):
    """The design's Today, from toolkit parts only."""

    def title(self) -> str:
        return "Good morning, Nimali"

    def __init__(self) -> None:
        super().__init__()
        main, side = QWidget(), QWidget()
        left, right = Column(main, gap=4), Column(side, gap=4)
        left.add(self._next_lesson(), self._lessons(), self._tomorrow())
        left.addStretch(1)
        right.add(self._readiness(), self._unread())
        right.addStretch(1)
        self.add(SideBySide(main, side))
        self.finish()

    def _next_lesson(self) -> Card:
        card = Card(filled=True, padding=5)
        words = Column(gap=0)
        words.add(
            Label("Next lesson · in 12 minutes", tone="on-accent"),
            Label("Physics — Rotational motion, revision", "title", "on-accent"),
            Label("Mrs Perera · live · 34 already there", tone="on-accent"),
        )
        row = Row(gap=3)
        row.addLayout(words, 1)
        row.addWidget(OnAccentButton("Join", icon="video-outline"), 0, Qt.AlignmentFlag.AlignVCenter)
        card.add(row)
        return card

    def _lessons(self) -> Card:
        card = Card("Today", gap=0)
        card.body.addSpacing(theme().space(2.5))
        for subject, times, title, detail, trailing in (
            (0, "14:00 – 15:30", "Combined Maths · Integration by parts", "Mr Fernando · Hall 2", Pill("Hall 2")),
            (3, "16:00 – 17:00", "ඉතිහාසය · Kandyan kingdom", "Ms Silva · online",
             SecondaryButton("Join at 15:50", icon="video-outline")),
            (1, "18:30", "Chemistry · Buffers", "Dr Nadesan · moved 30 min later", Pill("Changed", "caution")),
        ):  # fmt: skip
            leading = QWidget()
            box = Row(leading, gap=3)
            label = Label(times, tone="text-muted")
            label.setMinimumWidth(theme().px(96))
            box.add(SubjectBar(subject), label)
            card.add(Divider(), ListRow(title, detail, leading=leading, trailing=trailing))
        return card

    def _tomorrow(self) -> Card:
        card = Card()
        row = Row(gap=3)
        row.addWidget(Label("Everything for tomorrow", "heading"))
        row.addStretch(1)
        row.add(ElidedLabel("4 files · 38 MB · about 3 min on this line", "caption", "text-muted"))
        row.add(SecondaryButton("Get it", icon="download"))
        card.add(row)
        return card

    def _readiness(self) -> Card:
        card = Card("Physics term test", trailing=Pill("Tomorrow 09:00", "caution"))
        card.add(Label("Is this PC ready? Four of five.", "caption", "text-muted"))
        checks: tuple[tuple[str, str, Tone, str], ...] = (
            ("Paper on this PC", "sealed, opens 09:00", "positive", ""),
            ("Camera and light", "tried 2 h ago", "positive", ""),
            ("Face enrolled", "12 Oct", "positive", ""),
            ("One extra display", "unplug before you start", "caution", "Show"),
            ("Clock and disk", "0.2 s apart · 41 GB free", "positive", ""),
        )
        for text, detail, tone, action in checks:
            card.add(CheckRow(text, detail, tone, action=action))
        card.add(Divider())
        buttons = FlowRow(gap=3)
        buttons.add(PrimaryButton("Rehearse"), SecondaryButton("What is recorded"))
        card.add(buttons)
        return card

    def _unread(self) -> Card:
        card = Card("Unread", gap=0)
        card.add(
            ListRow("Bring your lab books on Friday", "Announcement · 20 min ago",
                    leading=Avatar("Kamala Perera"), strong=False, dense=True, clickable=True),
            ListRow("தமிழ் வகுப்பு · 3 புதிய செய்திகள்", "Class chat · 1 h ago",
                    leading=Avatar("Class", "positive", initials="11"), strong=False, dense=True, clickable=True),
        )  # fmt: skip
        return card


class RollLook(PageFrame):
    """The design's Attendance, from toolkit parts only."""

    def __init__(self) -> None:
        super().__init__()
        main, side = QWidget(), QWidget()
        left, right = Column(main, gap=3), Column(side, gap=3)
        head = Row(gap=3)
        detail = "Today 14:00 – 15:30 · 40 on the roll · as of 13:55"
        head.addWidget(TwoLines("Grade 12 Physics · Hall 2", detail, type_name="strong"), 1)
        head.add(
            SecondaryButton("Undo", icon="undo-variant"),
            SecondaryButton("Cards", icon="qrcode-scan"),
            PrimaryButton("Roll call", icon="face-recognition"),
        )
        left.addLayout(head)
        grid = FlowGrid(minimum_column=190)
        for index, name in enumerate(NAMES):
            grid.add(self._person(name, index))
        left.addWidget(grid)
        left.addStretch(1)
        right.add(self._counts(), self._confirm())
        right.add(WrapLabel(
            "P present · L late · A absent · E excused · arrows move · Ctrl Z undo. Marks are kept on this PC and sent "
            "when the network is back.", "caption", "text-muted"))  # fmt: skip
        right.addStretch(1)
        self.add(SideBySide(main, side, side_share=0.245))
        self.finish()

    def _person(self, name: str, index: int) -> Card:
        card = Card(padding=2.75, gap=2, clickable=True)
        row = Row(gap=2.5)
        row.add(Avatar(name, square=True, diameter=40))
        row.addWidget(TwoLines(name, str(4001 + index)), 1)
        below = Row(gap=1.5)
        if index == 6:
            below.add(Pill("Is this right?", small=True), Label("camera 0.71", "caption", "text-muted"))
            card.set_outline("accent")
        elif index == 3:
            below.add(Pill("Late 8 min", "caution", small=True))
        elif index == 8:
            below.add(Pill("Absent", "critical", small=True))
        else:
            below.add(Pill("Present", "positive", small=True))
        below.addStretch(1)
        card.add(row, below)
        card.setAccessibleName(name)
        return card

    def _counts(self) -> Card:
        card = Card("32 of 40 marked", gap=2)
        bar = ProgressBar()
        bar.set_segments([(25, "positive"), (2, "caution"), (3, "critical"), (2, "accent")], 40)
        card.add(bar)
        for key, value in (("Present", "25"), ("Late", "2"), ("Absent", "3"), ("Excused", "2")):
            card.add(KeyValueRow(key, value))
        card.add(KeyValueRow("Not marked", "8", muted=True))
        return card

    def _confirm(self) -> Card:
        card = Card("Three to confirm")
        card.add(Label("Herath K.", bold=True))
        card.add(WrapLabel("seen 5 of 6 times · likeness 0.71 · next best 0.22", "caption", "text-muted"))
        row = Row(gap=3)
        row.add(PrimaryButton("Yes", shortcut="Y"), SecondaryButton("No", shortcut="N"))
        card.add(row)
        return card


class PartsLook(PageFrame):
    """Every control and the list states."""

    def __init__(self) -> None:
        super().__init__()
        left, right = QWidget(), QWidget()
        first, second = Column(left, gap=4), Column(right, gap=4)
        first.add(self._buttons(), self._fields(), self._marks())
        first.addStretch(1)
        second.add(*self._states())
        second.addStretch(1)
        self.add(SideBySide(left, right, side_share=0.45))
        self.finish()

    def _buttons(self) -> Card:
        card = Card("Buttons")
        row = FlowRow(gap=2)
        focused = SecondaryButton("Focused")
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        disabled = PrimaryButton("Disabled")
        disabled.setEnabled(False)
        row.add(PrimaryButton("Next", icon="arrow-right", trailing=True), focused, QuietButton("More"), disabled)
        row.add(CriticalButton("Delete"), IconButton("dots-horizontal", "More", boxed=True))
        second = Row(gap=3)
        second.add(SegmentedControl([("day", "Day"), ("week", "Week")], "week", label="View"))
        switch, check = Switch("Sounds"), CheckBox("All present")
        switch.setChecked(True)
        check.setChecked(True)
        second.add(switch, Switch("Off"), check, CheckBox("Not yet"))
        second.addStretch(1)
        card.add(row, second)
        return card

    def _fields(self) -> Card:
        card = Card("Fields")
        wrong = TextField("Server address", "school.example", hint="As your school told you")
        wrong.set_error("This server does not answer. Check the address.")
        password = PasswordField("Password")
        password.set_text("secret")
        card.add(TextField("Name", placeholder="As in your class list"), wrong, password)
        card.add(ComboField("Language", [("en", "English"), ("si", "සිංහල"), ("ta", "தமிழ்")]))
        return card

    def _marks(self) -> Card:
        card = Card("Marks")
        row = FlowRow(gap=2)
        tones: tuple[Tone, ...] = ("neutral", "accent", "positive", "caution", "critical")
        for tone in tones:
            row.add(Pill(tone.capitalize(), tone), Avatar("Nimali Rathnayake", tone))
        second = Row(gap=3)
        second.add(PillButton("English", icon="translate"), CountdownLabel(lambda: 2538.0))
        second.add(CountdownLabel(lambda: 118.0))
        second.addStretch(1)
        card.add(row, second)
        return card

    def _states(self) -> list[QWidget]:
        stacks: list[QWidget] = []
        for state in ("loading", "empty", "error", "offline"):
            inside = Label("Physics term test", bold=True)
            empty = EmptyState("No lessons today", "The next one is on Monday at 08:00.",
                               icon="calendar-blank-outline", action="Open timetable")  # fmt: skip
            stack = StateStack(inside, empty=empty, skeleton_rows=2)
            if state == "empty":
                stack.show_empty()
            elif state == "error":
                stack.show_error(OfflineError())
            elif state == "offline":
                stack.show_content()
                stack.set_offline(True, datetime.now(UTC) - timedelta(minutes=20))
            card = Card(state.capitalize())
            card.add(stack)
            stacks.append(card)
        stacks.append(Banner("We could not see your face for 6 seconds.",
                             "It is dark on your left. Turn the lamp on or move a little; keep writing.",
                             icon="lightbulb-on-outline"))  # fmt: skip
        return stacks


def build_window(page: str) -> MainWindow:
    """The frame of the design around one of the pages."""

    def empty(_context: PageContext) -> QWidget:
        return PageFrame()

    icons = (
        ("today", "Today", "home-outline"), ("timetable", "Timetable", "calendar-outline"),
        ("classes", "Classes", "google-classroom"), ("library", "Library", "bookshelf"),
        ("exams", "Exams", "file-document-edit-outline"), ("results", "Results", "chart-box-outline"),
        ("messages", "Messages", "message-text-outline"), ("payments", "Payments", "wallet-outline"),
    )  # fmt: skip
    kinds = {"today": TodayLook, "classes": RollLook, "library": PartsLook}
    routes = [
        Route(name, partial(str, text), icon, kinds_build(kinds.get(name)), order=10 * index)
        for index, (name, text, icon) in enumerate(icons)
    ]
    routes.append(Route("settings", lambda: "Settings", "cog-outline", empty, foot=True))
    window = MainWindow(routes, AccountSummary("Nimali R.", "Grade 12 · English", "student"))
    window.set_badge("messages", 3)
    window.navigate(page)
    return window


def kinds_build(kind: type[PageFrame] | None) -> Callable[[PageContext], QWidget]:
    """A route's builder."""
    return lambda _context: (kind or PageFrame)()


def render(out: Path) -> list[Path]:
    """Write every picture and return their paths."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    written = []
    runs: list[tuple[Scheme, int, tuple[int, int]]] = [
        ("light", 100, (1366, 768)),
        ("dark", 100, (1366, 768)),
        ("contrast", 100, (1366, 768)),
        ("light", 200, (1366, 1400)),
        ("light", 100, (720, 900)),
    ]
    for page in ("today", "classes", "library"):
        for scheme, zoom, size in runs:
            theme().apply(app, scheme, zoom)
            window = build_window(page)
            window.resize(*size)
            window.show()
            if scheme == "dark":
                window.set_sync_state(SyncState(online=False, waiting=5))
                notices.say_text("positive", "Exported", "learnup-ledger.json")
                notices.report(OfflineError())
            for _ in range(5):
                app.processEvents()
            path = out / f"widgets-{page}-{scheme}-{zoom}-{size[0]}.png"
            window.grab().save(str(path))
            written.append(path)
            window.close()
            window.deleteLater()
            app.processEvents()
    return written


def main() -> int:
    """Command line."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    out.mkdir(parents=True, exist_ok=True)
    for path in render(out):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())

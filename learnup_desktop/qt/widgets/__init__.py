"""Every widget that pages are made of.

They paint themselves from the theme's tokens; see ``tests/gallery_widgets.py``.
"""

from learnup_desktop.qt.widgets._paint import (
    Tone,
    focus_ring,
    follow_theme,
    mixed,
    round_box,
    tone_color,
    tone_colors,
)
from learnup_desktop.qt.widgets.buttons import (
    BaseButton,
    CheckBox,
    CriticalButton,
    IconButton,
    OnAccentButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    SegmentedControl,
    Switch,
)
from learnup_desktop.qt.widgets.cards import Banner, Card, CheckRow, Divider, KeyValueRow, ListRow
from learnup_desktop.qt.widgets.fields import (
    ComboBox,
    ComboField,
    PasswordField,
    SearchBox,
    SearchEdit,
    TextField,
)
from learnup_desktop.qt.widgets.layout import (
    Column,
    FlowGrid,
    FlowGridLayout,
    PageFrame,
    Row,
    ScrollColumn,
    SideBySide,
    clear_layout,
)
from learnup_desktop.qt.widgets.navigation import NavigationItem, NavigationList
from learnup_desktop.qt.widgets.pills import (
    Avatar,
    Dot,
    IconLabel,
    Pill,
    PillButton,
    StatePill,
    SubjectBar,
    initials_of,
)
from learnup_desktop.qt.widgets.progress import CountdownLabel, ProgressBar
from learnup_desktop.qt.widgets.states import EmptyState, ErrorState, OfflineBanner, Skeleton, StateStack
from learnup_desktop.qt.widgets.text import ElidedLabel, KeyChip, Label, WrapLabel
from learnup_desktop.qt.widgets.toast import Toast, ToastHost

__all__ = [
    "Avatar",
    "Banner",
    "BaseButton",
    "Card",
    "CheckBox",
    "CheckRow",
    "Column",
    "ComboBox",
    "ComboField",
    "CountdownLabel",
    "CriticalButton",
    "Divider",
    "Dot",
    "ElidedLabel",
    "EmptyState",
    "ErrorState",
    "FlowGrid",
    "FlowGridLayout",
    "IconButton",
    "IconLabel",
    "KeyChip",
    "KeyValueRow",
    "Label",
    "ListRow",
    "NavigationItem",
    "NavigationList",
    "OfflineBanner",
    "OnAccentButton",
    "PageFrame",
    "PasswordField",
    "Pill",
    "PillButton",
    "PrimaryButton",
    "ProgressBar",
    "QuietButton",
    "Row",
    "ScrollColumn",
    "SearchBox",
    "SearchEdit",
    "SecondaryButton",
    "SegmentedControl",
    "SideBySide",
    "Skeleton",
    "StatePill",
    "StateStack",
    "SubjectBar",
    "Switch",
    "TextField",
    "Toast",
    "ToastHost",
    "Tone",
    "WrapLabel",
    "clear_layout",
    "focus_ring",
    "follow_theme",
    "initials_of",
    "mixed",
    "round_box",
    "tone_color",
    "tone_colors",
]

"""What to ask of a poor line.

Heights and their rates are Jitsi's own ladder for VP8 (lib-jitsi-meet, ``STANDARD_CODEC_SETTINGS``: 180p 200 kbit/s,
360p 500 kbit/s, 720p 1.5 Mbit/s); Opus with what goes around it takes 40 to 60 kbit/s.
"""

from typing import Literal

from learnup_desktop.meeting import commands
from learnup_desktop.meeting.commands import Command

Mode = Literal["auto", "saving", "sound"]
LADDER = ((1_600_000, 720), (600_000, 360), (250_000, 180))
SAVING_BPS = 300_000
"""A hundred and thirty megabytes an hour and direction at the most, on a plan sold by the gigabyte."""


SOUND_BPS = 64_000
"""What is said to be there where sound alone is asked for: no picture fits."""


def height_for(bits_per_second: int) -> int | None:
    """The greatest height that a line carries beside the sound; None: sound only."""
    for needed, height in LADDER:
        if bits_per_second >= needed:
            return height
    return None


def asks(mode: Mode, budget_bps: int = SAVING_BPS) -> tuple[Command, ...]:
    """The commands of a mode; ``budget_bps`` is what ``saving`` may use.

    Hosts whose API knows no ``setAudioOnly`` (before 2025) pass over it: a smallest picture for which the line is said
    to be too narrow comes close.
    """
    if mode == "sound":
        return (
            commands.set_audio_only(True),
            commands.set_video_quality(180),
            commands.set_assumed_bandwidth(SOUND_BPS),
        )
    if mode == "auto":
        return (
            commands.set_audio_only(False),
            commands.set_video_quality(720),
            commands.set_assumed_bandwidth(-1),
        )
    height = height_for(budget_bps)
    if height is None:
        return (commands.set_audio_only(True), commands.set_assumed_bandwidth(budget_bps))
    return (
        commands.set_audio_only(False),
        commands.set_video_quality(height),
        commands.set_assumed_bandwidth(budget_bps),
    )

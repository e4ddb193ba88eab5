"""The commands of Jitsi Meet's IFrame API that we give, typed: a wrong argument is our mistake and raises here.

Names and arguments are those of the handbook (*IFrame API: commands*).
"""

from typing import NamedTuple

Argument = str | int | float | bool | dict[str, object] | list[object]


class Command(NamedTuple):
    """What ``api.executeCommand(name, *arguments)`` is to be called with."""

    name: str
    arguments: tuple[Argument, ...] = ()


HEIGHTS = (180, 360, 720, 1080)
"""What Jitsi's own quality slider knows, and more."""

toggle_audio = Command("toggleAudio")
toggle_video = Command("toggleVideo")
toggle_share_screen = Command("toggleShareScreen")
toggle_raise_hand = Command("toggleRaiseHand")
toggle_tile_view = Command("toggleTileView")
toggle_chat = Command("toggleChat")
toggle_subtitles = Command("toggleSubtitles")
hangup = Command("hangup")
end_conference = Command("endConference")
auto_assign_breakout_rooms = Command("autoAssignToBreakoutRooms")


def mute_everyone(media: str = "audio") -> Command:
    """Mute all but moderators.

    Raises:
        ValueError: neither ``audio`` nor ``video``.
    """
    if media not in ("audio", "video"):
        raise ValueError(f"no media: {media}")
    return Command("muteEveryone", (media,))


def ask_to_unmute(participant: str) -> Command:
    """Ask somebody to speak."""
    return Command("askToUnmute", (participant,))


def kick_participant(participant: str) -> Command:
    """Send somebody out."""
    return Command("kickParticipant", (participant,))


def answer_knocking(participant: str, *, admit: bool) -> Command:
    """Let somebody in who waits, or not."""
    return Command("answerKnockingParticipant", (participant, admit))


def toggle_lobby(enabled: bool) -> Command:
    """Whether who comes has to wait."""
    return Command("toggleLobby", (enabled,))


def set_video_quality(height: int) -> Command:
    """The greatest height that is sent and received.

    Raises:
        ValueError: not one of :data:`HEIGHTS`.
    """
    if height not in HEIGHTS:
        raise ValueError(f"no height of Jitsi's: {height}")
    return Command("setVideoQuality", (height,))


def set_assumed_bandwidth(bits_per_second: int) -> Command:
    """What the line is taken to carry; -1 for Jitsi's own measuring.

    Raises:
        ValueError: neither positive nor -1.
    """
    if bits_per_second != -1 and bits_per_second <= 0:
        raise ValueError(f"no bandwidth: {bits_per_second}")
    return Command("setAssumedBandwidthBps", (bits_per_second,))


def set_audio_only(enabled: bool) -> Command:
    """Receive no pictures."""
    return Command("setAudioOnly", (enabled,))


def start_recording(mode: str = "file") -> Command:
    """Record on the host.

    Raises:
        ValueError: no mode of Jitsi's.
    """
    if mode not in ("file", "local", "stream"):
        raise ValueError(f"no mode: {mode}")
    return Command("startRecording", ({"mode": mode},))


def stop_recording(mode: str = "file") -> Command:
    """End the recording."""
    return Command("stopRecording", (mode,))


def overwrite_config(values: dict[str, object]) -> Command:
    """Change the meeting's configuration while it runs."""
    return Command("overwriteConfig", (values,))


def password(words: str) -> Command:
    """Give the room's password, for who was asked for it, or set it."""
    return Command("password", (words,))


def send_chat(text: str) -> Command:
    """Say something to all."""
    return Command("sendChatMessage", (text,))


def add_breakout_room(name: str) -> Command:
    """A room beside the main one."""
    return Command("addBreakoutRoom", (name,))


def close_breakout_room(room: str) -> Command:
    """Send everybody of a room back."""
    return Command("closeBreakoutRoom", (room,))

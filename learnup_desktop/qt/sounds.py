"""Short sounds that are told apart without looking, made here: no file, no library of sounds.

Played where there is something to play on; a computer without a loudspeaker says the same in words.
"""

import io
import math
import struct
import wave
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication

from learnup_desktop.base import paths
from learnup_desktop.base.errors import StorageError
from learnup_desktop.base.files import storage_fault, write_atomically

_RATE = 22_050
_VOLUME = 0.4
MELODIES: dict[str, tuple[tuple[float, float], ...]] = {
    "welcome": ((1047.0, 0.12),),
    "repeated": ((784.0, 0.09), (0.0, 0.05), (784.0, 0.09)),
    "expired": ((523.0, 0.16), (415.0, 0.28)),
    "other_class": ((523.0, 0.14), (523.0, 0.14), (415.0, 0.2)),
    "foreign": ((208.0, 0.5),),
    "unreadable": ((208.0, 0.14), (0.0, 0.06), (208.0, 0.14), (0.0, 0.06), (208.0, 0.14)),
}
"""Hertz and seconds of each tone; 0 Hz is a pause. Rising things went well, falling and low ones did not."""
_playing: dict[str, Any] = {}


def play(name: str) -> None:
    """Play a sound of ``MELODIES``; nothing on a computer that has nothing to play it on."""
    if name not in MELODIES or QGuiApplication.platformName() in ("offscreen", "minimal"):
        return
    effect = _playing.get(name)
    if effect is None:
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        if QMediaDevices.defaultAudioOutput().isNull():
            return
        effect = QSoundEffect()
        try:
            effect.setSource(QUrl.fromLocalFile(str(sound_file(name))))
        except StorageError:
            # Words say the same; a full disk is told of where it matters.
            return
        _playing[name] = effect
    effect.play()


@cache
def sound_file(name: str) -> Path:
    """A sound as a WAV file (mono, 16 bits) in the cache, where it stays for the next start.

    Raises:
        StorageError: it cannot be written.
    """
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(b"".join(_tone(hertz, seconds) for hertz, seconds in MELODIES[name]))
    folder = paths.cache_dir() / "sounds"
    path = folder / f"{name}.wav"
    try:
        if path.read_bytes() == made.getvalue():
            return path
    except OSError:
        pass  # not there yet: written below
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise storage_fault(error, folder) from error
    write_atomically(path, made.getvalue())
    return path


def _tone(hertz: float, seconds: float) -> bytes:
    count = int(_RATE * seconds)
    # Ten milliseconds of rise and fall, or it clicks.
    edge = max(1, int(_RATE * 0.01))
    samples = (
        int(
            32767
            * _VOLUME
            * math.sin(2 * math.pi * hertz * place / _RATE)
            * min(1.0, place / edge, (count - place) / edge)
        )
        for place in range(count)
    )
    return b"".join(struct.pack("<h", sample) for sample in samples)

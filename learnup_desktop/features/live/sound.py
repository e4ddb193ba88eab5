"""Sound in numbers: how loud a microphone's samples are, and the chime that tests a speaker."""

import array
import math
from enum import StrEnum

QUIETEST_DECIBELS = -60.0
"""What the meter shows as nothing: a quiet room through a laptop's microphone is at about -55 dBFS."""
CHIME_HERTZ = (659.25, 880.0)
"""E5 and A5: heard on the smallest speakers, and no alarm."""
CHIME_SECONDS = 0.9
_STRIDE = 4
"""Every fourth sample is enough for a meter, and a quarter of the work."""


class SampleKind(StrEnum):
    """How a sample is written."""

    UINT8 = "uint8"
    INT16 = "int16"
    INT32 = "int32"
    FLOAT = "float"


_CODES = {SampleKind.UINT8: "B", SampleKind.INT16: "h", SampleKind.INT32: "i", SampleKind.FLOAT: "f"}
_FULL = {SampleKind.UINT8: 128.0, SampleKind.INT16: 32768.0, SampleKind.INT32: 2147483648.0, SampleKind.FLOAT: 1.0}


def loudness(data: bytes, kind: SampleKind) -> float:
    """How loud samples are for a meter, 0 (nothing) to 1 (full scale): root mean square on a scale of decibels.

    Args:
        data: samples in this computer's byte order, channels interleaved; a cut last sample is left out.
        kind: how each is written.
    """
    samples = array.array(_CODES[kind])
    whole = len(data) - len(data) % samples.itemsize
    samples.frombytes(data[:whole])
    if not samples:
        return 0.0
    middle, full = (128, 128.0) if kind is SampleKind.UINT8 else (0, _FULL[kind])
    chosen = samples[::_STRIDE]
    power = sum((sample - middle) ** 2 for sample in chosen) / len(chosen) / full**2
    if not power > 0.0:
        return 0.0
    return min(1.0, max(0.0, 1.0 - 10.0 * math.log10(power) / QUIETEST_DECIBELS))


def chime(rate: int, channels: int) -> bytes:
    """Two soft notes as 16-bit samples in this computer's byte order, ``channels`` interleaved, ``rate`` a second."""
    samples = array.array("h")
    total = int(rate * CHIME_SECONDS)
    for number in range(total):
        second = number / rate
        note = CHIME_HERTZ[0] if second < CHIME_SECONDS / 3 else CHIME_HERTZ[1]
        # In and out without a click.
        swell = min(1.0, second / 0.02, (CHIME_SECONDS - second) / 0.4)
        value = int(9000 * swell * math.sin(2 * math.pi * note * second))
        samples.extend([value] * channels)
    return samples.tobytes()

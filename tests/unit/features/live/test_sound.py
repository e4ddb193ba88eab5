"""Loudness on a meter's scale, whatever a microphone writes, and a chime that any speaker can play."""

import array
import math

import pytest

from learnup_desktop.features.live.sound import CHIME_SECONDS, SampleKind, chime, loudness

FULL = {SampleKind.UINT8: 127, SampleKind.INT16: 32767, SampleKind.INT32: 2147483647, SampleKind.FLOAT: 1.0}
CODES = {SampleKind.UINT8: "B", SampleKind.INT16: "h", SampleKind.INT32: "i", SampleKind.FLOAT: "f"}


def tone(kind: SampleKind, share: float) -> bytes:
    """A sine of this share of full scale."""
    middle = 128 if kind is SampleKind.UINT8 else 0
    values = [middle + FULL[kind] * share * math.sin(number / 5) for number in range(4000)]
    made = array.array(CODES[kind], values if kind is SampleKind.FLOAT else [round(value) for value in values])
    return made.tobytes()


@pytest.mark.parametrize("kind", SampleKind)
def test_every_kind_of_sample_reads_the_same(kind: SampleKind) -> None:
    # A sine of full scale is 3 dB below full scale by its power, a tenth of it 20 dB less (60 dB are the whole meter).
    assert loudness(tone(kind, 1.0), kind) == pytest.approx(1 - 3.01 / 60, abs=0.01)
    assert loudness(tone(kind, 0.1), kind) == pytest.approx(1 - 23.01 / 60, abs=0.02)
    assert loudness(tone(kind, 0.0), kind) == 0.0


def test_nothing_and_half_a_sample_are_silence() -> None:
    assert loudness(b"", SampleKind.INT16) == loudness(b"\x01", SampleKind.INT16) == 0.0


def test_the_chime_starts_and_ends_softly() -> None:
    samples = array.array("h")
    samples.frombytes(chime(8000, 2))
    assert len(samples) == 2 * int(8000 * CHIME_SECONDS)
    assert samples[0::2] == samples[1::2], "both sides alike"
    assert abs(samples[0]) < 100 and abs(samples[-1]) < 300 and 5000 < max(samples) < 10_000

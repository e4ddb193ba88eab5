"""What comes from outside is measured before it is unpacked."""

import struct
import zlib

import cv2
import numpy as np
import pytest

from learnup_desktop.face.pictures import picture_size, read_picture
from learnup_desktop.face.refusals import PictureRefusedError

PLAIN = np.full((60, 90, 3), 80, np.uint8)


def encoded(suffix: str) -> bytes:
    return cv2.imencode(suffix, PLAIN)[1].tobytes()


def png_bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that says it is ``side`` squared."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_size_is_read_without_unpacking(suffix: str) -> None:
    assert picture_size(encoded(suffix)) == (90, 60)
    assert read_picture(encoded(suffix), 10_000).shape == (60, 90, 3)


def test_a_bomb_is_refused_by_what_its_header_says() -> None:
    with pytest.raises(PictureRefusedError) as refused:
        read_picture(png_bomb(30_000), 24_000_000)
    assert refused.value.too_large
    assert len(png_bomb(30_000)) < 10_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"\xff\xd8",
        b"\xff\xd8\xff\xe0\x00",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xc0\0\x11\x08\0<\0Z\x03",
        b"\xff\xd8\xff\xe0\0\x04ab" + b"\x00" * 20,
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefusedError) as refused:
        read_picture(data, 10_000_000)
    assert not refused.value.too_large


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_every_cut_is_refused_or_a_picture(suffix: str) -> None:
    whole = encoded(suffix)
    for length in range(0, len(whole), 7):
        try:
            image = read_picture(whole[:length], 10_000_000)
        except PictureRefusedError:
            continue
        assert image.shape == (60, 90, 3)

"""Pictures from outside: what is decoded is a photograph of a size that can be, whatever the file says it is.

A few kilobytes can unpack to gigabytes, so the size is read from the file's own header before anything is decoded.
"""

import struct

import cv2
import numpy as np

from learnup_desktop.face.analyser import FrameRejectedError, Image, checked_image
from learnup_desktop.face.refusals import PictureRefusedError

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_NO_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAME_HEADERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height from a JPEG's or PNG's header; nothing is decoded.

    Raises:
        PictureRefusedError: neither, or cut off.
    """
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR":
            width, height = struct.unpack_from(">II", data, 16)
            return int(width), int(height)
        if data.startswith(_JPEG):
            return _jpeg_size(data)
    except (struct.error, IndexError) as error:
        raise PictureRefusedError("the picture is cut off") from error
    raise PictureRefusedError("neither JPEG nor PNG")


def read_picture(data: bytes, most_pixels: int) -> Image:
    """A JPEG or PNG as BGR, turned as its EXIF says.

    Raises:
        PictureRefusedError: not one, damaged, or of more than ``most_pixels``.
    """
    width, height = picture_size(data)
    if width * height > most_pixels:
        raise PictureRefusedError(f"{width}x{height} is too large", too_large=True)
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error as error:
        raise PictureRefusedError("the picture cannot be decoded") from error
    if image is None:
        raise PictureRefusedError("the picture cannot be decoded")
    try:
        return checked_image(np.asarray(image, np.uint8))
    except FrameRejectedError as error:
        raise PictureRefusedError(str(error)) from error


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while True:
        while data[place] == 0xFF:
            place += 1
        marker = data[place]
        place += 1
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack_from(">HH", data, place + 3)
            return int(width), int(height)
        if marker in _NO_LENGTH:
            continue
        (length,) = struct.unpack_from(">H", data, place)
        place += max(2, int(length))
        if data[place] != 0xFF:
            raise PictureRefusedError("the picture is damaged")

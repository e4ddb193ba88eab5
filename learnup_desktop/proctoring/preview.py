"""The newest camera frame, handed from the worker to the page through memory that both have mapped.

A file in memory (``/dev/shm`` where there is one, the temporary folder elsewhere) is mapped by both processes. Python's
``multiprocessing.shared_memory`` is not used: before 3.13 every process that attaches starts a resource tracker,
which costs the client another interpreter and unlinks the segment under the other side's feet.

Layout, little endian: ``MAGIC, sequence, width, height, length, crc32``, then ``length`` bytes of RGB. The writer
makes the sequence odd, writes, and makes it even again; the CRC also catches what a processor reordered. A reader
that finds an odd sequence, a changed sequence or a wrong CRC has caught the writer in the act and keeps the frame
before.
"""

import contextlib
import mmap
import os
import struct
import sys
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct("<8sQIIII")
_MAGIC = b"LUPREV1\0"
_SEQUENCE = struct.Struct("<Q")
_SEQUENCE_OFFSET = 8
MAXIMUM_WIDTH = 640
MAXIMUM_HEIGHT = 480
_CAPACITY = _HEADER.size + MAXIMUM_WIDTH * MAXIMUM_HEIGHT * 3


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """One picture: ``rgb`` has ``height`` rows of ``width`` times three bytes, no padding."""

    sequence: int
    width: int
    height: int
    rgb: bytes


def create_preview_file() -> Path:
    """A new private file of the right size, to be mapped by both sides. The caller deletes it.

    Raises:
        OSError: no room or no right to create it.
    """
    shared = Path("/dev/shm")
    folder = shared if sys.platform.startswith("linux") and os.access(shared, os.W_OK) else None
    handle, name = tempfile.mkstemp(prefix="learnup-preview-", dir=folder)
    try:
        os.ftruncate(handle, _CAPACITY)
    except OSError:
        os.close(handle)
        Path(name).unlink(missing_ok=True)
        raise
    os.close(handle)
    return Path(name)


class PreviewWriter:
    """The worker's side."""

    def __init__(self, path: Path) -> None:
        """Map ``path``.

        Raises:
            OSError: it is not there.
            ValueError: it is too small.
        """
        self._file = path.open("r+b")
        try:
            self._map = mmap.mmap(self._file.fileno(), _CAPACITY)
        except (OSError, ValueError):
            self._file.close()
            raise
        found = _HEADER.unpack_from(self._map)
        # After a restart the numbers go on, so that a reader sees the new worker's first frame as new.
        self._sequence = (found[1] + 1) & ~1 if found[0] == _MAGIC else 0

    def write(self, width: int, height: int, rgb: bytes) -> None:
        """Publish a frame; silently refuses nothing: a wrong size is an error.

        Raises:
            ValueError: the size does not fit the bytes or the capacity.
        """
        if len(rgb) != width * height * 3 or _HEADER.size + len(rgb) > _CAPACITY:
            raise ValueError(f"a preview of {width}x{height} does not take {len(rgb)} bytes")
        _SEQUENCE.pack_into(self._map, _SEQUENCE_OFFSET, self._sequence + 1)
        self._map[_HEADER.size : _HEADER.size + len(rgb)] = rgb
        self._sequence += 2
        _HEADER.pack_into(self._map, 0, _MAGIC, self._sequence - 1, width, height, len(rgb), zlib.crc32(rgb))
        _SEQUENCE.pack_into(self._map, _SEQUENCE_OFFSET, self._sequence)

    def close(self) -> None:
        """Unmap."""
        self._map.close()
        self._file.close()


class PreviewReader:
    """The client's side: ``newest()`` as often as the page paints."""

    def __init__(self, path: Path) -> None:
        """Map ``path``.

        Raises:
            OSError: it is not there.
            ValueError: it is too small.
        """
        self._file = path.open("rb")
        try:
            self._map = mmap.mmap(self._file.fileno(), _CAPACITY, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            self._file.close()
            raise
        self._last: PreviewFrame | None = None

    def newest(self) -> PreviewFrame | None:
        """The newest whole frame, the one before if the writer is in the middle of one, None before the first."""
        for _ in range(3):
            frame = self._read()
            if frame is not None:
                self._last = frame
                break
        return self._last

    def _read(self) -> PreviewFrame | None:
        magic, sequence, width, height, length, crc = _HEADER.unpack_from(self._map)
        if magic != _MAGIC or sequence % 2 or length != width * height * 3 or _HEADER.size + length > _CAPACITY:
            return None
        if self._last is not None and self._last.sequence == sequence:
            return self._last
        rgb = self._map[_HEADER.size : _HEADER.size + length]
        after = _SEQUENCE.unpack_from(self._map, _SEQUENCE_OFFSET)[0]
        if after != sequence or zlib.crc32(rgb) != crc:
            return None
        return PreviewFrame(sequence, width, height, rgb)

    def close(self) -> None:
        """Unmap."""
        with contextlib.suppress(BufferError):
            self._map.close()
        self._file.close()

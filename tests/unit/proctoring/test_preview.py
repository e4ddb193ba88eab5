"""The shared picture: newest whole frame, never a torn one, across restarts of the writer."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from learnup_desktop.proctoring.preview import PreviewReader, PreviewWriter, create_preview_file


@pytest.fixture
def path() -> Iterator[Path]:
    file = create_preview_file()
    yield file
    file.unlink()


def test_nothing_before_the_first_frame_and_then_the_newest(path: Path) -> None:
    reader, writer = PreviewReader(path), PreviewWriter(path)
    assert reader.newest() is None
    for value in (1, 2):
        writer.write(4, 2, bytes([value]) * 24)
    frame = reader.newest()
    assert frame is not None
    assert (frame.width, frame.height, frame.rgb) == (4, 2, b"\x02" * 24)
    writer.close()
    reader.close()


def test_a_frame_caught_in_the_middle_is_not_shown(path: Path) -> None:
    reader, writer = PreviewReader(path), PreviewWriter(path)
    writer.write(4, 2, b"\x01" * 24)
    before = reader.newest()
    with path.open("r+b") as raw:
        raw.seek(40)
        raw.write(b"\xff\xff")
    writer._sequence += 2
    with path.open("r+b") as raw:
        raw.seek(8)
        raw.write(writer._sequence.to_bytes(8, "little"))
    assert reader.newest() == before
    writer.close()
    reader.close()


def test_a_new_writer_goes_on_counting(path: Path) -> None:
    reader = PreviewReader(path)
    first = PreviewWriter(path)
    first.write(2, 2, b"\x01" * 12)
    seen = reader.newest()
    first.close()
    second = PreviewWriter(path)
    second.write(2, 2, b"\x02" * 12)
    frame = reader.newest()
    assert seen is not None and frame is not None
    assert frame.sequence > seen.sequence
    second.close()
    reader.close()


def test_a_busy_writer_never_shows_a_mixed_frame(path: Path) -> None:
    reader, writer = PreviewReader(path), PreviewWriter(path)
    done = threading.Event()

    def write() -> None:
        for value in range(400):
            writer.write(64, 48, bytes([value % 251]) * (64 * 48 * 3))
        done.set()

    thread = threading.Thread(target=write)
    thread.start()
    sequences = []
    while not done.is_set():
        frame = reader.newest()
        if frame is not None:
            assert len(set(frame.rgb)) == 1
            sequences.append(frame.sequence)
    thread.join()
    assert sequences == sorted(sequences)
    writer.close()
    reader.close()


@pytest.mark.parametrize(("width", "height", "length"), [(2, 2, 11), (4000, 4000, 48_000_000)])
def test_a_wrong_size_is_refused(path: Path, width: int, height: int, length: int) -> None:
    writer = PreviewWriter(path)
    with pytest.raises(ValueError, match="preview"):
        writer.write(width, height, bytes(length))
    writer.close()

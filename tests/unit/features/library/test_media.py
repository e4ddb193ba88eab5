"""Recordings play, jump, keep their place and say when they cannot be played."""

import io
import math
import struct
import wave
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from pytestqt.qtbot import QtBot

from learnup_desktop.features.library.media_widgets import MediaViewer
from tests.captioned import captioned
from tests.unit.features.library.test_reader_page import reader
from tests.unit.features.page_driver import until

RunQt = Callable[..., Any]
# What Qt's back end says of a machine without sound, graphics or valid data differs from machine to machine.
pytestmark = pytest.mark.qt_log_ignore(".")


def tone(seconds: float) -> bytes:
    """A WAV file of a quiet tone."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        samples = (round(500 * math.sin(number / 3)) for number in range(round(8000 * seconds)))
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return buffer.getvalue()


def test_a_recording_jumps_and_keeps_its_place_and_speed(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"talk": ("audio/wav", tone(40))}) as (page, service):
            page.activated({"material_id": "talk"})
            await until(lambda: isinstance(page.viewer, MediaViewer) and page.viewer.player.duration() > 39_000)
            viewer = page.viewer
            assert isinstance(viewer, MediaViewer)
            viewer.ahead.click()
            await until(lambda: viewer.player.position() >= 9_000)
            viewer.speed.setCurrentIndex(4)
            assert viewer.player.playbackRate() == 1.5
            assert viewer.time.text().endswith("/ 0:40")
            page.keep_place()
            await until(lambda: not page.tasks.busy())
            place = (await service.open("talk")).place
            assert 9 <= place["seconds"] <= 11
            assert place["speed"] == 1.5
            page.reload()
            await until(lambda: page.viewer not in (None, viewer))
            again = page.viewer
            assert isinstance(again, MediaViewer)
            await until(lambda: again.player.position() >= 9_000)
            assert again.player.playbackRate() == 1.5

    run_qt(play(), 60.0)


def test_what_cannot_be_played_says_so(run_qt: RunQt, qtbot: QtBot, tmp_path: Path) -> None:
    async def play() -> None:
        async with reader(tmp_path, qtbot, {"bad": ("video/mp4", b"no video" * 100)}) as (page, _):
            page.activated({"material_id": "bad"})
            await until(lambda: isinstance(page.viewer, MediaViewer) and not page.viewer.play.isEnabled())
            assert isinstance(page.viewer, MediaViewer)
            assert page.viewer._fault.isVisible()

    run_qt(play(), 60.0)


def test_captions_are_offered_by_language_and_shown_without_a_picture_too(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path
) -> None:
    words = "\u0d86\u0dbb\u0db8\u0dca\u0db7\u0dba"

    async def play() -> None:
        async with reader(tmp_path, qtbot, {"talk": ("video/x-matroska", captioned(words))}) as (page, _):
            page.activated({"material_id": "talk"})
            await until(lambda: isinstance(page.viewer, MediaViewer) and page.viewer.captions.count() == 2)
            viewer = page.viewer
            assert isinstance(viewer, MediaViewer)
            assert viewer.captions.isVisibleTo(viewer)
            assert "Sinhala" in viewer.captions.itemText(1)
            without = viewer.picture.grab().toImage()
            viewer.captions.setCurrentIndex(1)
            viewer.toggle()
            await until(lambda: viewer.player.videoSink().subtitleText() == words, 30.0)
            assert viewer.picture.grab().toImage() != without
            viewer.captions.setCurrentIndex(0)
            await until(lambda: viewer.player.videoSink().subtitleText() == "")
            viewer.toggle()

    run_qt(play(), 60.0)


def test_h264_and_aac_play_without_anything_installed(
    run_qt: RunQt, qtbot: QtBot, tmp_path: Path, face_assets: Path
) -> None:
    clips = sorted((face_assets / "video").glob("*.mp4"))
    if not clips:
        pytest.skip("no H.264 clip beside the face models")

    async def play() -> None:
        async with reader(tmp_path, qtbot, {"clip": ("video/mp4", clips[0].read_bytes())}) as (page, _):
            page.activated({"material_id": "clip"})
            await until(lambda: isinstance(page.viewer, MediaViewer) and page.viewer.player.duration() > 0)
            viewer = page.viewer
            assert isinstance(viewer, MediaViewer)
            viewer.toggle()
            await until(lambda: viewer.picture._frame.isValid() and viewer.player.position() > 200, 30.0)
            page.hide()
            assert viewer.player.playbackState() != QMediaPlayer.PlaybackState.PlayingState

    run_qt(play(), 60.0)

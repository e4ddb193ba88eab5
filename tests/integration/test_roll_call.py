"""Roll call in its real process: photographs, a video as the camera, and what must never come out of it."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import cv2
import numpy as np
import pytest

from learnup_desktop.contract.wire import base64url_decode
from learnup_desktop.proctoring.roll_call import RollCallProcess
from learnup_desktop.proctoring.roll_messages import (
    Begin,
    RollCard,
    RollFault,
    RollMessage,
    RollPerson,
    RollReady,
    RollRested,
    RollSeen,
)
from tests.face_assets import analyser_for
from tests.qr_frames import Held, frame
from tests.room_photos import room, six_people, two_people

PATIENCE = 60.0


class Heard:
    """Messages as they come."""

    def __init__(self) -> None:
        self.messages: list[RollMessage] = []
        self._news = asyncio.Event()

    def take(self, message: RollMessage) -> None:
        self.messages.append(message)
        self._news.set()

    async def until(self, kind: type[RollMessage]) -> RollMessage:
        """The first message of a kind."""
        await self.that(lambda: any(isinstance(message, kind) for message in self.messages))
        return next(message for message in self.messages if isinstance(message, kind))

    async def that(self, true: Callable[[], bool]) -> None:
        """Wait for messages until something is so."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                self._news.clear()
                await self._news.wait()

    def seen(self) -> RollSeen:
        """What was seen in the end."""
        return [message for message in self.messages if isinstance(message, RollSeen)][-1]


@asynccontextmanager
async def roll_call(begin: Begin) -> AsyncIterator[tuple[RollCallProcess, Heard]]:
    heard = Heard()
    process = RollCallProcess(heard.take)
    process.start(begin)
    try:
        yield process, heard
    finally:
        await process.close()


async def test_photographs_of_the_room(face_assets: Path, tmp_path: Path) -> None:
    made = room(analyser_for(face_assets), six_people(), 1)
    people: dict[str, list[str]] = {}
    for person, template in made.enrolled:
        people.setdefault(person, []).append(template.encode())
    model = made.enrolled[0][1].model_id
    begin = Begin(
        people=(
            *(RollPerson(person=name, model=model, templates=tuple(own)) for name, own in people.items()),
            RollPerson(person="of another model", model="other", templates=tuple(people["p0"])),
        ),
        models_root=str(face_assets),
    )
    front, back = tmp_path / "front.png", tmp_path / "back.png"
    width = made.image.shape[1]
    cv2.imwrite(str(front), made.image[:, : width // 2])
    cv2.imwrite(str(back), made.image[:, width // 3 :])
    no_picture = tmp_path / "notes.jpg"
    no_picture.write_text("no picture")
    async with roll_call(begin) as (process, heard):
        ready = await heard.until(RollReady)
        assert isinstance(ready, RollReady)
        assert (ready.people, ready.left_out) == (5, ("of another model",))
        process.photo(no_picture)
        fault = await heard.until(RollFault)
        assert isinstance(fault, RollFault) and fault.key == "photo_unusable"
        for path in (front, back):
            process.photo(path)
        await heard.that(lambda: sum(isinstance(message, RollRested) for message in heard.messages) == 3)
    seen = heard.seen()
    assert {proposal.person for proposal in seen.proposals} == set(people)
    assert seen.unknown == 1
    assert all(proposal.likeness > 380 and proposal.agreeing >= 1 for proposal in seen.proposals)
    assert all(base64url_decode(proposal.picture).startswith(b"\xff\xd8") for proposal in seen.proposals)
    assert sorted(os.listdir(tmp_path)) == ["back.png", "front.png", "notes.jpg"]  # noqa: PTH208 - a listing; nothing waits


async def test_a_camera_of_the_room_and_no_template_no_match(face_assets: Path, tmp_path: Path) -> None:
    analyser = analyser_for(face_assets)
    made = room(analyser, two_people(face_assets), 1)
    model = made.enrolled[0][1].model_id
    own = tuple(template.encode() for person, template in made.enrolled if person == "p0")
    clip = tmp_path / "room.mp4"
    height, width = made.image.shape[:2]
    size = (width // 2 * 2, height // 2 * 2)
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"mp4v"), 5.0, size)
    for _ in range(40):
        writer.write(made.image[: size[1], : size[0]])
    writer.release()
    begin = Begin(people=(RollPerson(person="p0", model=model, templates=own),), models_root=str(face_assets))
    async with roll_call(begin) as (process, heard):
        await heard.until(RollReady)
        process.camera(str(clip))
        await heard.that(
            lambda: any(
                isinstance(message, RollSeen) and any(proposal.looks >= 6 for proposal in message.proposals)
                for message in heard.messages
            )
        )
        process.rest()
        await heard.until(RollRested)
    seen = heard.seen()
    assert [proposal.person for proposal in seen.proposals] == ["p0"]
    assert seen.unknown == 1


async def test_without_models_it_says_so(tmp_path: Path) -> None:
    async with roll_call(Begin(people=(), models_root=str(tmp_path))) as (_, heard):
        fault = await heard.until(RollFault)
        assert isinstance(fault, RollFault) and fault.key == "models_missing"


async def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    heard = Heard()
    process = RollCallProcess(
        heard.take, ["/bin/sh", "-c", "exit 9"] if os.name == "posix" else ["cmd", "/c", "exit 9"]
    )
    process.start(Begin(people=()))
    fault = await heard.until(RollFault)
    await process.close()
    assert isinstance(fault, RollFault) and fault.key == "worker_crashed"


@pytest.mark.parametrize("line", [b"{}", b"no json", b'{"kind":"photo"}'])
def test_what_is_no_command_is_refused(line: bytes) -> None:
    from learnup_desktop.base.errors import ProtocolError
    from learnup_desktop.proctoring.roll_messages import decode_roll_command, decode_roll_message

    for decode in (decode_roll_command, decode_roll_message):
        with pytest.raises(ProtocolError):
            decode(line)


async def test_cards_are_read_without_models_and_the_camera_is_let_go_by_a_word(tmp_path: Path) -> None:
    text = "LUC1:" + "ABCDEFGH23456789" * 10
    clip = tmp_path / "cards.mp4"
    writer = cv2.VideoWriter(str(clip), cv2.VideoWriter.fourcc(*"mp4v"), 5.0, (640, 480))
    chance = np.random.default_rng(2)
    for _ in range(20):
        writer.write(frame(text, Held(side=340), chance))
    writer.release()
    heard = Heard()
    process = RollCallProcess(heard.take)
    process.start(Begin(people=(), models_root=str(tmp_path), faces=False))
    await heard.until(RollReady)
    process.cards(str(clip))
    card = await heard.until(RollCard)
    assert isinstance(card, RollCard)
    assert card.text == text
    # Nobody can wait when a page is taken away: the word alone ends the process, and no message comes after it.
    process.stop()
    count = len(heard.messages)
    await asyncio.wait_for(process._process._ended.wait(), PATIENCE)
    assert len(heard.messages) == count
    await process.close()

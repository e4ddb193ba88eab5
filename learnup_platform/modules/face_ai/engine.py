"""Models, loaded once when the first picture comes, and one picture at a time: a school's server has other work."""

import asyncio
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from learnup_desktop.base.errors import DamagedFileError, LearnUpError
from learnup_desktop.base.paths import models_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from learnup_desktop.face.analyser import FaceAnalyser
    from learnup_desktop.face.identity import Template

Answer = TypeVar("Answer")
ASSETS_VARIABLE = "LEARNUP_FACE_ASSETS"
MOST_PIXELS = 24_000_000
"""A telephone's photograph; what says that it is larger is not unpacked."""


class EngineUnavailableError(Exception):
    """There are no models here that can be used."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A picture of a class: who is in it, who it may be, and how many are nobody of it."""

    faces: int
    unknown: int
    named: "Sequence[tuple[str, float]]"
    doubtful: "Sequence[tuple[str, ...]]"


class FaceEngine:
    """Face analysis of this process.

    Args:
        root: folder of the models; one that was named may hold models nobody knows.
        named: whether somebody named it.
    """

    def __init__(self, root: Path, *, named: bool) -> None:
        self._root = root
        self._named = named
        self._analyser: FaceAnalyser | None = None
        self._one = asyncio.Lock()

    async def advice(self, data: bytes) -> tuple[int, tuple[str, ...]]:
        """How many faces a picture has, and what stands between it and an enrolment.

        Raises:
            PictureRefusedError, EngineUnavailableError: see ``_run``.
        """
        return await self._run(lambda analyser: _advice(analyser, data))

    async def recognise(self, data: bytes, people: "Sequence[tuple[str, Template]]", threshold: float) -> Judged:
        """Who of these people is in a picture.

        Raises:
            PictureRefusedError, EngineUnavailableError: see ``_run``.
        """
        return await self._run(lambda analyser: _recognise(analyser, data, people, threshold))

    async def model_id(self) -> str:
        """The model whose templates can be compared here.

        Raises:
            EngineUnavailableError: none.
        """
        return await self._run(_model_id)

    async def _run(self, work: "Callable[[FaceAnalyser], Answer]") -> Answer:
        async with self._one:
            return await asyncio.to_thread(lambda: work(self._loaded()))

    def _loaded(self) -> "FaceAnalyser":
        if self._analyser is None:
            from learnup_desktop.face.postponed import postpone_unused

            postpone_unused()
            from learnup_desktop.face.analyser import FaceAnalyser
            from learnup_desktop.face.models import find_models

            try:
                self._analyser = FaceAnalyser(find_models(self._root, explicit=self._named, landmarks=True))
            except LearnUpError as error:
                raise EngineUnavailableError(error.detail) from error
        return self._analyser


@cache
def face_engine() -> FaceEngine:
    """The engine of this process: models of the folder that the environment names, else the installed ones."""
    named = os.environ.get(ASSETS_VARIABLE, "")
    return FaceEngine(Path(named) if named else models_dir(), named=bool(named))


def _model_id(analyser: "FaceAnalyser") -> str:
    recognition = analyser.models.recognition
    if recognition is None:
        raise EngineUnavailableError("no recognition model")
    return recognition.model_id


def _advice(analyser: "FaceAnalyser", data: bytes) -> tuple[int, tuple[str, ...]]:
    from learnup_desktop.face.crowd import find_faces
    from learnup_desktop.face.pictures import read_picture
    from learnup_desktop.face.quality import advice_for, face_quality

    image = read_picture(data, MOST_PIXELS)
    faces = find_faces(analyser, image)
    if not faces:
        return 0, ("nobody_there",)
    if len(faces) > 1:
        return len(faces), ("one_person",)
    quality = face_quality(image, faces[0], analyser.pose(image, faces[0]))
    return 1, advice_for(quality, (image.shape[1], image.shape[0]), faces[0].centre)


def _recognise(
    analyser: "FaceAnalyser", data: bytes, people: "Sequence[tuple[str, Template]]", threshold: float
) -> Judged:
    import numpy as np

    from learnup_desktop.face.analyser import FrameRejectedError
    from learnup_desktop.face.crowd import find_faces
    from learnup_desktop.face.pictures import read_picture
    from learnup_desktop.face.roll_match import ClassMatcher, judge, one_each

    image = read_picture(data, MOST_PIXELS)
    faces = find_faces(analyser, image)
    vectors = []
    for face in faces:
        try:
            vectors.append(analyser.embed(image, face))
        except (FrameRejectedError, DamagedFileError):
            continue
    matcher = ClassMatcher(people, _model_id(analyser))
    ranked = matcher.rank(np.stack(vectors)) if vectors else []
    verdicts = one_each([judge([look], threshold=threshold) for look in ranked])
    return Judged(
        faces=len(faces),
        unknown=sum(verdict.unknown for verdict in verdicts) + len(faces) - len(vectors),
        named=[(verdict.person, verdict.similarity) for verdict in verdicts if verdict.person],
        doubtful=[verdict.candidates for verdict in verdicts if verdict.candidates],
    )

"""Templates: how they are stored, compared, and searched.

A template is a unit vector; likeness is the cosine, which for unit vectors is the dot product. Two templates can only
be compared when the same model made them, so the model's id travels with every one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from learnup_desktop.base.errors import RuleViolation
from learnup_desktop.contract.wire import base64url_decode, base64url_encode
from learnup_desktop.face.analyser import Vector

IDENTITY_THRESHOLD = 0.38
"""The platform's FACE_THRESHOLD. With the test models different people stay under 0.24, one person stays over 0.55."""


@dataclass(frozen=True, slots=True)
class Template:
    """A face as numbers: float32, unit length. ``strength`` is the raw length it had, 0 when nobody kept it."""

    vector: Vector
    model_id: str
    strength: float = 0.0

    @property
    def dimension(self) -> int:
        """How many numbers."""
        return int(self.vector.shape[0])

    def encode(self) -> str:
        """float32 little endian, base64url."""
        return base64url_encode(self.vector.astype("<f4").tobytes())

    @classmethod
    def decode(cls, text: str, model_id: str, *, dimension: int = 0) -> "Template":
        """The template of ``encode``'s text, brought back to unit length.

        Args:
            text: base64url.
            model_id: the model that made it.
            dimension: how many numbers there should be; 0 takes what is there.

        Raises:
            ValueError: not base64url, no whole numbers, not finite, no direction, or another dimension.
        """
        raw = base64url_decode(text)
        if not raw or len(raw) % 4 or (dimension and len(raw) != 4 * dimension):
            raise ValueError(f"a template of {len(raw)} bytes")
        vector = np.frombuffer(raw, "<f4").astype(np.float32)
        length = float(np.linalg.norm(vector))
        if not np.isfinite(length) or length < 1e-6:
            raise ValueError("a template without direction")
        return cls(vector / np.float32(length), model_id)


def best_similarity(templates: Iterable[Template], vector: Vector, model_id: str) -> float | None:
    """The best cosine of ``vector`` with a person's templates; None when none was made by this model."""
    scores = [
        float(np.dot(template.vector, vector))
        for template in templates
        if template.model_id == model_id and template.dimension == vector.shape[0]
    ]
    return max(scores) if scores else None


def merge(templates: Sequence[Template]) -> Template:
    """The mean direction of several templates of one person (they vote the chance out of single frames).

    Raises:
        RuleViolation: none, or of different models.
    """
    if not templates or len({(template.model_id, template.dimension) for template in templates}) != 1:
        raise RuleViolation("templates of one model, at least one")
    total = np.sum([template.vector for template in templates], axis=0)
    return Template((total / max(1e-6, float(np.linalg.norm(total)))).astype(np.float32), templates[0].model_id)


@dataclass(frozen=True, slots=True)
class Match:
    """A person found in a gallery, with the best cosine over their templates."""

    person: str
    similarity: float


class Gallery:
    """One to many: all templates of a class as one matrix, one product a face.

    Args:
        people: pairs of person and template; a person may come several times.
        model_id: templates of other models are left out and counted in ``skipped``.
    """

    def __init__(self, people: Iterable[tuple[str, Template]], model_id: str) -> None:
        entries = list(people)
        mine = [(person, template) for person, template in entries if template.model_id == model_id]
        self.model_id = model_id
        self.skipped = len(entries) - len(mine)
        self._people = [person for person, _ in mine]
        self._matrix: Vector = (
            np.stack([template.vector for _, template in mine]) if mine else np.zeros((0, 0), np.float32)
        )

    def __len__(self) -> int:
        return len(self._people)

    def search(self, vector: Vector, *, threshold: float = IDENTITY_THRESHOLD, limit: int = 3) -> list[Match]:
        """The most alike people from ``threshold`` upwards, best first, each once.

        Args:
            vector: unit vector of this gallery's dimension.
            threshold: least cosine.
            limit: how many people at most.
        """
        return self.search_all(vector[np.newaxis], threshold=threshold, limit=limit)[0]

    def search_all(
        self, vectors: Vector, *, threshold: float = IDENTITY_THRESHOLD, limit: int = 3
    ) -> list[list[Match]]:
        """``search`` for several faces (rows) with one matrix product."""
        if not self._people or vectors.shape[1] != self._matrix.shape[1]:
            return [[] for _ in vectors]
        answers: list[list[Match]] = []
        for scores in vectors @ self._matrix.T:
            best: dict[str, float] = {}
            for index in np.argsort(-scores):
                if scores[index] < threshold or len(best) == limit:
                    break
                best.setdefault(self._people[index], float(scores[index]))
            answers.append([Match(person, score) for person, score in best.items()])
        return answers

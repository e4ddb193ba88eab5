"""Who of a class is in the picture: one to many, and when to say nothing.

Pure NumPy: whoever holds templates can ask, with no model loaded. A face is named only when the best person is alike
enough, plainly more alike than the next one, and several looks agree; two that are nearly equal become "which of
these". Everybody else is a number: an unknown face leaves nothing behind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from learnup_desktop.face.analyser import Vector
from learnup_desktop.face.identity import IDENTITY_THRESHOLD, Template

MARGIN = 0.08
"""How much more alike the best person has to be than the next. Two templates of one person differ by so much from one
look to another (test photographs: 0.58-0.98), strangers come this near to each other only below the threshold."""
AGREEMENT = 0.6
"""Share of a track's looks that have to name the same person."""
LOOKS = 6
"""Looks kept of a face, the best ones: more add time and no certainty."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """The best person for one look and the next best; ``next_person`` is empty in a gallery of one."""

    person: str
    similarity: float
    next_person: str
    next_similarity: float

    @property
    def margin(self) -> float:
        """How far the next one is behind."""
        return self.similarity - self.next_similarity


class ClassMatcher:
    """A class's templates as one matrix; a picture's faces are one product.

    Args:
        people: pairs of person and template; a person may come several times.
        model_id: of the model in use; other models' templates cannot be compared and are left out.

    Attributes:
        left_out: people none of whose templates is of this model.
    """

    def __init__(self, people: Iterable[tuple[str, Template]], model_id: str) -> None:
        entries = list(people)
        mine = sorted(
            ((person, template.vector) for person, template in entries if template.model_id == model_id),
            key=lambda entry: entry[0],
        )
        names = [person for person, _ in mine]
        # Of each person the first row: the best of a person's templates is one reduction over the product.
        self._first = np.array([row for row, name in enumerate(names) if row == 0 or names[row - 1] != name], np.intp)
        self._people = [names[row] for row in self._first]
        # A column a template: the product reads the memory in one sweep, which is all that it costs.
        self._columns: Vector = (
            np.ascontiguousarray(np.stack([vector for _, vector in mine]).T, np.float32)
            if mine
            else np.zeros((0, 0), np.float32)
        )
        self.left_out = frozenset(person for person, _ in entries) - frozenset(self._people)

    def __len__(self) -> int:
        return len(self._people)

    def rank(self, vectors: Vector) -> list[Ranked | None]:
        """The two most alike people for each face.

        Args:
            vectors: (faces, dimension), unit vectors of this gallery's model.

        Returns:
            None for every face when the gallery is empty or of another dimension.
        """
        if not self._people or vectors.ndim != 2 or vectors.shape[1] != self._columns.shape[0]:
            return [None] * len(vectors)
        scores: NDArray[np.float32] = vectors @ self._columns
        if len(self._people) < scores.shape[1]:
            scores = np.maximum.reduceat(scores, self._first, axis=1)
        return [self._two_best(row) for row in scores]

    def _two_best(self, scores: NDArray[np.float32]) -> Ranked:
        best = int(np.argmax(scores))
        if len(scores) == 1:
            return Ranked(self._people[best], float(scores[best]), "", -1.0)
        top = float(scores[best])
        rest = scores.copy()
        rest[best] = -np.inf
        after = int(np.argmax(rest))
        return Ranked(self._people[best], top, self._people[after], float(rest[after]))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all looks at one face come to.

    Attributes:
        person: who it is; empty when nobody can be named.
        candidates: "which of these", most alike first; empty when somebody is named or nobody is alike.
        similarity, next_similarity: middle values over the looks that count.
        agreeing, looks: how many looks name that person, of how many.
    """

    person: str
    candidates: tuple[str, ...]
    similarity: float
    next_similarity: float
    agreeing: int
    looks: int

    @property
    def unknown(self) -> bool:
        """A face that is nobody's of this class."""
        return not self.person and not self.candidates


def judge(ranked: Sequence[Ranked | None], *, threshold: float = IDENTITY_THRESHOLD, margin: float = MARGIN) -> Verdict:
    """N of M: what several looks at one face say together.

    Args:
        ranked: of each look.
        threshold: least cosine of the best person.
        margin: least distance to the next one.
    """
    looks = [look for look in ranked if look is not None]
    alike = [look for look in looks if look.similarity >= threshold]
    needed = max(1, int(np.ceil(AGREEMENT * len(looks))))
    votes: dict[str, list[Ranked]] = {}
    for look in alike:
        votes.setdefault(look.person, []).append(look)
    if len(alike) < needed or not votes:
        return Verdict("", (), max((look.similarity for look in looks), default=0.0), 0.0, 0, len(looks))
    person, own = max(votes.items(), key=lambda vote: (len(vote[1]), sum(look.similarity for look in vote[1])))
    clear = [look for look in own if look.margin >= margin]
    middle = float(np.median([look.similarity for look in own]))
    after = float(np.median([look.next_similarity for look in own]))
    if len(clear) >= needed:
        return Verdict(person, (), middle, after, len(clear), len(looks))
    weight: dict[str, float] = {}
    for look in alike:
        weight[look.person] = max(weight.get(look.person, 0.0), look.similarity)
        if look.next_person and look.next_similarity >= min(threshold, look.similarity - margin):
            weight[look.next_person] = max(weight.get(look.next_person, 0.0), look.next_similarity)
    among = tuple(sorted(weight, key=lambda name: -weight[name])[:3])
    return Verdict("", among, middle, after, len(own), len(looks))


def one_each(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The faces of one picture again, where nobody can be two of them: the more alike one keeps the name.

    The other becomes a "which of these" with that one name, for the teacher to look at.
    """
    best: dict[str, int] = {}
    for index, verdict in enumerate(verdicts):
        held = best.get(verdict.person)
        if verdict.person and (held is None or verdict.similarity > verdicts[held].similarity):
            best[verdict.person] = index
    return [
        verdict
        if not verdict.person or best[verdict.person] == index
        else Verdict(
            "", (verdict.person,), verdict.similarity, verdict.next_similarity, verdict.agreeing, verdict.looks
        )
        for index, verdict in enumerate(verdicts)
    ]

"""``SimilarityTransform`` as InsightFace calls it: scale, turn and move in the plane, given or estimated from points.

The estimate is the least-squares one of S. Umeyama, "Least-squares estimation of transformation parameters between two
point patterns", IEEE TPAMI 13 (1991) 376-380, equations 34 to 43.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray


class SimilarityTransform:
    """A similarity of the plane.

    Args:
        matrix: homogeneous 3x3; in place of the others.
        scale: factor, 1 by default.
        rotation: counter-clockwise, radians.
        translation: x and y, added last.

    Attributes:
        params: the homogeneous 3x3 matrix.
    """

    def __init__(
        self,
        matrix: ArrayLike | None = None,
        *,
        scale: float | None = None,
        rotation: float | None = None,
        translation: ArrayLike | None = None,
    ) -> None:
        self.params: NDArray[np.float64] = np.eye(3)
        if matrix is not None:
            self.params = np.asarray(matrix, dtype=np.float64)
            return
        factor, angle = 1.0 if scale is None else float(scale), rotation or 0.0
        cosine, sine = factor * math.cos(angle), factor * math.sin(angle)
        self.params[:2, :2] = [[cosine, -sine], [sine, cosine]]
        if translation is not None:
            self.params[:2, 2] = translation

    @classmethod
    def from_estimate(cls, source: ArrayLike, destination: ArrayLike) -> "SimilarityTransform":
        """The transform that brings ``source`` (n, 2) closest to ``destination`` (n, 2)."""
        made = cls()
        made.estimate(source, destination)
        return made

    def estimate(self, source: ArrayLike, destination: ArrayLike) -> bool:
        """Become the transform between two point sets; False, and NaN, where they do not determine one."""
        start, goal = np.asarray(source, dtype=np.float64), np.asarray(destination, dtype=np.float64)
        start_mean, goal_mean = start.mean(axis=0), goal.mean(axis=0)
        start_apart, goal_apart = start - start_mean, goal - goal_mean
        covariance = goal_apart.T @ start_apart / len(start)
        signs = np.ones(2)
        if np.linalg.det(covariance) < 0:
            signs[1] = -1
        left, singular, right = np.linalg.svd(covariance)
        rank = np.linalg.matrix_rank(covariance)
        self.params = np.full((3, 3), np.nan)
        if rank == 0:
            return False
        if rank == 1 and np.linalg.det(left) * np.linalg.det(right) < 0:
            turn = left @ np.diag([1.0, -1.0]) @ right
        elif rank == 1:
            turn = left @ right
        else:
            turn = left @ np.diag(signs) @ right
        scale = float(singular @ signs) / start_apart.var(axis=0).sum()
        self.params = np.eye(3)
        self.params[:2, :2] = scale * turn
        self.params[:2, 2] = goal_mean - scale * turn @ start_mean
        return True

    def __add__(self, after: "SimilarityTransform") -> "SimilarityTransform":
        """This one first, then ``after``."""
        return SimilarityTransform(after.params @ self.params)

    @property
    def inverse(self) -> "SimilarityTransform":
        """The way back."""
        return SimilarityTransform(np.linalg.inv(self.params))

    def __call__(self, points: ArrayLike) -> NDArray[np.float64]:
        """Points (n, 2) transformed."""
        moved: NDArray[np.float64] = np.asarray(points, dtype=np.float64) @ self.params[:2, :2].T + self.params[:2, 2]
        return moved

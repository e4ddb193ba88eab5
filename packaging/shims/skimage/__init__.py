"""Stands in for scikit-image in built programs: InsightFace uses one class of it, which costs 65 MB with SciPy.

Only ``packaging/learnup.spec`` puts it on the path. ``tests/unit/packaging/test_shim.py`` holds it to the real one.
"""

from skimage import transform

__version__ = "0.0"
__all__ = ["transform"]

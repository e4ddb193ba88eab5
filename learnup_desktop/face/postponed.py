"""Libraries that InsightFace imports and nothing here comes to use: loaded only when something of them is.

A worker that died must be back within two seconds, and an old PC has little memory to give away.
"""

import importlib
import sys
import types
from typing import Any

UNUSED = ("requests", "scipy.spatial")
"""``requests`` is for downloads that never happen here; ``scipy.spatial`` for the meshes and Euler angles of
scikit-image's transformations, of which aligning a face takes only the similarity. The second brings SciPy's sparse
matrices and special functions: a quarter of the processor time of a worker's start, and 20 MB."""


def postpone_unused() -> None:
    """Call before the first import of InsightFace; what is loaded already stays."""
    for name in UNUSED:
        postpone(name)


def postpone(name: str) -> None:
    """Load a library only when something of it is used.

    (The standard ``LazyLoader`` would load it at the second ``import`` already, which asks for its ``__spec__``.)
    """
    if name in sys.modules:
        return
    stand_in = types.ModuleType(name)

    def load(attribute: str) -> Any:
        # A part of a package is asked for by way of the package's path: that is use.
        if attribute.startswith("__") and attribute != "__path__":
            raise AttributeError(attribute)
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        return getattr(importlib.import_module(name), attribute)

    stand_in.__dict__["__getattr__"] = load
    sys.modules[name] = stand_in

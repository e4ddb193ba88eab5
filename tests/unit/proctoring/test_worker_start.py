"""What a worker does not load: libraries that its own libraries import and never use there."""

import subprocess
import sys

CODE = """
import sys
from learnup_desktop.proctoring.worker import _postpone
_postpone("requests")
from insightface.model_zoo import model_zoo
assert "urllib3" not in sys.modules, "requests was loaded"
import requests
assert requests.codes.ok == 200 and "urllib3" in sys.modules
heavy = {"matplotlib", "albumentations", "sklearn", "PySide6", "torch"} & sys.modules.keys()
assert not heavy, heavy
"""


def test_libraries_that_are_never_used_are_not_loaded_until_they_are() -> None:
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", CODE], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr

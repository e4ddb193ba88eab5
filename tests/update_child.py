"""A process that brings a new version in, and is cut off by SIGKILL at one of its operations on files.

``python -m tests.update_child ADDRESS ROOT INSTALLED POINT`` does the whole of an update. Python tells its audit hooks
of every file that is opened, renamed or removed before it is done; at operation number POINT inside the versions folder
the process kills itself, as a power cut would. Without a kill (POINT 0) it prints how many operations there were.
"""

import os
import signal
import sys
from pathlib import Path

from learnup_desktop.domain.updates import UpdatePolicy
from learnup_desktop.updates.apply import apply_staged
from learnup_desktop.updates.installation import Installation
from learnup_desktop.updates.launch import read_place
from learnup_desktop.updates.updater import Source, Updater

WATCHED = {
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.symlink",
    "os.scandir",
    "os.listdir",
}


class PowerCut:
    """Counts operations below a folder, and kills at one of them."""

    def __init__(self, folder: Path, point: int) -> None:
        self._folder = str(folder)
        self._point = point
        self.seen = 0

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in WATCHED and any(isinstance(each, str | os.PathLike) and self._inside(each) for each in arguments):
            self.seen += 1
            if self.seen == self._point:
                os.kill(os.getpid(), signal.SIGKILL)

    def _inside(self, path: "str | os.PathLike[str]") -> bool:
        return os.fspath(path).startswith(self._folder)


def main(arguments: list[str]) -> int:
    """Run the update; 0 when the new version counts."""
    address, root, installed, point = arguments
    base = Path(installed) / "base"
    place = read_place(base)
    assert place is not None
    installation = Installation(base, place)
    cut = PowerCut(installation.versions, int(point))
    sys.addaudithook(cut)
    updater = Updater(
        installation, Source(address, Path(root).read_bytes()), UpdatePolicy(), installation.versions / ".trust"
    )
    found = updater.look()
    if found is not None:
        updater.fetch(found, lambda _: None)
    quiet = Path(installed) / "quiet"
    quiet.mkdir(exist_ok=True)
    outcome = apply_staged(installation, quiet)
    print(cut.seen, outcome, flush=True)
    return 0 if installation.state.current == "1.1.0" else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

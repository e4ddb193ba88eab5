"""``python -m learnup_desktop``: the same as the ``learnup-desktop`` command."""

import sys

from learnup_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())

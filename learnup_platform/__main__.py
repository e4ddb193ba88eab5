"""``python -m learnup_platform``: the same as the ``learnup-platform`` command."""

import sys

from learnup_platform.cli import main

if __name__ == "__main__":
    sys.exit(main())

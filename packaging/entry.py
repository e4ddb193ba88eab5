"""Where a built program begins: it hands over to a later version where there is one, and else runs what is asked for.

The embedded platform is a sub-command of the same executable, all else is the client.

Only here do client and platform meet in one file; neither imports the other.
"""

import sys


def main() -> int:
    """Hand over to what the first argument names."""
    from learnup_desktop.base.own_program import PLATFORM_COMMAND, forget_loader_paths
    from learnup_desktop.updates.launch import hand_over

    forget_loader_paths()
    code = hand_over(sys.argv[1:])
    if code is not None:
        return code
    if sys.argv[1:2] == [PLATFORM_COMMAND]:
        from learnup_platform.cli import main as platform_main

        return platform_main(sys.argv[2:])
    from learnup_desktop.cli import main as client_main

    return client_main()


if __name__ == "__main__":
    import multiprocessing

    # Nothing of ours uses it, but a library that did would otherwise open a second window instead of a child.
    multiprocessing.freeze_support()
    sys.exit(main())

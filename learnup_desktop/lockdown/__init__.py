"""What the operating system can tell or do during an exam: focus, displays, clipboard, screenshot key, full screen.

``guard`` has the protocol and ``capabilities`` what a system can promise, both without Qt; ``qt_lockdown`` is the one
that works on Qt. ``focus`` is the rule of a lost focus, ``capture`` keeps a window out of captures, ``computer`` tells
what the computer is. Nothing outside the program is changed or ended, and nothing is left behind by a crash.
"""

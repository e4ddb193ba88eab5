"""What the operating system can tell or do during an exam: focus, displays, clipboard, screenshot key, full screen.

Import :mod:`~learnup_desktop.lockdown.guard` for the protocol (no Qt) and :mod:`~learnup_desktop.lockdown.qt_lockdown`
for the one that works on Qt. Nothing outside the program is changed or ended, and nothing is left behind by a crash.
"""

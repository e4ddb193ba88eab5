"""The headless walk-through: the product's main job on one machine, with the real widgets and the real platform.

A student signs in, reads the timetable with and without a platform, sits an exam through a kill and a dead line, and
gets a receipt; a teacher marks a class; then the platform's own records are read and compared. ``summary.json`` says
what matched.
"""

from learnup_desktop.walkthrough.orchestrator import main

__all__ = ["main"]

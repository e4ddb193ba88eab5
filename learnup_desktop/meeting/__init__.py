"""A live class: Jitsi Meet in a window of its own, in a process of its own.

``process.MeetingProcess``
    The client's side, without Qt: starts the process, tells it what to join, hears what happens.
``messages``
    What the two say to each other, one JSON line each.
``main``
    The process: ``learnup-desktop meeting-window``. Only below it is Qt WebEngine ever imported.

Why a process. Measured with PySide6 6.11.3 on Linux: a client of 58 MB that has shown one page in a QWebEngineView
keeps 130 MB for the rest of its life, two of Chromium's processes go on running, and importing the module alone costs
32 MB; a shared library with its relocations cannot be unloaded. As a child all of it is gone with the class, a scheme
of our own can be registered before *its* application without the client paying for it at every start, and whatever
crashes or hangs in a meeting does so beside the client. In return the meeting has a window of its own instead of a
page of the client's: a window of another process inside ours exists neither on macOS nor on Wayland, and on Windows
it ties the two message queues together, so that a meeting that hangs would hang the client. One way for all three, as
meeting programs have it: the window holds the meeting and the side panel, and what is left of it elsewhere is a bar
on top of everything.
"""

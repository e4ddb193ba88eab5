"""Live classes: the ways in, devices chosen and tested first, and the stay that is told to the school.

``join_page`` leads to the meeting's page by the route ``live-meeting``, with a ``MeetingTicket`` and ``JoinChoices``.
That page (``live_page``) opens the meeting's window through ``meeting.LiveMeeting``, which enters the visit and closes
it when the window is gone, whatever the reason. Leaving the page leaves the meeting on.
"""

"""Live classes: the ways in, devices chosen and tested first, and the stay that is told to the school.

``join_page`` leads to the meeting's page by the route ``live-meeting``, with a ``MeetingTicket`` and ``JoinChoices``.
That page calls ``LiveService.enter`` when it begins to join and ``Visit.close`` when it is left, whatever the reason.
"""
